"""Says of every row of sums whether it adds up: to its own table, or to all tables that stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jamsos_data.findings import Severity
from jamsos_data.intake.locate.totals import TotalRow, report_total
from jamsos_data.intake.report import FindingLog
from jamsos_data.intake.sheet import SheetResult


def report_totals(results: Sequence[SheetResult], log: FindingLog) -> None:
    """Report the sums of all tables. Under one of several tables side by side "Jumlah" may sum them all."""
    for result in results:
        sheet = result.reading.name
        beside = [other.sums.whole for other in results if other.reading.name == sheet]
        for total in result.sums.totals:
            together = _of_all(total, beside)
            if together is not None and together.agrees:
                log.add(
                    "TOTAL_TABEL_BERDAMPINGAN", Severity.INFO, sheet=sheet, row=total.row, value=total.label,
                    n=len(beside),
                )  # fmt: skip
            else:
                report_total(together or total, sheet=sheet, log=log)


def _of_all(total: TotalRow, beside: Sequence[tuple[int, ...]]) -> TotalRow | None:
    """The row as the sum of all tables of its sheet, where that is nearer than the sum of its own."""
    if len(beside) < 2 or total.agrees or total.average:
        return None
    if any(len(whole) != len(total.printed) for whole in beside):
        return None
    summed = tuple(map(sum, zip(*beside, strict=True)))
    return (
        replace(total, summed=summed) if _distance(total, summed) < _distance(total, total.summed) else None
    )


def _distance(total: TotalRow, summed: Sequence[int]) -> int:
    pairs = zip(total.printed, summed, strict=True)
    return sum(abs(printed - other) for printed, other in pairs if printed is not None)

"""Leaves out rows that are sums of other rows, whatever they are called, and says when they do not add up.

Rows are compared on all value columns. A row counts as a sum when it equals the rows since the last sum,
all rows above, or all rows of the sheet; the label alone is enough to leave it out, never to trust it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.clean.months import sums_up_to_month
from jamsos_data.intake.locate.total_words import is_carried, sums_rows
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import FindingLog

_LISTED = 12
# So many sums in a row may have one of their own: two sexes, six ages, nine kecamatan.
_NESTED = 9
_SCOPES = 4


@dataclass(frozen=True, kw_only=True)
class TotalRow:
    """A row left out as a sum: its label, and per value column the number printed (None: nothing) and the sum of the
    rows `over` which it is. In the columns `uncounted` it is a formula without its result.
    """

    row: int
    label: str
    printed: tuple[int | None, ...]
    summed: tuple[int, ...]
    columns: tuple[str, ...]
    average: bool = False
    uncounted: tuple[str, ...] = ()
    over: frozenset[int] = field(default=frozenset(), repr=False)

    @property
    def agrees(self) -> bool:
        """Whether every number printed equals its sum."""
        return _agree(self.printed, self.summed)


def match_totals(
    numbers: pd.DataFrame,
    printed: pd.DataFrame,
    labels: dict[int, str],
    *,
    alike: Mapping[int, pd.Series] | None = None,
) -> tuple[TotalRow, ...]:
    """Compare rows that call themselves sums with the rows that they may sum.

    `numbers` are the data rows, `printed` the sum rows (NA where a cell is empty, which is no sum), both Int columns by
    header, indexed by row number. The nearest fitting scope is taken: the block since the last sum row, everything
    above, the sheet, or the blocks of several sums right above it: men and women. A row carried to the next page ends
    no block, nor does an average. `alike` says of a sum row of one month or segment which data rows are of it.
    """
    found = []
    previous = block = 0
    nested: set[int] = set()
    last = _last_sum(printed, labels)
    for row, cells in zip(map(int, printed.index.to_list()), printed.to_numpy(dtype=object), strict=True):
        values = tuple(None if cell is pd.NA else int(cell) for cell in cells)
        own = numbers[alike[row]] if alike and row in alike else numbers
        above = own[own.index < row]
        scopes = [above[above.index > previous], above[above.index > block], above, own]
        is_beneath_sum = row in labels and scopes[0].empty
        blocks = _blocks_above(found, nested, is_last=row >= last) if is_beneath_sum else {}
        scopes += [above[above.index > boundary] for boundary in blocks.values()]
        fitting = next((place for place, scope in enumerate(scopes) if _agree(values, _sums(scope))), None)
        if fitting is not None and fitting >= _SCOPES:
            nested.add(list(blocks)[fitting - _SCOPES])
        label = labels.get(row) or str(next(filter(None, values), ""))
        carried = is_carried(label)
        nearest = 2 if carried else 0 if len(scopes[0]) > 1 else 3
        taken = nearest if fitting is None else fitting
        found.append(_total(row, label, printed=values, scope=scopes[taken]))
        if not found[-1].average:
            previous, block = row, block if carried else row
    return tuple(found)


def _total(row: int, label: str, *, printed: tuple[int | None, ...], scope: pd.DataFrame) -> TotalRow:
    """A sum row beside the sums of the rows in `scope`."""
    return TotalRow(
        row=row, label=label, printed=printed, summed=_sums(scope), columns=tuple(map(str, scope.columns)),
        over=frozenset(map(int, scope.index)),
        average=_is_average(label),
    )  # fmt: skip


def _sums(scope: pd.DataFrame) -> tuple[int, ...]:
    return tuple(int(value) for value in scope.sum())


def _last_sum(printed: pd.DataFrame, labels: dict[int, str]) -> int:
    """The last row that is a sum, and no average or the like beside one; 0 where none is."""
    return max(
        (int(row) for row in printed.index if not _is_beside_sums(labels.get(int(row), ""))), default=0
    )


def _blocks_above(found: Sequence[TotalRow], nested: Collection[int], *, is_last: bool) -> dict[int, int]:
    """By number of blocks of the sums right above a row: the row after which these begin.

    The last sum of a table, whatever averages follow it, is one of its last blocks only where sums before it were
    `nested` as deep: a formula that lost the first rows would pass for it.
    """
    depths = sorted(nested) if is_last else range(2, _NESTED + 1)
    sums = [total.row for total in found if not total.average]
    return {depth: sums[-depth - 1] for depth in depths if depth < len(sums)}


def _is_beside_sums(label: str) -> bool:
    """Whether a row is no sum of those above it by its name: an average, or what other months sum up to."""
    return _is_average(label) or (not sums_rows(label) and _sums_other_months(label))


def _is_average(label: str) -> bool:
    return "rata" in label.casefold() or "average" in label.casefold()


def _agree(printed: tuple[int | None, ...], summed: tuple[int, ...]) -> bool:
    return all(number in (None, other) for number, other in zip(printed, summed, strict=True))


def report_total(total: TotalRow, *, sheet: str, log: FindingLog) -> None:
    """INFO when a sum adds up, has no result, is an average or says that it sums other months; otherwise WARNING with
    both numbers.
    """
    if total.average or total.agrees:
        _report_agreeing(total, sheet=sheet, log=log)
        return
    if _is_beside_sums(total.label):
        log.add("BARIS_TOTAL_BULAN_LAIN", Severity.INFO, sheet=sheet, row=total.row, value=total.label)
        return
    for column, printed, summed in zip(total.columns, total.printed, total.summed, strict=True):
        if printed is not None and printed != summed:
            log.add(
                "TOTAL_TIDAK_COCOK", Severity.WARNING, sheet=sheet, row=total.row, column=column,
                value=str(printed), printed=printed, summed=summed, difference=printed - summed,
            )  # fmt: skip


def _report_agreeing(total: TotalRow, *, sheet: str, log: FindingLog) -> None:
    place = {"sheet": sheet, "row": total.row, "value": total.label}
    if total.average:
        log.add("BARIS_RATA_RATA_DITINGGALKAN", Severity.INFO, **place)
    elif total.uncounted:
        columns = ", ".join(total.uncounted[:_LISTED])
        log.add("TOTAL_TANPA_HASIL", Severity.INFO, **place, columns=columns)
    else:
        log.add("BARIS_TOTAL_DITINGGALKAN", Severity.INFO, **place)


def _sums_other_months(label: str) -> bool:
    return sums_up_to_month(label) or "lalu" in normalise(label).split()

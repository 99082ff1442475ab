"""A sheet that is the copy of another one ("Sheet1" and "Sheet1 (2)"): counted once, and told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.check.aside import SHEET_NAME
from jamsos_data.intake.report import FindingLog
from jamsos_data.intake.sheet import SheetResult
from jamsos_data.intake.sheet_groups import are_apart
from jamsos_data.reference import Reference

TWIN = "LEMBAR_KEMBAR"


def leave_out_copies(
    results: Sequence[SheetResult], reference: Reference, log: FindingLog
) -> list[SheetResult]:
    """The tables of a file, the rows of those that repeat a table of an earlier sheet marked as not to be taken.

    A copy has the same rows at the same places with the same keys, figures and names of persons, and says the same in
    its unused columns.
    Sheets whose names or titles say another month, area or segment differ in these, and those of two groups (RT and
    RW, PT A and PT B) in what stands beside, where each says its own.
    """
    kept: list[SheetResult] = []
    for result in results:
        first = next((other for other in kept if _is_copy(result, reference, of=other)), None)
        if first is not None:
            rows = sorted({int(row) for row in result.rows["_row"]})
            log.add(TWIN, Severity.WARNING, sheet=result.reading.name, first=first.reading.name, n=len(rows))
            log.leave_out(TWIN, result.reading.name, rows)
        kept.append(result if first is None else replace(result, rows=result.rows.assign(_bad=True)))
    return kept


def _is_copy(result: SheetResult, reference: Reference, *, of: SheetResult) -> bool:
    if result.reading.name == of.reading.name or result.rows.empty or result.rows["_bad"].all():
        return False
    names, others = result.aside.names, of.aside.names
    same_persons = names is others if names is None or others is None else names.equals(others)
    unused, others_unused = result.aside.unused, of.aside.unused
    groups = [str(one[SHEET_NAME].iloc[0]) for one in (unused, others_unused) if SHEET_NAME in one]
    if len(groups) == 1 or (len(groups) > 1 and not are_apart(groups[0], groups[1], reference)):
        unused, others_unused = (
            one.drop(columns=SHEET_NAME, errors="ignore") for one in (unused, others_unused)
        )
    return same_persons and _same(result.rows, of.rows) and _same(unused, others_unused)


def _same(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    """Whether two frames hold the same but for the sheet and for what an earlier copy was marked as."""
    own = [name for name in ("_sheet", "_bad") if name in one]
    return (
        one.shape == other.shape
        and list(one.columns) == list(other.columns)
        and one.drop(columns=own).equals(other.drop(columns=own))
    )

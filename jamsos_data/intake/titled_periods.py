"""Sheets of different months for all of which one month was given: the same key twice, and no copies of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.months import read_month
from jamsos_data.intake.match.constants import Constants
from jamsos_data.intake.report import FindingLog
from jamsos_data.intake.sheet import SheetResult

CODE = "LEMBAR_BEDA_BULAN"


def leave_out_other_periods(
    results: Sequence[SheetResult], data: Dataset, stated: Constants, log: FindingLog
) -> list[SheetResult]:
    """The tables of a file; where titles say different months (or years) of sheets, one was given for all, and rows of
    them have the same keys then, the rows of these sheets are marked as not to be taken.
    """
    period = data.period_column
    if period is None or period not in stated.columns:
        return list(results)
    waiting: set[int] = set()
    for one, other in combinations(range(len(results)), 2):
        if _differ(results[one], results[other]) and _share_keys(results[one], results[other], data):
            if other not in waiting:
                log.add(
                    CODE, Severity.ERROR, sheet=results[other].reading.name, value=results[other].titled_period,
                    first=results[one].reading.name, other=results[one].titled_period,
                    title=data.column(period).title, stated=stated.columns[period],
                )  # fmt: skip
            waiting |= {one, other}
    for number in waiting:
        log.leave_out(CODE, results[number].reading.name, map(int, results[number].rows["_row"].unique()))
    return [
        replace(result, rows=result.rows.assign(_bad=True)) if number in waiting else result
        for number, result in enumerate(results)
    ]


def _differ(one: SheetResult, other: SheetResult) -> bool:
    """Whether the titles of two sheets say months of which not both can be that of the same rows."""
    first, second = read_month(one.titled_period), read_month(other.titled_period)
    if first is None or second is None or one.reading.name == other.reading.name:
        return False
    pairs = ((first.year, second.year), (first.month, second.month))
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)


def _share_keys(one: SheetResult, other: SheetResult, data: Dataset) -> bool:
    names = [name for key in data.key for name in (key, f"tag:{key}")]
    keys = [name for name in names if name in one.rows and name in other.rows]
    pair = [result.rows[keys].astype("str").drop_duplicates() for result in (one, other)]
    return bool(pd.concat(pair).duplicated().any())

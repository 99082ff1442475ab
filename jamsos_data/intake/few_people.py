"""Rows by sex of a kecamatan that equal those of its villages, of so few people that it may be chance.

The printed totals of the table decide whether they are sums or people of their own; where these do not, they are read
as sums and somebody is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from jamsos_data.findings import Finding, Severity
from jamsos_data.intake.compared_areas import BY_CHANCE
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.printed_evidence import Compare, may_be_chance, miss

_SUM, _PEOPLE, _ASKED = "BARIS_TOTAL_DITINGGALKAN", "BELUM_TERPETAKAN", "INDUK_SEDIKIT_ORANG"


def people_of_totals(
    numbers: pd.DataFrame,
    left_out: frozenset[int],
    said: pd.Series,
    context: SheetContext,
    *,
    compare: Compare,
) -> frozenset[int]:
    """Which of the rows that are left out as sums of their area are people by the printed totals; it is said of them.

    `numbers` are those of all rows, by row number, and `said` is the sex and age that each says, "" for none.
    """
    told = {
        one.row: one
        for one in context.log.findings
        if one.row is not None
        and (one.code, one.sheet) == (_SUM, context.sheet)
        and one.row in left_out
        and bool(numbers.loc[[one.row]].fillna(0).to_numpy().any())
    }
    rows = frozenset(told)
    few = (
        may_be_chance(rows, numbers)
        and sum(int(total) for total in numbers.loc[list(rows)].fillna(0).sum()) <= BY_CHANCE
    )
    if not few or not (said.loc[list(rows)] != "").all():
        return frozenset()
    lacking = miss(compare(numbers.drop(index=list(left_out))))
    full_lacking = miss(compare(numbers.drop(index=list(left_out - rows))))
    if full_lacking and not lacking:
        return frozenset()
    are_people = lacking and not full_lacking
    _tell(_PEOPLE if are_people else _ASKED, told, numbers, context)
    return rows if are_people else frozenset()


def _tell(code: str, told: Mapping[int, Finding], numbers: pd.DataFrame, context: SheetContext) -> None:
    """One finding for the rows of each area in place of those that call them sums."""
    column = str(numbers.columns[0])
    areas: dict[str | None, dict[int, Finding]] = {}
    for row, found in told.items():
        areas.setdefault(found.value, {})[row] = found
    for area, same in areas.items():
        figure = int(numbers.loc[list(same), column].sum())
        params = {"wilayah": area, "printed": figure, "summed": figure, "n": len(same)}
        first, *others = same.values()
        asked = replace(
            first, code=code, severity=Severity.WARNING, column=column, value=str(figure), params=params
        )
        context.log.replace(first, asked)
        for other in others:
            context.log.replace(other, None)

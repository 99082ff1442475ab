"""What the printed totals of a table prove of rows that may be sums of others or people of their own.

A total that agrees with the other reading only, and to the last person, decides; one that agrees with none proves
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

import pandas as pd

from jamsos_data.findings import Finding
from jamsos_data.intake.compared_areas import BY_CHANCE
from jamsos_data.intake.locate.totals import TotalRow
from jamsos_data.intake.match.context import SheetContext

# So many rows may equal others by chance; of more the total at the foot counts the sums again.
_FEW_ROWS = 3

Compare = Callable[[pd.DataFrame], tuple[TotalRow, ...]]


def miss(totals: Sequence[TotalRow]) -> bool:
    """Whether one of the printed totals is not the sum of its rows."""
    return any(not total.average and not total.agrees for total in totals)


def may_be_chance(rows: Collection[int], numbers: pd.DataFrame) -> bool:
    """Whether few rows of few people equal others, which may be chance."""
    few = 0 < len(rows) <= _FEW_ROWS
    return few and bool((numbers.loc[list(rows)].fillna(0).sum(axis=1) <= BY_CHANCE).all())


def sums_by_totals(
    own: pd.DataFrame, codes: pd.Series, context: SheetContext, *, compare: Compare
) -> frozenset[int]:
    """The rows of wider areas, read as people of none of the parts, that the printed totals do not hold: sums that miss
    their parts, which is what is said of them now. `own` are the rows that count, `codes` their areas.
    """
    asked: dict[frozenset[int], Finding] = {}
    for found in context.log.findings:
        if found.row is None or (found.code, found.sheet) != ("BELUM_TERPETAKAN", context.sheet):
            continue
        if found.row in own.index:
            alike = codes.loc[own.index]
            rows = frozenset(map(int, alike.index[alike == alike.loc[[found.row]].iloc[0]]))
            if len(rows) == found.params["n"]:
                asked[rows] = found
    gone = frozenset[int]().union(*asked)
    if not gone or not miss(compare(own)) or miss(compare(own.drop(index=list(gone)))):
        return frozenset()
    for found in asked.values():
        told = replace(found, code="INDUK_WILAYAH_TIDAK_COCOK", params={**found.params, "n": 1})
        context.log.replace(found, told)
    return gone

"""Columns of budget versions that cannot be what their headers say: a change beside the version before it.

"Murni", "Perubahan", "Jumlah" may hold a budget, what is added to it, and the sum. As the newest version the middle
column would cut the budget down to what was added.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.clean.numbers import take_apart
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.melt import ValueColumn


def refuse_changes(data: pd.DataFrame, values: list[ValueColumn], context: SheetContext) -> list[ValueColumn]:
    """The number columns; of a version that a column of sums adds to another in every row no row is taken."""
    versions = [value for value in values if "versi" in value.slot.tags]
    sums = [_read(data[slot.position]) for slot in context.mapping.of_role("total")]
    changes = {
        later.slot.position: earlier.slot.header
        for earlier, later in pairwise(versions)
        if any(_is_sum(total, earlier.values, later.values) for total in sums)
    }
    for value in versions:
        if value.slot.position in changes:
            context.log.add(
                "VERSI_BERISI_SELISIH", Severity.ERROR, sheet=context.sheet, column=value.slot.header,
                other=changes[value.slot.position],
            )  # fmt: skip
    return [
        replace(value, bad=value.bad | True) if value.slot.position in changes else value for value in values
    ]


def _read(texts: pd.Series) -> pd.Series:
    return texts.map({text: take_apart(text).value for text in texts.unique() if is_number(text)})


def _is_sum(total: pd.Series, one: pd.Series, other: pd.Series) -> bool:
    """Whether every number of `total` is the sum of the others, and not all of these are nil."""
    both = one.fillna(0) + other.fillna(0)
    known = total.notna()
    return bool(known.any() and (total[known] == both[known]).all() and (other[known].fillna(0) > 0).any())

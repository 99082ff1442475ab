"""Blank cells of a key column that may mean "the same as above", and those in which the key is missing.

An outline says a payer or segment once, at the top of its block. In a flat list most rows say it, and a blank beside
another village or kecamatan repeats nothing: nobody knows whose money that is.
"""

from __future__ import annotations

import pandas as pd

from jamsos_data.intake.match.periods import Sources, says_more
from jamsos_data.intake.match.slots import Slot

_MOSTLY = 0.5


def may_repeat(data: pd.DataFrame, slot: Slot, sources: Sources) -> pd.Series:
    """Rows of which a cell without a text of its own, in the column of `slot`, may stand for the one above.

    Where most rows have one, a blank may not that begins anew: beside another text in a column to its left, or where
    the same text comes again further down, so that the rows are not in blocks.
    """
    allowed = says_more(data, slot, sources.mapping)
    blank = data[slot.position] == ""
    if not blank.any() or blank.mean() >= _MOSTLY:
        return allowed
    wider = _wider(data, slot, sources)
    anew = (wider != wider.shift()).any(axis=1)
    anew |= bool(wider.assign(own=data[slot.position])[~blank].duplicated().any())
    return allowed & ~(blank & anew)


def _wider(data: pd.DataFrame, slot: Slot, sources: Sources) -> pd.DataFrame:
    """What the key columns to the left of a column and the headings above say of each row, their own blanks filled."""
    keys = sources.mapping.of_role("area", "column", "month", "year")
    left = data[[key.position for key in keys if key.position < slot.position]]
    filled = left.mask(left == "").ffill().fillna("")
    return pd.concat([filled, sources.sections.reindex(data.index).fillna("")], axis=1)

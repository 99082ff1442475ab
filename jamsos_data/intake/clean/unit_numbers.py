"""RW, or a dusun, that stands only in the first row of its RT: "Dersalam | 01 | 001", then "002"."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from jamsos_data.intake.match.slots import ColumnMap, Slot
from jamsos_data.intake.sub_units import unit_rank


def fill_units(body: pd.DataFrame, mapping: ColumnMap) -> tuple[pd.DataFrame, dict[str, int]]:
    """The rows, blank cells of a unit taken from the row above where they name a narrower one; and how many were
    filled, by header. None of a list by name: there they are part of an address.
    """
    units = [slot for slot in mapping.of_role("unused") if unit_rank(slot.lowest_header) is not None]
    if len(units) < 2 or mapping.data.column(mapping.data.value_column).personal:
        return body, {}
    filled = fill_within_areas(body, [slot.position for slot in mapping.of_role("area")], units)
    counts = {slot.header: int((filled[slot.position] != body[slot.position]).sum()) for slot in units}
    return filled, {header: count for header, count in counts.items() if count}


def fill_within_areas(body: pd.DataFrame, areas: Sequence[int], units: Sequence[Slot]) -> pd.DataFrame:
    """`body` with the blank cells of `units` that name a narrower one filled, within one area (columns `areas`)."""
    result = body.copy()
    block = _blocks(body[[*areas]].mask(body[[*areas]] == "").ffill().fillna(""))
    for slot in sorted(units, key=_rank):
        narrower = [other.position for other in units if _rank(other) > _rank(slot)]
        texts = result[slot.position]
        blank = (texts == "") & (body[narrower] != "").any(axis=1)
        above = texts.mask(texts == "").groupby(block).ffill().fillna("")
        result[slot.position] = texts.where(~blank, above)
        block = _blocks(pd.concat([block, result[slot.position]], axis=1))
    return result


def _blocks(texts: pd.DataFrame) -> pd.Series:
    """A number for rows in a run that say the same."""
    return (texts != texts.shift()).any(axis=1).cumsum()


def _rank(slot: Slot) -> int:
    rank = unit_rank(slot.lowest_header)
    return 0 if rank is None else rank

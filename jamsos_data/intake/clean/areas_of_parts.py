"""Rows by sex or age whose area stands only in the first of them: "Jati, Loram Kulon | L", then "P" alone."""

from __future__ import annotations

import pandas as pd

from jamsos_data.intake.match.slots import ColumnMap, says_all
from jamsos_data.intake.names import normalise
from jamsos_data.intake.part_headers import SEXES, heads_parts_of_people

_BARE_SHARE = 0.25


def parts_of_people(body: pd.DataFrame, mapping: ColumnMap) -> list[int]:
    """The columns that tell rows of one area apart by sex or age, by their header or because they hold nothing else."""
    return [
        slot.position
        for slot in mapping.of_role("unused")
        if heads_parts_of_people(slot.lowest_header) or _holds_sexes(body[slot.position])
    ]


def fill_areas_of_parts(
    texts: pd.DataFrame, body: pd.DataFrame, mapping: ColumnMap
) -> tuple[pd.DataFrame, dict[str, int]]:
    """The area texts of the rows of `body`, those of such rows taken from the row above that names an area; and how
    many, by the header of the areas.

    None is filled where one row would have the part, month and other keys of another one, where only few rows are bare,
    and none of a list by name: there an area is missing.
    """
    areas, parts = mapping.of_role("area"), parts_of_people(body, mapping)
    if not areas or not parts or mapping.data.column(mapping.data.value_column).personal:
        return texts, {}
    named = (body[[slot.position for slot in areas]] != "").any(axis=1)
    bare = ~named & (body[parts] != "").any(axis=1)
    if bare.mean() < _BARE_SHARE or not named.iloc[0]:
        return texts, {}
    above = pd.Series(range(len(body)), index=body.index).where(named).ffill().astype("int64")
    full = texts.where(~bare, texts.iloc[above].set_axis(texts.index))
    if (full == texts).all(axis=None) or _repeats_parts(full, body, mapping, parts=parts, bare=bare):
        return texts, {}
    return full, {areas[0].header: int(bare.sum())}


def _repeats_parts(
    full: pd.DataFrame, body: pd.DataFrame, mapping: ColumnMap, *, parts: list[int], bare: pd.Series
) -> bool:
    keys = [slot.position for slot in mapping.of_role("column", "month", "year")]
    described = pd.concat([full, body[[*keys, *parts]].fillna("")], axis=1)
    return bool((described.duplicated(keep=False) & bare).any())


def _holds_sexes(texts: pd.Series) -> bool:
    words = {normalise(text) for text in texts.unique()} - {""}
    parts = {word for word in words if not says_all(word)}
    return len(parts) > 1 and parts <= SEXES

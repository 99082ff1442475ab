"""Rows by sex, age or dusun whose area or segment stands only in the first of them: "Loram Kulon | L", then "P"."""

from __future__ import annotations

import pandas as pd

from jamsos_data.intake.locate.total_words import is_total_name
from jamsos_data.intake.match.slots import ColumnMap, says_all
from jamsos_data.intake.names import normalise
from jamsos_data.intake.part_headers import SEXES, heads_parts_of_people
from jamsos_data.intake.sub_units import heads_units

_BARE_SHARE = 0.25
_WIDER = ("kabupaten", "kecamatan")
_NUMBERING = ("no", "nomor", "nr", "no urut")
_AREA_WORDS = ("kec", "kecamatan", "kab", "kabupaten", "desa", "kelurahan")


def parts_of_people(body: pd.DataFrame, mapping: ColumnMap, *, with_units: bool = True) -> list[int]:
    """The columns that tell rows of one area apart by sex, age or a unit below the desa, by their header, or by sex
    because they hold nothing else. Units beneath a kecamatan without a desa are rows of another level.
    """
    narrow = (body[_narrow_areas(mapping)] != "").any(axis=1)
    return [
        slot.position
        for slot in mapping.of_role("unused", "ignored")
        if heads_parts_of_people(slot.lowest_header)
        or (
            with_units
            and heads_units(slot.lowest_header)
            and narrow.cummax()[body[slot.position] != ""].all()
        )
        or holds_sexes(body[slot.position])
    ]


def _narrow_areas(mapping: ColumnMap) -> list[int]:
    """The columns of desa; of kecamatan where there are none."""
    areas = mapping.of_role("area")
    return [slot.position for slot in areas if slot.name not in _WIDER] or [slot.position for slot in areas]


def fill_keys_of_parts(
    texts: pd.Series, body: pd.DataFrame, mapping: ColumnMap, *, position: int
) -> tuple[pd.Series, int]:
    """The `texts` of a key (column `position` of `body`), of rows without one taken from the row above; and how many.

    Only where each such row is another part of the same area as the rows above it until the last that has one.
    """
    blank, parts = texts == "", parts_of_people(body, mapping)
    if (
        not parts
        or not blank.any()
        or blank.iloc[0]
        or mapping.data.column(mapping.data.value_column).personal
    ):
        return texts, 0
    others = [slot.position for slot in mapping.of_role("area", "column", "month", "year")]
    others = [place for place in others if place != position]
    blocks = (~blank).cumsum()
    first = body[others].groupby(blocks).transform("first")
    same = ((body[others] == "") | (body[others] == first)).all(axis=1)
    apart = ~body[parts].assign(block=blocks).duplicated(keep=False) & (body[parts] != "").any(axis=1)
    if not (same & apart)[blank].all() or blank.mean() < _BARE_SHARE:
        return texts, 0
    return texts.mask(blank).ffill(), int(blank.sum())


def fill_areas_of_parts(
    texts: pd.DataFrame, body: pd.DataFrame, mapping: ColumnMap
) -> tuple[pd.DataFrame, dict[str, int]]:
    """The area texts of the rows of `body`, those of such rows taken from the row above that names an area; and how
    many, by the header of each column of areas.

    A row may repeat the kecamatan of the desa that it lacks, where each desa is named once. None is filled where one
    row would have the part, month and other keys of another one, where only few rows are bare, and none of a list by
    name: there an area is missing. Nor are the rows from one on that begins another desa without naming it: it names
    another kecamatan, has a number of its own as the desa have, or is called an area where the units stand. Those
    beneath it are of its kecamatan, where it names that.
    """
    areas, parts = mapping.of_role("area"), parts_of_people(body, mapping)
    if not areas or not parts or mapping.data.column(mapping.data.value_column).personal:
        return texts, {}
    named = (body[_narrow_areas(mapping)] != "").any(axis=1)
    apart = (body[parts] != "").any(axis=1)
    nameless = _begin_nameless(body, mapping, named, parts)
    begins = named | nameless | (~apart & (body[[slot.position for slot in areas]] != "").any(axis=1))
    if not begins.iloc[0]:
        return texts, {}
    above = pd.Series(range(len(body)), index=body.index).where(begins).ffill().astype("int64")
    first = texts.iloc[above].set_axis(texts.index)
    bare = ~named & apart & named.iloc[above].set_axis(named.index)
    once = not body.loc[named, _narrow_areas(mapping)].duplicated().any()
    for slot in areas:
        bare &= (body[slot.position] == "") | (once & (body[slot.position] == first[slot.name]))
    silent = (body[[slot.position for slot in areas]] == "").all(axis=1)
    inner = silent & apart & nameless.iloc[above].set_axis(named.index)
    if (bare | inner).mean() < _BARE_SHARE:
        return texts, {}
    full = _filled_areas(texts, first, bare=bare, inner=inner)
    if (full == texts).all(axis=None) or _repeats_parts(full, body, mapping, parts=parts, bare=bare | inner):
        return texts, {}
    taken = {slot.header: int((full[slot.name] != texts[slot.name]).sum()) for slot in areas}
    return full, {header: count for header, count in taken.items() if count}


def _filled_areas(
    texts: pd.DataFrame, first: pd.DataFrame, *, bare: pd.Series, inner: pd.Series
) -> pd.DataFrame:
    """The texts, of the `bare` rows those of the `first` above them, of the `inner` ones its wider areas alone."""
    full = texts.where(~bare, first)
    return full.assign(**{role: full[role].where(~inner, first[role]) for role in _WIDER if role in full})


def _begin_nameless(body: pd.DataFrame, mapping: ColumnMap, named: pd.Series, parts: list[int]) -> pd.Series:
    """The rows of parts (their columns) that begin another desa and do not name it."""
    unused = mapping.of_role("unused", "ignored")
    units = [slot.position for slot in unused if heads_units(slot.lowest_header)]
    within = ~named & (body[parts] != "").any(axis=1)
    begins = body[units].map(_names_area).any(axis=1)
    for slot in mapping.of_role("area"):
        if slot.name in _WIDER:
            said = body[slot.position]
            begins |= (said != "") & (said != said.where(named & (said != "")).ffill().fillna(""))
    for slot in unused:
        filled = body[slot.position] != ""
        if normalise(slot.lowest_header) in _NUMBERING and filled[named].all() and not filled[within].all():
            begins |= filled
    return within & begins


def _names_area(text: str) -> bool:
    return normalise(text).split()[:1] in [[word] for word in _AREA_WORDS]


def _repeats_parts(
    full: pd.DataFrame, body: pd.DataFrame, mapping: ColumnMap, *, parts: list[int], bare: pd.Series
) -> bool:
    keys = [slot.position for slot in mapping.of_role("column", "month", "year")]
    headers = {slot.position: slot.lowest_header for slot in mapping.of_role("unused", "ignored")}
    if all(heads_units(headers[part]) for part in parts):
        keys = []  # a unit comes once, whichever segment it is of
    said = [fill_keys_of_parts(body[place], body, mapping, position=place)[0] for place in keys]
    described = pd.concat([full, *said, _filled_parts(body[parts])], axis=1).fillna("")
    sums = body[parts].map(is_total_name).any(axis=1)
    return bool((described.duplicated(keep=False) & bare & ~sums).any())


def _filled_parts(parts: pd.DataFrame) -> pd.DataFrame:
    """The same with a sex that is merged over its ages in each of their rows."""
    filled = parts.copy()
    for position in parts.columns[:-1]:
        within = (parts[position] == "") & (parts[parts.columns[-1]] != "")
        filled[position] = parts[position].mask(within).ffill().fillna("")
    return filled


def holds_sexes(texts: pd.Series) -> bool:
    """Whether a column says of its rows which are of men and which of women, and nothing else."""
    words = {normalise(text) for text in texts.unique()} - {""}
    parts = {word for word in words if not says_all(word)}
    return len(parts) > 1 and parts <= SEXES

"""Gathers what the columns of a sheet say about areas, with merged cells filled down where that is what they mean."""

from __future__ import annotations

import pandas as pd

from jamsos_data.intake.clean.area_names import split_name
from jamsos_data.intake.clean.areas_of_parts import fill_areas_of_parts, parts_of_people
from jamsos_data.intake.clean.id_columns import fill_down
from jamsos_data.intake.match.slots import ColumnMap, Slot

_WIDER = ("kabupaten", "kecamatan", "wilayah")
# `senama` holds a name that may be a kecamatan or its village; no column of a file has that role.
ROLES = ("kode", "kode_bps", "kabupaten", "kecamatan", "desa", "wilayah", "senama")


def area_texts(body: pd.DataFrame, mapping: ColumnMap) -> tuple[pd.DataFrame, dict[str, int]]:
    """The area columns of a sheet by role, merged cells filled down; and how many cells were filled, by header."""
    result = pd.DataFrame("", index=body.index, columns=list(ROLES), dtype="str")
    filled: dict[str, int] = {}
    for slot in mapping.of_role("area"):
        texts = body[slot.position]
        if slot.name in _WIDER:
            full, count = fill_down(texts, _says_more(body, slot, mapping))
            if count and not _repeats_keys(body, full, slot, mapping):
                texts = full
                filled[slot.header] = count
        empty = result[slot.name] == ""
        result[slot.name] = result[slot.name].where(~empty, texts)
    result, more = fill_areas_of_parts(result, body, mapping)
    return result, {header: more.get(header, 0) + filled.get(header, 0) for header in more | filled}


def disagreeing_columns(body: pd.DataFrame, mapping: ColumnMap) -> list[tuple[Slot, Slot, int]]:
    """Two columns of the same kind of area that name different ones in so many rows: the second, the first, how many.

    Figures to the right of the second column would go to the areas of the first.
    """
    found = []
    first: dict[str, Slot] = {}
    for slot in mapping.of_role("area"):
        other = first.setdefault(slot.name, slot)
        if other is slot:
            continue
        pairs = body[(body[slot.position] != "") & (body[other.position] != "")]
        differ = pairs[slot.position].map(split_name) != pairs[other.position].map(split_name)
        if differ.any():
            found.append((slot, other, int(differ.sum())))
    return found


def _says_more(body: pd.DataFrame, slot: Slot, mapping: ColumnMap) -> pd.Series:
    """Rows that name a finer area, or (where there is no finer column) a month, segment or other key.

    A unit belongs to a desa: where that is missing, not to the kecamatan above.
    """
    finer = ROLES[ROLES.index(slot.name) + 1 :]
    areas = [other.position for other in mapping.of_role("area") if other.name in finer]
    others = areas or [other.position for other in mapping.of_role("column", "month", "year")]
    parts = parts_of_people(body, mapping, with_units=not areas)
    return (body[[*others, *parts]] != "").any(axis=1)


def _repeats_keys(body: pd.DataFrame, full: pd.Series, slot: Slot, mapping: ColumnMap) -> bool:
    """Whether filling down would give two rows one key: then a blank is a missing area, not "the same as above"."""
    if any(other.name in ROLES[ROLES.index(slot.name) + 1 :] for other in mapping.of_role("area")):
        return False
    keys = [other.position for other in mapping.of_role("column", "month", "year")]
    keys += parts_of_people(body, mapping)
    filled = full != body[slot.position]
    return bool((body[keys].assign(area=full).duplicated(keep=False) & filled).any())

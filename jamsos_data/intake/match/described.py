"""A column headed by no more than "Uraian" or "Row Labels": what it describes is what all of its cells name."""

from __future__ import annotations

from dataclasses import replace

from jamsos_data.datasets import Dataset
from jamsos_data.intake.clean.area_names import split_name
from jamsos_data.intake.lexicon import PIVOT_ROWS, WIDE_TABLES, Lexicon
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.content import filled_cells, is_in_every_row
from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.names import normalise

_DESCRIBING = frozenset(["uraian", "rincian"])
_SEGMENT = "segmen"
_FEWEST = 2


def take_described(
    slots: list[Slot], table: Table, data: Dataset, lexicon: Lexicon, given: frozenset[str]
) -> list[Slot]:
    """The columns, one headed "Uraian" as the segments where nothing else gives these and each of its rows names one,
    which could be nothing else.
    """
    told = {name for slot in slots for name in (slot.name, *slot.tags)} | given
    places = [
        slot.position
        for slot in slots
        if slot.role == "unused" and not slot.is_chosen and normalise(slot.header) in _DESCRIBING
    ]
    if _SEGMENT not in data.names or _SEGMENT in told or len(places) != 1:
        return slots
    if not _names_segments(table, places[0], data, lexicon):
        return slots
    return [
        replace(slot, role="column", name=_SEGMENT, source="described")
        if slot.position == places[0]
        else slot
        for slot in slots
    ]


def take_row_labels(slots: list[Slot], table: Table, lexicon: Lexicon) -> list[Slot]:
    """The columns, the first of a pivot table as that of areas where each of its rows names one."""
    if any(slot.role == "area" for slot in slots):
        return slots
    names = lexicon.areas
    known = {*names.kecamatan, *names.desa, *names.kabupaten_names}
    return [
        replace(slot, role="area", name="wilayah", source="described")
        if slot.role == "ignored"
        and not slot.is_chosen
        and normalise(slot.header) in PIVOT_ROWS
        and (texts := filled_cells(table, slot.position))
        and all(split_name(text)[0] in known for text in texts)
        else slot
        for slot in slots
    ]


def _names_segments(table: Table, position: int, data: Dataset, lexicon: Lexicon) -> bool:
    texts = set(filled_cells(table, position))
    others = [codes for name, codes in WIDE_TABLES.items() if name in data.names and name != _SEGMENT]
    return (
        len(texts) >= _FEWEST
        and is_in_every_row(table, position)
        and all(lexicon.code_named(WIDE_TABLES[_SEGMENT], text) for text in texts)
        and not any(lexicon.code_named(codes, text) for codes in others for text in texts)
    )

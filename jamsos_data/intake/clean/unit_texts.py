"""Where a sheet states the unit of its numbers beside the headers: titles, notes beneath, a column "Satuan"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jamsos_data.intake.clean.units import find_announced_unit
from jamsos_data.intake.locate.body import Body
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.names import normalise

UNIT_LABEL = "satuan"


def unit_texts(titles: Sequence[str], table: Table, body: Body, mapping: ColumnMap) -> tuple[str, ...]:
    """Texts in which the unit of all numbers may be stated, in the order of the sheet."""
    # "Satuan" and "Ribu Rp" may stand in two cells.
    beside = [f"{one}: {two}" for one, two in pairwise(titles) if normalise(one) == UNIT_LABEL]
    return (*titles, *beside, *_of_columns(body, mapping), *_of_notes(table, body))


def _of_columns(body: Body, mapping: ColumnMap) -> list[str]:
    """The one unit that fills a column "Satuan"; of several none holds for all numbers."""
    found = []
    for slot in mapping.of_role("unused", "ignored"):
        if normalise(slot.lowest_header) == UNIT_LABEL:
            units = {f"{UNIT_LABEL}: {text}" for text in body.data[slot.position].unique() if text}
            found += units if len(units) == 1 else []
    return found


def _of_notes(table: Table, body: Body) -> list[str]:
    texts = (str(text) for row in body.notes for text in table.body.loc[row] if text)
    return [unit.text for unit in map(find_announced_unit, texts) if unit]

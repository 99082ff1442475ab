"""The word potensi alone means that of BPJS/Bappenas, except where a title names another source (DTSEN, Sakernas)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from jamsos_data.datasets import Dataset
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.names import normalise

_BASIS = "basis"
_OTHERS = re.compile(
    r"(?<!\w)(?:dtsen|dtks|regsosek|p3ke|sakernas|susenas|podes|bps|dukcapil|disdukcapil|epdeskel|prodeskel)(?!\w)"
)
# Words that titles also have of any potensi: the office that wrote it.
BARE_WORDS = frozenset(["potensi", "bpjs", "bappenas"])


def names_other_source(texts: Iterable[str]) -> bool:
    """Whether titles name a source of numbers of workers other than BPJS and Bappenas.

    >>> names_other_source(["Potensi pekerja rentan DTSEN"]), names_other_source(["Potensi BPJS"])
    (True, False)
    """
    return any(_OTHERS.search(normalise(text)) for text in texts)


def without_bare_basis(slots: list[Slot], table: Table, data: Dataset) -> list[Slot]:
    """No basis for columns of a potensi headed by such a word alone, where a title names another source."""
    if _BASIS not in data.names or not names_other_source((*table.titles, table.sheet.name)):
        return slots
    return [
        replace(slot, tags={column: code for column, code in slot.tags.items() if column != _BASIS})
        if _BASIS in slot.tags and not slot.is_chosen and _is_bare(slot.header)
        else slot
        for slot in slots
    ]


def _is_bare(header: str) -> bool:
    return {*normalise(header).split()} & {*BARE_WORDS, "bekerja", "angkatan", "ak"} == {"potensi"}

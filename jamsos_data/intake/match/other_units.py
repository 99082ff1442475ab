"""Columns that count firms: "Perusahaan" is a payer above people or rupiah, and a unit of its own beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.names import normalise

_FIRMS = re.compile(r"^(?:(?:jumlah|jml|total|banyaknya) )?(?:perusahaan|badan usaha|pemberi kerja|majikan)$")
_PAYER = "sumber_dana"
# "BU" is a firm (badan usaha) beside people, and else may be anything.
_SHORT = frozenset(["bu", "pk", "prsh"])
_PEOPLE = frozenset(
    ["tk", "tenaga kerja", "peserta", "pekerja", "orang", "jumlah tk", "jml tk", "tk aktif", "peserta aktif"]
)


def heads_firms(header: str) -> bool:
    """Whether a header names firms, as a payer or as what is counted.

    >>> heads_firms("Januari / Jumlah Perusahaan"), heads_firms("Jumlah pekerja perusahaan")
    (True, False)
    """
    return bool(_FIRMS.match(normalise(header.rpartition(" / ")[2])))


def without_short_firms(slots: list[Slot]) -> list[Slot]:
    """The columns without "BU" beside "TK" under one heading: beneath a segment both would be its people."""
    return [
        replace(slot, role="unused", tags={})
        if slot.role == "value"
        and not slot.is_chosen
        and not heads_firms(slot.header)
        and counts_firms(slot, slots)
        else slot
        for slot in slots
    ]


def counts_firms(slot: Slot, slots: Iterable[Slot]) -> bool:
    """Whether a column counts firms: by its name, or as "BU" beside "TK" under the same heading."""
    upper, _, lowest = slot.header.rpartition(" / ")
    return heads_firms(lowest) or (
        bool(upper)
        and normalise(lowest) in _SHORT
        and any(
            other.header.rpartition(" / ")[0] == upper and normalise(other.lowest_header) in _PEOPLE
            for other in slots
        )
    )


def without_firms(slots: list[Slot]) -> list[Slot]:
    """The columns without "Perusahaan" beside a named column of the same value, where no other payer has a column."""
    values = [slot for slot in slots if slot.role == "value"]
    paid = [slot for slot in values if _PAYER in slot.tags]
    firms = {slot.position for slot in paid if heads_firms(slot.header) and not slot.is_chosen}
    beside = {slot.name for slot in values if _PAYER not in slot.tags and slot.rank < Slot.rank}
    if len(firms) < len(paid) or not all(slot.name in beside for slot in paid):
        return slots
    return [replace(slot, role="unused", tags={}) if slot.position in firms else slot for slot in slots]

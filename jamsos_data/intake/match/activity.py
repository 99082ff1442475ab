"""Columns of one segment that stand apart by activity: "Aktif" beside "Non Aktif", "Menunggak" or "Terdaftar".

Only the active ones are participants. Added to the others they would be all who were ever registered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from jamsos_data.datasets import Dataset
from jamsos_data.intake.match.labels import FILLERS
from jamsos_data.intake.match.slots import Slot, sums_group
from jamsos_data.intake.names import normalise

_PARTICIPANTS = "kepesertaan"
_ACTIVE = re.compile(r"\b(?:aktif|active)\b")
_INACTIVE = re.compile(
    r"\b(?:non|tidak|tdk|blm|belum) ?aktif\b|\b(?:nonaktif|inaktif|inactive|menunggak|nunggak|tunggakan|keluar"
    r"|berhenti|terdaftar)\b"
)


def take_active(slots: list[Slot], data: Dataset) -> list[Slot]:
    """The columns; of those with the same labels the active ones alone, where each other one says that it is not."""
    if data.name != _PARTICIPANTS:
        return slots
    together: dict[tuple[str, str], list[Slot]] = {}
    for slot in slots:
        if slot.role == "value" and slot.tags and not slot.is_chosen:
            together.setdefault((slot.name, str(sorted(slot.tags.items()))), []).append(slot)
    left = {slot.position: slot for same in together.values() for slot in _left_of(same)}
    return [left.get(slot.position, slot) for slot in slots]


def stands_beside_active(slot: Slot, others: Iterable[Slot]) -> bool:
    """Whether a column that is not taken counts those who are not active of one of `others`, which counts the active.

    "PU / Menunggak" beside "PU / Aktif", "PU Non Aktif" beside "PU Aktif": it is left without a question.
    """
    header = normalise(slot.header)
    bare = _bare(_INACTIVE.sub(" ", header))
    taken = [normalise(other.header) for other in others]
    return bool(_INACTIVE.search(header)) and any(
        _ACTIVE.search(text) and not _INACTIVE.search(text) and _bare(_ACTIVE.sub(" ", text)) == bare
        for text in taken
    )


def _bare(text: str) -> list[str]:
    return [word for word in text.split() if word not in FILLERS]


def _left_of(same: Sequence[Slot]) -> list[Slot]:
    """The columns beside those of who is active, and what sums them all, as they are left; none where any of them says
    neither.
    """
    sums = [slot for slot in same if sums_group(slot) and not _state(slot)]
    said = {slot.position: _state(slot) for slot in same if slot not in sums}
    inactive = [slot for slot in same if said.get(slot.position) == "inactive"]
    active = [slot for slot in same if said.get(slot.position) == "active"]
    if not inactive or not active or len(inactive) + len(active) < len(said):
        return []
    return [
        *(replace(slot, role="unused", tags={}) for slot in inactive),
        *(replace(slot, role="ignored", tags={}) for slot in sums),
    ]


def _state(slot: Slot) -> str:
    """What the lowest part of a header that speaks of activity says: "Terdaftar / PU" is inactive; "" for none."""
    for part in reversed([normalise(part) for part in slot.header.split(" / ")]):
        if _INACTIVE.search(part):
            return "inactive"
        if _ACTIVE.search(part):
            return "active"
    return ""

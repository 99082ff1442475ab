"""People that stand programme by programme: JKK, JKM and JHT beside each other hold the same people again.

Who is protected has JKK and JKM, so that either column holds all of them and JHT some: one is taken and none is added.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.intake.match.slots import ColumnMap, Slot, is_bare, sums_group
from jamsos_data.intake.names import normalise

PROGRAM = "program"
PROTECTED = "JKK+JKM"
PROTECTING = ("jkk", "jkm")
_PROGRAMMES = frozenset([*PROTECTING, "jht", "jp", "jkp"])
_PEOPLE = frozenset(
    ["jumlah", "jml", "total", "peserta", "aktif", "tk", "tenaga", "kerja", "pekerja", "orang", "program"]
)


def take_protected(slots: list[Slot], data: Dataset) -> list[Slot]:
    """The columns, of people by single programme under one heading that of JKK alone taken; to be agreed to.

    Beside a column of all people, or of a package of programmes, they are left as they are; where one of JKK and JKM
    is missing the others are taken out only. A column that says the package of each row keeps its word.
    """
    if PROGRAM not in data.names or data.column(data.value_column).kind is not ColumnKind.COUNT:
        return slots
    single = [slot for slot in slots if programme_of(slot) and _may_count_people(slot, data)]
    headings = {slot.header.rpartition(" / ")[0] for slot in single}
    sums = [slot for slot in slots if _may_sum(slot, data) and slot.header.rpartition(" / ")[0] in headings]
    others = [slot for slot in slots if slot not in (*single, *sums) and _is_value(slot, data)]
    if any(not slot.tags or PROGRAM in slot.tags or slot.is_chosen for slot in others):
        return slots
    groups: dict[tuple[str, str], dict[str, Slot]] = defaultdict(dict)
    for slot in single:
        groups[_group_of(slot)][programme_of(slot)] = slot
    if sum(map(len, groups.values())) < len(single):
        return slots
    stated = any(slot.role == "column" and slot.name == PROGRAM and slot not in single for slot in slots)
    taken = {
        slot.position: slot for group in groups.values() for slot in _take_one(group, data, is_stated=stated)
    }
    if any(slot.proof == "programme" for slot in taken.values()):
        taken |= {slot.position: replace(slot, role="unused", name="", proof="programme") for slot in sums}
    return [taken.get(slot.position, slot) for slot in slots]


def columns_beside(taken: Slot, mapping: ColumnMap) -> list[Slot]:
    """The columns of people by programme of which `taken` is the one that counts: JKM first, then those of some
    and what sums them.
    """
    if taken.proof != "programme":
        return []
    heading = taken.header.rpartition(" / ")[0]
    beside = [
        slot
        for slot in mapping.of_role("unused")
        if slot.proof == "programme"
        and slot.header.rpartition(" / ")[0] == heading
        and slot.tags == _rest(taken)
    ]
    return sorted(beside, key=lambda slot: programme_of(slot) not in PROTECTING)


def programme_of(slot: Slot) -> str:
    """The one programme that the lowest header names beside words for people: "jkk" of "Peserta JKK"; else ""."""
    words = normalise(slot.lowest_header).split()
    named = [word for word in words if word in _PROGRAMMES]
    return named[0] if len(named) == 1 and {*words} <= _PEOPLE | _PROGRAMMES else ""


def _take_one(group: dict[str, Slot], data: Dataset, *, is_stated: bool) -> list[Slot]:
    """The columns of one heading: JKK as the people protected, the others as unused."""
    named = [name for name in PROTECTING if name in group]
    if len(group) == 1 or not named:
        return list(group.values())
    rest = {name: slot for name, slot in group.items() if name != named[0]}
    both = len(named) == len(PROTECTING)
    taken = group[named[0]]
    if both:
        package = {} if is_stated else {PROGRAM: PROTECTED}
        taken = replace(
            taken,
            role="value",
            name=data.value_column,
            near=None,
            tags=_rest(taken) | package,
            proof="programme",
        )
    proof = "programme" if both else ""
    return [
        taken,
        *(replace(slot, role="unused", name="", tags=_rest(slot), proof=proof) for slot in rest.values()),
    ]


def _may_sum(slot: Slot, data: Dataset) -> bool:
    """Whether a column is headed as nothing but the sum of those under its heading."""
    is_sum = sums_group(slot) or (is_bare(slot) and not slot.tags)
    return is_sum and not slot.is_chosen and (slot.role == "total" or _is_value(slot, data))


def _group_of(slot: Slot) -> tuple[str, str]:
    return slot.header.rpartition(" / ")[0], str(sorted(_rest(slot).items()))


def _rest(slot: Slot) -> dict[str, str]:
    return {name: text for name, text in slot.tags.items() if name != PROGRAM}


def _may_count_people(slot: Slot, data: Dataset) -> bool:
    """Whether nobody said what a column is and it is no other figure; "JHT" under "Program" passes for that one."""
    is_open = slot.role in ("unused", "total") or (slot.role == "column" and slot.name == PROGRAM)
    return not slot.is_chosen and (is_open or _is_value(slot, data))


def _is_value(slot: Slot, data: Dataset) -> bool:
    return slot.role == "value" and slot.name == data.value_column

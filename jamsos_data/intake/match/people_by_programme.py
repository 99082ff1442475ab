"""People that stand programme by programme: JKK, JKM and JHT beside each other hold the same people again.

Who is protected has JKK and JKM, so that either column holds all of them and JHT some: one is taken and none is added.
Men and women may stand above or beneath the programmes: of each one is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.intake.match.shares_and_rates import is_claim_or_money
from jamsos_data.intake.match.slots import ColumnMap, Slot, is_bare, sums_group
from jamsos_data.intake.names import normalise
from jamsos_data.intake.part_headers import MEN, SEXES

PROGRAM = "program"
PROTECTED = "JKK+JKM"
PROTECTING = ("jkk", "jkm")
_PROGRAMMES = frozenset([*PROTECTING, "jht", "jp", "jkp"])
_SEX_WORDS = frozenset(word for sex in SEXES for word in sex.split())
_PEOPLE = frozenset(
    ["jumlah", "jml", "total", "peserta", "aktif", "tk", "tenaga", "kerja", "pekerja", "orang", "program"]
)
_UNDERSTOOD = _PEOPLE | _PROGRAMMES | _SEX_WORDS


def take_protected(slots: list[Slot], data: Dataset) -> list[Slot]:
    """The columns, of people by single programme under one heading that of JKK alone taken; to be agreed to.

    Beside a column of all people, or of a package of programmes, they are left as they are; where one of JKK and JKM
    is missing the others are taken out only. A column that says the package of each row keeps its word.
    """
    if PROGRAM not in data.names or data.column(data.value_column).kind is not ColumnKind.COUNT:
        return slots
    single = [slot for slot in slots if programme_of(slot) and _may_count_people(slot, data)]
    wholes = [slot for slot in single if _sums_sexes(slot, single)]
    headings = {slot.header.rpartition(" / ")[0] for slot in single if not _sex_in(slot.lowest_header)}
    sums = [slot for slot in slots if _may_sum(slot, data) and slot.header.rpartition(" / ")[0] in headings]
    sums = [slot for slot in sums if slot not in single]
    others = [slot for slot in slots if slot not in (*single, *sums) and _is_value(slot, data)]
    if any(not slot.tags or PROGRAM in slot.tags or slot.is_chosen for slot in others):
        return slots
    parts = [slot for slot in single if slot not in wholes]
    groups = _grouped(parts)
    stated = any(slot.role == "column" and slot.name == PROGRAM and slot not in single for slot in slots)
    taken = {slot.position: slot for group in groups for slot in _take_one(group, data, is_stated=stated)}
    if any(slot.proof == "programme" for slot in taken.values()):
        taken |= {slot.position: replace(slot, role="unused", name="", proof="programme") for slot in sums}
        taken |= {slot.position: _without_sum(slot, taken) for slot in wholes}
    return [taken.get(slot.position, slot) for slot in slots]


def columns_beside(taken: Slot, mapping: ColumnMap) -> list[Slot]:
    """The columns of people by programme of which `taken` is the one that counts: JKM first, then those of some
    and what sums them.
    """
    if taken.proof != "programme":
        return []
    heading = taken.header.rpartition(" / ")[0]
    proven = [
        slot for slot in mapping.of_role("unused") if slot.proof == "programme" and slot.tags == _rest(taken)
    ]
    parts = next(
        (group for group in _grouped([taken, *filter(programme_of, proven)]) if taken in group.values()), {}
    )
    sums = [slot for slot in proven if not programme_of(slot) and slot.header.rpartition(" / ")[0] == heading]
    beside = [slot for slot in parts.values() if slot is not taken] + sums
    return sorted(beside, key=lambda slot: programme_of(slot) not in PROTECTING)


def programme_of(slot: Slot) -> str:
    """The one programme that a header names beside words for people and their sex: "jkk" of "Peserta JKK", "JKK / L".

    What stands beneath it has to be understood, and "Kasus / JKK" counts no people.
    """
    if is_claim_or_money(slot.header.split(" / "), ColumnKind.COUNT):
        return ""
    levels = [frozenset(normalise(level).split()) for level in slot.header.split(" / ")]
    places = [place for place, words in enumerate(levels) if _PROGRAMMES & words]
    if len(places) != 1 or len(_PROGRAMMES & levels[places[0]]) != 1:
        return ""
    place = places[0]
    if not levels[place] <= _UNDERSTOOD:
        return ""
    is_understood = all(words <= _UNDERSTOOD for words in levels[place + 1 :])
    if not is_understood and len(_rest(slot)) < sum(not words <= _UNDERSTOOD for words in levels):
        return ""
    return next(iter(_PROGRAMMES & levels[place]))


def stand_by_sex(slots: Sequence[Slot]) -> bool:
    """Whether columns of people by programme are men and women, and differ in nothing else."""
    sexes = [_sex_of(slot) for slot in slots]
    beside = {_beside(slot) for slot in slots}
    is_proven = all(slot.proof == "programme" and programme_of(slot) for slot in slots)
    return is_proven and "" not in sexes and len({*sexes}) == len(slots) and len(beside) == 1


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


def _sums_sexes(slot: Slot, single: Sequence[Slot]) -> bool:
    """Whether a column holds men and women of one programme that stand beside it: "JKK / Jumlah"."""
    return not _sex_of(slot) and any(
        _sex_of(other) and programme_of(other) == programme_of(slot) and _beside(other) == _beside(slot)
        for other in single
    )


def _without_sum(whole: Slot, taken: Mapping[int, Slot]) -> Slot:
    """The sum of men and women of one programme: of those that are taken, or of others."""
    sums_taken = any(
        slot.role == "value" and programme_of(slot) == programme_of(whole) and _beside(slot) == _beside(whole)
        for slot in taken.values()
    )
    return replace(whole, role="total" if sums_taken else "unused", name="", tags={}, proof="programme")


def _grouped(slots: Sequence[Slot]) -> list[dict[str, Slot]]:
    """The columns by programme of each group that stands for the same people: of one sex, month, segment or heading.

    A heading that speaks of people only ("Jumlah Peserta") tells groups apart where there are several of them.
    """
    for told in (_beside, _levels_beside):
        groups: dict[object, dict[str, Slot]] = defaultdict(dict)
        for slot in slots:
            key = (_sex_of(slot), told(slot), str(sorted(_rest(slot).items())))
            groups[key][programme_of(slot)] = slot
        if sum(map(len, groups.values())) == len(slots):
            return list(groups.values())
    return []


def _sex_of(slot: Slot) -> str:
    """The sex that a header names: "l" of "JKK / Laki-laki", "JKK (L)"; "" where none, or both."""
    sexes = {sex for level in slot.header.split(" / ") if (sex := _sex_in(level))}
    return sexes.pop() if len(sexes) == 1 else ""


def _sex_in(level: str) -> str:
    words = {*normalise(level).split()}
    sexes = {"l" if word in MEN else "p" for word in words & _SEX_WORDS}
    return sexes.pop() if len(sexes) == 1 and words <= _UNDERSTOOD else ""


def _beside(slot: Slot) -> tuple[str, ...]:
    """What a header says beside a programme, a sex and that it counts people."""
    return tuple(level for level in _levels_beside(slot) if not {*level.split()} <= _UNDERSTOOD)


def _levels_beside(slot: Slot) -> tuple[str, ...]:
    levels = (normalise(level) for level in slot.header.split(" / "))
    return tuple(level for level in levels if not {*level.split()} & (_PROGRAMMES | _SEX_WORDS))


def _rest(slot: Slot) -> dict[str, str]:
    return {name: text for name, text in slot.tags.items() if name != PROGRAM}


def _may_count_people(slot: Slot, data: Dataset) -> bool:
    """Whether nobody said what a column is and it is no other figure; "JHT" under "Program" passes for that one."""
    is_open = slot.role in ("unused", "total") or (slot.role == "column" and slot.name == PROGRAM)
    return not slot.is_chosen and (is_open or _is_value(slot, data))


def _is_value(slot: Slot, data: Dataset) -> bool:
    return slot.role == "value" and slot.name == data.value_column

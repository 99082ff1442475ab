"""Columns that sum others of their row: "Jumlah" beside segments, a quarter beside its months."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from jamsos_data.intake.clean.months import sums_up_to_month
from jamsos_data.intake.lexicon import ROW_TOTAL_WORDS
from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.names import alternatives, normalise

_ACTIVE = frozenset(["aktif", "active", "terlindungi"])
_ADDED_UP = "nilai"  # payments of months add up, people do not: of them a sum until a month shows that all are new ones
# "RT/RW" is one name or two.
_JOINTS = (re.compile(r"[+&,]|\bdan\b", re.IGNORECASE), re.compile(r"[+&,/]|\bdan\b", re.IGNORECASE))
_COUNTING = frozenset(["jumlah", "jml", "total", "banyaknya", "data"])


def mark_row_totals(slots: list[Slot], period: str | None) -> list[Slot]:
    """Beside columns per segment, month or source, an untagged column of the same value is their sum, a quarter beside
    its months or what is added up until the last of them theirs, and "Jumlah RT/RW" that of RT and RW.
    """
    slots = [replace(slot, role="total") if _sums_months(slot, slots, period) else slot for slot in slots]
    slots = [replace(slot, role="total") if _sums_names(slot, slots) else slot for slot in slots]
    slots = _take_active_of_segment(slots)
    tagged = Counter(slot.name for slot in slots if slot.role == "value" and slot.tags)
    sums = [slot.role == "value" and _is_row_total(slot, tagged) for slot in slots]
    # "Jumlah" merged over all the segments heads them: without others beside them it sums nothing.
    others = {
        slot.name
        for slot, is_sum in zip(slots, sums, strict=True)
        if slot.role == "value" and slot.tags and not is_sum
    }
    return [
        replace(slot, role="total", tags={}) if is_sum and (not slot.tags or slot.name in others) else slot
        for slot, is_sum in zip(slots, sums, strict=True)
    ]


def _sums_names(slot: Slot, slots: list[Slot]) -> bool:
    """Whether a column names what at least two others name apart: "Jumlah RT/RW" of "RT", "RW", or "PU + BPU"."""
    if slot.role != "value" or not slot.tags or slot.is_chosen:
        return False
    if _joins_headers(slot, slots):
        return True
    beside = [
        set(normalise(other.lowest_header).split()) - _COUNTING
        for other in slots
        if other.role == "value" and other.position != slot.position
        and (other.name, other.tags) == (slot.name, slot.tags)
    ]  # fmt: skip
    own = set(normalise(slot.lowest_header).split()) - _COUNTING
    return len(beside) > 1 and all(words < own for words in beside) and set().union(*beside) == own


def _joins_headers(slot: Slot, slots: list[Slot]) -> bool:
    """Whether a header is those of at least two columns beside it, joined in one of its rows, and was read as one of
    them: "PU + BPU", "PU + BPU / L".

    "JKK + JKM" beside "JKK" and "JKM" is a package of its own.
    """
    levels = slot.header.split(" / ")
    if not any(_JOINTS[-1].search(level) for level in levels):
        return False
    beside = {
        _levels(other.header): other.tags
        for other in slots
        if other.role == "value" and other.name == slot.name and other.position != slot.position
    }
    return any(
        len(set(joined)) > 1 and beside.keys() >= set(joined) and slot.tags in [beside[one] for one in joined]
        for place, text in enumerate(levels)
        for pattern in _JOINTS
        for joined in [
            [
                _levels(" / ".join([*levels[:place], part, *levels[place + 1 :]]))
                for part in pattern.split(text)
            ]
        ]
    )


def _levels(header: str) -> tuple[str, ...]:
    return tuple(normalise(part) for part in header.split(" / "))


def _take_active_of_segment(slots: list[Slot]) -> list[Slot]:
    """How many there are of a segment ("Jumlah Non ASN"), beside how many of them are active ("Peserta Aktif").

    The active ones are taken, of that segment; the others are left, near the header of what was taken instead.
    """
    values = [slot for slot in slots if slot.role == "value"]
    if any(slot.is_chosen for slot in values) or len({slot.name for slot in values}) > 1:
        return slots
    plain = [slot for slot in values if not slot.tags]
    labelled = [slot for slot in values if set(slot.tags) == {"segmen"}]
    if len(values) != 2 or len(plain) != 1 or len(labelled) != 1:
        return slots
    active, people = plain[0], labelled[0]
    words, other = _words(active), _words(people)
    if other & _ACTIVE or not (words & _ACTIVE or ("peserta" in words and other & _COUNTING)):
        return slots
    changed = {
        active.position: replace(active, tags=people.tags),
        people.position: replace(people, role="unused", tags={}, near=active.header),
    }
    return [changed.get(slot.position, slot) for slot in slots]


def _words(slot: Slot) -> set[str]:
    return set(normalise(slot.header).split())


def months_within(slot: Slot, slots: Iterable[Slot], period: str) -> tuple[Slot, ...]:
    """The columns of the months (or quarters) that lie in the quarter or semester of `slot`, for the same labels."""
    year, last = slot.tags[period][:4], int(slot.tags[period][5:])
    rest = {column: value for column, value in slot.tags.items() if column != period}
    return tuple(
        other
        for other in slots
        if other.name == slot.name and other.months < slot.months
        and len(text := other.tags.get(period, "")) > len(year) and text[:4] == year
        and last - slot.months < int(text[5:]) <= last and {**rest, period: text} == other.tags
    )  # fmt: skip


def _sums_months(slot: Slot, slots: list[Slot], period: str | None) -> bool:
    values = [other for other in slots if other.role == "value"]
    if period is None or slot.role != "value" or slot.is_chosen:
        return False
    return bool(slot.months > 1 and months_within(slot, values, period)) or _adds_up_to(slot, values, period)


def _adds_up_to(slot: Slot, values: Iterable[Slot], period: str) -> bool:
    """Whether a column adds up until a month ("Jumlah s.d. Maret") of which another column holds the figures alone."""
    if slot.name != _ADDED_UP or not slot.tags.get(period) or not sums_up_to_month(slot.lowest_header):
        return False
    return any(
        other.position != slot.position and other.name == slot.name and other.tags == slot.tags
        and not sums_up_to_month(other.lowest_header)
        for other in values
    )  # fmt: skip


def _is_row_total(slot: Slot, tagged: Counter[str]) -> bool:
    if not tagged[slot.name] or (slot.is_chosen and slot.tags):
        return False
    parts = slot.header.split(" / ")
    # "Jumlah (Rp)" over the versions of a budget heads them and sums nothing.
    words = {word for part in (parts[-1:] if "versi" in slot.tags else parts) for word in alternatives(part)}
    if not slot.tags or words & set(ROW_TOTAL_WORDS):
        return True
    return tagged[slot.name] > 1 and set(slot.tags.values()) & {"SEMUA", "TIDAK_DIRINCI"} != set()

"""Columns headed by a segment alone beside one of rupiah: "Linmas" beside "Iuran (Rp)" counts people, and no money.

Only the figures tell it: where they are rupiah too ("Linmas", "RT/RW", "Total Iuran"), they add up to the column beside
them, and none is below what one person costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.number_columns import value_of
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import ColumnMap, Slot
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import FindingLog

_SEGMENT = "segmen"
_PAID_FOR = "peserta_dibayar"
_RUPIAH = frozenset(["rp", "rupiah"])
_MONEY = _RUPIAH | frozenset(
    [
        "iuran",
        "premi",
        "nominal",
        "pagu",
        "anggaran",
        "pembayaran",
        "biaya",
        "ribu",
        "ribuan",
        "juta",
        "jutaan",
    ]
)
# No month of one person costs less than the first; no column by area counts as many people as the second.
_LEAST_RUPIAH, _MOST_PEOPLE = 5000, 100_000
# So many rupiah at least stand beside each of the people.
_LEAST_EACH = 1000


def take_people(slots: list[Slot], table: Table, data: Dataset) -> list[Slot]:
    """The columns of payments or ceilings, those of segments that count people not as rupiah.

    Of one segment the rupiah beside them are its own, and the people those that are paid for; of several segments
    nobody can tell which rupiah are whose, so that their people are left.
    """
    if data.column(data.value_column).kind is not ColumnKind.RUPIAH:
        return slots
    people = [slot for slot in slots if _names_segment_alone(slot, data)]
    if not people or not _count_people(people, slots, table, data):
        return slots
    taken = {slot.position for slot in people}
    segments = {slot.tags[_SEGMENT] for slot in people}
    rest = [slot for slot in slots if slot.position not in taken]
    if len(segments) == 1:
        label = {_SEGMENT: segments.pop()}
        rest = [
            replace(slot, tags={**slot.tags, **label}) if _is_money(slot, data) else slot for slot in rest
        ]
        people = _paid_for(people, rest, label, data)
    else:
        people = [replace(slot, role="unused", tags={}, proof="people") for slot in people]
    return sorted([*rest, *people], key=lambda slot: slot.position)


def note_people(mapping: ColumnMap, sheet: str, log: FindingLog) -> None:
    """Say of which columns the figures are people, and none of the rupiah."""
    if people := [slot.header for slot in mapping.slots if slot.proof == "people"]:
        log.add("KOLOM_ORANG_BUKAN_RUPIAH", Severity.INFO, sheet=sheet, column=", ".join(people))


def _names_segment_alone(slot: Slot, data: Dataset) -> bool:
    is_label = slot.role == "value" and slot.name == data.value_column and set(slot.tags) == {_SEGMENT}
    return is_label and not slot.is_chosen and not _MONEY & set(normalise(slot.header).split())


def _is_money(slot: Slot, data: Dataset) -> bool:
    return slot.role == "value" and slot.name == data.value_column and _SEGMENT not in slot.tags


def _paid_for(people: list[Slot], rest: Sequence[Slot], label: dict[str, str], data: Dataset) -> list[Slot]:
    """The columns of people as those that are paid for, where the data set has these and no other column does."""
    named = _PAID_FOR in data.names and not any(slot.name == _PAID_FOR for slot in rest)
    money = [slot for slot in rest if slot.role == "value" and slot.name == data.value_column]
    if not named or len(money) != 1 or money[0].tags != label:
        return [replace(slot, role="unused", tags={}, proof="people") for slot in people]
    return [replace(slot, name=_PAID_FOR, proof="people") for slot in people]


def _count_people(people: Sequence[Slot], slots: Sequence[Slot], table: Table, data: Dataset) -> bool:
    """Whether the figures of segments are too small for rupiah, and those of a column beside them far greater."""
    columns = [_numbers(slot, table) for slot in people]
    told = [number for column in columns for number in column if number]
    if not told or min(told) >= _LEAST_RUPIAH or max(told) >= _MOST_PEOPLE:
        return False
    sums = [sum(row, Decimal(0)) for row in zip(*columns, strict=True)]
    return any(_are_far_greater(_numbers(slot, table), sums) for slot in slots if _may_be_rupiah(slot, data))


def _may_be_rupiah(slot: Slot, data: Dataset) -> bool:
    marked = slot.role in ("unused", "total", "ignored") and _MONEY & set(normalise(slot.header).split())
    return _is_money(slot, data) or bool(marked)


def _are_far_greater(money: Sequence[Decimal], sums: Sequence[Decimal]) -> bool:
    pairs = [(rupiah, people) for rupiah, people in zip(money, sums, strict=True) if rupiah and people]
    return bool(pairs) and all(rupiah >= _LEAST_EACH * people for rupiah, people in pairs)


def _numbers(slot: Slot, table: Table) -> list[Decimal]:
    """The figures of a column, nil for each cell that holds none."""
    return list(map(value_of, table.body[slot.position]))

"""Participants until last month, those of this month, and until this month: of three that add up the last is the stock.

Who is active stays so: what is printed for the month alone are those who came in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from jamsos_data.datasets import Dataset
from jamsos_data.intake.clean.months import sums_up_to_month
from jamsos_data.intake.clean.number_columns import is_nil, is_number
from jamsos_data.intake.clean.numbers import take_apart
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import ColumnMap, Slot
from jamsos_data.intake.names import normalise

_FORMER = frozenset(["lalu", "sebelumnya"])
_UNTIL = frozenset(["s", "d", "sd", "sampai", "hingga", "dengan", "akhir"])
_NO_PEOPLE = _UNTIL | _FORMER | frozenset(["jumlah", "jml", "bulan", "bln", "ini"])
_STOCK = "kepesertaan"  # payments of months add up, and those of the month are wanted


def names_former(slot: Slot) -> bool:
    """Whether a column says that it is of the month before ("Bulan Lalu")."""
    return bool(_FORMER & set(normalise(slot.lowest_header).split()))


def take_stock(slots: list[Slot], table: Table, data: Dataset) -> list[Slot]:
    """The columns, of three of the same people that add up in all rows the last one alone as people."""
    if data.name != _STOCK:
        return slots
    changed: dict[int, Slot] = {}
    for month in slots:
        if _may_be_month(month, data):
            changed |= _stock_of(
                month, [slot for slot in slots if _are_alike(slot, month)], table, data.value_column
            )
    return [changed.get(slot.position, slot) for slot in slots]


def _may_be_month(slot: Slot, data: Dataset) -> bool:
    """Whether a column counts people or says no more than "Bulan Ini", and none of the month before or until it."""
    is_people = slot.role == "value" and slot.name == data.value_column
    is_bare = slot.role == "unused" and normalise(slot.header) in ("bulan ini", "bln ini")
    return (is_people or is_bare) and not _is_beside_month(slot)


def _stock_of(month: Slot, beside: Sequence[Slot], table: Table, value_column: str) -> dict[int, Slot]:
    """What becomes of a column of a month and the two `beside` it, by position, where one of these is the sum."""
    until = [slot for slot in beside if sums_up_to_month(slot.lowest_header) and not names_former(slot)]
    former = [slot for slot in beside if names_former(slot)]
    if len(until) != 1 or len(former) != 1 or any(slot.is_chosen for slot in (month, *beside)):
        return {}
    columns = [table.body[slot.position] for slot in (former[0], month, until[0])]
    rows = [row for row in zip(*columns, strict=True) if any(map(is_number, row))]
    if not rows or not all(map(_adds_up, rows)):
        return {}
    parts = (replace(slot, role="unused", name="", tags={}) for slot in (former[0], month))
    stock = replace(
        month, role="value", name=value_column, position=until[0].position, header=until[0].header,
        proof="" if month.role == "value" else "running",
    )  # fmt: skip
    return {slot.position: slot for slot in (*parts, stock)}


def _adds_up(row: Sequence[str]) -> bool:
    numbers = [_signed(text) for text in row if is_number(text) or is_nil(text)]
    return len(numbers) == len(row) and numbers[0] + numbers[1] == numbers[2]


def _signed(text: str) -> Decimal:
    number = take_apart(text)
    return -abs(number.value) if number.negative else number.value


def _is_beside_month(slot: Slot) -> bool:
    return names_former(slot) or sums_up_to_month(slot.lowest_header)


def _are_alike(slot: Slot, month: Slot) -> bool:
    """Whether a column is of the same people as that of a month, and of the months before or until it."""
    known = slot.role == "unused" or (
        slot.role == "value" and (slot.name, slot.tags) == (month.name, month.tags)
    )
    return known and _is_beside_month(slot) and _people(slot) == _people(month)


def _people(slot: Slot) -> frozenset[str]:
    """What a header says beside the month."""
    return frozenset(normalise(slot.header).split()) - _NO_PEOPLE


def hides_stock(slot: Slot, mapping: ColumnMap) -> bool:
    """Whether a column that is not taken counts people until a month, and one that is may be those of that month."""
    if mapping.data.name != _STOCK or slot.role != "unused" or not sums_up_to_month(slot.lowest_header):
        return False
    return any(
        _people(slot) == _people(taken) and not sums_up_to_month(taken.lowest_header)
        for taken in mapping.main_values
    )

"""Columns of ages that only together are the people: "<30", "30-50" and ">50" of each area.

Nobody is of two of these ages, but whether they are all that the file counts only somebody who knows it can say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jamsos_data.datasets import Dataset
from jamsos_data.intake.clean.ages import age_span, are_age_groups
from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.part_headers import heads_parts_of_people

_OF_PEOPLE = frozenset(["kepesertaan", "potensi"])


def join_ages(slots: list[Slot], table: Table, data: Dataset) -> list[Slot]:
    """The columns, those of ages that follow each other as people where nothing sums them; to be agreed to.

    They stand under one heading: of people, of ages, or none, and then beside no other figures.
    """
    ages = age_columns(slots, data)
    if any(slot.role == "total" for slot in slots):
        return slots
    values = [slot for slot in slots if _is_value(slot, data) and slot not in ages]
    headings = {slot.header.rpartition(" / ")[0] for slot in ages}
    if not ages or values or len(headings) > 1 or any(slot.is_chosen or slot.tags for slot in ages):
        return slots
    heading = headings.pop()
    is_known = any(_is_value(slot, data) for slot in ages)
    if not is_known and (
        (heading and not heads_parts_of_people(heading)) or _has_figures(slots, ages, table)
    ):
        return slots
    joined = {
        slot.position: replace(slot, role="value", name=data.value_column, near=None, proof="ages")
        for slot in ages
    }
    return [joined.get(slot.position, slot) for slot in slots]


def age_columns(slots: Sequence[Slot], data: Dataset) -> list[Slot]:
    """The columns whose lowest headers are ages that follow each other without a gap, of data on people; else none."""
    if data.name not in _OF_PEOPLE:
        return []
    read = [
        (span, slot)
        for slot in slots
        if slot.role in ("value", "unused") and (span := age_span(slot.lowest_header))
    ]
    return [slot for _, slot in read] if are_age_groups(span for span, _ in read) else []


def _is_value(slot: Slot, data: Dataset) -> bool:
    return slot.role == "value" and slot.name == data.value_column


def _has_figures(slots: Sequence[Slot], ages: Sequence[Slot], table: Table) -> bool:
    """Whether another column that is not understood holds numbers."""
    others = (slot for slot in slots if slot.role in ("unused", "value") and slot not in ages)
    return any(map(is_number, (text for slot in others for text in table.body[slot.position])))

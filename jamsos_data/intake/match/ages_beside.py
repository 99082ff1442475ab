"""Columns of ages that only together are the people: "<30", "30-50" and ">50" of each area.

Nobody is of two of these ages, but whether they are all that the file counts only somebody who knows it can say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.intake.clean.ages import age_span
from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.part_headers import heads_parts_of_people


def join_ages(slots: list[Slot], table: Table, data: Dataset) -> list[Slot]:
    """The columns, those of ages that follow each other as people where nothing sums them; to be agreed to.

    They stand under one heading: of people, of ages, or none, and then beside no other figures.
    """
    if data.column(data.value_column).kind is not ColumnKind.COUNT or any(s.role == "total" for s in slots):
        return slots
    ages = age_columns(slots)
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


def age_columns(slots: Sequence[Slot]) -> list[Slot]:
    """The columns whose lowest headers are ages that follow each other without a gap; else none."""
    read = [
        (span, slot)
        for slot in slots
        if slot.role in ("value", "unused") and (span := age_span(slot.lowest_header))
    ]
    spans = sorted(span for span, _ in read)
    follow = all(after[0] - before[1] in (0, 1) for before, after in pairwise(spans))
    return [slot for _, slot in read] if len(spans) > 1 and follow else []


def _is_value(slot: Slot, data: Dataset) -> bool:
    return slot.role == "value" and slot.name == data.value_column


def _has_figures(slots: Sequence[Slot], ages: Sequence[Slot], table: Table) -> bool:
    """Whether another column that is not understood holds numbers."""
    others = (slot for slot in slots if slot.role in ("unused", "value") and slot not in ages)
    return any(map(is_number, (text for slot in others for text in table.body[slot.position])))

"""Columns of ages that only together are the people: "<30", "30-50" and ">50" of each area.

Nobody is of two of these ages, but whether they are all that the file counts only somebody who knows it can say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.intake.clean.ages import (
    Span,
    age_span,
    are_age_groups,
    are_nested_ages,
    fills,
    holds,
    outermost,
)
from jamsos_data.intake.clean.number_columns import is_number, value_of
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import Proof, Slot
from jamsos_data.intake.part_headers import heads_parts_of_people

_OF_PEOPLE = frozenset(["kepesertaan", "potensi"])


def join_ages(slots: list[Slot], table: Table, data: Dataset) -> list[Slot]:
    """The columns, those of ages that follow each other as people where nothing sums them; to be agreed to.

    Of ages that hold others only the widest are people; the others are left out, as parts of these. They stand under
    one heading: of people, of ages, or none, and then beside no other figures.
    """
    ages = age_columns(slots, data)
    inner: dict[int, Slot] = {}
    if not ages:
        ages, inner = nested_columns(slots, table, data)
    if any(slot.role == "total" for slot in slots):
        return slots
    values = [
        slot for slot in slots if _is_value(slot, data) and slot not in ages and slot.position not in inner
    ]
    both = [*ages, *(slot for slot in slots if slot.position in inner)]
    headings = {slot.header.rpartition(" / ")[0] for slot in both}
    if not ages or values or len(headings) > 1 or any(slot.is_chosen or slot.tags for slot in both):
        return slots
    heading = headings.pop()
    is_known = any(_is_value(slot, data) for slot in both)
    if not is_known and (
        (heading and not heads_parts_of_people(heading)) or _has_figures(slots, both, table)
    ):
        return slots
    joined = {
        slot.position: replace(slot, role="value", name=data.value_column, near=None, proof="ages")
        for slot in ages
    } | inner
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


def nested_columns(slots: Sequence[Slot], table: Table, data: Dataset) -> tuple[list[Slot], dict[int, Slot]]:
    """Of columns of ages, some of which hold others, the widest, and by position those within them as they are left
    out: proven parts where the figures of each row add up, else to be agreed to. None where a row denies that.
    """
    if data.name not in _OF_PEOPLE:
        return [], {}
    open_ones = (slot for slot in slots if slot.role in ("value", "unused"))
    read = {span: slot for slot in open_ones if (span := age_span(slot.lowest_header))}
    if not read or not are_nested_ages([*read]):
        return [], {}
    figures = {span: _figures(table, slot) for span, slot in read.items()}
    proofs: dict[Span, Proof] = {}
    for wide in read:
        within = [span for span in read if holds(wide, span)]
        parts = outermost(within)
        if any((figures[span] > figures[wide]).any() for span in within):
            return [], {}
        summed = sum((figures[span] for span in parts), start=figures[wide] * 0)
        is_sum = fills(parts, wide) and bool((summed == figures[wide]).all())
        proofs |= {span: "ages" if is_sum else "within" for span in parts if proofs.get(span) != "within"}
    inner: dict[int, Slot] = {}
    for span, proof in proofs.items():
        slot = read[span]
        inner[slot.position] = Slot(position=slot.position, header=slot.header, role="unused", proof=proof)
    return [slot for slot in read.values() if slot.position not in inner], inner


def _figures(table: Table, slot: Slot) -> pd.Series:
    """The numbers of a column, 0 where there is none."""
    texts = table.body[slot.position]
    return pd.Series([value_of(str(text)) for text in texts], index=texts.index, dtype=object)


def _is_value(slot: Slot, data: Dataset) -> bool:
    return slot.role == "value" and slot.name == data.value_column


def _has_figures(slots: Sequence[Slot], ages: Sequence[Slot], table: Table) -> bool:
    """Whether another column that is not understood holds numbers."""
    others = (slot for slot in slots if slot.role in ("unused", "value") and slot not in ages)
    return any(map(is_number, (text for slot in others for text in table.body[slot.position])))

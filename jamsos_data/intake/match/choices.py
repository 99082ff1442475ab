"""Choices of the operator that contradict each other or the file are refused, never settled in silence."""

from __future__ import annotations

from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import ColumnMap, Slot
from jamsos_data.intake.meanings import name_meaning, read_meaning
from jamsos_data.intake.report import Refusal


def refuse_contradictions(table: Table, mapping: ColumnMap, lexicon: Lexicon) -> None:
    """Raise Refusal when a column cannot be what it was chosen to be because another column already is.

    So it is for two columns chosen as the same, a number without label beside labelled ones, and a label beside a
    column that says the same for each row.
    """
    for slot in mapping.slots:
        if slot.is_chosen:
            other = _overruling(slot, table, mapping, lexicon) or _saying_the_same(slot, mapping)
            if other is not None:
                _refuse(slot, other, table, mapping, lexicon)


def _overruling(slot: Slot, table: Table, mapping: ColumnMap, lexicon: Lexicon) -> Slot | None:
    """The column that keeps `slot` from being what was chosen."""
    wanted = read_meaning(table.choices[slot.position], mapping.data, lexicon)
    if wanted is None or wanted.role == slot.role:
        return None
    others = (
        other for other in mapping.slots if other.position != slot.position and other.name == wanted.name
    )
    return next((other for other in others if other.role == wanted.role), None)


def _saying_the_same(slot: Slot, mapping: ColumnMap) -> Slot | None:
    """A column of the file that gives row by row what the label of `slot` gives for all its cells."""
    return next((other for other in mapping.of_role("column") if other.name in slot.tags), None)


def _refuse(slot: Slot, other: Slot, table: Table, mapping: ColumnMap, lexicon: Lexicon) -> None:
    data, reference = mapping.data, lexicon.reference
    raise Refusal(
        "KOLOM_PILIHAN_BERTENTANGAN",
        read_as=data.name,
        column=slot.header,
        other=other.header,
        meaning=name_meaning(table.choices[slot.position], data, reference),
        other_meaning=name_meaning(other.meaning(data), data, reference),
    )

"""Labels of a wide table under which a number is lacking that every row of the data set needs.

"Peserta Februari" without "Iuran Februari" makes no row of payments: its figures are not taken, and that is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from jamsos_data.findings import Severity
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.melt import ValueColumn
from jamsos_data.intake.meanings import MEASURES


def leave_out_incomplete(values: Sequence[ValueColumn], context: SheetContext) -> list[ValueColumn]:
    """The number columns without those whose label lacks a required number that other labels have; each is told."""
    data = context.mapping.data
    there = {value.slot.name for value in values}
    plain = {value.slot.name for value in values if not value.slot.tags}
    needed = [
        column
        for column in data.columns
        if column.required and column.kind in MEASURES and column.name in there - plain
    ]
    kept = []
    for value in values:
        tags = value.slot.tags
        beside = {other.slot.name for other in values if other.slot.tags == tags}
        lacking = next((column for column in needed if tags and column.name not in beside), None)
        if lacking is None:
            kept.append(value)
            continue
        context.log.add(
            "KOLOM_TANPA_PASANGAN", Severity.WARNING, sheet=context.sheet, column=value.slot.header,
            title=lacking.title,
        )  # fmt: skip
    return kept

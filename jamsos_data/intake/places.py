"""From a finding, which quotes a header, to the cell it speaks of."""

from __future__ import annotations

from jamsos_data.dataset_columns import COLUMNS
from jamsos_data.findings import Finding
from jamsos_data.intake.report import Cell, IntakeReport, SheetReading


def columns_named(header: str, reading: SheetReading) -> tuple[int, ...]:
    """The places of the columns that a finding calls `header`: by header, else by the title of their meaning."""
    if not header:
        return ()
    placed = [column for column in reading.columns if column.position >= 0]
    named = tuple(column.position for column in placed if column.header == header)
    return named or tuple(
        column.position
        for column in placed
        if column.column in COLUMNS and COLUMNS[column.column].title.id == header
    )


def cell_of(found: Finding, report: IntakeReport) -> Cell | None:
    """The one cell that a finding speaks of; None where it names no row, or a header that several columns have."""
    reading = next((sheet for sheet in report.sheets if sheet.name == (found.sheet or "")), None)
    if reading is None or found.row is None:
        return None
    columns = columns_named(found.column or "", reading)
    return (reading.name, found.row, columns[0]) if len(columns) == 1 else None

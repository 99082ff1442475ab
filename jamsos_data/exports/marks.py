"""Where in a workbook each finding stands, and what is written there.

Owns the way from a finding (sheet, row, header) to a cell (sheet, row, column), and the texts of a comment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jamsos_data.findings import Finding, Severity
from jamsos_data.intake import IntakeReport, SheetReading
from jamsos_data.intake.places import columns_named
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.messages import load_messages

MARKED = (Severity.ERROR, Severity.WARNING)
# Red and amber are told apart by the comment and the list too, never by colour alone.
FILLS = {Severity.ERROR: "F8C4BC", Severity.WARNING: "FCE4A8"}
AUTHOR = "Jamsos Kudus"
_SAID_PER_CELL = 6


@dataclass(frozen=True)
class Mark:
    """One cell (0-based `column`, 1-based `row`) with all that was found there, the worst first."""

    sheet: str
    row: int
    column: int
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        """The worst severity found in the cell."""
        return self.findings[0].severity


@dataclass(frozen=True)
class PlacedFinding:
    """A finding with its (first) cell; row and column are None where it concerns the whole sheet or file."""

    finding: Finding
    row: int | None = None
    column: int | None = None


def place_findings(report: IntakeReport, sheets: Sequence[RawSheet]) -> tuple[PlacedFinding, ...]:
    """Every finding of the report, worst first, with the cell it speaks of."""
    readings = {reading.name: reading for reading in report.sheets}
    raw = {sheet.name: sheet for sheet in sheets}
    return tuple(
        _place(found, readings.get(found.sheet or ""), raw.get(found.sheet or ""))
        for found in report.findings
    )


def marks_of(placed: Sequence[PlacedFinding]) -> tuple[Mark, ...]:
    """The cells to be marked: those of errors and warnings."""
    cells: dict[tuple[str, int, int], list[Finding]] = {}
    for place in placed:
        if place.row is None or place.column is None or place.finding.severity not in MARKED:
            continue
        for row in place.finding.rows or (place.row,):
            cells.setdefault((place.finding.sheet or "", row, place.column), []).append(place.finding)
    return tuple(Mark(*cell, tuple(findings)) for cell, findings in cells.items())


def comment_text(mark: Mark, *, language: str) -> str:
    """What a comment says: who speaks, then for each finding its sentence, what was read and the proposal."""
    say = load_messages(language)
    parts = [AUTHOR]
    for finding in mark.findings[:_SAID_PER_CELL]:
        lines = [finding.message(language)]
        if finding.value:
            lines.append(say("marked.read", value=finding.value))
        if finding.proposal:
            lines.append(say("marked.proposal", value=finding.proposal))
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _place(found: Finding, reading: SheetReading | None, sheet: RawSheet | None) -> PlacedFinding:
    if reading is None or sheet is None:
        return PlacedFinding(found)
    columns = columns_named(found.column or "", reading)
    if found.row is None and found.rows and columns:
        return PlacedFinding(found, found.rows[0], columns[0])
    if found.row is None:
        header = reading.header_rows[-1] if reading.header_rows and columns else None
        return PlacedFinding(found, header, columns[0] if columns else None)
    if not columns:
        columns = (_first_filled(sheet, found.row),)
    return PlacedFinding(found, found.row, _holding(found, columns, sheet))


def _holding(found: Finding, columns: Sequence[int], sheet: RawSheet) -> int:
    """Of several columns of one name, the one whose cell holds what the finding quotes."""
    if found.row in sheet.cells.index:
        for column in columns:
            if found.value and sheet.cells.at[found.row, column] == found.value:
                return column
    return columns[0]


def _first_filled(sheet: RawSheet, row: int) -> int:
    if row not in sheet.cells.index:
        return 0
    texts = [str(sheet.cells.at[row, column]) for column in sheet.cells.columns]
    return next((place for place, text in enumerate(texts) if text), 0)

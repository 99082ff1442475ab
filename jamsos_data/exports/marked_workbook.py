"""The uploaded workbook with its problems marked, to be mended in a spreadsheet and dropped again.

An XLSX keeps its formulas, formats and sheets; XLS, XLSB, ODS, CSV and whatever cannot be kept that way are written
anew with the cells as they were read. The first sheet lists all findings; intake passes it over when the file returns.
"""

from __future__ import annotations

from jamsos_data.errors import UserError
from jamsos_data.exports.marked_copy import write_copy
from jamsos_data.exports.marked_original import mark_original
from jamsos_data.exports.marks import marks_of, place_findings
from jamsos_data.intake import IntakeReport
from jamsos_data.intake.read import read_sheets

MAX_CELLS = 4_000_000
MAX_SHEET_ROWS = 1_048_575


def can_be_marked(report: IntakeReport) -> bool:
    """Whether a marked workbook may be made: not of a refused file, never where persons are listed, of no giant."""
    return report.outcome != "refused" and not report.holds_people and _read_cells(report) <= MAX_CELLS


def _read_cells(report: IntakeReport) -> int:
    return sum((sheet.data_rows + sheet.left_out) * len(sheet.columns) for sheet in report.sheets)


def mark_workbook(content: bytes, report: IntakeReport, *, language: str = "id") -> bytes:
    """The XLSX with marks. `report` must be the one that was made of `content`.

    Raises UserError where the file lists persons, was refused, or is too large for a workbook with marks.
    """
    if report.holds_people or report.outcome == "refused":
        raise UserError("marked.people" if report.holds_people else "marked.refused", file=report.file_name)
    sheets = read_sheets(content)
    rows = max(int(sheet.cells.index[-1]) for sheet in sheets)
    if sum(sheet.cells.size for sheet in sheets) > MAX_CELLS or rows > MAX_SHEET_ROWS:
        raise UserError("marked.too_large", file=report.file_name)
    placed = place_findings(report, sheets)
    marks = marks_of(placed)
    kept = mark_original(content, placed, marks, language=language)
    return write_copy(sheets, placed, marks, language=language) if kept is None else kept

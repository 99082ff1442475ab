"""Marks in the workbook as it was uploaded: formulas, their values, formats and sheets stay.

openpyxl keeps no results of formulas, and a reader that does not calculate would see empty cells; so the results
are put back into what it wrote. Charts and pictures are not kept by openpyxl.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from xml.etree.ElementTree import ParseError
from xml.sax.saxutils import escape

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import to_excel
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from jamsos_data.exports.findings_sheet import LINK_COLUMN, WIDTHS, FindingsSheet, findings_sheet
from jamsos_data.exports.marks import AUTHOR, FILLS, Mark, PlacedFinding, comment_text
from jamsos_data.intake.locate.table import column_letter
from jamsos_data.intake.read.own_sheets import is_findings_sheet

# openpyxl holds about one kilobyte per cell, styled empty ones among them.
MAX_CELLS = 1_000_000
MAX_INFLATED = 200 * 1024**2
_UNSUITABLE = (
    InvalidFileException, zipfile.BadZipFile, ParseError, KeyError, ValueError, TypeError, AttributeError,
    IndexError, OSError,
)  # fmt: skip
_FORMULA = re.compile(rb'<c r="([A-Z]+\d+)"((?: s="\d+")?)(?: t="\w+")?>(<f[ >].*?</f>)<v(?: ?/>|></v>)</c>')
_COMMENT_WIDTH, _COMMENT_HEIGHT = 380, 150  # points

Results = Mapping[str, object]


def mark_original(
    content: bytes, placed: Sequence[PlacedFinding], marks: Sequence[Mark], *, language: str
) -> bytes | None:
    """The same XLSX with marks; None where it is no XLSX, is too large for this way, or openpyxl cannot keep it."""
    if not _suits(content):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of every extension that it leaves out
            workbook = load_workbook(io.BytesIO(content), rich_text=True)
            results = _results(content, workbook)
            _clean(workbook)
            _mark(workbook, placed, marks, language=language)
            buffer = io.BytesIO()
            workbook.save(buffer)
    except _UNSUITABLE:
        return None
    return _with_results(buffer.getvalue(), workbook, results)


def _suits(content: bytes) -> bool:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        if "xl/workbook.xml" not in archive.namelist() or sum(e.file_size for e in entries) > MAX_INFLATED:
            return False
        cells = 0
        for entry in entries:
            if entry.filename.endswith((".xml", ".rels")):
                data = archive.read(entry)
                if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
                    return False
                cells += data.count(b"<c ") if entry.filename.startswith("xl/worksheets/") else 0
    return cells <= MAX_CELLS


def _clean(workbook: Workbook) -> None:
    """Take out what an earlier marking put in: the list and our comments with their fills."""
    for sheet in list(workbook.worksheets):
        if is_findings_sheet(sheet.title, str(sheet["A1"].value or "")):
            workbook.remove(sheet)
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is not None and cell.comment.author == AUTHOR:
                    _unmark(cell)


def _unmark(cell: Cell | MergedCell) -> None:
    own = cell.comment.text.partition(f"{AUTHOR}\n")[0].rstrip() if cell.comment else ""
    cell.comment = Comment(own, AUTHOR) if own else None
    if str(cell.fill.fgColor.rgb)[2:] in FILLS.values():
        cell.fill = PatternFill()


def _mark(
    workbook: Workbook, placed: Sequence[PlacedFinding], marks: Sequence[Mark], *, language: str
) -> None:
    for mark in marks:
        if mark.sheet in workbook.sheetnames:
            _mark_cell(workbook[mark.sheet], mark, language=language)
    names = {name: name for name in workbook.sheetnames}
    overview = findings_sheet(placed, names, language=language, taken=workbook.sheetnames)
    for sheet in workbook.worksheets:
        sheet.sheet_view.tabSelected = False
    _write_list(workbook.create_sheet(overview.name, 0), overview)
    workbook.active = 0


def _mark_cell(sheet: Worksheet, mark: Mark, *, language: str) -> None:
    cell = _corner(sheet, mark.row, mark.column + 1)
    cell.fill = PatternFill("solid", fgColor=FILLS[mark.severity])
    text = ILLEGAL_CHARACTERS_RE.sub("", comment_text(mark, language=language))
    if cell.comment is not None:
        text = f"{cell.comment.text}\n\n{text}"
    cell.comment = Comment(text, AUTHOR, width=_COMMENT_WIDTH, height=_COMMENT_HEIGHT)


def _corner(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell, or the one that stands for it where cells are merged."""
    cell = sheet.cell(row, column)
    if isinstance(cell, Cell):
        return cell
    merged = next(area for area in sheet.merged_cells.ranges if cell.coordinate in area)
    return _cell(sheet, merged.min_row, merged.min_col)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - the corner of merged cells, or a sheet without any
    return cell


def _write_list(sheet: Worksheet, overview: FindingsSheet) -> None:
    for number, line in enumerate(overview.top, start=1):
        _write_text(sheet, number, 1, line)
    sheet["A1"].font = Font(bold=True)
    first = len(overview.top) + 2
    for column, head in enumerate(overview.heads, start=1):
        _write_text(sheet, first, column, head).font = Font(bold=True)
        sheet.column_dimensions[column_letter(column - 1)].width = WIDTHS[column - 1]
    for row, (texts, target) in enumerate(zip(overview.rows, overview.links, strict=True), start=first + 1):
        for column, text in enumerate(texts, start=1):
            cell = _write_text(sheet, row, column, text)
            if column == LINK_COLUMN + 1 and target:
                cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target, display=text)
                cell.font = Font(color="0B57D0", underline="single")
    sheet.freeze_panes = f"A{first + 1}"


def _write_text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A text that stays one: what begins like a formula is never calculated."""
    cell = _cell(sheet, row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    return cell


def _results(content: bytes, workbook: Workbook) -> dict[str, Results]:
    """By sheet and address the results of formulas, as the uploaded file holds them."""
    formulas = {
        sheet.title: {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}
        for sheet in workbook.worksheets
    }
    if not any(formulas.values()):
        return {}
    values = load_workbook(io.BytesIO(content), data_only=True)
    return {
        name: {address: values[name][address].value for address in addresses}
        for name, addresses in formulas.items()
    }


def _with_results(content: bytes, workbook: Workbook, results: Mapping[str, Results]) -> bytes:
    """Put the results of formulas back, in the sheets in which there are any."""
    files = {
        f"xl/worksheets/sheet{number}.xml": results[sheet.title]
        for number, sheet in enumerate(workbook.worksheets, start=1)
        if results.get(sheet.title)
    }
    if not files:
        return content
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as archive,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in archive.infolist():
            data = archive.read(entry)
            if entry.filename in files:
                data = _fill_in(data, files[entry.filename])
            target.writestr(entry, data)
    return buffer.getvalue()


def _fill_in(sheet: bytes, results: Results) -> bytes:
    def result(found: re.Match[bytes]) -> bytes:
        address, style, formula = found.groups()
        kind, text = _stored(results.get(address.decode()))
        marked = f' t="{kind}"'.encode() if kind else b""
        return b'<c r="%b"%b%b>%b<v>%b</v></c>' % (address, style, marked, formula, escape(text).encode())

    return _FORMULA.sub(result, sheet)


def _stored(value: object) -> tuple[str, str]:
    """Type and text of a result as a sheet stores them."""
    if value is None:
        return "", ""
    if isinstance(value, bool):
        return "b", str(int(value))
    if isinstance(value, (datetime, date, time, timedelta)):
        return "", str(to_excel(value))
    if isinstance(value, (int, float)):
        return "", repr(value)
    text = ILLEGAL_CHARACTERS_RE.sub("", str(value))
    return ("e" if re.fullmatch(r"#[A-Z/0]+[!?]?", text) else "str"), text

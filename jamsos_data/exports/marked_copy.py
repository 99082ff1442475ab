"""A marked workbook written anew from the cells as they were read, for files that cannot be kept as they are."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.exceptions import OverlappingRange
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jamsos_data.exports.findings_sheet import LINK_COLUMN, WIDTHS, FindingsSheet, findings_sheet
from jamsos_data.exports.marks import AUTHOR, FILLS, Mark, PlacedFinding, comment_text
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.messages import load_messages

# Read back, such a number is the same text; anything with a mark or a leading zero stays the text it was.
_WHOLE = re.compile(r"0|-?[1-9]\d{0,14}")
_NAME_LENGTH = 31
_COMMENT_SIZE = {"x_scale": 2.4, "y_scale": 1.8}


def write_copy(
    sheets: Sequence[RawSheet], placed: Sequence[PlacedFinding], marks: Sequence[Mark], *, language: str
) -> bytes:
    """The workbook: the list of findings, then every sheet with its marks."""
    say = load_messages(language)
    names = _sheet_names(sheets, say("marked.data"))
    overview = findings_sheet(placed, names, language=language, taken=list(names.values()))
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as workbook:
        strong = workbook.add_format({"bold": True})
        link = workbook.add_format({"font_color": "#0B57D0", "underline": 1})
        _write_list(workbook.add_worksheet(overview.name), overview, strong=strong, link=link)
        fills = {severity: workbook.add_format({"bg_color": f"#{fill}"}) for severity, fill in FILLS.items()}
        for raw in sheets:
            sheet = workbook.add_worksheet(names[raw.name])
            here = {(mark.row, mark.column): mark for mark in marks if mark.sheet == raw.name}
            _write_sheet(sheet, raw, {place: fills[mark.severity] for place, mark in here.items()})
            for (row, column), mark in here.items():
                text = comment_text(mark, language=language)
                sheet.write_comment(row - 1, column, text, {"author": AUTHOR, **_COMMENT_SIZE})
            if raw.hidden:
                sheet.hide()
    return buffer.getvalue()


def _write_sheet(sheet: Worksheet, raw: RawSheet, fills: dict[tuple[int, int], Format]) -> None:
    for top, left, bottom, right in raw.merged:
        try:
            sheet.merge_range(top - 1, left, bottom - 1, right, "")
        except OverlappingRange:
            continue
    for row, *texts in raw.cells.itertuples(name=None):
        for column, text in enumerate(texts):
            if text:
                _write_cell(sheet, (row - 1, column), text, fills.get((row, column)))
    for row, column in fills.keys() - _filled(raw):
        sheet.write_blank(row - 1, column, None, fills[row, column])


def _filled(raw: RawSheet) -> set[tuple[int, int]]:
    return {
        (int(row), column)
        for row, *texts in raw.cells.itertuples(name=None)
        for column, text in enumerate(texts)
        if text
    }


def _write_cell(sheet: Worksheet, place: tuple[int, int], text: str, fill: Format | None) -> None:
    if _WHOLE.fullmatch(text):
        sheet.write_number(*place, int(text), fill)
    else:
        sheet.write_string(*place, text, fill)


def _write_list(sheet: Worksheet, overview: FindingsSheet, *, strong: Format, link: Format) -> None:
    for number, line in enumerate(overview.top):
        sheet.write_string(number, 0, line, strong if number == 0 else None)
    first = len(overview.top) + 1
    for column, head in enumerate(overview.heads):
        sheet.write_string(first, column, head, strong)
        sheet.set_column(column, column, WIDTHS[column])
    for number, (texts, target) in enumerate(
        zip(overview.rows, overview.links, strict=True), start=first + 1
    ):
        for column, text in enumerate(texts):
            if column == LINK_COLUMN and target:
                sheet.write_url(number, column, f"internal:{target}", link, text)
            else:
                sheet.write_string(number, column, text)
    sheet.freeze_panes(first + 1, 0)


def _sheet_names(sheets: Sequence[RawSheet], unnamed: str) -> dict[str, str]:
    """Names of the sheets that a workbook may have: short, without marks, each once."""
    names: dict[str, str] = {}
    for number, sheet in enumerate(sheets, start=1):
        wanted = re.sub(r"[\[\]:*?/\\]", " ", sheet.name or unnamed).strip("' ")[:_NAME_LENGTH] or str(number)
        taken = {name.casefold() for name in names.values()}
        names[sheet.name] = f"{wanted[:26]} ({number})" if wanted.casefold() in taken else wanted
    return names

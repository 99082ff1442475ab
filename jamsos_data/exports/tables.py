"""Tables as workbooks and as CSV, for people who go on working in a spreadsheet.

Owns the form of a downloaded table: on top its title, month, basis, data version and, while there are example rows,
the words DATA CONTOH; below it the figures as real numbers, unrounded (a workbook only shows them rounded). Texts
stay texts: one that begins like a formula is never executed by the program that opens the file.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pandas as pd

from jamsos_data.colors import Look, palette
from jamsos_data.exports.sheet_charts import DATE_LANGUAGE, LONG, SheetChart, insert_chart
from jamsos_data.formats import format_day, format_month
from jamsos_data.messages import load_messages
from jamsos_data.table import CellKind

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_NUMBER_FORMATS: dict[CellKind, str] = {
    "count": "#,##0",
    "change": "+#,##0;\N{MINUS SIGN}#,##0;0",
    "rupiah": '"Rp"#,##0',
    "percent": '0.0" %"',
    "number": "#,##0.00",
    "month": "mmmm yyyy",
    "day": "d mmmm yyyy",
}
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r")
_SHEET_NAME_LENGTH = 31
_FOOTER_LENGTH = 200
_LINE = 16  # points
_WIDEST = 60  # letters of a column; longer texts are wrapped
DATES = ("month", "day")
COLORS = palette(Look())


@dataclass(frozen=True, kw_only=True)
class ExportTable:
    """One table to be exported.

    `frame` holds the figures, `headings` the heading of each column to export, in order. `kinds` says what a column
    holds (percent columns are 0–100); a column not named is judged by its type. `basis` may be "" where no
    denominator is involved; `notes` are further lines on top, such as the source. `sheet` names the sheet ("": after
    the title), `chart` is drawn beside the table.
    """

    title: str
    frame: pd.DataFrame
    headings: Mapping[str, str]
    month: datetime | None
    basis: str
    data_version: str
    example: bool
    kinds: Mapping[str, CellKind] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    sheet: str = ""
    chart: SheetChart | None = None


def export_xlsx(*tables: ExportTable, language: str = "id") -> bytes:
    """One workbook with one sheet per table."""
    import xlsxwriter  # 3 MB, which pages do not need

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        cell = {"valign": "top", "bottom": 1, "bottom_color": COLORS.grid}
        styles: dict[CellKind, Format] = {
            kind: workbook.add_format(
                cell | {"num_format": DATE_LANGUAGE[language] + shape if kind in DATES else shape}
            )
            for kind, shape in _NUMBER_FORMATS.items()
        }
        text = workbook.add_format(cell | {"text_wrap": True, "align": "left", "indent": 1})
        styles |= {"text": text, "yesno": text}
        for name, table in zip(_sheet_names(tables), tables, strict=True):
            _write_sheet(workbook, name, table, styles=styles, language=language)
    return buffer.getvalue()


def _write_sheet(
    workbook: xlsxwriter.Workbook,
    name: str,
    table: ExportTable,
    *,
    styles: Mapping[CellKind, Format],
    language: str,
) -> None:
    sheet = workbook.add_worksheet(name)
    top = top_lines(table, language=language)
    looks = _line_looks(workbook, table)
    for number, line in enumerate(top):
        sheet.write_string(number, 0, line, looks.get(number, looks[-1]))
    first = len(top) + 1
    head = {"bold": True, "text_wrap": True, "bottom": 1, "valign": "vcenter", "bg_color": COLORS.panel}
    sides = ({"align": "left", "indent": 1}, {"align": "right"})
    left, right = (workbook.add_format(head | side) for side in sides)
    for column, (text, kind) in enumerate(zip(table.headings.values(), _kinds(table).values(), strict=True)):
        sheet.write_string(first, column, text, left if kind in ("text", "yesno") else right)
    _write_cells(sheet, table, first_row=first + 1, styles=styles, language=language)
    sheet.freeze_panes(first + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, int(len(table.frame) < LONG))
    sheet.repeat_rows(first)
    sheet.set_footer(f"&L{_footer(top[:3])}&R&P / &N")
    sheet.set_row(first, _LINE * _set_widths(sheet, table))
    for row, lines in _tall_rows(table):
        sheet.set_row(first + 1 + row, _LINE * lines)
    if table.chart is not None and len(table.frame):
        place = {"first_row": first + 1, "last_row": first + len(table.frame)}
        insert_chart(workbook, sheet, table.chart, language=language, columns=list(table.headings), **place)


def _line_looks(workbook: xlsxwriter.Workbook, table: ExportTable) -> dict[int, Format]:
    """The title large, the mark of example data in amber, the other lines (-1) quiet."""
    looks = {
        -1: workbook.add_format({"font_color": COLORS.muted}),
        0: workbook.add_format({"bold": True, "font_size": 14, "font_color": COLORS.reached}),
    }
    if table.example:
        looks[1] = workbook.add_format({"bold": True, "font_color": COLORS.target})
    return looks


def _footer(top: Sequence[str]) -> str:
    """What stands below each printed page, as long as a footer may be; & begins a code there."""
    return " · ".join(top).replace("&", "&&")[:_FOOTER_LENGTH]


def export_csv(table: ExportTable, *, language: str = "id") -> bytes:
    """The table as CSV for a spreadsheet: semicolons, UTF-8 with BOM, decimal comma in Indonesian.

    A text that begins like a formula is preceded by an apostrophe, which spreadsheets take for "this is text".
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerows([guard_text(line)] for line in top_lines(table, language=language))
    writer.writerow([])
    writer.writerow(map(guard_text, table.headings.values()))
    kinds = _kinds(table)
    for row in table.frame[list(table.headings)].itertuples(index=False):
        cells = zip(row, kinds.values(), strict=True)
        writer.writerow([_csv_cell(value, kind, language=language) for value, kind in cells])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def top_lines(table: ExportTable, *, language: str) -> list[str]:
    """The lines above an exported table: title, example label, month, basis, data version, notes."""
    words = load_messages(language)
    lines = [table.title]
    if table.example:
        lines.append(words("export.example"))
    if table.month is not None:
        lines.append(words("export.month", month=format_month(table.month, language=language)))
    if table.basis:
        lines.append(words("export.basis", basis=table.basis))
    return [*lines, words("export.version", version=table.data_version), *table.notes]


def _kinds(table: ExportTable) -> dict[str, CellKind]:
    return {name: table.kinds.get(name) or _kind_of(table.frame[name]) for name in table.headings}


def _kind_of(column: pd.Series) -> CellKind:
    if pd.api.types.is_bool_dtype(column):
        return "yesno"
    if pd.api.types.is_integer_dtype(column):
        return "count"
    if pd.api.types.is_float_dtype(column):
        return "number"
    return "month" if pd.api.types.is_datetime64_dtype(column) else "text"


def _write_cells(
    sheet: Worksheet, table: ExportTable, *, first_row: int, styles: Mapping[CellKind, Format], language: str
) -> None:
    for column, (name, kind) in enumerate(_kinds(table).items()):
        for row, value in enumerate(table.frame[name], start=first_row):
            _write_cell(sheet, (row, column), value, kind, style=styles.get(kind), language=language)


def _write_cell(
    sheet: Worksheet,
    place: tuple[int, int],
    value: Any,
    kind: CellKind,
    *,
    style: Format | None,
    language: str,
) -> None:
    if pd.isna(value):
        sheet.write_blank(*place, None, style)
    elif kind in DATES and isinstance(value, datetime):
        sheet.write_datetime(*place, value, style)
    elif kind in ("text", "yesno") or isinstance(value, str):
        sheet.write_string(*place, _words(value, language=language), style)
    else:
        sheet.write_number(*place, value, style)


def _csv_cell(value: Any, kind: CellKind, *, language: str) -> str:
    if pd.isna(value):
        return ""
    if isinstance(value, datetime):
        return (format_day if kind == "day" else format_month)(value, language=language)
    if isinstance(value, float):
        return repr(value).replace(".", ",") if language == "id" else repr(value)
    if kind in ("text", "yesno") or isinstance(value, str):
        return guard_text(_words(value, language=language))
    return str(value)


def _words(value: object, *, language: str) -> str:
    if value is True or value is False:
        return load_messages(language)("export.yes" if value else "export.no")
    return str(value)


def guard_text(text: str) -> str:
    """A text for CSV that no program takes for a formula: an apostrophe goes before it."""
    return f"'{text}" if text.startswith(_FORMULA_START) else text


def _sheet_names(tables: Sequence[ExportTable]) -> list[str]:
    names: list[str] = []
    for number, table in enumerate(tables, start=1):
        name = re.sub(r"[\[\]:*?/\\']", " ", table.sheet or table.title).strip()[:_SHEET_NAME_LENGTH] or str(
            number
        )
        taken = name.casefold() in (known.casefold() for known in names)
        names.append(f"{name[: _SHEET_NAME_LENGTH - 4]} ({number})" if taken else name)
    return names


def _set_widths(sheet: Worksheet, table: ExportTable) -> int:
    """Make columns as wide as their cells, within limits; answers how many lines the longest heading takes."""
    lines = 1
    for number, ((name, kind), heading) in enumerate(
        zip(_kinds(table).items(), table.headings.values(), strict=True)
    ):
        longest = max((_letters(value, kind) for value in table.frame[name].head(200)), default=0)
        width = min(_WIDEST, max(12, len(heading) // 2 + 4, longest + 2))
        sheet.set_column(number, number, width)
        lines = max(lines, -(-len(heading) // (width - 2)))
    return lines


def _tall_rows(table: ExportTable) -> list[tuple[int, int]]:
    """The rows whose texts are wrapped, with their number of lines: not every program makes room for them."""
    texts = [name for name, kind in _kinds(table).items() if kind == "text"]
    lines = [
        max((-(-len(str(cell)) // (_WIDEST - 4)) for cell in row), default=1)
        for row in table.frame[texts].itertuples(index=False, name=None)
    ]
    return [(row, number) for row, number in enumerate(lines) if number > 1]


def _letters(value: Any, kind: CellKind) -> int:
    """Letters that a cell shows, with the separators of thousands, currency and month names."""
    if pd.isna(value):
        return 0
    if kind in ("month", "day"):
        return 16
    if kind in ("text", "yesno") or isinstance(value, str):
        return len(str(value))
    whole = len(str(int(value)))
    return whole + whole // 3 + {"rupiah": 3, "percent": 4, "number": 3}.get(kind, 0)

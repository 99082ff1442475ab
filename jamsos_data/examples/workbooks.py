"""Writing the example's tables as officials' files: titles above, notes below, merged cells, one or many sheets.

The same tables give the same bytes, so that loading an example file twice is recognised as such.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Final

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

NOTE: Final = "Sumber: rekaan (data contoh), bukan data resmi"
WRITTEN: Final = datetime(2026, 10, 14, 9, 12)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One table as typed: headers are the frame's columns, cells are text, whole numbers or days; "" is empty."""

    name: str
    table: pd.DataFrame
    titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = (NOTE,)
    total_of: tuple[str, ...] = ()
    merged: str | None = None


@dataclass(frozen=True)
class Delimited:
    """How a CSV file is written."""

    separator: str = ";"
    encoding: str = "utf-8"
    line_end: str = "\r\n"


def write_workbook(path: Path, sheets: tuple[Sheet, ...]) -> None:
    """Write an XLSX file: title rows, a blank row, the header, the table, a total row where asked, notes."""
    with xlsxwriter.Workbook(path, {"default_date_format": "mmm yyyy"}) as workbook:
        workbook.set_properties({"created": WRITTEN, "comments": NOTE})
        bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "vcenter"})
        for sheet in sheets:
            _write_sheet(workbook, workbook.add_worksheet(sheet.name), sheet, bold)


def _write_sheet(workbook: Workbook, worksheet: Worksheet, sheet: Sheet, bold: Format) -> None:
    for row, title in enumerate(sheet.titles):
        worksheet.write_string(row, 0, title, bold)
    header = len(sheet.titles) + 1 if sheet.titles else 0
    worksheet.write_row(header, 0, [str(name) for name in sheet.table.columns], bold)
    numbers = workbook.add_format({"num_format": "#,##0"})
    for position, name in enumerate(sheet.table.columns):
        worksheet.write_column(header + 1, position, sheet.table[name].tolist(), numbers)
    worksheet.set_column(0, len(sheet.table.columns) - 1, 16)
    if sheet.merged is not None:
        position = list(sheet.table.columns).index(sheet.merged)
        _merge_equal_neighbours(worksheet, position, sheet.table[sheet.merged].tolist(), header + 1)
    after = header + 1 + len(sheet.table)
    if sheet.total_of:
        worksheet.write_row(after, 0, _total_row(sheet), bold)
        after += 1
    for row, note in enumerate(sheet.notes):
        worksheet.write_string(after + 1 + row, 0, note)


def _merge_equal_neighbours(
    worksheet: Worksheet, position: int, values: list[object], first_row: int
) -> None:
    start = 0
    for _, run in groupby(values):
        length = len(list(run))
        if length > 1:
            first = first_row + start
            worksheet.merge_range(first, position, first + length - 1, position, values[start])
        start += length


def _total_row(sheet: Sheet) -> list[object]:
    cells: list[object] = ["" for _ in sheet.table.columns]
    for position, name in enumerate(sheet.table.columns):
        if name in sheet.total_of:
            cells[position] = int(pd.to_numeric(sheet.table[name], errors="coerce").fillna(0).sum())
    cells[0] = "Jumlah"
    return cells


def write_delimited(path: Path, sheet: Sheet, how: Delimited) -> None:
    """Write a CSV file with the sheet's titles above and its notes below the table."""
    body = sheet.table.to_csv(index=False, sep=how.separator, lineterminator=how.line_end)
    above = [*sheet.titles, ""] if sheet.titles else []
    below = ["", *sheet.notes] if sheet.notes else []
    lines = how.line_end
    text = lines.join([*above, body.removesuffix(lines), *below]) + lines
    path.write_bytes(text.encode(how.encoding))

"""The reference tables as they stand, as files to edit and upload again."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from jamsos_data.datasets import REFERENCE_SETS, Column, ColumnKind, dataset
from jamsos_data.exports.tables import guard_text
from jamsos_data.lake import Lake
from jamsos_data.messages import Messages, load_messages
from jamsos_data.reference_change import standing_table
from jamsos_data.reference_sets import BOUNDARIES, ORDER

# Boundaries are drawn in a map program, not typed.
TYPED: tuple[str, ...] = tuple(kind for kind in REFERENCE_SETS if kind != BOUNDARIES)
_WIDEST = 48


def reference_xlsx(kind: str, lake: Lake, *, language: str = "id") -> bytes:
    """The standing table of `kind` as a workbook: codes and names as text, and a sheet on how to fill it in."""
    columns, table = _columns(kind), standing_table(lake, kind)
    words = load_messages(language)
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        header = workbook.add_format({"bold": True, "bottom": 1, "bg_color": "#94B8B2"})
        text = workbook.add_format({"num_format": "@"})
        data = workbook.add_worksheet(words("template.sheet.data"))
        notes = workbook.add_worksheet(words("template.sheet.notes"))
        for position, column in enumerate(columns):
            cells = list(table[column.name])
            title = column.title.in_language(language)
            width = min(max(map(len, (title, *cells))) + 2, _WIDEST)
            number = column.kind is ColumnKind.NUMBER
            data.set_column(position, position, width, None if number else text)
            data.write_string(0, position, title, header)
            _write_cells(data, position, cells, number=number)
        data.freeze_panes(1, 0)
        _write_notes(notes, kind, columns, words)
    return buffer.getvalue()


def reference_csv(kind: str, lake: Lake, *, language: str = "id") -> bytes:
    """The standing table of `kind` as CSV: semicolons, UTF-8 with BOM, numbers with a decimal point."""
    columns, table = _columns(kind), standing_table(lake, kind)
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.title.in_language(language) for column in columns])
    writer.writerows(_guarded(table, columns).itertuples(index=False))
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def write_reference_templates(folder: Path, lake: Lake, *, language: str = "id") -> list[Path]:
    """Write every table that is typed as XLSX and CSV into `folder` (made when missing) and list the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for kind in TYPED:
        for make, ending in ((reference_xlsx, "xlsx"), (reference_csv, "csv")):
            file = folder / f"acuan_{kind}.{ending}"
            file.write_bytes(make(kind, lake, language=language))
            written.append(file)
    return written


def _columns(kind: str) -> tuple[Column, ...]:
    return tuple(column for column in dataset(kind).columns if column.name != ORDER)


def _guarded(table: pd.DataFrame, columns: Sequence[Column]) -> pd.DataFrame:
    """Texts that begin like a formula stay texts in the program that opens the file."""
    names = [column.name for column in columns]
    texts = [column.name for column in columns if column.kind is not ColumnKind.NUMBER]
    guarded = table[names].copy()
    guarded[texts] = guarded[texts].map(guard_text)
    return guarded


def _write_cells(sheet: Worksheet, position: int, cells: Sequence[str], *, number: bool) -> None:
    for row, cell in enumerate(cells, start=1):
        if cell and number:
            sheet.write_number(row, position, float(cell))
        elif cell:
            sheet.write_string(row, position, cell)


def _write_notes(sheet: Worksheet, kind: str, columns: Sequence[Column], words: Messages) -> None:
    declared, language = dataset(kind), words.language
    sheet.write_string(0, 0, declared.title.in_language(language))
    sheet.write_string(1, 0, declared.explanation.in_language(language))
    sheet.write_string(2, 0, words("template.reference.note"))
    for position, name in enumerate(("name", "required", "explanation", "example")):
        sheet.write_string(4, position, words(f"template.head.{name}"))
    for row, column in enumerate(columns, start=5):
        required = words("template.required" if column.required else "template.optional")
        texts = (
            column.title.in_language(language),
            required,
            column.explanation.in_language(language),
            column.example,
        )
        for position, text in enumerate(texts):
            sheet.write_string(row, position, text)
    for position, width in enumerate((26, 14, 84, 30)):
        sheet.set_column(position, position, width)

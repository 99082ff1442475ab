"""Empty files to fill in, one per data set, made from the declarations.

Owns the form of a template: a workbook whose first sheet has nothing but the header (so that it reads back whatever
is typed under it), drop-downs from the reference tables, and a sheet of instructions with an example row; beside it
the same header as CSV. Areas are asked for by name, as officials know them: kecamatan, then desa/kelurahan, whose
list offers the villages of the chosen kecamatan only. On request rows that are known already stand under the header
(see `template_rows`).
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from jamsos_data.datasets import DATASETS, Column, ColumnKind, Dataset, dataset
from jamsos_data.exports.tables import guard_text
from jamsos_data.formats import format_day
from jamsos_data.messages import Messages, load_messages
from jamsos_data.periods import month_key
from jamsos_data.reference import Reference

LAST_ROW = 5000
SPARE_ROWS = 1000

# A value of a filled row: months and days as datetimes, None for what somebody has to fill in.
Cell: TypeAlias = str | int | float | datetime | None
Row: TypeAlias = Sequence[Cell]

_NUMBER_FORMATS: Mapping[ColumnKind, str] = {
    ColumnKind.MONTH: "mmmm yyyy",
    ColumnKind.DATE: "d mmmm yyyy",
    ColumnKind.COUNT: "#,##0",
    ColumnKind.RUPIAH: '"Rp"#,##0',
    ColumnKind.YEAR: "0",
    ColumnKind.NIK: "@",
    ColumnKind.TEXT: "@",
    ColumnKind.CODE: "@",
    ColumnKind.AREA: "@",
    ColumnKind.YESNO: "@",
}


@dataclass(frozen=True, kw_only=True)
class TemplateField:
    """One column of a template: its header, how to fill it, an example, and the choices of its drop-down.

    `name` is the canonical column, "kecamatan" or "desa". With `within`, pairs of a text of the field before and a
    choice, only the choices that go with the text beside it are offered.
    """

    name: str
    header: str
    kind: ColumnKind
    explanation: str
    example: str
    required: bool
    choices: tuple[str, ...] = ()
    within: tuple[tuple[str, str], ...] = ()


def template_fields(kind: str, reference: Reference, *, language: str = "id") -> tuple[TemplateField, ...]:
    """The columns of the template of data set `kind`, in order. Raises KeyError for an unknown data set."""
    fields: list[TemplateField] = []
    for column in dataset(kind).columns:
        if column.kind is ColumnKind.AREA:
            fields.extend(_area_fields(reference, load_messages(language)))
        else:
            fields.append(_field(column, reference, language))
    return tuple(fields)


def template_xlsx(
    kind: str, reference: Reference, *, language: str = "id", rows: Sequence[Row] = ()
) -> bytes:
    """The workbook template of data set `kind`, with `rows` (a value per field, None for empty) filled in."""
    fields = template_fields(kind, reference, language=language)
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        words = load_messages(language)
        data = workbook.add_worksheet(words("template.sheet.data"))
        notes = workbook.add_worksheet(words("template.sheet.notes"))
        _write_notes(notes, dataset(kind), fields, words=words, bold=workbook.add_format({"bold": True}))
        _write_header(workbook, data, fields)
        _write_rows(data, rows)
        _add_drop_downs(workbook, data, fields, last_row=max(LAST_ROW, len(rows) + SPARE_ROWS))
    return buffer.getvalue()


def template_csv(kind: str, reference: Reference, *, language: str = "id", rows: Sequence[Row] = ()) -> bytes:
    """The same template as CSV: semicolons, UTF-8 with BOM, as Indonesian spreadsheets expect.

    A text that begins like a formula is preceded by an apostrophe, as in every export.
    """
    buffer = io.StringIO()
    fields = template_fields(kind, reference, language=language)
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow([field.header for field in fields])
    writer.writerows([[_csv_text(value, language) for value in row] for row in rows])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def write_templates(
    folder: Path,
    reference: Reference,
    *,
    language: str = "id",
    kinds: Sequence[str] = tuple(DATASETS),
    rows: Mapping[str, Sequence[Row]] | None = None,
) -> list[Path]:
    """Write the XLSX and CSV template of `kinds` into `folder` (made when missing) and list the files.

    `rows` are those to fill in, by data set.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for kind in kinds:
        for make, ending in ((template_xlsx, "xlsx"), (template_csv, "csv")):
            file = folder / f"templat_{kind}.{ending}"
            file.write_bytes(make(kind, reference, language=language, rows=(rows or {}).get(kind, ())))
            written.append(file)
    return written


def _field(column: Column, reference: Reference, language: str) -> TemplateField:
    names: tuple[str, ...] = ()
    example = column.example
    if column.codes is not None:
        names = tuple(
            reference.name_of(column.codes, code, language) for code in reference.codes(column.codes)
        )
        known = column.example in reference.codes(column.codes)
        example = reference.name_of(column.codes, column.example, language) if known else names[0]
    elif column.kind is ColumnKind.YESNO:
        words = load_messages(language)
        names = (words("export.yes"), words("export.no"))
    return TemplateField(
        name=column.name,
        header=column.title.in_language(language),
        kind=column.kind,
        explanation=column.explanation.in_language(language),
        example=example,
        required=column.required and column.default is None,
        choices=names,
    )


def _area_fields(reference: Reference, words: Messages) -> tuple[TemplateField, TemplateField]:
    first = reference.kecamatan[0]
    villages = [
        (reference.area_name(kecamatan), name)
        for kecamatan in reference.kecamatan
        for name in sorted(map(reference.area_name, reference.desa_of(kecamatan)))
    ]
    desa = next(iter(reference.desa_of(first)), None)
    return (
        TemplateField(
            name="kecamatan",
            header=words("template.kecamatan"),
            kind=ColumnKind.AREA,
            explanation=words("template.kecamatan.explanation", name=regency_name(reference)),
            example=reference.area_name(first),
            required=True,
            choices=(*map(reference.area_name, reference.kecamatan), regency_name(reference)),
        ),
        TemplateField(
            name="desa",
            header=words("template.desa"),
            kind=ColumnKind.AREA,
            explanation=words("template.desa.explanation"),
            example="" if desa is None else reference.area_name(desa),
            required=False,
            within=tuple(villages),
        ),
    )


def regency_name(reference: Reference) -> str:
    """How the whole regency is written where a kecamatan is asked for."""
    return f"{reference.kind_of(reference.kabupaten).title()} {reference.area_name(reference.kabupaten)}"


def _write_notes(
    sheet: Worksheet, declared: Dataset, fields: Sequence[TemplateField], *, words: Messages, bold: Format
) -> None:
    """The instructions: what the data set is, then one line per column, its example at the end."""
    sheet.write_string(0, 0, declared.title.in_language(words.language), bold)
    sheet.write_string(1, 0, declared.explanation.in_language(words.language))
    sheet.write_string(2, 0, words("template.example_note"))
    for position, name in enumerate(("name", "required", "explanation", "example")):
        sheet.write_string(4, position, words(f"template.head.{name}"), bold)
    for row, field in enumerate(fields, start=5):
        required = words("template.required" if field.required else "template.optional")
        for position, text in enumerate((field.header, required, field.explanation, field.example)):
            sheet.write_string(row, position, text)
    for position, width in enumerate((26, 14, 84, 30)):
        sheet.set_column(position, position, width)


def _write_header(workbook: Workbook, sheet: Worksheet, fields: Sequence[TemplateField]) -> None:
    required = workbook.add_format({"bold": True, "bottom": 1, "bg_color": "#94B8B2", "text_wrap": True})
    optional = workbook.add_format({"bottom": 1, "bg_color": "#E3EDEB", "text_wrap": True})
    for position, field in enumerate(fields):
        shape = workbook.add_format({"num_format": _NUMBER_FORMATS.get(field.kind, "General")})
        sheet.set_column(position, position, max(14, len(field.header) + 2), shape)
        sheet.write_string(0, position, field.header, required if field.required else optional)
        sheet.write_comment(0, position, f"{field.explanation}\n{field.example}")
    sheet.freeze_panes(1, 0)


def _write_rows(sheet: Worksheet, rows: Sequence[Row]) -> None:
    for number, row in enumerate(rows, start=1):
        for position, value in enumerate(row):
            if isinstance(value, datetime):
                sheet.write_datetime(number, position, value)
            elif isinstance(value, str):
                sheet.write_string(number, position, value)
            elif value is not None:
                sheet.write_number(number, position, value)


def _csv_text(value: Cell, language: str) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return format_day(value, language=language) if value.day > 1 else month_key(value)
        case float():
            return repr(value).replace(".", ",") if language == "id" else repr(value)
        case _:
            return guard_text(value) if isinstance(value, str) else str(value)


def _add_drop_downs(
    workbook: Workbook, sheet: Worksheet, fields: Sequence[TemplateField], *, last_row: int
) -> None:
    """Lists live on a hidden sheet without headings: a drop-down of their own may hold 255 characters only.

    Lists within another field are found by the text beside the cell: no macro, and no name for each kecamatan.
    """
    lists = workbook.add_worksheet("Daftar")
    lists.hide()
    for position, field in enumerate(fields):
        if field.choices:
            _write_list(lists, position, field.choices)
            source = f"=Daftar!{_column(position)}$1:{_column(position)}${len(field.choices)}"
        elif field.within:
            _write_list(lists, position, [choice for _, choice in field.within])
            outer = len(fields)  # a column of the hidden sheet that no field uses
            _write_list(lists, outer, [text for text, _ in field.within])
            source = _choices_within(position, outer, len(field.within))
        else:
            continue
        # A warning, not a stop: other spellings are understood, and reported, when the file is read.
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        sheet.data_validation(1, position, last_row, position, rule)


def _write_list(sheet: Worksheet, position: int, texts: Sequence[str]) -> None:
    for row, text in enumerate(texts):
        sheet.write_string(row, position, text)


def _choices_within(position: int, outer: int, count: int) -> str:
    """The part of the list whose rows carry, in column `outer`, the text that stands left of the cell (row 2 on)."""
    chosen = f"{_column(position - 1)}2"
    texts = f"Daftar!{_column(outer)}$1:{_column(outer)}${count}"
    return f"=OFFSET(Daftar!{_column(position)}$1,MATCH({chosen},{texts},0)-1,0,COUNTIF({texts},{chosen}),1)"


def _column(position: int) -> str:
    return "$" + xl_col_to_name(position)

"""Empty files to fill in, one per data set, made from the declarations.

Owns the form of a template: a workbook whose first sheet has nothing but the header (so that it reads back whatever
is typed under it), drop-downs from the reference tables, and a sheet of instructions with an example row; beside it
the same header as CSV. Areas are asked for by name, as officials know them: kecamatan, then desa/kelurahan.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from jamsos_data.datasets import DATASETS, Column, ColumnKind, Dataset, dataset
from jamsos_data.messages import Messages, load_messages
from jamsos_data.reference import Reference

LAST_ROW = 5000

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
    """One column of a template: its header, how to fill it, an example, and the choices of its drop-down."""

    header: str
    kind: ColumnKind
    explanation: str
    example: str
    required: bool
    choices: tuple[str, ...] = ()


def template_fields(kind: str, reference: Reference, *, language: str = "id") -> tuple[TemplateField, ...]:
    """The columns of the template of data set `kind`, in order. Raises KeyError for an unknown data set."""
    fields: list[TemplateField] = []
    for column in dataset(kind).columns:
        if column.kind is ColumnKind.AREA:
            fields.extend(_area_fields(reference, load_messages(language)))
        else:
            fields.append(_field(column, reference, language))
    return tuple(fields)


def template_xlsx(kind: str, reference: Reference, *, language: str = "id") -> bytes:
    """The workbook template of data set `kind`."""
    fields = template_fields(kind, reference, language=language)
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        words = load_messages(language)
        data = workbook.add_worksheet(words("template.sheet.data"))
        notes = workbook.add_worksheet(words("template.sheet.notes"))
        _write_notes(notes, dataset(kind), fields, words=words, bold=workbook.add_format({"bold": True}))
        _write_header(workbook, data, fields)
        _add_drop_downs(workbook, data, fields)
    return buffer.getvalue()


def template_csv(kind: str, reference: Reference, *, language: str = "id") -> bytes:
    """The header of the same template as CSV: semicolons, UTF-8 with BOM, as Indonesian spreadsheets expect."""
    buffer = io.StringIO()
    fields = template_fields(kind, reference, language=language)
    csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerow([field.header for field in fields])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def write_templates(folder: Path, reference: Reference, *, language: str = "id") -> list[Path]:
    """Write the XLSX and CSV template of every data set into `folder` (made when missing) and list the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for kind in DATASETS:
        for make, ending in ((template_xlsx, "xlsx"), (template_csv, "csv")):
            file = folder / f"templat_{kind}.{ending}"
            file.write_bytes(make(kind, reference, language=language))
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
        header=column.title.in_language(language),
        kind=column.kind,
        explanation=column.explanation.in_language(language),
        example=example,
        required=column.required and column.default is None,
        choices=names,
    )


def _area_fields(reference: Reference, words: Messages) -> tuple[TemplateField, TemplateField]:
    first = reference.kecamatan[0]
    desa = next(iter(reference.desa_of(first)), None)
    return (
        TemplateField(
            header=words("template.kecamatan"),
            kind=ColumnKind.AREA,
            explanation=words("template.kecamatan.explanation", name=_regency(reference)),
            example=reference.area_name(first),
            required=True,
            choices=(*map(reference.area_name, reference.kecamatan), _regency(reference)),
        ),
        TemplateField(
            header=words("template.desa"),
            kind=ColumnKind.AREA,
            explanation=words("template.desa.explanation"),
            example="" if desa is None else reference.area_name(desa),
            required=False,
            choices=tuple(sorted({reference.area_name(code) for code in reference.all_desa})),
        ),
    )


def _regency(reference: Reference) -> str:
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


def _add_drop_downs(workbook: Workbook, sheet: Worksheet, fields: Sequence[TemplateField]) -> None:
    """Lists live on a hidden sheet without headings: a drop-down of their own may hold 255 characters only."""
    lists = workbook.add_worksheet("Daftar")
    lists.hide()
    for position, field in enumerate(fields):
        for row, choice in enumerate(field.choices):
            lists.write_string(row, position, choice)
        if field.choices:
            source = f"=Daftar!{_column(position)}$1:{_column(position)}${len(field.choices)}"
            # A warning, not a stop: other spellings are understood, and reported, when the file is read.
            rule = {"validate": "list", "source": source, "error_type": "warning"}
            sheet.data_validation(1, position, LAST_ROW, position, rule)


def _column(position: int) -> str:
    return "$" + xl_col_to_name(position)

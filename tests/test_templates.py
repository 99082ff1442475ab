"""Templates: made from the declarations, and readable by intake once somebody has filled them in."""

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from jamsos_data.datasets import DATASETS
from jamsos_data.intake import IntakeReport, read_upload
from jamsos_data.reference import load_reference
from jamsos_data.templates import template_csv, template_fields, template_xlsx, write_templates

KINDS = list(DATASETS)
# The example person is paid for from June to December: counted in each of these months.
ROWS = {"daftar_peserta": 7}


def examples(kind: str, language: str) -> list[str]:
    return [field.example for field in template_fields(kind, load_reference(), language=language)]


def read(content: bytes, file_name: str) -> IntakeReport:
    return read_upload(content, file_name=file_name, reference=load_reference())


def first_sheet(content: bytes) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return book, book.worksheets[0]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_template_filled_with_its_own_example_reads_back_in_order(
    kind: str, language: str
) -> None:
    book, sheet = first_sheet(template_xlsx(kind, load_reference(), language=language))
    for position, text in enumerate(examples(kind, language), start=1):
        sheet.cell(2, position, text)
    filled = io.BytesIO()
    book.save(filled)
    report = read(filled.getvalue(), "isian.xlsx")
    assert (report.outcome, report.kind, len(report.rows)) == ("ok", kind, ROWS.get(kind, 1)), report.findings


@pytest.mark.parametrize("kind", KINDS)
def test_a_csv_template_filled_with_its_own_example_reads_back_in_order(kind: str) -> None:
    content = template_csv(kind, load_reference()) + ";".join(examples(kind, "id")).encode() + b"\r\n"
    report = read(content, "isian.csv")
    assert (report.outcome, report.kind, len(report.rows)) == ("ok", kind, ROWS.get(kind, 1)), report.findings


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_template_is_refused_instead_of_taken_for_data(kind: str) -> None:
    assert read(template_xlsx(kind, load_reference()), "kosong.xlsx").outcome == "refused"
    assert read(template_csv(kind, load_reference()), "kosong.csv").outcome == "refused"


def test_a_figure_for_the_whole_regency_is_chosen_from_the_same_list() -> None:
    row = ["September 2026", "Kabupaten Kudus", "", "Penerima upah", "Pemberi kerja", "JKK + JKM", "900", ""]
    report = read(template_csv("kepesertaan", load_reference()) + ";".join(row).encode(), "isian.csv")
    assert (report.outcome, report.by_kecamatan) == ("ok", {"33.19": 900})


def test_drop_downs_offer_what_the_reference_tables_hold() -> None:
    book, sheet = first_sheet(template_xlsx("kepesertaan", load_reference()))
    sources = {rule.formula1: str(rule.sqref) for rule in sheet.data_validations.dataValidation}
    headers = [cell.value for cell in sheet[1]]
    column = headers.index("Segmen")
    letter = "ABCDEFGH"[column]
    count = len(load_reference().codes("segmen"))
    assert sources[f"Daftar!${letter}$1:${letter}${count}"].startswith(f"{letter}2:")
    choices = [row[column] for row in book["Daftar"].iter_rows(values_only=True) if row[column]]
    assert choices[0] == "Semua pekerja"
    assert len(choices) == count
    assert book["Daftar"].sheet_state == "hidden"


def test_the_villages_offered_are_those_of_the_kecamatan_beside_the_cell() -> None:
    book, sheet = first_sheet(template_xlsx("kepesertaan", load_reference()))
    (formula,) = [
        rule.formula1 for rule in sheet.data_validations.dataValidation if str(rule.sqref).startswith("C2:")
    ]
    assert (
        formula == "OFFSET(Daftar!$C$1,MATCH($B2,Daftar!$I$1:$I$132,0)-1,0,COUNTIF(Daftar!$I$1:$I$132,$B2),1)"
    )
    pairs = [(row[8], row[2]) for row in book["Daftar"].iter_rows(values_only=True) if row[2]]
    undaan = [number for number, (kecamatan, _) in enumerate(pairs) if kecamatan == "Undaan"]
    assert undaan == list(range(undaan[0], undaan[0] + 16))  # OFFSET needs them together
    villages = [village for kecamatan, village in pairs if kecamatan == "Undaan"]
    assert villages == sorted(map(load_reference().area_name, load_reference().desa_of("33.19.04")))


def test_texts_like_formulas_stay_texts_in_a_filled_template() -> None:
    row = [2026, "=1+1", None, "+x", "-x", None, "@x", "=HYPERLINK(1)"]
    _, sheet = first_sheet(template_xlsx("potensi", load_reference(), rows=[row]))
    assert {cell.data_type for cell in sheet[2] if isinstance(cell.value, str)} == {"s"}
    line = template_csv("potensi", load_reference(), rows=[row]).decode("utf-8-sig").split("\r\n")[1]
    assert line == "2026;'=1+1;;'+x;'-x;;'@x;'=HYPERLINK(1)"


def test_the_instructions_explain_every_column_and_call_the_example_an_example() -> None:
    book, _ = first_sheet(template_xlsx("iuran", load_reference()))
    rows = list(book["Petunjuk"].iter_rows(values_only=True))
    assert rows[0][0] == "Realisasi iuran"
    assert rows[4] == ("Judul kolom", "Wajib?", "Cara mengisi", "CONTOH")
    fields = template_fields("iuran", load_reference())
    assert [row[0] for row in rows[5:]] == [field.header for field in fields]
    assert [row[3] for row in rows[5:]] == [field.example for field in fields]


def test_all_templates_are_written_as_workbook_and_csv(tmp_path: Path) -> None:
    files = write_templates(tmp_path / "templat", load_reference())
    expected = [f"templat_{kind}.{ending}" for kind in KINDS for ending in ("xlsx", "csv")]
    assert [file.name for file in files] == expected
    assert all(file.stat().st_size > 0 for file in files)

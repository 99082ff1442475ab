"""What leaves the dashboard as a workbook or CSV, read back with other programs' libraries."""

import csv
import io
from datetime import datetime

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_data.exports.tables import ExportTable, export_csv, export_xlsx


def make_table(**changes: object) -> ExportTable:
    frame = pd.DataFrame(
        {
            "wilayah": ["Undaan", "Dawe"],
            "peserta_aktif": pd.array([1234, None], dtype="Int64"),
            "persen": [46.588, float("nan")],
            "periode": [datetime(2026, 9, 1), datetime(2026, 9, 1)],
            "estimasi": [True, False],
        }
    )
    fields: dict[str, object] = {
        "title": "Cakupan per kecamatan",
        "frame": frame,
        "headings": {
            "wilayah": "Wilayah",
            "peserta_aktif": "Peserta aktif (orang)",
            "persen": "Cakupan (%)",
            "periode": "Bulan",
            "estimasi": "Estimasi",
        },
        "kinds": {"persen": "percent"},
        "month": datetime(2026, 9, 1),
        "basis": "potensi BPJS/Bappenas 2025",
        "data_version": "14 Okt 2026 09.12 WIB",
        "example": False,
    }
    return ExportTable(**(fields | changes))  # type: ignore[arg-type]


def read_sheets(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_a_workbook_says_on_top_what_it_shows_and_keeps_numbers_unrounded() -> None:
    (rows,) = read_sheets(export_xlsx(make_table())).values()
    assert [row[0] for row in rows[:4]] == [
        "Cakupan per kecamatan",
        "Bulan: September 2026",
        "Basis potensi: potensi BPJS/Bappenas 2025",
        "Data diperbarui: 14 Okt 2026 09.12 WIB",
    ]
    assert rows[5] == ("Wilayah", "Peserta aktif (orang)", "Cakupan (%)", "Bulan", "Estimasi")
    assert rows[6] == ("Undaan", 1234, 46.588, datetime(2026, 9, 1), "ya")
    assert rows[7] == ("Dawe", None, None, datetime(2026, 9, 1), "tidak")


def test_a_csv_opens_in_an_indonesian_spreadsheet() -> None:
    content = export_csv(make_table())
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "Cakupan per kecamatan"
    assert lines[5:8] == [
        "Wilayah;Peserta aktif (orang);Cakupan (%);Bulan;Estimasi",
        "Undaan;1234;46,588;September 2026;ya",
        "Dawe;;;September 2026;tidak",
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_example_data_are_called_so_in_both_forms(language: str) -> None:
    table = make_table(example=True)
    assert "DATA CONTOH" in export_csv(table, language=language).decode()
    (rows,) = read_sheets(export_xlsx(table, language=language)).values()
    assert "DATA CONTOH" in str(rows[1][0])


def test_english_figures_have_a_decimal_point_and_english_months() -> None:
    text = export_csv(make_table(month=datetime(2026, 8, 1)), language="en").decode("utf-8-sig")
    assert "Month: August 2026" in text
    assert "Undaan;1234;46.588;" in text


@pytest.mark.parametrize("text", ["=1+1", "+62 291", "-", "@sum(A1)", "\tx", '=HYPERLINK("http://x")'])
def test_a_text_that_begins_like_a_formula_stays_a_text(text: str) -> None:
    frame = pd.DataFrame({"catatan": [text]})
    table = make_table(frame=frame, headings={"catatan": "Catatan"}, kinds={}, title=text)
    book = openpyxl.load_workbook(io.BytesIO(export_xlsx(table)))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    lines = export_csv(table).decode("utf-8-sig").replace('"', "").split("\r\n")
    assert lines[0].startswith("'")
    assert lines[-2].startswith("'")


def test_a_negative_number_stays_a_number() -> None:
    table = make_table(frame=pd.DataFrame({"selisih": [-5]}), headings={"selisih": "Selisih"}, kinds={})
    assert export_csv(table).decode().split("\r\n")[-2] == "-5"


def test_each_table_has_its_sheet_even_when_titles_are_alike_or_too_long() -> None:
    titles = ["Iuran: APBD/DBHCHT", "Iuran: APBD/DBHCHT", "x" * 40, "X" * 40]
    names = list(read_sheets(export_xlsx(*(make_table(title=title) for title in titles))))
    assert names == ["Iuran  APBD DBHCHT", "Iuran  APBD DBHCHT (2)", "x" * 31, "X" * 27 + " (4)"]


def test_an_empty_table_still_says_what_it_would_show() -> None:
    table = make_table(frame=make_table().frame.head(0))
    (rows,) = read_sheets(export_xlsx(table)).values()
    assert len(rows) == 6
    assert export_csv(table).decode().count("\r\n") == 6


@given(st.text(min_size=1))
def test_no_cell_of_a_csv_is_ever_a_formula(text: str) -> None:
    table = make_table(frame=pd.DataFrame({"catatan": [text]}), headings={"catatan": "Catatan"}, kinds={})
    lines = csv.reader(io.StringIO(export_csv(table).decode("utf-8-sig"), newline=""), delimiter=";")
    cell = list(lines)[-1][0]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == text.removeprefix("'")

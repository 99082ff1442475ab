"""The same table from every kind of file: XLSX, XLS, ODS, and CSV in all its dialects."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from jamsos_data.intake.read import read_sheets
from tests.intake.sheets import GIVEN, csv_of, read, xlsx_of

FILES = Path(__file__).parent / "files"
TWO = {"33.19.03": 30, "33.19.04": 40}
ROWS = [["Kecamatan", "Peserta Aktif", "Keterangan"], ["Jati", 30, "aktif – lunas"], ["Undaan", 40, ""]]
KINDS = [1, True, 0, False, 1.5, "1", date(2026, 9, 1)]


@pytest.mark.parametrize("name", ["lembar_ods.ods", "lembar_xls.xls"])
def test_old_and_open_workbooks_with_dates_and_a_second_sheet_are_read(name: str) -> None:
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    report = read((FILES / name).read_bytes(), given=given)
    assert (report.outcome, report.periods, dict(report.by_kecamatan)) == ("ok", ("2026-09",), TWO)
    assert report.sheets[0].name == "Data"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_delimited_text_in_every_dialect(separator: str, encoding: str, line_end: str) -> None:
    content = csv_of(ROWS, separator=separator, encoding=encoding, line_end=line_end)
    report = read(content, given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", TWO)


def test_the_separator_named_in_the_first_line_is_used() -> None:
    content = b"sep=|\nKecamatan|Peserta Aktif\nJati|30\nUndaan|40\n"
    report = read(content, given=GIVEN)
    assert dict(report.by_kecamatan) == TWO
    assert report.sheets[0].header_rows == (2,)


def test_quoted_cells_may_hold_separators_and_line_breaks() -> None:
    content = b'Kecamatan,"Peserta\nAktif",Catatan\nJati,"30","a, b"\nUndaan,40,"dua\nbaris"\n'
    assert dict(read(content, given=GIVEN).by_kecamatan) == TWO


def test_cells_of_a_column_are_told_apart_by_kind_as_well_as_by_value() -> None:
    cells = read_sheets(xlsx_of({"Data": [["Isi", "Lain"]] + [[value, "x"] for value in KINDS]}))[0].cells
    assert cells[0].tolist() == ["Isi", "1", "TRUE", "0", "FALSE", "1.5", "1", "2026-09-01"]


def test_rows_of_blanks_alone_are_no_rows() -> None:
    cells = read_sheets(xlsx_of({"Data": [*ROWS[:2], [" ", "\u00a0"], ["", ""], ROWS[2]]}))[0].cells
    assert cells.index.tolist() == [1, 2, 5]


def test_a_small_workbook_with_a_remark_far_away_is_read_with_all_the_memory_it_needs() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet("Data")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        sheet.write(149_999, 99, "catatan")
    cells = read_sheets(target.getvalue())[0].cells
    assert cells.index.tolist() == [1, 2, 3, 150_000]
    assert cells.loc[150_000, 99] == "catatan"


def test_the_digest_names_the_very_bytes() -> None:
    content = xlsx_of({"Data": ROWS})
    assert read(content, given=GIVEN).sha256 == read(content, given=GIVEN, name="lain.xlsx").sha256

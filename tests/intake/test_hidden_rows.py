"""Hidden rows and columns are counted, since a filter hides most of a table of which all is meant; and it is told."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from jamsos_data.intake.read import read_sheets
from jamsos_data.intake.read.hidden_cells import HiddenCells
from tests.intake.sheets import GIVEN, KECAMATAN, codes, finding, read

FILES = Path(__file__).parent / "files"
NO_SEGMENT = {key: text for key, text in GIVEN.items() if key != "segmen"}


def _book(*, rows: tuple[int, ...] = (), columns: tuple[int, ...] = (), is_filtered: bool = False) -> bytes:
    """A second sheet with a kecamatan a row, of which these (from 0) are hidden; the first one has notes."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        workbook.add_worksheet("Catatan").write(0, 0, "Catatan")
        sheet = workbook.add_worksheet("Data")
        sheet.write_row(0, 0, ["Kecamatan", "PU", "BPU"])
        for row, name in enumerate(KECAMATAN, start=1):
            sheet.write_row(row, 0, [name, 10 * row, row])
        sheet.write_row(10, 0, ["Jumlah", 450, 45])
        for row in rows:
            sheet.set_row(row, None, None, {"hidden": True})
        for column in columns:
            sheet.set_column(column, column, None, None, {"hidden": True})
        if is_filtered:
            sheet.autofilter(0, 0, 9, 2)
            sheet.filter_column(0, "x == Bae")
    return target.getvalue()


def test_hidden_rows_are_counted_and_told_with_their_sum() -> None:
    report = read(_book(rows=(1, 2, 3, 6, 10)), given=NO_SEGMENT, kind="kepesertaan")
    found = finding(report, "BARIS_TERSEMBUNYI")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 495})
    assert (found.sheet, found.params["n"], found.params["rows"]) == ("Data", 4, "2–4, 7")
    assert "4 baris" in found.message("id")
    assert "Peserta aktif: 132" in found.message("id")


def test_rows_that_a_filter_hides_are_counted_too() -> None:
    report = read(
        _book(rows=(1, 2, 3, 4, 5, 6, 8, 9), is_filtered=True), given=NO_SEGMENT, kind="kepesertaan"
    )
    assert (report.totals, finding(report, "BARIS_TERSEMBUNYI").params["n"]) == ({"peserta_aktif": 495}, 8)


def test_a_hidden_column_of_figures_is_told_and_any_other_is_not() -> None:
    report = read(_book(columns=(2,)), given=NO_SEGMENT, kind="kepesertaan")
    assert (finding(report, "KOLOM_TERSEMBUNYI").value, report.totals) == ("BPU", {"peserta_aktif": 495})
    assert "KOLOM_TERSEMBUNYI" not in codes(read(_book(columns=(0,)), given=NO_SEGMENT, kind="kepesertaan"))


def test_of_a_book_that_shows_everything_nothing_is_said() -> None:
    assert not any(
        "TERSEMBUNYI" in code for code in codes(read(_book(), given=NO_SEGMENT, kind="kepesertaan"))
    )


@pytest.mark.parametrize("tag", [b"<row r='7' hidden='1'>", b'<x:row hidden="true" spans="1:3" r="7"/>'])
def test_other_programs_write_it_in_their_own_way(tag: bytes) -> None:
    hidden = HiddenCells()
    hidden.feed(b'<row r="6" hidden="0"><c/></row>' + tag)
    assert hidden.rows == {7}


@pytest.mark.parametrize("state", [b"collapse", b"filter"])
def test_an_open_document_says_it_by_the_visibility_of_a_row(state: bytes) -> None:
    source = zipfile.ZipFile(FILES / "lembar_ods.ods")
    text = source.read("content.xml")
    start = text.index(b'table:name="Data"')
    row = text.index(b"<table:table-row", text.index(b"<table:table-row", start) + 1) + len(
        b"<table:table-row"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as edited:
        for entry in source.namelist():
            changed = text[:row] + b' table:visibility="%b"' % state + text[row:]
            edited.writestr(entry, changed if entry == "content.xml" else source.read(entry))
    data = next(sheet for sheet in read_sheets(target.getvalue()) if sheet.name == "Data")
    assert data.hidden_rows == {2}


def test_an_old_workbook_says_it_by_the_record_of_a_row() -> None:
    content = bytearray((FILES / "lembar_xls.xls").read_bytes())
    shown = next(sheet for sheet in read_sheets(bytes(content)) if sheet.name == "Data")
    assert (shown.hidden_rows, shown.hidden_columns) == (frozenset(), frozenset())
    at = content.find(struct.pack("<HHH", 0x208, 16, 1))
    while at >= 0:
        content[at + 4 + 12] |= 0x20
        at = content.find(struct.pack("<HHH", 0x208, 16, 1), at + 1)
    data = next(sheet for sheet in read_sheets(bytes(content)) if sheet.name == "Data")
    assert data.hidden_rows == {2}

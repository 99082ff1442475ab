"""Errors and formulas that were never worked out reach the reader as text; they never count as zero."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest

from jamsos_data.intake.read import read_sheets
from tests.intake.binary_books import text, xlsb_of
from tests.intake.sheets import GIVEN, finding, read

FILES = Path(__file__).parent / "files"
ERRORS = ("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?")


def _workbook(*peserta: object) -> bytes:
    """A workbook as a program leaves it that never computes: formulas stand in it without their result."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    names = ["Jati", "Undaan", "Bae", "Dawe"]
    rows = zip(names, peserta, strict=False)
    for row in [("Kecamatan", "Peserta Aktif"), *rows]:
        sheet.append(row)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def _edited(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as edited:
        for entry in source.namelist():
            data = source.read(entry)
            # With lxml beside it openpyxl writes an empty value in two tags.
            data = data.replace(b"<v></v>", b"<v />")
            assert entry != name or old in data
            edited.writestr(entry, data.replace(old, new, 1) if entry == name else data)
    return target.getvalue()


def _ods(cell: bytes) -> bytes:
    """The open document of the examples with another cell for the 40 people of Undaan."""
    old = (
        b'<table:table-cell office:value-type="float" office:value="40" calcext:value-type="float">'
        b"<text:p>40</text:p></table:table-cell>"
    )
    return _edited((FILES / "lembar_ods.ods").read_bytes(), "content.xml", old, cell)


def _xls(record: bytes) -> bytes:
    """The old workbook of the examples with another record for the 40 people of Undaan; the month goes too."""
    content = (FILES / "lembar_xls.xls").read_bytes()
    numbers = struct.pack("<HHHH", 0xBD, 18, 2, 1)  # MULRK: row 3, columns B and C
    position, room = content.index(numbers), 4 + 18
    filler = struct.pack("<HH", 0xEF, room - len(record) - 4).ljust(room - len(record), b"\0")
    return content[:position] + record + filler + content[position + room :]


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_of_excel_is_named_with_its_cell(error: str) -> None:
    report = read(_workbook(30, error, 5), given=GIVEN)
    found = finding(report, "BUKAN_ANGKA")
    assert (report.outcome, found.row, found.value) == ("problems", 3, error)
    assert dict(report.by_kecamatan) == {"33.19.03": 30, "33.19.07": 5}


def test_a_formula_without_its_result_is_named_and_can_be_mended_by_saving() -> None:
    report = read(_workbook(30, "=10+5", 5), given=GIVEN)
    found = finding(report, "SEL_RUMUS_TANPA_NILAI")
    assert (found.row, found.value) == (3, "=10+5")
    assert dict(report.by_kecamatan) == {"33.19.03": 30, "33.19.07": 5}
    assert "Excel" in found.message("id")


def test_formulas_with_their_results_are_plain_numbers_and_texts() -> None:
    sheet = "xl/worksheets/sheet1.xml"
    content = _edited(
        _workbook(30, "=10+5", "=IF(A1=1,1,)"), sheet, b"<f>10+5</f><v />", b"<f>10+5</f><v>15</v>"
    )
    empty = _edited(content, sheet, b'<c r="B4">', b'<c r="B4" t="str">')
    assert read_sheets(empty)[0].cells[1].tolist() == ["Peserta Aktif", "30", "15", ""]


ODS_CELLS = {
    "#DIV/0!": (
        b'<table:table-cell table:formula="of:=[.A1]/0" office:value-type="string" office:string-value="" '
        b'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    ),
    "Err:502": (
        b'<table:table-cell table:formula="of:=[.X1]" office:value-type="float" office:value="0">'
        b"<text:p>Err:502</text:p></table:table-cell>"
    ),
    "=10+5": b'<table:table-cell table:formula="of:=10+5"/>',
}


@pytest.mark.parametrize("text", ODS_CELLS)
def test_errors_and_formulas_of_an_open_document_are_texts(text: str) -> None:
    cells = read_sheets(_ods(ODS_CELLS[text]))
    assert text in next(sheet for sheet in cells if sheet.name == "Data").cells[2].tolist()


def test_errors_of_an_old_workbook_are_texts() -> None:
    error = struct.pack("<HHHHHBB", 0x205, 8, 2, 2, 0, 23, 1)
    sheets = read_sheets(_xls(error))
    data = next(sheet for sheet in sheets if sheet.name == "Data").cells
    assert list(data.loc[3]) == ["Undaan", "", "#REF!"]
    assert data[2].tolist() == ["Peserta Aktif", "30", "#REF!", "70"]


def test_errors_of_a_binary_workbook_are_texts() -> None:
    number, error = (0, b"\x05" + struct.pack("<d", 30)), (0, b"\x03\x17")
    formula = 0, b"\x0b\x2a" + bytes(10)  # the result of a formula that is kept beside it
    rows = [[text("Kecamatan"), text("Peserta Aktif")], [text("Jati"), number]]
    content = xlsb_of([*rows, [text("Bae"), error], [text("Dawe"), formula]])
    (data,) = (sheet.cells for sheet in read_sheets(content))
    assert data[1].tolist() == ["Peserta Aktif", "30", "#REF!", "#N/A"]
    assert finding(read(content, given=GIVEN), "BUKAN_ANGKA").row == 3


def test_a_sum_of_a_kecamatan_without_its_result_is_said_once_and_its_villages_are_read() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (["Kecamatan", "Desa", "Peserta Aktif"], ["Jati", "", "=SUBTOTAL(9,C3:C4)"],
                ["Jati", "Ploso", 10], ["Jati", "Megawon", 20]):  # fmt: skip
        sheet.append(row)
    target = io.BytesIO()
    workbook.save(target)
    report = read(target.getvalue(), given=GIVEN, kind="kepesertaan")
    assert report.totals == {"peserta_aktif": 30}
    assert [found.code for found in report.findings if found.severity != "info"] == ["SEL_RUMUS_TANPA_NILAI"]


def _summed(*cells: object) -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (["Kecamatan", "BPD", "RT/RW"], ["Jati", 10, 1], ["Bae", 20, 2], ["Jumlah", *cells]):
        sheet.append(row)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("cells", "columns"), [(("=SUM(B2:B3)", "=SUM(C2:C3)"), "BPD, RT/RW"), (("=SUM(B2:B3)", 3), "BPD")]
)
def test_a_sum_that_was_never_worked_out_is_not_said_to_agree(
    cells: tuple[object, ...], columns: str
) -> None:
    given = {name: text for name, text in GIVEN.items() if name != "segmen"}
    report = read(_summed(*cells), given=given, kind="kepesertaan")
    found = finding(report, "TOTAL_TANPA_HASIL")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 33})
    assert (found.row, found.params["columns"]) == (4, columns)
    assert not [
        one for one in report.findings if one.code in ("BARIS_TOTAL_DITINGGALKAN", "TOTAL_TIDAK_COCOK")
    ]
    wrong = read(_summed("=SUM(B2:B3)", 4), given=given, kind="kepesertaan")
    assert finding(wrong, "TOTAL_TIDAK_COCOK").column == "RT/RW"


def test_a_row_of_an_unknown_area_without_the_result_of_its_formula_is_no_note_below_the_table() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (["Kecamatan", "Peserta Aktif"], ["Jati", 10], ["Bae", 20], ["Xyzzy", "=B2+5"]):
        sheet.append(row)
    target = io.BytesIO()
    workbook.save(target)
    report = read(target.getvalue(), given=GIVEN, kind="kepesertaan")
    assert (report.outcome, finding(report, "NAMA_TIDAK_DIKENAL").row) == ("problems", 4)

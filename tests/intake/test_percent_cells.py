"""A number in a cell that shows it as a percentage is that percentage, never a number of people."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from jamsos_data.intake.read import read_sheets
from jamsos_data.intake.read.percent_cells import percent_cells
from jamsos_data.intake.read.xls_percents import find_percents
from jamsos_data.intake.read.xlsb_percents import find_binary_percents
from tests.intake.binary_books import styles_of, text, xlsb_of
from tests.intake.sheets import GIVEN, finding, read

FILES = Path(__file__).parent / "files"


def _workbook(*peserta: float, form: str = "0%", header: str = "Peserta Aktif") -> bytes:
    """Peserta of Jati, which alone is formatted, and of others."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet("S")
        shown = workbook.add_format({"num_format": form})
        sheet.write_row(0, 0, ["Kecamatan", header])
        for row, (name, number) in enumerate(zip(["Jati", "Undaan", "Bae"], peserta, strict=False), start=1):
            sheet.write(row, 0, name)
            sheet.write_number(row, 1, number, shown if row == 1 else None)
    return target.getvalue()


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (1, "0%", "100%"),
        (1.2, "0.00%", "120%"),
        (0.3, "0.0%", "30%"),
        (30, "0 %;-0 %", "3000%"),
    ],
)
def test_a_count_in_a_cell_of_percentages_is_refused_with_its_place(
    number: float, form: str, shown: str
) -> None:
    report = read(_workbook(number, 40, form=form), given=GIVEN, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 40})
    found = finding(report, "ANGKA_PERSEN")
    assert (found.sheet, found.row, found.column, found.value) == ("S", 2, "Peserta Aktif", shown)


@pytest.mark.parametrize("form", ["0", "#,##0", '0" %"', "General", r"0\%"])
def test_a_number_beside_a_percent_sign_that_is_only_printed_stays_a_number(form: str) -> None:
    report = read(_workbook(30, 40, form=form), given=GIVEN, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 70})


def test_nobody_is_nobody_also_in_a_cell_of_percentages() -> None:
    assert read(_workbook(0, 40, form="0%"), given=GIVEN, kind="kepesertaan").outcome == "ok"


def test_a_target_in_percent_is_what_people_see() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet("S")
        sheet.write_row(0, 0, ["Tahun", "Segmen", "Target"])
        sheet.write_row(1, 0, [2026, "SEMUA"])
        sheet.write_number(1, 2, 0.855, workbook.add_format({"num_format": "0.0%"}))
    given = {"kode_wilayah": "33.19", "dasar_hukum": "Perbup"}
    report = read(target.getvalue(), given=given, kind="target")
    assert (report.outcome, list(report.rows["indikator"]), list(report.rows["nilai"])) == (
        "ok",
        ["persen"],
        [85.5],
    )


def test_the_result_of_a_formula_is_a_percentage_too() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet("S")
        shown = workbook.add_format({"num_format": "0.0%"})
        sheet.write_row(0, 0, ["Desa", "Teks"])
        sheet.write_formula(1, 0, "=B2/2", shown, value=1)
        sheet.write_string(1, 1, "nihil", shown)
        sheet.write_blank(2, 0, None, shown)
        sheet.write(2, 1, "x")
    cells = read_sheets(target.getvalue())[0].cells
    assert [list(row) for row in cells.itertuples(index=False)] == [
        ["Desa", "Teks"], ["100%", "nihil"], ["", "x"],
    ]  # fmt: skip


def test_an_open_document_says_it_of_each_value() -> None:
    old = b'office:value-type="float" office:value="40" calcext:value-type="float"><text:p>40</text:p>'
    new = b'office:value-type="percentage" office:value="1" calcext:value-type="percentage"><text:p>100%</text:p>'
    target = io.BytesIO()
    with zipfile.ZipFile(FILES / "lembar_ods.ods") as source, zipfile.ZipFile(target, "w") as edited:
        for entry in source.namelist():
            edited.writestr(entry, source.read(entry).replace(old, new, 1))
    texts = [text for sheet in read_sheets(target.getvalue()) for text in sheet.cells.to_numpy().ravel()]
    assert "100%" in texts
    assert "40" not in texts


def test_a_workbook_without_a_style_of_percentages_is_not_searched() -> None:
    styles = b'<styleSheet><cellXfs count="1"><xf numFmtId="3" xfId="0"/></cellXfs></styleSheet>'
    assert percent_cells(styles) is None


CELL_STYLE = struct.pack("<HHHHH", 0xE0, 20, 0, 164, 1)


def _xls(*, format_number: int = 164, code: bytes = b"General", record: bytes = b"") -> bytes:
    """The old workbook of the examples, its people in another format; `record` stands for one of its rows."""
    content = (FILES / "lembar_xls.xls").read_bytes()
    assert content.count(CELL_STYLE) == content.count(b"\x07\0\0General") == 1
    content = content.replace(CELL_STYLE, struct.pack("<HHHHH", 0xE0, 20, 0, format_number, 1))
    content = content.replace(b"\x07\0\0General", b"\x07\0\0" + code)
    row = struct.pack("<HHHH", 0xBD, 18, 2, 1)  # MULRK: row 3, columns B and C
    position, room = content.index(row), 4 + 18
    if not record:
        return content
    filler = struct.pack("<HH", 0xEF, room - len(record) - 4).ljust(room - len(record), b"\0")
    return content[:position] + record + filler + content[position + room :]


def _people(content: bytes) -> list[str]:
    return next(sheet for sheet in read_sheets(content) if sheet.name == "Data").cells[2].tolist()[1:]


@pytest.mark.parametrize(
    ("number", "code"), [(9, b"General"), (10, b"General"), (164, b"0.0000%"), (164, b"##0 %;0")]
)
def test_an_old_workbook_tells_percentages_by_its_formats(number: int, code: bytes) -> None:
    content = _xls(format_number=number, code=code)
    assert _people(content) == ["3000%", "4000%", "7000%"]
    assert finding(read(content, given=GIVEN, kind="kepesertaan"), "ANGKA_PERSEN").row == 2


@pytest.mark.parametrize("code", [b"General", b'#0" %"0', rb"####0\%"])
def test_other_formats_of_an_old_workbook_leave_its_numbers(code: bytes) -> None:
    assert _people(_xls(code=code)) == ["30", "40", "70"]


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (struct.pack("<HHHHHd", 0x203, 14, 2, 2, 15, 0.855), "85.5%"),
        (struct.pack("<HHHHHd", 0x203, 14, 2, 2, 15, 0), "0"),
        (struct.pack("<HHHHHI", 0x27E, 10, 2, 2, 15, 85 << 2 | 3), "85%"),
        (struct.pack("<HHHHHI", 0x27E, 10, 2, 2, 15, 0x3FF00000), "100%"),
        (struct.pack("<HHHHHI", 0x27E, 10, 2, 2, 0, 30 << 2 | 2), "30"),
    ],
)
def test_numbers_of_an_old_workbook_may_be_packed(record: bytes, shown: str) -> None:
    assert _people(_xls(format_number=9, record=record))[1] == shown


@pytest.mark.parametrize("broken", [slice(0, 900), slice(0, 2_000)])
def test_a_damaged_old_workbook_has_no_percentages(broken: slice) -> None:
    assert find_percents(_xls(format_number=9)[broken]) == {}


def _xlsb(cell: bytes, *, style: int = 1, styles: bytes = b"") -> bytes:
    """A binary workbook with people of Jati in a cell of this style; the second one is of percentages."""
    rows = [[text("Kecamatan"), text("Peserta Aktif")], [text("Jati"), (style, cell)]]
    return xlsb_of(
        [*rows, [text("Bae"), (0, b"\x05" + struct.pack("<d", 40))]], styles=styles or styles_of(0, 9)
    )


def _binary_people(content: bytes) -> str:
    return read_sheets(content)[0].cells[1].tolist()[1]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (b"\x05" + struct.pack("<d", 0.855), "85.5%"),
        (b"\x05" + struct.pack("<d", 0), "0"),
        (b"\x02" + struct.pack("<I", 85 << 2 | 3), "85%"),
        (b"\x02" + struct.pack("<I", 0x3FF00000), "100%"),
        (b"\x09" + struct.pack("<d", 1.2) + bytes(10), "120%"),
    ],
)
def test_a_binary_workbook_tells_percentages_by_its_styles(cell: bytes, shown: str) -> None:
    content = _xlsb(cell)
    assert _binary_people(content) == shown
    report = read(content, given=GIVEN, kind="kepesertaan")
    assert report.totals == {"peserta_aktif": 40}
    assert ("ANGKA_PERSEN" in [found.code for found in report.findings]) == (shown != "0")


@pytest.mark.parametrize(
    ("code", "shown"), [("0.00%", "3000%"), ('0" %"', "30"), (r"0\%", "30"), ("0", "30")]
)
def test_formats_of_their_own_tell_it_in_a_binary_workbook_too(code: str, shown: str) -> None:
    styles = styles_of(0, 164, codes=[(164, code)])
    assert _binary_people(_xlsb(b"\x05" + struct.pack("<d", 30), styles=styles)) == shown


def test_other_cells_of_a_binary_workbook_and_one_without_styles_keep_their_numbers() -> None:
    number = b"\x05" + struct.pack("<d", 1)
    assert _binary_people(_xlsb(number, style=0)) == "1"
    assert _binary_people(_xlsb(number, styles=styles_of(0, 1))) == "1"
    assert find_binary_percents(xlsb_of([[(1, number)]])) == {}


def test_a_damaged_binary_workbook_has_no_percentages() -> None:
    content = _xlsb(b"\x05" + struct.pack("<d", 1))
    assert find_binary_percents(content) == {1: {(2, 1): "100%"}}
    for size in (5, 12, 40):
        cut = _xlsb(b"\x05" + struct.pack("<d", 1), styles=styles_of(0, 9)[:size])
        assert find_binary_percents(cut) == {}


def test_two_percentages_of_one_row_leave_it_one_row() -> None:
    share = 1, b"\x05" + struct.pack("<d", 0.5)
    content = xlsb_of([[text("Jati"), share, share], [text("Bae"), share, share]], styles=styles_of(0, 9))
    assert read_sheets(content)[0].cells.to_numpy().tolist() == [
        ["Jati", "50%", "50%"], ["Bae", "50%", "50%"],
    ]  # fmt: skip

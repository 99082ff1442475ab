"""Figures of cells that are struck out as a whole are no figures: they are asked about, never counted."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Font

from jamsos_data.intake.read import read_sheets
from jamsos_data.intake.read.struck_cells import struck_cells
from tests.intake.sheets import GIVEN, codes, finding, read

FILES = Path(__file__).parent / "files"


def _book(struck: int | str, *, form: str = "General", formula: bool = False) -> bytes:
    """Peserta of Bae, struck out together with its name, between those of two others."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet("S")
        line = workbook.add_format({"font_strikeout": True, "num_format": form})
        sheet.write_row(0, 0, ["Kecamatan", "Peserta Aktif"])
        sheet.write_row(1, 0, ["Jati", 10])
        sheet.write(2, 0, "Bae", line)
        if formula:
            sheet.write_formula(2, 1, "=B2*2", line, value=int(struck))
        else:
            sheet.write(2, 1, struck, line)
        sheet.write_row(3, 0, ["Dawe", 30])
    return target.getvalue()


@pytest.mark.parametrize(
    ("struck", "form"), [(20, "General"), (20, "#,##0"), ("20", "General"), ("20 orang", "General")]
)
def test_a_figure_in_a_cell_that_is_struck_out_is_asked_about(struck: int | str, form: str) -> None:
    report = read(_book(struck, form=form), given=GIVEN, kind="kepesertaan")
    found = finding(report, "ANGKA_DICORET")
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 40})
    assert (found.sheet, found.row, found.column, found.value) == ("S", 3, "Peserta Aktif", str(struck))


def test_a_struck_figure_in_the_last_row_without_an_area_is_no_note() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet("S")
        line = workbook.add_format({"font_strikeout": True})
        sheet.write_row(0, 0, ["Tanggal", "Uraian", "Nilai Iuran (Rp)"])
        sheet.write_row(1, 0, ["2026-09-01", "a", 100_000])
        sheet.write_row(2, 0, ["2026-09-02", "b", 300_000], line)
    report = read(target.getvalue(), given={**GIVEN, "kode_wilayah": "33.19"}, kind="iuran")
    found = finding(report, "ANGKA_DICORET")
    assert (report.totals, found.row, found.value) == ({"nilai": 100_000}, 3, "300000")


def test_the_result_of_a_formula_is_struck_out_like_any_figure() -> None:
    report = read(_book(20, formula=True), given=GIVEN, kind="kepesertaan")
    assert (report.totals, "ANGKA_DICORET" in codes(report)) == ({"peserta_aktif": 40}, True)


@pytest.mark.parametrize("nil", [0, "-", ""])
def test_nobody_is_nobody_struck_out_or_not(nil: int | str) -> None:
    report = read(_book(nil), given=GIVEN, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 40})


def test_other_programs_write_the_line_in_their_own_way() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (["Kecamatan", "Peserta Aktif"], ["Jati", 10], ["Bae", 20], ["Dawe", "30"]):
        sheet.append(row)
    sheet["A3"].font = sheet["B3"].font = sheet["B4"].font = Font(strike=True)
    target = io.BytesIO()
    workbook.save(target)
    report = read(target.getvalue(), given=GIVEN, kind="kepesertaan")
    assert (report.totals, codes(report).count("ANGKA_DICORET")) == ({"peserta_aktif": 10}, 2)


def test_a_month_that_is_struck_out_as_a_date_stays_a_month() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet("S")
        line = workbook.add_format({"font_strikeout": True, "num_format": "mmm-yy"})
        sheet.write_row(0, 0, ["Bulan"])
        sheet.write_number(1, 0, 46266, line)
    assert read_sheets(target.getvalue())[0].cells[0].tolist() == ["Bulan", "2026-09-01"]


def test_a_workbook_without_a_font_that_is_struck_out_is_not_searched() -> None:
    fonts = b'<fonts count="2"><font><sz val="11"/></font><font><strike val="0"/></font></fonts>'
    styles = b'<cellXfs count="2"><xf fontId="0"/><xf numFmtId="3" fontId="1"/></cellXfs>'
    assert struck_cells(b"<styleSheet>" + fonts + styles + b"</styleSheet>") is None


def test_a_raised_mark_in_a_text_of_the_cell_itself_is_a_footnote() -> None:
    inside = (
        b'<c r="B3" t="inlineStr"><is><r><t>20</t></r><r><rPr><vertAlign val="superscript"/></rPr>'
        b"<t>1</t></r></is></c>"
    )
    content = _edited(_book(20), "xl/worksheets/sheet1.xml", b'<c r="B3" s="1"><v>20</v></c>', inside)
    report = read(content, given=GIVEN, kind="kepesertaan", accepted=["NAMA_DICORET"])
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 60})


def _edited(content: bytes, name: str, *changes: bytes) -> bytes:
    """An archive with old parts of one entry in place of new ones, in pairs."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as edited:
        for entry in source.namelist():
            data = source.read(entry)
            if entry == name:
                for old, new in zip(changes[::2], changes[1::2], strict=True):
                    assert old in data
                    data = data.replace(old, new, 1)
            edited.writestr(entry, data)
    return target.getvalue()


_ODS_STYLES = (
    b'<office:automatic-styles><style:style style:name="ce9" style:family="table-cell" '
    b'style:parent-style-name="Default"><style:text-properties style:text-line-through-style="solid"/>'
    b'</style:style><style:style style:name="T9" style:family="text"><style:text-properties '
    b'style:text-position="super 58%"/></style:style>'
)
_ODS_CELL = (
    b'<table:table-cell office:value-type="float" office:value="40" calcext:value-type="float">'
    b"<text:p>40</text:p></table:table-cell>"
)
_ODS_TEXT = (
    b'<table:table-cell office:value-type="string"><text:p>40<text:span text:style-name="T9">1</text:span>'
    b"</text:p></table:table-cell>"
)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (
            _ODS_CELL.replace(b"<table:table-cell", b'<table:table-cell table:style-name="ce9"'),
            "40 (dicoret)",
        ),
        (
            _ODS_CELL.replace(b"<table:table-cell", b'<table:table-cell table:style-name="ce9"').replace(
                b"<text:p>40",
                b"<office:annotation><dc:date>2026-09-01</dc:date><text:p>sudah pindah</text:p></office:annotation>"
                b"<text:p>40",
            ),
            "40 (dicoret)",
        ),
        (
            _ODS_TEXT,
            "40 1)",
        ),
    ],
)
def test_an_open_document_says_it_by_its_own_styles(cell: bytes, shown: str) -> None:
    ods = (FILES / "lembar_ods.ods").read_bytes()
    content = _edited(ods, "content.xml", b"<office:automatic-styles>", _ODS_STYLES, _ODS_CELL, cell)
    data = next(sheet for sheet in read_sheets(content) if sheet.name == "Data")
    assert shown in data.cells[2].tolist()


def test_an_old_workbook_says_it_by_the_font_of_the_style() -> None:
    xls = (FILES / "lembar_xls.xls").read_bytes()
    font = bytes.fromhex("dc00000008009001")
    assert xls.count(font) == 1
    data = next(s for s in read_sheets(xls.replace(font, font[:2] + b"\x08" + font[3:])) if s.name == "Data")
    assert data.cells[2].tolist() == ["Peserta Aktif", "30 (dicoret)", "40 (dicoret)", "70 (dicoret)"]
    assert data.cells[1].tolist()[1:] == ["2026-09-01", "2026-09-01", ""]


def test_a_name_that_is_struck_out_without_its_figure_is_asked_about() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    rows = (
        ["Kecamatan", "Peserta Aktif", "Ket"],
        ["Jati", 10, "lama"],
        ["Bae", 20, ""],
        ["Dawe", 0],
        ["Jumlah", 30],
    )
    for row in rows:
        sheet.append(row)
    for place in ("A1", "A3", "A4", "A5", "C2"):
        sheet[place].font = Font(strike=True)
    target = io.BytesIO()
    workbook.save(target)
    asked = read(target.getvalue(), given=GIVEN, kind="kepesertaan")
    found = [found for found in asked.findings if found.code == "NAMA_DICORET"]
    assert (asked.outcome, asked.totals) == ("problems", {"peserta_aktif": 30})
    assert [(one.row, one.column, one.value) for one in found] == [(3, "Kecamatan", "Bae")]
    agreed = read(target.getvalue(), given=GIVEN, kind="kepesertaan", accepted=["NAMA_DICORET"])
    assert (agreed.outcome, agreed.sheets[0].columns[2].examples) == ("ok", ("lama",))


def test_a_row_that_is_struck_out_as_a_whole_is_asked_about_once() -> None:
    report = read(_book(20), given=GIVEN, kind="kepesertaan")
    assert [code for code in codes(report) if code.endswith("_DICORET")] == ["ANGKA_DICORET"]


def _list_with_struck(*columns: int) -> bytes:
    """Three persons, of the second of whom these cells are struck out."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet("S")
        line = workbook.add_format({"font_strikeout": True})
        sheet.write_row(0, 0, ["NIK", "Nama", "Desa", "Kecamatan"])
        for row in range(1, 4):
            for column, text in enumerate((f"331904010180000{row}", "Orang", "Wates", "Undaan")):
                sheet.write(row, column, text, line if row == 2 and column in columns else None)
    return target.getvalue()


def test_a_person_whose_number_is_struck_out_is_no_slip_of_the_number_and_may_be_counted() -> None:
    report = read(_list_with_struck(0), given=GIVEN)
    found = finding(report, "ORANG_TIDAK_AKTIF")
    assert (report.totals, "NIK_TIDAK_16_ANGKA" in codes(report)) == ({"peserta_aktif": 2}, False)
    assert (found.column, found.params["n"], "dicoret: 1" in found.message("id")) == ("NIK", 1, True)
    counted = read(_list_with_struck(0), given=GIVEN, accepted=["ORANG_TIDAK_AKTIF_DIHITUNG"])
    assert (counted.outcome, counted.totals) == ("ok", {"peserta_aktif": 3}), codes(counted)


def _rich(*runs: str) -> bytes:
    """A book whose cell is in a struck font, its text in runs of which each has a font of its own or none."""
    book = _book("200250")
    texts = zipfile.ZipFile(io.BytesIO(book)).read("xl/sharedStrings.xml")
    assert b"<si><t>200250</t></si>" in texts
    inner = "".join(runs).encode()
    return _edited(book, "xl/sharedStrings.xml", b"<si><t>200250</t></si>", b"<si>%b</si>" % inner)


_OLD, _NEW = "<r>{}<t>200</t></r>", "<r><rPr><sz val='11'/></rPr><t>250</t></r>"


@pytest.mark.parametrize("own", ["", "<rPr><strike/></rPr>"])
def test_a_new_figure_behind_a_struck_one_in_one_cell_is_not_struck_out(own: str) -> None:
    report = read(_rich(_OLD.format(own), _NEW), given=GIVEN, kind="kepesertaan")
    found = finding(report, "BUKAN_ANGKA")
    assert (report.totals, found.row, found.value) == ({"peserta_aktif": 40}, 3, "200 / 250")
    assert "ANGKA_DICORET" not in codes(report)


def test_a_figure_written_in_runs_that_are_all_struck_out_is_struck_out() -> None:
    run = "<r><rPr><strike/></rPr><t>{}</t></r>"
    report = read(_rich(run.format("20"), run.format("0")), given=GIVEN, kind="kepesertaan")
    assert "ANGKA_DICORET" in codes(report)


@pytest.mark.parametrize("columns", [(1,), (1, 2, 3)])
def test_a_person_whose_name_is_struck_out_is_left_out_and_asked_about_once(columns: tuple[int, ...]) -> None:
    report = read(_list_with_struck(*columns), given=GIVEN)
    found = finding(report, "ORANG_TIDAK_AKTIF")
    assert (report.totals, found.column, "dicoret: 1" in found.message("id")) == (
        {"peserta_aktif": 2},
        "Nama",
        True,
    )
    assert ("NAMA_DICORET" in codes(report), list(report.rejected["row"])) == (False, [3])
    counted = read(_list_with_struck(*columns), given=GIVEN, accepted=["ORANG_TIDAK_AKTIF_DIHITUNG"])
    assert (counted.outcome, counted.totals) == ("ok", {"peserta_aktif": 3}), codes(counted)

"""A number in a cell that shows it as a percentage is that percentage, never a number of people."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from jamsos_data.intake.read import read_sheets
from jamsos_data.intake.read.percent_cells import percent_cells
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

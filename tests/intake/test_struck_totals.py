"""A total tells whether a figure that is struck out still holds: printed without it, nobody has to be asked."""

from __future__ import annotations

import io
from collections.abc import Sequence

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Font

from jamsos_data.intake import IntakeReport
from tests.intake.sheets import GIVEN, Rows, codes, finding, read

GONE, HELD = "ANGKA_DICORET_SESUAI", "ANGKA_DICORET_DIJUMLAHKAN"
HEADER = ["Kecamatan", "Desa", "Peserta Aktif"]
VILLAGES = [["Jati", "Ploso", 60], ["Jati", "Megawon", 40], ["Jati", "Ngembal Kulon", 5]]


def _read(
    *rows: Sequence[object], struck: Sequence[tuple[int, int]], accepted: Sequence[str] = (), **given: str
) -> IntakeReport:
    """The report on a sheet of these rows, of which the cells (0-based row and column) are struck out."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet, line = workbook.add_worksheet("S"), workbook.add_format({"font_strikeout": True})
        for place, row in enumerate(rows):
            for column, value in enumerate(row):
                if value != "":
                    sheet.write(place, column, value, line if (place, column) in struck else None)
    stated = {name: text for name, text in GIVEN.items() if given.get(name) != ""}
    return read(target.getvalue(), given=stated, kind="kepesertaan", accepted=accepted)


def _asked(report: IntakeReport) -> list[str]:
    return [found.code for found in report.findings if found.severity.value != "info"]


def _with_total(form: str, total: int) -> tuple[Rows, tuple[int, int], int]:
    """Rows with a total of them beneath or above, the cell of Megawon's 40, and the row of the total."""
    if form == "kecamatan":
        return [HEADER, ["Jati", "", total], *VILLAGES], (3, 2), 2
    return [HEADER, *VILLAGES, [form, "", total]], (2, 2), 5


@pytest.mark.parametrize("form", ["Jumlah", "Jumlah Jati", "kecamatan"])
def test_a_total_without_what_is_struck_out_needs_no_question(form: str) -> None:
    rows, struck, row = _with_total(form, 65)
    report = _read(*rows, struck=[struck])
    assert (report.outcome, report.totals, _asked(report)) == ("ok", {"peserta_aktif": 65}, [])
    found = finding(report, GONE)
    assert (found.row, found.value, found.params["total"]) == (struck[0] + 1, "40", row)
    assert list(report.rejected["row"]) == [struck[0] + 1]


@pytest.mark.parametrize("form", ["Jumlah", "Jumlah Jati", "kecamatan"])
def test_a_total_that_holds_what_is_struck_out_asks_one_question_with_both_outcomes(form: str) -> None:
    rows, struck, row = _with_total(form, 105)
    report = _read(*rows, struck=[struck])
    assert (report.outcome, report.totals, _asked(report)) == ("problems", {"peserta_aktif": 65}, [HELD])
    message = finding(report, HELD).message("id")
    assert f"jumlah di baris {row} (105) memuatnya; tanpa angka yang dicoret 65" in message
    agreed = _read(*rows, struck=[struck], accepted=[HELD])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 65})


@pytest.mark.parametrize(
    ("form", "slip"), [("Jumlah", "TOTAL_TIDAK_COCOK"), ("kecamatan", "INDUK_WILAYAH_TIDAK_COCOK")]
)
def test_a_total_that_is_neither_tells_nothing_of_what_is_struck_out(form: str, slip: str) -> None:
    rows, struck, _ = _with_total(form, 103)
    assert set(_asked(_read(*rows, struck=[struck]))) == {"ANGKA_DICORET", slip}


def test_of_two_struck_figures_a_total_that_holds_one_tells_nothing() -> None:
    rows = [HEADER, *VILLAGES, ["Jumlah", "", 65]]
    assert set(_asked(_read(*rows, struck=[(1, 2), (2, 2)]))) == {"ANGKA_DICORET", "TOTAL_TIDAK_COCOK"}


def test_totals_that_contradict_each_other_on_what_is_struck_out_are_told() -> None:
    rows = [HEADER, ["Jati", "", 65], *VILLAGES, ["Bae", "", 7], ["Bae", "Bacin", 3], ["Bae", "Panjang", 4]]
    report = _read(*rows, ["Jumlah", "", 112], struck=[(3, 2)])
    assert (_asked(report), GONE in codes(report)) == (["TOTAL_TIDAK_COCOK"], True)


def test_a_figure_struck_out_in_one_of_two_columns_is_compared_in_that_column_alone() -> None:
    rows = [["Kecamatan", "RT/RW", "Linmas"], ["Jati", 10, 20], ["Bae", 3, 4], ["Jumlah", 13, 4]]
    report = _read(*rows, struck=[(1, 2)], segmen="")
    assert (report.outcome, report.totals, GONE in codes(report)) == ("ok", {"peserta_aktif": 17}, True)
    held = _read(*rows[:-1], ["Jumlah", 12, 24], struck=[(1, 2)], segmen="")
    assert set(_asked(held)) == {HELD, "TOTAL_TIDAK_COCOK"}
    assert finding(held, "TOTAL_TIDAK_COCOK").column == "RT/RW"


@pytest.mark.parametrize("printed", [40, 900])
def test_a_sum_that_is_struck_out_is_not_said_to_be_0(printed: int) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (["Kecamatan", "Peserta Aktif"], ["Jati", 10], ["Dawe", 30], ["Jumlah", printed]):
        sheet.append(row)
    sheet["B4"].font = Font(strike=True)
    target = io.BytesIO()
    workbook.save(target)
    report = read(target.getvalue(), given=GIVEN, kind="kepesertaan")
    assert ("TOTAL_TIDAK_COCOK" in codes(report), report.totals) == (False, {"peserta_aktif": 40})


@pytest.mark.parametrize("bpu", [50, 51])
def test_a_sum_of_a_kecamatan_with_one_struck_figure_stays_the_sum_of_its_villages(bpu: int) -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet("S")
        sheet.write_row(0, 0, ["Kecamatan", "Desa", "Peserta Aktif / PU", "Peserta Aktif / BPU"])
        sheet.write_row(1, 0, ["Jati", "", "", bpu])
        sheet.write(1, 2, 100, workbook.add_format({"font_strikeout": True}))
        sheet.write_row(2, 0, ["Jati", "Ploso", 60, 30])
        sheet.write_row(3, 0, ["Jati", "Megawon", 40, 20])
    given = {key: text for key, text in GIVEN.items() if key != "segmen"}
    report = read(target.getvalue(), given=given, kind="kepesertaan")
    told = "BARIS_TOTAL_DITINGGALKAN" if bpu == 50 else "INDUK_WILAYAH_TIDAK_COCOK"
    assert (report.totals, finding(report, told).row) == ({"peserta_aktif": 150}, 2)


@pytest.mark.parametrize(("total", "struck"), [(100, 40), (101, 40), (100, 90)])
def test_a_total_of_villages_of_which_one_is_struck_out_is_never_added_to_the_others(
    total: int, struck: int
) -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet("S")
        sheet.write_row(0, 0, ["Kecamatan", "Desa", "Peserta Aktif"])
        sheet.write_row(1, 0, ["Jati", "", total])
        sheet.write_row(2, 0, ["Jati", "Ploso", 100 - struck])
        sheet.write_row(3, 0, ["Jati", "Megawon"])
        sheet.write(3, 2, struck, workbook.add_format({"font_strikeout": True}))
        sheet.write_row(4, 0, ["Jati", "Ngembal Kulon", 0])
    slip = ["ANGKA_DICORET", "INDUK_WILAYAH_TIDAK_COCOK"]
    told = slip if total == 101 else ["ANGKA_DICORET_DIJUMLAHKAN", "BARIS_TOTAL_DITINGGALKAN"]
    report = read(target.getvalue(), given=GIVEN, kind="kepesertaan", accepted=told)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 100 - struck})
    assert sorted(code for code in codes(report) if code != "KOLOM_TIDAK_DIPAKAI") == told


def test_fewer_people_than_the_villages_beside_a_struck_one_belong_to_no_village() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet("S")
        sheet.write_row(0, 0, ["Kecamatan", "Desa", "Peserta Aktif"])
        sheet.write_row(1, 0, ["Jati", "", 12])
        sheet.write_row(2, 0, ["Jati", "Ploso", 60])
        sheet.write_row(3, 0, ["Jati", "Megawon"])
        sheet.write(3, 2, 40, workbook.add_format({"font_strikeout": True}))
    report = read(target.getvalue(), given=GIVEN, kind="kepesertaan")
    assert (report.totals, "BELUM_TERPETAKAN" in codes(report)) == ({"peserta_aktif": 72}, True)

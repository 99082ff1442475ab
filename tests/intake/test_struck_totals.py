"""A total tells whether a figure that is struck out still holds: printed without it, nobody has to be asked."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
import xlsxwriter

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

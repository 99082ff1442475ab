"""What is printed again at the top of each page, in capitals too, is no row of the table."""

from __future__ import annotations

import pytest

from jamsos_data.findings import Severity
from tests.intake.sheets import GIVEN, Rows, read, xlsx_of

TITLE = "Data Pekerja Rentan Kabupaten Kudus"
HEAD = ["No", "Kecamatan", "Peserta Aktif"]


@pytest.mark.parametrize(
    "title",
    [
        [f"{TITLE.upper()} Halaman 2"], ["", "", f"{TITLE.upper()} HALAMAN 2"], ["", "", TITLE],
        [TITLE.upper(), "", "Halaman 2"], [TITLE, "Halaman 2"], ["", "Hal. 2 dari 3", TITLE.upper()],
        ["", "", "Halaman 2"], ["", "", "Hal. 2 / 5"], ["", "Halaman 2"], [],
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", [HEAD, [text.upper() for text in HEAD], [text.lower() for text in HEAD]])
def test_titles_and_header_of_a_next_page_are_left_out(title: list[str], head: list[str]) -> None:
    rows: Rows = [[TITLE], HEAD, [1, "Jati", 20], [2, "Bae", 30], title, head, [3, "Dawe", 5]]
    report = read(xlsx_of({"S": rows}), given=GIVEN, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 55})


def test_a_list_by_name_may_have_them_too() -> None:
    head = ["No", "NIK", "Nama", "Desa", "Kecamatan"]
    rows: Rows = [
        ["Data Pekerja Rentan"], head, [1, "3319040101800001", "Orang Satu", "Wates", "Undaan"],
        ["DATA PEKERJA RENTAN", "", "Halaman 2"], [text.upper() for text in head],
        [2, "3319040101800002", "Orang Dua", "Wates", "Undaan"],
    ]  # fmt: skip
    report = read(xlsx_of({"S": rows}), given=GIVEN)
    asked = [found.code for found in report.findings if found.severity is not Severity.INFO]
    assert (asked, report.totals) == ([], {"peserta_aktif": 2})


@pytest.mark.parametrize(
    "row", [[TITLE, "Jati", 7], [TITLE, "Halaman 2", 7], ["", "Halaman Baru", "Halaman 2"]]
)
def test_what_holds_more_than_title_and_page_is_a_row(row: list[object]) -> None:
    report = read(
        xlsx_of({"S": [[TITLE], HEAD, [1, "Bae", 30], row, [3, "Dawe", 5]]}), given=GIVEN, kind="kepesertaan"
    )
    assert report.outcome == "problems" or report.totals == {"peserta_aktif": 42}

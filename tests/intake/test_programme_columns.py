"""JKK, JKM, JHT and JP beside each other: payments are parts of one sum, people are the same people again."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, finding, read, values, xlsx_of

GIVEN_HERE = {name: text for name, text in GIVEN.items() if name != "program"}
ROWS = [["Kecamatan", "JKK", "JKM", "JHT", "JP"], ["Jati", 100, 100, 60, 20], ["Bae", 80, 80, 50, 10]]


@pytest.mark.parametrize(
    "titles",
    [[], [["JUMLAH PESERTA AKTIF PER PROGRAM"]], [["DATA TENAGA KERJA"]], [["REKAP BPJS KETENAGAKERJAAN"]]],
)
def test_numbers_by_programme_that_nothing_calls_payments_are_none(titles: list[list[str]]) -> None:
    report = read(xlsx_of({"S": [*titles, *ROWS]}), given=GIVEN_HERE)
    assert (report.kind, report.outcome) != ("iuran", "ok"), codes(report)
    assert len(report.rows) == 0 or (report.kind, report.totals) == ("kepesertaan", {"peserta_aktif": 180})
    assert len(report.rows) == 0 or "PESERTA_PER_PROGRAM" in codes(report)


@pytest.mark.parametrize(
    "rows",
    [
        [["IURAN PER PROGRAM"], ["Kecamatan", "JKK", "JKM"], ["Jati", 1_000_000, 680_000]],
        [["Kecamatan", "Iuran JKK", "Iuran JKM"], ["Jati", 1_000_000, 680_000]],
        [["Kecamatan", "JKK", "JKM", "Total Iuran (Rp)"], ["Jati", 1_000_000, 680_000, 1_680_000]],
    ],
)
def test_numbers_by_programme_that_a_title_a_header_or_a_sum_calls_payments_are_added(
    rows: list[list[object]],
) -> None:
    report = read(xlsx_of({"S": rows}), given=GIVEN_HERE)
    assert (report.kind, report.outcome, report.totals["nilai"]) == ("iuran", "ok", 1_680_000), codes(report)


def test_people_under_a_title_are_asked_about_before_they_are_payments() -> None:
    content = xlsx_of({"S": [["JUMLAH PESERTA AKTIF PER PROGRAM"], *ROWS]})
    report = read(content, kind="iuran", given=GIVEN_HERE)
    assert (report.outcome, finding(report, "JUDUL_ANGKA_LAIN").value) == ("problems", "jumlah peserta")


def test_programmes_beside_all_participants_are_left() -> None:
    rows = [
        ["Kecamatan", "Peserta Aktif", *ROWS[0][1:]],
        ["Jati", 100, 100, 100, 60, 20],
        ["Bae", 80, 80, 80, 50, 10],
    ]
    report = read(xlsx_of({"S": rows}), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 180}), codes(report)


def test_people_by_programme_beside_payments_by_programme_are_told_and_left() -> None:
    rows = [["Kecamatan", "Peserta", None, "Iuran (Rp)", None], [None, "JKK", "JKM", "JKK", "JKM"],
            ["Jati", 100, 100, 1_000_000, 680_000]]  # fmt: skip
    content = xlsx_of({"S": rows}, merged={"S": [(0, 1, 0, 2), (0, 3, 0, 4)]})
    report = read(content, kind="iuran", given=GIVEN_HERE)
    assert (report.outcome, report.totals["nilai"]) == ("problems", 1_680_000)
    assert codes(report).count("KOLOM_TANPA_PASANGAN") == 2


def test_people_of_a_month_without_payments_are_told_and_left() -> None:
    rows = [
        ["Kecamatan", "Iuran Jan 2026", "Peserta Jan 2026", "Peserta Feb 2026"],
        ["Jati", 168_000, 10, 11],
    ]
    given = {name: text for name, text in GIVEN.items() if name != "periode"}
    report = read(xlsx_of({"S": rows}), kind="iuran", given=given)
    assert values(report, "periode", "nilai", "peserta_dibayar") == [("2026-01", 168_000, 10)]
    assert finding(report, "KOLOM_TANPA_PASANGAN").column == "Peserta Feb 2026"


def test_enterprises_of_a_year_of_which_one_number_is_lacking_are_told_and_left() -> None:
    rows = [
        ["Kecamatan", "Usaha Terdata 2025", "Usaha Terdaftar 2025", "Usaha Terdaftar 2026"],
        ["Jati", 30, 10, 11],
    ]
    report = read(xlsx_of({"S": rows}), kind="umkm")
    assert values(report, "tahun", "usaha_terdaftar") == [(2025, 10)]
    assert finding(report, "KOLOM_TANPA_PASANGAN").column == "Usaha Terdaftar 2026"


@pytest.mark.parametrize(
    "headers",
    [["Peserta Baru", "Peserta Keluar", "Peserta Aktif"], ["Peserta Aktif", "Peserta JHT", "Peserta JP"]],
)
def test_a_short_word_behind_peserta_is_no_slip_of_a_segment(headers: list[str]) -> None:
    report = read(
        xlsx_of({"S": [["Kecamatan", *headers], ["Jati", 10, 5, 105], ["Bae", 2, 1, 81]]}), given=GIVEN
    )
    assert (report.outcome, "KOLOM_MUNGKIN_HILANG" in codes(report)) == ("ok", False)

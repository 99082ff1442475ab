"""Rows by age whose ages lie within each other: nobody is counted twice, and what nothing shows is asked."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read

PROPOSED, NESTED, CROSSING = "BARIS_BAGIAN_DIJUMLAHKAN", "UMUR_MENCAKUP_UMUR_LAIN", "UMUR_BERTUMPUK"
HEADER = ["Kecamatan", "Kelompok Umur", "Jumlah Peserta"]
JATI, BAE = "33.19.03", "33.19.07"
EVERY = [PROPOSED, NESTED, CROSSING, "KUNCI_BERTENTANGAN", "BARIS_INDUK_DITINGGALKAN", "TOTAL_TIDAK_COCOK"]


def _table(ages: list[str], *areas: tuple[str, list[int]]) -> bytes:
    rows = [[name, age, figure] for name, figures in areas for age, figure in zip(ages, figures, strict=True)]
    return csv_of([HEADER, *rows])


@pytest.mark.parametrize("wide", ["18-40", "Usia muda (18-40)"])
def test_ages_that_others_fill_and_sum_are_their_sum(wide: str) -> None:
    content = _table(["18-30", "31-40", wide, ">40"], ("Jati", [10, 20, 30, 7]), ("Bae", [11, 5, 16, 9]))
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 37, BAE: 25}), codes(agreed)
    assert NESTED not in codes(agreed)


@pytest.mark.parametrize(
    "ages",
    [["<= 40", "<= 56", "> 56"], ["s.d. 40 th", "s/d 56 th", "di atas 56 th"], ["18-40", "18-56", "57+"]],
)
def test_ages_that_hold_others_are_asked_about_and_these_are_not_added(ages: list[str]) -> None:
    content = _table(ages, ("Jati", [30, 50, 5]), ("Bae", [10, 12, 3]))
    report = read(content, given=GIVEN, accepted=[PROPOSED])
    found = finding(report, NESTED)
    assert (report.outcome, report.totals, found.row, found.params["at"]) == ("problems", {}, 3, 2), codes(
        report
    )
    assert set(report.rejected["temuan"]) == {NESTED}
    agreed = read(content, given=GIVEN, accepted=[PROPOSED, NESTED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 55, BAE: 15}), codes(agreed)


@pytest.mark.parametrize(("total", "jati"), [(55, 55), (85, 85)])
def test_a_sum_of_all_ages_shows_whether_one_holds_the_others(total: int, jati: int) -> None:
    content = _table(["<= 40", "<= 56", "> 56", "Jumlah"], ("Jati", [30, 50, 5, total]))
    report = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, report.totals, NESTED in codes(report)) == ("ok", {"peserta_aktif": jati}, False)


@pytest.mark.parametrize(
    ("ages", "figures"), [(["18-35", "30-50", ">50"], [10, 20, 5]), (["<= 40", "<= 56", "> 56"], [50, 30, 5])]
)
def test_ages_that_cross_or_hold_others_and_have_fewer_wait_for_a_mended_file(
    ages: list[str], figures: list[int]
) -> None:
    report = read(_table(ages, ("Jati", figures)), given=GIVEN, accepted=EVERY)
    assert (report.totals, set(report.rejected["temuan"])) == ({}, {CROSSING}), codes(report)


def test_ages_are_compared_within_a_sex_and_may_share_the_age_between_them() -> None:
    header = ["Kecamatan", "L/P", "Umur", "Jumlah Peserta"]
    rows = [
        ["Jati", "L", "18-30", 4],
        ["Jati", "L", "30-56", 6],
        ["Jati", "P", "18-40", 5],
        ["Jati", "P", ">40", 1],
    ]
    agreed = read(csv_of([header, *rows]), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 16}), codes(agreed)
    nested = [*rows, ["Jati", "P", "18-30", 3]]
    report = read(csv_of([header, *nested]), given=GIVEN, accepted=[PROPOSED, NESTED])
    assert (report.outcome, report.totals, NESTED in codes(report)) == ("ok", {"peserta_aktif": 16}, True)


def test_ages_that_nearly_sum_those_within_them_are_told_with_both_numbers() -> None:
    report = read(
        _table(["18-30", "31-40", "18-40", ">40"], ("Jati", [100, 200, 301, 7])),
        given=GIVEN,
        accepted=[PROPOSED],
    )
    found = finding(report, "TOTAL_TIDAK_COCOK")
    assert (found.params["printed"], found.params["summed"], report.totals) == (
        301,
        300,
        {"peserta_aktif": 307},
    )


def test_ages_are_compared_within_a_firm() -> None:
    header = ["Kecamatan", "Perusahaan", "Umur", "TK Aktif"]
    ages = (("18-30", 2), ("18-40", 5), (">40", 3))
    rows = [["Jati", firm, age, people] for firm in ("PT A", "PT B") for age, people in ages]
    report = read(csv_of([header, *rows]), given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, codes(report).count(NESTED)) == ("problems", 2), codes(report)
    agreed = read(csv_of([header, *rows]), given=GIVEN, accepted=[PROPOSED, NESTED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 16}), codes(agreed)


@pytest.mark.parametrize(
    ("header", "parts"),
    [("RT/RW", ("01/02", "01/03", "02/03")), ("Uraian", ("Kelas 1-2", "Kelas 1-3", "Kelas 4-5"))],
)
def test_other_ranges_than_ages_are_parts(header: str, parts: tuple[str, ...]) -> None:
    rows = [["Jati", "Jati Wetan", part, 2 + n] for n, part in enumerate(parts)]
    agreed = read(csv_of([["Kecamatan", "Desa", header, "Peserta"], *rows]), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 9}), codes(agreed)


@pytest.mark.parametrize(
    ("header", "one", "other"),
    [
        ("Perusahaan", "PT A", "PT B"),
        ("Perusahaan", "Djarum", "Sukun"),
        ("Dusun", "Krajan", "Lor"),
        ("Pendamping", "Tim 1", "Tim 2"),
    ],
)
def test_ages_that_only_other_firms_or_units_share_are_of_other_people(
    header: str, one: str, other: str
) -> None:
    ages = ((one, "18-40", 5), (one, "41-56", 3), (other, "18-30", 4), (other, "31-56", 6))
    rows = [["Jati", "Jati Wetan", *row] for row in ages]
    content = csv_of([["Kecamatan", "Desa", header, "Umur", "Jumlah Peserta"], *rows])
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 18}), codes(agreed)


def test_a_text_of_its_own_for_each_age_tells_no_people_apart() -> None:
    rows = [["Jati", "Dewasa", "18-56", 9], ["Jati", "Pemuda", "18-30", 4], ["Jati", "Lansia", ">56", 2]]
    content = csv_of([["Kecamatan", "Golongan", "Rentang Umur", "Jumlah Peserta"], *rows])
    report = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, NESTED in codes(report)) == ("problems", True), codes(report)

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
def test_ages_that_cross_or_hold_others_and_have_fewer_are_added_once_somebody_says_that_they_are_others(
    ages: list[str], figures: list[int]
) -> None:
    content = _table(ages, ("Jati", figures))
    report = read(content, given=GIVEN, accepted=[one for one in EVERY if one != CROSSING])
    assert (report.outcome, report.totals, set(report.rejected["temuan"])) == ("problems", {}, {CROSSING})
    agreed = read(content, given=GIVEN, accepted=[PROPOSED, CROSSING])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": sum(figures)}), codes(agreed)
    assert CROSSING in codes(agreed)


def test_ages_that_hold_others_are_asked_about_also_where_those_that_cross_are_agreed_to() -> None:
    content = _table(["18-35", "30-50", "<= 60", "> 60"], ("Jati", [10, 20, 45, 5]))
    asking = read(content, given=GIVEN, accepted=[PROPOSED, CROSSING])
    assert (asking.outcome, asking.totals, NESTED in codes(asking)) == ("problems", {}, True), codes(asking)
    agreed = read(content, given=GIVEN, accepted=[PROPOSED, CROSSING, NESTED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 50}), codes(agreed)


def test_a_sum_of_ages_that_cross_shows_that_they_are_other_people() -> None:
    report = read(
        _table(["18-35", "30-50", ">50", "Jumlah"], ("Jati", [10, 20, 5, 35])),
        given=GIVEN,
        accepted=[PROPOSED],
    )
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 35}), codes(report)


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


_OF_OTHER_THINGS = [
    "Masa Kerja", "Lama Bekerja", "Masa Kepesertaan", "Lama Menjadi Peserta (Tahun)", "Jam Kerja per Minggu",
    "Upah (juta)", "Usia Kepesertaan", "Lama Usaha",
]  # fmt: skip


@pytest.mark.parametrize("header", _OF_OTHER_THINGS)
def test_years_of_service_and_the_like_are_no_ages(header: str) -> None:
    rows = [["Jati", "0-5 tahun", 10], ["Jati", "1-5 tahun", 20], ["Jati", "> 10 tahun", 3]]
    content = csv_of([["Kecamatan", header, "Jumlah Peserta"], *rows])
    asking = read(content, given=GIVEN)
    assert (asking.totals, set(asking.rejected["temuan"])) == ({}, {PROPOSED}), codes(asking)
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 33}), codes(agreed)


@pytest.mark.parametrize("title", ["Jumlah peserta menurut masa kerja", "PESERTA BERDASARKAN KELOMPOK UPAH"])
def test_a_title_may_say_that_spans_are_no_ages(title: str) -> None:
    rows = [["Jati", "0-5 tahun", 10], ["Jati", "1-5 tahun", 20], ["Jati", "> 10 tahun", 3]]
    content = csv_of([[title], ["Kecamatan", "Uraian", "Peserta"], *rows])
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 33}), codes(agreed)


@pytest.mark.parametrize("title", ["Jumlah peserta menurut masa kerja dan umur", "Peserta menurut umur"])
def test_ages_beneath_a_title_of_years_of_service_are_ages(title: str) -> None:
    rows = [["Jati", "18-35", 10], ["Jati", "30-50", 20], ["Jati", "> 50", 3]]
    content = csv_of([[title], ["Kecamatan", "Umur", "Peserta"], *rows])
    assert CROSSING in codes(read(content, given=GIVEN, accepted=[PROPOSED]))


def test_years_of_service_that_sum_others_are_taken_once_and_those_that_hold_others_are_called_groups() -> (
    None
):
    header = ["Kecamatan", "Masa Kerja", "Jumlah Peserta"]
    spans = ("0-5 tahun", "6-10 tahun", "0-10 tahun", "> 10 tahun")
    summed = [["Jati", span, n] for span, n in zip(spans, (10, 20, 30, 3), strict=True)]
    agreed = read(csv_of([header, *summed]), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 33}), codes(agreed)
    nested = [["Jati", "< 5 tahun", 10], ["Jati", "< 10 tahun", 20], ["Jati", ">= 10 tahun", 3]]
    report = read(csv_of([header, *nested]), given=GIVEN, accepted=[PROPOSED])
    assert "kelompok ≤9 (20) mencakup juga" in finding(report, NESTED).message("id"), codes(report)


@pytest.mark.parametrize(
    ("header", "one", "other"),
    [
        ("Perusahaan", "PT A", "PT B"), ("Perusahaan", "Djarum", "Sukun"), ("Dusun", "Krajan", "Lor"),
        ("Pendamping", "Tim 1", "Tim 2"), ("No RT", "01", "02"), ("NPP", "123", "456"), ("L/P", "L", "P"),
        ("RT/RW", "01/02", "02/02"),
    ],
)  # fmt: skip
def test_a_firm_or_unit_that_is_merged_over_its_ages_holds_for_each_of_them(
    header: str, one: str, other: str
) -> None:
    rows = [[one, "18-40", 5], ["", "41-60", 3], [other, "30-56", 4], ["", "57-70", 6]]
    content = csv_of([
        ["Kecamatan", "Desa", header, "Umur", "Jumlah Peserta"], *(["Jati", "Jati Wetan", *row] for row in rows),
    ])  # fmt: skip
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 18}), codes(agreed)


@pytest.mark.parametrize(
    ("header", "one", "other"),
    [
        ("RT", "01", "02"), ("RW", "1", "2"), ("RT/RW", "01/02", "02/02"), ("NPP", "123", "456"),
        ("Nama Perusahaan", "Djarum", "Sukun"), ("Kelompok Tani", "Makmur", "Jaya"), ("OPD", "Dinkes", "Dispora"),
        ("Kel. Tani", "1", "2"),
    ],
)  # fmt: skip
def test_ages_of_other_units_or_firms_that_each_have_one_row_do_not_overlap(
    header: str, one: str, other: str
) -> None:
    rows = [["Jati", "Jati Wetan", one, "18-40", 5], ["Jati", "Jati Wetan", other, "30-56", 6]]
    content = csv_of([["Kecamatan", "Desa", header, "Umur", "Jumlah Peserta"], *rows])
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 11}), codes(agreed)


@pytest.mark.parametrize("merged", [False, True])
@pytest.mark.parametrize("numbers", [("01", "02", "03"), ("1", "2", "3")])
def test_an_rt_has_ages_of_its_own(numbers: tuple[str, ...], *, merged: bool) -> None:
    ages = (("18-40", "41-60"), ("30-56", "57-70"), ("20-39", ">39"))
    rows = [
        ["Jati", "Jati Wetan", "" if merged and place else number, age, 5]
        for number, own in zip(numbers, ages, strict=True)
        for place, age in enumerate(own)
    ]
    content = csv_of([["Kecamatan", "Desa", "RT", "Umur", "Jumlah Peserta"], *rows])
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 30}), codes(agreed)


def test_ages_that_cross_within_one_rt_are_asked_about() -> None:
    rows = [["Jati", "Jati Wetan", rt, age, 5] for rt in ("01", "02") for age in ("18-40", "30-56")]
    content = csv_of([["Kecamatan", "Desa", "RT", "Umur", "Jumlah Peserta"], *rows])
    report = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, CROSSING in codes(report)) == ("problems", True), codes(report)

"""Totals beneath rows by sex, age or company sum the parts of each area once, whatever sums stand among them."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, Rows, codes, csv_of, finding, read

JATI, BAE = "33.19.03", "33.19.07"
PROPOSED = "BARIS_BAGIAN_DIJUMLAHKAN"
HEADER = ["Kecamatan", "L/P", "Peserta Aktif"]
# By form: one total, one by sex of which the first row alone is named, all named, and their sum first.
TOTALS: dict[str, list[list[object]]] = {
    "one": [["JUMLAH", "", 140]],
    "three": [["JUMLAH", "L", 80], ["", "P", 60], ["", "L+P", 140]],
    "named": [["TOTAL KABUPATEN", "L", 80], ["TOTAL KABUPATEN", "P", 60], ["TOTAL KABUPATEN", "L+P", 140]],
    "first": [["Jumlah", "", 140], ["", "L", 80], ["", "P", 60]],
    "regency": [["Kabupaten Kudus", "L", 80], ["", "P", 60], ["", "L+P", 140]],
}


def _rows(whole: str, *, once: bool) -> Rows:
    rows: list[list[object]] = []
    for name, men, women in (("Jati", 50, 40), ("Bae", 25, 15), ("Dawe", 5, 5)):
        block = [[name, "L", men], [name, "P", women], *([[name, whole, men + women]] if whole else [])]
        rows += [["" if once and place else row[0], *row[1:]] for place, row in enumerate(block)]
    return rows


@pytest.mark.parametrize("total", TOTALS)
@pytest.mark.parametrize("once", [False, True])
@pytest.mark.parametrize("whole", ["L+P", "Jumlah", ""])
def test_totals_beneath_rows_by_sex_are_compared_with_the_rows_of_that_sex_and_ask_nothing(
    whole: str, total: str, *, once: bool
) -> None:
    content = csv_of([HEADER, *_rows(whole, once=once), *TOTALS[total]])
    report = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, report.by_kecamatan[JATI], report.totals) == (
        "ok", 90, {"peserta_aktif": 140},
    ), codes(report)  # fmt: skip


@pytest.mark.parametrize(
    ("row", "printed", "summed"),
    [(["", "P", 61], 61, 60), (["JUMLAH", "P", 61], 61, 60), (["", "P", 5], 5, 60)],
)
def test_a_total_of_one_sex_that_misses_its_rows_is_told_with_both_numbers(
    row: list[object], printed: int, summed: int
) -> None:
    content = csv_of([HEADER, *_rows("L+P", once=False), ["JUMLAH", "L", 80], row])
    report = read(content, given=GIVEN)
    found = finding(report, "TOTAL_TIDAK_COCOK")
    assert (found.params["printed"], found.params["summed"]) == (printed, summed)
    assert report.totals == {"peserta_aktif": 140}


def test_a_total_that_holds_the_sums_among_the_parts_again_is_told() -> None:
    report = read(csv_of([HEADER, *_rows("Jumlah", once=False), ["JUMLAH", "", 280]]), given=GIVEN)
    found = finding(report, "TOTAL_TIDAK_COCOK")
    assert (found.params["printed"], found.params["summed"]) == (280, 140)


def test_women_without_an_area_beneath_those_of_the_regency_are_no_total() -> None:
    """Five men and four women of no kecamatan: neither is a sum of the rows above, so both are asked about."""
    content = csv_of([HEADER, *_rows("", once=False), ["Kabupaten Kudus", "L", 5], ["", "P", 4]])
    asked = codes(read(content, given=GIVEN, accepted=[PROPOSED]))
    assert {"BELUM_TERPETAKAN", "WILAYAH_KOSONG"} <= {*asked}


def test_women_after_the_sum_of_a_page_are_those_of_the_area_above_it() -> None:
    rows = [["Jati", "L", 50], ["Jumlah dipindahkan", "", 50], ["", "P", 40], ["Bae", "L", 5], ["", "P", 4]]
    report = read(csv_of([HEADER, *rows]), given=GIVEN, accepted=[PROPOSED])
    assert dict(report.by_kecamatan) == {JATI: 90, BAE: 9}, codes(report)


@pytest.mark.parametrize("whole", ["Sub Total", "Jumlah per kecamatan"])
def test_a_total_beneath_companies_and_their_sums_adds_up(whole: str) -> None:
    rows: list[list[object]] = [["Nama Perusahaan", "Kecamatan", "Peserta Aktif"]]
    for name, figures in (("Jati", (50, 40, 25)), ("Bae", (30, 20, 70))):
        rows += [[f"PT {name} {n}", name, figure] for n, figure in enumerate(figures)]
        rows += [[whole, name, sum(figures)]]
    report = read(csv_of([*rows, ["Jumlah", "", 235]]), given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {JATI: 115, BAE: 120}), codes(report)


def test_a_kecamatan_above_its_villages_by_sex_is_their_sum_where_these_have_sums_too() -> None:
    rows: list[list[object]] = [["Kecamatan", "Desa", "L/P", "Peserta Aktif"], ["Jati", "", "", 27]]
    for name, men, women in (("Ploso", 10, 5), ("Megawon", 8, 4)):
        rows += [["Jati", name, "L", men], ["Jati", name, "P", women], ["Jati", name, "Jumlah", men + women]]
    report = read(csv_of(rows), given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {JATI: 27}), codes(report)


def test_sums_of_each_sex_and_of_all_ages_are_compared_with_their_rows() -> None:
    rows = [["Kecamatan", "JK", "Kelompok Umur", "Peserta Aktif"]]
    rows += [["Jati", sex, age, 5] for sex in "LP" for age in ("18-30", "31-50")]
    rows += [["Bae", sex, age, 2] for sex in "LP" for age in ("18-30", "31-50")]
    rows += [["Jumlah", "L", "", 14], ["Jumlah", "P", "", 14], ["Jumlah", "", "", 28]]
    report = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {JATI: 20, BAE: 8}), codes(report)


def test_a_kecamatan_by_sex_above_villages_of_one_sex_is_never_added_to_them_unasked() -> None:
    rows: list[list[object]] = [["Kecamatan", "Desa", "L/P", "Peserta Aktif"]]
    rows += [
        ["Jati", "", "L", 50],
        ["Jati", "", "P", 40],
        ["Jati", "Ploso", "L", 30],
        ["Jati", "Megawon", "L", 20],
    ]
    content = csv_of(rows)
    report = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, "BELUM_TERPETAKAN" in codes(report)) == ("problems", True), codes(report)
    agreed = read(content, given=GIVEN, accepted=[PROPOSED, "BELUM_TERPETAKAN"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 90}), codes(agreed)


def test_a_kecamatan_by_sex_above_villages_that_are_not_is_their_sum() -> None:
    rows: list[list[object]] = [["Kecamatan", "Desa", "L/P", "Peserta Aktif"], ["Jati", "", "L", 50]]
    rows += [["Jati", "", "P", 40], ["Jati", "Ploso", "", 60], ["Jati", "Megawon", "", 30]]
    report = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 90}), codes(report)


@pytest.mark.parametrize(("last", "slips"), [(100, 0), (70, 1)])
def test_a_last_total_that_lost_the_first_rows_is_no_sum_of_the_blocks_above_it(
    last: int, slips: int
) -> None:
    rows: list[list[object]] = [["Kecamatan", "Peserta Aktif"]]
    for name, people in (("Jati", 30), ("Bae", 50), ("Dawe", 20)):
        rows += [[name, people], [f"Jumlah wilayah {name[0]}", people]]
    report = read(csv_of([*rows, ["Jumlah", last]]), given=GIVEN)
    assert codes(report).count("TOTAL_TIDAK_COCOK") == slips, codes(report)


@pytest.mark.parametrize("row", ["Rata-rata", "Jumlah s.d. bulan lalu"])
def test_a_wrong_last_total_is_told_also_where_an_average_or_another_month_follows_it(row: str) -> None:
    rows: list[list[object]] = [["Kecamatan", "Peserta Aktif"]]
    for name, people in (("Jati", 30), ("Bae", 50), ("Dawe", 20)):
        rows += [[name, people], [f"Jumlah wilayah {name[0]}", people]]
    report = read(csv_of([*rows, ["Jumlah", 70], [row, 33]]), given=GIVEN)
    found = finding(report, "TOTAL_TIDAK_COCOK")
    assert (found.params["printed"], found.params["summed"]) == (70, 100), codes(report)


def test_an_average_beneath_each_block_ends_none_of_them() -> None:
    rows: list[list[object]] = [["Kecamatan", "Desa", "Peserta Aktif"]]
    for name, desa, figures in (
        ("Jati", ("Ploso", "Megawon"), (30, 20)),
        ("Bae", ("Bacin", "Panjang"), (8, 4)),
    ):
        rows += [[name, place, figure] for place, figure in zip(desa, figures, strict=True)]
        rows += [["Rata-rata", "", sum(figures) // 2], [f"Jumlah {name}", "", sum(figures)]]
    report = read(csv_of([*rows, ["Rata-rata", "", 15], ["JUMLAH", "", 62]]), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 62}), codes(report)


@pytest.mark.parametrize("unknown", ["Tidak diketahui", "?", "-", "Waria"])
@pytest.mark.parametrize("whole", [[], [["", "L+P", 147]]])
def test_people_of_a_sex_that_no_row_above_has_are_no_part_of_the_total_above_them(
    unknown: str, whole: list[list[object]]
) -> None:
    rows = [["JUMLAH", "L", 80], ["", "P", 60], ["", unknown, 7], *whole]
    content = csv_of([HEADER, *_rows("Jumlah", once=False), *rows])
    report = read(content, given=GIVEN, accepted=[PROPOSED])
    asked = [found.row for found in report.findings if found.code == "WILAYAH_KOSONG"]
    assert (asked, report.totals) == ([13], {"peserta_aktif": 140}), codes(report)


def test_a_total_of_those_whose_sex_is_not_known_is_one_where_rows_above_say_so() -> None:
    rows: list[list[object]] = [["Jati", "L", 50], ["Jati", "P", 40], ["Jati", "Tidak diketahui", 3]]
    rows += [["Bae", "L", 30], ["Bae", "P", 20], ["Bae", "Tidak diketahui", 4]]
    rows += [["JUMLAH", "L", 80], ["", "P", 60], ["", "Tidak diketahui", 7], ["", "L+P", 147]]
    report = read(csv_of([HEADER, *rows]), given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 147}), codes(report)


def _regency(*rows: list[object], parts: Rows = ()) -> Rows:
    own = parts or [["Jati", "L", 3], ["Jati", "P", 2], ["Bae", "L", 2], ["Bae", "P", 5]]
    return [HEADER, *own, *(["Kabupaten Kudus", *row] for row in rows)]


def test_men_of_the_regency_who_equal_few_others_by_chance_are_asked_about_with_the_women() -> None:
    content = csv_of(_regency(["L", 5], ["P", 1]))
    found = finding(read(content, given=GIVEN, accepted=[PROPOSED]), "BELUM_TERPETAKAN")
    assert (found.row, found.params["printed"], found.params["summed"], found.params["n"]) == (7, 1, 7, 2)
    agreed = read(content, given=GIVEN, accepted=[PROPOSED, "BELUM_TERPETAKAN"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 18}), codes(agreed)


def test_men_of_the_regency_who_equal_many_others_prove_that_the_women_are_a_wrong_total() -> None:
    parts: Rows = [["Jati", "L", 300], ["Jati", "P", 200], ["Bae", "L", 200], ["Bae", "P", 500]]
    content = csv_of(_regency(["L", 500], ["P", 500], parts=parts))
    found = finding(read(content, given=GIVEN, accepted=[PROPOSED]), "INDUK_WILAYAH_TIDAK_COCOK")
    assert (found.row, found.params["printed"], found.params["summed"]) == (7, 500, 700)
    agreed = read(content, given=GIVEN, accepted=[PROPOSED, "INDUK_WILAYAH_TIDAK_COCOK"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 1200}), codes(agreed)


def test_men_and_women_of_the_regency_are_the_sum_of_its_kecamatan_without_sexes() -> None:
    parts: Rows = [["Jati", "", 50], ["Bae", "", 30]]
    report = read(csv_of(_regency(["L", 45], ["P", 35], parts=parts)), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 80}), codes(report)
    slip = read(csv_of(_regency(["L", 45], ["P", 36], parts=parts)), given=GIVEN)
    found = finding(slip, "INDUK_WILAYAH_TIDAK_COCOK")
    assert (found.params["printed"], found.params["summed"], slip.totals) == (81, 80, {"peserta_aktif": 80})
    more = csv_of(_regency(["L", 4], ["P", 3], parts=parts))
    found = finding(read(more, given=GIVEN), "BELUM_TERPETAKAN")
    assert (found.params["printed"], found.params["summed"], found.params["n"]) == (7, 80, 2)
    agreed = read(more, given=GIVEN, accepted=[PROPOSED, "BELUM_TERPETAKAN"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 87}), codes(agreed)


def test_kecamatan_without_sexes_above_villages_by_sex_and_the_regency_by_sex_are_both_sums() -> None:
    rows: list[list[object]] = [["Kecamatan", "Desa", "L/P", "Peserta Aktif"]]
    for name, desa in (("Jati", ("Ploso", "Megawon")), ("Bae", ("Bacin", "Panjang"))):
        rows += [
            [name, "", "", 54],
            *([name, place, sex, n] for place in desa for sex, n in (("L", 15), ("P", 12))),
        ]
    rows += [["Kabupaten Kudus", "", "L", 60], ["Kabupaten Kudus", "", "P", 48]]
    report = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 108}), codes(report)


def test_a_total_that_alone_is_parted_by_sex_is_one_in_each_of_its_rows() -> None:
    rows: list[list[object]] = [
        ["Jati", "", 50],
        ["Bae", "", 30],
        ["JUMLAH", "L", 45],
        ["", "P", 35],
        ["", "L+P", 80],
    ]
    report = read(csv_of([HEADER, *rows]), given=GIVEN)
    assert (report.totals, "WILAYAH_KOSONG" in codes(report)) == ({"peserta_aktif": 80}, False), codes(report)


@pytest.mark.parametrize("unknown", ["-", "?", ""])
@pytest.mark.parametrize("has_sum", [False, True])
def test_a_kecamatan_by_sex_sums_its_villages_also_where_of_few_people_the_sex_is_not_known(
    unknown: str, *, has_sum: bool
) -> None:
    rows: list[list[object]] = [["Kecamatan", "Desa", "L/P", "Peserta Aktif"], ["Jati", "", "L", 50]]
    rows += [["Jati", "", "P", 40], *([["Jati", "", unknown, 3]] if has_sum else [])]
    rows += [["Jati", "Ploso", "L", 30], ["Jati", "Ploso", "P", 25], ["Jati", "Ploso", unknown, 3]]
    rows += [["Jati", "Megawon", "L", 20], ["Jati", "Megawon", "P", 15]]
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 93}), codes(agreed)

"""Sums among rows by sex and age are no further people; those of no stated sex or age are."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, xlsx_of

JATI, BAE = "33.19.03", "33.19.07"
PROPOSED = "BARIS_BAGIAN_DIJUMLAHKAN"
HEADER = ["Kecamatan", "JK", "Kelompok Umur", "Peserta Aktif"]
_AGES = ("18-30", "31-50")


def _by_sex_and_age(
    men: tuple[object, object],
    women: tuple[object, object],
    *,
    whole: list[object] | None = None,
    merged: bool = False,
    first: bool = False,
) -> bytes:
    """Jati with sub-totals of 15 men and 7 women, called as `men` and `women`; Bae with 5 men."""
    rows: list[list[object]] = []
    for sex, figures, name in (("L", (10, 5), men), ("P", (4, 3), women)):
        ages: list[list[object]] = [["Jati", sex, age, n] for age, n in zip(_AGES, figures, strict=True)]
        total = [["Jati", *name, sum(figures)]]
        block = [*total, *ages] if first else [*ages, *total]
        rows += [[row[0], "", *row[2:]] if merged and n else row for n, row in enumerate(block)]
    rows += [["Jati", *whole]] if whole else []
    return csv_of([HEADER, *rows, ["Bae", "L", "18-30", 5]])


@pytest.mark.parametrize(
    ("men", "women"),
    [
        (("L", "Jumlah"), ("P", "Jumlah")),
        (("L", "Sub Total"), ("P", "Sub Total")),
        (("L", ""), ("P", "")),
        (("L", "-"), ("P", "-")),
        (("Jumlah L", ""), ("Jumlah P", "")),
        (("Laki-laki jumlah", "-"), ("Perempuan jumlah", "-")),
        (("Sub Jumlah Laki-laki", "Semua umur"), ("Sub Jumlah Perempuan", "Semua umur")),
        (("", "Jumlah L"), ("", "Jumlah P")),
    ],
)
@pytest.mark.parametrize("first", [False, True])
def test_the_sum_of_the_ages_of_one_sex_is_taken_out_and_the_ages_are_proposed(
    men: tuple[str, str], women: tuple[str, str], *, first: bool
) -> None:
    content = _by_sex_and_age(men, women, first=first)
    asking = read(content, given=GIVEN)
    proposal = finding(asking, PROPOSED)
    assert (proposal.column, proposal.params["n"], asking.totals) == (
        "JK, Kelompok Umur", 4, {"peserta_aktif": 5},
    ), codes(asking)  # fmt: skip
    assert finding(asking, "BARIS_GABUNGAN_BAGIAN").params["n"] == 2
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 22, BAE: 5}), codes(agreed)


def test_a_sex_merged_over_its_ages_and_their_sum_holds_for_all_of_them() -> None:
    content = _by_sex_and_age(("L", "Jumlah"), ("P", "Jumlah"), merged=True)
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 22, BAE: 5}), codes(agreed)


@pytest.mark.parametrize("whole", [["L+P", "Jumlah"], ["Jumlah", ""], ["", ""], ["Jumlah", "Jumlah"]])
def test_a_sum_of_all_sexes_and_ages_stands_for_them_without_a_question(whole: list[object]) -> None:
    silent = whole == ["", ""]
    names = (("L", ""), ("P", "")) if silent else (("L", "Jumlah"), ("P", "Jumlah"))
    report = read(_by_sex_and_age(*names, whole=[*whole, 22]), given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {JATI: 22, BAE: 5}), codes(report)
    assert finding(report, "BARIS_GABUNGAN_BAGIAN").params["n"] == 3


def test_a_sum_of_one_sex_that_misses_its_ages_is_told_with_both_numbers_and_not_taken() -> None:
    rows = [["Jati", "L", "18-30", 10], ["Jati", "L", "31-50", 5], ["Jati", "L", "Jumlah", 19]]
    rows += [["Jati", "P", "18-30", 4], ["Jati", "P", "31-50", 3], ["Jati", "P", "Jumlah", 7]]
    asking = read(csv_of([HEADER, *rows]), given=GIVEN)
    found = finding(asking, "TOTAL_TIDAK_COCOK")
    assert (found.row, found.params["printed"], found.params["summed"]) == (4, 19, 15)
    assert (asking.outcome, PROPOSED in codes(asking)) == ("problems", True)
    agreed = read(csv_of([HEADER, *rows]), given=GIVEN, accepted=[PROPOSED, "TOTAL_TIDAK_COCOK"])
    assert dict(agreed.by_kecamatan) == {JATI: 22}


def test_women_of_whom_only_the_sum_is_known_are_a_part_beside_the_ages_of_men() -> None:
    rows = [["Jati", "L", "18-30", 10], ["Jati", "L", "31-50", 5], ["Jati", "L", "Jumlah", 15]]
    agreed = read(csv_of([HEADER, *rows, ["Jati", "P", "Jumlah", 7]]), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 22}), codes(agreed)


@pytest.mark.parametrize("header", ["Uraian", "Kelompok Umur"])
@pytest.mark.parametrize("sums", [("Jumlah L", "Jumlah P"), ("Jumlah Laki-laki", "Jumlah Perempuan")])
@pytest.mark.parametrize("whole", ["", "Jumlah"])
def test_sums_of_each_sex_in_one_column_with_the_ages_are_never_added_to_them(
    header: str, sums: tuple[str, str], whole: str
) -> None:
    rows = [["Jati", "L 18-30", 10], ["Jati", "L 31-50", 5], ["Jati", sums[0], 15]]
    rows += [["Jati", "P 18-30", 4], ["Jati", "P 31-50", 3], ["Jati", sums[1], 7]]
    rows += [["Jati", whole, 22]] if whole else []
    agreed = read(csv_of([["Kecamatan", header, "Peserta Aktif"], *rows]), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 22}), codes(agreed)


@pytest.mark.parametrize("header", ["L/P", "Keterangan"])
@pytest.mark.parametrize("unsaid", ["-", "?", "", "–"])
def test_people_of_no_stated_sex_are_proposed_together_with_men_and_women(header: str, unsaid: str) -> None:
    rows: list[list[object]] = [["Kecamatan", header, "Peserta Aktif"]]
    for name, figures in (("Jati", (50, 40, 7)), ("Bae", (30, 20, 3))):
        rows += [[name, sex, n] for sex, n in zip(("L", "P", unsaid), figures, strict=True)]
    asking = read(csv_of(rows), given=GIVEN)
    message = finding(asking, PROPOSED).message("id")
    assert "2 di antaranya tanpa isian (pertama baris 4: 7)" in message, codes(asking)
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 97, BAE: 53}), codes(agreed)


@pytest.mark.parametrize("unsaid", ["-", "Waria"])
def test_a_third_sex_that_equals_men_and_women_in_one_village_alone_is_a_part_there_too(unsaid: str) -> None:
    rows: list[list[object]] = [["Kecamatan", "L/P", "Peserta Aktif"]]
    for name, figures in (("Jati", (1, 0, 1)), ("Bae", (30, 20, 3)), ("Dawe", (8, 9, 1))):
        rows += [[name, sex, n] for sex, n in zip(("L", "P", unsaid), figures, strict=True)]
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.by_kecamatan[JATI]) == ("ok", 2), codes(agreed)


def test_of_rows_without_a_sex_that_are_sums_one_that_misses_its_parts_by_far_is_none_of_them() -> None:
    rows: list[list[object]] = [["Kecamatan", "L/P", "Peserta Aktif"]]
    for name, figures in (("Jati", (90, 50, 40)), ("Bae", (50, 30, 20)), ("Dawe", (71, 8, 9))):
        rows += [[name, sex, n] for sex, n in zip(("", "L", "P"), figures, strict=True)]
    asking = read(csv_of(rows), given=GIVEN)
    found = finding(asking, "TOTAL_TIDAK_COCOK")
    assert (found.row, found.params["printed"], found.params["summed"]) == (8, 71, 17), codes(asking)
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED, "TOTAL_TIDAK_COCOK"])
    assert (agreed.by_kecamatan[JATI], agreed.by_kecamatan["33.19.09"]) == (90, 17)


def test_rows_by_sex_and_age_where_some_age_is_not_known_are_proposed_with_them() -> None:
    rows = [["Jati", "L", "18-30", 10], ["Jati", "L", "31-50", 5], ["Jati", "L", "-", 2]]
    rows += [["Jati", "P", "18-30", 4], ["Jati", "P", "31-50", 3], ["Jati", "P", "-", 1]]
    agreed = read(csv_of([HEADER, *rows]), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 25}), codes(agreed)


@pytest.mark.parametrize("ages", [("<= 40", "> 40"), ("< 60", "60+"), ("≤ 40 th", "> 40 th"), ("60", ">60")])
def test_ages_that_differ_by_their_sign_alone_are_two_parts(ages: tuple[str, str]) -> None:
    rows = [["Kecamatan", "Kelompok Umur", "Peserta Aktif"], ["Jati", ages[0], 10], ["Jati", ages[1], 5]]
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 15}), codes(agreed)


@pytest.mark.parametrize("is_summed", [False, True])
def test_a_village_and_a_sex_that_are_merged_over_ages_hold_for_each_of_them(*, is_summed: bool) -> None:
    rows: list[list[object]] = [["Kecamatan", "Desa", "JK", "Kelompok Umur", "Peserta Aktif"]]
    for kecamatan, desa in (("Jati", "Ploso"), ("", "Megawon"), ("Bae", "Bacin")):
        rows += [[kecamatan, desa, "L", "18-30", 10], ["", "", "", "31-50", 5]]
        rows += [["", "", "", "Jumlah", 15]] if is_summed else []
        rows += [["", "", "P", "18-30", 4], ["", "", "", "31-50", 3]]
        rows += [["", "", "", "Jumlah", 7], ["", "", "Jumlah", "", 22]] if is_summed else []
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 44, BAE: 22}), codes(agreed)


def test_one_row_of_unknown_sex_that_equals_the_others_by_chance_makes_no_sum_of_the_rest() -> None:
    rows = [["Kecamatan", "L/P", "Peserta Aktif"], ["Jati", "L", 6], ["Jati", "P", 4], ["Jati", "-", 10]]
    rows += [["Bae", "L", 60], ["Bae", "P", 40], ["Bae", "-", 3]]
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 123}), codes(agreed)


def test_few_people_that_are_the_same_sum_wherever_they_are_prove_none() -> None:
    """The three of the board of each RW are others than the one head of each of its three RT."""
    rows: list[list[object]] = [["Kecamatan", "Desa", "RW", "RT", "Peserta Aktif"]]
    for desa in ("Loram Kulon", "Ploso"):
        for rw in ("01", "02"):
            rows += [["Jati", desa, rw, "", 3], *(["Jati", desa, rw, rt, 1] for rt in ("001", "002", "003"))]
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 24}), codes(agreed)


def test_a_sheet_that_does_not_ask_for_sex_is_no_sum_of_one_that_does() -> None:
    head, names = ["Kecamatan", "L/P", "Peserta Aktif"], ("Jati", "Bae", "Dawe", "Gebog")
    split = [
        [name, sex, n]
        for name, pair in zip(names, ((3, 4), (30, 22), (10, 10), (6, 9)), strict=True)
        for sex, n in zip("LP", pair, strict=True)
    ]
    plain = [[name, n] for name, n in zip(names, (7, 50, 3, 2), strict=True)]
    content = xlsx_of({"PT Djarum": [head, *split], "PT Nojorono": [[head[0], head[2]], *plain]})
    agreed = read(content, given=GIVEN, kind="kepesertaan", accepted=[PROPOSED])
    assert agreed.totals == {"peserta_aktif": 156}, codes(agreed)


def test_where_the_parts_have_nobody_their_whole_stays() -> None:
    rows = [["Kecamatan", "L/P", "Peserta Aktif"], ["Jati", "L", 0], ["Jati", "P", 0], ["Jati", "", 50]]
    for name, figures in (("Bae", (20, 10, 30)), ("Dawe", (25, 12, 37))):
        rows += [[name, sex, n] for sex, n in zip(("L", "P", ""), figures, strict=True)]
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert agreed.totals == {"peserta_aktif": 117}, codes(agreed)


def test_firms_called_pt_and_pr_are_no_men_and_women() -> None:
    rows = [
        ["Kecamatan", "Nama Perusahaan", "Peserta Aktif"],
        ["Jati", "P.T. Djarum", 40],
        ["Jati", "PR. Sukun", 10],
    ]
    report = read(csv_of([*rows, ["Jati", "-", 48]]), given=GIVEN, accepted=[PROPOSED])
    assert "TOTAL_TIDAK_COCOK" not in codes(report)
    assert report.totals.get("peserta_aktif", 0) in (0, 98)


@pytest.mark.parametrize("unknown", ["-", "?", ""])
def test_a_single_row_of_no_sex_that_equals_men_and_women_is_asked_about(unknown: str) -> None:
    rows = [["Kecamatan", "L/P", "Peserta Aktif"], ["Jati", "L", 6], ["Jati", "P", 4], ["Jati", unknown, 10]]
    report = read(csv_of(rows), given=GIVEN)
    found = finding(report, "BARIS_INDUK_DITINGGALKAN")
    assert (report.outcome, found.row, found.params["printed"]) == ("problems", 4, 10), codes(report)


@pytest.mark.parametrize("whole", ["Jumlah", "L+P"])
def test_a_sum_by_name_of_parts_that_are_all_nil_stands_for_them_once_that_is_agreed_to(whole: str) -> None:
    rows: list[list[object]] = [["Kecamatan", "L/P", "Peserta Aktif"]]
    for name, figures in (("Jati", (0, 0, 50)), ("Bae", (20, 10, 30))):
        rows += [[name, sex, n] for sex, n in zip(("L", "P", whole), figures, strict=True)]
    content = csv_of([*rows, ["JUMLAH", "", 80]])
    report = read(content, given=GIVEN)
    found = finding(report, "JUMLAH_TANPA_BAGIAN")
    assert (report.outcome, found.row, found.params["printed"], found.params["n"]) == ("problems", 4, 50, 2)
    agreed = read(content, given=GIVEN, accepted=["JUMLAH_TANPA_BAGIAN"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 80}), codes(agreed)


def test_a_sum_of_men_whose_ages_are_all_nil_stands_for_them_beside_the_ages_of_women() -> None:
    rows = [["Jati", "L", "18-30", 0], ["Jati", "L", "31-50", 0], ["Jati", "L", "Jumlah", 12]]
    rows += [["Jati", "P", "18-30", 4], ["Jati", "P", "31-50", 3], ["Jati", "P", "Jumlah", 7]]
    agreed = read(csv_of([HEADER, *rows]), given=GIVEN, accepted=[PROPOSED, "JUMLAH_TANPA_BAGIAN"])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 19}), codes(agreed)


def test_nil_beside_a_sum_and_people_of_no_stated_sex_is_no_question_of_parts_that_were_not_filled_in() -> (
    None
):
    rows = [["Kecamatan", "L/P", "Peserta Aktif"], ["Jati", "L", 0], ["Jati", "P", 0], ["Jati", "-", 50]]
    report = read(csv_of([*rows, ["Jati", "Jumlah", 50]]), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 50}), codes(report)


def test_people_of_no_stated_sex_who_are_as_many_as_the_men_where_there_are_no_women_are_no_sum() -> None:
    rows: list[list[object]] = [["Kecamatan", "Desa", "L/P", "Peserta Aktif"]]
    villages = {
        "Ploso": (3, 0, 3),
        "Megawon": (10, 0, 4),
        "Getas Pejaten": (9, 0, 9),
        "Ngembal Kulon": (5, 1, 1),
    }
    for desa, figures in villages.items():
        rows += [["Jati", desa, sex, n] for sex, n in zip(("L", "P", "-"), figures, strict=True)]
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 45}), codes(agreed)


def test_sums_of_men_alone_are_sums_where_all_are() -> None:
    rows: list[list[object]] = [["Kecamatan", "L/P", "Peserta Aktif"]]
    for name, figures in (("Jati", (3, 0, 3)), ("Bae", (10, 0, 10)), ("Dawe", (9, 2, 11))):
        rows += [[name, sex, n] for sex, n in zip(("L", "P", ""), figures, strict=True)]
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 24}), codes(agreed)

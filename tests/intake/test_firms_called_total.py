"""Firms whose names hold a word for sums: only what can be nothing but a sum is left out unasked."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, xlsx_of

PROPOSED, ASKED = "BARIS_BAGIAN_DIJUMLAHKAN", "BARIS_INDUK_DITINGGALKAN"
HEADER = ["Kecamatan", "Nama Perusahaan", "TK Aktif"]
OTHERS = [["Bae", "PT A", 9], ["Bae", "PT B", 7], ["Dawe", "PT C", 4], ["Dawe", "PT D", 8]]
JATI = "33.19.03"


@pytest.mark.parametrize(
    "firm",
    ["CV Mitra Total", "PT Jumlah Makmur", "Toko Total Jaya", "P.T. Total", "Koperasi Total", "UD. TOTAL"],
)
@pytest.mark.parametrize("beside", [[5], [3, 2], [2, 2, 1]])
def test_a_firm_called_total_that_equals_the_others_is_one_of_them(firm: str, beside: list[int]) -> None:
    rows = [["Jati", f"UD Makmur {n}", people] for n, people in enumerate(beside)]
    agreed = read(csv_of([HEADER, *rows, ["Jati", firm, 5], *OTHERS]), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.by_kecamatan[JATI]) == ("ok", 10), codes(agreed)
    assert ASKED not in codes(agreed)


def test_a_firm_called_total_without_its_kecamatan_is_no_total_of_the_table() -> None:
    rows = [["Jati", "UD Makmur", 5], ["", "CV Mitra Total", 5], ["Bae", "PT A", 9], ["Bae", "PT B", 7]]
    report = read(csv_of([HEADER, *rows]), given=GIVEN, accepted=[PROPOSED])
    assert (finding(report, "WILAYAH_KOSONG").row, list(report.rejected["row"])) == (3, [3]), codes(report)


@pytest.mark.parametrize(
    "whole",
    [
        "Total",
        "Jumlah Total",
        "Grand Total",
        "TOTAL PERUSAHAAN",
        "Jumlah Tenaga Kerja",
        "Total semua perusahaan",
    ],
)
@pytest.mark.parametrize("firms", [1, 2, 3])
def test_a_row_that_can_only_be_a_sum_is_left_out_unasked(whole: str, firms: int) -> None:
    rows = [["Jati", f"UD Makmur {n}", 5 + n] for n in range(firms)]
    total = sum(int(str(row[2])) for row in rows)
    bae = [["Bae", "PT A", 9], ["Bae", "PT B", 7], ["Bae", whole.format("Bae"), 16]]
    report = read(
        csv_of([HEADER, *rows, ["Jati", whole.format("Jati"), total], *bae]), given=GIVEN, accepted=[PROPOSED]
    )
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": total + 16}), codes(report)
    assert ASKED not in codes(report)


@pytest.mark.parametrize("named", ["Mitra Total", "Total Bangun Persada", "Total Jaya"])
@pytest.mark.parametrize("beside", [[5], [3, 2]])
def test_a_name_that_may_be_a_firm_or_a_sum_and_equals_the_others_is_asked_about(
    named: str, beside: list[int]
) -> None:
    rows = [["Jati", f"UD Makmur {n}", people] for n, people in enumerate(beside)]
    content = csv_of([HEADER, *rows, ["Jati", named, 5], ["Bae", "PT A", 9], ["Bae", "PT B", 7]])
    report = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, finding(report, ASKED).row) == ("problems", 2 + len(rows)), codes(report)
    agreed = read(content, given=GIVEN, accepted=[PROPOSED, ASKED])
    assert (agreed.outcome, agreed.by_kecamatan[JATI]) == ("ok", 5), codes(agreed)


def test_a_sum_of_all_firms_that_misses_them_by_far_is_told_and_no_further_firm() -> None:
    rows = [["Jati", "UD Makmur", 50], ["Jati", "UD Baru", 30], ["Jati", "TOTAL PERUSAHAAN", 120]]
    report = read(csv_of([HEADER, *rows, *OTHERS]), given=GIVEN, accepted=[PROPOSED])
    found = finding(report, "TOTAL_TIDAK_COCOK")
    assert (found.params["printed"], found.params["summed"], report.by_kecamatan[JATI]) == (120, 80, 80)


@pytest.mark.parametrize("jaya", [5, 9])
def test_a_sheet_of_a_firm_called_total_is_no_recap_of_the_others(jaya: int) -> None:
    head = ["Kecamatan", "Jumlah Peserta"]
    sheets = {"PT Total": [head, ["Jati", 5], ["Bae", 7]], "PT Jaya": [head, ["Jati", jaya], ["Bae", 7]]}
    agreed = read(xlsx_of(sheets), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 19 + jaya}), codes(agreed)


BLOCKS = [("PT A", 8), ("PT B", 5), ("{0}{1}", 13), ("Toko C", 4), ("{0}{2}", 4)]


@pytest.mark.parametrize(
    ("named", "kinds"),
    [("Jumlah Sektor ", ("Industri", "Dagang")), ("Sub Total", ("", "")), ("Jumlah ", ("PT", "Toko"))],
)
@pytest.mark.parametrize("total", [[], [["Jati", "Jumlah", 17]]])
def test_sums_of_the_firms_right_above_them_are_never_added_to_these(
    named: str, kinds: tuple[str, str], total: list[list[object]]
) -> None:
    rows = [["Jati", name.format(named, *kinds), people] for name, people in BLOCKS]
    agreed = read(csv_of([HEADER, *rows, *total, ["Bae", "PT D", 6]]), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 23}), codes(agreed)


def test_a_sum_of_the_firms_above_it_that_misses_them_by_little_is_told_with_both_numbers() -> None:
    rows = [["Jati", "PT A", 80], ["Jati", "PT B", 50], ["Jati", "Jumlah Sektor Industri", 131]]
    content = csv_of([HEADER, *rows, ["Jati", "Toko C", 4], ["Bae", "PT D", 6]])
    report = read(content, given=GIVEN, accepted=[PROPOSED])
    found = finding(report, "TOTAL_TIDAK_COCOK")
    assert (found.params["printed"], found.params["summed"], report.totals) == (
        131,
        130,
        {"peserta_aktif": 140},
    )


def test_one_row_amid_firms_that_may_be_a_firm_or_the_sum_of_those_above_is_asked_about() -> None:
    rows = [["Jati", "PT A", 8], ["Jati", "PT B", 5], ["Jati", "Total Jaya", 13], ["Jati", "PT C", 3]]
    report = read(csv_of([HEADER, *rows]), given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, finding(report, ASKED).row, report.totals) == (
        "problems",
        4,
        {"peserta_aktif": 16},
    )


def test_firms_called_total_with_as_many_people_as_the_one_firm_above_are_no_sums_of_it() -> None:
    jati = [["Jati", "Konter Makmur", 2], ["Jati", "Total Laundry", 2], ["Jati", "UD Baru", 9]]
    bae = [["Bae", "Mebel Indah", 30], ["Bae", "Total Motor", 31], ["Bae", "Jumlah Rejeki", 2]]
    agreed = read(csv_of([HEADER, *jati, *bae]), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 76}), codes(agreed)


def test_a_firm_called_total_that_is_no_sum_is_one_of_the_firms_that_the_sum_beneath_holds() -> None:
    jati = [("Total Jaya", 4), ("PT A", 50), ("CV B", 46), ("Jumlah Pekerja", 100)]
    rows = [["Jati", name, people] for name, people in jati]
    content = csv_of([HEADER, *rows, ["Bae", "PT D", 6], ["Bae", "PT E", 9]])
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 115}), codes(agreed)
    assert "TOTAL_TIDAK_COCOK" not in codes(agreed)


@pytest.mark.parametrize(("header", "parts"), [("L/P", ("L", "P")), ("Umur", ("18-40", ">40"))])
@pytest.mark.parametrize("summed", [False, True])
def test_firms_by_sex_or_age_are_told_apart_by_both_columns(
    header: str, parts: tuple[str, str], *, summed: bool
) -> None:
    named = (*parts, "Jumlah") if summed else parts
    rows = [
        ["Jati", firm, part, people]
        for firm in ("PT A", "PT B")
        for part, people in zip(named, (5, 3, 8), strict=False)
    ]
    content = csv_of([["Kecamatan", "Nama Perusahaan", header, "TK Aktif"], *rows])
    report = read(content, given=GIVEN)
    assert finding(report, PROPOSED).column == f"Nama Perusahaan, {header}", codes(report)
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 16}), codes(agreed)

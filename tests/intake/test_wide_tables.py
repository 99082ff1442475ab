"""Tables with months, years, segments, bases or funding sources as columns become rows, with their sums."""

from __future__ import annotations

from typing import Any

import pytest

from jamsos_data.datasets import dataset
from jamsos_data.findings import Severity
from tests.intake.sheets import GIVEN, KECAMATAN, codes, csv_of, finding, read, values, xlsx_of

TWO = {"33.19.03": 30, "33.19.04": 40}


def test_segments_as_columns_become_rows_and_the_row_sum_is_left_out() -> None:
    content = xlsx_of({"Data": [
        ["Kecamatan", "PU", "BPU", "Jumlah"],
        ["Jati", 10, 20, 30],
        ["Undaan", 15, 25, 40],
    ]})  # fmt: skip
    given = {key: GIVEN[key] for key in ("sumber_dana", "program", "periode")}
    report = read(content, kind="kepesertaan", given=given)
    assert report.outcome == "ok"
    assert dict(report.by_kecamatan) == TWO
    assert sorted(values(report, "kode_wilayah", "segmen", "peserta_aktif")) == [
        ("33.19.03", "BPU", 20), ("33.19.03", "PU", 10), ("33.19.04", "BPU", 25), ("33.19.04", "PU", 15),
    ]  # fmt: skip


def test_month_blocks_with_several_values_each_become_rows() -> None:
    rows = [
        ["Kecamatan", "Januari 2026", "", "Februari 2026", ""],
        ["", "Iuran", "Peserta", "Iuran", "Peserta"],
        ["Jati", 168000, 10, 184800, 11],
        ["Undaan", 336000, 20, 352800, 21],
    ]
    content = xlsx_of({"Data": rows}, merged={"Data": [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)]})
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    report = read(content, given=given)
    assert (report.kind, report.periods) == ("iuran", ("2026-01", "2026-02"))
    assert report.totals == {"nilai": 1_041_600, "peserta_dibayar": 62}


def test_months_without_a_year_take_it_from_the_title() -> None:
    content = csv_of([
        ["Peserta aktif tahun 2026", "", ""],
        ["Kecamatan", "Januari", "Februari"],
        ["Jati", 10, 20],
        ["Undaan", 15, 25],
    ])  # fmt: skip
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    report = read(content, given=given)
    assert (report.outcome, report.periods) == ("ok", ("2026-01", "2026-02"))


def test_years_and_bases_as_columns_of_potensi() -> None:
    content = csv_of([
        ["Wilayah", "Angkatan Kerja", "Penduduk Bekerja"],
        ["Kabupaten Kudus", 525814, 508810],
    ])  # fmt: skip
    report = read(content, kind="potensi", given={"tahun": "2025"})
    assert values(report, "basis", "jumlah", "segmen") == [
        ("angkatan kerja BPS", 525814, "SEMUA"),
        ("penduduk bekerja BPS", 508810, "SEMUA"),
    ]


def test_funding_sources_as_columns_of_anggaran() -> None:
    content = csv_of([
        ["Pagu anggaran perubahan tahun 2026", "", ""],
        ["Kecamatan", "APBD", "CSR"],
        *[[name, 1_000_000, 50_000] for name in KECAMATAN],
    ])  # fmt: skip
    report = read(content, given={"segmen": "RENTAN"})
    assert (report.kind, report.periods, report.totals) == ("anggaran", ("2026",), {"pagu": 9_450_000})
    assert set(report.rows["versi"]) == {"perubahan"}


def test_rt_and_rw_columns_are_added_because_both_are_one_segment() -> None:
    content = csv_of([["Kecamatan", "RT", "RW", "Linmas"], ["Jati", 10, 5, 2], ["Undaan", 20, 6, 3]])
    given = {key: GIVEN[key] for key in ("sumber_dana", "program", "periode")}
    report = read(content, kind="kepesertaan", given=given)
    assert sorted(values(report, "segmen", "peserta_aktif")) == [
        ("LINMAS", 2), ("LINMAS", 3), ("RT_RW", 15), ("RT_RW", 26),
    ]  # fmt: skip
    assert "KOLOM_DIJUMLAHKAN" in codes(report)


def test_empty_cells_among_other_numbers_are_nil() -> None:
    content = csv_of([["Kecamatan", "PU", "BPU"], ["Jati", 30, ""], ["Undaan", "", 40]])
    given = {key: GIVEN[key] for key in ("sumber_dana", "program", "periode")}
    report = read(content, kind="kepesertaan", given=given)
    assert (report.outcome, report.totals, len(report.rows)) == ("ok", {"peserta_aktif": 70}, 4)
    assert finding(report, "SEL_KOSONG_DIANGGAP_NOL").params["n"] == 2


def test_a_month_column_that_is_still_empty_gives_no_rows() -> None:
    content = csv_of([["Kecamatan", "Agustus 2026", "September 2026"], ["Jati", 30, ""], ["Undaan", 40, ""]])
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    report = read(content, kind="kepesertaan", given=given)
    assert (report.periods, len(report.rows)) == (("2026-08",), 2)


def test_a_sum_column_that_does_not_add_up_is_said_row_by_row() -> None:
    content = csv_of([["Kecamatan", "PU", "BPU", "Jumlah"], ["Jati", 10, 20, 30], ["Undaan", 15, 25, 45]])
    given = {key: GIVEN[key] for key in ("sumber_dana", "program", "periode")}
    report = read(content, kind="kepesertaan", given=given)
    found = finding(report, "TOTAL_BARIS_TIDAK_COCOK")
    assert (found.row, found.params["printed"], found.params["summed"]) == (3, 45, 40)
    assert report.totals == {"peserta_aktif": 70}


def test_blocks_of_another_unit_are_never_added_to_people() -> None:
    content = csv_of([
        ["No", "Kecamatan", "Peserta Aktif", "", "Iuran (Rp)", ""],
        ["", "", "PU", "BPU", "PU", "BPU"],
        [1, "Jati", 1, 2, 10_000, 20_000],
        [2, "Undaan", 3, 4, 30_000, 40_000],
    ])  # fmt: skip
    given = {key: GIVEN[key] for key in ("sumber_dana", "program", "periode")}
    assert read(content, kind="kepesertaan", given=given).totals == {"peserta_aktif": 10}
    assert read(content, kind="iuran", given=given).totals == {"nilai": 100_000}


def test_four_header_rows_with_years_over_months() -> None:
    rows = [
        ["LAPORAN KEPESERTAAN", "", "", "", ""],
        ["Kecamatan", "Peserta Aktif", "", "", ""],
        ["", "2025", "", "2026", ""],
        ["", "Nov", "Des", "Jan", "Feb"],
        ["Jati", 1, 2, 3, 4],
        ["Undaan", 5, 6, 7, 8],
    ]
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    merged = {"A": [(0, 0, 0, 4), (1, 0, 3, 0), (1, 1, 1, 4), (2, 1, 2, 2), (2, 3, 2, 4)]}
    for content in (xlsx_of({"A": rows}, merged=merged), csv_of(rows)):
        report = read(content, given=given)
        assert (report.outcome, report.periods) == ("ok", ("2025-11", "2025-12", "2026-01", "2026-02"))
        assert report.totals == {"peserta_aktif": 36}


ADDED_IN_DOUBT: dict[str, tuple[str, list[list[Any]]]] = {
    "a sum until the month": (
        "iuran", [["Kecamatan", "Jan 2026", "Feb 2026", "s.d. Feb 2026"], ["Bae", 300, 100, 400]],
    ),
    "a month twice": ("iuran", [["Kecamatan", "Feb 2026", "Feb 2026"], ["Bae", 300, 100]]),
    "registered beside active": (
        "kepesertaan", [["Kecamatan", "Jan 2026", ""], ["", "Terdaftar", "Aktif"], ["Bae", 500, 300]],
    ),
    "a quota": ("kepesertaan", [["Kecamatan", "Jan 2026", ""], ["", "Kuota", "Terisi"], ["Bae", 50, 40]]),
    "a budget and what is left of it": (
        "anggaran", [["Kecamatan", "DBHCHT", ""], ["", "Pagu", "Sisa"], ["Bae", 500, 100]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ADDED_IN_DOUBT)
def test_columns_that_are_no_parts_of_one_thing_are_added_only_when_somebody_agrees(name: str) -> None:
    kind, rows = ADDED_IN_DOUBT[name]
    known = {"anggaran": ("segmen",)}.get(kind, ("segmen", "sumber_dana", "program"))
    given = {key: GIVEN[key] for key in known} | ({"tahun": "2026"} if kind == "anggaran" else {})
    report = read(xlsx_of({"S": rows}), kind=kind, given=given)
    doubts = [found for found in report.findings if found.code == "KOLOM_DIJUMLAHKAN_RAGU"]
    added = max(report.rows[dataset(kind).value_column], default=0) > max(rows[-1][1:])
    assert doubts or not added
    assert all(found.severity is Severity.WARNING for found in doubts)


def test_men_and_women_under_a_month_are_added() -> None:
    rows = [["Kecamatan", "Jan 2026", ""], ["", "L", "P"], ["Bae", 500, 300]]
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=given)
    assert "KOLOM_DIJUMLAHKAN_RAGU" not in codes(report)


WITHOUT_SEGMENT = {name: text for name, text in GIVEN.items() if name != "segmen"}


@pytest.mark.parametrize(
    "headers", [["RT", "RW", "Jumlah RT/RW"], ["RT", "RW", "RT/RW"], ["RT/RW", "RT", "RW"]]
)
def test_a_column_that_names_what_two_others_name_apart_sums_these(headers: list[str]) -> None:
    cells = {"RT": 10, "RW": 5}
    rows = [
        ["PESERTA AKTIF"],
        ["Kecamatan", *headers],
        ["Jati", *(cells.get(header, 15) for header in headers)],
    ]
    report = read(xlsx_of({"S": rows}), given=WITHOUT_SEGMENT)
    assert (report.outcome, values(report, "segmen", "peserta_aktif")) == ("ok", [("RT_RW", 15)]), codes(
        report
    )


def test_such_a_sum_is_compared_with_its_parts_alone() -> None:
    rows = [["PESERTA AKTIF"], ["Kecamatan", "RT", "RW", "RT/RW", "Linmas"], ["Jati", 10, 5, 16, 3]]
    report = read(xlsx_of({"S": rows}), given=WITHOUT_SEGMENT)
    found = finding(report, "TOTAL_BARIS_TIDAK_COCOK")
    assert (found.column, found.params["printed"], found.params["summed"]) == ("RT/RW", 16, 15)


@pytest.mark.parametrize(
    "headers",
    [
        ["PU", "BPU", "PU+BPU"],
        ["PU", "BPU", "BPU & PU"],
        ["PU", "BPU", "PU/BPU"],
        ["RT/RW", "Linmas", "RT/RW dan Linmas"],
    ],
)
def test_a_column_whose_header_joins_those_of_others_sums_them(headers: list[str]) -> None:
    given = {key: text for key, text in GIVEN.items() if key != "segmen"}
    rows = [["PESERTA AKTIF"], ["Kecamatan", *headers], ["Jati", 10, 5, 15], ["Bae", 7, 2, 9]]
    report = read(xlsx_of({"S": rows}), given=given)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 24}), codes(report)


def test_a_heading_that_joins_those_of_others_heads_their_sums_by_sex() -> None:
    given = {key: text for key, text in GIVEN.items() if key != "segmen"}
    rows = [["PESERTA AKTIF"], ["Kecamatan", "PU", "", "BPU", "", "PU + BPU", ""], ["", *["L", "P"] * 3]]
    rows += [["Jati", 10, 5, 4, 2, 14, 7], ["Bae", 7, 2, 1, 3, 8, 5]]
    merged = {"S": [(1, left, 1, left + 1) for left in (1, 3, 5)]}
    report = read(xlsx_of({"S": rows}, merged=merged), given=given)
    assert report.totals == {"peserta_aktif": 34}, codes(report)


def test_a_package_whose_name_joins_those_of_others_is_no_sum_of_them() -> None:
    given = {key: text for key, text in GIVEN.items() if key != "program"}
    rows = [["PESERTA AKTIF"], ["Kecamatan", "JKK", "JKM", "JKK+JKM"], ["Jati", 1, 2, 50], ["Bae", 3, 1, 40]]
    report = read(xlsx_of({"S": rows}), given=given)
    assert report.totals == {"peserta_aktif": 97}, codes(report)


@pytest.mark.parametrize("last", ["(5)=(3)+(4)", "(5) = (3) + (4)", "5=3+4", "(5=3+4)"])
def test_a_row_that_counts_the_columns_may_say_how_the_last_one_is_computed(last: str) -> None:
    rows = [
        ["No", "Kecamatan", "Peserta Aktif", "", ""],
        ["", "", "L", "P", "Jumlah"],
        [*(f"({number})" for number in range(1, 5)), last],
        [1, "Jati", 10, 5, 15],
        [2, "Bae", 7, 2, 9],
    ]
    report = read(xlsx_of({"S": rows}, merged={"S": [(0, 2, 0, 4)]}), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 24}), codes(report)


@pytest.mark.parametrize("headers", [["RT/RW", "Jumlah RT/RW"], ["Rentan", "Pekerja Rentan"]])
def test_one_segment_named_twice_is_asked_about_before_it_is_added(headers: list[str]) -> None:
    report = read(
        xlsx_of({"S": [["PESERTA AKTIF"], ["Kecamatan", *headers], ["Jati", 10, 10]]}), given=WITHOUT_SEGMENT
    )
    assert (report.outcome, "KOLOM_DIJUMLAHKAN_RAGU" in codes(report)) == ("problems", True)

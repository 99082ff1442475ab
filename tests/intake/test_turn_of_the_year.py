"""Months without their year that pass December, and months of which a spreadsheet took the last zero."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from jamsos_data.findings import Severity
from jamsos_data.intake.clean.months import MonthText, find_year
from jamsos_data.intake.clean.year_turns import find_year_pair, passes_new_year, years_in_order
from tests.intake.sheets import GIVEN, Rows, codes, finding, read, values, xlsx_of

WITHOUT_MONTH = {key: text for key, text in GIVEN.items() if key != "periode"}
TITLES = ["TAHUN 2025/2026", "TA 2025/2026", "Tahun 2025-2026", "TA 2025/26", "2025 s.d. 2026"]


def _wide(title: str, *months: str) -> Rows:
    numbers = list(range(1, len(months) + 1))
    return [
        [f"PESERTA AKTIF {title}"],
        ["No", "Kecamatan", *months],
        [1, "Bae", *numbers],
        [2, "Jati", *numbers],
    ]


@pytest.mark.parametrize("title", TITLES)
def test_months_that_pass_december_under_two_years_are_read_in_their_years(title: str) -> None:
    report = read(xlsx_of({"S": _wide(title, "Nov", "Des", "Jan")}), kind="kepesertaan", given=WITHOUT_MONTH)
    assert (report.outcome, report.periods) == ("ok", ("2025-11", "2025-12", "2026-01"))
    assert "Jan = 2026-01" in str(finding(report, "BULAN_BERURUTAN").value)
    rows = [[f"PESERTA AKTIF {title}"], ["Bulan", "Kecamatan", "Peserta Aktif"],
            ["November", "Bae", 1], ["Desember", "Bae", 2], ["Januari", "Bae", 3]]  # fmt: skip
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_MONTH)
    assert values(report, "periode", "peserta_aktif") == [("2025-11", 1), ("2025-12", 2), ("2026-01", 3)]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("months", [("Jan", "Feb"), ("Des", "Nov"), ("Nov", "Jan", "Des"), ("Mei",)])
def test_months_that_leave_a_doubt_under_two_years_ask_for_the_year(
    title: str, months: tuple[str, ...]
) -> None:
    report = read(
        xlsx_of({"S": _wide(title, *months)}),
        kind="kepesertaan",
        given=WITHOUT_MONTH,
        name="Laporan 2026.xlsx",
    )
    assert (report.outcome, len(report.rows)) == ("problems", 0)
    assert "KOLOM_WAJIB_TIDAK_ADA" in codes(report)


def test_months_that_pass_december_under_one_year_are_a_question() -> None:
    content = xlsx_of({"S": _wide("TAHUN 2026", "Nov", "Des", "Jan")})
    found = finding(read(content, kind="kepesertaan", given=WITHOUT_MONTH), "BULAN_LEWAT_TAHUN")
    assert (found.severity, found.value) == (Severity.WARNING, "2026")
    rows = [
        ["PESERTA AKTIF 2026"],
        ["Bulan", "Kecamatan", "Peserta Aktif"],
        ["Des", "Bae", 2],
        ["Jan", "Bae", 3],
    ]
    assert "BULAN_LEWAT_TAHUN" in codes(read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_MONTH))
    whole = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")
    for months in (whole, whole[::-1]):
        report = read(xlsx_of({"S": _wide("TAHUN 2026", *months)}), kind="kepesertaan", given=WITHOUT_MONTH)
        assert (report.outcome, len(report.periods)) == ("ok", 12)


def test_a_year_beside_one_of_the_months_holds_for_those_that_follow_one_another() -> None:
    for months in (("Nov 2025", "Des", "Jan"), ("Nov", "Des", "Jan 2026")):
        report = read(xlsx_of({"S": _wide("", *months)}), kind="kepesertaan", given=WITHOUT_MONTH)
        assert (report.outcome, report.periods) == ("ok", ("2025-11", "2025-12", "2026-01"))


def test_men_and_women_and_segments_turn_the_year_together() -> None:
    rows = [["PESERTA TAHUN 2025/2026"], ["No", "Kecamatan", "Des", "", "Jan", ""], ["", "", "L", "P", "L", "P"],
            [1, "Bae", 1, 2, 3, 4], [2, "Jati", 1, 2, 3, 4]]  # fmt: skip
    merged = {"S": [(1, 2, 1, 3), (1, 4, 1, 5)]}
    report = read(xlsx_of({"S": rows}, merged=merged), kind="kepesertaan", given=WITHOUT_MONTH)
    assert sorted(set(values(report, "periode", "peserta_aktif"))) == [("2025-12", 3), ("2026-01", 7)]
    rows = [["PESERTA TAHUN 2025/2026"], ["No", "Kecamatan", "PU", "", "BPU", ""], ["", "", "Des", "Jan", "Des", "Jan"],
            [1, "Bae", 1, 2, 3, 4], [2, "Jati", 1, 2, 3, 4]]  # fmt: skip
    given = {key: text for key, text in WITHOUT_MONTH.items() if key != "segmen"}
    report = read(xlsx_of({"S": rows}, merged=merged), kind="kepesertaan", given=given)
    assert (report.outcome, report.periods, len(report.rows)) == ("ok", ("2025-12", "2026-01"), 8)


@drawn(st.integers(1, 12), st.integers(2, 12))
def test_the_years_of_successive_months_rise_once_and_only_where_they_pass_december(
    first: int, count: int
) -> None:
    months = [MonthText(month=(first - 1 + number) % 12 + 1) for number in range(count)]
    years = years_in_order(months, (2025, 2026))
    passes = first - 1 + count > 12
    assert (years is not None) == passes == passes_new_year(months)
    starts = [] if years is None else [y * 12 + int(m.month or 0) for y, m in zip(years, months, strict=True)]
    assert all(after - before == 1 for before, after in pairwise(starts))


def test_two_years_are_no_year_of_a_title_and_other_numbers_no_pair() -> None:
    assert all(find_year(title) is None for title in TITLES)
    assert [find_year_pair(title) for title in TITLES] == [(2025, 2026)] * 5
    for text in ("Nomor 12/2026", "2025-09", "31-12-2025", "2024/2026", "2025-09-30", "Tahun 2026"):
        assert find_year_pair(text) is None
    assert find_year("Keadaan 2025-09-30") == 2025


def _by_month(*months: object) -> bytes:
    rows = [[month, "Bae", number] for number, month in enumerate(months, start=1)]
    return xlsx_of({"S": [["Bulan", "Kecamatan", "Peserta Aktif"], *rows]})


@pytest.mark.parametrize(
    ("months", "read_as"),
    [
        ((2026.09, 2026.1, 2026.11), ("2026-09", "2026-10", "2026-11")),
        ((2026.01, 2026.1), ("2026-01", "2026-10")),
        (("2026,09", "2026,1"), ("2026-09", "2026-10")),
        (("2026.1", "2026.2", "2026.10"), ("2026-01", "2026-02", "2026-10")),
        (("2026,10", "2026,11"), ("2026-10", "2026-11")),
    ],
)
def test_a_month_without_its_last_zero_is_what_the_others_show(
    months: tuple[object, ...], read_as: tuple[str]
) -> None:
    report = read(_by_month(*months), kind="kepesertaan", given=WITHOUT_MONTH)
    assert (report.outcome, report.periods) == ("ok", read_as)


@pytest.mark.parametrize("months", [(2026.1,), (2026.1, 2026.2), (2026.1, 2026.11), ("2026,1", "2026,12")])
def test_a_month_that_may_be_january_or_october_is_never_taken_for_either(months: tuple[object, ...]) -> None:
    report = read(_by_month(*months), kind="kepesertaan", given=WITHOUT_MONTH)
    found = finding(report, "BULAN_SATU_ATAU_SEPULUH")
    assert (found.severity, found.row, report.outcome) == (Severity.ERROR, 2, "problems")
    assert not {"2026-01", "2026-10"} & set(report.periods)
    assert "2026-10" in found.message("id")


def test_a_title_that_may_be_january_or_october_says_no_month() -> None:
    rows = [[2026.1], ["Kecamatan", "Peserta Aktif"], ["Bae", 5]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_MONTH)
    assert (len(report.rows), "KOLOM_WAJIB_TIDAK_ADA" in codes(report)) == (0, True)


_PAYMENTS = WITHOUT_MONTH | {"kabupaten": "Kudus"}


@pytest.mark.parametrize(
    "header",
    [
        [["Bulan", "2025", "", "2026", ""], ["", "Peserta", "Iuran (Rp)", "Peserta", "Iuran (Rp)"]],
        [["Bulan", "2025", "2026"]],
    ],
    ids=["with people", "bare"],
)
@pytest.mark.parametrize("month", [{}, {"periode": "2026-02"}], ids=["no month", "a month given"])
def test_months_in_rows_beneath_years_are_refused_with_a_word_on_how_to_arrange_them(
    header: Rows, month: dict[str, str]
) -> None:
    wide = len(header) > 1
    figures = [10, 168_000, 20, 336_000] if wide else [168_000, 336_000]
    rows = [["IURAN DIBAYAR BPU KABUPATEN KUDUS"], *header, ["Januari", *figures], ["Februari", *figures]]
    report = read(xlsx_of({"S": rows}), kind="iuran", given=_PAYMENTS | month)
    assert (report.outcome, codes(report)) == ("refused", ["TAHUN_DI_KOLOM_BULAN_DI_BARIS"])
    assert "2025, 2026" in report.findings[0].message("id")


def test_months_with_their_year_in_a_column_of_its_own_are_read() -> None:
    rows = [
        ["Bulan", "Tahun", "Kecamatan", "Peserta Aktif"],
        ["Januari", 2025, "Bae", 1],
        ["Januari", 2026, "Bae", 2],
    ]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_MONTH)
    assert (report.outcome, report.periods) == ("ok", ("2025-01", "2026-01"))

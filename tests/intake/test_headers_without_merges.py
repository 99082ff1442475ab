"""Headers whose groups are not merged, months by number, and a second table beneath with a header of its own."""

from __future__ import annotations

import pytest

from jamsos_data.findings import Severity
from tests.intake.sheets import GIVEN, Rows, codes, finding, read, values, xlsx_of

WITHOUT_MONTH = {key: text for key, text in GIVEN.items() if key != "periode"}
TITLE = ["PESERTA AKTIF TAHUN 2026"]
SEXES = ["L", "P", "L", "P"]

YEARS: dict[str, Rows] = {
    "over the first of their months": [
        ["No", "Kecamatan", 2025, "", "", 2026], ["", "", "Okt", "Nov", "Des", "Jan"], [1, "Bae", 1, 2, 3, 4],
    ],
    "in words": [
        ["No", "Kecamatan", "Tahun 2025", "", "", "Tahun 2026"], ["", "", "Okt", "Nov", "Des", "Jan"],
        [1, "Bae", 1, 2, 3, 4],
    ],
    "in rows with names": [
        ["Tahun", "", 2025, "", "", 2026], ["Bulan", "", "Okt", "Nov", "Des", "Jan"],
        ["No", "Kecamatan", "Peserta", "Peserta", "Peserta", "Peserta"], [1, "Bae", 1, 2, 3, 4],
    ],
    "in rows named beside them, the areas beneath": [
        ["", "Tahun", 2025, "", "", 2026], ["", "Bulan", "Okt", "Nov", "Des", "Jan"], ["No", "Kecamatan"],
        [1, "Bae", 1, 2, 3, 4],
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", YEARS)
def test_a_year_that_is_not_merged_holds_until_the_next(name: str) -> None:
    report = read(xlsx_of({"S": YEARS[name]}), kind="kepesertaan", given=WITHOUT_MONTH)
    assert values(report, "periode", "peserta_aktif") == [
        ("2025-10", 1), ("2025-11", 2), ("2025-12", 3), ("2026-01", 4),
    ], codes(report)  # fmt: skip


def test_a_title_of_one_month_or_year_beside_its_name_stays_a_title() -> None:
    for title in (["Bulan", "September 2026"], ["Periode", "Sep 2026"]):
        report = read(
            xlsx_of({"S": [title, ["Kecamatan", "Peserta Aktif"], ["Bae", 5]]}), given=WITHOUT_MONTH
        )
        assert (report.outcome, report.periods) == ("ok", ("2026-09",))


MEN_AND_WOMEN: dict[str, Rows] = {
    "two rows": [["No", "Kecamatan", "Jan 2026", "", "Feb 2026", ""], ["", "", *SEXES]],
    "a title above": [TITLE, ["No", "Kecamatan", "Jan", "", "Feb", ""], ["", "", *SEXES]],
    "three rows": [
        ["No", "Kecamatan", "Peserta Aktif", "", "", ""], ["", "", "Jan 2026", "", "Feb 2026", ""], ["", "", *SEXES],
    ],
    "a sum beside": [
        ["No", "Kecamatan", "Jan 2026", "", "", "Feb 2026", "", ""], ["", "", "L", "P", "JML", "L", "P", "JML"],
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", MEN_AND_WOMEN)
def test_men_and_women_under_a_month_over_the_first_of_them_are_added(name: str) -> None:
    rows = MEN_AND_WOMEN[name]
    numbers = [1, 2, 3, 3, 4, 7] if name == "a sum beside" else [1, 2, 3, 4]
    report = read(xlsx_of({"S": [*rows, [1, "Bae", *numbers]]}), kind="kepesertaan", given=WITHOUT_MONTH)
    assert report.outcome == "ok", codes(report)
    assert values(report, "periode", "peserta_aktif") == [("2026-01", 3), ("2026-02", 7)]


@pytest.mark.parametrize("months", [(1, 2, 3), ("1", "2", "3"), (10, 11, 12), tuple(range(1, 13))])
def test_numbers_under_a_heading_of_months_are_months(months: tuple[object, ...]) -> None:
    blanks = [""] * (len(months) - 1)
    merged = {"S": [(1, 2, 1, len(months) + 1)]}
    for group in ("Bulan", "Bulan ke-"):
        rows = [
            TITLE,
            ["No", "Kecamatan", group, *blanks],
            ["", "", *months],
            [1, "Bae", *range(21, 21 + len(months))],
        ]
        for content in (xlsx_of({"S": rows}), xlsx_of({"S": rows}, merged=merged)):
            report = read(content, kind="kepesertaan", given=WITHOUT_MONTH)
            assert report.periods == tuple(f"2026-{int(str(month)):02d}" for month in months)
    rows = [
        ["No", "Kecamatan", "Bulan Tahun 2026", *blanks],
        ["", "", *months],
        [1, "Bae", *range(21, 21 + len(months))],
    ]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_MONTH)
    assert (report.outcome, len(report.periods)) == ("ok", len(months))


def test_numbers_under_no_heading_of_months_are_no_months() -> None:
    rows = [TITLE, ["No", "Kecamatan", "Peserta Aktif", "", ""], ["", "", 1, 2, 3], [1, "Bae", 21, 22, 23]]
    report = read(xlsx_of({"S": rows}, merged={"S": [(1, 2, 1, 4)]}), kind="kepesertaan", given=WITHOUT_MONTH)
    assert (len(report.rows), report.outcome) == (0, "problems")
    rows = [TITLE, ["No", "Kecamatan", 1, 2, 3], [1, "Bae", 21, 22, 23]]
    assert read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_MONTH).outcome == "refused"


FIRST: Rows = [["No", "Kecamatan", "Peserta Aktif"], [1, "Bae", 5], [2, "Jati", 6], []]
SECOND: dict[str, Rows] = {
    "another number": [["No", "Kecamatan", "Iuran"], [1, "Dawe", 500]],
    "a title above": [["REALISASI IURAN"], ["No", "Kecamatan", "Realisasi Iuran (Rp)"], [1, "Bae", 500]],
    "a word that is not known": [["No", "Kecamatan", "Kuota"], [1, "Gebog", 500]],
    "another month": [["No", "Kecamatan", "Peserta Aktif Oktober 2026"], [1, "Bae", 500]],
    "no numbering": [["", "Kecamatan", "Usulan"], ["", "Gebog", 500]],
}  # fmt: skip


@pytest.mark.parametrize("name", SECOND)
def test_a_table_beneath_with_another_header_is_not_read_by_the_first_one(name: str) -> None:
    rows = [*FIRST, *SECOND[name]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    found = finding(report, "TABEL_LAIN_DI_BAWAH")
    assert (found.severity, report.outcome, report.totals) == (
        Severity.WARNING,
        "problems",
        {"peserta_aktif": 11},
    )
    assert (found.row, found.params["n"]) == (len(rows) - 1, 1)
    assert found.value == SECOND[name][-2][2]
    assert "KUNCI_BERTENTANGAN" not in codes(report)


def test_columns_that_have_moved_make_another_table_and_the_first_header_again_ends_it() -> None:
    rows = [["No", "Kecamatan", "Desa", "Peserta Aktif"], [1, "Bae", "Bacin", 5], ["No", "Kecamatan", "Peserta Aktif"],
            [1, "Bae", 600], ["No", "Kecamatan", "Desa", "Peserta Aktif"], [2, "Bae", "Panjang", 7]]  # fmt: skip
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    # The kecamatan of these very villages: it may be their sum.
    assert (finding(report, "TABEL_LAIN_DI_BAWAH").params["n"], report.totals) == (1, {"peserta_aktif": 12})
    rows[3] = [1, "Jati", 600]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 612})


def test_the_same_header_on_the_next_page_is_no_other_table() -> None:
    rows = [*FIRST, ["No", "Kecamatan", "Peserta Aktif"], [3, "Dawe", 7]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 18})


def test_a_name_below_a_single_segment_heads_it_where_another_group_has_it_too() -> None:
    rows = [["PESERTA AKTIF"], ["Kecamatan", "PU", None, "BPU"], [None, "Perusahaan", "Tenaga Kerja", "Tenaga Kerja"],
            ["Jati", 3, 10, 4]]  # fmt: skip
    given = {name: text for name, text in GIVEN.items() if name != "segmen"}
    report = read(xlsx_of({"S": rows}, merged={"S": [(1, 1, 1, 2)]}), given=given)
    assert (report.outcome, values(report, "segmen", "peserta_aktif")) == ("ok", [("PU", 10), ("BPU", 4)])


def test_payments_beside_people_of_a_month_are_no_people() -> None:
    rows = [["Kecamatan", "Januari 2026", None], [None, "TK", "Iuran"], ["Jati", 10, 168_000]]
    content = xlsx_of({"S": rows}, merged={"S": [(0, 1, 0, 2)]})
    given = {name: text for name, text in GIVEN.items() if name != "periode"}
    people = read(content, kind="kepesertaan", given=given)
    assert (people.outcome, people.totals) == ("ok", {"peserta_aktif": 10}), codes(people)
    paid = read(content, kind="iuran", given=given)
    assert (paid.outcome, values(paid, "nilai", "peserta_dibayar")) == ("ok", [(168_000, 10)]), codes(paid)

"""Months as 2026.09 and 2026.10 at the heads of columns, as texts or as the numbers that a workbook makes of them."""

from __future__ import annotations

import pytest

from jamsos_data.findings import Severity
from tests.intake.sheets import GIVEN, codes, finding, read, values, xlsx_of

GIVEN_ELSE = {name: text for name, text in GIVEN.items() if name != "periode"}


@pytest.mark.parametrize(
    ("heads", "months"),
    [
        (["2026.09", "2026.10"], ("2026-09", "2026-10")),
        ([2026.09, 2026.11], ("2026-09", "2026-11")),
        (["2025.12", "2026.01"], ("2025-12", "2026-01")),
        ([2026.09, 2026.1], ("2026-09", "2026-10")),
        (["2026.1", "2026.10"], ("2026-01", "2026-10")),
    ],
)
def test_dotted_months_head_columns(heads: list[object], months: tuple[str, str]) -> None:
    alone = [["Kecamatan", *heads], ["Jati", 30, 31]]
    under = [["Kecamatan", "Peserta Aktif", ""], ["", *heads], ["Jati", 30, 31]]
    for rows in (alone, under):
        report = read(xlsx_of({"S": rows}), given=GIVEN_ELSE, kind="kepesertaan")
        assert (report.outcome, sorted(values(report, "periode", "peserta_aktif"))) == (
            "ok", [(months[0], 30), (months[1], 31)],
        )  # fmt: skip


def test_a_head_that_may_be_january_or_october_is_asked_for() -> None:
    rows = [["Kecamatan", 2026.1, 2026.11], ["Jati", 30, 31]]
    report = read(xlsx_of({"S": rows}), given=GIVEN_ELSE, kind="kepesertaan")
    assert (report.outcome, values(report, "periode", "peserta_aktif")) == ("problems", [("2026-11", 31)])
    asked = finding(report, "BULAN_SATU_ATAU_SEPULUH")
    assert (asked.severity, asked.sheet, asked.column, asked.params["year"]) == (
        Severity.ERROR,
        "S",
        "2026.1",
        "2026",
    )


def test_fractions_beneath_a_header_are_no_header() -> None:
    rows = [["Kecamatan", "Peserta Aktif", "Potensi"], ["Jati", 2026.09, 2026.11], ["Bae", 2, 3]]
    report = read(xlsx_of({"S": rows}), given=GIVEN, kind="kepesertaan")
    assert "ANGKA_PECAHAN" in codes(report) or "ANGKA_NOL_HILANG" in codes(report)


def test_beneath_a_group_only_the_month_is_asked_for() -> None:
    rows = [["Kecamatan", "Peserta Aktif", ""], ["", 2026.1, 2026.11], ["Jati", 30, 31], ["Bae", 40, 40]]
    report = read(xlsx_of({"S": rows}), given=GIVEN_ELSE, kind="kepesertaan")
    asked = [found.code for found in report.findings if found.severity is not Severity.INFO]
    assert asked == ["BULAN_SATU_ATAU_SEPULUH"]


@pytest.mark.parametrize("head", ["2026.09", 2026.09, "2026,09", 2026.11])
def test_a_single_month_heads_a_column_alone_or_beneath_its_name(head: object) -> None:
    alone = [["Kecamatan", head], ["Jati", 30], ["Bae", 1_200]]
    under = [["Kecamatan", "Peserta Aktif"], ["", head], ["Jati", 30], ["Bae", 1_200]]
    for rows in (alone, under):
        report = read(xlsx_of({"S": rows}), given=GIVEN_ELSE, kind="kepesertaan")
        assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 1_230}), codes(report)
        assert report.periods == (str(head).replace(".", "-").replace(",", "-"),)


def test_a_single_head_that_may_be_january_or_october_is_asked_for() -> None:
    report = read(
        xlsx_of({"S": [["No", "Kecamatan", 2026.1], [1, "Jati", 30]]}), given=GIVEN_ELSE, kind="kepesertaan"
    )
    assert (report.outcome, codes(report)) == ("refused", ["BULAN_SATU_ATAU_SEPULUH"])
    under = [["Kecamatan", "Peserta Aktif"], ["", 2026.1], ["Jati", 30]]
    report = read(xlsx_of({"S": under}), given=GIVEN_ELSE, kind="kepesertaan")
    assert (codes(report), finding(report, "KOLOM_WAJIB_TIDAK_ADA").column) == (
        ["KOLOM_WAJIB_TIDAK_ADA"],
        "Bulan",
    )


def test_a_fraction_beneath_the_header_beside_fractions_is_no_month() -> None:
    rows = [["Kecamatan", "Iuran"], ["", 2026.09], ["Jati", 1013.04], ["Bae", 1013.05]]
    report = read(xlsx_of({"S": rows}), given=GIVEN, kind="iuran")
    assert report.outcome == "problems"


@pytest.mark.parametrize("first", ["-", "", "30 orang"])
@pytest.mark.parametrize("head", ["2026.10", 2026.02])
def test_a_single_month_heads_a_column_whose_first_cell_is_empty_or_has_a_unit(
    head: object, first: str
) -> None:
    rows = [["Kecamatan", head], ["Jati", first], ["Bae", 40]]
    report = read(xlsx_of({"S": rows}), given=GIVEN_ELSE, kind="kepesertaan")
    month = "2026-10" if head == "2026.10" else "2026-02"
    assert (report.outcome, report.periods) == ("ok", (month,)), codes(report)
    assert report.totals == {"peserta_aktif": 70 if first == "30 orang" else 40}


@pytest.mark.parametrize("kind", ["kepesertaan", None])
def test_a_single_head_that_may_be_january_is_a_header_without_a_column_of_numbers_too(
    kind: str | None,
) -> None:
    rows = [["PESERTA AKTIF BPJS"], ["Kecamatan", 2026.1], ["Jati", 30], ["Bae", 40]]
    report = read(xlsx_of({"S": rows}), given=GIVEN_ELSE, kind=kind)
    assert (report.outcome, codes(report)) == ("refused", ["BULAN_SATU_ATAU_SEPULUH"])

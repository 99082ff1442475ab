"""Amounts of a few rupiah are percentages or millions: they are asked about, whatever the format of the cell was."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read

BUDGET = {"segmen": "RENTAN", "sumber_dana": "DBHCHT", "tahun": "2026", "versi": "murni"}


def _in_percent(header: str, *values: float) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet, percent = workbook.add_worksheet("A"), workbook.add_format({"num_format": "0%"})
        sheet.write_row(0, 0, ["Kecamatan", header])
        for number, (area, value) in enumerate(zip(("Undaan", "Jati", "Bae"), values, strict=True), start=1):
            sheet.write(number, 0, area)
            sheet.write(number, 1, value, percent)
    return target.getvalue()


@pytest.mark.parametrize("values", [(1, 1, 1), (1, 2, 5_000_000), (1.2, 1, 0.5)])
def test_a_budget_of_100_percent_is_no_single_rupiah(values: tuple[float, ...]) -> None:
    report = read(_in_percent("Pagu", *values), kind="anggaran", given=BUDGET)
    found = finding(report, "RUPIAH_TERLALU_KECIL")
    assert (report.outcome, found.column, found.params["n"]) == (
        "problems", "Pagu", sum(1 <= value < 10 and value == int(value) for value in values),
    )  # fmt: skip
    assert "Rp10" in found.message("id")


def test_payments_in_percent_are_asked_about_too() -> None:
    report = read(_in_percent("Realisasi", 1, 1, 1), kind="iuran", given=GIVEN)
    assert "RUPIAH_TERLALU_KECIL" in codes(report)


@pytest.mark.parametrize("share", ["120%", "100 %", "50%"])
def test_a_percentage_as_text_is_no_amount(share: str) -> None:
    content = csv_of([["Kecamatan", "Pagu"], ["Undaan", share], ["Bae", 2_000_000]])
    report = read(content, kind="anggaran", given=BUDGET)
    assert (finding(report, "ANGKA_PERSEN").row, report.totals) == (2, {"pagu": 2_000_000})


def test_nothing_and_whole_amounts_ask_nothing() -> None:
    content = csv_of([["Kecamatan", "Pagu"], ["Undaan", 0], ["Bae", 2_000_000]])
    assert read(content, kind="anggaran", given=BUDGET).outcome == "ok"

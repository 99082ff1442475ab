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
@pytest.mark.parametrize("header, kind, given", [("Pagu", "anggaran", BUDGET), ("Realisasi", "iuran", GIVEN)])
def test_cells_shown_in_percent_are_no_rupiah(
    values: tuple[float, ...], header: str, kind: str, given: dict[str, str]
) -> None:
    report = read(_in_percent(header, *values), kind=kind, given=given)
    assert (report.outcome, len(report.rows), codes(report).count("ANGKA_PERSEN")) == ("problems", 0, 3)


@pytest.mark.parametrize("values", [(1, 1, 1), (5, 9, 5_000_000)])
def test_amounts_of_a_few_rupiah_are_asked_about(values: tuple[int, ...]) -> None:
    content = csv_of([["Kecamatan", "Pagu"], *zip(("Undaan", "Jati", "Bae"), values, strict=True)])
    report = read(content, kind="anggaran", given=BUDGET)
    found = finding(report, "RUPIAH_TERLALU_KECIL")
    assert (report.outcome, found.column, found.params["n"]) == (
        "problems", "Pagu", sum(value < 10 for value in values),
    )  # fmt: skip
    assert "Rp10" in found.message("id")


@pytest.mark.parametrize("share", ["120%", "100 %", "50%"])
def test_a_percentage_as_text_is_no_amount(share: str) -> None:
    content = csv_of([["Kecamatan", "Pagu"], ["Undaan", share], ["Bae", 2_000_000]])
    report = read(content, kind="anggaran", given=BUDGET)
    assert (finding(report, "ANGKA_PERSEN").row, report.totals) == (2, {"pagu": 2_000_000})


def test_nothing_and_whole_amounts_ask_nothing() -> None:
    content = csv_of([["Kecamatan", "Pagu"], ["Undaan", 0], ["Bae", 2_000_000]])
    assert read(content, kind="anggaran", given=BUDGET).outcome == "ok"

"""The figures that people check an upload by are sums of the rows that are taken, and of nothing else."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, xlsx_of


def test_rejected_rows_and_sums_are_in_no_total() -> None:
    content = csv_of([
        ["Kecamatan", "Peserta Aktif"],
        ["Jati", 30], ["Entahlah", 7], ["Undaan", "x"], ["Bae", 40], ["", 5], ["Jumlah", 82],
    ])  # fmt: skip
    report = read(content, given=GIVEN)
    assert (
        report.totals == {"peserta_aktif": 70} == {"peserta_aktif": int(report.rows["peserta_aktif"].sum())}
    )
    assert report.by_kecamatan == {"33.19.03": 30, "33.19.07": 40}
    assert list(report.rejected["row"]) == [3, 4, 6]


def test_percentages_have_no_total() -> None:
    content = csv_of([["Tahun", "Kecamatan", "Segmen", "Target (%)"], [2026, "Jati", "BPU", "52,15"]])
    report = read(content)
    assert (report.kind, len(report.rows), report.totals, report.by_kecamatan) == ("target", 1, {}, {})


@pytest.mark.parametrize(
    "label", ["J U M L A H", "Keseluruhan", "Semua Kecamatan", "Se-Kabupaten Kudus", "JUMLAH TOTAL"]
)
def test_totals_under_any_name_are_left_out(label: str) -> None:
    report = read(
        csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Bae", 40], [label, 70]]), given=GIVEN
    )
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 70})
    assert "BARIS_TOTAL_DITINGGALKAN" in codes(report)


def test_the_name_of_the_regency_beneath_the_numbering_heads_the_total() -> None:
    rows = [["No", "Kecamatan", "Peserta Aktif"], [1, "Jati", 30], [2, "Bae", 40], ["Kab. Kudus", "", 70]]
    content = xlsx_of({"S": rows}, merged={"S": [(3, 0, 3, 1)]})
    report = read(content, given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 70})


def test_the_total_of_a_province_is_not_compared_with_the_rows_of_one_regency() -> None:
    rows = [["Kabupaten", "Peserta Aktif"], ["Kudus", 100], ["Pati", 200], ["Jepara", 300], ["Jumlah", 600]]
    report = read(csv_of(rows), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 100})
    assert finding(report, "BARIS_TOTAL_LEBIH_LUAS").row == 5

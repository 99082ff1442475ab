"""The figures that people check an upload by are sums of the rows that are taken, and of nothing else."""

from __future__ import annotations

from tests.intake.sheets import GIVEN, csv_of, read


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

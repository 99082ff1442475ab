"""Kecamatan as columns: each number goes to the kecamatan that heads it, and is summed as in any wide table."""

from __future__ import annotations

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, values

JATI, BAE, DAWE = "33.19.03", "33.19.07", "33.19.09"


def _without(*names: str) -> dict[str, str]:
    return {key: text for key, text in GIVEN.items() if key not in names}


def test_segments_as_rows_and_kecamatan_as_columns_are_read_with_their_sums() -> None:
    content = csv_of([
        ["Peserta aktif September 2026 Kabupaten Kudus"], ["Segmen", "Jati", "Bae", "Dawe", "Jumlah"],
        ["PU", 10, 20, 30, 60], ["BPU", 11, "x", 31, 61], ["Jumlah", 21, 20, 61, 102],
    ])  # fmt: skip
    report = read(content, given=_without("periode", "segmen"))
    assert dict(report.by_kecamatan) == {JATI: 21, BAE: 20, DAWE: 61}
    assert (finding(report, "BUKAN_ANGKA").row, finding(report, "BUKAN_ANGKA").column) == (4, "Bae")
    assert finding(report, "TOTAL_BARIS_TIDAK_COCOK").params["summed"] == 42
    assert "BARIS_TOTAL_DITINGGALKAN" in codes(report)
    column = report.sheets[0].columns[1]
    assert (column.meaning, column.evidence is not None) == (f"kode_wilayah={JATI}", True)


def test_kecamatan_beneath_months_and_beside_another_measure_are_told_apart() -> None:
    content = csv_of([
        ["Segmen", "Januari 2026", "", "", "Februari 2026", "", "", "Target", "", ""],
        ["", "Jati", "Bae", "Dawe", "Jati", "Bae", "Dawe", "Jati", "Bae", "Dawe"], ["PU", 1, 2, 3, 4, 5, 6, 70, 80, 90],
    ])  # fmt: skip
    report = read(content, given=_without("periode", "segmen"), kind="kepesertaan")
    assert report.outcome == "ok"
    assert values(report, "periode", "kode_wilayah", "peserta_aktif") == [
        ("2026-01", JATI, 1), ("2026-01", BAE, 2), ("2026-01", DAWE, 3),
        ("2026-02", JATI, 4), ("2026-02", BAE, 5), ("2026-02", DAWE, 6),
    ]  # fmt: skip


def test_two_kecamatan_in_a_row_head_the_villages_beneath_and_are_no_columns() -> None:
    rows = [
        ["Desa", "Peserta Aktif", "", "Desa", "Peserta Aktif"], ["Kecamatan Jati", "", "", "Kecamatan Undaan", ""],
        ["Ploso", 10, "", "Wates", 5], ["Megawon", 20, "", "Kutuk", 6],
    ]  # fmt: skip
    assert dict(read(csv_of(rows), given=GIVEN).by_kecamatan) == {JATI: 30, "33.19.04": 11}

"""A column "Satuan" that says of some rows that they count something else: these are not taken."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, finding, read, xlsx_of

ACCEPTED = ["SATUAN_BARIS_LAIN"]
BUDGET = {"segmen": "RENTAN", "sumber_dana": "DBHCHT", "tahun": "2026", "versi": "murni"}


@pytest.mark.parametrize("unit", ["perusahaan", "BU", "KK", "kelompok", "%"])
def test_rows_in_another_unit_than_people_are_not_taken(unit: str) -> None:
    rows = [["Kecamatan", "Jumlah Peserta", "Satuan"], ["Jati", 800, "orang"], ["Bae", 9, unit]]
    report = read(xlsx_of({"S": [*rows, ["Dawe", 7, "Orang"]]}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 807})
    found = finding(report, "SATUAN_BARIS_LAIN")
    assert (found.value, found.params["n"], found.params["first"]) == (unit, 1, 3)


def test_words_for_people_are_one_unit() -> None:
    rows = [["Kecamatan", "Jumlah Peserta", "Satuan"], ["Jati", 800, "orang"], ["Bae", 9, "Jiwa"]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 809}), codes(report)


def test_a_column_of_nothing_but_families_counts_no_people() -> None:
    rows = [["Kecamatan", "Jumlah", "Satuan"], ["Jati", 800, "KK"], ["Bae", 9, "KK"]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN, accepted=ACCEPTED)
    assert (finding(report, "SATUAN_BARIS_LAIN").params["n"], len(report.rows)) == (2, 0)


def test_rupiah_in_two_units_are_not_taken_together() -> None:
    rows = [["Kecamatan", "Iuran", "Satuan"], ["Jati", 800_000, "rupiah"], ["Bae", 900, "ribu rupiah"]]
    report = read(xlsx_of({"S": rows}), kind="iuran", given=GIVEN)
    assert (report.outcome, report.totals["nilai"]) == ("problems", 800_000)


def test_beside_a_volume_the_unit_is_that_of_the_volume() -> None:
    rows = [["Desa", "Volume", "Satuan", "Pagu"], ["Ploso", 10, "orang", 100], ["Wates", 12, "OB", 200]]
    report = read(xlsx_of({"S": rows}), kind="anggaran", given=BUDGET)
    assert (report.outcome, report.totals) == ("ok", {"pagu": 300}), codes(report)

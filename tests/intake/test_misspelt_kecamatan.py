"""A misspelt kecamatan that somebody settles: each of its rows keeps the village that it names."""

from __future__ import annotations

import pytest

from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.intake.report import AreaAlias
from jamsos_data.reference import load_reference
from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, values

HEADER = ["Kecamatan", "Desa", "Peserta Aktif"]
ROWS = [HEADER, ["Kaliwngu", "Mijen", 8], ["Kaliwngu", "Banget", 3], ["Jati", "Ploso", 5]]
VILLAGES = [("33.19.01.2013", 8), ("33.19.01.2006", 3), ("33.19.03.2006", 5)]


def _chosen(rows: list[list[object]], areas: dict[tuple[str, str], str]) -> IntakeReport:
    options = IntakeOptions(constants=GIVEN, areas=areas)
    return read_upload(csv_of(rows), file_name="a.csv", reference=load_reference(), options=options)


def test_villages_are_kept_once_the_kecamatan_is_agreed_to() -> None:
    report = read(csv_of(ROWS), given=GIVEN, accepted=["NAMA_TIDAK_DIKENAL"])
    assert (report.outcome, values(report, "kode_wilayah", "peserta_aktif")) == ("ok", VILLAGES), codes(
        report
    )
    assert report.aliases == (AreaAlias(alias="Kaliwngu", kode="33.19.01", kecamatan=""),)


def test_villages_are_kept_where_the_kecamatan_is_chosen() -> None:
    report = _chosen(ROWS, {("Kaliwngu", ""): "33.19.01"})
    assert (report.outcome, values(report, "kode_wilayah", "peserta_aktif")) == ("ok", VILLAGES), codes(
        report
    )
    assert report.aliases == (AreaAlias(alias="Kaliwngu", kode="33.19.01", kecamatan=""),)


def test_a_single_row_of_a_misspelt_kecamatan_is_not_the_figure_of_all_of_it() -> None:
    report = read(csv_of([HEADER, ROWS[1], ROWS[3]]), given=GIVEN, accepted=["NAMA_TIDAK_DIKENAL"])
    assert values(report, "kode_wilayah", "peserta_aktif") == [VILLAGES[0], VILLAGES[2]]


def test_a_misspelt_village_beside_it_is_shown_before_anybody_agrees() -> None:
    rows = [HEADER, ["Kaliwngu", "Mijenn", 8], ["Jati", "Ploso", 5]]
    asked = read(csv_of(rows), given=GIVEN)
    told = [found.value for found in asked.findings if found.proposal]
    assert told == ["Kaliwngu", "Mijenn"]
    agreed = read(csv_of(rows), given=GIVEN, accepted=["NAMA_TIDAK_DIKENAL"])
    assert values(agreed, "kode_wilayah", "peserta_aktif") == [VILLAGES[0], VILLAGES[2]]


def test_a_village_that_the_agreed_kecamatan_does_not_have_waits() -> None:
    rows = [HEADER, ["Kaliwngu", "Soco", 8], ["Jati", "Ploso", 5]]
    report = read(csv_of(rows), given=GIVEN, accepted=["NAMA_TIDAK_DIKENAL"])
    assert (report.outcome, finding(report, "DESA_DI_KECAMATAN_LAIN").row) == ("problems", 2), codes(report)
    assert values(report, "kode_wilayah") == [("33.19.03.2006",)]
    chosen = _chosen(rows, {("Kaliwngu", ""): "33.19.01", ("Soco", "33.19.01"): "33.19.09.2012"})
    assert (chosen.outcome, values(chosen, "kode_wilayah")[0]) == ("ok", ("33.19.09.2012",)), codes(chosen)


@pytest.mark.parametrize("desa", ["", "-"])
def test_a_misspelt_kecamatan_without_village_is_the_kecamatan(desa: str) -> None:
    rows = [HEADER, ["Kaliwngu", desa, 8], ["Jati", "Ploso", 5]]
    report = read(csv_of(rows), given=GIVEN, accepted=["NAMA_TIDAK_DIKENAL"])
    assert (report.outcome, values(report, "kode_wilayah")[0]) == ("ok", ("33.19.01",)), codes(report)

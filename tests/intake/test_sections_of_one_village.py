"""Headings of kecamatan in the column of villages where a kecamatan has one village, of its own name."""

from __future__ import annotations

from collections.abc import Sequence

from jamsos_data.intake.report import IntakeReport
from tests.intake.sheets import GIVEN, Rows, finding, read, values, xlsx_of

BEFORE: Rows = [["MEJOBO", 70], ["Mejobo", 30], ["Jepang", 40]]


def _read(*rows: Sequence[object]) -> IntakeReport:
    return read(xlsx_of({"S": [["Desa", "Jumlah Peserta"], *rows]}), kind="kepesertaan", given=GIVEN)


def test_a_section_whose_one_village_bears_its_name_follows_others() -> None:
    report = _read(["KALIWUNGU", 60], ["Mijen", 60], *BEFORE, ["JEKULO", 55], ["Jekulo", 55], ["JUMLAH", 185])
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 185})
    assert ("33.19.06.2009", 55) in values(report, "kode_wilayah", "peserta_aktif")


def test_a_village_of_the_name_of_its_kecamatan_inside_its_section_heads_none() -> None:
    report = _read(["Kec. Mejobo", 70], ["Mejobo", 30], ["Jepang", 40], ["Kec. Gebog", 5], ["Besito", 5])
    assert dict(report.by_kecamatan) == {"33.19.05": 70, "33.19.08": 5}


def test_a_village_of_another_kecamatan_inside_a_section_is_still_asked_about() -> None:
    report = _read(*BEFORE, ["Jekulo", 55], ["Kec. Gebog", 5], ["Besito", 5])
    assert finding(report, "DESA_DI_KECAMATAN_LAIN").value == "Jekulo"


def test_two_rows_of_one_name_whose_figures_differ_are_asked_about() -> None:
    report = _read(*BEFORE, ["JEKULO", 55], ["Jekulo", 20], ["Kec. Gebog", 5], ["Besito", 5])
    assert (report.outcome, finding(report, "INDUK_WILAYAH_TIDAK_COCOK").row) == ("problems", 5)

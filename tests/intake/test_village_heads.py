"""Heads of villages: numbers beneath count people, who are never left aside in silence; names are no figures."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read

WITHOUT_SEGMENT = {name: text for name, text in GIVEN.items() if name != "segmen"}


@pytest.mark.parametrize("header", ["Kepala Desa", "Kades", "Kepala Desa/Lurah", "Jumlah Kepala Desa"])
@pytest.mark.parametrize("beside", ["BPD", "Perangkat Desa", "Peserta Aktif"])
def test_heads_who_are_counted_are_asked_about_as_village_officers(header: str, beside: str) -> None:
    content = csv_of([["Kecamatan", header, beside], ["Jati", 14, 98], ["Bae", 10, 70]])
    given = GIVEN if beside == "Peserta Aktif" else WITHOUT_SEGMENT
    report = read(content, kind="kepesertaan", given=given)
    found = finding(report, "KOLOM_MUNGKIN_HILANG")
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 168})
    assert (found.column, found.proposal) == (header, "Kepala dan perangkat desa")


def test_heads_of_wards_who_are_counted_are_asked_about() -> None:
    content = csv_of([["Kecamatan", "Lurah", "Peserta Aktif"], ["Jati", 14, 98], ["Bae", 10, 70]])
    assert finding(read(content, given=GIVEN), "KOLOM_ANGKA_TIDAK_DIKENAL").column == "Lurah"


@pytest.mark.parametrize("header", ["Kepala Desa", "Kepala Desa/Kelurahan", "Lurah"])
def test_the_name_of_a_head_is_neither_a_figure_nor_an_area(header: str) -> None:
    content = csv_of([["Kecamatan", "Desa", header, "Peserta Aktif"], ["Jati", "Ploso", "Suwarno", 9]])
    report = read(content, given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 9}), codes(report)


def test_a_slash_in_a_header_makes_no_other_thing_of_people() -> None:
    content = csv_of([["Kecamatan", "BPD", "Guru Madin/TPQ"], ["Jati", 14, 98], ["Bae", 10, 70]])
    report = read(content, kind="kepesertaan", given=WITHOUT_SEGMENT)
    assert finding(report, "KOLOM_ANGKA_TIDAK_DIKENAL").column == "Guru Madin/TPQ"

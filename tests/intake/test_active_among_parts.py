"""Beneath a segment the active alone are participants, and firms beside people are none."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, Rows, codes, csv_of, finding, read, values, xlsx_of

WITHOUT_SEGMENT = {name: text for name, text in GIVEN.items() if name != "segmen"}


def _under_segments(one: str, other: str) -> Rows:
    return [["Kecamatan", "PU", "", "BPU", ""], ["", one, other, one, other], ["Jati", 800, 50, 10, 1]]


@pytest.mark.parametrize("other", ["Non Aktif", "Tidak Aktif", "Menunggak", "Terdaftar", "Keluar"])
def test_of_a_segment_the_active_are_taken_and_the_others_named_as_left_out(other: str) -> None:
    report = read(xlsx_of({"S": _under_segments("Aktif", other)}), kind="kepesertaan", given=WITHOUT_SEGMENT)
    assert (report.outcome, values(report, "segmen", "peserta_aktif")) == ("ok", [("PU", 800), ("BPU", 10)])
    assert finding(report, "KOLOM_TIDAK_DIPAKAI").column == f"PU / {other}, BPU / {other}"


def test_the_sum_of_active_and_inactive_is_left_too() -> None:
    rows = [["Kecamatan", "PU", "", ""], ["", "Aktif", "Non Aktif", "Jumlah"], ["Jati", 800, 50, 850]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_SEGMENT)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 800}), codes(report)


def test_segment_and_activity_may_stand_in_one_header() -> None:
    rows = [["Kecamatan", "PU Aktif", "PU Non Aktif"], ["Jati", 800, 50]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_SEGMENT)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 800}), codes(report)


@pytest.mark.parametrize("rows", [_under_segments("Aktif", "Baru"), _under_segments("Aktif", "Mandiri")])
def test_what_does_not_say_that_it_is_inactive_is_still_asked_about(rows: Rows) -> None:
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_SEGMENT)
    assert report.outcome != "ok"


def test_a_potensi_has_no_active_ones() -> None:
    given = {"tahun": "2026", "basis": "BPS_BEKERJA"}
    report = read(xlsx_of({"S": _under_segments("Aktif", "Non Aktif")}), kind="potensi", given=given)
    assert report.outcome != "ok"


@pytest.mark.parametrize("firms", ["BU", "Perusahaan", "Badan Usaha"])
def test_firms_beneath_a_segment_are_none_of_its_people(firms: str) -> None:
    report = read(xlsx_of({"S": _under_segments("TK", firms)}), kind="kepesertaan", given=WITHOUT_SEGMENT)
    assert (report.outcome, values(report, "segmen", "peserta_aktif")) == ("ok", [("PU", 800), ("BPU", 10)])


@pytest.mark.parametrize("inactive", ["Terdaftar", "Non Aktif", "Menunggak"])
def test_segments_under_a_heading_of_the_inactive_are_no_participants(inactive: str) -> None:
    heads = [["Kecamatan", "Aktif", "Aktif", inactive, inactive], ["", "PU", "BPU", "PU", "BPU"]]
    rows = [*heads, ["Jati", 80, 30, 100, 50], ["Bae", 50, 15, 60, 20]]
    given = {**WITHOUT_SEGMENT, "sumber_dana": "TIDAK_DIRINCI"}
    for order in (slice(None), slice(None, None, -1)):
        turned = [[row[0], *row[1:][order]] for row in rows]
        report = read(csv_of(turned), kind="kepesertaan", given=given)
        assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 175})
        assert "KOLOM_DIJUMLAHKAN_RAGU" not in codes(report)


def test_segments_under_headings_that_say_nothing_of_activity_are_asked_about() -> None:
    heads = [["Kecamatan", "Aktif", "Aktif", "Lama", "Lama"], ["", "PU", "BPU", "PU", "BPU"]]
    rows = [*heads, ["Jati", 80, 30, 100, 50], ["Bae", 50, 15, 60, 20]]
    given = {**WITHOUT_SEGMENT, "sumber_dana": "TIDAK_DIRINCI"}
    report = read(csv_of(rows), kind="kepesertaan", given=given)
    assert (report.outcome, "KOLOM_DIJUMLAHKAN_RAGU" in codes(report)) == ("problems", True)

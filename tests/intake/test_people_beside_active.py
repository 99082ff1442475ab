"""How many there are of a segment, beside how many of them are active: only the active ones are participants."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, csv_of, finding, read

WITHOUT_SEGMENT = {key: text for key, text in GIVEN.items() if key != "segmen"}


@pytest.mark.parametrize(
    "people, active",
    [
        ("Jumlah Non ASN", "Jumlah Peserta Aktif"),
        ("RT/RW", "Terlindungi"),
        ("Jumlah Linmas", "Jumlah Peserta"),
    ],
)
def test_how_many_there_are_of_a_segment_is_not_how_many_of_them_are_active(people: str, active: str) -> None:
    rows = [["Kecamatan", people, active], ["Jati", 50, 40], ["Bae", 30, 30], ["Jumlah", 80, 70]]
    report = read(csv_of(rows), given=WITHOUT_SEGMENT, kind="kepesertaan")
    found = finding(report, "JUMLAH_DI_SAMPING_AKTIF")
    assert (report.outcome, report.totals, found.column) == ("problems", {"peserta_aktif": 70}, people)
    assert set(report.rows["segmen"]) <= {"NON_ASN", "RT_RW", "LINMAS"}
    accepted = read(
        csv_of(rows), given=WITHOUT_SEGMENT, kind="kepesertaan", accepted=["JUMLAH_DI_SAMPING_AKTIF"]
    )
    assert (accepted.outcome, accepted.totals) == ("ok", {"peserta_aktif": 70})


def test_several_segments_beside_participants_are_summed_by_them() -> None:
    rows = [["Kecamatan", "RT/RW", "Linmas", "Peserta Aktif"], ["Jati", 50, 40, 90], ["Bae", 30, 30, 60]]
    report = read(csv_of(rows), given=WITHOUT_SEGMENT, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 150})


def test_people_of_a_segment_beside_participants_are_no_rupiah() -> None:
    rows = [["Kecamatan", "Jumlah RT", "Jumlah Peserta"], ["Jati", 50, 40], ["Bae", 30, 30]]
    assert read(csv_of(rows), given=WITHOUT_SEGMENT).kind != "iuran"

"""Who heads a village, and how to reach them, stand beside its figures; the same words head the segment, too."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, finding, read, xlsx_of

OFFICERS = ["Kepala Desa", "Nama Kepala Desa", "Kades", "Nama Kades", "Kepala Desa/Lurah", "Lurah"]


@pytest.mark.parametrize("header", OFFICERS)
def test_the_name_of_a_village_head_raises_no_question(header: str) -> None:
    rows = [
        ["No", "Desa", header, "Peserta Aktif"],
        [1, "Jati Wetan", "Sutrisno", 30],
        [2, "Ploso", "H. Budi", 20],
    ]
    report = read(xlsx_of({"S": rows}), given=GIVEN, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 50}), codes(report)


@pytest.mark.parametrize("header", ["Kades", "No HP Kades", "Kontak Perangkat Desa"])
@pytest.mark.parametrize("phones", [("081234567890", "+62 812-3456-7890"), ("0291 432100", "0291-432101")])
def test_the_telephone_of_a_village_head_is_no_figure(header: str, phones: tuple[str, str]) -> None:
    rows = [
        ["No", "Desa", header, "Peserta Aktif"],
        [1, "Jati Wetan", phones[0], 30],
        [2, "Ploso", phones[1], 20],
    ]
    report = read(xlsx_of({"S": rows}), given=GIVEN, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 50}), codes(report)


@pytest.mark.parametrize("header", ["Kepala Desa", "Kades"])
def test_heads_of_villages_that_are_counted_are_asked_about(header: str) -> None:
    rows = [
        ["No", "Desa", header, "Perangkat Desa", "BPD"],
        [1, "Jati Wetan", 1, 9, 5],
        [2, "Ploso", 1, 10, 7],
    ]
    given = {column: text for column, text in GIVEN.items() if column != "segmen"}
    report = read(xlsx_of({"S": rows}), given=given, kind="kepesertaan")
    assert report.outcome == "problems"
    assert finding(report, codes(report)[0]).column == header


def test_names_of_villages_under_it_are_proposed_as_such() -> None:
    rows = [
        ["No", "Kecamatan", "Kepala Desa", "Peserta Aktif"],
        [1, "Jati", "Jati Wetan", 30],
        [2, "Jati", "Ploso", 20],
    ]
    report = read(xlsx_of({"S": rows}), given=GIVEN, kind="kepesertaan")
    assert finding(report, "KOLOM_DIUSULKAN").column == "Kepala Desa"


@pytest.mark.parametrize("header", ["Nama Kepala Desa", "Nama Kades", "Nama Ketua BPD Desa"])
def test_the_name_of_an_officer_is_not_shown(header: str) -> None:
    rows = [
        ["No", "Desa", header, "Peserta Aktif"],
        [1, "Jati Wetan", "Sutrisno", 30],
        [2, "Ploso", "H. Budi", 20],
    ]
    report = read(xlsx_of({"S": rows}), given=GIVEN, kind="kepesertaan")
    assert "Sutrisno" not in repr(report.outlines) + repr(report.sheets)

"""A misspelt code that is equally near to several is never guessed: they are named, as villages are."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, Rows, finding, read, xlsx_of


@pytest.mark.parametrize("text", ["JK saja", "JKX saja"])
def test_a_text_as_near_to_two_codes_is_proposed_as_neither(text: str) -> None:
    rows: Rows = [["Kecamatan", "Program", "Peserta Aktif"], ["Jati", text, 30], ["Bae", "JKK", 40]]
    given = {name: value for name, value in GIVEN.items() if name != "program"}
    for accepted in ((), ("KODE_TIDAK_DIKENAL", "KODE_MIRIP_BEBERAPA")):
        report = read(xlsx_of({"S": rows}), given=given, kind="kepesertaan", accepted=accepted)
        asked = finding(report, "KODE_MIRIP_BEBERAPA")
        assert (asked.row, asked.proposal, asked.params["other"]) == (2, None, "JKK, JKM")
        assert report.totals == {"peserta_aktif": 40}


def test_a_text_near_to_two_spellings_of_one_code_is_proposed_as_that_code() -> None:
    rows: Rows = [
        ["Kecamatan", "Sumber Dana", "Peserta Aktif"],
        ["Jati", "DBHCTH", 30],
        ["Bae", "APBDes", 40],
    ]
    given = {name: value for name, value in GIVEN.items() if name != "sumber_dana"}
    report = read(xlsx_of({"S": rows}), given=given, kind="kepesertaan")
    assert finding(report, "KODE_TIDAK_DIKENAL").proposal == "DBHCHT"

"""Sheets of two segments, one of which may hold the other, never overwrite each other under one stated segment."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, KECAMATAN, codes, finding, read, xlsx_of

CODE = "KUNCI_BEDA_SEGMEN"


def _sheet(times: int, title: str = "DATA PESERTA") -> list[list[object]]:
    rows = [[area, (n + 3) * times] for n, area in enumerate(KECAMATAN)]
    return [[title], [], ["Kecamatan", "Jumlah Peserta"], *rows]


@pytest.mark.parametrize("accepted", [[], ["KUNCI_BERTENTANGAN"], ["KUNCI_BERTENTANGAN", CODE]])
@pytest.mark.parametrize("names", [("BPU", "Rentan"), ("Rentan", "BPU")])
def test_rows_of_sheets_of_different_segments_wait_until_the_stated_segment_is_cleared(
    names: tuple[str, str], accepted: list[str]
) -> None:
    content = xlsx_of(dict(zip(names, (_sheet(3), _sheet(2)), strict=True)))
    report = read(content, given=GIVEN, accepted=accepted)
    assert not report.totals.get("peserta_aktif")
    assert "KUNCI_BERTENTANGAN" not in codes(report)
    told = finding(report, CODE)
    assert (told.sheet, told.params["first"], told.params["n"]) == (names[1], names[0], 18)
    assert set(report.rejected["temuan"]) == {CODE}
    assert "Pekerja rentan" in told.message("id")


def test_each_sheet_is_read_as_its_own_segment_then() -> None:
    content = xlsx_of({"BPU": _sheet(3), "Rentan": _sheet(2)})
    report = read(content, given={key: value for key, value in GIVEN.items() if key != "segmen"})
    assert (report.totals, CODE in codes(report)) == ({"peserta_aktif": 63 * 5}, False)


def test_sheets_of_one_segment_are_still_asked_about_as_corrections_of_each_other() -> None:
    content = xlsx_of({"Rentan lama": _sheet(3), "Rentan baru": _sheet(2)})
    report = read(content, given=GIVEN)
    assert (codes(report).count("KUNCI_BERTENTANGAN"), CODE in codes(report)) == (18, False)

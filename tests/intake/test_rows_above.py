"""Figures above the header are not taken for titles without a word."""

from __future__ import annotations

import pytest

from jamsos_data.findings import Severity
from jamsos_data.intake import IntakeOptions, read_upload
from jamsos_data.intake.layout import SheetLayout
from jamsos_data.reference import load_reference
from tests.intake.sheets import GIVEN, Rows, codes, finding, read, xlsx_of

TABLE = [["No", "Kecamatan", "Peserta Aktif"], [1, "Jati", 20], [2, "Bae", 13]]
CODE, OTHER = "ANGKA_DI_ATAS_JUDUL", "TABEL_LAIN_DI_ATAS"
SEGMENTS: Rows = [["Kecamatan", "PU", "BPU"], ["Jati", 100, 25], ["Bae", 200, 30], []]
VILLAGES: Rows = [["Kecamatan", "Desa", "RT/RW"], ["Jati", "Ploso", 10], ["Jati", "Getas Pejaten", 5],
                  ["Bae", "Gondangmanis", 30]]  # fmt: skip
NO_SEGMENT = {name: text for name, text in GIVEN.items() if name != "segmen"}


def test_a_recap_without_areas_above_the_table_is_told_and_asks_nothing() -> None:
    recap = [["Segmen", "Jumlah"], ["BPD", 12], ["RT/RW", 21], []]
    report = read(xlsx_of({"S": [["REKAP PESERTA AKTIF"], *recap, *TABLE]}), kind="kepesertaan", given=GIVEN)
    found = finding(report, CODE)
    assert (found.severity, found.row, found.params["last"]) == (Severity.INFO, 3, 4)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 33})


def test_the_header_of_a_recap_is_no_value_that_cannot_be_read() -> None:
    """Who states the segment of the whole file decides what "Segmen | Jumlah" above the table does not say."""
    recap = [["Segmen", "Jumlah"], ["BPD", 12], ["RT/RW", 21], []]
    told = codes(read(xlsx_of({"S": [*recap, *TABLE]}), kind="kepesertaan"))
    assert "ISIAN_JUDUL_TIDAK_TERBACA" not in told
    unread = [["Segmen", "Jumlahan"], []]
    assert "ISIAN_JUDUL_TIDAK_TERBACA" in codes(read(xlsx_of({"S": [*unread, *TABLE]}), kind="kepesertaan"))


def test_titles_with_years_and_a_single_number_are_titles() -> None:
    titles = [["PEMERINTAH KABUPATEN KUDUS"], ["Tahun", 2026], ["Triwulan", "III"], ["Nomor", 463]]
    assert CODE not in codes(read(xlsx_of({"S": [*titles, *TABLE]}), kind="kepesertaan", given=GIVEN))


def test_the_rows_of_a_table_are_not_told_as_titles_of_the_one_beneath_it() -> None:
    beneath = [[], ["Peserta Aktif", "Keterangan", "Kecamatan"], [4, "", "Dawe"], [5, "", "Gebog"]]
    report = read(xlsx_of({"S": [*TABLE, *beneath]}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 42})
    assert CODE not in codes(report)


@pytest.mark.parametrize(
    ("above", "row", "header", "n"),
    [
        (SEGMENTS, 1, "PU, BPU", 2),
        ([["REKAP PESERTA AKTIF"], *SEGMENTS], 2, "PU, BPU", 2),
        ([["Wilayah", "RT/RW", "Jakon"], ["Jati", 15, ""], ["Bae", 30, ""], ["Kabupaten Kudus", "", 4000], []],
         1, "RT/RW, Jakon", 3),
        ([*SEGMENTS[:2], []], 1, "PU, BPU", 1),
        ([["Wilayah", "Rincian"], ["", "Peserta", "Ket"], ["Jati", 100, 25], []], 1, "Peserta", 1),
    ],
    ids=["by segment", "under a title", "with the regency", "of one area", "with two rows of headers"],
)  # fmt: skip
def test_a_table_of_areas_above_the_one_that_is_read_must_be_acknowledged(
    above: Rows, row: int, header: str, n: int
) -> None:
    content = xlsx_of({"S": [*above, *VILLAGES]})
    report = read(content, kind="kepesertaan", given=NO_SEGMENT)
    assert (report.outcome, report.totals, CODE in codes(report)) == (
        "problems",
        {"peserta_aktif": 45},
        False,
    )
    found = finding(report, OTHER)
    assert (found.severity, found.row, found.value, found.params["n"]) == (Severity.WARNING, row, header, n)
    assert read(content, kind="kepesertaan", given=NO_SEGMENT, accepted=[OTHER]).outcome == "ok"


def test_the_table_above_is_read_where_its_header_row_is_chosen() -> None:
    content = xlsx_of({"S": [*SEGMENTS, *VILLAGES]})
    options = IntakeOptions(
        kind="kepesertaan", constants=NO_SEGMENT, layout={"S": SheetLayout(header=(1, 1))}
    )
    report = read_upload(content, file_name="b.xlsx", reference=load_reference(), options=options)
    assert (report.totals, OTHER in codes(report)) == ({"peserta_aktif": 355}, False)


def test_facts_of_areas_that_are_none_of_the_data_set_are_told_and_ask_nothing() -> None:
    facts = [["Kecamatan", "Jumlah Desa", "Luas (km2)"], ["Jati", 14, 26], ["Bae", 10, 23], []]
    report = read(xlsx_of({"S": [*facts, *VILLAGES]}), kind="kepesertaan", given=NO_SEGMENT)
    assert (report.outcome, OTHER in codes(report)) == ("ok", False)


@pytest.mark.parametrize("label", [[], ["", "Rekap"]])
def test_a_recap_of_bare_columns_of_segments_above_the_detail_is_told(label: list[str]) -> None:
    head = ["RT/RW", "Linmas", "BPD"]
    above = [[*("" for _ in label), *head], [*label, 40, 20, 12]]
    rows = [*above, ["Kecamatan", "Desa", *head], ["Jati", "Ploso", 30, 15, 9]]
    given = {key: text for key, text in GIVEN.items() if key != "segmen"}
    report = read(xlsx_of({"S": [*rows, ["Bae", "Gondangmanis", 10, 5, 3]]}), given=given, kind="kepesertaan")
    found = finding(report, "ANGKA_DI_ATAS_JUDUL")
    assert (report.totals, found.row, found.params["last"]) == ({"peserta_aktif": 72}, 1, 2), codes(report)

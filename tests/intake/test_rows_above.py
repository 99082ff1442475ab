"""Figures above the header are not taken for titles without a word."""

from __future__ import annotations

from jamsos_data.findings import Severity
from tests.intake.sheets import GIVEN, codes, finding, read, xlsx_of

TABLE = [["No", "Kecamatan", "Peserta Aktif"], [1, "Jati", 20], [2, "Bae", 13]]
CODE = "ANGKA_DI_ATAS_JUDUL"


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

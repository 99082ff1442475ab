"""Tables side by side on one sheet: read one after the other, each with its own areas and titles."""

from __future__ import annotations

from jamsos_data.intake.places import cell_of
from tests.intake.sheets import GIVEN, codes, finding, read, xlsx_of

HEADS = ["Kecamatan", "Peserta Aktif", "", "Kecamatan", "Peserta Aktif"]


def test_tables_with_the_same_headers_and_an_empty_column_between_are_both_read() -> None:
    rows = [
        ["Jati", 10, "", "Baee", 11],
        ["Dawe", 20, "", "Gebog", 21],
        ["Jumlah", 30, "", "Jumlah", 32],
        [],
        ["Sumber"],
    ]
    report = read(xlsx_of({"S": [HEADS, *rows]}), given=GIVEN)
    assert dict(report.by_kecamatan) == {"33.19.03": 10, "33.19.08": 21, "33.19.09": 20}
    assert codes(report).count("BARIS_TOTAL_DITINGGALKAN") == 2
    # The slip is in the second table, and so is the cell that would be mended.
    slip = finding(report, "NAMA_TIDAK_DIKENAL")
    assert (slip.column, cell_of(slip, report)) == ("Kecamatan (D)", ("S", 2, 3))
    assert list(report.rejected["Kecamatan (D)"]) == ["Baee"]
    assert (len(report.sheets), report.sheets[0].data_rows) == (1, 4)
    assert [column.meaning for column in report.sheets[0].columns] == [
        "kecamatan", "peserta_aktif", "-", "kecamatan", "peserta_aktif",
    ]  # fmt: skip
    assert [row.role for row in report.outlines[0].rows] == ["header", "data", "data", "total", "note"]


def test_each_table_has_the_month_of_its_own_title_and_the_areas_of_its_own_column() -> None:
    titles = [["Peserta tahun 2026"], ["Bulan Januari", "", "", "Bulan Februari", ""]]
    rows = [["Jati", 10, "", "Dawe", 11], ["Dawe", 20, "", "Jati", 21]]
    given = {key: text for key, text in GIVEN.items() if key != "periode"}
    report = read(xlsx_of({"S": [*titles, HEADS, *rows]}), given=given)
    assert (report.outcome, report.periods) == ("ok", ("2026-01", "2026-02"))
    assert dict(report.by_kecamatan) == {"33.19.03": 31, "33.19.09": 31}
    months = [["Kecamatan", "Jan 2026", "", "Kecamatan", "Feb 2026"], *rows]
    report = read(xlsx_of({"S": months}), given=given, kind="kepesertaan")
    assert dict(report.by_kecamatan) == {"33.19.03": 31, "33.19.09": 31}


def test_a_second_column_of_other_areas_is_told_where_the_tables_cannot_be_cut_apart() -> None:
    rows = [
        ["Kecamatan", "Jan 2026", "Kecamatan", "Feb 2026"],
        ["Jati", 10, "Dawe", 11],
        ["Dawe", 20, "Dawe", 21],
    ]
    report = read(xlsx_of({"S": rows}), given=GIVEN, kind="kepesertaan")
    found = finding(report, "KOLOM_WILAYAH_BERBEDA")
    assert (found.severity, found.params["letter"], found.params["n"]) == ("warning", "C", 1)

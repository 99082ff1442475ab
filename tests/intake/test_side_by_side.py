"""Tables side by side on one sheet: read one after the other, each with its own areas and titles."""

from __future__ import annotations

from jamsos_data.intake.places import cell_of
from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, xlsx_of

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


def test_a_total_beneath_one_of_the_tables_may_sum_them_all_and_is_compared_with_the_nearer_sum() -> None:
    rows = [HEADS, ["Jati", 10, "", "Bae", 11], ["Dawe", 20, "", "Gebog", 21]]
    report = read(csv_of([*rows, ["", "", "", "Jumlah", 62]]), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 62})
    found = finding(report, "TOTAL_TABEL_BERDAMPINGAN")
    assert (found.row, found.params["n"]) == (4, 2)
    own_and_both = [*rows, ["Jumlah", 30, "", "Jumlah", 32], ["Total", 62, "", "", ""]]
    report = read(csv_of(own_and_both), given=GIVEN)
    assert [code for code in codes(report) if code.endswith(("DITINGGALKAN", "BERDAMPINGAN"))] == [
        "BARIS_TOTAL_DITINGGALKAN", "TOTAL_TABEL_BERDAMPINGAN", "BARIS_TOTAL_DITINGGALKAN",
    ]  # fmt: skip
    wrong = finding(read(csv_of([*rows, ["", "", "", "Jumlah", 63]]), given=GIVEN), "TOTAL_TIDAK_COCOK")
    assert (wrong.params["summed"], wrong.params["difference"]) == (62, 1)
    own = finding(read(csv_of([*rows, ["", "", "", "Jumlah", 33]]), given=GIVEN), "TOTAL_TIDAK_COCOK")
    assert (own.params["summed"], own.params["difference"]) == (32, 1)


def test_a_second_column_of_other_areas_is_told_where_the_tables_cannot_be_cut_apart() -> None:
    rows = [
        ["Kecamatan", "Jan 2026", "Kecamatan", "Feb 2026"],
        ["Jati", 10, "Dawe", 11],
        ["Dawe", 20, "Dawe", 21],
    ]
    report = read(xlsx_of({"S": rows}), given=GIVEN, kind="kepesertaan")
    found = finding(report, "KOLOM_WILAYAH_BERBEDA")
    assert (found.severity, found.params["letter"], found.params["n"]) == ("warning", "C", 1)

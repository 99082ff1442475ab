"""What programs write: pivot tables, codes over two columns, lines quoted as a whole, UTF-16 without its mark."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, Rows, codes, csv_of, read, values, xlsx_of

WITHOUT_SEGMENT = {name: text for name, text in GIVEN.items() if name != "segmen"}
TABLE = [["Kecamatan", "Peserta Aktif"], ["Jati", 10], ["Bae", 20]]


@pytest.mark.parametrize(
    ("rows", "columns", "total"),
    [
        ("Row Labels", "Column Labels", "Grand Total"),
        ("Label Baris", "Label Kolom", "Total Keseluruhan"),
    ],
)
def test_a_pivot_table_is_read_by_what_its_rows_name(rows: str, columns: str, total: str) -> None:
    wide = [["Sum of Peserta Aktif", columns, "", ""], [rows, "PU", "BPU", total],
            ["Jati", 10, 20, 30], ["Bae", 20, 30, 50], [total, 30, 50, 80]]  # fmt: skip
    report = read(xlsx_of({"S": wide}), kind="kepesertaan", given=WITHOUT_SEGMENT)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 80}), codes(report)
    long = [[rows, "Sum of Peserta Aktif"], ["Jati", 10], ["Bae", 20], [total, 30]]
    report = read(xlsx_of({"S": long}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 30}), codes(report)


def test_row_labels_that_are_no_areas_are_taken_for_none() -> None:
    rows = [["Row Labels", "Sum of Peserta Aktif"], ["Jati", 10], ["Toko Maju", 20]]
    assert read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN).outcome != "ok"


@pytest.mark.parametrize(
    "rows",
    [
        [["Kode Kecamatan", "Kode Desa", "Peserta"], ["33.19.01", "2001", 10], ["33.19.01", "2002", 20]],
        [["Kode Kec", "Kode Desa", "Peserta"], ["01", "2001", 10], ["01", "2002", 20]],
        [["Kode Kec", "Kode Desa", "Desa", "Peserta"], [1, 2001, "Bakalankrapyak", 10],
         [1, 2002, "Prambatan Kidul", 20]],
    ],
)  # fmt: skip
def test_the_code_of_a_village_may_stand_in_two_columns(rows: Rows) -> None:
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert report.outcome == "ok", codes(report)
    assert values(report, "kode_wilayah", "peserta_aktif") == [("33.19.01.2001", 10), ("33.19.01.2002", 20)]


def test_two_columns_of_codes_that_make_no_village_are_asked_about() -> None:
    rows = [["Kode Kecamatan", "Kode Desa", "Peserta"], ["33.19.01", "2001", 10], ["33.19.01", "9999", 20]]
    assert read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN).outcome != "ok"


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("cell", ["{}", '""{}""'])
def test_lines_that_are_quoted_as_a_whole_are_cut_all_the_same(separator: str, cell: str) -> None:
    lines = ['"' + separator.join(cell.format(text) for text in row) + '"' for row in TABLE]
    report = read("\r\n".join(lines).encode(), kind="kepesertaan", given=GIVEN, name="berkas.csv")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 30}), codes(report)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_needs_no_mark(encoding: str) -> None:
    report = read(csv_of(TABLE, encoding=encoding), kind="kepesertaan", given=GIVEN, name="berkas.csv")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 30}), codes(report)


@pytest.mark.parametrize("growth", ["YoY", "MtM", "Growth", "Pertumbuhan", "Bertambah/(Berkurang)"])
def test_growth_beside_months_is_no_month(growth: str) -> None:
    rows = [["PESERTA AKTIF 2026"], ["Kecamatan", "Juli", "Agustus", growth], ["Jati", 10, 20, 100]]
    given = {name: text for name, text in GIVEN.items() if name != "periode"}
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=given)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 30}), codes(report)


@pytest.mark.parametrize(
    "heads",
    [
        ("Iuran Pokok", "Denda", "Jumlah"),
        ("Dibayar", "Tagihan", "Tunggakan"),
        ("Iuran Bulan Ini", "s.d. Bulan Lalu", "s.d. Bulan Ini"),
    ],
)
def test_what_was_paid_is_told_from_what_is_owed_fined_or_added_up(heads: tuple[str, ...]) -> None:
    rows = [["Desa", *heads], ["Ploso", 168_000, 2_000, 170_000], ["Wates", 84_000, 0, 84_000]]
    report = read(xlsx_of({"S": rows}), kind="iuran", given=GIVEN)
    assert (report.outcome, report.totals["nilai"]) == ("ok", 252_000), codes(report)


def test_accounts_within_each_other_are_never_proposed_to_be_added() -> None:
    rows = [["Kode Rekening", "Uraian", "Pagu"], ["5.1", "Belanja Operasi", 300],
            ["5.1.02", "Iuran JKK", 100], ["5.1.03", "Iuran JKM", 200]]  # fmt: skip
    given = {
        "segmen": "RENTAN",
        "sumber_dana": "DBHCHT",
        "tahun": "2026",
        "versi": "murni",
        "kabupaten": "Kudus",
    }
    report = read(xlsx_of({"S": rows}), kind="anggaran", given=given, accepted=["BARIS_BAGIAN_DIJUMLAHKAN"])
    assert (report.outcome, report.totals) == ("ok", {"pagu": 300})
    siblings = codes(read(xlsx_of({"S": [rows[0], *rows[2:]]}), kind="anggaran", given=given))
    assert "BARIS_BAGIAN_DIJUMLAHKAN" in siblings


@pytest.mark.parametrize("village", ["1) Bae", "02 Bae", "3. Bae"])
def test_the_number_of_a_village_is_no_part_of_its_name(village: str) -> None:
    rows = [["Desa", "Peserta Aktif"], ["B. KECAMATAN BAE", 5], [village, 5]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, values(report, "kode_wilayah")) == ("ok", [("33.19.07.2010",)]), codes(report)


@pytest.mark.parametrize("year", ["T.A. 2026", "TA 2026", "Tahun Anggaran 2026", "Tahun 2026", "2026"])
def test_a_year_behind_its_word_heads_a_column(year: str) -> None:
    rows = [["Desa", f"Pagu {year}"], ["Ploso", 5_000_000], ["Wates", 6_000_000]]
    given = {"segmen": "RENTAN", "sumber_dana": "DBHCHT", "versi": "murni"}
    report = read(xlsx_of({"S": rows}), kind="anggaran", given=given)
    assert (report.outcome, report.periods, report.totals) == ("ok", ("2026",), {"pagu": 11_000_000})

"""Where the table stands, what is header, data, section, total or note."""

from __future__ import annotations

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, values, xlsx_of

TWO = {"33.19.03": 30, "33.19.04": 40}


def test_title_rows_above_the_header_give_month_segment_and_source() -> None:
    content = xlsx_of({"Sheet1": [
        ["REKAPITULASI PEKERJA RENTAN PENERIMA BPJS KETENAGAKERJAAN"],
        ["KABUPATEN KUDUS"],
        ["Bulan : September 2026"],
        ["Sumber Dana : DBHCHT"],
        ["Program", "JKK dan JKM"],
        [],
        ["No", "Kecamatan", "Jumlah Peserta"],
        [1, "Jati", 30],
        [2, "Undaan", 40],
    ]})  # fmt: skip
    report = read(content)
    assert (report.outcome, report.kind, report.periods) == ("ok", "kepesertaan", ("2026-09",))
    assert values(report, "segmen", "sumber_dana", "program", "peserta_aktif") == [
        ("RENTAN", "DBHCHT", "JKK+JKM", 30),
        ("RENTAN", "DBHCHT", "JKK+JKM", 40),
    ]
    assert report.sheets[0].header_rows == (7,)
    assert codes(report).count("NILAI_DARI_JUDUL") == 4


def test_merged_two_row_headers_with_column_numbers_and_bilingual_lines() -> None:
    rows = [
        ["Tabel 3. Peserta aktif menurut kecamatan dan bulan\nTable 3. Active participants", "", "", "", ""],
        ["Kecamatan\nSub-district", "Peserta Aktif\nActive Participants", "", "", "Jumlah\nTotal"],
        ["", "Juli 2026", "Agustus 2026", "Sept 2026", ""],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["Jati", 1, 2, 3, 6],
        ["Undaan", 4, 5, 6, 15],
        ["Jumlah/Total", 5, 7, 9, 21],
        ["Sumber: BPJS Ketenagakerjaan Cabang Kudus"],
    ]
    merged = {"Tabel": [(0, 0, 0, 4), (1, 0, 2, 0), (1, 1, 1, 3), (1, 4, 2, 4)]}
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    report = read(xlsx_of({"Tabel": rows}, merged=merged), given=given)
    assert (report.outcome, report.periods) == ("ok", ("2026-07", "2026-08", "2026-09"))
    assert report.totals == {"peserta_aktif": 21}
    assert dict(report.by_kecamatan) == {"33.19.03": 6, "33.19.04": 15}
    assert report.sheets[0].header_rows == (2, 3, 4)
    assert {"BARIS_TOTAL_DITINGGALKAN", "CATATAN_DITINGGALKAN"} <= set(codes(report))


def test_column_numbers_that_excel_turned_negative_are_no_data() -> None:
    content = csv_of([["Kecamatan", "Peserta Aktif"], [-1, -2], ["Jati", 30], ["Undaan", 40]])
    report = read(content, given=GIVEN)
    assert dict(report.by_kecamatan) == TWO


def test_the_data_may_stand_on_the_third_sheet() -> None:
    content = xlsx_of({
        "Petunjuk": [["Isi tabel di lembar Data"], ["Hubungi Dinsos bila ada pertanyaan"]],
        "Kosong": [],
        "Data": [["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40]],
    })  # fmt: skip
    report = read(content, given=GIVEN)
    assert [sheet.name for sheet in report.sheets] == ["Data"]
    assert dict(report.by_kecamatan) == TWO
    assert finding(report, "LEMBAR_TIDAK_DIBACA").sheet == "Petunjuk"


def test_one_sheet_per_kecamatan_is_read_together_and_its_name_is_the_area() -> None:
    header = ["No", "Desa", "Jumlah Peserta"]
    content = xlsx_of({
        "Rekap": [["Kecamatan", "Jumlah Peserta"], ["Jati", 30], ["Undaan", 40]],
        "Jati": [header, [1, "Jati Wetan", 12], [2, "Loram Kulon", 18]],
        "Undaan": [header, [1, "Wates", 25], [2, "Wonosoco", 15], ["", "Jumlah", 40]],
    })  # fmt: skip
    report = read(content, given=GIVEN)
    assert [sheet.name for sheet in report.sheets] == ["Jati", "Undaan"]
    assert dict(report.by_kecamatan) == TWO
    assert {len(code) for code in report.rows["kode_wilayah"]} == {13}


def test_section_rows_give_their_kecamatan_to_the_villages_beneath() -> None:
    content = csv_of([
        ["No", "Desa", "Peserta Aktif"],
        ["I", "Kecamatan Mejobo", ""],
        [1, "Jepang", 7],
        [2, "Mejobo", 5],
        ["", "Jumlah", 12],
        ["II", "Kecamatan Undaan", ""],
        [1, "Wates", 3],
        ["", "Jumlah", 3],
        ["", "Total", 15],
    ])  # fmt: skip
    report = read(content, given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {"33.19.04": 3, "33.19.05": 12})
    assert codes(report).count("BARIS_TOTAL_DITINGGALKAN") == 3


def test_merged_kecamatan_cells_go_for_all_their_villages() -> None:
    rows = [
        ["Kecamatan", "Desa", "Peserta Aktif"],
        ["Undaan", "Wates", 6],
        ["", "Wonosoco", 4],
        ["Jati", "Jati Wetan", 5],
        ["", "Loram Kulon", 7],
    ]
    content = xlsx_of({"Data": rows}, merged={"Data": [(1, 0, 2, 0), (3, 0, 4, 0)]})
    report = read(content, given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {"33.19.03": 12, "33.19.04": 10})


def test_blank_cells_below_a_kecamatan_mean_the_same_and_are_counted() -> None:
    content = csv_of([
        ["Kecamatan", "Desa", "Peserta Aktif"],
        ["Undaan", "Wates", 6],
        ["", "Wonosoco", 4],
        ["Jati", "Jati Wetan", 5],
        ["", "Loram Kulon", 7],
        ["", "", 22],
    ])  # fmt: skip
    report = read(content, given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {"33.19.03": 12, "33.19.04": 10})
    assert finding(report, "ISIAN_TURUN").params["n"] == 2


def test_a_sheet_that_claims_a_million_rows_is_read_as_what_it_holds() -> None:
    rows: list[list[object]] = [["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40]]
    content = xlsx_of({"Data": rows + [[]] * 1_048_000 + [[" "]]})
    report = read(content, given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", TWO)


def test_a_header_printed_again_on_each_page_is_no_data() -> None:
    header = ["No", "Kecamatan", "Peserta Aktif"]
    content = csv_of([header, [1, "Jati", 30], header, [2, "Undaan", 40]])
    report = read(content, given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", TWO)


def test_a_village_without_any_number_has_no_data_and_is_not_zero() -> None:
    content = csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", ""], ["Dawe", "-"]])
    report = read(content, given=GIVEN)
    assert dict(report.by_kecamatan) == {"33.19.03": 30, "33.19.09": 0}
    assert finding(report, "BARIS_TANPA_ANGKA").params["n"] == 1


def test_a_signature_below_the_table_is_no_data() -> None:
    content = csv_of([
        ["Kecamatan", "Peserta Aktif"], ["Jati", 5], ["Undaan", 6], ["", ""], ["* angka sementara", "per 30 Sep"],
        ["Kudus, 30 September 2026", ""], ["", "Kepala Dinas"],
        ["", "Nama Pejabat"], ["", "NIP. 19700101 199001 1 001"],
    ])  # fmt: skip
    report = read(content, given=GIVEN)
    assert (report.outcome, report.totals, len(report.rejected)) == ("ok", {"peserta_aktif": 11}, 0)

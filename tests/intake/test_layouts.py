"""Where the table stands, what is header, data, section, total or note."""

from __future__ import annotations

from tests.intake.sheets import GIVEN, KECAMATAN, codes, csv_of, finding, read, values, xlsx_of

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


def test_segments_as_columns_become_rows_and_the_row_sum_is_left_out() -> None:
    content = xlsx_of({"Data": [
        ["Kecamatan", "PU", "BPU", "Jumlah"],
        ["Jati", 10, 20, 30],
        ["Undaan", 15, 25, 40],
    ]})  # fmt: skip
    given = {key: GIVEN[key] for key in ("sumber_dana", "program", "periode")}
    report = read(content, kind="kepesertaan", given=given)
    assert report.outcome == "ok"
    assert dict(report.by_kecamatan) == TWO
    assert sorted(values(report, "kode_wilayah", "segmen", "peserta_aktif")) == [
        ("33.19.03", "BPU", 20), ("33.19.03", "PU", 10), ("33.19.04", "BPU", 25), ("33.19.04", "PU", 15),
    ]  # fmt: skip


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


def test_a_kecamatan_row_that_sums_its_villages_is_a_subtotal() -> None:
    content = csv_of([
        ["Kecamatan/Desa", "Peserta Aktif"],
        ["Kec. Undaan", 10],
        ["Wates", 6],
        ["Wonosoco", 4],
        ["Kec. Jati", 5],
        ["Jati Wetan", 5],
    ])  # fmt: skip
    report = read(content, given=GIVEN)
    assert dict(report.by_kecamatan) == {"33.19.03": 5, "33.19.04": 10}
    assert [found.row for found in report.findings if found.code == "BARIS_TOTAL_DITINGGALKAN"] == [2, 5]


def test_a_total_row_that_does_not_add_up_is_left_out_with_both_numbers() -> None:
    content = csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40], ["JUMLAH", 75]])
    report = read(content, given=GIVEN)
    found = finding(report, "TOTAL_TIDAK_COCOK")
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 70})
    assert (found.row, found.params["printed"], found.params["summed"]) == (4, 75, 70)


def test_a_total_row_without_a_label_is_recognised_by_having_no_area() -> None:
    content = csv_of([["No", "Kecamatan", "Peserta Aktif"], [1, "Jati", 30], [2, "Undaan", 40], ["", "", 70]])
    report = read(content, given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", TWO)
    assert finding(report, "BARIS_TOTAL_DITINGGALKAN").row == 4


def test_the_regency_as_last_row_is_the_sum_when_it_equals_it() -> None:
    content = csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40], ["Kabupaten Kudus", 70]])
    report = read(content, given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", TWO)


def test_the_regency_beside_its_kecamatan_is_unmapped_when_it_is_not_their_sum() -> None:
    content = csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40], ["Kabupaten Kudus", 12]])
    report = read(content, given=GIVEN)
    assert dict(report.by_kecamatan) == {"33.19": 12, **TWO}
    assert finding(report, "BELUM_TERPETAKAN").row == 4


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


def test_month_blocks_with_several_values_each_become_rows() -> None:
    rows = [
        ["Kecamatan", "Januari 2026", "", "Februari 2026", ""],
        ["", "Iuran", "Peserta", "Iuran", "Peserta"],
        ["Jati", 168000, 10, 184800, 11],
        ["Undaan", 336000, 20, 352800, 21],
    ]
    content = xlsx_of({"Data": rows}, merged={"Data": [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)]})
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    report = read(content, given=given)
    assert (report.kind, report.periods) == ("iuran", ("2026-01", "2026-02"))
    assert report.totals == {"nilai": 1_041_600, "peserta_dibayar": 62}


def test_months_without_a_year_take_it_from_the_title() -> None:
    content = csv_of([
        ["Peserta aktif tahun 2026", "", ""],
        ["Kecamatan", "Januari", "Februari"],
        ["Jati", 10, 20],
        ["Undaan", 15, 25],
    ])  # fmt: skip
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    report = read(content, given=given)
    assert (report.outcome, report.periods) == ("ok", ("2026-01", "2026-02"))


def test_years_and_bases_as_columns_of_potensi() -> None:
    content = csv_of([
        ["Wilayah", "Angkatan Kerja", "Penduduk Bekerja"],
        ["Kabupaten Kudus", 525814, 508810],
    ])  # fmt: skip
    report = read(content, kind="potensi", given={"tahun": "2025"})
    assert values(report, "basis", "jumlah", "segmen") == [
        ("angkatan kerja BPS", 525814, "SEMUA"),
        ("penduduk bekerja BPS", 508810, "SEMUA"),
    ]


def test_funding_sources_as_columns_of_anggaran() -> None:
    content = csv_of([
        ["Pagu anggaran perubahan tahun 2026", "", ""],
        ["Kecamatan", "APBD", "CSR"],
        *[[name, 1_000_000, 50_000] for name in KECAMATAN],
    ])  # fmt: skip
    report = read(content, given={"segmen": "RENTAN"})
    assert (report.kind, report.periods, report.totals) == ("anggaran", ("2026",), {"pagu": 9_450_000})
    assert set(report.rows["versi"]) == {"perubahan"}


def test_rt_and_rw_columns_are_added_because_both_are_one_segment() -> None:
    content = csv_of([["Kecamatan", "RT", "RW", "Linmas"], ["Jati", 10, 5, 2], ["Undaan", 20, 6, 3]])
    given = {key: GIVEN[key] for key in ("sumber_dana", "program", "periode")}
    report = read(content, kind="kepesertaan", given=given)
    assert sorted(values(report, "segmen", "peserta_aktif")) == [
        ("LINMAS", 2), ("LINMAS", 3), ("RT_RW", 15), ("RT_RW", 26),
    ]  # fmt: skip
    assert "KOLOM_DIJUMLAHKAN" in codes(report)


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


def test_empty_cells_among_other_numbers_are_nil() -> None:
    content = csv_of([["Kecamatan", "PU", "BPU"], ["Jati", 30, ""], ["Undaan", "", 40]])
    given = {key: GIVEN[key] for key in ("sumber_dana", "program", "periode")}
    report = read(content, kind="kepesertaan", given=given)
    assert (report.outcome, report.totals, len(report.rows)) == ("ok", {"peserta_aktif": 70}, 4)
    assert finding(report, "SEL_KOSONG_DIANGGAP_NOL").params["n"] == 2


def test_a_month_column_that_is_still_empty_gives_no_rows() -> None:
    content = csv_of([["Kecamatan", "Agustus 2026", "September 2026"], ["Jati", 30, ""], ["Undaan", 40, ""]])
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    report = read(content, kind="kepesertaan", given=given)
    assert (report.periods, len(report.rows)) == (("2026-08",), 2)


def test_a_sum_column_that_does_not_add_up_is_said_row_by_row() -> None:
    content = csv_of([["Kecamatan", "PU", "BPU", "Jumlah"], ["Jati", 10, 20, 30], ["Undaan", 15, 25, 45]])
    given = {key: GIVEN[key] for key in ("sumber_dana", "program", "periode")}
    report = read(content, kind="kepesertaan", given=given)
    found = finding(report, "TOTAL_BARIS_TIDAK_COCOK")
    assert (found.row, found.params["printed"], found.params["summed"]) == (3, 45, 40)
    assert report.totals == {"peserta_aktif": 70}


def test_a_total_may_stand_under_the_segment_and_a_segment_may_be_called_total() -> None:
    given = {key: GIVEN[key] for key in ("sumber_dana", "program", "periode")} | {"kode_wilayah": "33.19"}
    summed = csv_of([["Segmen", "Peserta Aktif"], ["PU", 10], ["BPU", 20], ["Jumlah", 30]])
    assert (read(summed, given=given).outcome, len(read(summed, given=given).rows)) == ("ok", 2)
    whole = csv_of([["Segmen", "Peserta Aktif"], ["Total pekerja", 30]])
    assert values(read(whole, given=given), "segmen", "peserta_aktif") == [("SEMUA", 30)]


def test_blocks_of_another_unit_are_never_added_to_people() -> None:
    content = csv_of([
        ["No", "Kecamatan", "Peserta Aktif", "", "Iuran (Rp)", ""],
        ["", "", "PU", "BPU", "PU", "BPU"],
        [1, "Jati", 1, 2, 10_000, 20_000],
        [2, "Undaan", 3, 4, 30_000, 40_000],
    ])  # fmt: skip
    given = {key: GIVEN[key] for key in ("sumber_dana", "program", "periode")}
    assert read(content, kind="kepesertaan", given=given).totals == {"peserta_aktif": 10}
    assert read(content, kind="iuran", given=given).totals == {"nilai": 100_000}


def test_four_header_rows_with_years_over_months() -> None:
    rows = [
        ["LAPORAN KEPESERTAAN", "", "", "", ""],
        ["Kecamatan", "Peserta Aktif", "", "", ""],
        ["", "2025", "", "2026", ""],
        ["", "Nov", "Des", "Jan", "Feb"],
        ["Jati", 1, 2, 3, 4],
        ["Undaan", 5, 6, 7, 8],
    ]
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    merged = {"A": [(0, 0, 0, 4), (1, 0, 3, 0), (1, 1, 1, 4), (2, 1, 2, 2), (2, 3, 2, 4)]}
    for content in (xlsx_of({"A": rows}, merged=merged), csv_of(rows)):
        report = read(content, given=given)
        assert (report.outcome, report.periods) == ("ok", ("2025-11", "2025-12", "2026-01", "2026-02"))
        assert report.totals == {"peserta_aktif": 36}


def test_a_signature_below_the_table_is_no_data() -> None:
    content = csv_of([
        ["Kecamatan", "Peserta Aktif"], ["Jati", 5], ["Undaan", 6], ["", ""], ["* angka sementara", "per 30 Sep"],
        ["Kudus, 30 September 2026", ""], ["", "Kepala Dinas"],
        ["", "Nama Pejabat"], ["", "NIP. 19700101 199001 1 001"],
    ])  # fmt: skip
    report = read(content, given=GIVEN)
    assert (report.outcome, report.totals, len(report.rejected)) == ("ok", {"peserta_aktif": 11}, 0)

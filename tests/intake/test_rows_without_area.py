"""A row without an area is a sum only when nothing labels it and it adds up; else somebody's area is missing."""

from __future__ import annotations

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, xlsx_of

HEADER = ["bulan", "kecamatan", "segmen", "sumber dana", "program", "peserta aktif"]
REST = ["BPU", "MANDIRI", "JKK+JKM"]


def test_a_labelled_row_without_an_area_is_no_sum_but_an_error() -> None:
    content = csv_of([
        HEADER,
        ["2026-09", "", *REST, 10],
        ["2026-09", "Bae", *REST, 12],
        ["2026-09", "Jati", *REST, 12],
    ])  # fmt: skip
    report = read(content)
    found = finding(report, "WILAYAH_KOSONG")
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 24})
    assert (found.row, found.column, found.value) == (2, "kecamatan", "10")
    assert (report.rejected.loc[0, "temuan"], report.rejected.loc[0, "peserta aktif"]) == (
        "WILAYAH_KOSONG",
        "10",
    )
    assert "TOTAL_TIDAK_COCOK" not in codes(report)


def test_a_labelled_row_that_happens_to_equal_the_rows_above_is_no_sum() -> None:
    content = csv_of([
        HEADER,
        ["2026-09", "Bae", *REST, 12],
        ["2026-09", "Jati", *REST, 12],
        ["2026-09", "", *REST, 24],
    ])  # fmt: skip
    report = read(content)
    assert (finding(report, "WILAYAH_KOSONG").row, report.totals) == (4, {"peserta_aktif": 24})


def test_an_unlabelled_row_that_is_no_sum_is_an_error() -> None:
    content = csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40], ["", 12]])
    report = read(content, given=GIVEN)
    assert (finding(report, "WILAYAH_KOSONG").row, report.totals) == (4, {"peserta_aktif": 70})
    assert (list(report.rejected["row"]), list(report.rejected["Peserta Aktif"])) == ([4], ["12"])


def test_a_numbered_row_is_labelled() -> None:
    content = csv_of([["No", "Kecamatan", "Peserta Aktif"], [1, "Jati", 30], [2, "Undaan", 40], [3, "", 70]])
    assert finding(read(content, given=GIVEN), "WILAYAH_KOSONG").row == 4


def test_a_total_by_name_may_contain_the_row_without_an_area() -> None:
    content = csv_of([["Kecamatan", "Peserta Aktif"], ["", 10], ["Bae", 12], ["Jati", 12], ["Jumlah", 34]])
    report = read(content, given=GIVEN)
    assert finding(report, "WILAYAH_KOSONG").row == 2
    assert finding(report, "BARIS_TOTAL_DITINGGALKAN").row == 5


def test_subtotals_without_a_label_each_sum_their_block() -> None:
    content = csv_of([
        ["Kecamatan", "Desa", "Peserta Aktif"],
        ["Undaan", "Wates", 6], ["Undaan", "Wonosoco", 4], ["", "", 10],
        ["Jati", "Jati Wetan", 5], ["Jati", "Loram Kulon", 7], ["", "", 12], ["", "", 22],
    ])  # fmt: skip
    report = read(content, given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 22})
    assert codes(report).count("BARIS_TOTAL_DITINGGALKAN") == 3


def test_a_person_without_an_area_is_rejected_with_a_reason() -> None:
    header = ["NIK", "Nama", "Kecamatan", "Desa"]
    content = csv_of([
        header,
        ["3319040101800001", "Orang Satu", "Undaan", "Wates"],
        ["3319044101800002", "Orang Dua", "", ""],
    ])  # fmt: skip
    report = read(content, given=GIVEN)
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 1})
    assert (finding(report, "WILAYAH_KOSONG").row, list(report.rejected["temuan"])) == (3, ["WILAYAH_KOSONG"])


def test_a_sheet_without_area_column_beside_a_sound_one_is_an_error() -> None:
    content = xlsx_of({
        "Juli 2026": [["Kecamatan", "Segmen", "Peserta Aktif"], ["Jati", "BPD", 30]],
        "Agustus 2026": [["Wilyh", "Segmen", "Peserta Aktif"], ["Jati", "BPD", 31]],
    })  # fmt: skip
    given = {key: GIVEN[key] for key in ("sumber_dana", "program")}
    report = read(content, given=given, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 30})
    assert finding(report, "LEMBAR_TANPA_WILAYAH").sheet == "Agustus 2026"
    assert list(report.rejected["temuan"]) == ["LEMBAR_TANPA_WILAYAH"]


def test_a_sheet_whose_header_cannot_be_read_but_names_an_area_with_a_figure_is_not_left_in_silence() -> None:
    content = xlsx_of({
        "Juli 2026": [["Kecamatan", "Peserta Aktif"], ["Jati", 30]],
        "Agustus 2026": [["Wilyh", "Peserta Aktif"], ["Jati", 31]],
    })  # fmt: skip
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    report = read(content, given=given, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 30})
    assert finding(report, "LEMBAR_BERANGKA_TIDAK_DIBACA").sheet == "Agustus 2026"


def test_the_sentence_says_what_to_do() -> None:
    report = read(csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["", 12]]), given=GIVEN)
    assert "Kabupaten Kudus" in finding(report, "WILAYAH_KOSONG").message("id")
    assert "Kabupaten Kudus" in finding(report, "WILAYAH_KOSONG").message("en")

"""A heading that cannot be read ends what the heading before it said: nothing beneath is taken for that."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, Rows, codes, finding, read, values, xlsx_of

HEADER = ["Kecamatan", "Peserta aktif"]


def _given(*without: str) -> dict[str, str]:
    return {key: text for key, text in GIVEN.items() if key not in without}


@pytest.mark.parametrize(
    ("column", "first", "second", "quoted"),
    [
        ("periode", "Bulan: September 2026", "Bulan: Oktobr 2026", "Oktobr 2026"),
        ("periode", "Bulan September 2026", "Bulan Oktobr 2026", "Oktobr 2026"),
        ("periode", "September 2026", "Oktobr 2026", "Oktobr 2026"),
        ("sumber_dana", "Sumber dana: DBHCHT", "Sumber dana: Baznas", "Baznas"),
        ("segmen", "Segmen: Pekerja rentan", "Segmen: Tukang becak", "Tukang becak"),
        ("segmen", "Pekerja rentan", "Tukang becak", "Tukang becak"),
    ],
)
def test_an_unknown_heading_of_the_same_sort_ends_the_section(
    column: str, first: str, second: str, quoted: str
) -> None:
    rows: Rows = [HEADER, [first, ""], ["Bae", 10], [second, ""], ["Jekulo", 3], ["Dawe", 4]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=_given(column))
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 10})
    assert list(report.rejected["row"]) == [5, 6]
    errors = [found for found in report.findings if found.severity.name == "ERROR"]
    assert all(found.row in (5, 6) and quoted in str(found.value) for found in errors)
    assert all(quoted in found.message(language) for found in errors for language in ("id", "en"))


def test_a_numbered_heading_of_an_unknown_segment_ends_the_section_and_the_next_one_begins_anew() -> None:
    rows: Rows = [
        ["No", *HEADER], ["I", "Pekerja Rentan", ""], [1, "Bae", 10], ["II", "Tukang becak", ""], [1, "Bae", 3],
        ["III", "RT/RW", ""], [1, "Bae", 5],
    ]  # fmt: skip
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=_given("segmen"))
    assert values(report, "segmen", "peserta_aktif") == [("RENTAN", 10), ("RT_RW", 5)]
    assert list(report.rejected["row"]) == [5]


@pytest.mark.parametrize("heading", ["Kecamatan Gembong", "Kec. Dewe"])
def test_villages_under_an_unknown_kecamatan_are_not_those_of_the_one_before(heading: str) -> None:
    rows: Rows = [
        ["Desa", "Peserta aktif"],
        ["Kecamatan Undaan", ""],
        ["Wates", 10],
        [heading, ""],
        ["Wonosoco", 3],
    ]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 10})
    assert finding(report, "NAMA_TIDAK_DIKENAL").value == heading


def test_rows_under_the_heading_of_another_regency_are_not_taken_until_home_is_headed_again() -> None:
    rows: Rows = [
        ["No", *HEADER], ["A", "KAB. KUDUS", ""], [1, "Bae", 10], ["B", "KAB. KENDAL", ""], [1, "Kaliwungu", 55],
        [2, "Boja", 7], ["C", "Kabupaten Kudus", ""], [1, "Dawe", 4],
    ]  # fmt: skip
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {"33.19.07": 10, "33.19.09": 4})
    assert finding(report, "BARIS_WILAYAH_LAIN").params["n"] == 2


def test_villages_of_another_regency_are_not_taken_under_kecamatan_of_the_same_name() -> None:
    rows: Rows = [
        ["Desa", "Peserta aktif"], ["Kabupaten Kudus", ""], ["Kecamatan Jati", ""], ["Jati Wetan", 10],
        ["Kabupaten Blora", ""], ["Jati Kulon", 3], ["Kecamatan Jati", ""], ["Jati Wetan", 55],
    ]  # fmt: skip
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 10})


def test_a_table_below_under_the_title_of_another_regency_is_not_taken() -> None:
    rows: Rows = [
        ["Kabupaten Kudus"],
        HEADER,
        ["Bae", 10],
        [],
        ["REKAP KAB. KENDAL"],
        HEADER,
        ["Kaliwungu", 55],
    ]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 10})
    assert "BARIS_WILAYAH_LAIN" in codes(report)


def test_a_note_within_a_table_and_an_area_without_its_number_head_nothing() -> None:
    rows: Rows = [
        ["Desa", "Peserta aktif"], ["Kecamatan Bae", ""], ["Dersalam", 10], ["Hal. 2", ""], ["Bacin", ""],
        ["Jumlah", ""], ["Catatan: sementara", ""], ["Sumber: BPJS", ""], ["Panjang", 4], ["Belum dihitung semua", ""],
    ]  # fmt: skip
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 14})


def test_a_regency_named_in_its_own_row_is_not_that_of_the_heading_above() -> None:
    rows: Rows = [
        ["Wilayah", "Peserta aktif"], ["Kabupaten Jepara", ""], ["Kabupaten Kendal", 7], ["Kabupaten Kudus", 10],
    ]  # fmt: skip
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert dict(report.by_kecamatan) == {"33.19": 10}


def test_a_person_whose_number_is_missing_is_no_heading_and_is_not_quoted() -> None:
    rows: Rows = [
        ["NIK", "Nama", "Desa", "Mulai"], ["", "Kecamatan Undaan", "", ""],
        ["3319040101800001", "Orang Satu", "Wates", "2026-09"], ["", "Orang Dua", "", ""],
        ["3319044101800002", "Orang Tiga", "Wates", "2026-09"],
    ]  # fmt: skip
    report = read(xlsx_of({"S": rows}), kind="daftar_peserta", given=_given("periode"))
    assert report.totals == {"peserta_aktif": 2}
    assert not any("Orang Dua" in found.message("id") for found in report.findings)
    assert finding(report, "JUDUL_BAGIAN_TIDAK_TERBACA").row == 4


def test_the_title_of_a_table_that_comes_home_again_still_says_its_month() -> None:
    rows: Rows = [
        ["Kabupaten Kudus September 2026"], HEADER, ["Bae", 10], [], ["KAB. KENDAL September 2026"], HEADER,
        ["Kaliwungu", 55], [], ["KAB. KUDUS Oktober 2026"], HEADER, ["Bae", 11],
    ]  # fmt: skip
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=_given("periode"))
    assert values(report, "periode", "peserta_aktif") == [("2026-09", 10), ("2026-10", 11)]

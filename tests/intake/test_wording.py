"""Findings say things as people say them: months and areas by name, columns as the file heads them, one language."""

from __future__ import annotations

import pytest

from jamsos_data.cli.reports import print_report
from jamsos_data.reference import load_reference
from tests.intake.sheets import GIVEN, csv_of, finding, read, xlsx_of

HEADER = ["Bulan", "Kode", "Kelompok", "Sumber Pembiayaan", "Program", "Peserta Aktif"]


def _rows(*rows: tuple[object, ...]) -> bytes:
    return csv_of([HEADER, *(["Oktober 2026", *row] for row in rows)])


def test_a_conflicting_key_is_named_in_words() -> None:
    row = ("33.19.04", "RENTAN", "DBHCHT", "JKK+JKM")
    found = finding(read(_rows((*row, 5), (*row, 6)), given={}), "KUNCI_BERTENTANGAN")
    assert "Oktober 2026, Undaan (33.19.04), " in found.message("id")
    assert "October 2026, Undaan (33.19.04), " in found.message("en")
    assert "00:00" not in found.message("id") + (found.value or "")
    again = finding(read(_rows((*row, 5), (*row, 5)), given={}), "BARIS_KEMBAR")
    assert "Oktober 2026, Undaan (33.19.04), " in again.message("id")


def test_rules_name_the_area_and_quote_the_header_of_the_file() -> None:
    ward = finding(read(_rows(("33.19.02.1001", "RT_RW", "ADD", "JKK+JKM", 5))), "KELURAHAN_TANPA_APBDES")
    assert ward.column == "Sumber Pembiayaan"
    assert "Purwosari (33.19.02.1001)" in ward.message("id")
    fund = finding(read(_rows(("33.19.04.2013", "RT_RW", "DANA_DESA", "JKK+JKM", 5))), "DANA_DESA")
    assert fund.column == "Sumber Pembiayaan"
    assert "Wates (33.19.04.2013)" in fund.message("id")
    spread = finding(
        read(_rows(("33.19.04", "JAKON", "PEMBERI_KERJA", "JKK+JKM", 5))), "JAKON_DI_BAWAH_KABUPATEN"
    )
    assert spread.column == "Kode"
    assert "Undaan (33.19.04)" in spread.message("id")
    single = finding(read(_rows(("33.19.04", "UMKM", "MANDIRI", "JKK", 5))), "UMKM_SATU_PROGRAM")
    assert single.column == "Program"
    parent = finding(
        read(
            _rows(
                ("33.19.04", "BPU", "MANDIRI", "JKK+JKM", 9), ("33.19.04", "RENTAN", "MANDIRI", "JKK+JKM", 5)
            )
        ),
        "INDUK_DAN_ANAK",
    )
    assert parent.column == "Kelompok"
    assert "Bukan penerima upah" in parent.message("id")
    assert "Informal workers" in parent.message("en")


def test_a_rule_about_a_value_that_no_column_holds_names_its_title() -> None:
    content = csv_of([["Desa", "Kecamatan", "Peserta Aktif"], ["Wates", "Undaan", 5]])
    report = read(content, given=GIVEN | {"sumber_dana": "DANA_DESA"})
    assert finding(report, "DANA_DESA").column == "Sumber dana"


def test_a_paid_month_before_its_month_is_written_as_a_month() -> None:
    content = csv_of([[*HEADER, "Lunas sampai"],
                      ["2026-09", "33.19.04", "RENTAN", "DBHCHT", "JKK+JKM", 5, "2026-08"]])  # fmt: skip
    found = finding(read(content), "LUNAS_SEBELUM_PERIODE")
    assert (found.column, found.value) == ("Lunas sampai", "Agustus 2026")
    assert "August 2026" in found.message("en")


def test_the_kind_is_named_in_the_language_of_the_sentence() -> None:
    found = finding(read(_rows(("33.19.04", "RENTAN", "DBHCHT", "JKK+JKM", 5))), "JENIS_DIKENALI")
    assert "Kepesertaan aktif" in found.message("id")
    assert "Kepesertaan" not in found.message("en")


def test_a_sheet_without_a_name_is_left_out_of_the_sentence() -> None:
    content = csv_of([["Wilayah", "Tahun", "Laki-laki"], ["Kudus", 2023, "3,25"], ["Jati", 2023, "4,10"]])
    found = finding(read(content), "JENIS_TIDAK_DIKENAL")
    for language in ("id", "en"):
        assert "''" not in found.message(language)
    sheets = {"Isi": [["Wilayah", "Tahun", "Laki-laki"], ["Kudus", 2023, 3], ["Jati", 2023, 4]]}
    named = finding(read(xlsx_of(sheets)), "JENIS_TIDAK_DIKENAL")
    assert "lembar isi" in named.message("id").casefold()


def test_the_plain_output_says_each_place_once(capsys: pytest.CaptureFixture[str]) -> None:
    content = xlsx_of(
        {"Data": [["Kecamatan", "Peserta Aktif"], ["Jati", "x"], ["Bae", 5]], "Lain": [["catatan"]]}
    )
    print_report(read(content, given=GIVEN), load_reference(), "id")
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("[")]
    (bad,) = [line for line in lines if "BUKAN_ANGKA" in line]
    assert bad.startswith("[salah] BUKAN_ANGKA: Lembar Data, baris 2, kolom Peserta Aktif: 'x'")
    assert all(
        line.casefold().count("lembar data") <= 1 and line.casefold().count("lembar") <= 2 for line in lines
    )


def test_people_are_written_with_the_marks_of_thousands_of_the_language_and_years_are_not() -> None:
    rows = [["Kecamatan", "Tahun", "Peserta Aktif"], ["Jati", "2026", "3.204"], ["Bae", "2026", "1.1"]]
    report = read(csv_of([*rows, ["Jumlah", "", "4.500"]]), given={**GIVEN, "periode": "2026-09"})
    lost = finding(report, "ANGKA_NOL_HILANG")
    assert "mungkin 1.100." in lost.message("id")
    assert "1,100" in lost.message("en")
    total = finding(report, "TOTAL_TIDAK_COCOK")
    assert "menyebut 4.500, sedangkan jumlah barisnya 3.204 (selisih 1.296)" in total.message("id")
    assert "3,204" in total.message("en")

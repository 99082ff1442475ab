"""Rows that agree in all columns that are used may differ in one that is not: that is said, and asked about."""

from __future__ import annotations

import pytest

from jamsos_data.intake import IntakeReport
from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, xlsx_of

HEADER = ["NIK", "Nama", "Desa", "Kecamatan"]
ONE = ["3319040101800001", "Orang Satu", "Wates", "Undaan"]


def _asked(report: IntakeReport) -> list[str]:
    return [found.code for found in report.findings if found.severity.value != "info"]


@pytest.mark.parametrize(
    ("header", "texts"), [("Bulan Pembayaran", ("Juli", "Agustus")), ("Kerja", ("Tani", "Ojek"))]
)
def test_a_person_whose_rows_differ_in_an_unused_column_is_asked_about_by_its_header(
    header: str, texts: tuple[str, str]
) -> None:
    report = read(csv_of([[*HEADER, header], [*ONE, texts[0]], [*ONE, texts[1]]]), given=GIVEN)
    assert (_asked(report), report.totals) == (["ORANG_KEMBAR_SEBAGIAN"], {"peserta_aktif": 1})
    assert f"kolom {header} berbeda" in finding(report, "ORANG_KEMBAR_SEBAGIAN").message("id")
    assert texts[1] not in repr(report.findings)
    same = read(csv_of([[*HEADER, header], [*ONE, texts[0]], [*ONE, texts[0].upper()]]), given=GIVEN)
    assert _asked(same) == ["ORANG_KEMBAR"]


def test_the_first_row_of_a_person_is_named_with_its_sheet_where_that_is_another() -> None:
    rows = [[*HEADER, "Kerja"], [*ONE, "Tani"]]
    other = [[*HEADER, "Kerja"], [*ONE, "Ojek"]]
    for name, shown in (("Januari", "Januari"), ("Budi Santoso", "#1")):
        report = read(xlsx_of({name: rows, "Februari": other}), given=GIVEN)
        message = finding(report, "ORANG_KEMBAR_SEBAGIAN").message("id")
        assert f"baris 2 lembar {shown}," in message
        assert "Budi" not in repr(report.findings)
    alone = read(xlsx_of({"Januari": [*rows, other[1]]}), given=GIVEN)
    assert "baris 2, tetapi" in finding(alone, "ORANG_KEMBAR_SEBAGIAN").message("id")


def test_a_nik_beside_two_names_is_asked_about_whatever_the_months_and_sheets() -> None:
    other = [ONE[0], "Siti Lain", *ONE[2:]]
    for start in ("2026-09", "2026-10"):
        sheets = {"A": [[*HEADER, "Mulai"], [*ONE, "2026-09"]], "B": [[*HEADER, "Mulai"], [*other, start]]}
        report = read(
            xlsx_of(sheets), given={key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
        )
        found = finding(report, "NIK_DUA_NAMA")
        assert (_asked(report), found.row) == (["NIK_DUA_NAMA"], 2)
        assert "Siti" not in repr(report)


@pytest.mark.parametrize("name", ["ORANG SATU", "Orang Satu, S.Pd", "Orang  Satu.", ""])
def test_another_spelling_of_a_name_is_the_same_person(name: str) -> None:
    report = read(csv_of([HEADER, ONE, [ONE[0], name, *ONE[2:]]]), given=GIVEN)
    assert _asked(report) == ["ORANG_KEMBAR"]


def test_two_persons_who_share_a_nik_that_ends_in_0_have_lost_its_last_digit() -> None:
    rows = [[ONE[0][:-1] + "0", name, *ONE[2:]] for name in ("Orang Satu", "Siti Lain")]
    rows = [[row[0].replace("0000", "0010"), *row[1:]] for row in rows]
    others = [[f"33190402018000{n:02d}", "Orang", *ONE[2:]] for n in range(11, 19)]
    report = read(csv_of([HEADER, *rows, *others]), given=GIVEN)
    assert [(found.code, found.row) for found in report.findings if found.row] == [
        ("NIK_DIBULATKAN", 2), ("NIK_DIBULATKAN", 3),
    ]  # fmt: skip
    assert report.totals == {"peserta_aktif": 8}


def test_parts_of_a_village_with_equal_figures_are_not_called_exactly_the_same() -> None:
    header = ["Kecamatan", "Desa", "Dusun", "Peserta aktif"]
    rows = [
        header,
        ["Undaan", "Wates", "Krajan", 5],
        ["Undaan", "Wates", "Kidul", 5],
        ["Undaan", "Wonosoco", "", 3],
    ]
    named = read(csv_of(rows), given=GIVEN)
    assert (finding(named, "BARIS_BAGIAN_DIJUMLAHKAN").column, "BARIS_KEMBAR" in codes(named)) == (
        "Dusun",
        False,
    )
    rows[2][2] = ""
    report = read(csv_of(rows), given=GIVEN)
    assert "kecuali kolom Dusun" in finding(report, "BARIS_KEMBAR_SEBAGIAN").message("id")
    assert "BARIS_KEMBAR" not in codes(report)
    rows[2][2] = "KRAJAN"
    assert "BARIS_KEMBAR" in codes(read(csv_of(rows), given=GIVEN))

"""Persons whom a list calls inactive, gone or not registered yet are not counted before somebody has looked."""

from __future__ import annotations

from typing import Any

import pytest

from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.intake.layout import SheetLayout
from jamsos_data.reference import load_reference
from tests.intake.sheets import codes, csv_of, finding, read, xlsx_of

GIVEN = {"segmen": "RENTAN", "sumber_dana": "DBHCHT", "program": "JKK+JKM", "periode": "2026-09"}
HEADER = ["NIK", "Nama", "Desa", "Kecamatan"]


def _people(number: int) -> list[list[object]]:
    return [[f"33190401018000{n:02d}", "Orang", "Wates", "Undaan"] for n in range(1, number + 1)]


def _listed(header: str, cells: list[str], **options: Any) -> IntakeReport:
    rows = [[*person, cell] for person, cell in zip(_people(len(cells)), cells, strict=True)]
    return read(csv_of([[*HEADER, header], *rows]), given=GIVEN, **options)


def _counted(report: IntakeReport) -> int | float:
    return report.totals.get("peserta_aktif", 0)


@pytest.mark.parametrize(
    ("header", "cells", "ended", "states"),
    [
        ("Status", ["Aktif", "Non Aktif", "NON-AKTIF", "Nonaktif", "Tidak Aktif"],
         4, "non aktif: 2, nonaktif: 1, tidak aktif: 1"),
        ("Status Kepesertaan", ["Aktif", "Meninggal Dunia", "Keluar", "Berhenti bekerja", "Pindah"],
         4, "meninggal: 1, keluar: 1, berhenti: 1, pindah: 1"),
        ("Keterangan", ["", "ketua kelompok", "sudah pindah ke Pati", "wafat 3 Mei 2026"], 2, "pindah: 1, wafat: 1"),
        ("Aktif (Y/T)", ["Y", "T", "Y"], 1, "tidak: 1"),
        ("Tanggal Keluar", ["", "-", "2026-05-03"], 1, "keluar: 1"),
        ("Status", ["Usulan", "Calon peserta", "Belum terdaftar"], 3, "usulan: 1, calon: 1, belum terdaftar: 1"),
        ("Status", ["Aktif", "Aktif", "Aktif", "Dicabut", ""], 2, "lainnya: 1, kosong: 1"),
    ],
)  # fmt: skip
def test_persons_who_are_not_protected_are_left_out_and_their_number_is_asked_about(
    header: str, cells: list[str], ended: int, states: str
) -> None:
    report = _listed(header, cells)
    found = finding(report, "ORANG_TIDAK_AKTIF")
    assert (report.outcome, found.params["n"], found.params["of"]) == ("problems", ended, len(cells))
    assert states in found.message("id")
    assert _counted(report) == len(cells) - ended
    assert len(report.rejected) == ended
    assert set(report.rejected["temuan"]) == {"ORANG_TIDAK_AKTIF"}
    accepted = _listed(header, cells, accepted=["ORANG_TIDAK_AKTIF"])
    assert (accepted.outcome, _counted(accepted)) == ("ok", len(cells) - ended)


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Status", ["Aktif", "AKTIF", "Peserta aktif"]),
        ("Status", ["Kawin", "Belum Kawin", "Cerai Mati"]),
        ("Keterangan", ["", "ketua", "anggota keluarga"]),
        ("Pekerjaan", ["Petani", "Buruh", "Pensiunan"]),
        ("Alamat", ["Jl. Pindah 3", "Gang Keluar", "Dukuh Mutasi"]),
        ("Tanggal Keluar", ["", "-", ""]),
    ],
)
def test_a_column_that_says_nothing_of_the_kind_asks_nothing(header: str, cells: list[str]) -> None:
    report = _listed(header, cells)
    assert (report.outcome, _counted(report)) == ("ok", 3)


def test_a_sheet_or_title_of_persons_who_are_gone_is_left_out() -> None:
    rows = [HEADER, *_people(2)]
    gone = [HEADER, *([f"33190501018000{n:02d}", "Orang", "Wates", "Undaan"] for n in (1, 2, 3))]
    report = read(xlsx_of({"Aktif": rows, "Non Aktif": gone}), given=GIVEN)
    assert (report.outcome, _counted(report)) == ("problems", 2)
    assert finding(report, "ORANG_TIDAK_AKTIF").params["n"] == 3
    titled = [["Daftar peserta yang keluar September 2026", "", "", ""], *gone]
    assert _counted(read(csv_of(titled), given=GIVEN)) == 0


def test_a_remark_is_never_quoted() -> None:
    report = _listed("Keterangan", ["meninggal, ahli waris Siti Rahasia", ""])
    assert "Rahasia" not in repr(report.findings) + report.rejected.to_csv()


def test_who_says_that_the_column_is_not_used_has_its_persons_counted() -> None:
    rows = [[*person, state] for person, state in zip(_people(2), ["Aktif", "Pindah"], strict=True)]
    options = IntakeOptions(constants=GIVEN, layout={"*": SheetLayout(columns={"Status": "-"})})
    report = read_upload(
        csv_of([[*HEADER, "Status"], *rows]), file_name="x.csv", reference=load_reference(), options=options
    )
    assert "ORANG_TIDAK_AKTIF" not in codes(report)
    assert _counted(report) == 2


def test_who_knows_that_they_are_protected_has_them_counted() -> None:
    rows = [[*person, state] for person, state in zip(_people(3), ["Aktif", "Pindah", "Aktif"], strict=True)]
    content = csv_of([[*HEADER, "Status"], *rows])
    asking = read(content, given=GIVEN)
    assert (asking.outcome, _counted(asking), codes(asking).count("ORANG_TIDAK_AKTIF")) == ("problems", 2, 1)
    counted = read(content, given=GIVEN, accepted=["ORANG_TIDAK_AKTIF_DIHITUNG"])
    assert (counted.outcome, _counted(counted), "ORANG_TIDAK_AKTIF" in codes(counted)) == ("ok", 3, False)
    assert "1 dari 3 orang" in finding(counted, "ORANG_TIDAK_AKTIF_DIHITUNG").message("id")
    titled = csv_of([["Daftar peserta non aktif", "", "", ""], HEADER, *_people(2)])
    assert _counted(read(titled, given=GIVEN, accepted=["ORANG_TIDAK_AKTIF_DIHITUNG"])) == 2

"""The written example files: names, shapes, and that they can be loaded in any order."""

import itertools
from pathlib import Path

import pandas as pd
import python_calamine

from jamsos_data.datasets import DATASETS
from jamsos_data.examples import ExampleFile, write_example


def test_every_data_set_has_a_file_and_every_name_says_contoh(files: list[ExampleFile]):
    assert {file.kind for file in files} == {name for name, kind in DATASETS.items() if kind.stored}
    assert all(file.path.name.startswith("contoh_") for file in files)
    assert {file.path.suffix for file in files} == {".xlsx", ".csv"}


def test_the_same_seed_writes_the_same_bytes(files: list[ExampleFile], tmp_path: Path):
    again = write_example(tmp_path)
    assert [file.path.read_bytes() for file in again] == [file.path.read_bytes() for file in files]


def test_workbooks_look_like_officials_files(files: list[ExampleFile]):
    by_name = {file.path.name: file.path for file in files}
    early = python_calamine.CalamineWorkbook.from_path(by_name["contoh_peserta_perusahaan_2023_2024.xlsx"])
    rows = early.get_sheet_by_name("Per desa").to_python()
    assert rows[0][0] == "PESERTA AKTIF BPJS KETENAGAKERJAAN"
    assert rows[3][:3] == ["Kabupaten", "Kecamatan", "Desa/Kelurahan"]
    assert rows[3][-1] == "Desember 2024"
    assert any(row[0] == "Jumlah" for row in rows)
    assert rows[-1][0] == "Sumber: rekaan (data contoh), bukan data resmi"
    by_kecamatan = python_calamine.CalamineWorkbook.from_path(by_name["contoh_peserta_perusahaan_2025.xlsx"])
    assert len(by_kecamatan.sheet_names) == 10


def test_csv_files_differ_in_separator_and_number_style(files: list[ExampleFile]):
    by_name = {file.path.name: file.path for file in files}
    private = by_name["contoh_peserta_perusahaan_2026.csv"].read_bytes().decode("cp1252")
    assert private.splitlines()[0].count(";") == 7
    village = by_name["contoh_iuran_lembaga_desa.csv"].read_bytes().decode("cp1252")
    assert "Rp 1" in village
    plain = by_name["contoh_peserta_rentan_desa_buruh_tani.csv"].read_bytes()
    assert plain.startswith(b"\xef\xbb\xbfBulan,Kode Wilayah")


def test_no_file_replaces_rows_of_another(files: list[ExampleFile], readings: dict[str, pd.DataFrame]):
    for kind, declared in DATASETS.items():
        scopes = [
            [set(readings[file.path.name][column]) for column in declared.replaced_by]
            for file in files
            if file.kind == kind
        ]
        for one, other in itertools.combinations(scopes, 2):
            assert any(not mine & theirs for mine, theirs in zip(one, other, strict=True)), kind

"""The example's other participants as files, each in another shape that officials use.

No two files hold the same month, segment and funding source, so none replaces what another one brought.
"""

from typing import Final

import pandas as pd

from jamsos_data.examples.participant_tables import HEADERS, TITLE, long_table
from jamsos_data.examples.plan import PlannedFile
from jamsos_data.examples.shapes import (
    KABUPATEN,
    months_as_text,
    of_segments,
    segments_as_columns,
    with_area_names,
)
from jamsos_data.examples.wage_earner_files import plan_wage_earner_files
from jamsos_data.examples.workbooks import Delimited, Sheet
from jamsos_data.reference import Reference

DANA_DESA: Final = frozenset({"DANA_DESA"})
SMALL_PACKAGES: Final = frozenset({"PROGRAM_TERPISAH"})  # some took JKM only
OFFICES: Final = ("PERANGKAT_DESA", "RT_RW", "LINMAS", "BPD")


def plan_participant_files(rows: pd.DataFrame, reference: Reference) -> tuple[PlannedFile, ...]:
    """All files of the data set kepesertaan, from its canonical rows."""
    offices = of_segments(rows, OFFICES)
    this_year = offices["periode"].dt.year == 2026
    return (
        *plan_wage_earner_files(rows, reference),
        _institutions(of_segments(offices.loc[~this_year], OFFICES[1:]), reference),
        _offices_list(offices.loc[this_year], reference),
        _poor_workers(of_segments(rows, ["RENTAN"]), reference),
        _village_proposals(of_segments(rows, ["RENTAN_DESA", "BURUH_TANI"])),
        _self_paying(rows.loc[rows["sumber_dana"] == "MANDIRI"], reference),
        _paid_by_others(rows.loc[rows["sumber_dana"].isin(["CSR", "SERTAKAN"])], reference),
        _projects_and_elections(of_segments(rows, ["JAKON", "PENYELENGGARA_PEMILU"])),
    )


def _institutions(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    sheets = [
        Sheet(
            name=str(year),
            titles=("LEMBAGA DESA PESERTA BPJS KETENAGAKERJAAN",),
            table=long_table(part, reference, "words").drop(columns=KABUPATEN),
        )
        for year, part in rows.groupby(rows["periode"].dt.year)
    ]
    return PlannedFile(
        file_name="contoh_peserta_lembaga_desa_2023_2025.xlsx",
        kind="kepesertaan",
        note="Satu lembar per tahun",
        sheets=tuple(sheets),
    )


def _offices_list(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = long_table(rows, reference, "digits").drop(columns=KABUPATEN)
    return PlannedFile(
        file_name="contoh_peserta_lembaga_desa_2026.csv",
        kind="kepesertaan",
        note="CSV titik koma, bulan ditulis 09-2026; Kutuk tidak ada sejak Juli",
        sheets=(Sheet(name="data", table=table),),
        delimited=Delimited(encoding="cp1252"),
    )


def _poor_workers(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = long_table(rows, reference, "words", paid_until=True).drop(columns=KABUPATEN)
    return PlannedFile(
        file_name="contoh_peserta_pekerja_rentan.xlsx",
        kind="kepesertaan",
        note="Daftar panjang dengan bulan terakhir yang dibayar",
        sheets=(Sheet(name="Pekerja rentan", titles=("PEKERJA RENTAN (DTKS/DTSEN)",), table=table),),
    )


def _village_proposals(rows: pd.DataFrame) -> PlannedFile:
    table = rows.rename(columns=HEADERS)
    for name in ("Bulan", "Lunas s.d."):
        table[name] = months_as_text(table[name], "key")
    return PlannedFile(
        file_name="contoh_peserta_rentan_desa_buruh_tani.csv",
        kind="kepesertaan",
        note="CSV koma dengan kode, seperti keluaran aplikasi",
        sheets=(Sheet(name="data", table=table, notes=()),),
        delimited=Delimited(separator=",", encoding="utf-8-sig", line_end="\n"),
        accept=DANA_DESA,
    )


def _self_paying(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    sheets = []
    plain = rows.drop(columns=["lunas_sampai", "sumber_dana", "program"])
    for year, part in plain.groupby(plain["periode"].dt.year):
        named = with_area_names(part, reference).drop(columns=KABUPATEN)
        wide = segments_as_columns(named, {"UMKM": "UMKM", "BPU_LAIN": "BPU Lainnya"}).rename(columns=HEADERS)
        wide["Bulan"] = months_as_text(wide["Bulan"], "words")
        titles = (TITLE, "Sumber dana: Mandiri", "Program: JKK + JKM")
        sheets.append(Sheet(name=f"Tahun {year}", titles=titles, table=wide))
    return PlannedFile(
        file_name="contoh_peserta_bpu_mandiri.xlsx",
        kind="kepesertaan",
        note="Segmen sebagai kolom, satu lembar per tahun, sumber dana dan program di judul",
        sheets=tuple(sheets),
    )


def _paid_by_others(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = long_table(rows, reference, "short", paid_until=True).drop(columns=KABUPATEN)
    return PlannedFile(
        file_name="contoh_peserta_csr_sertakan.csv",
        kind="kepesertaan",
        note="CSV bertab, bulan ditulis Sep-26",
        sheets=(Sheet(name="data", table=table, notes=()),),
        delimited=Delimited(separator="\t", encoding="utf-8"),
        accept=SMALL_PACKAGES,
    )


def _projects_and_elections(rows: pd.DataFrame) -> PlannedFile:
    table = rows.drop(columns="lunas_sampai").rename(columns=HEADERS)
    table["Bulan"] = months_as_text(table["Bulan"], "words")
    return PlannedFile(
        file_name="contoh_peserta_jakon_pemilu.xlsx",
        kind="kepesertaan",
        note="Jasa konstruksi hanya untuk kabupaten; penyelenggara pemilu per kecamatan",
        sheets=(Sheet(name="Peserta", titles=(TITLE,), table=table),),
    )

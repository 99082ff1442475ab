"""The example's participants as files, each in another shape that officials use.

No two files hold the same month, segment and funding source, so none replaces what another one brought.
"""

from typing import Final

import pandas as pd

from jamsos_data.examples.plan import PlannedFile
from jamsos_data.examples.shapes import (
    DESA,
    KECAMATAN,
    grouped_digits,
    months_as_columns,
    months_as_text,
    numbered,
    of_segments,
    segments_as_columns,
    with_area_names,
)
from jamsos_data.examples.workbooks import Delimited, Sheet
from jamsos_data.reference import Reference

OFFICES: Final = {"RT_RW": "RT/RW", "LINMAS": "Linmas", "BPD": "Anggota BPD"}
_HEADERS: Final = {
    "periode": "Bulan",
    "kode_wilayah": "Kode Wilayah",
    "segmen": "Segmen",
    "sumber_dana": "Sumber Dana",
    "program": "Paket",
    "peserta_aktif": "Peserta Aktif",
    "lunas_sampai": "Lunas s.d.",
}
_TITLE: Final = "PESERTA AKTIF BPJS KETENAGAKERJAAN KABUPATEN KUDUS"


def plan_participant_files(rows: pd.DataFrame, reference: Reference) -> tuple[PlannedFile, ...]:
    """All files of the data set kepesertaan, from its canonical rows."""
    private = of_segments(rows, ["PU_SWASTA"]).drop(columns="lunas_sampai")
    years = private["periode"].dt.year
    return (
        _private_early(private.loc[years <= 2024], reference),
        _private_by_kecamatan(private.loc[years == 2025], reference),
        _private_list(private.loc[years == 2026], reference),
        _village_officers(rows, reference),
        _regency_staff(rows, reference),
        _poor_workers(rows, reference),
        _offices(rows, reference),
        _village_proposals(rows),
        _self_paying(rows, reference),
        _company_gifts(rows, reference),
        _projects_and_elections(rows),
    )


def _private_early(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    mapped = rows["kode_wilayah"] != reference.kabupaten
    wide = _in_words(
        months_as_columns(with_area_names(rows.loc[mapped], reference), "peserta_aktif", "words")
    )
    months = tuple(wide.columns[5:])
    return PlannedFile(
        file_name="contoh_peserta_perusahaan_2023_2024.xlsx",
        kind="kepesertaan",
        note="Bulan sebagai kolom, sel kecamatan digabung, baris jumlah, sisa kabupaten di lembar kedua",
        sheets=(
            Sheet(
                name="Per desa",
                titles=(_TITLE, "Pekerja perusahaan swasta, Oktober 2023 - Desember 2024"),
                table=wide,
                total_of=months,
                merged=KECAMATAN,
            ),
            _regency_sheet(rows.loc[~mapped]),
        ),
    )


def _private_by_kecamatan(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    mapped = rows["kode_wilayah"] != reference.kabupaten
    named = with_area_names(rows.loc[mapped], reference)
    sheets = []
    for kecamatan, part in named.groupby(KECAMATAN, sort=False):
        wide = _in_words(months_as_columns(part.drop(columns=KECAMATAN), "peserta_aktif", "short"))
        titles = (_TITLE, f"Kecamatan {kecamatan}", "Tahun 2025, menurut alamat KTP")
        sheets.append(
            Sheet(name=str(kecamatan), titles=titles, table=numbered(wide), total_of=tuple(wide.columns[4:]))
        )
    return PlannedFile(
        file_name="contoh_peserta_perusahaan_2025.xlsx",
        kind="kepesertaan",
        note="Satu lembar per kecamatan, bulan sebagai kolom",
        sheets=(*sheets, _regency_sheet(rows.loc[~mapped])),
    )


def _regency_sheet(rows: pd.DataFrame) -> Sheet:
    wide = _in_words(months_as_columns(rows, "peserta_aktif", "words"))
    return Sheet(name="Belum terpetakan", titles=(_TITLE, "Alamat belum diketahui"), table=wide)


def _private_list(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    named = with_area_names(rows.assign(kode=rows["kode_wilayah"]), reference)
    table = _in_words(named.rename(columns={"kode": "Kode Wilayah"}))
    table = table.assign(Bulan=months_as_text(table["Bulan"], "words"))
    table = table.assign(**{"Peserta Aktif": grouped_digits(table["Peserta Aktif"])})
    return PlannedFile(
        file_name="contoh_peserta_perusahaan_2026.csv",
        kind="kepesertaan",
        note="CSV titik koma, kode dan nama wilayah, titik ribuan",
        sheets=(Sheet(name="data", table=table),),
        delimited=Delimited(separator=";", encoding="cp1252"),
    )


def _village_officers(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    mine = of_segments(rows, ["PERANGKAT_DESA"]).drop(columns="lunas_sampai")
    wide = _in_words(months_as_columns(with_area_names(mine, reference), "peserta_aktif", "short"))
    return PlannedFile(
        file_name="contoh_peserta_perangkat_desa.xlsx",
        kind="kepesertaan",
        note="36 bulan sebagai kolom",
        sheets=(
            Sheet(
                name="Perangkat desa",
                titles=("KEPALA DAN PERANGKAT DESA PESERTA BPJS KETENAGAKERJAAN", "Dibayar melalui APBDes"),
                table=numbered(wide),
                total_of=tuple(wide.columns[5:]),
            ),
        ),
    )


def _regency_staff(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    mine = of_segments(rows, ["PU_BUMD", "NON_ASN"]).drop(columns="lunas_sampai")
    table = _in_words(with_area_names(mine, reference).drop(columns=DESA))
    table = table.assign(Bulan=months_as_text(table["Bulan"], "digits"))
    return PlannedFile(
        file_name="contoh_peserta_bumd_non_asn.xlsx",
        kind="kepesertaan",
        note="Bulan ditulis 09-2026",
        sheets=(Sheet(name="Rekap", titles=(_TITLE, "Pegawai BUMD dan non-ASN"), table=numbered(table)),),
    )


def _poor_workers(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    mine = of_segments(rows, ["RENTAN"])
    table = _in_words(with_area_names(mine, reference))
    for name in ("Bulan", "Lunas s.d."):
        table[name] = months_as_text(table[name], "words")
    return PlannedFile(
        file_name="contoh_peserta_pekerja_rentan.xlsx",
        kind="kepesertaan",
        note="Daftar panjang dengan bulan terakhir yang dibayar",
        sheets=(Sheet(name="Pekerja rentan", titles=("REKAP PEKERJA RENTAN (DTKS/DTSEN)",), table=table),),
    )


def _offices(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    mine = of_segments(rows, list(OFFICES)).drop(columns="lunas_sampai")
    sheets = []
    for year, part in mine.groupby(mine["periode"].dt.year):
        wide = segments_as_columns(with_area_names(part, reference), _present(part))
        table = _in_words(wide)
        table = table.assign(Bulan=months_as_text(table["Bulan"], "words"))
        title = f"REKAP LEMBAGA DESA PESERTA BPJS KETENAGAKERJAAN TAHUN {year}"
        sheets.append(Sheet(name=str(year), titles=(title,), table=table))
    return PlannedFile(
        file_name="contoh_peserta_lembaga_desa.xlsx",
        kind="kepesertaan",
        note="Segmen sebagai kolom, satu lembar per tahun",
        sheets=tuple(sheets),
    )


def _present(rows: pd.DataFrame) -> dict[str, str]:
    here = set(rows["segmen"])
    return {segmen: header for segmen, header in OFFICES.items() if segmen in here}


def _village_proposals(rows: pd.DataFrame) -> PlannedFile:
    table = of_segments(rows, ["RENTAN_DESA", "BURUH_TANI"]).rename(columns=_HEADERS)
    for name in ("Bulan", "Lunas s.d."):
        table[name] = months_as_text(table[name], "key")
    return PlannedFile(
        file_name="contoh_peserta_rentan_desa_buruh_tani.csv",
        kind="kepesertaan",
        note="CSV koma dengan kode, seperti keluaran aplikasi",
        sheets=(Sheet(name="data", table=table, notes=()),),
        delimited=Delimited(separator=",", encoding="utf-8-sig", line_end="\n"),
        accept=frozenset({"DANA_DESA_PERIKSA"}),
    )


def _self_paying(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    mine = of_segments(rows, ["UMKM", "BPU_LAIN"])
    mine = mine.loc[mine["sumber_dana"] != "CSR"].drop(columns="lunas_sampai")
    sheets = []
    for year, part in mine.groupby(mine["periode"].dt.year):
        wide = _in_words(months_as_columns(with_area_names(part, reference), "peserta_aktif", "words"))
        sheets.append(Sheet(name=f"Tahun {year}", titles=(_TITLE, "Bukan penerima upah"), table=wide))
    return PlannedFile(
        file_name="contoh_peserta_bpu_mandiri.xlsx",
        kind="kepesertaan",
        note="Satu lembar per tahun, bulan sebagai kolom",
        sheets=tuple(sheets),
    )


def _company_gifts(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = _in_words(with_area_names(rows.loc[rows["sumber_dana"] == "CSR"], reference))
    for name in ("Bulan", "Lunas s.d."):
        table[name] = months_as_text(table[name], "short")
    return PlannedFile(
        file_name="contoh_peserta_csr.csv",
        kind="kepesertaan",
        note="CSV bertab, bulan ditulis Sep-26",
        sheets=(Sheet(name="data", table=table, notes=()),),
        delimited=Delimited(separator="\t", encoding="utf-8"),
    )


def _projects_and_elections(rows: pd.DataFrame) -> PlannedFile:
    table = of_segments(rows, ["JAKON", "PENYELENGGARA_PEMILU"]).drop(columns="lunas_sampai")
    table = table.rename(columns=_HEADERS)
    table = table.assign(Bulan=months_as_text(table["Bulan"], "words"))
    return PlannedFile(
        file_name="contoh_peserta_jakon_pemilu.xlsx",
        kind="kepesertaan",
        note="Jasa konstruksi hanya untuk kabupaten; penyelenggara pemilu per kecamatan",
        sheets=(Sheet(name="Rekap", titles=(_TITLE,), table=table),),
    )


def _in_words(rows: pd.DataFrame) -> pd.DataFrame:
    """Headers as people write them."""
    return rows.rename(columns=_HEADERS)

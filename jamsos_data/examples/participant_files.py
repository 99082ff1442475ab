"""The example's participants as files, each in another shape that officials use.

No two files hold the same month, segment and funding source, so none replaces what another one brought.
"""

from typing import Final

import pandas as pd

from jamsos_data.examples.plan import PlannedFile
from jamsos_data.examples.shapes import (
    DESA,
    KABUPATEN,
    KECAMATAN,
    MonthStyle,
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

DANA_DESA: Final = frozenset({"DANA_DESA"})
OFFICES: Final = ("PERANGKAT_DESA", "RT_RW", "LINMAS", "BPD")
_HEADERS: Final = {
    "periode": "Bulan",
    "kode_wilayah": "Kode Wilayah",
    "segmen": "Segmen",
    "sumber_dana": "Sumber Dana",
    "program": "Paket",
    "peserta_aktif": "Peserta Aktif",
    "lunas_sampai": "Lunas s.d.",
}
_TITLE: Final = "PESERTA AKTIF BPJS KETENAGAKERJAAN"


def plan_participant_files(rows: pd.DataFrame, reference: Reference) -> tuple[PlannedFile, ...]:
    """All files of the data set kepesertaan, from its canonical rows."""
    private = of_segments(rows, ["PU_SWASTA"])
    offices = of_segments(rows, OFFICES)
    this_year = offices["periode"].dt.year == 2026
    return (
        _private_in_one_sheet(private.loc[private["periode"].dt.year <= 2024], reference),
        _private_by_kecamatan(private.loc[private["periode"].dt.year == 2025], reference),
        _private_list(private.loc[private["periode"].dt.year == 2026], reference),
        _village_officers(of_segments(offices.loc[~this_year], OFFICES[:1]), reference),
        _institutions(of_segments(offices.loc[~this_year], OFFICES[1:]), reference),
        _offices_list(offices.loc[this_year], reference),
        _regency_staff(of_segments(rows, ["PU_BUMD", "NON_ASN"]), reference),
        _poor_workers(of_segments(rows, ["RENTAN"]), reference),
        _village_proposals(of_segments(rows, ["RENTAN_DESA", "BURUH_TANI"])),
        _self_paying(rows.loc[rows["sumber_dana"] == "MANDIRI"], reference),
        _paid_by_others(rows.loc[rows["sumber_dana"].isin(["CSR", "SERTAKAN"])], reference),
        _projects_and_elections(of_segments(rows, ["JAKON", "PENYELENGGARA_PEMILU"])),
    )


def _private_in_one_sheet(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    unmapped, mapped = _wide_months(rows, reference, "words")
    titles = (_TITLE, "Pekerja perusahaan swasta, Oktober 2023 - Desember 2024")
    return PlannedFile(
        file_name="contoh_peserta_perusahaan_2023_2024.xlsx",
        kind="kepesertaan",
        note="Bulan sebagai kolom, sel kecamatan digabung, baris jumlah, lembar kedua untuk yang belum terpetakan",
        sheets=(
            Sheet(
                name="Per desa", titles=titles, table=mapped, total_of=_months_of(mapped), merged=KECAMATAN
            ),
            Sheet(name="Belum terpetakan", titles=titles, table=unmapped),
        ),
    )


def _private_by_kecamatan(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    unmapped, mapped = _wide_months(rows, reference, "short")
    sheets = [
        _kecamatan_sheet(f"Kecamatan {name}", part.drop(columns=KECAMATAN), name=str(name))
        for name, part in mapped.groupby(KECAMATAN, sort=False)
    ]
    rest = _kecamatan_sheet(
        "Alamat belum diketahui", unmapped.drop(columns=KECAMATAN), name="Belum terpetakan"
    )
    return PlannedFile(
        file_name="contoh_peserta_perusahaan_2025.xlsx",
        kind="kepesertaan",
        note="Satu lembar per kecamatan, bulan sebagai kolom",
        sheets=(*sheets, rest),
    )


def _kecamatan_sheet(title: str, table: pd.DataFrame, *, name: str) -> Sheet:
    return Sheet(
        name=name,
        titles=(_TITLE, title, "Menurut alamat KTP"),
        table=numbered(table),
        total_of=_months_of(table) if len(table) > 2 else (),
    )


def _private_list(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = _long(rows.assign(kode=rows["kode_wilayah"]), reference, "words").drop(columns=KABUPATEN)
    table = table.rename(columns={"kode": "Kode Wilayah"})
    table["Peserta Aktif"] = grouped_digits(table["Peserta Aktif"])
    return PlannedFile(
        file_name="contoh_peserta_perusahaan_2026.csv",
        kind="kepesertaan",
        note="CSV titik koma, kode dan nama wilayah, titik ribuan",
        sheets=(Sheet(name="data", table=table),),
        delimited=Delimited(separator=";", encoding="cp1252"),
    )


def _village_officers(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    _, wide = _wide_months(rows, reference, "short")
    titles = ("KEPALA DAN PERANGKAT DESA PESERTA BPJS KETENAGAKERJAAN", "Dibayar melalui APBDes")
    sheet = Sheet(name="Perangkat desa", titles=titles, table=numbered(wide), total_of=_months_of(wide))
    return PlannedFile(
        file_name="contoh_peserta_perangkat_desa.xlsx",
        kind="kepesertaan",
        note="27 bulan sebagai kolom",
        sheets=(sheet,),
    )


def _institutions(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    sheets = [
        Sheet(
            name=str(year),
            titles=("LEMBAGA DESA PESERTA BPJS KETENAGAKERJAAN",),
            table=_long(part, reference, "words").drop(columns=KABUPATEN),
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
    table = _long(rows, reference, "digits").drop(columns=KABUPATEN)
    return PlannedFile(
        file_name="contoh_peserta_lembaga_desa_2026.csv",
        kind="kepesertaan",
        note="CSV titik koma, bulan ditulis 09-2026; Kutuk tidak ada sejak Juli",
        sheets=(Sheet(name="data", table=table),),
        delimited=Delimited(encoding="cp1252"),
    )


def _regency_staff(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = _long(rows, reference, "digits").drop(columns=[KABUPATEN, DESA])
    return PlannedFile(
        file_name="contoh_peserta_bumd_non_asn.xlsx",
        kind="kepesertaan",
        note="Per kecamatan, belum terpetakan ke desa",
        sheets=(Sheet(name="BUMD dan non-ASN", titles=(_TITLE,), table=numbered(table)),),
    )


def _poor_workers(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = _long(rows, reference, "words", paid_until=True).drop(columns=KABUPATEN)
    return PlannedFile(
        file_name="contoh_peserta_pekerja_rentan.xlsx",
        kind="kepesertaan",
        note="Daftar panjang dengan bulan terakhir yang dibayar",
        sheets=(Sheet(name="Pekerja rentan", titles=("PEKERJA RENTAN (DTKS/DTSEN)",), table=table),),
    )


def _village_proposals(rows: pd.DataFrame) -> PlannedFile:
    table = rows.rename(columns=_HEADERS)
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
        wide = segments_as_columns(named, {"UMKM": "UMKM", "BPU_LAIN": "BPU Lainnya"}).rename(
            columns=_HEADERS
        )
        wide["Bulan"] = months_as_text(wide["Bulan"], "words")
        titles = (_TITLE, "Sumber dana: Mandiri", "Program: JKK + JKM")
        sheets.append(Sheet(name=f"Tahun {year}", titles=titles, table=wide))
    return PlannedFile(
        file_name="contoh_peserta_bpu_mandiri.xlsx",
        kind="kepesertaan",
        note="Segmen sebagai kolom, satu lembar per tahun, sumber dana dan program di judul",
        sheets=tuple(sheets),
    )


def _paid_by_others(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = _long(rows, reference, "short", paid_until=True).drop(columns=KABUPATEN)
    return PlannedFile(
        file_name="contoh_peserta_csr_sertakan.csv",
        kind="kepesertaan",
        note="CSV bertab, bulan ditulis Sep-26",
        sheets=(Sheet(name="data", table=table, notes=()),),
        delimited=Delimited(separator="\t", encoding="utf-8"),
    )


def _projects_and_elections(rows: pd.DataFrame) -> PlannedFile:
    table = rows.drop(columns="lunas_sampai").rename(columns=_HEADERS)
    table["Bulan"] = months_as_text(table["Bulan"], "words")
    return PlannedFile(
        file_name="contoh_peserta_jakon_pemilu.xlsx",
        kind="kepesertaan",
        note="Jasa konstruksi hanya untuk kabupaten; penyelenggara pemilu per kecamatan",
        sheets=(Sheet(name="Peserta", titles=(_TITLE,), table=table),),
    )


def _wide_months(
    rows: pd.DataFrame, reference: Reference, style: MonthStyle
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One column per month: the rows of the whole regency, and those of the villages."""
    named = with_area_names(rows.drop(columns="lunas_sampai"), reference)
    wide = months_as_columns(named, "peserta_aktif", style).rename(columns=_HEADERS)
    unmapped = wide[KECAMATAN] == ""
    return wide.loc[unmapped], wide.loc[~unmapped]


def _months_of(wide: pd.DataFrame) -> tuple[str, ...]:
    what = (KABUPATEN, KECAMATAN, DESA, *_HEADERS.values())
    return tuple(name for name in wide.columns if name not in what)


def _long(
    rows: pd.DataFrame, reference: Reference, style: MonthStyle, *, paid_until: bool = False
) -> pd.DataFrame:
    """One row per key with names of areas and months as typed."""
    chosen = rows if paid_until else rows.drop(columns="lunas_sampai")
    table = with_area_names(chosen, reference).rename(columns=_HEADERS)
    for name in ("Bulan", *(["Lunas s.d."] if paid_until else [])):
        table[name] = months_as_text(table[name], style)
    return table

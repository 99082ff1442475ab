"""The example's wage earners as files: private employees, village officers, staff of BUMD and the regency."""

from typing import Final

import pandas as pd

from jamsos_data.examples.participant_tables import TITLE, long_table, months_of, wide_months
from jamsos_data.examples.plan import PlannedFile
from jamsos_data.examples.shapes import DESA, KABUPATEN, KECAMATAN, grouped_digits, numbered, of_segments
from jamsos_data.examples.workbooks import Delimited, Sheet
from jamsos_data.reference import Reference

# What intake asks about figures of the regency beside those of its parts: here they are people not mapped further.
_UNMAPPED_ON_A_SHEET: Final = frozenset({"REKAP_TIDAK_COCOK"})
_UNMAPPED_IN_THE_LIST: Final = frozenset({"BELUM_TERPETAKAN"})


def plan_wage_earner_files(rows: pd.DataFrame, reference: Reference) -> tuple[PlannedFile, ...]:
    """The files of PU_SWASTA, PU_BUMD and NON_ASN, and of the village officers until 2025."""
    private = of_segments(rows, ["PU_SWASTA"])
    officers = of_segments(rows, ["PERANGKAT_DESA"])
    return (
        _private_in_one_sheet(private.loc[private["periode"].dt.year <= 2024], reference),
        _private_by_kecamatan(private.loc[private["periode"].dt.year == 2025], reference),
        _private_list(private.loc[private["periode"].dt.year == 2026], reference),
        _village_officers(officers.loc[officers["periode"].dt.year <= 2025], reference),
        _regency_staff(of_segments(rows, ["PU_BUMD", "NON_ASN"]), reference),
    )


def _private_in_one_sheet(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    unmapped, mapped = wide_months(rows, reference, "words")
    titles = (TITLE, "Pekerja perusahaan swasta, Oktober 2023 - Desember 2024")
    return PlannedFile(
        file_name="contoh_peserta_perusahaan_2023_2024.xlsx",
        kind="kepesertaan",
        note="Bulan sebagai kolom, sel kecamatan digabung, baris jumlah, lembar kedua untuk yang belum terpetakan",
        sheets=(
            Sheet(name="Per desa", titles=titles, table=mapped, total_of=months_of(mapped), merged=KECAMATAN),
            Sheet(name="Belum terpetakan", titles=titles, table=unmapped),
        ),
        accept=_UNMAPPED_ON_A_SHEET,
    )


def _private_by_kecamatan(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    unmapped, mapped = wide_months(rows, reference, "short")
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
        accept=_UNMAPPED_ON_A_SHEET,
    )


def _kecamatan_sheet(title: str, table: pd.DataFrame, *, name: str) -> Sheet:
    return Sheet(
        name=name,
        titles=(TITLE, title, "Menurut alamat KTP"),
        table=numbered(table),
        total_of=months_of(table) if len(table) > 2 else (),
    )


def _private_list(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = long_table(rows.assign(kode=rows["kode_wilayah"]), reference, "words").drop(columns=KABUPATEN)
    table = table.rename(columns={"kode": "Kode Wilayah"})
    table["Peserta Aktif"] = grouped_digits(table["Peserta Aktif"])
    return PlannedFile(
        file_name="contoh_peserta_perusahaan_2026.csv",
        kind="kepesertaan",
        note="CSV titik koma, kode dan nama wilayah, titik ribuan",
        sheets=(Sheet(name="data", table=table),),
        delimited=Delimited(separator=";", encoding="cp1252"),
        accept=_UNMAPPED_IN_THE_LIST,
    )


def _village_officers(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    _, wide = wide_months(rows, reference, "short")
    titles = ("KEPALA DAN PERANGKAT DESA PESERTA BPJS KETENAGAKERJAAN", "Dibayar melalui APBDes")
    sheet = Sheet(name="Perangkat desa", titles=titles, table=numbered(wide), total_of=months_of(wide))
    return PlannedFile(
        file_name="contoh_peserta_perangkat_desa.xlsx",
        kind="kepesertaan",
        note="27 bulan sebagai kolom",
        sheets=(sheet,),
    )


def _regency_staff(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = long_table(rows, reference, "digits").drop(columns=[KABUPATEN, DESA])
    return PlannedFile(
        file_name="contoh_peserta_bumd_non_asn.xlsx",
        kind="kepesertaan",
        note="Per kecamatan, belum terpetakan ke desa",
        sheets=(Sheet(name="BUMD dan non-ASN", titles=(TITLE,), table=numbered(table)),),
    )

"""The example's payments and budgets as files, each in another shape that officials use.

No two files hold the same month (year and version), segment and funding source.
"""

from typing import Final

import pandas as pd

from jamsos_data.examples.plan import PlannedFile
from jamsos_data.examples.shapes import (
    DESA,
    KABUPATEN,
    code_names,
    months_as_text,
    numbered,
    of_segments,
    rupiah_text,
    with_area_names,
)
from jamsos_data.examples.workbooks import Delimited, Sheet
from jamsos_data.reference import Reference

_HEADERS: Final = {
    "periode": "Bulan",
    "tahun": "Tahun",
    "versi": "Versi Anggaran",
    "kode_wilayah": "Kode Wilayah",
    "segmen": "Segmen",
    "sumber_dana": "Sumber Dana",
    "program": "Program",
    "nilai": "Jumlah Iuran (Rp)",
    "peserta_dibayar": "Peserta Dibayar",
    "bulan_dibayar": "Jumlah Bulan",
    "pagu": "Pagu (Rp)",
}
_VILLAGE_SOURCES: Final = ("PADES", "BAGI_HASIL_PAJAK", "BAGI_HASIL_RETRIBUSI", "ADD", "DANA_DESA")
_DANA_DESA: Final = frozenset({"DANA_DESA"})


def plan_payment_files(rows: pd.DataFrame, reference: Reference) -> tuple[PlannedFile, ...]:
    """All files of the data set iuran, from its canonical rows."""
    return (
        _employers(rows),
        _poor_workers(rows, reference),
        _village_institutions(rows, reference),
        _village_proposals(rows),
        _self_paying(rows, reference),
    )


def plan_budget_files(rows: pd.DataFrame, reference: Reference) -> tuple[PlannedFile, ...]:
    """Both files of the data set anggaran: the regency's budget and the villages'."""
    by_village = rows["sumber_dana"].isin(_VILLAGE_SOURCES)
    regency = rows.loc[~by_village].drop(columns="kode_wilayah")
    regency = _in_words(regency, reference).assign(Wilayah="Kabupaten Kudus")
    villages = rows.loc[by_village].rename(columns=_HEADERS)
    return (
        PlannedFile(
            file_name="contoh_anggaran_kabupaten.xlsx",
            kind="anggaran",
            note="APBD murni, pergeseran, dan perubahan 2024-2026",
            sheets=(
                Sheet(
                    name="Pagu",
                    titles=("PAGU IURAN JAMINAN SOSIAL KETENAGAKERJAAN",),
                    table=numbered(regency),
                ),
            ),
        ),
        PlannedFile(
            file_name="contoh_anggaran_apbdes.csv",
            kind="anggaran",
            note="Pagu per desa; desa yang tidak tercantum tidak menganggarkan",
            sheets=(Sheet(name="data", table=villages, notes=()),),
            delimited=Delimited(),
            accept=_DANA_DESA,
        ),
    )


def _employers(rows: pd.DataFrame) -> PlannedFile:
    mine = of_segments(rows, ["PU_SWASTA", "PU_BUMD", "NON_ASN", "PERANGKAT_DESA", "JAKON"])
    table = mine.rename(columns=_HEADERS).drop(columns="Jumlah Bulan")
    table["Bulan"] = months_as_text(table["Bulan"], "words")
    table["Jumlah Iuran (Rp)"] = rupiah_text(table["Jumlah Iuran (Rp)"])
    return PlannedFile(
        file_name="contoh_iuran_penerima_upah_jakon.xlsx",
        kind="iuran",
        note="Rupiah ditulis Rp 16.800,-; jumlah bulan tidak disebut (satu bulan)",
        sheets=(Sheet(name="Iuran", titles=("REALISASI IURAN JKK DAN JKM",), table=numbered(table)),),
    )


def _poor_workers(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = _in_words(of_segments(rows, ["RENTAN", "PENYELENGGARA_PEMILU"]), reference).drop(columns=DESA)
    return PlannedFile(
        file_name="contoh_iuran_pekerja_rentan.xlsx",
        kind="iuran",
        note="Per kecamatan, bulan dengan kata",
        sheets=(
            Sheet(
                name="Realisasi",
                titles=(
                    "REALISASI IURAN YANG DIBAYAR PEMERINTAH KABUPATEN",
                    "Pekerja rentan dan penyelenggara pemilu",
                ),
                table=numbered(table),
            ),
        ),
    )


def _village_institutions(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = _in_words(of_segments(rows, ["RT_RW", "LINMAS", "BPD"]), reference)
    table["Jumlah Iuran (Rp)"] = rupiah_text(table["Jumlah Iuran (Rp)"])
    return PlannedFile(
        file_name="contoh_iuran_lembaga_desa.csv",
        kind="iuran",
        note="CSV titik koma, nama desa, rupiah dengan titik ribuan",
        sheets=(Sheet(name="data", table=table),),
        delimited=Delimited(encoding="cp1252"),
    )


def _village_proposals(rows: pd.DataFrame) -> PlannedFile:
    table = of_segments(rows, ["RENTAN_DESA", "BURUH_TANI"]).rename(columns=_HEADERS)
    table["Bulan"] = months_as_text(table["Bulan"], "key")
    return PlannedFile(
        file_name="contoh_iuran_rentan_desa_buruh_tani.csv",
        kind="iuran",
        note="CSV koma dengan kode; September 2026 memuat satu pembayaran ganda",
        sheets=(Sheet(name="data", table=table, notes=()),),
        delimited=Delimited(separator=",", encoding="utf-8-sig", line_end="\n"),
        accept=_DANA_DESA,
    )


def _self_paying(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = _in_words(of_segments(rows, ["UMKM", "BPU_LAIN"]), reference).drop(columns=DESA)
    table = table.rename(columns={"Kecamatan": "Wilayah"})
    table["Wilayah"] = table["Wilayah"].replace("", "Kabupaten Kudus")
    return PlannedFile(
        file_name="contoh_iuran_bpu_mandiri.xlsx",
        kind="iuran",
        note="Baris kabupaten dan kecamatan dalam satu kolom wilayah",
        sheets=(Sheet(name="Iuran BPU", titles=("REALISASI IURAN BUKAN PENERIMA UPAH",), table=table),),
    )


def _in_words(rows: pd.DataFrame, reference: Reference) -> pd.DataFrame:
    """Names instead of codes, months as words, headers as people write them."""
    named = (
        with_area_names(rows, reference).drop(columns=KABUPATEN) if "kode_wilayah" in rows else rows.copy()
    )
    for name in ("segmen", "sumber_dana"):
        named[name] = code_names(named[name], name, reference)
    if "periode" in named:
        named["periode"] = months_as_text(named["periode"], "words")
    return named.rename(columns=_HEADERS)

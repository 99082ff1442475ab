"""The example's denominators, targets, duties, enterprises and meetings as files."""

from typing import Final

import pandas as pd

from jamsos_data.examples.frames import ExampleFrames
from jamsos_data.examples.plan import PlannedFile
from jamsos_data.examples.potensi import BASIS
from jamsos_data.examples.shapes import (
    DESA,
    KABUPATEN,
    KECAMATAN,
    grouped_digits,
    months_as_text,
    numbered,
    with_area_names,
)
from jamsos_data.examples.workbooks import Delimited, Sheet
from jamsos_data.formats import format_day, format_number
from jamsos_data.reference import Reference

_HEADERS: Final = {
    "kode_wilayah": "Kode Wilayah",
    "segmen": "Segmen",
    "jumlah": "Jumlah Potensi",
    "basis": "Basis",
    "tahun": "Tahun",
    "estimasi": "Estimasi",
    "sumber": "Sumber Data",
}


def plan_other_files(frames: ExampleFrames, reference: Reference) -> tuple[PlannedFile, ...]:
    """The files of potensi, target, tindak_lanjut, umkm and sosialisasi."""
    main = frames.potensi["basis"] == BASIS
    return (
        _denominators(frames.potensi.loc[main], reference),
        _labour_market(frames.potensi.loc[~main]),
        _targets(frames.target),
        _duties(frames.tindak_lanjut),
        _enterprises(frames.umkm, reference),
        _meetings(frames.sosialisasi, reference),
    )


def _yes_no(values: pd.Series) -> pd.Series:
    return values.map({True: "ya", False: "tidak"})


def _denominators(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = with_area_names(rows.assign(estimasi=_yes_no(rows["estimasi"])), reference).rename(
        columns=_HEADERS
    )
    table["Jumlah Potensi"] = grouped_digits(table["Jumlah Potensi"])
    regency = table[KECAMATAN] == ""
    title = "POTENSI PEKERJA (potensi BPJS/Bappenas)"
    return PlannedFile(
        file_name="contoh_potensi_pekerja.xlsx",
        kind="potensi",
        note="Angka kabupaten di lembar pertama, pembagiannya ke desa (estimasi) di lembar kedua",
        sheets=(
            Sheet(name="Kabupaten", titles=(title,), table=table.loc[regency]),
            Sheet(
                name="Per desa", titles=(title, "Dibagi menurut jumlah penduduk"), table=table.loc[~regency]
            ),
        ),
    )


def _labour_market(rows: pd.DataFrame) -> PlannedFile:
    table = rows.assign(estimasi=_yes_no(rows["estimasi"]), jumlah=grouped_digits(rows["jumlah"]))
    return PlannedFile(
        file_name="contoh_potensi_bps.csv",
        kind="potensi",
        note="Penduduk bekerja dan angkatan kerja BPS, hanya kabupaten",
        sheets=(Sheet(name="data", table=table.rename(columns=_HEADERS), notes=()),),
        delimited=Delimited(),
    )


def _targets(rows: pd.DataFrame) -> PlannedFile:
    table = pd.DataFrame(
        {
            "Tahun": rows["tahun"],
            "Batas Waktu": months_as_text(rows["batas_waktu"], "words"),
            "Keluarga Target": rows["keluarga"],
            "Kode Wilayah": rows["kode_wilayah"],
            "Segmen": rows["segmen"],
            "Indikator": rows["indikator"],
            "Nilai Target": [
                format_number(nilai, digits=2 if indikator == "persen" else 0)
                for nilai, indikator in zip(rows["nilai"], rows["indikator"], strict=True)
            ],
            "Dasar Hukum": rows["dasar_hukum"],
        }
    )
    return PlannedFile(
        file_name="contoh_target_cakupan.xlsx",
        kind="target",
        note="Target UCJ Kudus adalah rekaan; target RPJMN adalah angka nasional",
        sheets=(
            Sheet(name="Target", titles=("TARGET CAKUPAN JAMINAN SOSIAL KETENAGAKERJAAN",), table=table),
        ),
    )


def _duties(rows: pd.DataFrame) -> PlannedFile:
    days = rows["tanggal"].map(lambda day: "" if pd.isna(day) else format_day(day), na_action=None)
    table = pd.DataFrame(
        {
            "Butir": rows["butir"],
            "Kode Wilayah": rows["kode_wilayah"],
            "Status": rows["status"],
            "Tanggal": days,
            "Dokumen": rows["dokumen"],
            "Perangkat Daerah": rows["instansi"],
        }
    )
    return PlannedFile(
        file_name="contoh_tindak_lanjut_inpres.xlsx",
        kind="tindak_lanjut",
        note="Kewajiban Inpres 2/2021 yang bukan angka",
        sheets=(Sheet(name="Tindak lanjut", titles=("TINDAK LANJUT INPRES 2/2021",), table=numbered(table)),),
    )


def _enterprises(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = with_area_names(rows, reference).drop(columns=[KABUPATEN, DESA])
    table.columns = ["Kecamatan", "Tahun", "Usaha Terdata", "Usaha Terdaftar", "Pekerja Terdaftar"]
    return PlannedFile(
        file_name="contoh_umkm.csv",
        kind="umkm",
        note="Usaha dan pekerja per kecamatan; satuannya berbeda",
        sheets=(Sheet(name="data", table=table, titles=("DATA UMKM PER KECAMATAN",)),),
        delimited=Delimited(),
    )


def _meetings(rows: pd.DataFrame, reference: Reference) -> PlannedFile:
    table = with_area_names(rows, reference).drop(columns=[KABUPATEN, DESA])
    table["tanggal"] = [format_day(day) for day in table["tanggal"]]
    table = table.rename(
        columns={
            "tanggal": "Tanggal",
            "segmen": "Segmen",
            "hadir": "Hadir",
            "terdaftar_setelahnya": "Terdaftar Setelahnya",
            "kendala": "Kendala",
            "tindak_lanjut": "Tindak Lanjut",
        }
    )
    return PlannedFile(
        file_name="contoh_sosialisasi.xlsx",
        kind="sosialisasi",
        note="Pertemuan April 2024 - September 2026",
        sheets=(Sheet(name="Sosialisasi", titles=("DAFTAR SOSIALISASI",), table=numbered(table)),),
    )

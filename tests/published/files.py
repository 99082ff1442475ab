"""Files such as officials would have typed them, one scenario per row of the table of published figures.

Each scenario is a tuple of `TypedFile`; `write` puts one on disk. The figures are published (DATA.md section 8:
Tribun Jateng, 30 November 2023; Betanews, August and December 2025; ANTARA, April 2024; BPS Sakernas as the
ministry of manpower prints it). Of Lumajang and Wonogiri only the arithmetic is theirs: the files carry the codes of
the home regency, and Wonogiri's participants and potensi are invented so that 31,99 % comes out. In the labour force
workbook the rows of other regencies are invented; its layout follows the ministry's. Of the 15.000 enterprises of 2021
"fewer than half" were registered: the 7.350 are invented, and so are their workers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import xlsxwriter

Row = Sequence[str | int | float]


@dataclass(frozen=True, kw_only=True, eq=False)
class TypedFile:
    """The cells as typed; .xlsx or .csv by name. `stated` is what the operator says once for the whole file."""

    name: str
    kind: str
    rows: tuple[Row, ...]
    stated: Mapping[str, str] = field(default_factory=dict)
    separator: str = ";"
    encoding: str = "cp1252"

    def write(self, folder: Path) -> Path:
        """Write the file into `folder`; give its path."""
        path = folder / self.name
        if path.suffix == ".xlsx":
            with xlsxwriter.Workbook(path) as workbook:
                sheet = workbook.add_worksheet("Sheet1")
                for number, row in enumerate(self.rows):
                    sheet.write_row(number, 0, row)
        else:
            lines = [self.separator.join(map(str, row)) for row in self.rows]
            path.write_bytes("\r\n".join([*lines, ""]).encode(self.encoding))
        return path


UNSTATED = {"sumber_dana": "TIDAK_DIRINCI", "program": "JKK+JKM"}

NOVEMBER_2023 = (
    TypedFile(
        name="peserta_november_2023.xlsx",
        kind="kepesertaan",
        rows=(
            ("CAPAIAN KEPESERTAAN BPJS KETENAGAKERJAAN",),
            ("KABUPATEN KUDUS",),
            ("Posisi: November 2023",),
            (),
            ("No", "Segmen", "Peserta Aktif"),
            ("1", "Penerima Upah", "223.396"),
            ("2", "Jasa Konstruksi", "21.563"),
            ("3", "Bukan Penerima Upah", "9.128"),
            ("", "Jumlah", "254.087"),
            (),
            ("Sumber: BPJS Ketenagakerjaan Cabang Kudus",),
        ),
        stated=UNSTATED,
    ),
    TypedFile(
        name="potensi_2023.csv",
        kind="potensi",
        rows=(
            ("POTENSI PEKERJA KABUPATEN KUDUS TAHUN 2023", "", ""),
            ("", "", ""),
            ("Segmen", "Potensi", "Sumber Data"),
            ("PU", "279.223", "BPJS Ketenagakerjaan"),
            ("Jakon", "64.940", "BPJS Ketenagakerjaan"),
            ("BPU", "140.885", "BPJS Ketenagakerjaan"),
            ("Total", "485.048", ""),
        ),
        stated={"basis": "potensi BPJS/Bappenas"},
    ),
)

DECEMBER_2025 = (
    TypedFile(
        name="peserta_desember_2025.csv",
        kind="kepesertaan",
        rows=(
            ("Bulan", "Kabupaten", "Segmen", "Sumber Dana", "Paket", "Peserta Aktif"),
            ("Des 2025", "Kab. Kudus", "Semua pekerja", "Tidak dirinci", "JKK + JKM", "216.923"),
        ),
        encoding="utf-8-sig",
    ),
    TypedFile(
        name="potensi_2025.xlsx",
        kind="potensi",
        rows=(
            ("POTENSI PEKERJA",),
            (),
            ("Tahun", "Wilayah", "Segmen", "Basis", "Jumlah Potensi", "Keterangan"),
            ("2025", "Kabupaten Kudus", "Semua pekerja", "Potensi BPJS/Bappenas", "466.000", "dari berita"),
        ),
    ),
)

KUDUS_TWO_YEARS = (*NOVEMBER_2023, *DECEMBER_2025)

LUMAJANG_2025 = (
    TypedFile(
        name="iuran_juni_desember_2025.xlsx",
        kind="iuran",
        rows=(
            ("REALISASI IURAN PEKERJA RENTAN",),
            ("Juni s.d. Desember 2025, Rp 16.800,- per orang per bulan",),
            (),
            (
                "No",
                "Bulan",
                "Wilayah",
                "Segmen",
                "Sumber Dana",
                "Program",
                "Jumlah Peserta",
                "Jumlah Bulan",
                "Total Iuran",
            ),
            ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"),
            (
                "1",
                "Juni 2025",
                "Kabupaten Kudus",
                "Pekerja rentan",
                "DBHCHT",
                "JKK+JKM",
                "5.606",
                "7",
                "Rp 659.265.600,-",
            ),
        ),
    ),
)

AUGUST_2025 = (
    TypedFile(
        name="rentan_agustus_2025.xlsx",
        kind="kepesertaan",
        rows=(
            ("REKAP PEKERJA RENTAN KABUPATEN KUDUS",),
            ("Bulan: Agustus 2025",),
            (),
            ("No", "Segmen", "Sumber Dana", "Program", "Jumlah Peserta Aktif"),
            ("1", "Pekerja Rentan", "APBD Kabupaten", "JKK dan JKM", "9.290"),
        ),
    ),
    TypedFile(
        name="pagu_2025_murni.csv",
        kind="anggaran",
        rows=(
            ("Tahun Anggaran", "Versi Anggaran", "Kabupaten", "Sumber Dana", "Segmen", "Pagu Anggaran"),
            ("2025", "APBD Murni", "Kudus", "APBD Kabupaten", "Pekerja Rentan", "Rp4.300.000.000"),
        ),
    ),
)

DECEMBER_2025_DBHCHT = (
    TypedFile(
        name="rentan_desember_2025.csv",
        kind="kepesertaan",
        rows=(
            ("BLTH", "Kabupaten", "Segmen", "Sumber Dana", "Paket", "TK Aktif"),
            ("12-2025", "KUDUS", "Pekerja rentan DTSEN", "DBHCHT", "JKK+JKM", "30,264"),
        ),
        separator="\t",
        encoding="utf-8",
    ),
    TypedFile(
        name="pagu_2025_perubahan.xlsx",
        kind="anggaran",
        rows=(
            ("PAGU DBHCHT KABUPATEN KUDUS",),
            (),
            ("No", "Tahun", "Versi", "Wilayah", "Sumber Dana", "Segmen", "Pagu (Rp)"),
            (1, 2025, "Perubahan", "Kabupaten Kudus", "DBHCHT", "Pekerja Rentan", 5_000_000_000),
            ("Jumlah", "", "", "", "", "", 5_000_000_000),
        ),
    ),
)

WONOGIRI_2025 = (
    TypedFile(
        name="peserta_oktober_2025.xlsx",
        kind="kepesertaan",
        rows=(
            ("UNIVERSAL COVERAGE JAMSOSTEK",),
            ("Posisi 31 Oktober 2025",),
            (),
            ("Kabupaten", "Segmen", "Peserta Aktif"),
            ("Kabupaten Kudus", "Semua pekerja", "159.950"),
        ),
        stated=UNSTATED,
    ),
    TypedFile(
        name="potensi_ucj_2025.csv",
        kind="potensi",
        rows=(
            ("Tahun", "Kabupaten", "Segmen", "Basis", "Potensi"),
            ("2025", "Kudus", "SEMUA", "Bappenas", "500.000"),
        ),
    ),
    TypedFile(
        name="target_2025.csv",
        kind="target",
        rows=(
            ("Tahun", "Kabupaten", "Segmen", "Indikator", "Target", "Dasar Hukum"),
            ("2025", "Kudus", "Semua pekerja", "persen", "52,69%", "Rapat monev UCJ TW III"),
        ),
    ),
)

PAID_TO_AUGUST_2025 = (
    TypedFile(
        name="rentan_juli_2025.csv",
        kind="kepesertaan",
        rows=(
            ("Bulan", "Kabupaten", "Segmen", "Sumber Dana", "Paket", "Peserta Aktif", "Lunas Sampai"),
            ("Juli 2025", "Kudus", "Pekerja rentan", "APBD Kabupaten", "JKK+JKM", "9.290", "Agustus 2025"),
        ),
    ),
)

ENTERPRISES_2021 = (
    TypedFile(
        name="peserta_desember_2021.csv",
        kind="kepesertaan",
        rows=(
            ("Bulan", "Kabupaten", "Segmen", "Sumber Dana", "Paket", "Peserta Aktif"),
            ("Des 2021", "Kudus", "UMKM", "Mandiri", "JKK+JKM", "9.000"),
        ),
    ),
    TypedFile(
        name="umkm_2021.csv",
        kind="umkm",
        rows=(
            ("Tahun", "Kabupaten", "Jumlah UMKM", "UMKM Terdaftar", "Pekerja Terdaftar"),
            ("2021", "Kudus", "15.000", "7.350", "9.000"),
        ),
    ),
)

NATIONAL_PLAN = (
    *DECEMBER_2025,
    TypedFile(
        name="target_rpjmn.csv",
        kind="target",
        rows=(
            ("Tahun", "Kabupaten", "Segmen", "Indikator", "Target", "Keluarga", "Dasar Hukum"),
            ("2025", "Kudus", "Semua pekerja", "persen", "32,15%", "RPJMN", "RPJMN 2025-2029"),
            ("2029", "Kudus", "Semua pekerja", "persen", "43,92%", "RPJMN", "RPJMN 2025-2029"),
        ),
    ),
)

APRIL_2024 = (
    TypedFile(
        name="dtks_april_2024.xlsx",
        kind="kepesertaan",
        rows=(
            ("PEKERJA RENTAN (DTKS) DIBAYAR APBD KABUPATEN KUDUS",),
            ("April 2024",),
            (),
            ("Kabupaten", "Jumlah Pekerja"),
            ("Kudus", "11.000"),
        ),
        stated={"segmen": "RENTAN", "sumber_dana": "APBD", "program": "JKK+JKM"},
    ),
)

_MINISTRY = (
    "thn",
    "lvl_wil",
    "kd_prov",
    "nm_prov",
    "kd_kabkot",
    "nm_kabkot",
    "kls_kota",
    "kls_desa",
    "jk_lk",
    "jk_pr",
    "AK",
)
_JATENG = (33, "Jawa Tengah")

LABOUR_FORCE = (
    TypedFile(
        name="angkatan_kerja.xlsx",
        kind="potensi",
        rows=(
            _MINISTRY,
            (2023, "Nasional", 0, "Indonesia", 9999, "Indonesia", 81_000, 62_000, 87_000, 56_000, 143_000),
            (2023, "Provinsi", *_JATENG, 0, "Jawa Tengah", 11_000, 9_000, 12_000, 8_000, 20_000),
            (2023, "Kabupaten", *_JATENG, 3318, "Pati", 210_000, 480_000, 400_000, 290_000, 690_000),
            (2023, "Kabupaten", *_JATENG, 3319, "Kudus", 422_988, 66_173, 271_878, 217_283, 489_161),
            (2023, "Kota", *_JATENG, 3374, "Kota Semarang", 940_000, 12_000, 520_000, 432_000, 952_000),
            (2024, "Kabupaten", *_JATENG, 3318, "Pati", 215_000, 485_000, 405_000, 295_000, 700_000),
            (2024, "Kabupaten", *_JATENG, 3319, "Kudus", 456_841, 61_381, 282_991, 235_231, 518_222),
            (2025, "Kabupaten", *_JATENG, 3319, "Kudus", 470_330, 55_484, 291_495, 234_319, 525_814),
            (2025, "Kabupaten", *_JATENG, 3320, "Jepara", 330_000, 360_000, 400_000, 290_000, 690_000),
        ),
    ),
    TypedFile(
        name="peserta_tiga_tahun.csv",
        kind="kepesertaan",
        rows=(
            ("Bulan", "Kabupaten", "Segmen", "Sumber Dana", "Paket", "Peserta Aktif"),
            ("Nov-23", "Kudus", "Semua pekerja", "Tidak dirinci", "JKK+JKM", "254.087"),
            ("Ags 2024", "Kudus", "Semua pekerja", "Tidak dirinci", "JKK+JKM", "262.300"),
            ("2025-12", "Kudus", "Semua pekerja", "Tidak dirinci", "JKK+JKM", "216.923"),
        ),
    ),
)

"""What is not people or money in the example: targets, duties of Inpres 2/2021, enterprises and outreach meetings.

Published: the RPJMN targets of 2025 and 2029, the RKP of 2026 (34,99 %) and 15.000 enterprises in 2021, fewer than
half registered. The UCJ targets of Kudus were not found: those here are invented and say so.
"""

from datetime import datetime
from typing import Final

import numpy as np
import pandas as pd

from jamsos_data.datasets import dataset
from jamsos_data.examples import anchors
from jamsos_data.examples.areas import Areas
from jamsos_data.examples.spread import split_total
from jamsos_data.periods import add_months, month_start

INVENTED: Final = "rekaan (contoh)"

# tahun, keluarga, segmen, indikator, nilai, dasar_hukum
_TARGETS: Final = (
    (2025, "UCJ", "SEMUA", "persen", 50.0, INVENTED),
    (2025, "UCJ", "PU", "persen", 60.0, INVENTED),
    (2025, "UCJ", "BPU", "persen", 32.0, INVENTED),
    (2025, "UCJ", "JAKON", "persen", 30.0, INVENTED),
    (2026, "UCJ", "SEMUA", "persen", 52.2, INVENTED),
    (2026, "UCJ", "PU", "persen", 61.5, INVENTED),
    (2026, "UCJ", "BPU", "persen", 41.0, INVENTED),
    (2026, "UCJ", "JAKON", "persen", 33.0, INVENTED),
    (2026, "UCJ", "RENTAN", "peserta", 31_310.0, INVENTED),
    (2025, "RPJMN", "SEMUA", "persen", 32.15, "RPJMN 2025–2029 (nasional)"),
    (2026, "RPJMN", "SEMUA", "persen", 34.99, "RKP 2026 (nasional)"),
    (2029, "RPJMN", "SEMUA", "persen", 43.92, "RPJMN 2025–2029 (nasional)"),
)

# butir, status, tanggal, dokumen, instansi ("" = as the table of duties has it)
_DUTIES: Final = (
    (
        "REGULASI",
        "proses",
        datetime(2026, 6, 18),
        "Rancangan peraturan bupati, pembahasan kedua (rekaan)",
        "",
    ),
    ("ANGGARAN", "selesai", datetime(2026, 1, 5), "APBD 2026 dan alokasi DBHCHT (rekaan)", ""),
    (
        "KEPESERTAAN",
        "proses",
        datetime(2026, 8, 20),
        "Rekap pegawai non-ASN per perangkat daerah (rekaan)",
        "BKPSDM",
    ),
    ("BUMD", "selesai", datetime(2025, 3, 11), "Bukti kepesertaan tiga BUMD (rekaan)", ""),
    ("PTSP", "proses", datetime(2026, 2, 24), "Konsep standar pelayanan perizinan (rekaan)", ""),
    ("INTEGRASI_DATA", "belum", None, "", ""),
)

# tahun, usaha terdata, usaha terdaftar, pekerja terdaftar
_ENTERPRISES: Final = (
    (2021, anchors.UMKM_2021, 6_940, 8_120),
    (2023, 27_900, 9_310, 11_480),
    (2025, 29_400, 12_620, 15_930),
)

# segmen, kendala, tindak lanjut
_MEETINGS: Final = (
    ("RT_RW", "BELUM_PAHAM", "Camat mengundang ulang RT/RW yang belum hadir"),
    ("RENTAN_DESA", "IURAN", "Desa menghitung kemampuan PADes untuk enam bulan"),
    ("BURUH_TANI", "NIK", "Disdukcapil memeriksa NIK yang bermasalah"),
    ("UMKM", "IURAN", "Dinas menawarkan pembayaran tiga bulanan"),
    ("BPU_LAIN", "SUDAH_TERDAFTAR", "Nama yang sudah terdaftar dikeluarkan dari undangan"),
    ("LINMAS", "USIA", "Anggota di atas batas usia dicatat terpisah"),
    ("BPU_LAIN", "LAINNYA", "Diundang lagi bulan berikutnya"),
    ("UMKM", "TIDAK_ADA", "Semua peserta mengisi formulir pendaftaran"),
)


def build_target(kabupaten: str) -> pd.DataFrame:
    """Targets of the regency in percent (0–100) or people, due in December of their year."""
    rows = [
        (tahun, month_start(tahun, 12), keluarga, kabupaten, segmen, indikator, nilai, dasar)
        for tahun, keluarga, segmen, indikator, nilai, dasar in _TARGETS
    ]
    return pd.DataFrame(rows, columns=list(dataset("target").names)).astype({"batas_waktu": "datetime64[us]"})


def build_tindak_lanjut(kabupaten: str) -> pd.DataFrame:
    """The state of the six duties, with day and document where there is one."""
    rows = [(butir, kabupaten, *reported) for butir, *reported in _DUTIES]
    return pd.DataFrame(rows, columns=list(dataset("tindak_lanjut").names)).astype(
        {"tanggal": "datetime64[us]"}
    )


def build_umkm(areas: Areas) -> pd.DataFrame:
    """Enterprises by kecamatan: known in proportion to the population, registered more in some than in others.

    Enterprises and workers are different units.
    """
    rng = np.random.default_rng([areas.seed, 8])
    eager = {kode: share * float(rng.uniform(0.65, 1.35)) for kode, share in areas.kecamatan.items()}
    frames = []
    for tahun, known, *registered in _ENTERPRISES:
        parts = [split_total(known, areas.kecamatan), *(split_total(total, eager) for total in registered)]
        rows = [(tahun, kode, *(part[kode] for part in parts)) for kode in areas.kecamatan]
        frames.append(pd.DataFrame(rows, columns=list(dataset("umkm").names)))
    return pd.concat(frames, ignore_index=True)


def build_sosialisasi(areas: Areas) -> pd.DataFrame:
    """Meetings from April 2024 to September 2026, two a month, in turn through the kecamatan."""
    rng = np.random.default_rng([areas.seed, 7])
    kecamatan = list(areas.kecamatan)
    rows = []
    for number in range(60):
        month = add_months(month_start(2024, 4), number // 2)
        day = month.replace(day=8 + 14 * (number % 2))
        segmen, kendala, next_step = _MEETINGS[int(rng.integers(len(_MEETINGS)))]
        present = int(rng.integers(38, 130))
        registered = present if kendala == "TIDAK_ADA" else int(present * rng.uniform(0.12, 0.6))
        rows.append(
            (day, kecamatan[number % len(kecamatan)], segmen, present, registered, kendala, next_step)
        )
    return pd.DataFrame(rows, columns=list(dataset("sosialisasi").names)).astype(
        {"tanggal": "datetime64[us]"}
    )

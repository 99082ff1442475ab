"""A lake of the size of the country: the example of one regency among 83.000 villages and five years, 50 million rows.

The other regencies are invented; what is asked about the one of the example must be answered the same among them.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
from deltalake import write_deltalake

from jamsos_data.datasets import dataset
from jamsos_data.lake.schema import ASAL, complete

REGENCIES = 514
KECAMATAN, DESA = 14, 12  # of each regency, of each kecamatan: 86.352 villages
FIRST_YEAR, MONTHS = 2022, 60
SEGMENTS = (
    "PU_SWASTA", "PU_BUMD", "PERANGKAT_DESA", "BPD", "RT_RW", "LINMAS", "RENTAN", "RENTAN_DESA", "BURUH_TANI", "UMKM",
)  # fmt: skip
BASIS = "potensi BPJS/Bappenas"


def add_country(lake: Path) -> int:
    """Write the other regencies beside the example; the number of rows of kepesertaan then."""
    villages = _villages()
    people = villages.join(pl.DataFrame({"segmen": SEGMENTS}), how="cross").with_columns(
        pl.lit("DBHCHT").alias("sumber_dana"),
        pl.lit("JKK+JKM").alias("program"),
        (pl.int_range(pl.len()) % 97 + 3).alias("peserta_aktif"),
        pl.lit(None, dtype=pl.Date).alias("lunas_sampai"),
    )
    for month in range(MONTHS):
        moment = pl.lit(date(FIRST_YEAR + month // 12, month % 12 + 1, 1)).alias("periode")
        _append(lake, "kepesertaan", people.with_columns(moment))
        paid = villages.with_columns(
            moment,
            pl.lit("RENTAN").alias("segmen"),
            pl.lit("DBHCHT").alias("sumber_dana"),
            pl.lit("JKK+JKM").alias("program"),
            pl.lit(840_000).alias("nilai"),
            pl.lit(50).alias("peserta_dibayar"),
            pl.lit(1).alias("bulan_dibayar"),
        )
        _append(lake, "iuran", paid)
    known = villages.join(pl.DataFrame({"segmen": ["PU", "BPU"]}), how="cross").with_columns(
        pl.lit(2025).alias("tahun"),
        pl.lit(BASIS).alias("basis"),
        pl.lit(2_000).alias("jumlah"),
        pl.lit(True).alias("estimasi"),
    )
    _append(lake, "potensi", known)
    return pl.scan_delta(str(lake / "kepesertaan")).select(pl.len()).collect().item()


def _villages() -> pl.DataFrame:
    """Codes of provinces 90 and up, which there are none of."""
    codes = [
        f"{90 + regency // 99}.{regency % 99 + 1:02d}.{kecamatan + 1:02d}.{2001 + desa}"
        for regency in range(REGENCIES)
        for kecamatan in range(KECAMATAN)
        for desa in range(DESA)
    ]
    return pl.DataFrame({"kode_wilayah": codes})


def _append(lake: Path, kind: str, rows: pl.DataFrame) -> None:
    stored = complete(rows.lazy().with_columns(pl.lit("negeri").alias(ASAL)), dataset(kind)).collect()
    write_deltalake(str(lake / kind), stored, mode="append")

"""Hand-typed tables in the canonical shape, handed to each metric by every engine that it must work on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
from deltalake import write_deltalake

BASIS = "potensi BPJS/Bappenas"
MONTHS = ("periode", "lunas_sampai", "batas_waktu", "tanggal")
SHAPES: dict[str, dict[str, str]] = {
    "kepesertaan": {
        "periode": "datetime64[us]",
        "kode_wilayah": "str",
        "segmen": "str",
        "sumber_dana": "str",
        "program": "str",
        "peserta_aktif": "int64",
        "lunas_sampai": "datetime64[us]",
    },
    "potensi": {
        "tahun": "int64",
        "kode_wilayah": "str",
        "segmen": "str",
        "basis": "str",
        "jumlah": "int64",
        "estimasi": "bool",
        "sumber": "str",
    },
    "target": {
        "tahun": "int64",
        "batas_waktu": "datetime64[us]",
        "keluarga": "str",
        "kode_wilayah": "str",
        "segmen": "str",
        "indikator": "str",
        "nilai": "float64",
        "dasar_hukum": "str",
    },
    "iuran": {
        "periode": "datetime64[us]",
        "kode_wilayah": "str",
        "segmen": "str",
        "sumber_dana": "str",
        "program": "str",
        "nilai": "int64",
        "peserta_dibayar": "Int64",
        "bulan_dibayar": "int64",
    },
    "anggaran": {
        "tahun": "int64",
        "versi": "str",
        "kode_wilayah": "str",
        "sumber_dana": "str",
        "segmen": "str",
        "pagu": "int64",
    },
}
USUAL: dict[str, object] = {
    "kode_wilayah": "33.19",
    "segmen": "SEMUA",
    "sumber_dana": "TIDAK_DIRINCI",
    "program": "JKK+JKM",
    "lunas_sampai": None,
    "basis": BASIS,
    "estimasi": False,
    "sumber": "ketikan tangan",
    "keluarga": "UCJ",
    "indikator": "persen",
    "dasar_hukum": "",
    "versi": "murni",
}


def typed(dataset: str, rows: Sequence[dict[str, object]]) -> pd.DataFrame:
    """Rows typed as dictionaries, months as "2026-09", what is usual left out; canonical pandas columns."""
    shape = SHAPES[dataset]
    complete = [USUAL | row for row in rows]
    frame = pd.DataFrame({column: [row[column] for row in complete] for column in shape})
    for column in set(MONTHS) & set(shape):
        frame[column] = pd.to_datetime(frame[column], format="%Y-%m")
    return frame.astype(shape)


def _as_pandas(frame: pd.DataFrame, folder: Path) -> Any:
    return frame


def _as_lazy_polars(frame: pd.DataFrame, folder: Path) -> Any:
    return pl.from_pandas(frame).lazy()


def _as_lake(frame: pd.DataFrame, folder: Path) -> Any:
    """Through a small Delta table that stores months as dates, scanned as the lake scans it."""
    months = [column for column in MONTHS if column in frame]
    place = str(folder / f"tabel_{len(list(folder.iterdir()))}")
    stored = pl.from_pandas(frame).with_columns(pl.col(months).cast(pl.Date))
    write_deltalake(place, stored.to_arrow())
    return pl.scan_delta(place).with_columns(pl.col(months).cast(pl.Datetime("us")))


ENGINES: dict[str, Callable[[pd.DataFrame, Path], Any]] = {
    "pandas": _as_pandas,
    "polars": _as_lazy_polars,
    "lake": _as_lake,
}


@dataclass(frozen=True)
class Engine:
    """Makes the frame of a data set from typed rows, in the engine under test."""

    name: str
    folder: Path

    def table(self, dataset: str, *rows: dict[str, object]) -> Any:
        return self.of(typed(dataset, rows))

    def of(self, frame: pd.DataFrame) -> Any:
        return ENGINES[self.name](frame, self.folder)


def month(key: str) -> datetime:
    return datetime.strptime(key, "%Y-%m")

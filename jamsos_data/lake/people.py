"""Keyed hashes of persons from lists by name, kept only while the operator wants the same person found across files.

Owns the one table of the lake that is no data set: `orang` (16 bytes of an HMAC-SHA-256), periode, kode_wilayah,
segmen, sumber_dana, asal (the file), kunci (which key). It has no names, no numbers of persons and no row of the
file. It only grows, and rows whose counts are no longer in `kepesertaan` (replaced, undone) are passed over, so that
a restore needs nothing here. Forgetting takes the whole table from the disk.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from deltalake import DeltaTable, Field, Schema, write_deltalake
from deltalake.exceptions import DeltaError, TableNotFoundError
from deltalake.schema import PrimitiveType

from jamsos_data.lake.errors import LakeError
from jamsos_data.lake.place import is_remote, latest_version
from jamsos_data.lake.schema import ASAL
from jamsos_data.lake.store import Lake

_GROUP = ["periode", "kode_wilayah", "segmen", "sumber_dana"]
_TYPES = {
    "orang": pl.Binary(),
    "periode": pl.Date(),
    **dict.fromkeys(("kode_wilayah", "segmen", "sumber_dana", ASAL, "kunci"), pl.String()),
}
_SCHEMA = Schema(
    [
        Field("orang", PrimitiveType("binary")),
        Field("periode", PrimitiveType("date")),
        *(Field(name, PrimitiveType("string")) for name, kind in _TYPES.items() if kind == pl.String()),
    ]
)
# No hash may stand in the log of the table as the smallest or largest of its file.
_SETTINGS = {"delta.dataSkippingNumIndexedCols": "0"}


@dataclass(frozen=True, kw_only=True)
class Remembered:
    """What is kept: how many hashes of persons and months, of how many persons, from how many lists."""

    rows: int
    persons: int
    lists: int


def remember_people(lake: Lake, months: pl.DataFrame, *, asal: str, key_name: str) -> None:
    """Keep the hashes of a list: `months` has orang, periode and the group of each person and month.

    A list that is kept already is not kept twice. Raises LakeError when the place cannot be written to.
    """
    rows = months.select(*_GROUP, "orang").unique().with_columns(
        pl.lit(asal).alias(ASAL), pl.lit(key_name).alias("kunci")
    ).select(pl.col(name).cast(kind) for name, kind in _TYPES.items()).sort("periode", "orang")  # fmt: skip
    same = (pl.col(ASAL) == asal) & (pl.col("kunci") == key_name)
    try:
        if not _scan(lake).filter(same).head(1).collect().is_empty():
            return
        place = _place(lake)
        if not is_remote(place):
            Path(place).mkdir(parents=True, exist_ok=True)
        DeltaTable.create(place, schema=_SCHEMA, mode="ignore", configuration=_SETTINGS)
        write_deltalake(place, rows, mode="append")
    except (DeltaError, OSError) as error:
        raise LakeError("people.storage", reason=error) from error


def known_people(lake: Lake) -> pl.LazyFrame:
    """The hashes whose counts are in `kepesertaan` now, with their group, asal and kunci."""
    counted = lake.scan_stored("kepesertaan").select(*_GROUP, ASAL).unique()
    return _scan(lake).join(counted, on=[*_GROUP, ASAL], how="semi")


def remembered_people(lake: Lake) -> Remembered:
    """How much is kept on the disk, whether it still counts or not."""
    found = _scan(lake).select(
        rows=pl.len(), persons=pl.col("orang").n_unique(), lists=pl.col(ASAL).n_unique()
    ).collect().row(0, named=True)  # fmt: skip
    return Remembered(**found)


def people_version(lake: Lake) -> int:
    """A number that changes with the table; -1 without one."""
    version = latest_version(_place(lake))
    return -1 if version is None else version


def forget_people(lake: Lake) -> None:
    """Take every hash from the disk, old versions and log included. Raises LakeError when that is not possible."""
    place = _place(lake)
    try:
        if not is_remote(place):
            if Path(place).is_dir():
                shutil.rmtree(place)
            return
        table = _open(lake)
        if table is not None:
            table.delete()
            table.vacuum(retention_hours=0, dry_run=False, enforce_retention_duration=False)
    except (DeltaError, OSError) as error:
        raise LakeError("people.storage", reason=error) from error


def _place(lake: Lake) -> str:
    return f"{lake.location}/orang"


def _open(lake: Lake) -> DeltaTable | None:
    try:
        return DeltaTable(_place(lake))
    except TableNotFoundError:
        return None


def _scan(lake: Lake) -> pl.LazyFrame:
    table = _open(lake)
    return pl.LazyFrame(schema=_TYPES) if table is None else pl.scan_delta(table)

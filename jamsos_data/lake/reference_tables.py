"""The reference tables that were uploaded, in the place of the shipped ones, and the codes that the data use.

Owns the way from stored rows to the text frames of `Reference`, and the rule that no code goes that is still in use.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

import pandas as pd
import polars as pl

from jamsos_data.datasets import REFERENCE_SETS, STORED, ColumnKind, dataset
from jamsos_data.lake.errors import CodesInUseError
from jamsos_data.lake.schema import ASAL
from jamsos_data.reference import Reference, load_reference, replace_tables
from jamsos_data.reference_sets import BOUNDARIES, ORDER

_SHOWN = 8


class Tables(Protocol):
    """What is asked of a lake here."""

    location: str

    def scan_stored(self, kind: str, *, version: int | None = None) -> pl.LazyFrame:
        """Rows of a table at a version, in stored types."""
        ...


def read_reference(lake: Tables, versions: tuple[tuple[str, int], ...]) -> Reference:
    """The shipped tables, replaced by those of the lake at `versions`; the same object for the same versions."""
    return _read_reference(_Place(lake), versions)


class _Place:
    """A lake as a cache key: where it lies."""

    def __init__(self, lake: Tables) -> None:
        self.lake = lake

    def __hash__(self) -> int:
        return hash(self.lake.location)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Place) and other.lake.location == self.lake.location


@lru_cache(maxsize=16)
def _read_reference(place: _Place, versions: tuple[tuple[str, int], ...]) -> Reference:
    frames = {
        kind: text_table(place.lake.scan_stored(kind, version=version))
        for kind, version in versions
        if kind != BOUNDARIES
    }
    found = {kind: frame for kind, frame in frames.items() if len(frame)}
    return replace_tables(load_reference(), found) if found else load_reference()


def text_table(rows: pl.LazyFrame) -> pd.DataFrame:
    """Stored rows of a reference table as text, in the order of the file: months "2026-04", missing cells ""."""
    frame = rows.collect().sort(ORDER).drop(ORDER, ASAL)
    texts = [_as_text(column).alias(column.name) for column in frame]
    return pd.DataFrame({column.name: column.to_list() for column in texts}, dtype="str")


def _as_text(column: pl.Series) -> pl.Series:
    if column.dtype == pl.Date:
        return column.dt.strftime("%Y-%m").fill_null("")
    if column.dtype.is_float():
        return pl.Series(column.name, [number_text(value) for value in column], dtype=pl.String)
    return column.cast(pl.String).fill_null("")


def number_text(value: float | None) -> str:
    """A number of a reference table as text: "10000", "0.24", "" for none."""
    if value is None or pd.isna(value):
        return ""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def codes_in_use(lake: Tables, table: str) -> dict[str, tuple[str, ...]]:
    """Code of reference table `table` → the data sets of the lake that hold it now."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, column in _columns_of(table):
        rows = lake.scan_stored(kind).select(pl.col(column).unique().sort()).collect()[column]
        for code in rows.drop_nulls():
            if code:
                found[code] = (*found.get(code, ()), kind)
    return found


def require_codes_kept(lake: Tables, table: str, codes: Iterable[str]) -> None:
    """Raise CodesInUseError when `codes`, the new ones of a reference table, lack one that the data hold."""
    used = codes_in_use(lake, table)
    missing = sorted(set(used) - set(codes))
    if missing:
        raise CodesInUseError(
            "lake.codes_in_use",
            table=table,
            n=len(missing),
            codes=", ".join(missing[:_SHOWN]) + (", …" if len(missing) > _SHOWN else ""),
            kinds=", ".join(dict.fromkeys(kind for code in missing for kind in used[code])),
        )


def require_known_codes(kind: str, rows: pl.LazyFrame, reference: Reference) -> None:
    """Raise CodesInUseError when rows of data set `kind`, to be restored, hold codes that are no longer known."""
    for column in dataset(kind).columns:
        table = _table_of(column.kind, column.codes)
        if table is None:
            continue
        held = rows.select(pl.col(column.name).unique()).collect()[column.name].drop_nulls().to_list()
        unknown = sorted({code for code in held if code} - set(reference.codes(table)))
        if unknown:
            raise CodesInUseError(
                "lake.codes_unknown",
                kind=kind,
                table=table,
                n=len(unknown),
                codes=", ".join(unknown[:_SHOWN]) + (", …" if len(unknown) > _SHOWN else ""),
            )


def _columns_of(table: str) -> list[tuple[str, str]]:
    """The columns, by data set, that hold codes of a reference table."""
    return [
        (kind, column.name)
        for kind in STORED
        for column in dataset(kind).columns
        if _table_of(column.kind, column.codes) == table
    ]


def _table_of(kind: ColumnKind, codes: str | None) -> str | None:
    table = "wilayah" if kind is ColumnKind.AREA else codes
    return table if table in REFERENCE_SETS else None

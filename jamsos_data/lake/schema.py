"""How a data set's columns are stored in the lake and how they come back.

Owns the mapping from the declared columns (`jamsos_data.datasets`) to Delta and Polars types. Months and days are
stored as `Date`, so that any reader of the Parquet files sees a calendar date, and are handed out as
`Datetime("us")`, the type of the canonical frames.
"""

import pandas as pd
import polars as pl
from deltalake import Field, Schema
from deltalake.schema import PrimitiveType

from jamsos_data.datasets import ColumnKind, Dataset

ASAL = "asal"
EXAMPLE = "contoh"

_STORED: dict[ColumnKind, pl.DataType] = {
    ColumnKind.MONTH: pl.Date(),
    ColumnKind.DATE: pl.Date(),
    ColumnKind.YEAR: pl.Int64(),
    ColumnKind.COUNT: pl.Int64(),
    ColumnKind.RUPIAH: pl.Int64(),
    ColumnKind.NUMBER: pl.Float64(),
    ColumnKind.YESNO: pl.Boolean(),
    ColumnKind.AREA: pl.String(),
    ColumnKind.CODE: pl.String(),
    ColumnKind.TEXT: pl.String(),
}
_DELTA: dict[pl.DataType, PrimitiveType] = {
    pl.Date(): PrimitiveType("date"),
    pl.Int64(): PrimitiveType("long"),
    pl.Float64(): PrimitiveType("double"),
    pl.Boolean(): PrimitiveType("boolean"),
    pl.String(): PrimitiveType("string"),
}


def stored_types(dataset: Dataset) -> dict[str, pl.DataType]:
    """Column → Polars type as stored: the declared columns in their order, then `asal`.

    Raises KeyError for a data set with personal numbers (NIK): such a data set is never stored.
    """
    return {column.name: _STORED[column.kind] for column in dataset.columns} | {ASAL: pl.String()}


def delta_schema(dataset: Dataset) -> Schema:
    """The Delta schema of the data set's table."""
    return Schema([Field(name, _DELTA[kind]) for name, kind in stored_types(dataset).items()])


def to_stored(rows: pd.DataFrame, dataset: Dataset, *, asal: str) -> pl.DataFrame:
    """The canonical pandas rows of an upload as the table stores them, sorted by key, with `asal` filled.

    An optional column that the upload does not have is stored as missing ("" for text).
    """
    types = stored_types(dataset)
    present = [name for name in types if name in rows.columns and name != ASAL]
    frame = pl.DataFrame(rows[present].reset_index(drop=True)).lazy().with_columns(pl.lit(asal).alias(ASAL))
    return complete(frame, dataset).collect().sort(list(dataset.key))


def complete(frame: pl.LazyFrame, dataset: Dataset) -> pl.LazyFrame:
    """All declared columns in order and stored types; a column that an older table lacks comes as missing."""
    known = set(frame.collect_schema().names())
    return frame.select(
        _cast(name, kind) if name in known else _missing(name, kind)
        for name, kind in stored_types(dataset).items()
    )


def to_canonical(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Stored types → the types of the canonical frames: every `Date` becomes `Datetime("us")`."""
    days = [name for name, kind in frame.collect_schema().items() if kind == pl.Date]
    return frame.with_columns(pl.col(name).cast(pl.Datetime("us")) for name in days) if days else frame


def _cast(name: str, kind: pl.DataType) -> pl.Expr:
    column = pl.col(name).cast(kind)
    return column.fill_null("") if kind == pl.String else column


def _missing(name: str, kind: pl.DataType) -> pl.Expr:
    return pl.lit("" if kind == pl.String else None, dtype=kind).alias(name)

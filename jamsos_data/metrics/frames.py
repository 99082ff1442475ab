"""The border between lazy and small: metrics filter and aggregate lazily and collect only small answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
from narwhals.typing import IntoFrame

from jamsos_data.periods import month_start

YEARS_BEFORE = 2


def lazy(frame: IntoFrame) -> nw.LazyFrame:
    """A pandas frame, polars (lazy) frame or Spark frame as a Narwhals LazyFrame."""
    return nw.from_native(frame).lazy()


def add_up(frame: nw.LazyFrame, *values: str, by: Sequence[str]) -> nw.LazyFrame:
    """The sums of the `values` columns `by` keys, as int64 on every engine (some widen integer sums)."""
    sums = frame.group_by(*by).agg(*(nw.col(value).sum() for value in values))
    return sums.with_columns(nw.col(value).cast(nw.Int64) for value in values)


def collect(frame: nw.LazyFrame, *, sort_by: Sequence[str]) -> pd.DataFrame:
    """The answer as a pandas frame, in an order that depends neither on the engine nor on the input."""
    rows: pd.DataFrame = frame.sort(*sort_by, nulls_last=True).collect("pandas").to_native()
    return rows.reset_index(drop=True)


def in_memory(frame: nw.LazyFrame | pd.DataFrame) -> nw.LazyFrame:
    """The rows themselves, of a table that many questions are put to."""
    if isinstance(frame, pd.DataFrame):
        return nw.from_native(pl.from_pandas(frame)).lazy()
    return frame.collect("polars").lazy()


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a small frame as dictionaries, every kind of missing value as None."""
    columns = [str(column) for column in frame.columns]
    cells = [_values(frame[column]) for column in columns]
    return [dict(zip(columns, row, strict=True)) for row in zip(*cells, strict=True)]


def listed(frame: pd.DataFrame, *columns: str) -> list[list[Any]]:
    """The values of each of `columns` of months or texts, as datetime and str (None = missing), in the order of rows.

    Much quicker than to list the columns themselves: only the distinct values are made into objects.
    """
    return [_listed(frame[column]) for column in columns]


def numbered(frame: pd.DataFrame, *columns: str) -> tuple[list[tuple[Any, ...]], np.ndarray]:
    """The distinct rows of `columns` of months, texts or whole numbers, and at which of them each row of `frame` is."""
    numbers = np.zeros(len(frame), dtype=np.int64)
    for column in columns:
        codes, distinct = pd.factorize(frame[column])
        _, numbers = np.unique(numbers * (len(distinct) + 1) + codes + 1, return_inverse=True)
    _, first = np.unique(numbers, return_index=True)
    return list(zip(*listed(frame.iloc[first], *columns), strict=True)), numbers


def frame_of(
    rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str], *, index: pd.Index | None = None
) -> pd.DataFrame:
    """Rows as a frame of `columns` (name → dtype); what a row lacks is "" in texts, else missing.

    Quicker than a frame of objects that is given its types afterwards.
    """
    return pd.DataFrame(
        {name: _array([row.get(name) for row in rows], kind) for name, kind in columns.items()},
        index=index,
    )


def _array(values: list[Any], kind: str) -> Any:
    if kind == "str":
        return pd.array(["" if value is None else value for value in values], dtype="str")
    if kind in ("Int64", "boolean"):
        return pd.array(values, dtype=kind)
    return np.array(values, dtype=kind)


def _listed(column: pd.Series) -> list[Any]:
    codes, distinct = pd.factorize(column)
    months = isinstance(distinct, pd.DatetimeIndex)
    known = [
        *(distinct.to_pydatetime() if months else distinct.tolist()),
        None,
    ]  # the last for a missing value's -1
    return [known[code] for code in codes.tolist()]


def _values(column: pd.Series) -> list[Any]:
    if isinstance(column.dtype, pd.api.extensions.ExtensionDtype):  # texts, whole numbers that may be missing
        held: Any = column.array
        return held.to_numpy(dtype=object, na_value=None).tolist()
    values, missing = column.tolist(), column.isna().to_numpy()
    for place in np.flatnonzero(missing).tolist():
        values[place] = None
    return values


def in_months(frame: nw.LazyFrame, *, since: datetime | None, until: datetime) -> nw.LazyFrame:
    """The rows whose `periode` lies from `since` (None: from the beginning) through `until`."""
    if since == until:
        return frame.filter(nw.col("periode") == until)
    rows = frame.filter(nw.col("periode") <= until)
    return rows if since is None else rows.filter(nw.col("periode") >= since)


def shared_months(since: datetime | None, until: datetime) -> tuple[datetime | None, datetime]:
    """The first (None: of all) and the last of the months that are worked out together with those asked for.

    Whole years, from the second before the year of `until` on: so what is asked of one month, of the year until then,
    of two years, or of the next month, begins with the same work, which takes hardly longer than that for one month.
    """
    last = month_start(until.year, 12)
    if since is None:
        return None, last
    return month_start(min(since.year, until.year - YEARS_BEFORE), 1), last


def with_codes(frame: nw.LazyFrame, column: str, codes: Collection[str] | None) -> nw.LazyFrame:
    """The rows whose `column` holds one of `codes`; all rows for None."""
    return frame if codes is None else frame.filter(nw.col(column).is_in(sorted(codes)))

"""Questions asked of a table before something is written to it.

Owns what counts as a conflict between two committers and as counting twice, and the periods that rows hold.
"""

from datetime import datetime

import polars as pl

from jamsos_data.datasets import Dataset, dataset
from jamsos_data.lake.errors import DuplicateKeysError
from jamsos_data.periods import month_key

_SHOWN_KEYS = 5


def rows_differ(before: pl.LazyFrame, now: pl.LazyFrame) -> bool:
    """Whether two frames of the same columns hold different rows, in whatever order."""
    one, other = before.collect(), now.collect()
    return not one.sort(one.columns).equals(other.sort(other.columns))


def require_new_keys(kind: str, rows: pl.DataFrame, there: pl.LazyFrame) -> None:
    """Raise DuplicateKeysError when a key of `rows` is among the rows already `there` (both in stored types)."""
    key = list(dataset(kind).key)
    known = there.select(key)
    twice = (
        rows.lazy().select(key).join(known, on=key, how="semi", nulls_equal=True).unique().sort(key).collect()
    )
    if not twice.is_empty():
        keys = "; ".join(" · ".join(map(str, row)) for row in twice.head(_SHOWN_KEYS).rows())
        more = "; …" if twice.height > _SHOWN_KEYS else ""
        raise DuplicateKeysError("lake.duplicate_keys", kind=kind, n=twice.height, keys=keys, more=more)


def periods_of(rows: pl.LazyFrame, declared: Dataset) -> tuple[str, ...]:
    """The months ("2026-09"; days by their month) or years ("2025") of canonical rows; empty without a period."""
    name = declared.period_column
    if name is None:
        return ()
    values = rows.select(pl.col(name).unique().sort()).collect()[name].drop_nulls().to_list()
    return tuple(
        dict.fromkeys(month_key(value) if isinstance(value, datetime) else str(value) for value in values)
    )

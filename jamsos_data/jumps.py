"""Figures that became about 10, 100 or 1.000 times those of the month before, or that part of them.

Owns the comparison of an upload with the month before, cell by cell. Such a jump is rarely people: more often a lost
or doubled thousands sign, a trailing zero that a spreadsheet dropped, or rupiah typed in thousands. Figures of the
example data are invented and nothing is compared with them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from jamsos_data.datasets import Dataset
from jamsos_data.lake.schema import ASAL, EXAMPLE
from jamsos_data.losses import cell_texts
from jamsos_data.metrics.jumps import Times, times_between

_MONTH, _MONTHS_PAID = "periode", "bulan_dibayar"


@dataclass(frozen=True, kw_only=True)
class Jump:
    """A figure about `times` the one of the month before (`before`, `after`), or that part of it unless `up`.

    `cell` names it by column: month as "2026-09", codes.
    """

    cell: Mapping[str, str]
    before: int
    after: int
    times: Times
    up: bool


def find_jumps(
    rows: pl.DataFrame, around: pl.LazyFrame, *, declared: Dataset, measured: str
) -> tuple[Jump, ...]:
    """The jumps of `measured` in an upload's `rows` (stored types) against the month before, the largest first.

    The month before stands in `rows` themselves, else in `around`, the rows that stay in the lake. What was paid for
    several months at once counts by month. Data sets without months have none.
    """
    if _MONTH not in declared.key or measured not in rows.columns:
        return ()
    cell = [name for name in declared.key if name != _MONTH]
    amount = _by_month_paid(rows.columns, measured)
    now = _gathered(rows.lazy(), cell, amount)
    months = list(now.collect()[_MONTH].unique())
    stored = around.filter(pl.col(ASAL) != EXAMPLE, pl.col(_MONTH).dt.offset_by("1mo").is_in(months))
    earlier = pl.concat([now, _gathered(stored, cell, amount)]).with_columns(
        pl.col(_MONTH).dt.offset_by("1mo")
    )
    pairs = now.join(earlier, on=[_MONTH, *cell], nulls_equal=True, suffix="_before").collect()
    found = [
        jump for row in pairs.rows(named=True) if (jump := _jump(row, [_MONTH, *cell], declared)) is not None
    ]
    return tuple(
        sorted(found, key=lambda jump: (-jump.times, -max(jump.before, jump.after), *jump.cell.values()))
    )


def _by_month_paid(columns: list[str], measured: str) -> pl.Expr:
    if _MONTHS_PAID not in columns:
        return pl.col(measured)
    return pl.col(measured) // pl.col(_MONTHS_PAID).fill_null(1).clip(lower_bound=1)


def _gathered(rows: pl.LazyFrame, cell: list[str], amount: pl.Expr) -> pl.LazyFrame:
    return rows.group_by(_MONTH, *cell).agg(amount.sum().cast(pl.Int64).alias("amount"))


def _jump(row: Mapping[str, object], cell: list[str], declared: Dataset) -> Jump | None:
    before, after = int(str(row["amount_before"])), int(str(row["amount"]))
    times = times_between(before, after)
    if times is None:
        return None
    return Jump(
        cell=cell_texts(row, cell, declared), before=before, after=after, times=times, up=after > before
    )

"""The figures of a report, all from the canonical rows that were taken, never from rejected ones.

Periods, totals by value column, sums by kecamatan.
"""

from __future__ import annotations

import pandas as pd

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.periods import month_key


def list_periods(rows: pd.DataFrame, data: Dataset) -> tuple[str, ...]:
    """Months as "2026-09" (of days their month), years as "2025"; empty for data without a time."""
    column = data.period_column
    if column is None or rows.empty:
        return ()
    kind = data.column(column).kind
    distinct = rows[column].dropna().unique()
    if kind is ColumnKind.YEAR:
        return tuple(sorted(str(int(year)) for year in distinct))
    return tuple(sorted({month_key(pd.Timestamp(moment)) for moment in distinct}))


def sum_totals(rows: pd.DataFrame, data: Dataset) -> dict[str, int | float]:
    """The sum of each column of people, enterprises or rupiah. Percentages and months paid are never added."""
    names = [
        column.name
        for column in data.columns_of(ColumnKind.COUNT, ColumnKind.RUPIAH)
        if column.name != "bulan_dibayar"
    ]
    return {name: int(rows[name].sum()) for name in names if name in rows and rows[name].notna().any()}


def sum_by_kecamatan(rows: pd.DataFrame, data: Dataset) -> dict[str, int | float]:
    """The main value by kecamatan code, villages under theirs; regency rows under the regency's code.

    Empty where the main value is no count (percent targets, statuses).
    """
    value = data.value_column
    if rows.empty or data.column(value).kind not in (ColumnKind.COUNT, ColumnKind.RUPIAH):
        return {}
    kecamatan = rows["kode_wilayah"].map(
        {code: ".".join(code.split(".")[:3]) for code in rows["kode_wilayah"].unique()}
    )
    sums = rows.groupby(kecamatan, sort=True)[value].sum()
    return {str(code): int(total) for code, total in sums.items()}

"""What one person's month of protection cost as paid: rupiah ÷ (people paid for × months paid)."""

from __future__ import annotations

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.payments import payments
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.periods import month_start
from jamsos_data.reference import Reference

_KEYS = ["sumber_dana", "segmen"]
COLUMNS = {
    "sumber_dana": "str",
    "segmen": "str",
    "nilai": "int64",
    "orang_bulan": "int64",
    "per_orang_bulan": "float64",
    "seharusnya_per_orang": "float64",
}


def measure_unit_costs(iuran: IntoFrame, *, reference: Reference, question: PremiumQuestion) -> pd.DataFrame:
    """Paid iuran per person and month, January through question.bulan, by funding source and segment.

    Columns: sumber_dana, segmen, nilai (Rp paid), orang_bulan (people paid for × months paid), per_orang_bulan
    (Rp, unrounded, of the payments that state people; NaN where none does), seharusnya_per_orang (the same
    by tariff; NaN where the tariff of any payment is unknown). Rows are disjoint, dearest first.
    Raises ValueError for an unknown area, segment or funding source.
    """
    scope = area_scope(reference, tingkat="kabupaten", dalam=question.dalam)
    since = month_start(question.bulan.year, 1)
    paid = payments(iuran, reference=reference, scope=scope, question=question, since=since)
    groups = paid.groupby(_KEYS, as_index=False)
    sums = groups[["nilai", "nilai_berorang", "orang_bulan"]].sum()
    by_tariff = [
        _complete_sum(group.loc[group["nilai_berorang"].notna(), "seharusnya"]) for _, group in groups
    ]
    months = sums["orang_bulan"].where(sums["orang_bulan"] > 0)
    rows = sums.assign(
        per_orang_bulan=sums["nilai_berorang"] / months,
        seharusnya_per_orang=pd.Series(by_tariff, dtype="float64") / months,
    )
    ordered = rows.sort_values(["per_orang_bulan", *_KEYS], ascending=[False, True, True], ignore_index=True)
    return ordered[list(COLUMNS)].astype(COLUMNS)


def _complete_sum(amounts: pd.Series) -> float:
    """The sum, NaN where one amount is not known."""
    return float("nan") if amounts.isna().any() else float(amounts.sum())

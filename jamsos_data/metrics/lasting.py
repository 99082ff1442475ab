"""How long the money of a pagu lasts, month by month after the one looked at.

What is due for a month is what its people cost less what is already paid ahead for that month. Money that was paid
ahead for some of them spares their own months and nobody else's, and none of this year's where it was for the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from math import floor

import pandas as pd

from jamsos_data.metrics.absorption import MONTHS_OF_A_YEAR
from jamsos_data.periods import add_months

Ahead = Mapping[tuple[str, str], Sequence[int]]


def due_through_december(monthly: int, *, ahead: Sequence[int], bulan: datetime) -> int:
    """Rp that people who cost `monthly` still cost after `bulan` through its December; `ahead`: as in months_paid."""
    months = MONTHS_OF_A_YEAR - bulan.month
    return sum(max(monthly - paid, 0) for paid in [*ahead[:months], *([0] * (months - len(ahead)))])


def covered_through(months: float, *, bulan: datetime) -> datetime:
    """The last whole month that `months` after `bulan` cover, within the year that a pagu is of."""
    return add_months(bulan, min(max(floor(months), 0), MONTHS_OF_A_YEAR - bulan.month))


def months_paid(money: int, *, monthly: int, ahead: Sequence[int]) -> float:
    """How many months `money` (Rp) pays for people who cost `monthly` (Rp, above 0), the last as a fraction.

    `ahead`: Rp paid ahead for each month, in order. Where more was paid than granted, `money` and the answer are below
    0, unless the first months are paid ahead.
    """
    paid = 0
    for already in ahead:
        due = max(monthly - already, 0)
        if due > money and due > 0:
            return paid + (money / due if money > 0 or not paid else 0.0)
        money, paid = money - due, paid + 1
    return paid + (money / monthly if money > 0 or not paid else 0.0)


def ahead_by_pagu(
    ahead: pd.DataFrame, held: pd.DataFrame, *, bulan: datetime
) -> dict[tuple[str, str], list[int]]:
    """(kode_wilayah, pemegang_pagu) → Rp paid ahead for each month after `bulan`, as long as any is paid.

    `ahead`: kode_wilayah, sumber_dana, periode, rupiah; `held`: rows of :func:`absorption.add_budget_holders`.
    """
    keys = ["kode_wilayah", "sumber_dana"]
    paying = ahead.merge(held[[*keys, "pemegang_pagu"]], on=keys)
    places = ["kode_wilayah", "pemegang_pagu"]
    sums = paying.groupby([*places, "periode"])[["rupiah"]].sum().reset_index()  # months come in order
    found: dict[tuple[str, str], list[int]] = {}
    for area, holder, month, rupiah in zip(
        *(sums[name] for name in (*places, "periode", "rupiah")), strict=True
    ):
        after = (month.year - bulan.year) * MONTHS_OF_A_YEAR + month.month - bulan.month
        months = found.setdefault((area, holder), [])
        months += [0] * (after - 1 - len(months)) + [int(rupiah)]
    return found

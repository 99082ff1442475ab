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

Ahead = Mapping[tuple[str, ...], Sequence[int]]


def due_through_december(monthly: int, *, ahead: Sequence[int], bulan: datetime) -> int:
    """Rp that people who cost `monthly` still cost after `bulan` through its December; `ahead`: as in months_paid."""
    return _due_in_months(monthly, ahead=ahead, months=MONTHS_OF_A_YEAR - bulan.month)


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


def ahead_by_month(
    ahead: pd.DataFrame, *, by: Sequence[str], bulan: datetime
) -> dict[tuple[str, ...], list[int]]:
    """The values of `by` → Rp paid ahead for each month after `bulan`, as long as any is paid.

    `ahead`: `by`, periode, rupiah.
    """
    sums = ahead.groupby([*by, "periode"])[["rupiah"]].sum().reset_index()  # months come in order
    found: dict[tuple[str, ...], list[int]] = {}
    for *place, month, rupiah in zip(*(sums[name] for name in (*by, "periode", "rupiah")), strict=True):
        after = (month.year - bulan.year) * MONTHS_OF_A_YEAR + month.month - bulan.month
        months = found.setdefault(tuple(place), [])
        months += [0] * (after - 1 - len(months)) + [int(rupiah)]
    return found


def measure_lasting(
    held: pd.DataFrame, ahead: Ahead, earlier: Ahead, *, places: Sequence[tuple[str, ...]], bulan: datetime
) -> pd.DataFrame:
    """How long each pagu lasts, in the order of `held`: pagu, realisasi_pagu, iuran_pagu, tanpa_tarif_pagu.

    `ahead`: of :func:`ahead_by_month`, by the `places` of the rows; `earlier`: the same from January, paid before it
    (:mod:`last_year`). Columns: sejak_januari (Int64 Rp, what its people cost from January through `bulan` less what
    was paid before), tahun_lalu (bool: whether December said what was paid before), kewajiban_pagu (Int64 Rp, what
    its people cost through December), bulan_tersisa (Float64), cukup_sampai (month), each NA where one of its
    parts is not known.
    """
    months: list[float | None] = []
    due: list[int | None] = []
    since: list[int | None] = []
    left = held["pagu"] - held["realisasi_pagu"]
    for money, monthly, place, sure in zip(left, held["iuran_pagu"], places, is_priced(held), strict=True):
        paid = ahead.get(place, ())
        before = earlier.get(place, ())
        since.append(_due_in_months(int(monthly), ahead=before, months=bulan.month) if sure else None)
        due.append(due_through_december(int(monthly), ahead=paid, bulan=bulan) if sure else None)
        has_money = sure and not pd.isna(money)
        months.append(months_paid(int(money), monthly=int(monthly), ahead=paid) if has_money else None)
    until = [None if one is None else covered_through(one, bulan=bulan) for one in months]
    return pd.DataFrame(
        {
            "sejak_januari": pd.array(since, dtype="Int64"),
            "tahun_lalu": pd.array([place in earlier for place in places], dtype="bool"),
            "kewajiban_pagu": pd.array(due, dtype="Int64"),
            "bulan_tersisa": pd.array(months, dtype="Float64"),
            "cukup_sampai": pd.array(until, dtype="datetime64[us]"),
        },
        index=held.index,
    )


def is_priced(held: pd.DataFrame) -> pd.Series:
    """Whether a pagu has people whose cost is known to the last."""
    return ((held["iuran_pagu"] > 0) & (held["tanpa_tarif_pagu"] == 0)).fillna(False)


def _due_in_months(monthly: int, *, ahead: Sequence[int], months: int) -> int:
    """Rp due in `months` months, each less what of `ahead` (Rp by month, in order) is paid for it."""
    return sum(max(monthly - paid, 0) for paid in [*ahead[:months], *([0] * (months - len(ahead)))])

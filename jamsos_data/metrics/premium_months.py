"""Iuran month by month and its way from funding source over segment to programme."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.estimates import monthly_people
from jamsos_data.metrics.payments import payments
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.periods import month_start
from jamsos_data.reference import Reference

AT_ONCE = 1.5  # months: more than one, on average
NOTABLE_SHARE = 0.1  # of what was paid in the month
_MONTH = ["periode", "sumber_dana"]
_FLOW = ["sumber_dana", "segmen", "program"]


def measure_premium_months(
    iuran: IntoFrame,
    kepesertaan: IntoFrame,
    *,
    reference: Reference,
    question: PremiumQuestion,
    since: datetime | None = None,
) -> pd.DataFrame:
    """Paid and estimated iuran per month and funding source, from `since` (None: all) through question.bulan.

    Columns: periode (month start; payments stand in the month of payment, also when they pay for several),
    sumber_dana, induk, nilai (Int64 Rp paid, NA = no payment), estimasi (Int64 Rp = people in a paid month ×
    tariff, NA = not known), bulan_dibayar (float64: for how many months at once its people were paid, on average; NaN
    = not stated). Rows are disjoint: a source with others in it holds only its remainder.
    question.tingkat is not used. Raises ValueError for an unknown area, segment or funding source.
    """
    scope = area_scope(reference, tingkat="kabupaten", dalam=question.dalam)
    paid = payments(iuran, reference=reference, scope=scope, question=question, since=since)
    people = monthly_people(kepesertaan, reference=reference, scope=scope, question=question, since=since)
    counted = paid.groupby(_MONTH)[["orang", "orang_bulan"]].sum()
    parts = {
        "bulan_dibayar": counted["orang_bulan"] / counted["orang"].where(counted["orang"] > 0),
        "nilai": paid.astype({"nilai": "Int64"}).groupby(_MONTH)["nilai"].sum(min_count=1),
        "estimasi": people.groupby(_MONTH)["iuran"].sum(min_count=1),
    }
    rows = pd.DataFrame(parts).sort_index().reset_index()
    tree = reference.sumber_tree
    ordered = rows.assign(
        induk=pd.array([tree.parent(code) for code in rows["sumber_dana"]], dtype="str"),
        urutan=pd.array([tree.order(code) for code in rows["sumber_dana"]], dtype="int64"),
    ).sort_values(["periode", "urutan"], ignore_index=True)
    return ordered[["periode", "sumber_dana", "induk", "nilai", "estimasi", "bulan_dibayar"]].astype(
        {"nilai": "Int64", "estimasi": "Int64", "bulan_dibayar": "float64"}
    )


def paid_at_once(months: pd.DataFrame) -> pd.DataFrame:
    """Payments for several months at once that make a month stand out: rows of measure_premium_months.

    A row is one when its people were paid for at least AT_ONCE months on average and it holds at least NOTABLE_SHARE
    of what was paid in its month. Most rupiah first.
    """
    whole = months.groupby("periode")["nilai"].transform("sum")
    several = (months["bulan_dibayar"] >= AT_ONCE) & (months["nilai"] >= NOTABLE_SHARE * whole).fillna(False)
    return months[several].sort_values(["nilai", "periode"], ascending=False, ignore_index=True)


def measure_premium_flow(
    iuran: IntoFrame, *, reference: Reference, question: PremiumQuestion
) -> pd.DataFrame:
    """Paid iuran from January through question.bulan by funding source, segment and package of programmes.

    Columns: sumber_dana, segmen, program, nilai (int64 Rp). Rows are disjoint and largest first.
    Raises ValueError for an unknown area, segment or funding source.
    """
    scope = area_scope(reference, tingkat="kabupaten", dalam=question.dalam)
    since = month_start(question.bulan.year, 1)
    paid = payments(iuran, reference=reference, scope=scope, question=question, since=since)
    flow = paid.groupby(_FLOW, as_index=False)[["nilai"]].sum()
    return flow.sort_values(["nilai", *_FLOW], ascending=[False, True, True, True], ignore_index=True)

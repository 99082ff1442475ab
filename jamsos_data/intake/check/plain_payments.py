"""Payments that are plainly right: what the law asks of each of their people, for each month paid."""

from __future__ import annotations

import pandas as pd

from jamsos_data.metrics.tariffs import tariff_book
from jamsos_data.reference import Reference

_RULED_BY = ["segmen", "sumber_dana", "program", "periode"]


def are_plain(rows: pd.DataFrame, reference: Reference) -> pd.Series:
    """Which payments are exactly people × months × the tariff of their segment, payer, programme and month.

    `rows`: `nilai` (Rp), `people` (orang), `months`, and the codes and month starts that rule the tariff; without all
    of these, or where the tariff is a part of a wage, no payment is plain.
    """
    if not set(_RULED_BY) <= set(rows.columns):
        return pd.Series(False, index=rows.index)
    ruled = rows[_RULED_BY].drop_duplicates().dropna()
    book = tariff_book(reference)
    tariffs = [
        book.find(segmen=segment, sumber_dana=payer, program=program, bulan=month).per_bulan
        for segment, payer, program, month in ruled.itertuples(index=False, name=None)
    ]
    each = rows[_RULED_BY].merge(ruled.assign(tariff=pd.array(tariffs, dtype="Int64")), how="left")["tariff"]
    due = rows["people"] * rows["months"] * each.set_axis(rows.index)
    return (rows["nilai"] == due).fillna(False).astype(bool)

"""Progress of the duties that are not numbers: how many were done by which month, from the dates of the reports.

A report replaces the one before, so only the date of the last one is known: when something was done shows, when it
was begun does not.
"""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from jamsos_data.metrics.frames import records
from jamsos_data.periods import add_months, month_range, month_start

DONE = "selesai"
LONGEST = 36  # months
COLUMNS = {"periode": "datetime64[us]", "selesai": "int64", "baru": "str"}


def measure_duties_done(duties: pd.DataFrame, *, bulan: datetime) -> pd.DataFrame:
    """One row per month, from the one before the first duty was done (at most LONGEST) through `bulan`.

    `duties`: butir, status, tanggal (day or NaT), one row each. Columns: periode, selesai (int64, done by the end of
    the month), baru (codes of the duties done in it, joined by ";"). A duty done without a date is in no month; without
    any dated one there is no row.
    """
    done = {
        row["butir"]: month_start(row["tanggal"].year, row["tanggal"].month)
        for row in records(duties)
        if row["status"] == DONE and row["tanggal"] is not None
    }
    known = {code: month for code, month in done.items() if month <= bulan}
    if not known:
        return pd.DataFrame([], columns=list(COLUMNS)).astype(COLUMNS)
    first = max(add_months(min(known.values()), -1), add_months(bulan, 1 - LONGEST))
    rows = [
        {
            "periode": month,
            "selesai": sum(since <= month for since in known.values()),
            "baru": ";".join(code for code, since in known.items() if since == month),
        }
        for month in month_range(first, bulan)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)

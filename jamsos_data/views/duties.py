"""The duties of Inpres 2/2021 that are not numbers: the rows of a small data set for the page."""

from __future__ import annotations

import pandas as pd

from jamsos_data.metrics.duties import measure_duties_done
from jamsos_data.periods import add_months
from jamsos_data.views.view import View, gathered_once

UNREPORTED = "tanpa_laporan"
NOT_YET = "belum_dilaporkan"


@gathered_once
def duty_rows(view: View) -> pd.DataFrame:
    """Every duty in the order of the reference, for the area looked at or the nearest above it that reports.

    Columns: butir, status (UNREPORTED where nobody reports, NOT_YET where the reports are dated after the month
    looked at), tanggal (day or NaT), dokumen, instansi ("" where the report names no office).
    """
    stored = view.rows("tindak_lanjut")
    reported = stored[stored["kode_wilayah"].isin(view.upwards)]
    later = reported["tanggal"] >= add_months(view.month, 1)
    later_only = set(reported.loc[later, "butir"]) - set(reported.loc[~later, "butir"])
    known = reported[~later]
    nearest = known.sort_values("kode_wilayah").drop_duplicates("butir", keep="last").set_index("butir")
    order = list(view.reference.codes("butir_inpres"))
    rows = nearest.reindex(pd.Index(order, name="butir")).reset_index()
    silent = rows["butir"].isin(later_only).map({True: NOT_YET, False: UNREPORTED})
    filled = rows.assign(status=rows["status"].fillna(silent), dokumen=rows["dokumen"].fillna(""))
    return filled.assign(instansi=rows["instansi"].fillna(""))[
        ["butir", "status", "tanggal", "dokumen", "instansi"]
    ]


@gathered_once
def duty_course(view: View) -> pd.DataFrame:
    """How many duties were done by each month; columns as measure_duties_done."""
    return measure_duties_done(duty_rows(view), bulan=view.month)

"""How many of the people of each month are known only for a coarser area: "belum terpetakan"."""

from __future__ import annotations

import pandas as pd


def unmapped_by_month(trend: pd.DataFrame) -> pd.DataFrame:
    """Of rows of measure_coverage_trend of one segment (with what is not mapped), one row per month, in order.

    Columns: periode, orang (Int64: people not mapped, 0 = none), persen (float64: their share of the people of the
    month; 0 in a month without people).
    """
    everybody = trend.groupby("periode")["peserta_aktif"].sum()
    unmapped = trend[~trend["terpetakan"]].groupby("periode")["peserta_aktif"].sum()
    orang = unmapped.reindex(everybody.index).fillna(0).astype("Int64")
    persen = (100 * orang / everybody.where(everybody > 0)).astype("Float64").fillna(0.0)
    return pd.DataFrame({"orang": orang, "persen": persen.astype("float64")}).reset_index()

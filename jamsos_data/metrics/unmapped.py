"""How many of the people of each month are known only for a coarser area: "belum terpetakan".

Where that share changes, the areas inside rise or fall by mapping alone, though nobody came or went.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import pandas as pd

from jamsos_data.metrics.frames import records

ALIKE_POINTS = 1.0  # points of the participants' share: within them two months are mapped alike
STEP_POINTS = 10.0  # from so many points in one month on, the lines of the areas show the mapping and say so


@dataclass(frozen=True, kw_only=True)
class MappingStep:
    """The last month `before` people were mapped and the month `after`: people not mapped and their share (%)."""

    before: datetime
    after: datetime
    orang_before: int
    orang_after: int
    persen_before: float
    persen_after: float


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


def mapping_step(months: pd.DataFrame) -> MappingStep | None:
    """The last fall of the share not mapped by STEP_POINTS or more from one month to the next, None without one.

    `months`: rows of :func:`unmapped_by_month`, of complete months with people only.
    """
    rows = [
        (row["periode"].to_pydatetime(), int(row["orang"]), float(row["persen"])) for row in records(months)
    ]
    steps = [(one, other) for one, other in pairwise(rows) if one[2] - other[2] >= STEP_POINTS]
    if not steps:
        return None
    (before, orang_before, persen_before), (after, orang_after, persen_after) = steps[-1]
    return MappingStep(
        before=before,
        after=after,
        orang_before=orang_before,
        orang_after=orang_after,
        persen_before=persen_before,
        persen_after=persen_after,
    )


def unmapped_share(rows: pd.DataFrame) -> float:
    """The share (%) of people not mapped in rows of measure_coverage of one month and segment; 0 without people."""
    everybody = int(rows["peserta_aktif"].sum())
    unmapped = int(rows.loc[~rows["terpetakan"], "peserta_aktif"].sum())
    return 100 * unmapped / everybody if everybody else 0.0


def is_mapped_alike(earlier: pd.DataFrame, later: pd.DataFrame) -> bool:
    """Whether areas may be compared between two months: nearly the same share of the people is mapped to them.

    Both: rows of measure_coverage of one month, with what is not mapped.
    """
    return abs(unmapped_share(earlier) - unmapped_share(later)) < ALIKE_POINTS

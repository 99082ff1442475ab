"""How the example turns one number into many: a total over areas, a few known months into a monthly series.

Whole people only: shares are settled by the largest remainder, so parts always add up to their total.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from jamsos_data.periods import month_key, month_range, month_start

MONTHS: Final[tuple[datetime, ...]] = tuple(month_range(month_start(2023, 10), month_start(2026, 9)))

Counts = NDArray[np.int64]
Shares = Mapping[str, float]


def split_totals(totals: Counts, shares: Sequence[float]) -> Counts:
    """Split each total (n) over k shares by the largest remainder; gives n × k whole numbers, rows adding up."""
    weights = np.asarray(shares, dtype="float64")
    quotas = totals[:, None] * (weights / weights.sum())[None, :]
    parts = np.floor(quotas).astype("int64")
    missing = totals - parts.sum(axis=1)
    ranks = np.argsort(np.argsort(-(quotas - parts), axis=1, kind="stable"), axis=1, kind="stable")
    return parts + (ranks < missing[:, None])


def split_total(total: int, shares: Shares) -> dict[str, int]:
    """Split one total over named shares by the largest remainder; the order of the names settles ties."""
    parts = split_totals(np.array([total], dtype="int64"), list(shares.values()))[0]
    return {name: int(part) for name, part in zip(shares, parts, strict=True)}


def monthly_series(knots: Mapping[str, int], *, wobble: float, rng: np.random.Generator) -> Counts:
    """People per month of MONTHS: exact at the knots ("2023-11": 9128), straight between, zero outside them.

    Between knots the line wobbles by up to about `wobble` of its value, and not at all on and beside a knot.
    """
    positions = [index for index, month in enumerate(MONTHS) if month_key(month) in knots]
    values = [knots[month_key(MONTHS[index])] for index in positions]
    line = np.interp(np.arange(len(MONTHS)), positions, values, left=0.0, right=0.0)
    distance = np.min(np.abs(np.arange(len(MONTHS))[:, None] - np.array(positions)[None, :]), axis=1)
    noise = rng.normal(0.0, wobble, len(MONTHS)) * np.clip(distance - 1, 0, 2) / 2
    return np.round(line * (1.0 + noise)).astype("int64")


def spread_months(totals: Counts, shares: Shares) -> pd.DataFrame:
    """Spread monthly totals (one per month of MONTHS) over areas: columns periode, kode_wilayah, peserta_aktif.

    Cells without people are left out, as they are in officials' files.
    """
    parts = split_totals(totals, list(shares.values()))
    frame = pd.DataFrame(
        {
            "periode": np.repeat(pd.DatetimeIndex(MONTHS).as_unit("us"), len(shares)),
            "kode_wilayah": np.tile(np.array(list(shares), dtype=object), len(MONTHS)),
            "peserta_aktif": parts.ravel(),
        }
    )
    return frame.loc[frame["peserta_aktif"] > 0].reset_index(drop=True)

"""Months in which participants fell so far that a line of people needs a word of explanation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import pandas as pd

from jamsos_data.metrics.frames import records

FALL_PERCENT = 5.0  # of the participants of the month before


@dataclass(frozen=True, kw_only=True)
class Fall:
    """From `before` to `after` (month starts) participants fell by `orang`; the years of the potensi (None = none)."""

    before: datetime
    after: datetime
    orang: int
    tahun_before: int | None
    tahun_after: int | None

    @property
    def with_denominator(self) -> bool:
        """Whether the denominator changed in the same month."""
        return None not in (self.tahun_before, self.tahun_after) and self.tahun_before != self.tahun_after


def find_falls(course: pd.DataFrame) -> list[Fall]:
    """The falls of FALL_PERCENT or more between neighbouring rows of measure_coverage_trend of one area."""
    rows = [row for row in records(course.sort_values("periode")) if row["peserta_aktif"] is not None]
    return [
        Fall(
            before=before["periode"].to_pydatetime(),
            after=after["periode"].to_pydatetime(),
            orang=before["peserta_aktif"] - after["peserta_aktif"],
            tahun_before=before["tahun"],
            tahun_after=after["tahun"],
        )
        for before, after in pairwise(rows)
        if 100 * (before["peserta_aktif"] - after["peserta_aktif"])
        >= FALL_PERCENT * before["peserta_aktif"]
        > 0
    ]


def deepest_segment(
    before: pd.DataFrame, after: pd.DataFrame, *, leaves: frozenset[str]
) -> tuple[str, int] | None:
    """The segment of `leaves` that lost most people between two answers of measure_coverage_by_segmen, and how many."""
    then, now = (
        frame[frame["terpetakan"]].set_index("segmen")["peserta_aktif"].fillna(0) for frame in (before, after)
    )
    lost = (then - now.reindex(then.index).fillna(0)).astype("int64")
    lost = lost[[code in leaves for code in lost.index]].sort_values(ascending=False, kind="stable")
    return (str(lost.index[0]), int(lost.iloc[0])) if len(lost) and lost.iloc[0] > 0 else None

"""Which figures the village sheet shows: one desa or kelurahan, and what they are in its kecamatan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from jamsos_data.metrics.attention_kinds import JUDGE_THE_MONTH, Attention
from jamsos_data.metrics.enterprises import Enterprises
from jamsos_data.metrics.village import compare_segments, months_without_data, who_pays
from jamsos_data.periods import add_months
from jamsos_data.views import figures
from jamsos_data.views.coverage_figures import mapped_alike
from jamsos_data.views.rows import first_row
from jamsos_data.views.targets_figures import honest
from jamsos_data.views.view import View, gathered_once

MONTHS = 13  # of the small trend: the same month of the year before is its first


@dataclass(frozen=True, kw_only=True)
class VillageFigures:
    """Answers of the metrics for one desa or kelurahan, whatever its people's segment and payer.

    `now` and `before` (None without an earlier month that may be compared) are rows of measure_coverage, `around` that
    of its kecamatan, `neighbours` those of all desa in it, `unmapped` the people of the kecamatan known for no desa
    (None: there are none). `target`: its row of measure_targets. `segments`: compare_segments; `payers`: who_pays;
    `endings`: measure_endings. `course` and `course_around`: measure_coverage_trend of the last MONTHS months.
    `missing`: months without data since the first with any; `known`: the last month with people (None: there is none).
    `budget`: its row of measure_village_budgets (None for a kelurahan), `budgets` those of the kecamatan.
    `findings`: what needs attention here, but for the gap to the target, which the sheet states itself.
    """

    now: Any
    before: Any | None
    around: Any
    neighbours: pd.DataFrame
    unmapped: Any | None
    target: Any
    segments: pd.DataFrame
    payers: pd.DataFrame
    endings: pd.DataFrame
    course: pd.DataFrame
    course_around: pd.DataFrame
    missing: tuple[datetime, ...]
    known: datetime | None
    budget: Any | None
    budgets: pd.DataFrame
    enterprises: Enterprises | None
    findings: tuple[Attention, ...]
    alike: bool
    complete: bool

    @property
    def silent(self) -> tuple[str, ...]:
        """The other desa of the kecamatan without data in the month, by name: its percentage lacks their people."""
        rows = self.neighbours[self.neighbours["peserta_aktif"].isna()]
        return tuple(rows.loc[rows["kode_wilayah"] != self.now.kode_wilayah, "wilayah"])

    @property
    def has_data(self) -> bool:
        """Whether people are known in the month looked at."""
        return not pd.isna(self.now.peserta_aktif)


@gathered_once
def village_figures(view: View) -> VillageFigures:
    """All figures of the sheet of the desa looked at; gathered once for the same choices. Not to be changed."""
    kecamatan = view.kecamatan
    around: dict[str, Any] = {"tingkat": "kecamatan", "dalam": kecamatan}
    inside: dict[str, Any] = {"tingkat": "desa", "dalam": kecamatan}
    now, alike = figures.coverage(view, total=True), mapped_alike(view)
    whole = figures.coverage_trend(view, total=True)
    since = add_months(view.month, 1 - MONTHS)
    neighbours = figures.coverage(view, **inside)
    budgets = figures.village_budgets(view, dalam=kecamatan)
    endings = figures.endings(view)
    return VillageFigures(
        now=first_row(now),
        before=first_row(figures.coverage(view, total=True, bulan=view.banding)) if view.banding else None,
        around=first_row(figures.coverage(view, **around)),
        neighbours=neighbours[neighbours["terpetakan"]],
        unmapped=first_row(neighbours[~neighbours["terpetakan"] & (neighbours["peserta_aktif"] > 0)]),
        target=first_row(honest(figures.targets(view, total=True), view)),
        segments=_segments(view, alike=alike),
        payers=who_pays(figures.premiums(view), endings),
        endings=endings,
        course=whole[whole["periode"] >= since],
        course_around=figures.coverage_trend(view, since=since, **around),
        missing=months_without_data(whole),
        known=max(whole.loc[whole["peserta_aktif"].notna(), "periode"], default=None),
        budget=first_row(budgets[budgets["kode_wilayah"] == view.wilayah]),
        budgets=budgets,
        enterprises=figures.enterprises(view),
        findings=tuple(one for one in figures.attention(view) if one.code not in JUDGE_THE_MONTH),
        alike=alike,
        complete=view.lacking is None,
    )


def _segments(view: View, *, alike: bool) -> pd.DataFrame:
    now = figures.coverage_by_segmen(view, total=True)
    before = now.head(0)
    if view.banding and alike:
        before = figures.coverage_by_segmen(view, total=True, bulan=view.banding)
    return compare_segments(
        now,
        before,
        figures.coverage_by_segmen(view, tingkat="kecamatan", dalam=view.kecamatan),
        honest(figures.targets(view, total=True, segmen=None), view),
    )

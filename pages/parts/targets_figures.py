"""Which figures the page Target shows: the area looked at, the areas inside it, segments, duties, enterprises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from jamsos_data.metrics.pace import PACE_MONTHS
from jamsos_data.periods import add_months
from pages.parts import figures
from pages.parts.rows import first_row
from pages.parts.state import Selection

NO_TARGET = "tanpa_target"


@dataclass(frozen=True, kw_only=True)
class TargetFigures:
    """Answers of measure_targets for one selection.

    `now` is the area looked at in the segmen looked at, `whole` the same as a frame of one row; `areas` are
    the areas inside it; `segments` are all its segments with a target, `grid` those of the areas inside it.
    `course` is measure_coverage_trend of the area. Of a month that is not `complete` there are neither additions
    nor pace; nor is there a pace from a month that was not. Who pays is not asked: a target counts everybody.
    """

    now: Any
    whole: pd.DataFrame
    areas: pd.DataFrame
    segments: pd.DataFrame
    grid: pd.DataFrame
    course: pd.DataFrame
    complete: bool = True

    @property
    def legal_bases(self) -> list[str]:
        """Where the targets shown come from, each named once."""
        named = pd.concat([self.whole["dasar_hukum"], self.segments["dasar_hukum"]])
        return [text for text in named.drop_duplicates() if text]


def target_figures(selection: Selection) -> TargetFigures:
    """All figures of the page; each is answered once per data version and question."""
    whole = _honest(figures.targets(selection, total=True), selection)
    segments = _honest(figures.targets(selection, total=True, segmen=None), selection)
    grid = _honest(figures.targets(selection, segmen=None), selection)
    areas = _honest(figures.targets(selection), selection)
    return TargetFigures(
        now=first_row(whole),
        whole=whole,
        areas=_aimed(areas),
        segments=_aimed(segments),
        grid=_aimed(grid),
        course=figures.coverage_trend(selection, total=True, sumber_dana=None),
        complete=selection.lacking is None,
    )


def _honest(rows: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """Without the figures per month that a month which is not complete would falsify."""
    if selection.lacking is not None:
        return rows.assign(
            tambahan_per_bulan=pd.array([pd.NA] * len(rows), dtype="Int64"), laju_6_bulan=float("nan")
        )
    if not selection.is_complete(add_months(selection.month, -PACE_MONTHS)):
        return rows.assign(laju_6_bulan=float("nan"))
    return rows


def _aimed(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of mapped people with a target, of the segments that can be judged anywhere."""
    kept = rows[rows["terpetakan"] & (rows["alasan"] != NO_TARGET)]
    judged = kept.loc[kept["tercapai"].notna(), "segmen"].unique()
    return kept[kept["segmen"].isin(judged)]

"""Which figures the page Target shows: the area looked at, the areas inside it, segments, duties, enterprises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.parts import figures
from pages.parts.rows import first_row
from pages.parts.state import Selection

NO_TARGET = "tanpa_target"


@dataclass(frozen=True, kw_only=True)
class TargetFigures:
    """Answers of measure_targets for one selection.

    `now` is the area looked at in the segmen looked at, `whole` the same as a frame of one row; `areas` are
    the areas inside it; `segments` are all its segments with a target, `grid` those of the areas inside it.
    `course` is measure_coverage_trend of the area. Who pays is not asked: a target counts everybody.
    """

    now: Any
    whole: pd.DataFrame
    areas: pd.DataFrame
    segments: pd.DataFrame
    grid: pd.DataFrame
    course: pd.DataFrame

    @property
    def legal_bases(self) -> list[str]:
        """Where the targets shown come from, each named once."""
        named = pd.concat([self.whole["dasar_hukum"], self.segments["dasar_hukum"]])
        return [text for text in named.drop_duplicates() if text]


def target_figures(selection: Selection) -> TargetFigures:
    """All figures of the page; each is answered once per data version and question."""
    whole = figures.targets(selection, total=True)
    segments = figures.targets(selection, total=True, segmen=None)
    grid = figures.targets(selection, segmen=None)
    areas = figures.targets(selection)
    return TargetFigures(
        now=first_row(whole),
        whole=whole,
        areas=_aimed(areas),
        segments=_aimed(segments),
        grid=_aimed(grid),
        course=figures.coverage_trend(selection, total=True, sumber_dana=None),
    )


def _aimed(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of mapped people with a target, of the segments that can be judged anywhere."""
    kept = rows[rows["terpetakan"] & (rows["alasan"] != NO_TARGET)]
    judged = kept.loc[kept["tercapai"].notna(), "segmen"].unique()
    return kept[kept["segmen"].isin(judged)]

"""Which figures the page Cakupan shows: the area looked at, the areas inside it, what is not mapped to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.parts import figures
from pages.parts.charts.wording import rows_of
from pages.parts.rows import first_row
from pages.parts.state import Selection


@dataclass(frozen=True, kw_only=True)
class CoverageFigures:
    """Answers of measure_coverage and its relatives, and of measure_targets, for one selection.

    `now` and `before` (None without an earlier month) are the area looked at, `own_segments` its segments;
    `areas`, `areas_before`, `segments` and `trend` are the areas inside it; `rest` are the people known for
    none of these (None when there are none); `targets` is empty while one funding source is looked at: a
    target asks not who pays.
    """

    now: Any
    before: Any | None
    course: pd.DataFrame
    areas: pd.DataFrame
    areas_before: pd.DataFrame
    rest: Any | None
    targets: pd.DataFrame
    segments: pd.DataFrame
    own_segments: pd.DataFrame
    trend: pd.DataFrame
    villages: pd.DataFrame


def coverage_figures(selection: Selection) -> CoverageFigures:
    """All figures of the page; each is answered once per data version and question."""
    earlier = selection.banding
    areas = figures.coverage(selection)
    targets = _mapped(figures.targets(selection))
    return CoverageFigures(
        now=first_row(figures.coverage(selection, total=True)),
        before=first_row(figures.coverage(selection, total=True, bulan=earlier)) if earlier else None,
        course=figures.coverage_trend(selection, total=True),
        areas=_mapped(areas),
        areas_before=_mapped(figures.coverage(selection, bulan=earlier)) if earlier else areas.head(0),
        rest=_remainder(areas),
        targets=targets if selection.sumber_dana is None else targets.head(0),
        segments=_mapped(figures.coverage_by_segmen(selection)),
        own_segments=figures.coverage_by_segmen(selection, total=True),
        trend=figures.coverage_trend(selection) if selection.kecamatan is None else areas.head(0),
        villages=figures.coverage(selection, tingkat="desa"),
    )


def _mapped(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["terpetakan"]]


def _remainder(rows: pd.DataFrame) -> Any | None:
    rest = rows_of(rows[~rows["terpetakan"] & (rows["peserta_aktif"] > 0)])
    return rest[0] if rest else None

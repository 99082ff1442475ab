"""Which figures the page Cakupan shows: the area looked at, the areas inside it, what is not mapped to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from jamsos_data.metrics.questions import CONSTRUCTION
from pages.parts import figures
from pages.parts.charts.wording import rows_of
from pages.parts.rows import first_row
from pages.parts.state import Selection


@dataclass(frozen=True, kw_only=True)
class AreaFigures:
    """The areas inside the one looked at: their coverage, the people known for none of them (None when there
    are none), and their targets; empty while one funding source is looked at: a target asks not who pays.
    `only_regency`: the people chosen are known for the regency as a whole and for no area in it.
    """

    areas: pd.DataFrame
    rest: Any | None
    targets: pd.DataFrame
    only_regency: bool


@dataclass(frozen=True, kw_only=True)
class CoverageFigures(AreaFigures):
    """Answers of measure_coverage and its relatives, and of measure_targets, for one selection.

    `now` and `before` (None without an earlier month) are the area looked at, `own_segments` its segments;
    `areas_before`, `segments` and `trend` are, like `areas`, the areas inside it.
    """

    now: Any
    before: Any | None
    course: pd.DataFrame
    areas_before: pd.DataFrame
    segments: pd.DataFrame
    own_segments: pd.DataFrame
    trend: pd.DataFrame
    villages: pd.DataFrame


def area_figures(selection: Selection) -> AreaFigures:
    """The figures behind map and ranking."""
    areas = figures.coverage(selection)
    targets = _mapped(figures.targets(selection))
    return AreaFigures(
        areas=_mapped(areas),
        rest=_remainder(areas),
        targets=targets if selection.sumber_dana is None else targets.head(0),
        only_regency=_only_regency(selection),
    )


def coverage_figures(selection: Selection) -> CoverageFigures:
    """All figures of the page; each is answered once per data version and question."""
    earlier = selection.banding
    inside = area_figures(selection)
    none = inside.areas.head(0)
    return CoverageFigures(
        areas=inside.areas,
        rest=inside.rest,
        targets=inside.targets,
        only_regency=inside.only_regency,
        now=first_row(figures.coverage(selection, total=True)),
        before=first_row(figures.coverage(selection, total=True, bulan=earlier)) if earlier else None,
        course=figures.coverage_trend(selection, total=True),
        areas_before=_mapped(figures.coverage(selection, bulan=earlier)) if earlier else none,
        segments=_mapped(figures.coverage_by_segmen(selection)),
        own_segments=figures.coverage_by_segmen(selection, total=True),
        trend=figures.coverage_trend(selection) if selection.kecamatan is None else none,
        villages=figures.coverage(selection, tingkat="desa"),
    )


def _only_regency(selection: Selection) -> bool:
    tree = selection.reference.segmen_tree
    if CONSTRUCTION in tree and selection.segmen in tree.descendants(CONSTRUCTION):
        return True
    regency = figures.coverage(selection, tingkat="kecamatan", dalam=None)
    return bool(_mapped(regency)["peserta_aktif"].isna().all()) and _only_there(regency, selection)


def _only_there(rows: pd.DataFrame, selection: Selection) -> bool:
    known = rows[~rows["terpetakan"] & (rows["peserta_aktif"] > 0)]
    return set(known["kode_wilayah"]) == {selection.reference.kabupaten}


def _mapped(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["terpetakan"]]


def _remainder(rows: pd.DataFrame) -> Any | None:
    rest = rows_of(rows[~rows["terpetakan"] & (rows["peserta_aktif"] > 0)])
    return rest[0] if rest else None

"""Which figures the page Cakupan shows: the area looked at, the areas inside it, what is not mapped to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any

import pandas as pd

from jamsos_data.metrics.identity import ByIdentity
from jamsos_data.metrics.questions import CONSTRUCTION
from jamsos_data.metrics.unmapped import is_mapped_alike
from jamsos_data.views import figures
from jamsos_data.views.rows import KEPT_ROWS, first_row
from jamsos_data.views.view import View, gathered_once
from jamsos_data.wording import rows_of


@dataclass(frozen=True, kw_only=True)
class AreaFigures:
    """The areas inside the one looked at: their coverage, the people known for none of them (None when there
    are none), and their targets; empty while one funding source is looked at (a target asks not who pays) and in a
    month that is not `complete` (nothing is judged). `beyond`: what the areas need to add up, people not mapped and
    the whole, in the columns of `targets`, or of `areas` without them. `silent`: measure_silence.
    `only_regency`: the people chosen are known for the regency as a whole and for no area in it.
    """

    areas: pd.DataFrame
    rest: Any | None
    targets: pd.DataFrame
    beyond: pd.DataFrame
    silent: pd.DataFrame
    only_regency: bool
    complete: bool

    @property
    def marked(self) -> tuple[str, ...]:
        """The areas (codes) whose figures lack a desa that reported before."""
        return tuple(sorted({*self.silent["induk"]} & {*self.areas["kode_wilayah"]}))


@dataclass(frozen=True, kw_only=True)
class CoverageFigures(AreaFigures):
    """Answers of measure_coverage and its relatives, and of measure_targets, for one view.

    `now` and `before` (None without an earlier month) are the area looked at, `own_segments` its segments;
    `areas_before`, `segments` and `trend` are, like `areas`, the areas inside it. `mapped_alike`: see
    :func:`mapped_alike`; `incomplete` are the months that no line may join.
    """

    now: Any
    before: Any | None
    course: pd.DataFrame
    areas_before: pd.DataFrame
    segments: pd.DataFrame
    own_segments: pd.DataFrame
    trend: pd.DataFrame
    villages: pd.DataFrame
    mapped_alike: bool
    incomplete: frozenset[datetime]

    @cached_property
    def mapped_trend(self) -> pd.DataFrame:
        """`trend` without the people known for no area."""
        return self.trend[self.trend["terpetakan"]]

    @cached_property
    def segments_with_potential(self) -> pd.DataFrame:
        """`segments` without those whose coverage can be computed nowhere."""
        known = self.segments.loc[self.segments["persen"].notna(), "segmen"]
        return self.segments[self.segments["segmen"].isin(set(known))]


@gathered_once
def area_figures(view: View) -> AreaFigures:
    """The figures behind map and ranking, gathered once for the same choices and data. Not to be changed."""
    areas, targets = figures.coverage(view), figures.targets(view)
    judged = view.sumber_dana is None and view.lacking is None
    around: dict[str, Any] = {
        "tingkat": "kecamatan" if view.kecamatan else "kabupaten",
        "dalam": view.kecamatan,
    }
    shown = targets if judged else areas
    whole = figures.targets(view, **around) if judged else figures.coverage(view, **around)
    unmapped = shown[~shown["terpetakan"] & (shown["peserta_aktif"] > 0)]
    return AreaFigures(
        areas=_mapped(areas),
        rest=_remainder(areas),
        targets=_mapped(targets) if judged else targets.head(0),
        beyond=pd.concat([unmapped, _mapped(whole)]),
        silent=figures.silence(view),
        only_regency=_only_regency(view),
        complete=view.lacking is None,
    )


def complete_months(rows: pd.DataFrame, view: View) -> pd.DataFrame:
    """Rows of measure_coverage_trend without the months that are not complete: no line may lead there."""
    return _complete(ByIdentity(rows), frozenset(view.incomplete))


@lru_cache(maxsize=KEPT_ROWS)
def _complete(rows: ByIdentity[pd.DataFrame], incomplete: frozenset[datetime]) -> pd.DataFrame:
    return rows.held[~rows.held["periode"].isin(list(incomplete))]


@gathered_once
def mapped_alike(view: View) -> bool:
    """Whether areas inside the regency may be compared between the two months looked at.

    They may not where another share of the people was mapped to them: then a rise is only mapping.
    """
    if view.banding is None:
        return True
    levels: list[dict[str, Any]] = [{"tingkat": "kecamatan", "dalam": None}]
    if view.kecamatan:
        levels.append({"tingkat": "desa", "dalam": view.kecamatan})
    return all(
        is_mapped_alike(
            figures.coverage(view, bulan=view.banding, **level),
            figures.coverage(view, **level),
        )
        for level in levels
    )


@gathered_once
def coverage_figures(view: View) -> CoverageFigures:
    """All figures of the page; gathered once for the same choices and data. Not to be changed."""
    earlier = view.banding
    inside = area_figures(view)
    none = inside.areas.head(0)
    return CoverageFigures(
        areas=inside.areas,
        rest=inside.rest,
        targets=inside.targets,
        beyond=inside.beyond,
        silent=inside.silent,
        only_regency=inside.only_regency,
        complete=inside.complete,
        now=first_row(figures.coverage(view, total=True)),
        before=first_row(figures.coverage(view, total=True, bulan=earlier)) if earlier else None,
        course=figures.coverage_trend(view, total=True),
        areas_before=_mapped(figures.coverage(view, bulan=earlier)) if earlier else none,
        segments=_mapped(figures.coverage_by_segmen(view)),
        own_segments=figures.coverage_by_segmen(view, total=True),
        trend=figures.coverage_trend(view) if view.kecamatan is None else none,
        villages=figures.coverage(view, tingkat="desa"),
        mapped_alike=mapped_alike(view),
        incomplete=frozenset(view.incomplete),
    )


def _only_regency(view: View) -> bool:
    tree = view.reference.segmen_tree
    if CONSTRUCTION in tree and view.segmen in tree.descendants(CONSTRUCTION):
        return True
    regency = figures.coverage(view, tingkat="kecamatan", dalam=None)
    return bool(_mapped(regency)["peserta_aktif"].isna().all()) and _only_there(regency, view)


def _only_there(rows: pd.DataFrame, view: View) -> bool:
    known = rows[~rows["terpetakan"] & (rows["peserta_aktif"] > 0)]
    return set(known["kode_wilayah"]) == {view.reference.kabupaten}


def _mapped(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["terpetakan"]]


def _remainder(rows: pd.DataFrame) -> Any | None:
    rest = rows_of(rows[~rows["terpetakan"] & (rows["peserta_aktif"] > 0)])
    return rest[0] if rest else None

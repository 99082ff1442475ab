"""Which figures the page Target shows: the area looked at, the areas inside it, segments, duties, enterprises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from jamsos_data.metrics.pace import PACE_MONTHS
from jamsos_data.metrics.projection import add_projection, project
from jamsos_data.periods import add_months
from jamsos_data.views import figures
from jamsos_data.views.rows import first_row
from jamsos_data.views.view import View, gathered_once

AHEAD = 12  # months; further than that the projection was not back-tested
LEAST_AHEAD = 6  # months
NO_TARGET = "tanpa_target"
INCOMPLETE_MONTH = "bulan_tidak_lengkap"
_JUDGED_PEOPLE = ("kurang_orang", "tambahan_per_bulan", "belum_terlindungi")


@dataclass(frozen=True, kw_only=True)
class TargetFigures:
    """Answers of measure_targets for one view.

    `now` is the area looked at in the segmen looked at, `whole` the same as a frame of one row; `areas` are the areas
    inside it and `around` the area around those; `segments` are all its segments with a target, `grid` those of the
    areas inside it. `course` is measure_coverage_trend of the area, `incomplete` the months that no line may join. Of
    a month that is not `complete` there are neither gaps nor verdicts nor pace; nor is there a pace from a month that
    was not (`paced` is False). `whole`, `areas`, `segments` and `grid` have the columns of add_projection; `ahead` is
    the projection of the area, month by month (empty where there is none), `cliff` what is left of it
    unless payments are renewed (measure_cliff). `silent`: measure_silence. Who pays is not
    asked: a target counts everybody.
    """

    now: Any
    whole: pd.DataFrame
    areas: pd.DataFrame
    segments: pd.DataFrame
    grid: pd.DataFrame
    course: pd.DataFrame
    ahead: pd.DataFrame
    cliff: pd.DataFrame
    around: Any
    silent: pd.DataFrame
    incomplete: frozenset[datetime]
    complete: bool = True
    paced: bool = True

    @property
    def marked(self) -> tuple[str, ...]:
        """The areas (codes) whose figures lack a desa that reported before."""
        return tuple(sorted({*self.silent["induk"]} & {*self.areas["kode_wilayah"]}))

    @property
    def legal_bases(self) -> list[str]:
        """Where the targets shown come from, each named once."""
        named = pd.concat([self.whole["dasar_hukum"], self.segments["dasar_hukum"]])
        return [text for text in named.drop_duplicates() if text]


@gathered_once
def target_figures(view: View) -> TargetFigures:
    """All figures of the page; gathered once for the same choices and data. Not to be changed."""
    trends = figures.trends(view)
    whole, segments, grid, areas = (
        add_projection(honest(rows, view), trends, bulan=view.month)
        for rows in (
            figures.targets(view, total=True),
            figures.targets(view, total=True, segmen=None),
            figures.targets(view, segmen=None),
            figures.targets(view),
        )
    )
    return TargetFigures(
        now=first_row(whole),
        whole=whole,
        areas=_aimed(areas, view),
        segments=_aimed(segments, view),
        grid=_aimed(grid, view),
        course=figures.coverage_trend(view, total=True, sumber_dana=None),
        ahead=project(first_row(whole), bulan=view.month, until=_horizon(first_row(whole), view.month)),
        cliff=figures.cliff(view, total=True, sumber_dana=None),
        around=first_row(
            honest(
                figures.targets(
                    view,
                    tingkat="kecamatan" if view.kecamatan else "kabupaten",
                    dalam=view.kecamatan,
                ),
                view,
            )
        ),
        silent=figures.silence(view),
        incomplete=frozenset(view.incomplete),
        complete=view.lacking is None,
        paced=view.is_complete(add_months(view.month, -PACE_MONTHS)),
    )


def _horizon(row: Any, bulan: datetime) -> datetime:
    """The month through which a projection is drawn: to the target and its deadline, from LEAST_AHEAD to AHEAD."""
    aims = [moment for moment in (row.batas_waktu, row.tercapai_pada) if not pd.isna(moment)]
    return min(max([add_months(bulan, LEAST_AHEAD), *aims]), add_months(bulan, AHEAD))


def honest(rows: pd.DataFrame, view: View) -> pd.DataFrame:
    """Without the figures that a month which is not complete would falsify: it is not set against its target."""
    if view.lacking is not None:
        unknown = {name: pd.array([pd.NA] * len(rows), dtype="Int64") for name in _JUDGED_PEOPLE}
        unjudged = pd.array([pd.NA] * len(rows), dtype="boolean")
        return rows.assign(
            **unknown,
            tercapai=unjudged,
            selisih_poin=float("nan"),
            belum_persen=float("nan"),
            laju_6_bulan=float("nan"),
            alasan=rows["alasan"].mask(rows["alasan"] == "", INCOMPLETE_MONTH),
        )
    if not view.is_complete(add_months(view.month, -PACE_MONTHS)):
        return rows.assign(laju_6_bulan=float("nan"))
    return rows


def _aimed(rows: pd.DataFrame, view: View) -> pd.DataFrame:
    """Rows of mapped people with a target, of the segments that can be judged anywhere (in a complete month)."""
    kept = rows[rows["terpetakan"] & (rows["alasan"] != NO_TARGET)]
    if view.lacking is not None:
        return kept
    judged = kept.loc[kept["tercapai"].notna(), "segmen"].unique()
    return kept[kept["segmen"].isin(judged)]

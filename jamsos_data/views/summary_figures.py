"""All figures of the page Ringkasan, gathered once for a view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from jamsos_data.periods import add_months
from jamsos_data.sentences.summary import Change, change_between
from jamsos_data.views import figures
from jamsos_data.views.coverage_figures import AreaFigures, area_figures, complete_months, mapped_alike
from jamsos_data.views.rows import first_row
from jamsos_data.views.view import View, gathered_once

TREND_MONTHS = 13


@dataclass(frozen=True, kw_only=True)
class SummaryFigures:
    """`now` and `target`: the rows of measure_coverage and measure_targets of the area looked at; `change`: since the
    month compared with; `course`: its measure_coverage_trend of the last TREND_MONTHS, complete months; `inside`: the
    areas in it, `judged` those that the headline may name; `payments`: measure_premium_months of the year; `premiums`:
    measure_premiums.
    """

    now: Any
    target: Any | None
    change: Change | None
    course: pd.DataFrame
    inside: AreaFigures
    judged: pd.DataFrame
    payments: pd.DataFrame
    premiums: pd.DataFrame


@gathered_once
def summary_figures(view: View) -> SummaryFigures:
    """All figures of the page; gathered once for the same choices and data. Not to be changed."""
    now, inside = first_row(figures.coverage(view, total=True)), area_figures(view)
    since = add_months(view.month, 1 - TREND_MONTHS)
    trend = figures.coverage_trend(view, total=True, since=since)
    before = first_row(trend[trend["periode"] == view.banding])
    if before is None and view.banding:
        before = first_row(figures.coverage(view, total=True, bulan=view.banding))
    is_regency = view.wilayah == view.reference.kabupaten
    is_inside = view.level_inside != view.reference.area_level(view.wilayah)
    return SummaryFigures(
        now=now,
        target=first_row(figures.targets(view, total=True)) if view.sumber_dana is None else None,
        change=change_between(before, now, mapped_alike=is_regency or mapped_alike(view)),
        course=complete_months(trend, view),
        inside=inside,
        judged=inside.targets if is_inside else inside.targets.head(0),
        payments=figures.paid_this_year(view),
        premiums=figures.premiums(view),
    )

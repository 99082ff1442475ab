"""Where the number of participants is heading: the usual monthly change, and by how much it is usually missed.

The pace is the **median of the monthly changes** of the last WINDOW months: up to five months of twelve may hold a
step (a budget that begins or ends, a list that was cleaned) without moving it, and a straight line is continued
exactly. The band is what the same method would have missed lately: four of five of the last WINDOW monthly changes
lay within `meleset` of the median of the changes before them, and the band widens by that much each month. Both
were chosen by back-test (docs/perkiraan.md). It is an estimate: payments that end are taken to be renewed
(:mod:`cliff` says what happens when they are not), and nothing passes the potensi or falls below zero.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from statistics import median
from typing import Any

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.completeness import TOO_SMALL
from jamsos_data.metrics.courses import Course, measure_courses
from jamsos_data.metrics.coverage import NO_DATA
from jamsos_data.metrics.frames import frame_of, records
from jamsos_data.metrics.questions import TargetQuestion
from jamsos_data.periods import add_months, months_between
from jamsos_data.reference import Reference

WINDOW = 12  # monthly changes looked at
MIN_MONTHS = 12  # months with figures, without which nothing is projected
MIN_BEFORE = 6  # changes before one, without which it is not judged whether it was missed
BAND = 0.8  # the share of the monthly changes that the band would have held
FURTHEST = 120  # months; a target further away than that is not reached at this pace

TOO_FEW_MONTHS = "bulan_kurang"
TREND_COLUMNS = {
    "kode_wilayah": "str",
    "segmen": "str",
    "bulan_data": "int64",
    "laju": "float64",
    "meleset": "float64",
}
PROJECTED = {
    "bulan_data": "Int64",
    "laju_lazim": "float64",
    "meleset": "float64",
    "perkiraan": "float64",
    "perkiraan_bawah": "float64",
    "perkiraan_atas": "float64",
    "tercapai_pada": "datetime64[us]",
    "tanpa_perkiraan": "str",
}
LINE = {"periode": "datetime64[us]", "perkiraan": "float64", "bawah": "float64", "atas": "float64"}


@dataclass(frozen=True, kw_only=True)
class Trend:
    """Usual change per month (`laju`) and by how much it is usually missed (`meleset`), both orang per month."""

    laju: float
    meleset: float

    def after(self, months: int, *, people: int, ceiling: int | None) -> tuple[float, float, float]:
        """People (expected, low, high) `months` after a month with `people`, from zero to `ceiling`."""
        middle, width = people + months * self.laju, months * self.meleset
        top = math.inf if ceiling is None else max(ceiling, people)
        expected, low, high = (
            min(max(value, 0.0), top) for value in (middle, middle - width, middle + width)
        )
        return expected, low, high

    def months_to(self, goal: int, *, people: int, ceiling: int | None) -> int | None:
        """Whole months until `goal` people are reached; None when that is not at this pace (or above the ceiling)."""
        if people >= goal:
            return 0
        if self.laju <= 0 or (ceiling is not None and goal > ceiling):
            return None
        months = math.ceil((goal - people) / self.laju)
        return months if months <= FURTHEST else None


def read_trend(course: Course) -> Trend | None:
    """The trend of a course; None with fewer than MIN_MONTHS months. A gap of months counts as one change a month."""
    if len(course.months) < MIN_MONTHS:
        return None
    changes = [
        (later - earlier) / months_between(*between)
        for (earlier, later), between in zip(pairwise(course.people), pairwise(course.months), strict=True)
    ]
    return Trend(laju=usual_change(changes), meleset=_usual_miss(changes))


def usual_change(changes: Sequence[float]) -> float:
    """The median of the last WINDOW monthly changes (orang per month)."""
    return float(median(changes[-WINDOW:]))


def _usual_miss(changes: Sequence[float]) -> float:
    """The distance that BAND of the last changes kept from the median of the changes before each.

    The rank ceil(BAND × (n + 1)) of n distances, so that the next one too lies within it in BAND of all cases.
    """
    judged = range(max(MIN_BEFORE, len(changes) - WINDOW), len(changes))
    missed = sorted(abs(changes[place] - usual_change(changes[:place])) for place in judged)
    return missed[min(math.ceil(BAND * (len(missed) + 1)), len(missed)) - 1]


def measure_trends(
    kepesertaan: IntoFrame,
    *,
    reference: Reference,
    question: TargetQuestion,
    incomplete: Collection[datetime] = (),
) -> pd.DataFrame:
    """The trend through question.bulan of the areas of the question and the area around them, each segment.

    Columns: kode_wilayah, segmen, bulan_data (complete months with figures, at most 37), laju and meleset (orang
    per month; NaN with fewer than MIN_MONTHS months). `incomplete`: months that are left out; no rows when
    question.bulan is one. Raises ValueError for an unknown area.
    """
    courses = measure_courses(kepesertaan, reference=reference, question=question, incomplete=incomplete)
    rows = []
    for (area, segmen), course in sorted(courses.items()):
        trend = read_trend(course)
        numbers = (trend.laju, trend.meleset) if trend else (math.nan, math.nan)
        rows.append((area, segmen, len(course.months), *numbers))
    return pd.DataFrame(rows, columns=list(TREND_COLUMNS), dtype="object").astype(TREND_COLUMNS)


def add_projection(targets: pd.DataFrame, trends: pd.DataFrame, *, bulan: datetime) -> pd.DataFrame:
    """Rows of measure_targets with the columns of PROJECTED.

    bulan_data, laju_lazim, meleset: as in measure_trends. perkiraan, perkiraan_bawah, perkiraan_atas: people at
    batas_waktu (NaN when it has passed). tercapai_pada: the month in which the expected line reaches the target (NaT:
    not at this pace, or reached already). tanpa_perkiraan: "" or why nothing is projected (TOO_FEW_MONTHS, or the
    `alasan` of the row). A row without target is projected as well.
    """
    known = {(row["kode_wilayah"], row["segmen"]): row for row in records(trends)}
    answers = [
        _projected(row, known.get((row["kode_wilayah"], row["segmen"])), bulan) for row in records(targets)
    ]
    return pd.concat([targets, frame_of(answers, PROJECTED, index=targets.index)], axis="columns")


def trend_of(row: Any) -> Trend | None:
    """The trend of a row (named tuple) of add_projection; None where nothing is projected."""
    if row.tanpa_perkiraan or pd.isna(row.laju_lazim):
        return None
    return Trend(laju=row.laju_lazim, meleset=row.meleset)


def project(row: Any, *, bulan: datetime, until: datetime) -> pd.DataFrame:
    """The projection of a row of add_projection month by month, from `bulan` (the people stated) through `until`.

    Columns: periode, perkiraan, bawah, atas (orang, unrounded). Empty where nothing is projected.
    """
    trend = trend_of(row)
    steps = range(months_between(bulan, until) + 1) if trend is not None else ()
    ceiling = _ceiling(row.potensi, row.alasan)
    rows = [
        (add_months(bulan, step), *trend.after(step, people=int(row.peserta_aktif), ceiling=ceiling))
        for step in steps
        if trend is not None
    ]
    return pd.DataFrame(rows, columns=list(LINE), dtype="object").astype(LINE)


def _ceiling(potensi: Any, alasan: str) -> int | None:
    """The potensi, where it is known and not only a part of it."""
    return None if alasan in TOO_SMALL or pd.isna(potensi) else int(potensi)


def _projected(row: dict[str, Any], known: dict[str, Any] | None, bulan: datetime) -> dict[str, Any]:
    if row["peserta_aktif"] is None or not row["terpetakan"] or known is None:
        return {"tanpa_perkiraan": row["alasan"] or NO_DATA}
    if known["laju"] is None:
        return {"bulan_data": known["bulan_data"], "tanpa_perkiraan": TOO_FEW_MONTHS}
    trend = Trend(laju=known["laju"], meleset=known["meleset"])
    people, ceiling, goal = row["peserta_aktif"], _ceiling(row["potensi"], row["alasan"]), row["target_orang"]
    left = months_between(bulan, row["batas_waktu"]) if row["batas_waktu"] else -1
    at_deadline = trend.after(left, people=people, ceiling=ceiling) if left >= 0 else (None, None, None)
    months = None if goal is None else trend.months_to(goal, people=people, ceiling=ceiling)
    return {
        "bulan_data": known["bulan_data"],
        "laju_lazim": trend.laju,
        "meleset": trend.meleset,
        "perkiraan": at_deadline[0],
        "perkiraan_bawah": at_deadline[1],
        "perkiraan_atas": at_deadline[2],
        "tercapai_pada": add_months(bulan, months) if months else None,
    }

"""People month by month as one comparable line: without the steps that are only a desa falling silent or speaking.

A month that is not complete has no point. Each change between two complete months is taken over the desa that
reported in both, as the pace is; the line is these changes added up backwards from the people of the month looked
at. So a desa that stops reporting neither bends the line nor leaves the last point.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import AreaScope, area_scope
from jamsos_data.metrics.frames import listed
from jamsos_data.metrics.participants import count_participants, without_construction
from jamsos_data.metrics.questions import CONSTRUCTION, TargetQuestion
from jamsos_data.metrics.silence import silent_in_one, stated_by_month
from jamsos_data.periods import add_months
from jamsos_data.reference import Reference

LOOK_BACK = 36  # months; what is older says little about the next year

Place = tuple[str, str]  # area, segment
Row = tuple[str, str, int]  # area as stated, segment, people


@dataclass(frozen=True, kw_only=True)
class Course:
    """The comparable line of one area and segment, oldest month first; the last is the month looked at, as stated."""

    months: tuple[datetime, ...]
    people: tuple[int, ...]


def measure_courses(
    kepesertaan: IntoFrame,
    *,
    reference: Reference,
    question: TargetQuestion,
    incomplete: Collection[datetime] = (),
) -> dict[Place, Course]:
    """The courses through question.bulan of the areas of the question and of the area around them, all segments.

    LOOK_BACK months at most, without those in `incomplete`. A course begins after the last month that has no figure
    of the place: where figures are missing nothing is joined. Empty where question.bulan itself is not complete.
    Raises ValueError for an unknown area.
    """
    if question.bulan in incomplete:
        return {}
    counted = count_participants(
        kepesertaan,
        reference=reference,
        scope=area_scope(reference, tingkat="desa", dalam=question.dalam),
        since=add_months(question.bulan, -LOOK_BACK),
        until=question.bulan,
    )
    with_construction = question.dengan_jakon or question.segmen == CONSTRUCTION
    counted = counted[~counted["periode"].isin(list(incomplete))]
    stated = stated_by_month(counted)
    months = sorted(stated)
    if not months or months[-1] != question.bulan:
        return {}
    rows = _by_month(counted if with_construction else without_construction(counted, reference=reference))
    lifts = _Lifts(reference, area_scope(reference, tingkat=question.tingkat, dalam=question.dalam))
    whole = {month: lifts.add_up(rows.get(month, [])) for month in months}
    steps = []
    for pair in pairwise(months):
        left_out = silent_in_one(*(stated[month] for month in pair), reference=reference)
        sums = [
            lifts.add_up(rows.get(month, []), without=left_out) if left_out else whole[month]
            for month in pair
        ]
        steps.append(_changes(*sums))
    return {place: _course(place, people, months, steps) for place, people in whole[months[-1]].items()}


def _by_month(counted: pd.DataFrame) -> dict[datetime, list[Row]]:
    months, *places = listed(counted, "periode", "kode_wilayah", "segmen")
    found: dict[datetime, list[Row]] = {}
    for month, row in zip(months, zip(*places, counted["peserta_aktif"].tolist(), strict=True), strict=True):
        found.setdefault(month, []).append(row)
    return found


class _Lifts:
    """Where people count: under the areas shown and the one around them, under their segment and those above it."""

    def __init__(self, reference: Reference, scope: AreaScope) -> None:
        tree = reference.segmen_tree
        self._scope = scope
        self._segments = {code: (code, *tree.ancestors(code)) for code in tree.codes}
        self._areas: dict[str, tuple[str, ...]] = {}

    def add_up(self, rows: list[Row], *, without: Collection[str] = ()) -> dict[Place, int]:
        """The people of `rows` by place, those of the areas `without` left out."""
        sums: dict[Place, int] = {}
        for stated, segmen, people in rows:
            if stated in without:
                continue
            for area in self._areas_of(stated):
                for upper in self._segments.get(segmen, ()):
                    sums[area, upper] = sums.get((area, upper), 0) + people
        return sums

    def _areas_of(self, stated: str) -> tuple[str, ...]:
        if stated not in self._areas:
            shown = stated[: self._scope.code_length]
            above = {shown: None} if shown in self._scope.shown else {}
            self._areas[stated] = tuple({**above, self._scope.within: None})
        return self._areas[stated]


def _changes(before: Mapping[Place, int], after: Mapping[Place, int]) -> dict[Place, int]:
    return {place: people - before[place] for place, people in after.items() if place in before}


def _course(place: Place, people: int, months: list[datetime], steps: list[dict[Place, int]]) -> Course:
    line = [people]
    for step in reversed(steps):
        if place not in step:
            break
        line.append(line[-1] - step[place])
    return Course(months=tuple(months[-len(line) :]), people=tuple(reversed(line)))

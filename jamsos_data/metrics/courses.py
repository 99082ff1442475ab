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
from jamsos_data.metrics.participants import count_participants, roll_up
from jamsos_data.metrics.questions import CONSTRUCTION, TargetQuestion
from jamsos_data.metrics.silence import silent_in_one, stated_by_month
from jamsos_data.periods import add_months
from jamsos_data.reference import Reference

LOOK_BACK = 36  # months; what is older says little about the next year

Place = tuple[str, str]  # area, segment


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
    counted = counted[~counted["periode"].isin(list(incomplete))]
    stated = stated_by_month(counted)
    months = sorted(stated)
    if not months or months[-1] != question.bulan:
        return {}
    scope = area_scope(reference, tingkat=question.tingkat, dalam=question.dalam)
    with_construction = question.dengan_jakon or question.segmen == CONSTRUCTION
    lifted = _of_scope(roll_up(counted, reference=reference, dengan_jakon=with_construction), scope)
    whole = _by_month(lifted)
    steps = []
    for before, after in pairwise(months):
        left_out = silent_in_one(stated[before], stated[after], reference=reference)
        kept = whole
        if left_out:
            pair = lifted[lifted["periode"].isin([before, after])]
            kept = _by_month(pair[~pair["desa"].isin(left_out)])
        steps.append(_changes(kept.get(before, {}), kept.get(after, {})))
    return {place: _course(place, people, months, steps) for place, people in whole[months[-1]].items()}


def _of_scope(people: pd.DataFrame, scope: AreaScope) -> pd.DataFrame:
    """The people under the areas shown and, once more, under the area around them; `desa` is the area as stated."""
    named = people.rename(columns={"kode_wilayah": "desa"})
    shown = named.assign(kode_wilayah=named["desa"].str.slice(0, scope.code_length))
    shown = shown[shown["kode_wilayah"].isin(scope.shown)]
    if scope.shown == (scope.within,):
        return shown
    return pd.concat([shown, named.assign(kode_wilayah=scope.within)])


def _by_month(lifted: pd.DataFrame) -> dict[datetime, dict[Place, int]]:
    sums = lifted.groupby(["periode", "kode_wilayah", "segmen"])["peserta_aktif"].sum().reset_index()
    found: dict[datetime, dict[Place, int]] = {}
    months, *places = listed(sums, "periode", "kode_wilayah", "segmen")
    rows = zip(months, zip(*places, strict=True), sums["peserta_aktif"].tolist(), strict=True)
    for month, place, people in rows:
        found.setdefault(month, {})[place] = people
    return found


def _changes(before: Mapping[Place, int], after: Mapping[Place, int]) -> dict[Place, int]:
    return {place: people - before[place] for place, people in after.items() if place in before}


def _course(place: Place, people: int, months: list[datetime], steps: list[dict[Place, int]]) -> Course:
    line = [people]
    for step in reversed(steps):
        if place not in step:
            break
        line.append(line[-1] - step[place])
    return Course(months=tuple(months[-len(line) :]), people=tuple(reversed(line)))

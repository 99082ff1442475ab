"""The mean change of participants a month over the last six months, over areas that reported at both ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import AreaScope, area_scope
from jamsos_data.metrics.identity import kept_for_table
from jamsos_data.metrics.participants import count_by_place, count_participants
from jamsos_data.metrics.questions import CONSTRUCTION, TargetQuestion
from jamsos_data.metrics.silence import Stated, silent_in_one, stated_by_month
from jamsos_data.periods import add_months
from jamsos_data.reference import Reference

PACE_MONTHS = 6
KEPT_PACES = 12  # of each table: months and areas

Place = tuple[str, str]  # area, segment


@dataclass(frozen=True, kw_only=True)
class Pace:
    """People by (area, segment) at both ends, without the desa `left_out`, which reported at one end only."""

    before: Mapping[Place, int]
    now: Mapping[Place, int]
    left_out: frozenset[str]

    def of(self, area: str, segmen: str) -> float | None:
        """Mean change per month (orang); None without figures at both ends."""
        place = (area, segmen)
        if place not in self.before or place not in self.now:
            return None
        return (self.now[place] - self.before[place]) / PACE_MONTHS

    def left_out_of(self, area: str) -> list[str]:
        """The desa below `area` that its pace leaves out, in the order of their codes."""
        return sorted(code for code in self.left_out if code.startswith(area + "."))


def measure_pace(kepesertaan: IntoFrame, *, reference: Reference, question: TargetQuestion) -> Pace:
    """The pace of every area and segment that measure_targets gives a row for."""
    by_desa = _by_desa(
        kepesertaan,
        reference=reference,
        bulan=question.bulan,
        dalam=question.dalam,
        dengan_jakon=question.dengan_jakon or question.segmen == CONSTRUCTION,
    )
    shown = area_scope(reference, tingkat=question.tingkat, dalam=question.dalam)
    return Pace(
        before=_gathered(by_desa.before, shown),
        now=_gathered(by_desa.now, shown),
        left_out=by_desa.left_out,
    )


@kept_for_table(at_most=KEPT_PACES)
def _by_desa(
    kepesertaan: IntoFrame, *, reference: Reference, bulan: datetime, dalam: str | None, dengan_jakon: bool
) -> Pace:
    """The pace of every desa in an area, and of the coarser areas that people are known for there."""
    ends = [add_months(bulan, -PACE_MONTHS), bulan]
    finest = area_scope(reference, tingkat="desa", dalam=dalam)
    counted = [
        count_participants(kepesertaan, reference=reference, scope=finest, since=month, until=month)
        for month in ends
    ]
    before, now = (
        stated_by_month(frame).get(month, Stated({})) for frame, month in zip(counted, ends, strict=True)
    )
    left_out = silent_in_one(before, now, reference=reference)
    first, last = (
        {
            (area, segmen): people
            for (_, area, segmen), people in count_by_place(
                frame, reference=reference, dengan_jakon=dengan_jakon
            ).items()
            if area not in left_out
        }
        for frame in counted
    )
    return Pace(before=first, now=last, left_out=left_out)


def _gathered(people: Mapping[Place, int], scope: AreaScope) -> Mapping[Place, int]:
    sums: dict[Place, int] = {}
    for (area, segmen), count in people.items():
        place = area[: scope.code_length], segmen
        sums[place] = sums.get(place, 0) + count
    return sums

"""The findings of a view with what operators noted about them: what is handled, and what is new since a meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from jamsos_data.metrics.attention_marks import Judged, Mark, State, identity_of, judge_findings, matters_of
from jamsos_data.views import figures
from jamsos_data.views.view import View


@dataclass(frozen=True, kw_only=True)
class Noted:
    """Marks by identity of their finding, and the moments (aware) of the meetings, oldest first."""

    marks: Mapping[str, Mark]
    meetings: tuple[datetime, ...]

    def until(self, moment: datetime | None) -> Noted:
        """What was noted by `moment` (aware); None: all of it."""
        if moment is None:
            return self
        return Noted(
            marks={name: mark for name, mark in self.marks.items() if mark.waktu <= moment},
            meetings=tuple(held for held in self.meetings if held <= moment),
        )


@dataclass(frozen=True, eq=False)
class JudgedFindings:
    """The findings of a view with their states, and the moment (aware) of the last meeting, if one is noted."""

    findings: tuple[Judged, ...]
    meeting: datetime | None

    @property
    def open(self) -> tuple[Judged, ...]:
        """Those that nobody handled, or that came back."""
        return tuple(one for one in self.findings if one.state is not State.HANDLED)

    @property
    def handled(self) -> tuple[Judged, ...]:
        """Those that somebody handled."""
        return tuple(one for one in self.findings if one.state is State.HANDLED)


def judge_view(
    view: View, noted: Noted, *, then: Callable[[datetime], View | None] | None = None
) -> JudgedFindings:
    """What needs attention in the area and month of a view, the most urgent first.

    `then` gives the same view over the data of a moment (None: there were none): what was not found in it at the last
    meeting is new. Without `then` nothing is.
    """
    meeting = noted.meetings[-1] if noted.meetings else None
    seen = None
    if meeting is not None and then is not None:
        before = then(meeting)
        known = figures.attention(before) if before is not None else ()
        seen = frozenset(identity_of(matter) for finding in known for matter in matters_of(finding))
    judged = judge_findings(
        figures.attention(view),
        bulan=view.month,
        marks=noted.marks,
        seen=seen,
        growth_percent=view.reference.threshold("UKURAN_BERUBAH"),
    )
    return JudgedFindings(judged, meeting)

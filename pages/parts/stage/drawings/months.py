"""Which months an axis names, and how: as many as have room, the year under the first and under each January."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from jamsos_data.messages import Messages
from jamsos_data.wording import month

ROOM = 84  # px that a name takes
STEPS = (1, 3, 6, 12)


def month_names(
    months: Sequence[datetime], places: Sequence[float], words: Messages
) -> list[tuple[float, str]]:
    """(place, name) of the months named; a line break parts month and year."""
    if not months:
        return []
    apart = (places[-1] - places[0]) / max(len(months) - 1, 1) if len(months) > 1 else ROOM
    step = next((step for step in STEPS if step * apart >= ROOM), STEPS[-1])
    chosen = [place for place, moment in enumerate(months) if (moment.month - 1) % step == 0] or [0]
    return [(places[place], _name(months[place], words, with_year=place == chosen[0])) for place in chosen]


def _name(moment: datetime, words: Messages, *, with_year: bool) -> str:
    name, year = month(moment, words, short=True).rsplit(" ", 1)
    return f"{name}\n{year}" if with_year or moment.month == 1 else name

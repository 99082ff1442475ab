"""Where the names of a burn-up chart stand, so that they cross neither its lines nor one another."""

from datetime import datetime
from typing import Any

from jamsos_data.colors import Look, palette, see_through
from jamsos_data.messages import Messages
from jamsos_data.text_layout import LABEL_SIZE
from jamsos_data.wording import month, people
from pages.parts.charts.canvas import Canvas

LABEL_SPAN = 0.22  # of the width: what a label takes beside its point
EDGE = 0.3  # of the width: labels nearer to an edge than that grow away from it
LABEL_HEIGHT = 0.18  # of the height: what a label of two lines needs above the axis
NEAR = 0.3  # of the height: what a label of two lines needs between a point and the target


def name_last(
    canvas: Canvas,
    rows: list[Any],
    goal: Any | None,
    months: list[datetime],
    words: Messages,
    *,
    look: Look,
    ticks: list[int],
) -> None:
    """People and month at the last point, where neither the line before it, an axis nor the target stands."""
    last = rows[-1]
    place = months.index(last.periode)
    above = _has_room_above(rows, goal, ticks)
    over = [row for row in rows if place - months.index(row.periode) <= LABEL_SPAN * len(months)]
    write(
        canvas,
        place,
        (max if above else min)(int(row.peserta_aktif) for row in over),
        f"<b>{people(last.peserta_aktif, words)}</b><br>{month(last.periode, words)}",
        look=look,
        color=palette(look).ink,
        anchor=(_side(place, len(months)), "bottom" if above else "top"),
    )


def _side(place: int, months: int) -> str:
    share = place / max(months - 1, 1)
    return "left" if share < EDGE else "right" if share > 1 - EDGE else "center"


def _has_room_above(rows: list[Any], goal: Any | None, ticks: list[int]) -> bool:
    """Above a line that rises, below one that falls, unless the target or its name stands there."""
    people_of = [int(row.peserta_aktif) for row in rows]
    rises = len(rows) < 2 or people_of[-1] >= people_of[-2]
    if goal is None:
        return rises
    if (people_of[-1] - ticks[0]) / (ticks[-1] - ticks[0]) < LABEL_HEIGHT:
        return True
    gap = (int(goal.target_orang) - people_of[-1]) / (ticks[-1] - ticks[0])
    if abs(gap) < NEAR:
        return gap <= 0
    return rises


def write(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    *,
    look: Look,
    color: str,
    anchor: tuple[str, str],
    bare: bool = False,
) -> None:
    """A text beside a point, on a ground that lines shine through only faintly, or on none (`bare`)."""
    canvas.add_annotation(
        x=x,
        y=y,
        text=text,
        xanchor=anchor[0],
        yanchor=anchor[1],
        align=anchor[0],
        bgcolor=see_through(palette(look).surface, 0 if bare else 0.85),
        borderpad=0,
        yshift=9 if anchor[1] == "bottom" else -9,
        font={"size": LABEL_SIZE + 1, "color": color},
        showarrow=False,
    )

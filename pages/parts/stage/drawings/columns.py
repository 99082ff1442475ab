"""Upright bars for each month, stacked, their total above, the series named beside them in the order of the stack."""

from __future__ import annotations

import math
from collections.abc import Sequence

from jamsos_data.colors import Look, in_look, palette
from jamsos_data.messages import Messages
from jamsos_data.slides.picture import Columns
from jamsos_data.text_layout import text_width
from pages.parts.stage.drawings.months import month_names
from pages.parts.stage.markup import element, text
from pages.parts.stage.measures import Room

TYPE = 28
NAMES = 28  # of the series
TOTAL = 26
BELOW = 84  # px for the months
ABOVE = 84  # px for the totals
FILLED = 0.68  # of a month's width


def draw_columns(picture: Columns, room: Room, *, look: Look, words: Messages) -> str:
    """The columns as SVG."""
    beside = max((text_width(series.name, NAMES) for series in picture.series), default=0) + 70
    width, bottom = room.width - beside, room.height - BELOW
    step = width / max(len(picture.months), 1)
    every = _every(picture.totals, step)
    scale = (bottom - ABOVE) / (max(_totals(picture)) or 1)
    drawn = [
        _column(picture, place, x=step * place, step=step, bottom=bottom, scale=scale, every=every, look=look)
        for place in range(len(picture.months))
    ]
    ground = element("line", x1=0, y1=bottom, x2=width, y2=bottom, stroke=palette(look).axis, stroke_width=2)
    names = month_names(picture.months, [step * (place + 0.5) for place in range(len(picture.months))], words)
    below = [_month(name, x, bottom, look=look) for x, name in names]
    key = _key(picture, left=width + 36, height=bottom, look=look)
    return element(
        "svg",
        *drawn,
        ground,
        *below,
        key,
        viewBox=f"0 0 {room.width:.0f} {room.height:.0f}",
        role="img",
        aria_label=picture.alt,
    )


def _totals(picture: Columns) -> list[float]:
    return [
        sum(series.values[place] or 0 for series in picture.series) for place in range(len(picture.months))
    ]


def _every(totals: Sequence[str], step: float) -> int:
    """Of how many months one bears its total, so that none touches the next; the last one always does."""
    widest = max((text_width(line, TOTAL) for total in totals for line in total.split(" ", 1)), default=0)
    return max(math.ceil(1.1 * widest / step), 1)


def _column(
    picture: Columns,
    place: int,
    *,
    x: float,
    step: float,
    bottom: float,
    scale: float,
    every: int,
    look: Look,
) -> str:
    top, parts, width = bottom, [], step * FILLED
    left = x + (step - width) / 2
    for series in picture.series:
        height = (series.values[place] or 0) * scale
        top -= height
        if height > 0:
            fill = in_look(series.colors[0], look)
            parts.append(element("rect", x=left, y=top, width=width, height=height + 0.5, fill=fill))
    if (len(picture.totals) - 1 - place) % every == 0:
        parts.append(_total(picture.totals[place], x + step / 2, top, look=look))
    return "".join(parts)


def _total(written: str, x: float, top: float, *, look: Look) -> str:
    """The total in two lines, so that neighbours keep clear of each other."""
    amount, _, unit = written.partition(" ")
    lines = [
        element("tspan", text(line), x=x, dy=dy)
        for line, dy in ((amount, -12 if not unit else -40), (unit, 28))
        if line
    ]
    return element(
        "text",
        *lines,
        x=x,
        y=top,
        text_anchor="middle",
        font_size=TOTAL,
        font_weight=600,
        fill=palette(look).ink,
    )


def _month(name: str, x: float, bottom: float, *, look: Look) -> str:
    lines = [
        element("tspan", text(line), x=x, dy=36 if place == 0 else 32)
        for place, line in enumerate(name.split("\n"))
    ]
    return element(
        "text", *lines, x=x, y=bottom, text_anchor="middle", font_size=TYPE, fill=palette(look).muted
    )


def _key(picture: Columns, *, left: float, height: float, look: Look) -> str:
    """The series from the top of the stack down."""
    gap = min(52.0, height / max(len(picture.series), 1))
    entries = []
    for place, series in enumerate(reversed(picture.series)):
        y = gap * (place + 0.5)
        fill = in_look(series.colors[0], look)
        entries.append(element("rect", x=left, y=y - 12, width=24, height=24, rx=3, fill=fill))
        entries.append(
            element("text", text(series.name), x=left + 38, y=y + 9, font_size=NAMES, fill=palette(look).ink)
        )
    return "".join(entries)

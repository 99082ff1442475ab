"""The course of a figure as a line without axes, for the foot of a card: a few hundred bytes."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

WIDTH, HEIGHT = 100, 24
ROOM = 2  # above, below and behind the line, so that no end of it is cut


def sparkline(values: Sequence[float], *, color: str) -> str:
    """The ``data:`` address of a picture that fills its frame: the line from the lowest to the highest value, a dot on
    the last one. Raises ValueError for fewer than two values.
    """
    if len(values) < 2:
        raise ValueError("a line needs two values")
    low, high = min(values), max(values)
    height = HEIGHT - 2 * ROOM
    step = (WIDTH - ROOM) / (len(values) - 1)
    places = [
        (number * step, ROOM + height * (0.5 if high == low else (high - value) / (high - low)))
        for number, value in enumerate(values)
    ]
    line = " ".join(f"{across:.1f},{down:.1f}" for across, down in places)
    last = f"{places[-1][0]:.1f},{places[-1][1]:.1f}"
    shape = 'fill="none" vector-effect="non-scaling-stroke" stroke-linecap="round" stroke-linejoin="round"'
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none">'
        f'<polyline points="{line}" {shape} stroke="{color}" stroke-width="2"/>'
        f'<polyline points="{last} {last}" {shape} stroke="{color}" stroke-width="7"/>'
        "</svg>"
    )
    return f"data:image/svg+xml,{quote(drawing)}"

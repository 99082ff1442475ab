"""Lines over the months with a few values written at their points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jamsos_data.colors import Look, in_look, palette
from jamsos_data.messages import Messages
from jamsos_data.slides.picture import Band, Lines, Series, Unit
from jamsos_data.text_layout import text_width
from jamsos_data.wording import count, percent, short_rupiah
from pages.parts.stage.drawings.keys import key_line
from pages.parts.stage.drawings.months import month_names
from pages.parts.stage.markup import element, number, text
from pages.parts.stage.measures import Room

TYPE = 28
VALUE = 36  # type size of the values at points
UNDER_VALUE = 5  # months that lie under a value
BELOW = 84
ABOVE = 30
KEY = 56  # px above the picture for the names of the series
BAND_OPACITY = 0.35
DASHES = {"dashed": "18 12", "dotted": "7 9"}
WRITE: dict[Unit, Callable[[float, Messages], str]] = {
    "people": lambda value, words: count(round(value), words),
    "percent": lambda value, words: percent(value, words, digits=0),
    "rupiah": lambda value, words: short_rupiah(round(value), words),
}


@dataclass(frozen=True, kw_only=True)
class _Frame:
    """From months and values to px."""

    left: float
    right: float
    top: float
    bottom: float
    months: int
    low: float
    high: float

    def x(self, place: int) -> float:
        return self.left + (self.right - self.left) * (place + 0.5) / self.months

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)


def draw_lines(picture: Lines, room: Room, *, look: Look, words: Messages) -> str:
    """The lines as HTML and SVG."""
    height = room.height - KEY
    ticks = _ticks(picture, words)
    left = max(text_width(name, TYPE) for _, name in ticks) + 20
    frame = _Frame(
        left=left,
        right=room.width,
        top=ABOVE,
        bottom=height - BELOW,
        months=len(picture.months),
        low=picture.low,
        high=picture.high,
    )
    drawing = element(
        "svg",
        *(_grid(value, name, frame, look=look) for value, name in ticks),
        *_months(picture, frame, words, look=look),
        _band(picture.band, frame, look=look) if picture.band else "",
        *(_series(series, frame, look=look) for series in picture.series),
        *_values(picture, frame, look=look),
        viewBox=f"0 0 {room.width:.0f} {height:.0f}",
        role="img",
        aria_label=picture.alt,
    )
    return element("div", _key(picture, look=look), drawing, class_="lines")


def _key(picture: Lines, *, look: Look) -> str:
    entries = [(in_look(one.colors[0], look), one.name) for one in picture.series]
    strokes = [_stroke(one) for one in picture.series]
    if picture.band:
        entries.append((in_look(picture.band.low.colors[0], look), picture.band.name))
        strokes.append("band")
    return key_line(entries, strokes=strokes)


def _stroke(series: Series) -> str:
    if series.marked:
        return "point"
    return "dashed" if series.dashed else "dotted" if series.dotted else "line"


def _ticks(picture: Lines, words: Messages) -> list[tuple[float, str]]:
    steps = round((picture.high - picture.low) / picture.step)
    values = [picture.low + picture.step * place for place in range(steps + 1)]
    return [(value, WRITE[picture.unit](value, words)) for value in values]


def _grid(value: float, name: str, frame: _Frame, *, look: Look) -> str:
    colors, y = palette(look), frame.y(value)
    line = element("line", x1=frame.left, y1=y, x2=frame.right, y2=y, stroke=colors.grid, stroke_width=2)
    written = element(
        "text", text(name), x=frame.left - 20, y=y + 10, text_anchor="end", font_size=TYPE, fill=colors.muted
    )
    return line + written


def _months(picture: Lines, frame: _Frame, words: Messages, *, look: Look) -> list[str]:
    places = [frame.x(place) for place in range(frame.months)]
    drawn = []
    for x, name in month_names(picture.months, places, words):
        lines = [
            element("tspan", text(line), x=x, dy=40 if place == 0 else 32)
            for place, line in enumerate(name.split("\n"))
        ]
        drawn.append(
            element(
                "text",
                *lines,
                x=x,
                y=frame.bottom,
                text_anchor="middle",
                font_size=TYPE,
                fill=palette(look).muted,
            )
        )
    return drawn


def _series(series: Series, frame: _Frame, *, look: Look) -> str:
    color = in_look(series.colors[0], look)
    if series.marked:
        return "".join(
            _diamond(frame.x(place), frame.y(value), color)
            for place, value in enumerate(series.values)
            if value is not None
        )
    return element(
        "path",
        d=_path(series, frame),
        fill="none",
        stroke=color,
        stroke_width=7,
        stroke_linejoin="round",
        stroke_linecap="butt" if _stroke(series) in DASHES else "round",
        stroke_dasharray=DASHES.get(_stroke(series)),
    )


def _band(band: Band, frame: _Frame, *, look: Look) -> str:
    """What lies between the edges, in the months that have both."""
    edges = [
        (place, low, high)
        for place, (low, high) in enumerate(zip(band.low.values, band.high.values, strict=True))
        if low is not None and high is not None
    ]
    corners = [(place, high) for place, _, high in edges]
    corners += [(place, low) for place, low, _ in reversed(edges)]
    points = " ".join(f"{number(frame.x(place))},{number(frame.y(value))}" for place, value in corners)
    fill = in_look(band.low.colors[0], look)
    return element("polygon", points=points, fill=fill, fill_opacity=BAND_OPACITY)


def _path(series: Series, frame: _Frame) -> str:
    """A line that breaks where a month has no value."""
    steps, drawing = [], False
    for place, value in enumerate(series.values):
        if value is None:
            drawing = False
            continue
        steps.append(f"{'L' if drawing else 'M'}{number(frame.x(place))} {number(frame.y(value))}")
        drawing = True
    return "".join(steps)


def _diamond(x: float, y: float, color: str) -> str:
    return element("path", d=f"M{number(x)} {number(y - 17)}l17 17-17 17-17-17z", fill=color)


def _values(picture: Lines, frame: _Frame, *, look: Look) -> list[str]:
    """The values written at points: above the line, or below it where the line comes down to its point."""
    points = sorted(
        (frame.y(picture.series[series].values[place] or 0), place, series, written)
        for series, place, written in picture.labels
    )
    drawn: list[str] = []
    written_so_far: list[tuple[float, float, float]] = []  # from, to, level
    for y, place, number_of_series, written in points:
        series = picture.series[number_of_series]
        end = _end(written, frame.x(place), frame)
        start = end - text_width(written, VALUE)
        last = max(
            (level for left, right, level in written_so_far if left < end and start < right),
            default=float("-inf"),
        )
        above = y - 30 - last >= VALUE * 1.15 and not _comes_down(series, place)
        level = y - 30 if above else max(y, last) + 60
        written_so_far.append((start, end, level))
        drawn.append(_value(series, written, (frame.x(place), y), level, frame, look=look))
    return drawn


def _end(written: str, x: float, frame: _Frame) -> float:
    """Where a value written at `x` ends: a little right of its point, inside the frame."""
    return min(max(x + 20, frame.left + text_width(written, VALUE)), frame.right)


def _comes_down(series: Series, place: int) -> bool:
    """Whether the line was higher in the months over which the value is written."""
    before = [value for value in series.values[max(place - UNDER_VALUE, 0) : place] if value is not None]
    value = series.values[place]
    return value is not None and max(before, default=value) > value


def _value(
    series: Series, written: str, point: tuple[float, float], level: float, frame: _Frame, *, look: Look
) -> str:
    x, y = point
    colors = palette(look)
    shown = element(
        "text",
        text(written),
        x=_end(written, x, frame),
        y=level,
        text_anchor="end",
        font_size=VALUE,
        font_weight=700,
        fill=colors.target_text if series.marked else colors.ink,
        style=f"paint-order:stroke;stroke:{colors.surface};stroke-width:8px",
    )
    if series.marked:
        return shown
    return element("circle", cx=x, cy=y, r=12, fill=in_look(series.colors[0], look)) + shown

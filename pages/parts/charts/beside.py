"""Coverage of one area month by month beside the area around it: two lines in a small picture."""

from collections.abc import Collection
from datetime import datetime

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, palette
from jamsos_data.messages import Messages
from jamsos_data.text_layout import LABEL_SIZE
from jamsos_data.wording import coverage_sentence, has_value, month, percent
from pages.parts.charts.canvas import Canvas, blank_canvas, fold_hover, month_ticks, spread, text_margin
from pages.parts.charts.trend import describe_trend
from pages.parts.charts.trend_series import Series, series_of

HEIGHT = 232  # px
MARGIN = {"l": 44, "t": 12, "b": 40}
LABEL_GAP = 17  # px between the names at the ends of the lines


def trend_beside(
    course: pd.DataFrame,
    around: pd.DataFrame,
    words: Messages,
    *,
    look: Look,
    incomplete: Collection[datetime] = (),
) -> go.Figure:
    """Lines of coverage of one area (strong) and of the area around it (pale), each named at its end.

    Both: rows of measure_coverage_trend of one area, of the same months. A line is cut where the denominator changes
    and where a month has no percentage or is not complete.
    """
    own, other = (series_of(frame, incomplete=incomplete) for frame in (course, around))
    months = sorted({row.periode for one in (*own, *other) for row in one.rows})
    labels = {one.kode: _label(one, words) for one in (*own, *other) if one.last is not None}
    margin = MARGIN | {"r": text_margin(list(labels.values()))}
    canvas = blank_canvas(look, words, height=HEIGHT, margin=margin)
    colors = palette(look)
    for one, color, width in (
        *((each, colors.not_reached, 2) for each in other),
        *((each, colors.reached, 3) for each in own),
    ):
        _draw_line(canvas, one, months, words, color=color, width=width)
    top = _set_scale(canvas, (*own, *other), months, words)
    _name_ends(canvas, (*own, *other), labels, look=look, top=top)
    return canvas.figure()


def describe_beside(course: pd.DataFrame, around: pd.DataFrame, words: Messages) -> str:
    """Both lines as sentences: first and last percentage of each."""
    return describe_trend(pd.concat([course, around]), words)


def _draw_line(
    canvas: Canvas, one: Series, months: list[datetime], words: Messages, *, color: str, width: int
) -> None:
    for rows in one.pieces:
        canvas.add_trace(
            go.Scatter(
                mode="lines+markers",
                x=[months.index(row.periode) for row in rows],
                y=[float(row.persen) if has_value(row.persen) else None for row in rows],
                connectgaps=False,
                line={"color": color, "width": width},
                marker={"color": color, "size": 4},
                hovertext=[fold_hover(coverage_sentence(row, words, bulan=row.periode)) for row in rows],
                hoverinfo="text",
                cliponaxis=False,
            )
        )


def _set_scale(canvas: Canvas, series: Collection[Series], months: list[datetime], words: Messages) -> float:
    """From zero to the next ten above the highest percentage; gives that end."""
    values = [float(row.persen) for one in series for row in one.known]
    top = 10 * (int(max([*values, 1]) // 10) + 1)
    ticks = list(range(0, top + 1, 10 if top <= 50 else 20))
    canvas.update_axes(
        "y", range=[0, top], tickvals=ticks, ticktext=[percent(tick, words, digits=0) for tick in ticks]
    )
    canvas.update_axes(
        "x", range=[-0.3, len(months) - 0.7], showgrid=False, **month_ticks(months, words, most=7)
    )
    return top


def _label(one: Series, words: Messages) -> str:
    last = one.last
    if last is None:
        return one.wilayah
    newest = one.rows[-1].periode
    when = "" if last.periode == newest else f", {month(last.periode, words, short=True)}"
    return f"{one.wilayah} {percent(last.persen, words)}{when}"


def _name_ends(
    canvas: Canvas, series: Collection[Series], labels: dict[str, str], *, look: Look, top: float
) -> None:
    named = sorted(
        ((float(one.last.persen), labels[one.kode]) for one in series if one.last is not None),
        key=lambda each: each[0],
    )
    step = top * LABEL_GAP / (HEIGHT - MARGIN["t"] - MARGIN["b"])
    for (_, text), place in zip(named, spread([value for value, _ in named], step, 0, top), strict=True):
        canvas.add_annotation(
            x=1,
            y=place,
            xref="paper",
            yref="y",
            xanchor="left",
            yanchor="middle",
            xshift=8,
            text=text,
            font={"size": LABEL_SIZE, "color": palette(look).ink},
            showarrow=False,
        )

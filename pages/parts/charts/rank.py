"""Ranking of areas by coverage, against the target where there is one."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, ink_on, palette
from jamsos_data.messages import Messages
from jamsos_data.sentences.ranking import ordered, target_of
from jamsos_data.text_layout import LABEL_SIZE, fold, text_width
from jamsos_data.wording import (
    coverage_sentence,
    has_value,
    is_reached,
    month,
    people,
    percent,
    reason,
    shortfall,
)
from pages.parts.charts.canvas import (
    Canvas,
    axis_end,
    blank_canvas,
    fold_hover,
    name_margin,
    row_catcher,
    set_rows,
)

ROW = 34  # px
DENSE_ROW = 27  # px, from MANY rows on (the desa of a kecamatan)
MANY = 12
MARGIN = {"t": 26, "b": 26, "r": 22}
NARROWEST_PLOT = 400  # px, in a column of half a desk screen
INSIDE_FROM = 16  # percent: shorter bars carry their percentage outside


def rank_coverage(
    frame: pd.DataFrame,
    words: Messages,
    *,
    look: Look,
    bulan: datetime,
    selected: str = "",
    marked: Collection[str] = (),
) -> go.Figure:
    """Horizontal bars, highest coverage first; areas without a percentage stand below with the reason.

    `frame`: rows of measure_coverage, or of measure_targets for one segmen (then bars are coloured by
    `tercapai` and the target line and the people still missing are drawn). `marked` areas (codes) have an
    aagger behind their name. customdata of a mark = [kode_wilayah].
    """
    rows = ordered(frame)
    names = [_name(row, selected, marked) for row in rows]
    canvas = blank_canvas(
        look,
        words,
        height=rank_height(len(rows)),
        margin=MARGIN | {"l": name_margin(names)},
    )
    labels = [_label(row, words) for row in rows]
    starts = [_label_start(row) for row in rows]
    apart = [_stands_apart(row, words) for row in rows]
    end = axis_end([start + 1 for start in starts], labels, width=NARROWEST_PLOT, least=100)
    sentences = [_hover(row, words, bulan=bulan) for row in rows]
    canvas.add_trace(row_catcher((0, end), [[row.kode_wilayah] for row in rows], sentences))
    canvas.add_trace(_bars(rows, words, look=look, selected=selected))
    canvas.add_trace(_labels(rows, starts, labels, look=look))
    short = [(i, row) for i, row in enumerate(rows) if apart[i]]
    if short:
        canvas.add_trace(_short_percentages(short, words, look=look))
    canvas.update_layout(barmode="overlay")
    _set_axes(canvas, names, words, end=end)
    _draw_target(canvas, rows, words, look=look)
    return canvas.figure()


def describe_rank(frame: pd.DataFrame, words: Messages, *, bulan: datetime) -> str:
    """The ranking as one sentence: highest, lowest, how many reach the target."""
    rows = [row for row in ordered(frame) if has_value(row.persen)]
    if not rows:
        return words("chart.rank.describe_none", n=len(frame))
    ends = words(
        "chart.rank.describe",
        n=len(rows),
        count=len(rows),
        month=month(bulan, words),
        first=rows[0].wilayah,
        first_percent=percent(rows[0].persen, words),
        last=rows[-1].wilayah,
        last_percent=percent(rows[-1].persen, words),
    )
    with_target = [row for row in rows if target_of(row) is not None]
    if not with_target:
        return ends
    reached = sum(is_reached(row) for row in with_target)
    return f"{ends} {words('chart.rank.describe_target', n=reached, count=reached, all=len(with_target))}"


def rank_height(number: int) -> int:
    """Height (px) of the ranking of a number of areas."""
    return (ROW if number < MANY else DENSE_ROW) * number + MARGIN["t"] + MARGIN["b"]


def _name(row: Any, selected: str, marked: Collection[str]) -> str:
    name = fold(f"{row.wilayah}†" if row.kode_wilayah in marked else row.wilayah)
    return f"<b>▸ {name}</b>" if row.kode_wilayah == selected else name


def _length(row: Any) -> float:
    return float(row.persen) if has_value(row.persen) else 0.0


def _label_start(row: Any) -> float:
    return max(_length(row), target_of(row) or 0) if has_value(row.persen) else 0.0


def _color(row: Any, look: Look) -> str:
    """Reached or not yet; neither where there is no target to judge by."""
    if target_of(row) is None:
        return palette(look).muted
    return palette(look).reached if is_reached(row) else palette(look).not_reached


def _bars(rows: list[Any], words: Messages, *, look: Look, selected: str) -> go.Bar:
    colors = [_color(row, look) for row in rows]
    inside = [has_value(row.persen) and row.persen >= INSIDE_FROM for row in rows]
    return go.Bar(
        orientation="h",
        x=[_length(row) for row in rows],
        y=list(range(len(rows))),
        hoverinfo="skip",  # the row behind answers
        text=[
            f"<b>{percent(row.persen, words)}</b>" if fits else ""
            for row, fits in zip(rows, inside, strict=True)
        ],
        textposition="inside",
        insidetextanchor="start",
        constraintext="none",
        textangle=0,
        textfont={"size": LABEL_SIZE, "color": [ink_on(color) for color in colors]},
        marker={
            "color": colors,
            "line": {
                "color": palette(look).ink,
                "width": [2 if row.kode_wilayah == selected else 0 for row in rows],
            },
        },
    )


def _labels(rows: list[Any], starts: list[float], labels: list[str], *, look: Look) -> go.Scatter:
    return go.Scatter(
        mode="text",
        x=[start + 1 for start in starts],
        y=list(range(len(rows))),
        text=labels,
        textposition="middle right",
        textfont={"size": LABEL_SIZE, "color": palette(look).muted},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _stands_apart(row: Any, words: Messages) -> bool:
    """Whether the percentage of a short bar has room between the bar and the target."""
    target = target_of(row)
    if target is None or not has_value(row.persen) or row.persen >= INSIDE_FROM:
        return False
    width = 100 * text_width(percent(row.persen, words)) / NARROWEST_PLOT
    return row.persen + width + 2 < target


def _short_percentages(rows: list[tuple[int, Any]], words: Messages, *, look: Look) -> go.Scatter:
    """The percentages of short bars, right behind them."""
    return go.Scatter(
        mode="text",
        x=[row.persen + 1 for _, row in rows],
        y=[i for i, _ in rows],
        text=[f"<b>{percent(row.persen, words)}</b>" for _, row in rows],
        textposition="middle right",
        textfont={"size": LABEL_SIZE, "color": palette(look).ink},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _label(row: Any, words: Messages) -> str:
    if not has_value(row.persen):
        return _label_without_percentage(row, words)
    elsewhere = row.persen >= INSIDE_FROM or _stands_apart(row, words)
    shown = [] if elsewhere else [f"<b>{percent(row.persen, words)}</b>"]
    if target_of(row) is not None:
        shown.append(shortfall(row, words))
    return " · ".join(shown)


def _label_without_percentage(row: Any, words: Messages) -> str:
    """The people where they are known, then the distance to a target in people, else the reason."""
    shown = [people(row.peserta_aktif, words)] if has_value(row.peserta_aktif) else []
    target_in_people = has_value(getattr(row, "kurang_orang", None))
    shown.append(shortfall(row, words) if target_in_people else f"<i>{reason(row, words)}</i>")
    return " · ".join(shown)


def _hover(row: Any, words: Messages, *, bulan: datetime) -> str:
    sentence = coverage_sentence(row, words, bulan=bulan)
    target = target_of(row)
    if target is None or not has_value(row.persen):
        return fold_hover(sentence)
    key = "chart.target.hover_reached" if is_reached(row) else "chart.target.hover_short"
    more = words(key, target=percent(target, words), shortfall=shortfall(row, words))
    return fold_hover(f"{sentence} {more}")


def _set_axes(canvas: Canvas, names: list[str], words: Messages, *, end: float) -> None:
    canvas.update_axes(
        "x",
        range=[0, end],
        tickvals=list(range(0, 101, 20)),
        ticktext=[percent(value, words, digits=0) for value in range(0, 101, 20)],
    )
    set_rows(canvas, names)


def _draw_target(canvas: Canvas, rows: list[Any], words: Messages, *, look: Look) -> None:
    """One dashed line when all rows share a target, else a short stroke at each row."""
    colors = palette(look)
    targets = {i: target for i, row in enumerate(rows) if (target := target_of(row)) is not None}
    if not targets:
        return
    line = {"color": colors.target, "width": 2, "dash": "4px,3px"}
    common = len(set(targets.values())) == 1
    with_bar = sum(has_value(row.persen) for row in rows)
    spans = [(i - 0.42, i + 0.42, target) for i, target in targets.items()]
    if common:
        spans = [(-0.5, with_bar - 0.5, spans[0][2])]
    for top, bottom, target in spans:
        canvas.add_shape(type="line", x0=target, x1=target, y0=top, y1=bottom, line=line)
    first = spans[0][2]
    key = "chart.target.line" if common else "chart.target.lines"
    canvas.add_annotation(
        x=first,
        y=1,
        yref="paper",
        yanchor="bottom",
        text=words(key, target=percent(first, words)),
        font={"size": LABEL_SIZE, "color": colors.target_text},
        showarrow=False,
    )

"""Two months side by side: a dumbbell for each area, the difference in words."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, palette
from jamsos_data.formats import round_half_up
from jamsos_data.messages import Messages
from jamsos_data.text_layout import LABEL_SIZE, fold
from jamsos_data.views.pairs import Pair, make_pairs
from jamsos_data.wording import coverage_sentence, has_value, month, percent, points, reason
from pages.parts.charts.canvas import (
    Canvas,
    axis_end,
    blank_canvas,
    fold_hover,
    name_margin,
    row_catcher,
    set_rows,
)

ROW = 44  # px, as in the table of segments beside it
DENSE_ROW = 36  # px, from MANY rows on (the desa of a kecamatan)
MANY = 12
MARGIN = {"t": 34, "b": 26, "r": 8}
NARROWEST_PLOT = 400  # px
CHANGE_MARGIN = {"t": 8, "b": 12, "r": 8}
NEAR = 0.08  # of the reach of the axis: dots nearer than that cover each other
LEAST_REACH = 10.0  # percent
ALL = 100  # percent
STEPS = ((2, 12), (5, 25), (10, 70))  # percent between ticks up to a reach of the axis: three ticks or more


def compare_months(
    earlier: pd.DataFrame,
    later: pd.DataFrame,
    words: Messages,
    *,
    look: Look,
    selected: str = "",
    mapped_alike: bool = True,
) -> go.Figure:
    """A hollow dot for the earlier month, a full one for the later, joined; highest later value first.

    Both frames: rows of measure_coverage for one month each. The axis starts near the lowest value, as
    positions are read here, not lengths. The text on the right says the difference in percentage points, or why
    there is none. Where denominators differ, or other shares of the people are mapped (not `mapped_alike`), the dots
    are not joined and no difference is said. Differences too small for dots are drawn as bars of percentage points
    (:func:`draw_changes`). customdata of a mark = [kode_wilayah].
    """
    pairs = make_pairs(earlier, later, mapped_alike=mapped_alike)
    if are_near(pairs):
        return draw_changes(pairs, words, look=look, selected=selected)
    names = [_name(pair, selected) for pair in pairs]
    canvas = blank_canvas(
        look,
        words,
        height=(ROW if len(pairs) < MANY else DENSE_ROW) * len(pairs) + MARGIN["t"] + MARGIN["b"],
        margin=MARGIN | {"l": name_margin(names)},
    )
    labels = [change_in_words(pair, words) for pair in pairs]
    values = [value for pair in pairs for value in _values(pair)]
    first, last = (
        10 * int(min(values, default=0) // 10),
        min(ALL, 10 * (int(max(values, default=0) // 10) + 1)),
    )
    gap = (last - first) / 22
    starts = [max(_values(pair), default=first) + gap for pair in pairs]
    end = axis_end(starts, labels, width=NARROWEST_PLOT, least=last, first=first)
    sentences = [_hover(pair, pair.after, words) for pair in pairs]
    canvas.add_trace(row_catcher((first, end), [[pair.after.kode_wilayah] for pair in pairs], sentences))
    _draw_bars(canvas, pairs, look=look)
    canvas.add_trace(_dots(pairs, [pair.before for pair in pairs], words, look=look, hollow=True))
    canvas.add_trace(_dots(pairs, [pair.after for pair in pairs], words, look=look, hollow=False))
    canvas.add_trace(_labels(starts, labels, look=look))
    _set_axes(canvas, names, words, first=first, end=end)
    _name_months(canvas, earlier, later, words, look=look)
    return canvas.figure()


def describe_compare(
    earlier: pd.DataFrame, later: pd.DataFrame, words: Messages, *, mapped_alike: bool = True
) -> str:
    """Both months as a sentence: how many of those that may be compared rose, fell, stayed."""
    pairs = [pair for pair in make_pairs(earlier, later, mapped_alike=mapped_alike) if pair.comparable]
    if not pairs:
        return words("chart.compare.describe_none")
    shown = [round_half_up(pair.difference, 1) for pair in pairs]
    return words(
        "chart.compare.describe",
        before=month(earlier["periode"].iloc[0], words),
        after=month(later["periode"].iloc[0], words),
        up=sum(value > 0 for value in shown),
        down=sum(value < 0 for value in shown),
        same=sum(value == 0 for value in shown),
    )


def change_in_words(pair: Pair, words: Messages) -> str:
    """`naik 0,8 poin persen`, `turun …`, `tetap`, or why nothing can be said."""
    if not pair.complete:
        missing = pair.after if not has_value(pair.after.persen) else pair.before
        return f"<i>{reason(missing, words) if missing is not None else words('chart.reason.tanpa_data')}</i>"
    if not pair.same_denominator:
        return f"<i>{words('chart.compare.other_basis')}</i>"
    if not pair.mapped_alike:
        return f"<i>{words('chart.compare.other_mapping')}</i>"
    shown = round_half_up(pair.difference, 1)
    key = "chart.compare.up" if shown > 0 else "chart.compare.down" if shown < 0 else "chart.compare.same"
    return words(key, points=points(pair.difference, words))


def are_near(pairs: list[Pair]) -> bool:
    """Whether all pairs with two percentages may be compared and differ by less than dots can show."""
    known = [pair for pair in pairs if pair.complete]
    values = [value for pair in known for value in _values(pair)]
    if not known or not all(pair.comparable for pair in known):
        return False
    reach = max(max(values) - min(values), LEAST_REACH)
    return max(abs(pair.difference) for pair in known) < NEAR * reach


def draw_changes(pairs: list[Pair], words: Messages, *, look: Look, selected: str = "") -> go.Figure:
    """Bars of the change in percentage points from zero; the text says the change and both percentages."""
    names = [_name(pair, selected) for pair in pairs]
    labels = [_change_label(pair, words) for pair in pairs]
    changes = [pair.difference if pair.comparable else 0.0 for pair in pairs]
    low, high = min([0.0, *changes]), max([0.0, *changes])
    reach = max(high - low, 0.1)
    starts = [max(change, 0.0) + reach / 40 for change in changes]
    end = axis_end(starts, labels, width=NARROWEST_PLOT, least=high, first=low)
    colors = palette(look)
    canvas = blank_canvas(
        look,
        words,
        height=(ROW if len(pairs) < MANY else DENSE_ROW) * len(pairs)
        + CHANGE_MARGIN["t"]
        + CHANGE_MARGIN["b"],
        margin=CHANGE_MARGIN | {"l": name_margin(names)},
    )
    sentences = [_hover(pair, pair.after, words) for pair in pairs]
    canvas.add_trace(row_catcher((low, end), [[pair.after.kode_wilayah] for pair in pairs], sentences))
    canvas.add_trace(
        go.Bar(
            orientation="h",
            x=changes,
            y=list(range(len(pairs))),
            width=0.5,
            marker={"color": [colors.target if change < 0 else colors.reached for change in changes]},
            hoverinfo="skip",  # the row behind answers
        )
    )
    canvas.add_trace(_labels(starts, labels, look=look))
    canvas.update_axes(
        "x",
        range=[low, end],
        showticklabels=False,
        showgrid=False,
        zeroline=True,
        zerolinecolor=colors.axis,
    )
    set_rows(canvas, names)
    canvas.update_layout(barmode="overlay")
    return canvas.figure()


def _change_label(pair: Pair, words: Messages) -> str:
    change = change_in_words(pair, words)
    if not pair.comparable or pair.before is None:
        return change
    return words(
        "chart.compare.change",
        change=change,
        before=percent(pair.before.persen, words),
        after=percent(pair.after.persen, words),
    )


def _values(pair: Pair) -> list[float]:
    rows = (pair.before, pair.after)
    return [float(row.persen) for row in rows if row is not None and has_value(row.persen)]


def _name(pair: Pair, selected: str) -> str:
    name = fold(pair.after.wilayah)
    return f"<b>▸ {name}</b>" if pair.after.kode_wilayah == selected else name


def _draw_bars(canvas: Canvas, pairs: list[Pair], *, look: Look) -> None:
    """The line between the dots: green where coverage rose, amber where it fell."""
    colors = palette(look)
    for rising, color in ((True, colors.not_reached), (False, colors.target)):
        chosen = [(i, p) for i, p in enumerate(pairs) if p.comparable and (p.difference >= 0) is rising]
        if chosen:
            canvas.add_trace(
                go.Scatter(
                    mode="lines",
                    x=[value for _, pair in chosen for value in (*_values(pair), None)],
                    y=[place for i, _ in chosen for place in (i, i, None)],
                    line={"color": color, "width": 5},
                    hoverinfo="skip",
                )
            )


def _dots(pairs: list[Pair], rows: list[Any], words: Messages, *, look: Look, hollow: bool) -> go.Scatter:
    colors = palette(look)
    shown = [(i, row) for i, row in enumerate(rows) if row is not None and has_value(row.persen)]
    line = [colors.target if _falls(pairs[i]) else colors.reached for i, _ in shown]
    return go.Scatter(
        mode="markers",
        x=[float(row.persen) for _, row in shown],
        y=[i for i, _ in shown],
        marker={
            "size": 12,
            "opacity": 1,
            "color": [colors.surface] * len(shown) if hollow else line,
            "line": {"color": line, "width": 2},
        },
        customdata=[[row.kode_wilayah] for _, row in shown],
        hovertext=[_hover(pairs[i], row, words) for i, row in shown],
        hoverinfo="text",
        cliponaxis=False,
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _falls(pair: Pair) -> bool:
    return pair.comparable and pair.difference < 0


def _hover(pair: Pair, row: Any, words: Messages) -> str:
    change = f" {change_in_words(pair, words).capitalize()}." if pair.complete and row is pair.after else ""
    return fold_hover(coverage_sentence(row, words, bulan=row.periode) + change)


def _labels(starts: list[float], labels: list[str], *, look: Look) -> go.Scatter:
    return go.Scatter(
        mode="text",
        x=starts,
        y=list(range(len(labels))),
        text=labels,
        textposition="middle right",
        textfont={"size": LABEL_SIZE, "color": palette(look).muted},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _set_axes(canvas: Canvas, names: list[str], words: Messages, *, first: int, end: float) -> None:
    step = next((step for step, reach in STEPS if end - first <= reach), 20)
    ticks = list(range(first, min(int(end), ALL) + 1, step))
    canvas.update_axes(
        "x",
        range=[first - (end - first) / 50, end],
        tickvals=ticks,
        ticktext=[percent(tick, words, digits=0) for tick in ticks],
    )
    set_rows(canvas, names)


def _name_months(
    canvas: Canvas, earlier: pd.DataFrame, later: pd.DataFrame, words: Messages, *, look: Look
) -> None:
    first, last = (month(frame["periode"].iloc[0], words) for frame in (earlier, later))
    canvas.add_annotation(
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        yshift=6,
        text=f"○ {first}   ● {last}",
        font={"size": LABEL_SIZE, "color": palette(look).ink},
        showarrow=False,
    )

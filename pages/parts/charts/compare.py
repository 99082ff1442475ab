"""Two months side by side: a dumbbell for each area, the difference in words."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.formats import round_half_up
from jamsos_data.messages import Messages
from pages.parts.charts.canvas import (
    LABEL_SIZE,
    Canvas,
    axis_end,
    blank_canvas,
    fold,
    fold_hover,
    name_margin,
    row_catcher,
    set_rows,
)
from pages.parts.charts.wording import coverage_sentence, has_value, month, percent, points, reason, rows_of
from pages.parts.theme import Look, palette

ROW = 44  # px, as in the table of segments beside it
DENSE_ROW = 36  # px, from MANY rows on (the desa of a kecamatan)
MANY = 12
MARGIN = {"t": 34, "b": 26, "r": 8}
NARROWEST_PLOT = 400  # px
STEPS = ((2, 12), (5, 25), (10, 70))  # percent between ticks up to a reach of the axis: three ticks or more


@dataclass(frozen=True)
class Pair:
    """One area in both months; `before` is None when the earlier month has no such row."""

    before: Any | None
    after: Any

    @property
    def complete(self) -> bool:
        """Whether both months have a percentage."""
        return self.before is not None and has_value(self.before.persen) and has_value(self.after.persen)

    @property
    def difference(self) -> float:
        """Percentage points from the earlier to the later month (of a complete pair)."""
        return float(self.after.persen) - float(self.before.persen) if self.before is not None else 0.0

    @property
    def same_denominator(self) -> bool:
        """Whether both percentages have the same basis and year."""
        before, after = self.before, self.after
        return before is None or (before.basis, before.tahun) == (after.basis, after.tahun)


def compare_months(
    earlier: pd.DataFrame, later: pd.DataFrame, words: Messages, *, look: Look, selected: str = ""
) -> go.Figure:
    """A hollow dot for the earlier month, a full one for the later, joined; highest later value first.

    Both frames: rows of measure_coverage for one month each. The axis starts near the lowest value, as
    positions are read here, not lengths. The text on the right says the difference
    in percentage points, or why there is none, or that the denominators differ. customdata of a mark =
    [kode_wilayah].
    """
    pairs = _pairs(earlier, later)
    names = [_name(pair, selected) for pair in pairs]
    canvas = blank_canvas(
        look,
        words,
        height=(ROW if len(pairs) < MANY else DENSE_ROW) * len(pairs) + MARGIN["t"] + MARGIN["b"],
        margin=MARGIN | {"l": name_margin(names)},
    )
    labels = [change_in_words(pair, words) for pair in pairs]
    values = [value for pair in pairs for value in _values(pair)]
    first, last = 10 * int(min(values, default=0) // 10), 10 * (int(max(values, default=0) // 10) + 1)
    gap = (last - first) / 30
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


def describe_compare(earlier: pd.DataFrame, later: pd.DataFrame, words: Messages) -> str:
    """Both months as a sentence: how many rose, fell, stayed."""
    pairs = [pair for pair in _pairs(earlier, later) if pair.complete]
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
    shown = round_half_up(pair.difference, 1)
    key = "chart.compare.up" if shown > 0 else "chart.compare.down" if shown < 0 else "chart.compare.same"
    change = words(key, points=points(pair.difference, words))
    return change if pair.same_denominator else f"{change} · <i>{words('chart.compare.other_basis')}</i>"


def _pairs(earlier: pd.DataFrame, later: pd.DataFrame) -> list[Pair]:
    before = {row.kode_wilayah: row for row in rows_of(earlier)}
    order = later.sort_values(["persen", "wilayah"], ascending=[False, True], na_position="last")
    return [Pair(before.get(row.kode_wilayah), row) for row in rows_of(order)]


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
        chosen = [(i, p) for i, p in enumerate(pairs) if p.complete and (p.difference >= 0) is rising]
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
    return pair.complete and pair.difference < 0


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
    ticks = list(range(first, int(end) + 1, step))
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

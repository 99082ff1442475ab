"""Iuran paid by month, stacked by sumber dana, with the names written beside the last month."""

from datetime import datetime
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, palette, source_color
from jamsos_data.messages import Messages
from jamsos_data.metrics.premium_months import paid_at_once
from jamsos_data.reference.code_tree import CodeTree
from jamsos_data.text_layout import LABEL_SIZE, fold, text_width
from jamsos_data.wording import (
    has_value,
    month,
    rows_of,
    rupiah,
    short_name,
    short_rupiah,
    whole_months,
)
from pages.parts.charts.canvas import Canvas, blank_canvas, fold_hover, month_ticks, spread
from pages.parts.charts.money import rupiah_axis

HEIGHT = 380  # px
MARGIN = {"l": 44, "t": 30, "b": 40}
NAME_WIDTH = 24  # letters
NARROWEST_PLOT = 320  # px, in a column of half a desk screen
HEADROOM = 1.1  # of the highest bar: room for its total
HEADROOM_NOTES = 1.2  # and for a second line above it
LINE = 17  # px between two names, one line each


def stack_premiums(frame: pd.DataFrame, words: Messages, *, look: Look, tree: CodeTree) -> go.Figure:
    """Bars of the rupiah paid in each month, one colour for each sumber_dana (its family's shade).

    `frame`: rows of measure_premium_months (periode, sumber_dana, nilai, bulan_dibayar; rows are disjoint). Months
    that stand out because somebody paid for several at once say so. The order from below is that of `tree`.
    customdata of a mark = [sumber_dana, month key].
    """
    sources = stacking_order(frame, tree)
    months = sorted(frame["periode"].unique())
    names = [fold(short_name(tree, code, words), NAME_WIDTH) for code in sources]
    canvas = blank_canvas(
        look, words, height=HEIGHT, margin=MARGIN | {"r": max(map(text_width, names), default=0) + 36}
    )
    totals = frame.groupby("periode")["nilai"].sum()
    top = max(int(totals.max()), 1)
    for code in sources:
        canvas.add_trace(
            _bars(frame[frame["sumber_dana"] == code], code, months, words, look=look, tree=tree)
        )
    notes = _at_once(frame, words, tree=tree)
    _write_totals(canvas, totals, months, notes, words, look=look)
    axis = rupiah_axis(top, words)
    room = top * (HEADROOM_NOTES if notes else HEADROOM)
    canvas.update_axes("y", range=[0, room], **axis.settings)
    canvas.update_axes("x", range=[-0.6, len(months) - 0.4], showgrid=False, **month_ticks(months, words))
    canvas.update_layout(barmode="stack", bargap=0.28, barcornerradius=0)
    _name_sources(canvas, frame[frame["periode"] == months[-1]], sources, names, room=room, look=look)
    _name_unit(canvas, axis.unit, look=look)
    return canvas.figure()


def describe_stack(frame: pd.DataFrame, words: Messages, *, tree: CodeTree) -> str:
    """The last month as a sentence: total, largest source, first month for comparison."""
    totals = frame.groupby("periode")["nilai"].sum().sort_index()
    last = frame[frame["periode"] == totals.index[-1]].sort_values("nilai", ascending=False)
    largest = rows_of(last)[0]
    return words(
        "chart.stack.describe",
        first_month=month(totals.index[0], words),
        first=short_rupiah(totals.iloc[0], words),
        last_month=month(totals.index[-1], words),
        last=short_rupiah(totals.iloc[-1], words),
        source=tree.name(largest.sumber_dana, words.language),
        value=short_rupiah(largest.nilai, words),
    )


def stacking_order(frame: pd.DataFrame, tree: CodeTree) -> list[str]:
    """The sources that paid anything, families together: employers below, then by reference order."""
    paid = frame.groupby("sumber_dana")["nilai"].sum()
    codes = [str(code) for code, value in paid.items() if value > 0]

    def place(code: str) -> tuple[int, int, int]:
        family = (code, *tree.ancestors(code))
        top = family[-2] if len(family) > 1 else code
        return (0 if top == "SWASTA" else 1, tree.order(top), tree.order(code))

    return sorted(codes, key=place)


def _bars(
    part: pd.DataFrame, code: str, months: list[datetime], words: Messages, *, look: Look, tree: CodeTree
) -> go.Bar:
    rows = rows_of(part.sort_values("periode"))
    name = tree.name(code, words.language)
    rows = [row for row in rows if has_value(row.nilai)]
    return go.Bar(
        name=name,
        x=[months.index(row.periode) for row in rows],
        y=[int(row.nilai) for row in rows],
        customdata=[[code, f"{row.periode:%Y-%m}"] for row in rows],
        hovertext=[_hover(row, name, words) for row in rows],
        hoverinfo="text",
        marker={
            "color": source_color(code, look),
            "line": {"color": palette(look).surface, "width": 0.75},
            "pattern": {"shape": "/" if code == tree.root else "", "size": 5, "solidity": 0.2},
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _hover(row: Any, name: str, words: Messages) -> str:
    return fold_hover(
        words(
            "chart.stack.hover", month=month(row.periode, words), source=name, value=rupiah(row.nilai, words)
        )
    )


def _at_once(frame: pd.DataFrame, words: Messages, *, tree: CodeTree) -> dict[datetime, str]:
    """For each month that stands out: who paid for how many months at once (the largest payer)."""
    notes: dict[datetime, str] = {}
    for row in rows_of(paid_at_once(frame)):
        source, months = short_name(tree, row.sumber_dana, words), whole_months(row.bulan_dibayar, words)
        notes.setdefault(row.periode, words("chart.stack.at_once", source=source, months=months))
    return notes


def _write_totals(
    canvas: Canvas,
    totals: pd.Series,
    months: list[datetime],
    notes: dict[datetime, str],
    words: Messages,
    *,
    look: Look,
) -> None:
    """The sum above the bars with a note, and above the first and the last: enough to read the change."""
    sums = {i: f"<b>{short_rupiah(totals.loc[periode], words)}</b>" for i, periode in enumerate(months)}
    noted = {
        months.index(periode): f"{sums[months.index(periode)]}<br>{note}" for periode, note in notes.items()
    }
    texts = noted | {i: sums[i] for i in (len(months) - 1, 0) if i not in noted}
    for i, covered in sorted(_places(texts, len(months)).items()):
        left = covered.start == i
        canvas.add_annotation(
            x=i - 0.4 if left else i + 0.4,
            y=max(int(totals.loc[months[place]]) for place in covered),
            text=texts[i],
            align="left" if left else "right",
            yanchor="bottom",
            xanchor="left" if left else "right",
            font={"size": LABEL_SIZE, "color": palette(look).ink},
            showarrow=False,
        )


def _places(texts: dict[int, str], bars: int) -> dict[int, range]:
    """The bars below each text, of those texts that do not run into one before them in `texts`."""
    placed: dict[int, range] = {}
    for i, text in texts.items():
        under = int(text_width(text) / (NARROWEST_PLOT / bars)) + 1
        left = i < bars / 2 and bars > 1
        covered = range(i, min(i + under, bars)) if left else range(max(i + 1 - under, 0), i + 1)
        if not any(set(covered) & set(other) for other in placed.values()):
            placed[i] = covered
    return placed


def _name_sources(
    canvas: Canvas, last: pd.DataFrame, sources: list[str], names: list[str], *, room: float, look: Look
) -> None:
    """Names right of the last bar, at the height of their part, moved apart where parts are thin."""
    colors = palette(look)
    values = last.set_index("sumber_dana")["nilai"].dropna()
    plot = HEIGHT - MARGIN["t"] - MARGIN["b"]
    scale = plot / room
    heights = [float(values.get(code, 0)) * scale for code in sources]
    middles = [sum(heights[:i]) + height / 2 for i, height in enumerate(heights)]
    gap = LINE * max(name.count("<br>") + 1 for name in names)
    gap = min(gap, plot / max(len(names) - 1, 1))
    for code, name, y in zip(sources, names, spread(middles, gap, 8, plot - 8), strict=True):
        canvas.add_annotation(
            x=1,
            y=y / plot,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="middle",
            align="left",
            xshift=2,
            text=f"<span style='color:{source_color(code, look)};font-size:13px'>■</span> {name}",
            font={"size": LABEL_SIZE, "color": colors.ink},
            showarrow=False,
        )


def _name_unit(canvas: Canvas, unit: str, *, look: Look) -> None:
    canvas.add_annotation(
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        yshift=8,
        xshift=6 - MARGIN["l"],
        text=unit,
        font={"size": LABEL_SIZE, "color": palette(look).muted},
        showarrow=False,
    )

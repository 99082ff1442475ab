"""Budgets by source: what is granted (pagu), what is paid (realisasi), how long the rest lasts."""

from datetime import datetime
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.messages import Messages
from jamsos_data.reference.code_tree import CodeTree
from pages.parts.charts.canvas import (
    blank_canvas,
    fold,
    fold_hover,
    name_margin,
    set_rows,
    text_margin,
    write_beside,
)
from pages.parts.charts.money import rupiah_axis
from pages.parts.charts.wording import (
    has_value,
    join,
    month,
    months_count,
    percent,
    rows_of,
    rupiah,
    short_rupiah,
)
from pages.parts.theme import Look, palette, source_color

ROW = 50  # px
MARGIN = {"t": 8, "b": 46}
DECEMBER = 12


def bullet_budgets(
    frame: pd.DataFrame, words: Messages, *, look: Look, tree: CodeTree, bulan: datetime
) -> go.Figure:
    """One bullet for each source: band = pagu, bar = realisasi from January to `bulan`, in rupiah.

    `frame`: rows of measure_premiums. Largest pagu first; a source that pays without a pagu stands below
    without a bar. Text: share used, and how many months the rest lasts (amber where it ends before
    December). customdata of a mark = [sumber_dana].
    """
    rows = _ordered(frame)
    names = [fold(tree.name(row.sumber_dana, words.language)) for row in rows]
    texts = [_text(row, words, look=look, bulan=bulan) for row in rows]
    canvas = blank_canvas(
        look,
        words,
        height=ROW * len(rows) + MARGIN["t"] + MARGIN["b"],
        margin=MARGIN | {"l": name_margin(names), "r": text_margin(texts)},
    )
    canvas.add_trace(_bands(rows, look=look))
    canvas.add_trace(_bars(rows, names, words, look=look, bulan=bulan))
    write_beside(canvas, texts, look=look)
    budgeted = [row for row in rows if has_value(row.pagu)]
    axis = rupiah_axis(max((max(int(row.pagu), _paid(row) or 0) for row in budgeted), default=1), words)
    canvas.update_axes(
        "x",
        range=[0, axis.ticks[-1]],
        title={"text": axis.unit, "standoff": 4},
        showgrid=False,
        **axis.settings,
    )
    set_rows(canvas, names)
    canvas.update_layout(barmode="overlay")
    return canvas.figure()


def describe_budgets(frame: pd.DataFrame, words: Messages, *, tree: CodeTree, bulan: datetime) -> str:
    """The budgets as sentences: each source's share used, and those that end before December."""
    rows = [row for row in _ordered(frame) if has_value(row.pagu) and has_value(row.realisasi)]
    if not rows:
        return words("chart.budget.describe_none")
    parts = [
        words(
            "chart.budget.describe",
            source=tree.name(row.sumber_dana, words.language),
            paid=short_rupiah(row.realisasi, words),
            budget=short_rupiah(row.pagu, words),
            percent=percent(row.serapan_persen, words),
        )
        for row in rows
    ]
    early = [tree.name(row.sumber_dana, words.language) for row in rows if ends_early(row, bulan)]
    warning = [words("chart.budget.early", names=join(early, words))] if early else []
    return " ".join([*parts, *warning])


def ends_early(row: Any, bulan: datetime) -> bool:
    """Whether the rest of a pagu lasts less long than the year (from the month after `bulan`)."""
    return has_value(row.bulan_tersisa) and row.bulan_tersisa < DECEMBER - bulan.month


def _ordered(frame: pd.DataFrame) -> list[Any]:
    paying = frame[frame["pagu"].notna() | (frame["realisasi"] > 0).fillna(False)]
    return rows_of(paying.sort_values(["pagu", "realisasi"], ascending=False, na_position="last"))


def _bands(rows: list[Any], *, look: Look) -> go.Bar:
    colors = palette(look)
    return go.Bar(
        orientation="h",
        x=[int(row.pagu) if has_value(row.pagu) else None for row in rows],
        y=list(range(len(rows))),
        width=0.62,
        marker={"color": colors.track, "line": {"color": colors.axis, "width": 1}},
        hoverinfo="skip",
    )


def _bars(rows: list[Any], names: list[str], words: Messages, *, look: Look, bulan: datetime) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=[_paid(row) if has_value(row.pagu) else None for row in rows],
        y=list(range(len(rows))),
        width=0.34,
        marker={"color": [source_color(row.sumber_dana, look) for row in rows]},
        customdata=[[row.sumber_dana] for row in rows],
        hovertext=[
            _hover(row, name.replace("<br>", " "), words, bulan=bulan)
            for row, name in zip(rows, names, strict=True)
        ],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _paid(row: Any) -> int | None:
    return int(row.realisasi) if has_value(row.realisasi) else None


def _hover(row: Any, name: str, words: Messages, *, bulan: datetime) -> str:
    values = {"source": name, "month": month(bulan, words)}
    if not has_value(row.realisasi):
        return fold_hover(words("chart.budget.hover_unpaid", **values, budget=rupiah(row.pagu, words)))
    values["paid"] = rupiah(row.realisasi, words)
    if not has_value(row.pagu):
        return fold_hover(words("chart.budget.hover_none", **values))
    sentence = words(
        "chart.budget.hover",
        **values,
        budget=rupiah(row.pagu, words),
        version=row.versi,
        percent=percent(row.serapan_persen, words),
    )
    if not has_value(row.bulan_cukup) or _overspent(row):
        return fold_hover(sentence)
    lasts = words(
        "chart.budget.lasts",
        monthly=rupiah(row.iuran_sebulan, words),
        all=months_count(row.bulan_cukup, words),
        rest=months_count(row.bulan_tersisa, words),
    )
    return fold_hover(f"{sentence} {lasts}")


def _overspent(row: Any) -> bool:
    return has_value(row.pagu) and (_paid(row) or 0) > row.pagu


def _text(row: Any, words: Messages, *, look: Look, bulan: datetime) -> str:
    colors = palette(look)
    color = colors.target_text if ends_early(row, bulan) or _overspent(row) else colors.muted
    top, below = _lines(row, words, bulan=bulan)
    return f"{top}<br><span style='color:{color}'>{below}</span>"


def _lines(row: Any, words: Messages, *, bulan: datetime) -> tuple[str, str]:
    if not has_value(row.pagu):
        return f"<b>{short_rupiah(row.realisasi, words)}</b>", f"<i>{words('chart.budget.no_pagu')}</i>"
    if not has_value(row.realisasi):
        return words("chart.budget.granted", budget=short_rupiah(row.pagu, words)), words(
            "chart.budget.unpaid"
        )
    top = words(
        "chart.budget.used", percent=percent(row.serapan_persen, words), budget=short_rupiah(row.pagu, words)
    )
    if _overspent(row):
        over = short_rupiah(row.realisasi - row.pagu, words)
        return top, words("chart.budget.over", value=over)
    if not has_value(row.bulan_tersisa):
        return top, ""
    key = "chart.budget.rest_early" if ends_early(row, bulan) else "chart.budget.rest"
    return top, words(key, months=months_count(row.bulan_tersisa, words))

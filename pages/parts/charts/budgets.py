"""Budgets by source: what is granted (pagu), what is paid (realisasi), how long the rest lasts."""

from datetime import datetime
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, palette, source_color
from jamsos_data.messages import Messages
from jamsos_data.metrics.absorption import ends_early
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree
from jamsos_data.text_layout import fold
from jamsos_data.wording import (
    has_value,
    join,
    lasting,
    percent,
    rows_of,
    rupiah,
    short_rupiah,
    since_january,
)
from pages.parts.charts.canvas import (
    blank_canvas,
    fold_hover,
    name_margin,
    set_rows,
    text_margin,
    write_beside,
)
from pages.parts.charts.money import rupiah_axis

ROW = 58  # px: three lines beside it
MARGIN = {"t": 8, "b": 46}


def bullet_budgets(
    frame: pd.DataFrame, words: Messages, *, look: Look, tree: CodeTree, bulan: datetime
) -> go.Figure:
    """One bullet for each source: band = pagu, bar = realisasi from January to `bulan`, in rupiah.

    `frame`: rows of measure_premiums, gathered by pagu. Largest pagu first; a source that pays without a pagu here
    stands below without a bar, and the text says where its pagu stands. Text: share used, until when the rest and
    what is paid ahead last (amber where that is before December). customdata of a mark = [sumber_dana].
    """
    rows = _ordered(frame)
    names = [fold(tree.name(row.sumber_dana, words.language)) for row in rows]
    texts = [_text(row, words, look=look) for row in rows]
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


def describe_budgets(frame: pd.DataFrame, words: Messages, *, tree: CodeTree) -> str:
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
    early = [tree.name(row.sumber_dana, words.language) for row in rows if ends_early(row)]
    warning = [words("chart.budget.early", names=join(early, words))] if early else []
    return " ".join([*parts, *warning])


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
    values = {"source": name, "period": since_january(bulan, words)}
    if not has_value(row.realisasi):
        return fold_hover(words("chart.budget.hover_unpaid", **values, budget=rupiah(row.pagu, words)))
    values["paid"] = rupiah(row.realisasi, words)
    if not has_value(row.pagu):
        return fold_hover(words("chart.budget.hover_none", **values, where=_where(row, words)))
    sentence = words(
        "chart.budget.hover",
        **values,
        budget=rupiah(row.pagu, words),
        version=row.versi,
        percent=percent(row.serapan_persen, words),
    )
    if not has_value(row.cukup_sampai):
        return fold_hover(sentence)
    ahead = has_value(row.di_muka) and row.di_muka > 0
    lasts = words(
        "chart.budget.lasts_ahead" if ahead else "chart.budget.lasts",
        monthly=rupiah(row.iuran_sebulan, words),
        ahead=rupiah(row.di_muka, words) if ahead else "",
        lasting=lasting(row, words),
    )
    return fold_hover(f"{sentence} {lasts}")


def _where(row: Any, words: Messages) -> str:
    """Why a source that pays has no pagu here: it stands at an area above, or there is none."""
    if not row.pagu_di:
        return words("chart.budget.no_pagu")
    return words(f"chart.budget.above.{Reference.area_level(row.pagu_di)}")


def _overspent(row: Any) -> bool:
    return has_value(row.pagu) and (_paid(row) or 0) > row.pagu


def _text(row: Any, words: Messages, *, look: Look) -> str:
    colors = palette(look)
    color = colors.target_text if ends_early(row) or _overspent(row) else colors.muted
    top, below = _lines(row, words)
    return f"{top}<br><span style='color:{color}'>{below}</span>"


def _lines(row: Any, words: Messages) -> tuple[str, str]:
    if not has_value(row.pagu):
        return f"<b>{short_rupiah(row.realisasi, words)}</b>", f"<i>{_where(row, words)}</i>"
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
    if not has_value(row.cukup_sampai):
        return top, fold(words("chart.budget.lasting_unknown"), 26)
    text = lasting(row, words, short=True).replace(" (", "<br>(")
    return top, f"▲ {text}" if ends_early(row) else text

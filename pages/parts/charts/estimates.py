"""Estimate against realised iuran: how far what was paid lies from people paid for × tariff × months paid."""

from datetime import datetime
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, palette
from jamsos_data.messages import Messages
from jamsos_data.reference.code_tree import CodeTree
from jamsos_data.text_layout import LABEL_SIZE, fold
from jamsos_data.wording import (
    has_value,
    join,
    month,
    percent,
    rows_of,
    rupiah,
    short_rupiah,
    since_january,
)
from pages.parts.charts.canvas import (
    Canvas,
    blank_canvas,
    fold_hover,
    name_margin,
    set_rows,
    text_margin,
    write_beside,
)

ROW = 46  # px
TALL_ROW = 58  # px: room for a third line, where a part has no tariff or is paid ahead
MARGIN = {"t": 26, "b": 26}
FLAG = "ESTIMASI_BERBEDA"  # the metrics' note: further apart than the tolerance
WIDEST = 200  # percent: longer bars are cut there, the text carries the figure


def compare_estimate(
    frame: pd.DataFrame,
    words: Messages,
    *,
    look: Look,
    tree: CodeTree,
    bulan: datetime,
    by: Literal["sumber_dana", "segmen"] = "sumber_dana",
) -> go.Figure:
    """Realised iuran as a share of the estimate (= the line at 100 %), the difference in rupiah in words.

    `frame`: rows of measure_premiums for one area (or the same columns by segmen). The estimate is that of
    the payments: people paid for × tariff × months paid, where the tariff is known; only that part of what
    was paid is compared, and the text says how much it is, and how much of it is for months to come. Largest
    estimate first; amber where the metrics flag the difference. customdata of a mark = [code].
    """
    rows = _ordered(frame)
    names = [fold(tree.name(getattr(row, by), words.language)) for row in rows]
    texts = [_text(row, words, look=look) for row in rows]
    tall = any(is_partial(row) or has_ahead(row) for row in rows)
    canvas = blank_canvas(
        look,
        words,
        height=(TALL_ROW if tall else ROW) * len(rows) + MARGIN["t"] + MARGIN["b"],
        margin=MARGIN | {"l": name_margin(names), "r": text_margin(texts)},
    )
    canvas.add_trace(_bars(rows, names, words, look=look, bulan=bulan, by=by))
    _draw_estimate(canvas, len(rows), words, look=look)
    write_beside(canvas, texts, look=look)
    # 100 percent is written above the line; between the two others it would find no room on a laptop.
    ticks = [0, WIDEST]
    canvas.update_axes(
        "x",
        range=[0, WIDEST],
        tickvals=ticks,
        ticktext=[percent(tick, words, digits=0) for tick in ticks],
        tickangle=0,
    )
    set_rows(canvas, names)
    return canvas.figure()


def describe_estimates(
    frame: pd.DataFrame, words: Messages, *, tree: CodeTree, by: str = "sumber_dana"
) -> str:
    """The comparison as a sentence: what was paid in all, and which rows differ too much."""
    rows = _ordered(frame)
    total = short_rupiah(sum(int(row.realisasi) for row in rows), words)
    flagged = [tree.name(getattr(row, by), words.language) for row in rows if is_flagged(row)]
    if not flagged:
        return words("chart.estimate.describe_none", total=total)
    return words("chart.estimate.describe", total=total, names=join(flagged, words))


def share_paid(row: Any) -> float | None:
    """Payments of known tariff as a share (%) of their estimate, None without an estimate."""
    known = has_value(row.realisasi_bertarif) and has_value(row.estimasi_dibayar) and row.estimasi_dibayar > 0
    return 100 * int(row.realisasi_bertarif) / int(row.estimasi_dibayar) if known else None


def is_partial(row: Any) -> bool:
    """Whether a part of what was paid has no known tariff, so that only the rest is compared."""
    return share_paid(row) is not None and row.realisasi_bertarif < row.realisasi


def has_ahead(row: Any) -> bool:
    """Whether a part of what was paid is for months after the one looked at."""
    return has_value(row.di_muka) and row.di_muka > 0 and has_value(row.estimasi_dibayar)


def is_flagged(row: Any) -> bool:
    """Whether the metrics find the payments of a row too far from their estimate."""
    return FLAG in row.catatan.split(";")


def _ordered(frame: pd.DataFrame) -> list[Any]:
    paid = frame[(frame["realisasi"] > 0).fillna(False)]
    return rows_of(paid.sort_values(["estimasi_dibayar", "realisasi"], ascending=False, na_position="last"))


def _bars(
    rows: list[Any], names: list[str], words: Messages, *, look: Look, bulan: datetime, by: str
) -> go.Bar:
    colors = palette(look)
    return go.Bar(
        orientation="h",
        x=[min(share_paid(row) or 0, WIDEST) for row in rows],
        y=list(range(len(rows))),
        width=0.46,
        marker={"color": [colors.target if is_flagged(row) else colors.reached for row in rows]},
        customdata=[[getattr(row, by)] for row in rows],
        hovertext=[
            _hover(row, name.replace("<br>", " "), words, bulan=bulan)
            for row, name in zip(rows, names, strict=True)
        ],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _hover(row: Any, name: str, words: Messages, *, bulan: datetime) -> str:
    share = share_paid(row)
    return fold_hover(
        words(
            "chart.estimate.hover" if share is not None else "chart.estimate.hover_none",
            name=name,
            period=since_january(bulan, words),
            paid=rupiah(row.realisasi, words),
            compared=rupiah(row.realisasi_bertarif, words) if share is not None else "",
            estimate=rupiah(row.estimasi_dibayar, words) if share is not None else "",
            share=percent(share, words) if share is not None else "",
        )
    )


def _draw_estimate(canvas: Canvas, rows: int, words: Messages, *, look: Look) -> None:
    colors = palette(look)
    canvas.add_shape(
        type="line",
        x0=100,
        x1=100,
        y0=-0.5,
        y1=rows - 0.5,
        line={"color": colors.estimate, "width": 2},
    )
    canvas.add_annotation(
        x=100,
        y=1,
        yref="paper",
        yanchor="bottom",
        text=words("chart.estimate.line"),
        font={"size": LABEL_SIZE, "color": colors.ink},
        showarrow=False,
    )


def _text(row: Any, words: Messages, *, look: Look) -> str:
    colors = palette(look)
    color = colors.target_text if is_flagged(row) else colors.muted
    mark = "▲ " if is_flagged(row) else ""
    lines = [_compared(row, words), f"<span style='color:{color}'>{mark}{_difference(row, words)}</span>"]
    return "<br>".join([*lines, _ahead(row, words)] if has_ahead(row) else lines)


def _ahead(row: Any, words: Messages) -> str:
    """What of the payments is for later months: the reason why they exceed the estimate of the months till now."""
    return words(
        "chart.estimate.ahead",
        value=short_rupiah(row.di_muka, words),
        until=month(row.lunas_terakhir, words, short=True),
    )


def _compared(row: Any, words: Messages) -> str:
    """What was paid; where only a part has a tariff, that part and the whole."""
    paid = short_rupiah(row.realisasi, words)
    if not is_partial(row):
        return f"<b>{paid}</b>"
    return words("chart.estimate.part", compared=short_rupiah(row.realisasi_bertarif, words), paid=paid)


def _difference(row: Any, words: Messages) -> str:
    if share_paid(row) is None:
        return words("chart.estimate.no_estimate")
    difference = int(row.selisih_estimasi)
    if difference == 0:
        return words("chart.estimate.equal")
    key = "chart.estimate.less" if difference < 0 else "chart.estimate.more"
    return words(key, value=short_rupiah(abs(difference), words))

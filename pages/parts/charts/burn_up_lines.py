"""The people of a burn-up chart: months as a line, months that are not complete, silent desa, changed potensi."""

from datetime import datetime
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, palette
from jamsos_data.messages import Messages
from jamsos_data.text_layout import LABEL_SIZE
from jamsos_data.wording import has_value, month, people
from pages.parts.charts.canvas import Canvas, fold_hover


def draw_people(
    canvas: Canvas, rows: list[Any], months: list[datetime], words: Messages, *, look: Look
) -> None:
    """The complete months joined, the last of them as a large dot."""
    colors = palette(look)
    canvas.add_trace(
        go.Scatter(
            mode="lines+markers",
            x=[months.index(row.periode) for row in rows],
            y=[int(row.peserta_aktif) for row in rows],
            line={"color": colors.reached, "width": 3},
            marker={
                "color": colors.reached,
                "size": [10 if row is rows[-1] else 4 for row in rows],
                "opacity": 1,
                "line": {"width": 0},
            },
            hovertext=[_hover(row, words) for row in rows],
            hoverinfo="text",
            cliponaxis=False,
        )
    )


def draw_breaks(canvas: Canvas, rows: list[Any], months: list[datetime], *, look: Look) -> None:
    """A dotted stroke where the year of the potensi changes."""
    for before, after in pairwise(rows):
        if has_value(before.tahun) and has_value(after.tahun) and before.tahun != after.tahun:
            place = (months.index(before.periode) + months.index(after.periode)) / 2
            canvas.add_shape(
                type="line", x0=place, x1=place, y0=0, y1=1, yref="y domain",
                line={"color": palette(look).muted, "width": 1, "dash": "2px,3px"},
            )  # fmt: skip


def draw_loose(
    canvas: Canvas, rows: list[Any], months: list[datetime], words: Messages, *, look: Look
) -> None:
    """Months that are not complete: hollow, unjoined, the last of them named."""
    if not rows:
        return
    colors = palette(look)
    canvas.add_trace(
        go.Scatter(
            mode="markers",
            x=[months.index(row.periode) for row in rows],
            y=[int(row.peserta_aktif) for row in rows],
            marker={"color": colors.surface, "size": 10, "line": {"color": colors.muted, "width": 2}},
            hovertext=[_hover(row, words) for row in rows],
            hoverinfo="text",
            cliponaxis=False,
        )
    )
    last = rows[-1]
    place = months.index(last.periode)
    text = f"{month(last.periode, words)}<br>{words('chart.reason.bulan_tidak_lengkap')}"
    side = "right" if place > len(months) / 2 else "left"
    canvas.add_annotation(
        x=place,
        y=int(last.peserta_aktif),
        text=text,
        xanchor=side,
        yanchor="middle",
        xshift=-10 if side == "right" else 10,
        align=side,
        font={"size": LABEL_SIZE, "color": colors.muted},
        showarrow=False,
    )


def mark_silence(
    canvas: Canvas, rows: list[Any], months: list[datetime], silent: pd.DataFrame | None, *, look: Look
) -> None:
    """An aagger above the first month in which the area lacks a desa."""
    if silent is None or not rows:
        return
    since = min(silent.loc[silent["induk"] == rows[-1].kode_wilayah, "sejak"], default=None)
    found = next((row for row in rows if since is not None and row.periode >= since), None)
    if found is not None:
        canvas.add_annotation(
            x=months.index(found.periode),
            y=int(found.peserta_aktif),
            yanchor="top",
            yshift=-2,
            text="<b>†</b>",
            font={"size": 18, "color": palette(look).target_text},
            showarrow=False,
        )


def _hover(row: Any, words: Messages) -> str:
    return fold_hover(
        words(
            "chart.burn.actual",
            area=row.wilayah,
            month=month(row.periode, words),
            people=people(row.peserta_aktif, words),
        )
    )

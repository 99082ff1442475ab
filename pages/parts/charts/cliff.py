"""The coverage cliff: people protected month by month if nothing that ends is renewed."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.axis import nice_ticks
from jamsos_data.colors import Look, palette
from jamsos_data.messages import Messages
from jamsos_data.text_layout import LABEL_SIZE
from jamsos_data.wording import count, has_value, month, people, percent, rows_of
from pages.parts.charts.canvas import Canvas, blank_canvas, fold_hover, month_ticks

HEIGHT = 300  # px
MARGIN = {"l": 62, "r": 12, "t": 34, "b": 40}


def step_cliff(cliff: pd.DataFrame, words: Messages, *, look: Look) -> go.Figure:
    """Columns of the people who remain: the month looked at full, the months ahead pale, each fall named.

    `cliff`: rows of measure_cliff of one area with people. Columns start at zero.
    """
    rows, colors = rows_of(cliff.sort_values("periode")), palette(look)
    canvas = blank_canvas(look, words, height=HEIGHT, margin=MARGIN)
    canvas.add_trace(
        go.Bar(
            x=list(range(len(rows))),
            y=[int(row.peserta_aktif) for row in rows],
            width=0.78,
            marker={
                "color": [colors.reached, *[colors.not_reached] * (len(rows) - 1)],
                "line": {"width": 0},
            },
            hovertext=[_hover(row, words) for row in rows],
            hoverinfo="text",
        )
    )
    _name_steps(canvas, rows, words, look=look)
    ticks = nice_ticks(0, max(int(row.peserta_aktif) for row in rows))
    canvas.update_axes(
        "y", range=[0, ticks[-1]], tickvals=ticks, ticktext=[count(tick, words) for tick in ticks]
    )
    canvas.update_axes(
        "x",
        range=[-0.6, len(rows) - 0.4],
        showgrid=False,
        **month_ticks([row.periode for row in rows], words),
    )
    return canvas.figure()


def _name_steps(canvas: Canvas, rows: list[Any], words: Messages, *, look: Look) -> None:
    """The percentage (else the people) over the first column and over each with fewer people than before."""
    for place, row in enumerate(rows):
        if place and not row.berakhir:
            continue
        share = percent(row.persen, words) if has_value(row.persen) else count(row.peserta_aktif, words)
        canvas.add_annotation(
            x=place,
            y=int(row.peserta_aktif),
            text=f"<b>{share}</b>",
            xanchor="center",
            yanchor="bottom",
            yshift=2,
            font={"size": LABEL_SIZE, "color": palette(look).ink},
            showarrow=False,
        )


def _hover(row: Any, words: Messages) -> str:
    return fold_hover(
        words(
            "chart.cliff.month",
            n=int(row.berakhir),
            area=row.wilayah,
            month=month(row.periode, words),
            people=people(row.peserta_aktif, words),
            ending=people(row.berakhir, words),
        )
    )

"""How many duties of the Inpres were done by each month, as steps."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, palette, see_through
from jamsos_data.messages import Messages
from jamsos_data.reference import Reference
from jamsos_data.text_layout import LABEL_SIZE, fold
from jamsos_data.wording import join, month, rows_of
from pages.parts.charts.canvas import blank_canvas, fold_hover, month_ticks

HEIGHT = 236  # px
MARGIN = {"l": 28, "r": 16, "t": 20, "b": 40}
NAME_WIDTH = 24  # letters


def step_duties(
    course: pd.DataFrame, words: Messages, *, look: Look, reference: Reference, total: int
) -> go.Figure:
    """Steps from nothing to `total`, each named by what was done then. `course`: rows of measure_duties_done."""
    rows, colors = rows_of(course), palette(look)
    canvas = blank_canvas(look, words, height=HEIGHT, margin=MARGIN)
    canvas.add_trace(
        go.Scatter(
            x=list(range(len(rows))),
            y=[int(row.selesai) for row in rows],
            mode="lines",
            line={"color": colors.reached, "width": 3, "shape": "hv"},
            fill="tozeroy",
            fillcolor=see_through(colors.reached, 0.12),
            hovertext=[_hover(row, words, reference, total) for row in rows],
            hoverinfo="text",
        )
    )
    last = len(rows) - 1
    for place, row in enumerate(rows):
        if not row.baru:
            continue
        beyond = place > last * 0.6
        canvas.add_annotation(
            x=place,
            y=int(row.selesai),
            text=fold(_names(row, words, reference), NAME_WIDTH),
            xanchor="right" if beyond else "left",
            yanchor="bottom",
            align="right" if beyond else "left",
            xshift=-2 if beyond else 2,
            yshift=3,
            font={"size": LABEL_SIZE, "color": colors.ink},
            showarrow=False,
        )
    canvas.update_axes("y", range=[0, total + 0.9], tickvals=list(range(total + 1)))
    canvas.update_axes(
        "x",
        range=[-0.3, max(last, 1) + 0.3],
        showgrid=False,
        **month_ticks([row.periode for row in rows], words),
    )
    return canvas.figure()


def describe_duties(course: pd.DataFrame, words: Messages, *, reference: Reference, total: int) -> str:
    """The steps as sentences: how many are done, and when each was."""
    rows = rows_of(course)
    steps = [
        words("chart.duties.step", names=_names(row, words, reference), month=month(row.periode, words))
        for row in rows
        if row.baru
    ]
    done = int(rows[-1].selesai)
    return words("chart.duties.describe", n=done, done=done, all=total, steps="; ".join(steps))


def _hover(row: Any, words: Messages, reference: Reference, total: int) -> str:
    done = int(row.selesai)
    said = words("chart.duties.month", n=done, done=done, all=total, month=month(row.periode, words))
    if row.baru:
        said = f"{said} {words('chart.duties.new', names=_names(row, words, reference))}"
    return fold_hover(said)


def _names(row: Any, words: Messages, reference: Reference) -> str:
    return join(
        [reference.name_of("butir_inpres", code, words.language) for code in row.baru.split(";")], words
    )

"""What lies ahead in a burn-up chart: the target, the straight path to it, and the projection in its band."""

from datetime import datetime
from typing import Any

import plotly.graph_objects as go

from jamsos_data.colors import Look, palette, see_through
from jamsos_data.messages import Messages
from jamsos_data.wording import is_reached, month, people
from pages.parts.charts.burn_up_labels import write
from pages.parts.charts.burn_up_words import goal_sentence, projected_sentence
from pages.parts.charts.canvas import Canvas, fold_hover

BAND_OPACITY = 0.16
LABEL_ROOM = 0.09  # of the height: what a label of one line needs between the band and the axis


def draw_path(canvas: Canvas, last: Any, goal: Any, months: list[datetime], *, look: Look) -> None:
    """The straight path from the last month to a target that is not reached yet."""
    end = months.index(goal.batas_waktu)
    if is_reached(goal) or end <= months.index(last.periode):
        return
    canvas.add_trace(
        go.Scatter(
            mode="lines",
            x=[months.index(last.periode), end],
            y=[int(last.peserta_aktif), int(goal.target_orang)],
            line={"color": palette(look).target, "width": 2.5, "dash": "6px,4px"},
            hoverinfo="skip",
        )
    )


def draw_goal(
    canvas: Canvas, goal: Any, months: list[datetime], words: Messages, *, look: Look, on_band: bool
) -> None:
    """The height of the target across the chart, and a diamond at its deadline; named without a ground on a band."""
    colors, end, height = palette(look), months.index(goal.batas_waktu), int(goal.target_orang)
    canvas.add_trace(
        go.Scatter(
            mode="markers",
            x=[end],
            y=[height],
            marker={"symbol": "diamond", "size": 12, "color": colors.target, "opacity": 1},
            hovertext=[fold_hover(goal_sentence(goal, words))],
            hoverinfo="text",
            cliponaxis=False,
        )
    )
    canvas.add_shape(
        type="line", x0=0, x1=1, xref="x domain", y0=height, y1=height,
        line={"color": colors.target, "width": 1, "dash": "2px,4px"},
    )  # fmt: skip
    label = words(
        "chart.burn.goal_label", people=people(goal.target_orang, words), month=month(goal.batas_waktu, words)
    )
    write(
        canvas,
        end,
        height,
        label,
        look=look,
        color=colors.target_text,
        anchor=("right", "bottom"),
        bare=on_band,
    )


def draw_projection(
    canvas: Canvas,
    rows: list[Any],
    months: list[datetime],
    words: Messages,
    *,
    look: Look,
    ticks: list[int],
) -> None:
    """The expected people as a dotted line in a band, named at its end, below it where the axis leaves room."""
    if not rows:
        return
    colors, places = palette(look), [months.index(row.periode) for row in rows]
    canvas.add_trace(
        go.Scatter(
            mode="lines",
            x=[*places, *reversed(places)],
            y=[*(row.atas for row in rows), *(row.bawah for row in reversed(rows))],
            fill="toself",
            fillcolor=see_through(colors.reached, BAND_OPACITY),
            line={"width": 0},
            hoverinfo="skip",
        )
    )
    canvas.add_trace(
        go.Scatter(
            mode="lines",
            x=places,
            y=[row.perkiraan for row in rows],
            line={"color": colors.reached, "width": 2.5, "dash": "2px,3px"},
            hovertext=[fold_hover(projected_sentence(row, words)) for row in rows],
            hoverinfo="text",
            cliponaxis=False,
        )
    )
    low = rows[-1].bawah > ticks[0] + LABEL_ROOM * (ticks[-1] - ticks[0])
    canvas.add_annotation(
        x=places[-1],
        y=rows[-1].bawah if low else rows[-1].atas,
        text=words("chart.burn.ahead_label"),
        xanchor="right",
        yanchor="top" if low else "bottom",
        yshift=-2 if low else 2,
        font={"size": 11, "color": colors.muted},
        showarrow=False,
    )

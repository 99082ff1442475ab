"""The way to the target: people covered by month, the straight path to the deadline, and where the pace leads."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.axis import nice_ticks
from jamsos_data.colors import Look
from jamsos_data.messages import Messages
from jamsos_data.periods import month_range
from jamsos_data.wording import count, has_value, is_reached, rows_of
from pages.parts.charts.burn_up_ahead import draw_goal, draw_path, draw_projection
from pages.parts.charts.burn_up_labels import name_last
from pages.parts.charts.burn_up_lines import draw_breaks, draw_loose, draw_people, mark_silence
from pages.parts.charts.burn_up_words import goal_of
from pages.parts.charts.canvas import Canvas, blank_canvas, month_ticks

HEIGHT = 340  # px
MARGIN = {"l": 62, "r": 24, "t": 30, "b": 40}


def burn_up(
    trend: pd.DataFrame,
    target: pd.DataFrame,
    words: Messages,
    *,
    look: Look,
    incomplete: Collection[datetime] = (),
    silent: pd.DataFrame | None = None,
    ahead: pd.DataFrame | None = None,
) -> go.Figure:
    """People covered by month, with the target of the area, the path that reaches it in time and the projection.

    `trend`: rows of measure_coverage_trend of one area and segmen; `target`: its row of measure_targets
    (an empty frame: no target, no path). The vertical axis need not start at zero: it is a line. A month that is not
    complete (`incomplete`) is a hollow dot joined with nothing, and no path leads from it. `silent`:
    measure_silence; an aagger stands where the area lacks a desa from. A dotted stroke marks a change of potensi.
    `ahead`: rows of projection.project, drawn as a dotted line in its band.
    """
    known = [row for row in rows_of(trend.sort_values("periode")) if has_value(row.peserta_aktif)]
    rows = [row for row in known if row.periode not in incomplete]
    loose = [row for row in known if row.periode in incomplete]
    projected = rows_of(ahead) if ahead is not None else []
    goal = goal_of(target)
    months = _months(known, goal, projected)
    ticks = _ticks(known, goal, projected)
    canvas = blank_canvas(look, words, height=HEIGHT, margin=MARGIN)
    draw_projection(canvas, projected, months, words, look=look, ticks=ticks)
    if goal is not None and rows:
        if not loose or loose[-1] is not known[-1]:
            draw_path(canvas, known[-1], goal, months, look=look)
        draw_goal(canvas, goal, months, words, look=look, on_band=bool(projected))
    draw_breaks(canvas, rows, months, look=look)
    draw_people(canvas, rows, months, words, look=look)
    draw_loose(canvas, loose, months, words, look=look)
    mark_silence(canvas, rows, months, silent, look=look)
    if rows:
        name_last(canvas, rows, goal, months, words, look=look, ticks=ticks)
    _set_axes(canvas, months, ticks, words)
    return canvas.figure()


def has_path(target: pd.DataFrame) -> bool:
    """Whether a straight path to the target is drawn: it is ahead, judged and not reached."""
    goal = goal_of(target)
    return goal is not None and has_value(goal.tercapai) and not is_reached(goal) and goal.bulan_tersisa > 0


def _months(rows: list[Any], goal: Any | None, projected: list[Any]) -> list[datetime]:
    ends = [row.periode for row in (*rows, *projected)] + ([goal.batas_waktu] if goal is not None else [])
    return month_range(min(ends), max(ends)) if ends else []


def _ticks(rows: list[Any], goal: Any | None, projected: list[Any]) -> list[int]:
    values = [int(row.peserta_aktif) for row in rows] + ([int(goal.target_orang)] if goal is not None else [])
    values += [int(edge) for row in projected for edge in (row.bawah, row.atas)]
    return nice_ticks(min(values, default=0), max(values, default=1))


def _set_axes(canvas: Canvas, months: list[datetime], ticks: list[int], words: Messages) -> None:
    canvas.update_axes(
        "y", range=[ticks[0], ticks[-1]], tickvals=ticks, ticktext=[count(tick, words) for tick in ticks]
    )
    canvas.update_axes(
        "x",
        range=[-0.4, max(len(months) - 0.6, 0.5)],
        showgrid=False,
        showline=True,
        **month_ticks(months, words),
    )

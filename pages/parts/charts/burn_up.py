"""The way to the target: people covered by month, and the straight path from here to the deadline."""

from collections.abc import Collection
from datetime import datetime
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.axis import nice_ticks
from jamsos_data.colors import Look, palette, see_through
from jamsos_data.formats import round_half_up
from jamsos_data.messages import Messages
from jamsos_data.periods import month_range
from jamsos_data.text_layout import LABEL_SIZE
from jamsos_data.wording import count, has_value, is_reached, month, people, rows_of
from pages.parts.charts.canvas import Canvas, blank_canvas, fold_hover, month_ticks

HEIGHT = 340  # px
MARGIN = {"l": 62, "r": 24, "t": 30, "b": 40}
LABEL_SPAN = 0.22  # of the width: what a label takes beside its point
EDGE = 0.3  # of the width: labels nearer to an edge than that grow away from it
LABEL_HEIGHT = 0.18  # of the height: what a label of two lines needs above the axis
NEAR = 0.3  # of the height: what a label of two lines needs between a point and the target


def burn_up(
    trend: pd.DataFrame,
    target: pd.DataFrame,
    words: Messages,
    *,
    look: Look,
    incomplete: Collection[datetime] = (),
    silent: pd.DataFrame | None = None,
) -> go.Figure:
    """People covered by month, with the target of the area and the path that reaches it in time.

    `trend`: rows of measure_coverage_trend of one area and segmen; `target`: its row of measure_targets
    (an empty frame: no target, no path). The vertical axis need not start at zero: it is a line. A month that is not
    complete (`incomplete`) is a hollow dot joined with nothing, and no path leads from it. `silent`:
    measure_silence; an aagger stands where the area lacks a desa from. A dotted stroke marks a change of potensi.
    """
    known = [row for row in rows_of(trend.sort_values("periode")) if has_value(row.peserta_aktif)]
    rows = [row for row in known if row.periode not in incomplete]
    loose = [row for row in known if row.periode in incomplete]
    goal = _goal(target)
    months = _months(known, goal)
    canvas = blank_canvas(look, words, height=HEIGHT, margin=MARGIN)
    if goal is not None and rows:
        _draw_path(
            canvas, known[-1], goal, months, words, look=look, joined=not loose or loose[-1] is not known[-1]
        )
    _draw_breaks(canvas, rows, months, look=look)
    _draw_people(canvas, rows, months, words, look=look)
    _draw_loose(canvas, loose, months, words, look=look)
    _mark_silence(canvas, rows, months, silent, look=look)
    if rows:
        _name_last(canvas, rows, goal, months, words, look=look)
    _set_axes(canvas, known, goal, months, words)
    return canvas.figure()


def has_path(target: pd.DataFrame) -> bool:
    """Whether a straight path to the target is drawn: it is ahead, judged and not reached."""
    goal = _goal(target)
    return goal is not None and has_value(goal.tercapai) and not is_reached(goal) and goal.bulan_tersisa > 0


def describe_burn_up(
    trend: pd.DataFrame, target: pd.DataFrame, words: Messages, *, incomplete: Collection[datetime] = ()
) -> str:
    """People of the last complete month, target, deadline, additions needed and the pace of late, as sentences."""
    rows = [
        row
        for row in rows_of(trend.sort_values("periode"))
        if has_value(row.peserta_aktif) and row.periode not in incomplete
    ]
    if not rows:
        return words("chart.burn.describe_none")
    sentence = words(
        "chart.burn.actual",
        area=rows[-1].wilayah,
        month=month(rows[-1].periode, words),
        people=people(rows[-1].peserta_aktif, words),
    )
    goal = _goal(target)
    return f"{sentence} {_goal_sentence(goal, words)}" if goal is not None else sentence


def _goal(target: pd.DataFrame) -> Any | None:
    rows = [row for row in rows_of(target) if has_value(row.target_orang)]
    return rows[0] if rows else None


def _goal_sentence(goal: Any, words: Messages) -> str:
    values = {"people": people(goal.target_orang, words), "month": month(goal.batas_waktu, words)}
    if is_reached(goal) or not has_value(goal.tambahan_per_bulan):
        return words("chart.burn.goal_reached" if is_reached(goal) else "chart.burn.goal", **values)
    needed = words("chart.burn.goal_needed", **values, needed=people(goal.tambahan_per_bulan, words))
    if not has_value(goal.laju_6_bulan):
        return needed
    return f"{needed} {words('chart.burn.pace', pace=_pace(goal, words))}"


def _pace(goal: Any, words: Messages) -> str:
    return words("chart.burn.pace_down" if goal.laju_6_bulan < 0 else "chart.burn.pace_up",
                 count=count(int(round_half_up(abs(goal.laju_6_bulan))), words))  # fmt: skip


def _months(rows: list[Any], goal: Any | None) -> list[datetime]:
    ends = [row.periode for row in rows] + ([goal.batas_waktu] if goal is not None else [])
    return month_range(min(ends), max(ends)) if ends else []


def _draw_people(
    canvas: Canvas, rows: list[Any], months: list[datetime], words: Messages, *, look: Look
) -> None:
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


def _draw_breaks(canvas: Canvas, rows: list[Any], months: list[datetime], *, look: Look) -> None:
    for before, after in pairwise(rows):
        if has_value(before.tahun) and has_value(after.tahun) and before.tahun != after.tahun:
            place = (months.index(before.periode) + months.index(after.periode)) / 2
            canvas.add_shape(
                type="line", x0=place, x1=place, y0=0, y1=1, yref="y domain",
                line={"color": palette(look).muted, "width": 1, "dash": "2px,3px"},
            )  # fmt: skip


def _draw_loose(
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


def _mark_silence(
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


def _name_last(
    canvas: Canvas, rows: list[Any], goal: Any | None, months: list[datetime], words: Messages, *, look: Look
) -> None:
    """People and month at the last point, where neither the line before it, an axis nor the target stands."""
    last = rows[-1]
    place = months.index(last.periode)
    above = _has_room_above(rows, goal)
    over = [row for row in rows if place - months.index(row.periode) <= LABEL_SPAN * len(months)]
    _write(
        canvas,
        place,
        (max if above else min)(int(row.peserta_aktif) for row in over),
        f"<b>{people(last.peserta_aktif, words)}</b><br>{month(last.periode, words)}",
        look=look,
        color=palette(look).ink,
        anchor=(_side(place, len(months)), "bottom" if above else "top"),
    )


def _side(place: int, months: int) -> str:
    share = place / max(months - 1, 1)
    return "left" if share < EDGE else "right" if share > 1 - EDGE else "center"


def _has_room_above(rows: list[Any], goal: Any | None) -> bool:
    """Above a line that rises, below one that falls, unless the target or its name stands there."""
    people_of = [int(row.peserta_aktif) for row in rows]
    rises = len(rows) < 2 or people_of[-1] >= people_of[-2]
    if goal is None:
        return rises
    ticks = _ticks(rows, goal)
    if (people_of[-1] - ticks[0]) / (ticks[-1] - ticks[0]) < LABEL_HEIGHT:
        return True
    gap = (int(goal.target_orang) - people_of[-1]) / (ticks[-1] - ticks[0])
    if abs(gap) < NEAR:
        return gap <= 0
    return rises


def _hover(row: Any, words: Messages) -> str:
    return fold_hover(
        words(
            "chart.burn.actual",
            area=row.wilayah,
            month=month(row.periode, words),
            people=people(row.peserta_aktif, words),
        )
    )


def _draw_path(
    canvas: Canvas,
    last: Any,
    goal: Any,
    months: list[datetime],
    words: Messages,
    *,
    look: Look,
    joined: bool,
) -> None:
    colors = palette(look)
    end = months.index(goal.batas_waktu)
    sentence = fold_hover(_goal_sentence(goal, words))
    if joined and not is_reached(goal) and end > months.index(last.periode):
        canvas.add_trace(
            go.Scatter(
                mode="lines",
                x=[months.index(last.periode), end],
                y=[int(last.peserta_aktif), int(goal.target_orang)],
                line={"color": colors.target, "width": 2.5, "dash": "6px,4px"},
                hoverinfo="skip",
            )
        )
    canvas.add_trace(
        go.Scatter(
            mode="markers",
            x=[end],
            y=[int(goal.target_orang)],
            marker={"symbol": "diamond", "size": 12, "color": colors.target, "opacity": 1},
            hovertext=[sentence],
            hoverinfo="text",
            cliponaxis=False,
        )
    )
    canvas.add_shape(
        type="line", x0=0, x1=1, xref="x domain", y0=int(goal.target_orang), y1=int(goal.target_orang),
        line={"color": colors.target, "width": 1, "dash": "2px,4px"},
    )  # fmt: skip
    label = words(
        "chart.burn.goal_label", people=people(goal.target_orang, words), month=month(goal.batas_waktu, words)
    )
    _write(
        canvas,
        end,
        int(goal.target_orang),
        label,
        look=look,
        color=colors.target_text,
        anchor=("right", "bottom"),
    )


def _write(
    canvas: Canvas, x: float, y: float, text: str, *, look: Look, color: str, anchor: tuple[str, str]
) -> None:
    canvas.add_annotation(
        x=x,
        y=y,
        text=text,
        xanchor=anchor[0],
        yanchor=anchor[1],
        align=anchor[0],
        bgcolor=see_through(palette(look).surface, 0.85),
        borderpad=0,
        yshift=9 if anchor[1] == "bottom" else -9,
        font={"size": LABEL_SIZE + 1, "color": color},
        showarrow=False,
    )


def _set_axes(
    canvas: Canvas, rows: list[Any], goal: Any | None, months: list[datetime], words: Messages
) -> None:
    ticks = _ticks(rows, goal)
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


def _ticks(rows: list[Any], goal: Any | None) -> list[int]:
    values = [int(row.peserta_aktif) for row in rows] + ([int(goal.target_orang)] if goal is not None else [])
    return nice_ticks(min(values, default=0), max(values, default=1))

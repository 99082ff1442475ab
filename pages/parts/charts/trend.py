"""Coverage month by month: one panel for each area, or one large panel for a single area.

A line never runs across two denominators: where year or basis of the potensi changes, the line is
cut, a thin stroke marks the place and a note names both years.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, palette
from jamsos_data.messages import Messages
from jamsos_data.text_layout import LABEL_SIZE
from jamsos_data.wording import basis, count, has_value, join, month, percent, silence_mark
from pages.parts.charts.canvas import Canvas, blank_canvas, fold_hover, month_ticks
from pages.parts.charts.trend_series import Series, series_of

COLUMNS = 3
PANEL = 104  # px of plot in a small panel
GAP = 34  # px between panels: the line with name and last value
SINGLE = 260  # px of plot of the single panel
MARGIN = {"l": 48, "r": 14, "t": 30, "b": 60}


def trend_coverage(
    frame: pd.DataFrame,
    words: Messages,
    *,
    look: Look,
    target: float | None = None,
    selected: str = "",
    incomplete: Collection[datetime] = (),
    silent: pd.DataFrame | None = None,
) -> go.Figure:
    """Lines of coverage by month, small multiples when the frame holds more than one area.

    `frame`: rows of measure_coverage_trend (one row for each area and month). `target` in percent draws
    the dashed line. All panels share both axes. The percentage of a month that is not complete (`incomplete`) is a
    hollow dot joined with nothing. `silent`: measure_silence; an aagger stands where an area lacks a desa from.
    customdata of a mark begins with kode_wilayah.
    """
    series = series_of(frame, incomplete=incomplete)
    months = sorted({row.periode for one in series for row in (*one.rows, *one.loose)})
    single = len(series) == 1
    lines = -(-len(series) // COLUMNS)
    plot = SINGLE if single else lines * PANEL + (lines - 1) * GAP
    canvas = blank_canvas(look, words, height=plot + MARGIN["t"] + MARGIN["b"], margin=MARGIN)
    for one in series:
        _place_panel(canvas, one, plot=plot, single=single, last_line=one.panel > len(series) - COLUMNS)
        _draw_line(canvas, one, months, words, look=look, selected=selected)
        _draw_loose(canvas, one, months, words, look=look)
        _draw_breaks(canvas, one, months, look=look)
        _mark_silence(canvas, one, months, silent, look=look)
        _name_panel(canvas, one, words, look=look, selected=selected, single=single)
    _set_scale(canvas, series, months, words, target=target, single=single)
    _draw_target(canvas, series, words, look=look, target=target)
    _note_below(canvas, series, words, look=look, silent=silent)
    return canvas.figure()


def describe_trend(frame: pd.DataFrame, words: Messages, *, incomplete: Collection[datetime] = ()) -> str:
    """The trend as sentences: each area's first and last percentage (of complete months), breaks."""
    series = series_of(frame, incomplete=incomplete)
    lines = [_change(one, words) for one in series if one.last is not None]
    note = _break_note(series, words)
    return " ".join([*lines, *([f"{note}."] if note else [])]) or words("chart.trend.describe_none")


def _change(one: Series, words: Messages) -> str:
    known = one.known
    return words(
        "chart.trend.describe",
        area=one.wilayah,
        first=percent(known[0].persen, words),
        first_month=month(known[0].periode, words),
        last=percent(known[-1].persen, words),
        last_month=month(known[-1].periode, words),
    )


def _place_panel(canvas: Canvas, one: Series, *, plot: int, single: bool, last_line: bool) -> None:
    line, column = divmod(one.panel - 1, COLUMNS)
    width, space = (1.0, 0.0) if single else (0.3, 0.05)
    left = column * (width + space)
    top = 1.0 if single else 1 - line * (PANEL + GAP) / plot
    bottom = 0.0 if single else top - PANEL / plot
    canvas.layout[f"xaxis{one.axis}"] = {
        "domain": [left, left + width],
        "anchor": f"y{one.axis}",
        "showticklabels": single or last_line,
        "showgrid": False,
        "showline": True,
    }
    canvas.layout[f"yaxis{one.axis}"] = {
        "domain": [max(bottom, 0.0), top],
        "anchor": f"x{one.axis}",
        "showticklabels": column == 0,
    }


def _draw_line(
    canvas: Canvas, one: Series, months: list[datetime], words: Messages, *, look: Look, selected: str
) -> None:
    """One trace for each denominator: the hover sentence is written once for all of its months."""
    colors = palette(look)
    for rows in one.pieces:
        canvas.add_trace(
            go.Scatter(
                mode="lines+markers",
                x=[months.index(row.periode) for row in rows],
                y=[float(row.persen) if has_value(row.persen) else None for row in rows],
                xaxis=f"x{one.axis}",
                yaxis=f"y{one.axis}",
                connectgaps=False,
                line={"color": colors.reached, "width": 3 if one.kode == selected else 2},
                marker={
                    "color": colors.reached,
                    "size": [8 if row is one.last else 3 for row in rows],
                    "opacity": 1,
                    "line": {"width": 0},
                },
                customdata=[_figures(row, words) for row in rows],
                hovertemplate=_sentence(rows[0], words),
                cliponaxis=False,
                selected={"marker": {"opacity": 1}},
                unselected={"marker": {"opacity": 1}},
            )
        )


def _draw_loose(canvas: Canvas, one: Series, months: list[datetime], words: Messages, *, look: Look) -> None:
    if not one.loose:
        return
    colors = palette(look)
    canvas.add_trace(
        go.Scatter(
            mode="markers",
            x=[months.index(row.periode) for row in one.loose],
            y=[float(row.persen) for row in one.loose],
            xaxis=f"x{one.axis}",
            yaxis=f"y{one.axis}",
            marker={"color": colors.surface, "size": 8, "line": {"color": colors.muted, "width": 1.5}},
            customdata=[_figures(row, words) for row in one.loose],
            hovertemplate=_sentence(one.loose[0], words),
            cliponaxis=False,
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )


def _mark_silence(
    canvas: Canvas, one: Series, months: list[datetime], silent: pd.DataFrame | None, *, look: Look
) -> None:
    """An aagger above the first month in which the area lacks a desa."""
    since = _silent_since(one, silent)
    found = next((row for row in one.known if since is not None and row.periode >= since), None)
    if found is None:
        return
    canvas.add_annotation(
        x=months.index(found.periode),
        y=float(found.persen),
        xref=f"x{one.axis}",
        yref=f"y{one.axis}",
        yanchor="bottom",
        yshift=2,
        text="<b>†</b>",
        font={"size": 16, "color": palette(look).target_text},
        showarrow=False,
    )


def _silent_since(one: Series, silent: pd.DataFrame | None) -> datetime | None:
    if silent is None:
        return None
    return min(silent.loc[silent["induk"] == one.kode, "sejak"], default=None)


def _figures(row: Any, words: Messages) -> list[str]:
    """What changes from month to month in the hover sentence, behind the kode_wilayah."""
    if not has_value(row.persen):
        return [row.kode_wilayah]
    return [
        row.kode_wilayah,
        month(row.periode, words),
        count(row.peserta_aktif, words),
        count(row.potensi, words),
        percent(row.persen, words),
    ]


def _sentence(row: Any, words: Messages) -> str:
    sentence = words(
        "chart.coverage.sentence",
        area=row.wilayah,
        month="%{customdata[1]}",
        active="%{customdata[2]}",
        potential="%{customdata[3]}",
        percent="%{customdata[4]}",
        basis=basis(row, words),
    )
    return f"{fold_hover(sentence)}<extra></extra>"


def _draw_breaks(canvas: Canvas, one: Series, months: list[datetime], *, look: Look) -> None:
    for before, after in one.breaks:
        place = (months.index(before.periode) + months.index(after.periode)) / 2
        canvas.add_shape(
            type="line",
            x0=place,
            x1=place,
            y0=0,
            y1=1,
            xref=f"x{one.axis}",
            yref=f"y{one.axis} domain",
            line={"color": palette(look).muted, "width": 1, "dash": "2px,3px"},
        )


def _name_panel(
    canvas: Canvas, one: Series, words: Messages, *, look: Look, selected: str, single: bool
) -> None:
    last = one.last
    value = percent(last.persen, words) if last is not None else words("chart.reason.tanpa_data")
    name = f"▸ {one.wilayah}" if one.kode == selected else one.wilayah
    when = f" · {month(last.periode, words)}" if single and last is not None else ""
    canvas.add_annotation(
        x=0,
        y=1,
        xref=f"x{one.axis} domain",
        yref=f"y{one.axis} domain",
        xanchor="left",
        yanchor="bottom",
        yshift=5,
        text=f"<b>{name}</b>  {value}{when}",
        font={"size": 13 if not single else 14, "color": palette(look).ink},
        showarrow=False,
    )


def _set_scale(
    canvas: Canvas,
    series: list[Series],
    months: list[datetime],
    words: Messages,
    *,
    target: float | None,
    single: bool,
) -> None:
    values = [float(row.persen) for one in series for row in (*one.known, *one.loose)]
    top = 20 * (int(max([*values, target or 0, 1]) // 20) + 1)
    ticks = list(range(0, top + 1, 20 if single or top <= 60 else 40))
    canvas.update_axes(
        "y", range=[0, top], tickvals=ticks, ticktext=[percent(tick, words, digits=0) for tick in ticks]
    )
    canvas.update_axes(
        "x", range=[-0.5, len(months) - 0.5], **month_ticks(months, words, most=12 if single else 3)
    )


def _draw_target(
    canvas: Canvas, series: list[Series], words: Messages, *, look: Look, target: float | None
) -> None:
    if target is None:
        return
    color = palette(look).target
    for one in series:
        canvas.add_shape(
            type="line",
            x0=0,
            x1=1,
            y0=target,
            y1=target,
            xref=f"x{one.axis} domain",
            yref=f"y{one.axis}",
            line={"color": color, "width": 1.5, "dash": "4px,3px"},
        )
    text = f"<span style='color:{color}'>┅</span> {words('chart.target.line', target=percent(target, words))}"
    _write_below(canvas, text, place=1, color=palette(look).target_text)


def _break_note(series: list[Series], words: Messages) -> str:
    changes = sorted({(int(a.tahun), int(b.tahun)) for one in series for a, b in one.breaks})
    if not changes:
        return ""
    years = "; ".join(f"{before} → {after}" for before, after in changes)
    return words("chart.trend.break", years=years)


def _note_below(
    canvas: Canvas, series: list[Series], words: Messages, *, look: Look, silent: pd.DataFrame | None
) -> None:
    """What the dotted stroke, the hollow dot and the aagger mean."""
    breaks = _break_note(series, words)
    loose = sorted({row.periode for one in series for row in one.loose})
    marked = any(_silent_since(one, silent) is not None for one in series)
    notes = [
        f"┊ {breaks}" if breaks else "",
        words("chart.trend.loose", months=join([month(each, words) for each in loose], words))
        if loose
        else "",
        silence_mark(silent, words) if marked and silent is not None else "",
    ]
    if any(notes):
        _write_below(canvas, "   ".join(filter(None, notes)), place=0, color=palette(look).muted)


def _write_below(canvas: Canvas, text: str, *, place: int, color: str) -> None:
    """A key line under the panels: left (`place` 0) or right (1)."""
    canvas.add_annotation(
        x=place,
        y=0,
        xref="paper",
        yref="paper",
        xanchor="right" if place else "left",
        yanchor="top",
        yshift=-38,
        text=text,
        font={"size": LABEL_SIZE, "color": color},
        showarrow=False,
    )

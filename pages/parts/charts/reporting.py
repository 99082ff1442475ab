"""Which areas reported in which month, as a coloured table: gaps stand out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, coverage_classes, ink_on, palette
from jamsos_data.messages import Messages
from jamsos_data.metrics.reporting import AS_A_WHOLE, SILENT
from jamsos_data.text_layout import LABEL_SIZE
from jamsos_data.wording import count, month, percent, rows_of
from pages.parts.charts.canvas import blank_canvas, fold_hover, name_margin, set_rows

ROW = 30  # px
HEAD = 46  # px: month and year
MARGIN = {"r": 12, "b": 6}
CELL = 0.97  # of the column's width
SIGNS = {"melapor": "✓", AS_A_WHOLE: "(✓)", SILENT: "–"}
FULL = 2  # the pale class of the coverage scale: what is there stands back


@dataclass(frozen=True)
class Cell:
    """One area and month: its text, hover sentence and colour."""

    row: Any
    text: str
    hover: str
    fill: str


def heat_reporting(frame: pd.DataFrame, words: Messages, *, look: Look, selected: str = "") -> go.Figure:
    """Areas by month: how many of their desa reported, or of a desa whether it did.

    `frame`: kode_wilayah, wilayah, periode, melapor, utuh, desa, persen, keadaan. Areas with the most gaps stand first.
    customdata of a mark = [kode_wilayah].
    """
    cells = [_cell(row, words, look) for row in rows_of(frame)]
    areas = _area_order(frame)
    months = sorted(set(frame["periode"]))
    names = [f"<b>▸ {name}</b>" if kode == selected else name for kode, name in areas.items()]
    canvas = blank_canvas(
        look,
        words,
        height=ROW * len(areas) + HEAD + MARGIN["b"],
        margin=MARGIN | {"t": HEAD, "l": name_margin(names)},
    )
    canvas.add_trace(_fields(cells, months, list(areas), look=look, selected=selected))
    canvas.update_axes(
        "x",
        range=[-0.5, len(months) - 0.5],
        side="top",
        tickvals=list(range(len(months))),
        ticktext=[_head(one.to_pydatetime(), words, first=place == 0) for place, one in enumerate(months)],
        tickangle=0,
        showgrid=False,
    )
    set_rows(canvas, names)
    canvas.update_layout(bargap=0.08)
    return canvas.figure()


def describe_reporting(frame: pd.DataFrame, words: Messages) -> str:
    """The table as a sentence: its size, how many cells are complete, and the emptiest one."""
    rows = rows_of(frame)
    full = sum(row.melapor == row.desa for row in rows)
    worst = words("chart.reporting.complete")
    if full < len(rows):
        lowest = min(rows, key=lambda row: (row.persen, -row.periode.value, row.wilayah))
        worst = _sentence(lowest, words)
    return words(
        "chart.reporting.describe",
        areas=frame["kode_wilayah"].nunique(),
        months=frame["periode"].nunique(),
        full=full,
        all=len(rows),
        worst=worst,
    )


def _cell(row: Any, words: Messages, look: Look) -> Cell:
    text = SIGNS[row.keadaan] if row.keadaan else f"{row.melapor}/{row.desa}"
    colors, classes = palette(look), coverage_classes(look)
    fill = classes[FULL] if row.melapor == row.desa else colors.target
    if row.keadaan == AS_A_WHOLE:
        fill = colors.neutral
    return Cell(row, text, _sentence(row, words), fill)


def _sentence(row: Any, words: Messages) -> str:
    moment = month(row.periode.to_pydatetime(), words)
    if row.keadaan:
        return words(f"chart.reporting.hover.{row.keadaan}", area=row.wilayah, month=moment)
    return words(
        "chart.reporting.hover",
        n=int(row.desa),
        area=row.wilayah,
        month=moment,
        reported=count(row.melapor, words),
        all=count(row.desa, words),
        percent=percent(row.persen, words),
    )


def _area_order(frame: pd.DataFrame) -> dict[str, str]:
    """Area codes with names, most gaps first, then those known only as part of the whole, then by code."""
    by_area = frame.groupby("kode_wilayah")[["melapor", "utuh", "desa"]].sum()
    gaps = (by_area["desa"] - by_area["melapor"] - by_area["utuh"]).to_dict()
    whole = by_area["utuh"].to_dict()
    names = dict(zip(frame["kode_wilayah"], frame["wilayah"], strict=True))
    return {
        kode: names[kode]
        for kode in sorted(names, key=lambda kode: (-int(gaps[kode]), -int(whole[kode]), kode))
    }


def _head(moment: datetime, words: Messages, *, first: bool) -> str:
    name, year = month(moment, words, short=True).rsplit(" ", 1)
    return f"<b>{name}</b><br>{year}" if first or moment.month == 1 else f"<b>{name}</b><br> "


def _fields(cells: list[Cell], months: list[Any], areas: list[str], *, look: Look, selected: str) -> go.Bar:
    """The fields as bars of one width: unlike a heat map's cells, bars can be clicked on the page."""
    place = {kode: number for number, kode in enumerate(areas)}
    column = {moment: number for number, moment in enumerate(months)}
    fills = [cell.fill for cell in cells]
    return go.Bar(
        orientation="h",
        base=[column[cell.row.periode] - CELL / 2 for cell in cells],
        x=[CELL] * len(cells),
        y=[place[cell.row.kode_wilayah] for cell in cells],
        customdata=[[cell.row.kode_wilayah] for cell in cells],
        text=[cell.text for cell in cells],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"size": LABEL_SIZE, "color": [ink_on(fill) for fill in fills]},
        hovertext=[fold_hover(cell.hover) for cell in cells],
        hoverinfo="text",
        marker={
            "color": fills,
            "line": {
                "color": palette(look).ink,
                "width": [1 if cell.row.kode_wilayah == selected else 0 for cell in cells],
            },
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )

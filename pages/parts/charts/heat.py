"""Area × segmen as a coloured table: coverage, or attainment of the target."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, coverage_classes, coverage_color, ink_on, palette
from jamsos_data.formats import round_half_up
from jamsos_data.messages import Messages
from jamsos_data.reference.code_tree import CodeTree
from jamsos_data.text_layout import LABEL_SIZE, fold
from jamsos_data.wording import (
    basis,
    count,
    coverage_sentence,
    has_value,
    is_reached,
    percent,
    reason,
    rows_of,
    shortfall,
)
from pages.parts.charts.canvas import blank_canvas, fold_hover, name_margin, set_rows

ROW = 44  # px
DENSE_ROW = 36  # px, from MANY areas on (the desa of a kecamatan)
MANY = 12
ATTAINMENT_WIDTH = 20  # percent of the target for each class below it
HEAD_LINE = 16  # px for each line of a column head
MARGIN = {"r": 12, "b": 6}
CELL = 0.97  # of the column's width
HEAD_WIDTH = 12  # letters


@dataclass(frozen=True)
class Cell:
    """One field of the table: its percentage, two lines of text, a hover sentence, its colour.

    The colour follows the percentage as shown, so that one number never has two shades.
    """

    row: Any
    value: float | None
    lines: tuple[str, str]
    hover: str
    fill: str


def heat_segments(
    frame: pd.DataFrame, words: Messages, *, look: Look, tree: CodeTree, bulan: datetime, selected: str = ""
) -> go.Figure:
    """Coverage of each area and segmen: percentage above, people below, coloured by the map's classes.

    `frame`: rows of measure_coverage_by_segmen. Areas stand highest first by the leftmost segmen.
    customdata of a mark = [kode_wilayah, segmen].
    """
    return _draw_table(
        frame,
        words,
        look=look,
        tree=tree,
        selected=selected,
        cell=lambda row: _coverage_cell(row, words, bulan, look),
    )


def heat_targets(
    frame: pd.DataFrame, words: Messages, *, look: Look, tree: CodeTree, bulan: datetime, selected: str = ""
) -> go.Figure:
    """Attainment of the target (people covered of people targeted, %) for each area and segmen.

    `frame`: rows of measure_targets for all segments. The second line says the people still missing.
    customdata of a mark = [kode_wilayah, segmen].
    """
    return _draw_table(
        frame,
        words,
        look=look,
        tree=tree,
        selected=selected,
        cell=lambda row: _target_cell(row, words, bulan, look),
    )


def describe_heat(frame: pd.DataFrame, words: Messages, *, tree: CodeTree) -> str:
    """Coverage by area and segmen as a sentence: size, highest and lowest cell."""
    known = [row for row in rows_of(frame) if has_value(row.persen)]
    size = {"areas": frame["kode_wilayah"].nunique(), "segments": frame["segmen"].nunique()}
    if not known:
        return words("chart.heat.describe_none", **size)
    high, low = max(known, key=lambda row: row.persen), min(known, key=lambda row: row.persen)
    return words(
        "chart.heat.describe",
        **size,
        high=_cell_name(high, words, tree),
        high_percent=percent(high.persen, words),
        low=_cell_name(low, words, tree),
        low_percent=percent(low.persen, words),
    )


def describe_heat_targets(frame: pd.DataFrame, words: Messages) -> str:
    """Attainment of the targets as a sentence: how many cells reach theirs."""
    known = [row for row in rows_of(frame) if attainment(row) is not None]
    reached = sum(is_reached(row) for row in known)
    return words("chart.heat.describe_targets", reached=reached, all=len(known))


def attainment(row: Any) -> float | None:
    """People covered as a share (%) of the people targeted, None where they cannot be compared."""
    known = has_value(row.kurang_orang) and row.target_orang > 0
    return 100 * float(row.peserta_aktif) / float(row.target_orang) if known else None


def _cell_name(row: Any, words: Messages, tree: CodeTree) -> str:
    return f"{row.wilayah} ({tree.name(row.segmen, words.language)})"


def attainment_color(value: float, look: Look, *, reached: bool) -> str:
    """The colour of a share (%) of a target: five pale classes by the whole percent shown, and one for reached."""
    if reached:
        return palette(look).reached
    shown = min(float(round_half_up(value)), 99.0)
    return coverage_classes(look)[int(shown // ATTAINMENT_WIDTH)]


def _coverage_cell(row: Any, words: Messages, bulan: datetime, look: Look) -> Cell:
    known = has_value(row.persen)
    people = count(row.peserta_aktif, words) if has_value(row.peserta_aktif) else ""
    lines = (percent(row.persen, words), people)
    if not known:
        lines = (people, "–") if people else ("–", fold(reason(row, words), 11))
    fill = coverage_color(float(round_half_up(row.persen, 1)), look) if known else palette(look).neutral
    value = float(row.persen) if known else None
    return Cell(row, value, lines, coverage_sentence(row, words, bulan=bulan), fill)


def _target_cell(row: Any, words: Messages, bulan: datetime, look: Look) -> Cell:
    value = attainment(row)
    if value is None:
        lines = ("–", fold(reason(row, words), 11))
        return Cell(row, None, lines, coverage_sentence(row, words, bulan=bulan), palette(look).neutral)
    mark = "✓ " if is_reached(row) else ""
    below = "" if is_reached(row) else words("chart.heat.short", count=count(row.kurang_orang, words))
    hover = words(
        "chart.heat.target_hover",
        area=row.wilayah,
        percent=percent(value, words),
        active=count(row.peserta_aktif, words),
        wanted=count(row.target_orang, words),
        shortfall=shortfall(row, words),
    )
    if row.indikator == "persen":
        hover = f"{hover} {words('chart.heat.target_basis', basis=basis(row, words))}"
    fill = attainment_color(value, look, reached=is_reached(row))
    return Cell(row, value, (f"{mark}{percent(value, words, digits=0)}", below), hover, fill)


def _draw_table(
    frame: pd.DataFrame,
    words: Messages,
    *,
    look: Look,
    tree: CodeTree,
    selected: str,
    cell: Callable[[Any], Cell],
) -> go.Figure:
    columns = sorted(frame["segmen"].unique(), key=tree.order)
    cells = [cell(row) for row in rows_of(frame)]
    areas = _area_order(cells, columns[0])
    names = [f"<b>▸ {fold(name)}</b>" if kode == selected else fold(name) for kode, name in areas.items()]
    heads = [f"<b>{fold(tree.name(code, words.language), HEAD_WIDTH)}</b>" for code in columns]
    head = 12 + HEAD_LINE * max(text.count("<br>") + 1 for text in heads)
    canvas = blank_canvas(
        look,
        words,
        height=(ROW if len(areas) < MANY else DENSE_ROW) * len(areas) + head + MARGIN["b"],
        margin=MARGIN | {"t": head, "l": name_margin(names)},
    )
    place = {kode: i for i, kode in enumerate(areas)}
    canvas.add_trace(_fields(cells, columns, place, words, look=look, tree=tree, selected=selected))
    canvas.update_axes(
        "x",
        range=[-0.5, len(columns) - 0.5],
        side="top",
        tickvals=list(range(len(columns))),
        ticktext=heads,
        tickangle=0,
        showgrid=False,
    )
    set_rows(canvas, names)
    canvas.update_layout(bargap=0.06)
    return canvas.figure()


def _area_order(cells: list[Cell], first: str) -> dict[str, str]:
    """Area codes with names, highest value of the leftmost column first, areas without one last."""
    values = {cell.row.kode_wilayah: cell.value for cell in cells if cell.row.segmen == first}
    names = {cell.row.kode_wilayah: cell.row.wilayah for cell in cells}

    def rank(kode: str) -> tuple[float, str]:
        value = values.get(kode)
        return math.inf if value is None else -value, names[kode]

    return {kode: names[kode] for kode in sorted(names, key=rank)}


def _fields(
    cells: list[Cell],
    columns: list[str],
    place: dict[str, int],
    words: Messages,
    *,
    look: Look,
    tree: CodeTree,
    selected: str,
) -> go.Bar:
    """The fields as bars of one width: unlike a heat map's cells, bars can be clicked on the page."""
    colors = palette(look)
    fills = [cell.fill for cell in cells]
    names = [tree.name(cell.row.segmen, words.language) for cell in cells]
    return go.Bar(
        orientation="h",
        base=[columns.index(cell.row.segmen) - CELL / 2 for cell in cells],
        x=[CELL] * len(cells),
        y=[place[cell.row.kode_wilayah] for cell in cells],
        customdata=[[cell.row.kode_wilayah, cell.row.segmen] for cell in cells],
        text=[
            f"<b>{top}</b><br>{below}" if below else f"<b>{top}</b>"
            for top, below in (c.lines for c in cells)
        ],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"size": LABEL_SIZE, "color": [ink_on(fill) for fill in fills]},
        hovertext=[fold_hover(f"{name}: {cell.hover}") for name, cell in zip(names, cells, strict=True)],
        hoverinfo="text",
        marker={
            "color": fills,
            "line": {
                "color": colors.ink,
                "width": [2 if cell.row.kode_wilayah == selected else 0 for cell in cells],
            },
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )

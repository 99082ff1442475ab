"""Bullets against a target: people covered, the target stroke, and all of the potensi (100 %)."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, palette
from jamsos_data.messages import Messages
from jamsos_data.reference.code_tree import CodeTree
from jamsos_data.text_layout import fold
from jamsos_data.wording import (
    count,
    coverage_sentence,
    has_value,
    is_reached,
    join,
    month,
    people,
    percent,
    reason,
    rows_of,
    shortfall,
)
from pages.parts.charts.canvas import (
    blank_canvas,
    fold_hover,
    name_margin,
    set_rows,
    text_margin,
    write_beside,
)

ROW = 46  # px
DENSE_ROW = 36  # px, from MANY rows on (the desa of a kecamatan), as in the table of segments beside them
TALLEST_ROW = 72  # px: a single bar does not fill the frame
MANY = 12
MARGIN = {"t": 8, "b": 26}
ALL = 100  # percent
REASON_WIDTH = 30  # letters


def bullet_targets(
    frame: pd.DataFrame,
    words: Messages,
    *,
    look: Look,
    tree: CodeTree,
    bulan: datetime,
    by: Literal["segmen", "wilayah"] = "segmen",
    selected: str = "",
    least: int = 0,
    marked: Collection[str] = (),
) -> go.Figure:
    """One bullet for each row: light band to 100 %, bar to the percentage, stroke at the target.

    `frame`: rows of measure_targets, one for each segmen (then in the order of `tree`) or each area
    (then furthest from its target last). Right of the band: percentage and target, the people missing
    and the additions a month that this takes. Where people are targeted and there is no potensi, the bar is
    the people as a share of the target, and the row says so. The chart is at least `least` px tall, its rows
    spread over it. `selected` is a kode_wilayah or a segmen; `marked` areas (codes) have an aagger.
    customdata of a mark = [kode_wilayah, segmen].
    """
    rows = _ordered(frame, tree, by)
    names = [_row_name(row, words, tree=tree, by=by, selected=selected, marked=marked) for row in rows]
    gaps = [_gap_text(row, words, muted=palette(look).muted) for row in rows]
    canvas = blank_canvas(
        look,
        words,
        height=_height(len(rows), least),
        margin=MARGIN | {"l": name_margin(names), "r": text_margin(gaps)},
    )
    canvas.add_trace(_band(rows, words, look=look, tree=tree, bulan=bulan))
    canvas.add_trace(_bars(rows, look=look))
    canvas.add_trace(_strokes(rows, look=look))
    write_beside(canvas, gaps, look=look)
    end = max([ALL, *(_length(row) for row in rows)])
    ticks = [0, ALL // 2, ALL]
    canvas.update_axes(
        "x",
        range=[0, end],
        tickvals=ticks,
        ticktext=[percent(tick, words, digits=0) for tick in ticks],
        showgrid=False,
    )
    set_rows(canvas, names)
    canvas.update_layout(barmode="overlay")
    return canvas.figure()


def _height(rows: int, least: int) -> int:
    """Natural height (px), or `least` where that makes no row taller than TALLEST_ROW."""
    around = MARGIN["t"] + MARGIN["b"]
    natural = (ROW if rows < MANY else DENSE_ROW) * rows + around
    return max(natural, min(least, TALLEST_ROW * rows + around))


def describe_bullets(frame: pd.DataFrame, words: Messages, *, tree: CodeTree, by: str = "segmen") -> str:
    """The bullets as a sentence: how many reach the target, which do not."""
    rows = [
        row for row in _ordered(frame, tree, by) if has_value(row.persen) and has_value(row.target_persen)
    ]
    behind = [_plain_name(row, words, tree=tree, by=by) for row in rows if not is_reached(row)]
    reached = len(rows) - len(behind)
    sentence = words("chart.bullet.describe", n=reached, reached=reached, all=len(rows))
    return f"{sentence} {words('chart.bullet.behind', names=join(behind, words))}" if behind else sentence


def _ordered(frame: pd.DataFrame, tree: CodeTree, by: str) -> list[Any]:
    if by == "segmen":
        return sorted(rows_of(frame), key=lambda row: tree.order(row.segmen))
    return rows_of(frame.sort_values(["selisih_poin", "wilayah"], ascending=True, na_position="last"))


def _plain_name(row: Any, words: Messages, *, tree: CodeTree, by: str) -> str:
    return tree.name(row.segmen, words.language) if by == "segmen" else row.wilayah


def _row_name(
    row: Any, words: Messages, *, tree: CodeTree, by: str, selected: str, marked: Collection[str]
) -> str:
    plain = _plain_name(row, words, tree=tree, by=by)
    name = fold(f"{plain}†" if by == "wilayah" and row.kode_wilayah in marked else plain)
    if on_own_scale(row):
        name = f"{name}<br><i>{words('chart.bullet.own_scale')}</i>"
    chosen = selected and selected in (row.segmen if by == "segmen" else row.kode_wilayah,)
    return f"<b>▸ {name}</b>" if chosen else name


def on_own_scale(row: Any) -> bool:
    """Whether a row is drawn as a share of its target: people are targeted, and no potensi to divide by."""
    return not has_value(row.persen) and has_value(row.kurang_orang) and row.target_orang > 0


def _length(row: Any) -> float:
    """Of the bar: percent of the potensi, or of the people targeted where only these are known."""
    if on_own_scale(row):
        return ALL * int(row.peserta_aktif) / int(row.target_orang)
    return float(row.persen) if has_value(row.persen) else 0.0


def _goal(row: Any) -> float | None:
    """Where the stroke stands, on the scale of the row's bar."""
    if on_own_scale(row):
        return float(ALL)
    return float(row.target_persen) if has_value(row.target_persen) else None


def _band(rows: list[Any], words: Messages, *, look: Look, tree: CodeTree, bulan: datetime) -> go.Bar:
    """The light band of each row; it answers hovering and clicks for the whole row."""
    return go.Bar(
        orientation="h",
        x=[ALL] * len(rows),
        y=list(range(len(rows))),
        width=0.62,
        marker={"color": palette(look).track, "line": {"width": 0}},
        customdata=[[row.kode_wilayah, row.segmen] for row in rows],
        hovertext=[_hover(row, words, tree=tree, bulan=bulan) for row in rows],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _bars(rows: list[Any], *, look: Look) -> go.Bar:
    colors = palette(look)
    return go.Bar(
        orientation="h",
        x=[_length(row) for row in rows],
        y=list(range(len(rows))),
        width=0.34,
        marker={"color": [colors.reached if is_reached(row) else colors.not_reached for row in rows]},
        hoverinfo="skip",
    )


def _strokes(rows: list[Any], *, look: Look) -> go.Scatter:
    known = [(i, goal) for i, row in enumerate(rows) if (goal := _goal(row)) is not None]
    return go.Scatter(
        mode="markers",
        x=[target for _, target in known],
        y=[i for i, _ in known],
        marker={
            "symbol": "line-ns",
            "size": 26,
            "opacity": 1,
            "line": {"color": palette(look).target, "width": 3},
        },
        cliponaxis=False,
        hoverinfo="skip",
    )


def _hover(row: Any, words: Messages, *, tree: CodeTree, bulan: datetime) -> str:
    sentence = f"{tree.name(row.segmen, words.language)}: {coverage_sentence(row, words, bulan=bulan)}"
    if not has_value(row.persen) or not has_value(row.target_persen):
        return fold_hover(sentence)
    key = "chart.target.hover_reached" if is_reached(row) else "chart.target.hover_short"
    more = words(key, target=percent(row.target_persen, words), shortfall=shortfall(row, words))
    return fold_hover(f"{sentence} {more} {_deadline(row, words)}".strip())


def _deadline(row: Any, words: Messages) -> str:
    if is_reached(row) or not has_value(row.tambahan_per_bulan):
        return ""
    return words(
        "chart.bullet.pace",
        people=people(row.tambahan_per_bulan, words),
        month=month(row.batas_waktu, words),
    )


def _gap_text(row: Any, words: Messages, *, muted: str) -> str:
    if not has_value(row.kurang_orang):
        shown = people(row.peserta_aktif, words) if has_value(row.peserta_aktif) else "–"
        why = fold(reason(row, words), REASON_WIDTH)
        return f"<b>{shown}</b><br><span style='color:{muted}'><i>{why}</i></span>"
    return f"{_first_line(row, words)}<br><span style='color:{muted}'>{_second_line(row, words)}</span>"


def _first_line(row: Any, words: Messages) -> str:
    """Percentage and target; people and target where there is no potensi to divide by."""
    if has_value(row.persen) and has_value(row.target_persen):
        return words(
            "chart.bullet.of_target",
            percent=percent(row.persen, words),
            target=percent(row.target_persen, words),
        )
    return words(
        "chart.bullet.of_people",
        count=count(row.peserta_aktif, words),
        wanted=people(row.target_orang, words),
    )


def _second_line(row: Any, words: Messages) -> str:
    short = shortfall(row, words)
    if is_reached(row) or not has_value(row.tambahan_per_bulan):
        return short
    return f"{short} · {words('chart.bullet.each_month', count=count(row.tambahan_per_bulan, words))}"

"""Scenarios side by side: what each costs and who pays, and what it does to coverage."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, palette, source_color
from jamsos_data.messages import Messages
from jamsos_data.reference.code_tree import CodeTree
from jamsos_data.text_layout import LABEL_SIZE, fold
from jamsos_data.wording import has_value, people, percent, rows_of, rupiah, short_name, short_rupiah
from pages.parts.charts.canvas import (
    Canvas,
    blank_canvas,
    fold_hover,
    name_margin,
    set_rows,
    text_margin,
    write_beside,
)
from pages.parts.charts.money import rupiah_axis

BAR = 28  # px
LEAST_ROW, SHARED = 58, 100  # px: of one row, and of all rows together where there are few
MARGIN = {"t": 26, "b": 46}
ALL = 100  # percent


def stack_costs(costs: pd.DataFrame, words: Messages, *, look: Look, tree: CodeTree) -> go.Figure:
    """Level bars from zero: the estimated cost of each scenario in rupiah, stacked by payer.

    `costs`: huruf, skenario, sumber_dana, biaya (NA = not known), orang. Text: the whole. customdata = [sumber_dana].
    """
    names, letters = _names(costs)
    wholes = [_whole(costs, letter) for letter in letters]
    texts = [_sum_text(whole, words) for whole in wholes]
    canvas = _rows_canvas(names, texts, words, look=look)
    sources = sorted(costs["sumber_dana"].unique(), key=tree.order)
    for source in sources:
        canvas.add_trace(_payer(costs, letters, source, words, look=look, tree=tree))
    axis = rupiah_axis(max([whole or 0 for whole in wholes] or [0]), words)
    canvas.update_axes(
        "x",
        range=[0, axis.ticks[-1]],
        title={"text": axis.unit, "standoff": 4},
        showgrid=False,
        **axis.settings,
    )
    canvas.update_layout(barmode="stack")
    _key(
        canvas,
        [(source_color(code, look), short_name(tree, code, words)) for code in sources],
        look=look,
        on_top=True,
    )
    return canvas.figure()


def bullet_effects(compared: pd.DataFrame, words: Messages, *, look: Look) -> go.Figure:
    """Level bars from 0 to 100 %: coverage now, what the scenario adds to it, and the target as a line.

    `compared`: huruf, skenario, orang, persen, persen_nanti, target_persen (NaN = not known). customdata = [huruf].
    """
    rows, colors = rows_of(compared), palette(look)
    names = [_row_name(row.skenario) for row in rows]
    texts = [_change_text(row, words) for row in rows]
    canvas = _rows_canvas(names, texts, words, look=look)
    parts = (
        ([_number(row.persen) for row in rows], colors.reached),
        ([_number(row.persen_nanti) - _number(row.persen) for row in rows], colors.not_reached),
    )
    for values, color in parts:
        canvas.add_trace(
            go.Bar(
                orientation="h",
                x=values,
                y=list(range(len(rows))),
                width=_thickness(len(rows)),
                marker={"color": color},
                customdata=[[row.huruf] for row in rows],
                hovertext=[fold_hover(_effect_sentence(row, words)) for row in rows],
                hoverinfo="text",
            )
        )
    for place, row in enumerate(rows):
        _target_line(canvas, place, row, words, look=look, rows=len(rows))
    ticks = list(range(0, ALL + 1, 20))
    canvas.update_axes(
        "x", range=[0, ALL], tickvals=ticks, ticktext=[percent(tick, words, digits=0) for tick in ticks]
    )
    canvas.update_layout(barmode="stack")
    key = [(colors.reached, words("chart.scenario.now")), (colors.not_reached, words("chart.scenario.added"))]
    _key(canvas, key, look=look, on_top=False)
    return canvas.figure()


def describe_costs(costs: pd.DataFrame, words: Messages, *, tree: CodeTree) -> str:
    """Each scenario with its cost and who pays how much of it."""
    _, letters = _names(costs)
    sentences = []
    for letter in letters:
        rows = rows_of(costs[costs["huruf"] == letter])
        parts = ", ".join(
            words(
                "chart.scenario.part",
                source=short_name(tree, row.sumber_dana, words),
                cost=_sum_text(None if pd.isna(row.biaya) else int(row.biaya), words),
            )
            for row in rows
        )
        whole = _sum_text(_whole(costs, letter), words)
        sentences.append(
            words("chart.scenario.describe_cost", name=rows[0].skenario, cost=whole, parts=parts)
        )
    return " ".join(sentences)


def describe_effects(compared: pd.DataFrame, words: Messages) -> str:
    """Each scenario with coverage before and after."""
    return " ".join(_effect_sentence(row, words) for row in rows_of(compared))


def _names(costs: pd.DataFrame) -> tuple[list[str], list[str]]:
    named = costs.drop_duplicates("huruf").sort_values("huruf")
    return [_row_name(name) for name in named["skenario"]], named["huruf"].tolist()


def _row_name(name: str) -> str:
    """A name in at most two lines."""
    lines = fold(name).split("<br>")
    return "<br>".join(lines[:2]) + ("…" if len(lines) > 2 else "")


def _rows_canvas(names: list[str], texts: list[str], words: Messages, *, look: Look) -> Canvas:
    canvas = blank_canvas(
        look,
        words,
        height=max(LEAST_ROW * len(names), SHARED) + MARGIN["t"] + MARGIN["b"],
        margin=MARGIN | {"l": name_margin(names), "r": text_margin(texts)},
    )
    write_beside(canvas, texts, look=look)
    set_rows(canvas, names)
    return canvas


def _whole(costs: pd.DataFrame, letter: str) -> int | None:
    amounts = costs.loc[costs["huruf"] == letter, "biaya"]
    return None if amounts.isna().any() else int(amounts.sum())


def _sum_text(whole: int | None, words: Messages) -> str:
    return words("chart.scenario.unknown") if whole is None else short_rupiah(whole, words)


def _payer(
    costs: pd.DataFrame, letters: list[str], source: str, words: Messages, *, look: Look, tree: CodeTree
) -> go.Bar:
    rows = {row.huruf: row for row in rows_of(costs[costs["sumber_dana"] == source])}
    placed = [(place, rows[letter]) for place, letter in enumerate(letters) if letter in rows]
    name = tree.name(source, words.language)
    return go.Bar(
        orientation="h",
        x=[0 if pd.isna(row.biaya) else int(row.biaya) for _, row in placed],
        y=[place for place, _ in placed],
        width=_thickness(len(letters)),
        marker={"color": source_color(source, look), "line": {"color": palette(look).surface, "width": 1}},
        customdata=[[source] for _ in placed],
        hovertext=[fold_hover(_payer_sentence(row, name, words)) for _, row in placed],
        hoverinfo="text",
    )


def _payer_sentence(row: Any, name: str, words: Messages) -> str:
    cost = words("chart.scenario.unknown") if pd.isna(row.biaya) else rupiah(row.biaya, words)
    return words(
        "chart.scenario.hover", name=row.skenario, source=name, cost=cost, people=people(row.orang, words)
    )


def _effect_sentence(row: Any, words: Messages) -> str:
    if not has_value(row.persen_nanti):
        return words("chart.scenario.effect_unknown", name=row.skenario)
    values = {
        "name": row.skenario,
        "now": percent(row.persen, words),
        "later": percent(row.persen_nanti, words),
    }
    if not has_value(row.target_persen):
        return words("chart.scenario.effect", **values)
    return words("chart.scenario.effect_target", target=percent(row.target_persen, words), **values)


def _change_text(row: Any, words: Messages) -> str:
    if not has_value(row.persen_nanti):
        return words("chart.scenario.unknown")
    before = words("chart.scenario.from", now=percent(row.persen, words))
    return f"<b>{percent(row.persen_nanti, words)}</b><br>{before}"


def _number(value: Any) -> float:
    return float(value) if has_value(value) else 0.0


def _thickness(rows: int) -> float:
    """A bar of BAR px as a share of its row."""
    return BAR * rows / max(LEAST_ROW * rows, SHARED)


def _target_line(canvas: Canvas, place: int, row: Any, words: Messages, *, look: Look, rows: int) -> None:
    if not has_value(row.target_persen):
        return
    colors, reach = palette(look), 0.8 * _thickness(rows)
    canvas.add_shape(
        type="line",
        x0=row.target_persen,
        x1=row.target_persen,
        y0=place - reach,
        y1=place + reach,
        line={"color": colors.target, "width": 3},
    )
    if place == 0:
        canvas.add_annotation(
            x=row.target_persen,
            y=1,
            yref="paper",
            yanchor="bottom",
            text=words("chart.scenario.target", target=percent(row.target_persen, words)),
            font={"size": LABEL_SIZE, "color": colors.target_text},
            showarrow=False,
        )


def _key(canvas: Canvas, entries: list[tuple[str, str]], *, look: Look, on_top: bool) -> None:
    """What the colours mean, in one line above the bars or below the axis."""
    text = "   ".join(f"<span style='color:{color}'>■</span> {name}" for color, name in entries)
    canvas.add_annotation(
        x=0,
        y=1 if on_top else 0,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom" if on_top else "top",
        yshift=4 if on_top else -24,
        text=text,
        font={"size": LABEL_SIZE, "color": palette(look).muted},
        showarrow=False,
    )

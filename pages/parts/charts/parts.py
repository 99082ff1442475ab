"""Parts of wholes as horizontal bars: registered of known enterprises, registered of those present; and reasons."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, palette
from jamsos_data.messages import Messages
from jamsos_data.reference import Reference
from jamsos_data.text_layout import fold
from jamsos_data.wording import count, has_value, people, percent, rows_of
from pages.parts.charts.canvas import Canvas, axis_end, blank_canvas, fold_hover, name_margin, set_rows

ROW = 34  # px
NARROWEST = 450  # px, of the picture in a column of half a desk screen
MARGIN = {"r": 12, "t": 6, "b": 6}
GAP = 0.015  # of the longest bar, between a bar and its label


def rank_enterprises(areas: pd.DataFrame, words: Messages, *, look: Look, selected: str = "") -> go.Figure:
    """Registered within known enterprises, for rows of measure_enterprise_areas, in their order.

    customdata of a mark begins with kode_wilayah.
    """
    rows = rows_of(areas)
    return _parts(
        rows,
        words,
        look=look,
        whole=[int(row.usaha_terdata) for row in rows],
        part=[int(row.usaha_terdaftar) for row in rows],
        sentence=lambda row: _enterprise_sentence(row, words),
        selected=selected,
    )


def rank_yields(by_area: pd.DataFrame, words: Messages, *, look: Look, selected: str = "") -> go.Figure:
    """Registered within those present, for rows of yield_by_area with a stated result, in their order.

    customdata of a mark begins with kode_wilayah.
    """
    rows = [row for row in rows_of(by_area) if row.pertemuan]
    return _parts(
        rows,
        words,
        look=look,
        whole=[int(row.hadir) for row in rows],
        part=[int(row.terdaftar) for row in rows],
        sentence=lambda row: _yield_sentence(row, words),
        selected=selected,
    )


def rank_reasons(reasons: pd.DataFrame, words: Messages, *, look: Look, reference: Reference) -> go.Figure:
    """People present who did not register, by the main reason of their meeting; rows of reasons_ranked."""
    rows = rows_of(reasons)
    names = [reference.name_of("kendala", row.kendala, words.language) for row in rows]
    labels = [people(row.belum, words) for row in rows]
    longest = max((int(row.belum) for row in rows), default=0)
    starts = [int(row.belum) + GAP * longest for row in rows]
    canvas = _sheet(words, look=look, names=names)
    canvas.add_trace(
        go.Bar(
            orientation="h",
            x=[int(row.belum) for row in rows],
            y=list(range(len(rows))),
            width=0.62,
            marker={"color": palette(look).target, "line": {"width": 0}},
            hovertext=[
                fold_hover(_reason_sentence(row, name, words)) for row, name in zip(rows, names, strict=True)
            ],
            hoverinfo="text",
        )
    )
    _finish(canvas, names, starts=starts, labels=labels, look=look)
    return canvas.figure()


def describe_enterprises(areas: pd.DataFrame, words: Messages) -> str:
    """Where most and where fewest of the known enterprises are registered."""
    rows = [row for row in rows_of(areas) if has_value(row.persen)]
    return " ".join(_enterprise_sentence(row, words) for row in _ends(rows)) or words("outreach.chart.none")


def describe_yields(by_area: pd.DataFrame, words: Messages) -> str:
    """Where meetings bring most and where least."""
    rows = [row for row in rows_of(by_area) if has_value(row.persen)]
    return " ".join(_yield_sentence(row, words) for row in _ends(rows)) or words("outreach.chart.none")


def describe_reasons(reasons: pd.DataFrame, words: Messages, *, reference: Reference) -> str:
    """All reasons with the people behind them."""
    rows = rows_of(reasons)
    told = [
        _reason_sentence(row, reference.name_of("kendala", row.kendala, words.language), words)
        for row in rows
    ]
    return " ".join(told) or words("outreach.chart.none")


def _parts(
    rows: list[Any],
    words: Messages,
    *,
    look: Look,
    whole: list[int],
    part: list[int],
    sentence: Callable[[Any], str],
    selected: str,
) -> go.Figure:
    colors, longest = palette(look), max(whole, default=0)
    names = [_name(row, selected) for row in rows]
    labels = [
        words(
            "outreach.chart.label",
            part=count(inside, words),
            whole=count(everything, words),
            percent=_share(row, words),
        )
        for row, inside, everything in zip(rows, part, whole, strict=True)
    ]
    starts = [number + GAP * longest for number in whole]
    canvas = _sheet(words, look=look, names=names)
    for numbers, color in ((whole, colors.track), (part, colors.reached)):
        canvas.add_trace(
            go.Bar(
                orientation="h",
                x=numbers,
                y=list(range(len(rows))),
                width=0.62,
                marker={
                    "color": color,
                    "line": {"width": 1 if numbers is whole else 0, "color": colors.axis},
                },
                customdata=[[row.kode_wilayah] for row in rows],
                hovertext=[fold_hover(sentence(row)) for row in rows],
                hoverinfo="text",
                selected={"marker": {"opacity": 1}},
                unselected={"marker": {"opacity": 1}},
            )
        )
    _finish(canvas, names, starts=starts, labels=labels, look=look)
    return canvas.figure()


def _sheet(words: Messages, *, look: Look, names: list[str]) -> Canvas:
    margin = MARGIN | {"l": name_margin(names)}
    return blank_canvas(
        look, words, height=ROW * max(len(names), 1) + MARGIN["t"] + MARGIN["b"], margin=margin
    )


def _finish(canvas: Canvas, names: list[str], *, starts: list[float], labels: list[str], look: Look) -> None:
    room = NARROWEST - name_margin(names) - MARGIN["r"]
    end = axis_end(starts, labels, width=room, least=max([1, *starts]))
    canvas.label_rows(starts, labels, color=palette(look).ink)
    canvas.update_axes("x", range=[0, end], showticklabels=False, showgrid=False)
    set_rows(canvas, names)
    canvas.update_layout(barmode="overlay")


def _ends(rows: list[Any]) -> list[Any]:
    return rows if len(rows) < 2 else [rows[0], rows[-1]]


def _share(row: Any, words: Messages) -> str:
    return percent(row.persen, words) if has_value(row.persen) else "\N{EN DASH}"


def _name(row: Any, selected: str) -> str:
    name = fold(row.wilayah)
    return f"<b>▸ {name}</b>" if row.kode_wilayah == selected else name


def _enterprise_sentence(row: Any, words: Messages) -> str:
    return words(
        "outreach.chart.enterprises",
        area=row.wilayah,
        year=row.tahun,
        registered=count(row.usaha_terdaftar, words),
        known=count(row.usaha_terdata, words),
        percent=_share(row, words),
    )


def _yield_sentence(row: Any, words: Messages) -> str:
    return words(
        "outreach.chart.yield",
        n=int(row.pertemuan),
        area=row.wilayah,
        meetings=count(row.pertemuan, words),
        registered=count(row.terdaftar, words),
        present=people(row.hadir, words),
        percent=_share(row, words),
    )


def _reason_sentence(row: Any, name: str, words: Messages) -> str:
    return words(
        "outreach.chart.reason",
        n=int(row.pertemuan),
        reason=name,
        people=people(row.belum, words),
        meetings=count(row.pertemuan, words),
    )

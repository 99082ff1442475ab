"""Ranking of areas by people, where no percentage can be computed for want of a potensi."""

from datetime import datetime
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, palette
from jamsos_data.messages import Messages
from jamsos_data.text_layout import fold
from jamsos_data.wording import count, has_value, month, no_percentage_sentence, people, rows_of
from pages.parts.charts.canvas import axis_end, blank_canvas, name_margin, row_catcher, set_rows
from pages.parts.charts.rank import MARGIN, NARROWEST_PLOT, rank_height

GAP = 0.015  # of the longest bar, between a bar and its label


def rank_people(
    frame: pd.DataFrame, words: Messages, *, look: Look, bulan: datetime, selected: str = ""
) -> go.Figure:
    """Horizontal bars of peserta_aktif (orang), most first; areas without data stand below with a dash.

    `frame`: rows of measure_coverage. customdata of a mark = [kode_wilayah].
    """
    rows = _ordered(frame)
    names = [_name(row, selected) for row in rows]
    lengths = [_number(row) or 0 for row in rows]
    labels = [people(row.peserta_aktif, words) if _number(row) is not None else "–" for row in rows]
    canvas = blank_canvas(
        look, words, height=rank_height(len(rows)), margin=MARGIN | {"l": name_margin(names)}
    )
    longest = max([1, *lengths])
    starts = [length + GAP * longest for length in lengths]
    end = axis_end(starts, labels, width=NARROWEST_PLOT, least=longest)
    sentences = [no_percentage_sentence(row, words, bulan=bulan) for row in rows]
    canvas.add_trace(row_catcher((0, end), [[row.kode_wilayah] for row in rows], sentences))
    canvas.add_trace(
        go.Bar(
            orientation="h",
            x=lengths,
            y=list(range(len(rows))),
            marker={"color": palette(look).muted, "line": {"width": 0}},
            hoverinfo="skip",  # the row behind answers
        )
    )
    canvas.label_rows(starts, labels, color=palette(look).ink)
    canvas.update_axes("x", range=[0, end], showticklabels=False, showgrid=False)
    set_rows(canvas, names)
    canvas.update_layout(barmode="overlay")
    return canvas.figure()


def describe_people(frame: pd.DataFrame, words: Messages, *, bulan: datetime) -> str:
    """The bars as a sentence: where most and where fewest people are protected."""
    rows = [row for row in _ordered(frame) if _number(row) is not None]
    if not rows:
        return words("chart.people.describe_none")
    return words(
        "chart.people.describe",
        count=count(len(rows), words),
        month=month(bulan, words),
        first=rows[0].wilayah,
        first_people=people(rows[0].peserta_aktif, words),
        last=rows[-1].wilayah,
        last_people=people(rows[-1].peserta_aktif, words),
    )


def _ordered(frame: pd.DataFrame) -> list[Any]:
    return rows_of(
        frame.sort_values(["peserta_aktif", "wilayah"], ascending=[False, True], na_position="last")
    )


def _number(row: Any) -> int | None:
    return int(row.peserta_aktif) if has_value(row.peserta_aktif) else None


def _name(row: Any, selected: str) -> str:
    name = fold(row.wilayah)
    return f"<b>▸ {name}</b>" if row.kode_wilayah == selected else name

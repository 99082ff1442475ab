"""Putting a figure on the page: drawn once for equal input, with an `alt` sentence, clicks that select an area."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from jamsos_data.messages import Messages
from pages.parts.drawn_figure import DrawnFigure
from pages.parts.keeping import made_once
from pages.parts.language import words
from pages.parts.maps import MAP_CONFIG
from pages.parts.state import select_area


@made_once
def draw(build: Callable[..., go.Figure], *tables: Any, **options: Any) -> DrawnFigure:
    """The figure ``build(*tables, **options)``, kept for the very same tables. Not to be changed.

    `build` is one of the pure functions in `charts/` and `maps.py`.
    """
    return DrawnFigure.of(build(*tables, **options))


def show_chart(figure: DrawnFigure, *, alt: str, key: str, selects_area: bool = False) -> None:
    """Draw `figure` with the sentence `alt` for those who do not see it, and a button that saves it as a picture.

    With `selects_area` a click on a mark (its `location`, else the first of its customdata, is a
    kode_wilayah) makes the whole page follow that area; `alt` then says where the keyboard does the same.
    """
    if selects_area:
        _draw_to_be_clicked(figure, alt=alt, key=key)
    else:
        st.plotly_chart(figure, theme=None, key=key, config=dict(MAP_CONFIG), alt=alt)
    st.html(picture_button(words()))


def _draw_to_be_clicked(figure: DrawnFigure, *, alt: str, key: str) -> None:
    def clicked() -> None:
        kode = clicked_area(st.session_state[key])
        if kode:
            select_area(kode)

    st.plotly_chart(
        figure.to_be_clicked(),
        theme=None,
        key=key,
        config=dict(MAP_CONFIG),
        alt=f"{alt} {words()('chart.keyboard')}",
        on_select=clicked,
        selection_mode="points",
    )


def picture_button(say: Messages) -> str:
    """The button under a chart as HTML. picture.js makes the file, in the browser and without a run of the page."""
    return (
        f'<button type="button" class="unduh-gambar" title="{escape(say("chart.picture.help"))}">'
        f"{escape(say('chart.picture'))}</button>"
    )


def clicked_area(event: Mapping[str, Any]) -> str:
    """The kode_wilayah of the mark in a selection event of a Plotly chart; empty when nothing is selected."""
    points = event.get("selection", {}).get("points", [])
    if not points:
        return ""
    point = points[0]
    custom = point.get("customdata") or [""]
    first = next(iter(custom.values())) if isinstance(custom, Mapping) else custom[0]
    return str(point.get("location") or first)

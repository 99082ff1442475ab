"""Putting a finished figure on the page: our own colours, an `alt` sentence, clicks that select an area."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from pages.parts.maps import MAP_CONFIG
from pages.parts.state import select_area


def show_chart(figure: go.Figure, *, alt: str, key: str, selects_area: bool = False) -> None:
    """Draw `figure` with the sentence `alt` for those who do not see it.

    With `selects_area` a click on a mark (its `location`, else the first of its customdata, is a
    kode_wilayah) makes the whole page follow that area.
    """
    if not selects_area:
        st.plotly_chart(figure, theme=None, key=key, config=dict(MAP_CONFIG), alt=alt)
        return

    def clicked() -> None:
        kode = clicked_area(st.session_state[key])
        if kode:
            select_area(kode)

    st.plotly_chart(
        figure, theme=None, key=key, config=dict(MAP_CONFIG), alt=alt, on_select=clicked, selection_mode="points"
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

"""Putting a figure on the page: drawn once for equal input, with an `alt` sentence, clicks that select an area."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from jamsos_data.colors import Look
from jamsos_data.messages import Messages
from pages.parts.language import words
from pages.parts.maps import MAP_CONFIG, Outlines
from pages.parts.state import select_area

KEPT_FIGURES = 300
_BY_VALUE = (str, int, float, datetime, tuple, frozenset, Look, type(None))


def draw(build: Callable[..., go.Figure], *tables: Any, **options: Any) -> go.Figure:
    """The figure ``build(*tables, **options)``, kept for equal input. Not to be changed.

    `build` is one of the pure functions in `charts/` and `maps.py`. The very same objects need not even be looked
    into: those that a view keeps come again unchanged in every run.
    """
    named = tuple((name, _Same(option)) for name, option in options.items())
    return _drawn_before(build, tuple(map(_Same, tables)), named)


class _Same:
    """Something that is equal to itself: a frame by its identity, a code or a month by its value."""

    def __init__(self, held: Any) -> None:
        self.held = held

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Same):
            return NotImplemented
        return self.held is other.held or (isinstance(self.held, _BY_VALUE) and self.held == other.held)

    def __hash__(self) -> int:
        return hash(self.held) if isinstance(self.held, _BY_VALUE) else id(self.held)


@lru_cache(maxsize=KEPT_FIGURES)
def _drawn_before(
    build: Callable[..., go.Figure], tables: tuple[_Same, ...], options: tuple[tuple[str, _Same], ...]
) -> go.Figure:
    held = {name: option.held for name, option in options}
    name = f"{build.__module__}.{build.__qualname__}"
    return _drawn(name, tuple(table.held for table in tables), held, _build=build)


@st.cache_resource(
    max_entries=KEPT_FIGURES,
    show_spinner=False,
    hash_funcs={
        Messages: lambda words: words.language,
        Outlines: lambda outlines: f"{outlines.source} {outlines.note}",
    },
)
def _drawn(
    name: str, tables: tuple[Any, ...], options: dict[str, Any], *, _build: Callable[..., go.Figure]
) -> go.Figure:
    del name  # part of the key only
    return _build(*tables, **options)


def show_chart(figure: go.Figure, *, alt: str, key: str, selects_area: bool = False) -> None:
    """Draw `figure` with the sentence `alt` for those who do not see it.

    With `selects_area` a click on a mark (its `location`, else the first of its customdata, is a
    kode_wilayah) makes the whole page follow that area; `alt` then says where the keyboard does the same.
    """
    if not selects_area:
        st.plotly_chart(figure, theme=None, key=key, config=dict(MAP_CONFIG), alt=alt)
        return

    def clicked() -> None:
        kode = clicked_area(st.session_state[key])
        if kode:
            select_area(kode)

    st.plotly_chart(
        figure,
        theme=None,
        key=key,
        config=dict(MAP_CONFIG),
        alt=f"{alt} {words()('chart.keyboard')}",
        on_select=clicked,
        selection_mode="points",
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

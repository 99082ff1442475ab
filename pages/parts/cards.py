"""Metric cards: one figure with its unit, what changed, and its course over the months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

import streamlit as st

from jamsos_data.colors import palette
from pages.parts.page import chart_look
from pages.parts.sparkline import sparkline
from pages.parts.tracing import Make, popover_of_trace

Judgement = Literal["good", "bad", "neutral"]

_COLOR: dict[Judgement, Literal["green", "red", "gray"]] = {"good": "green", "bad": "red", "neutral": "gray"}


@dataclass(frozen=True, kw_only=True)
class Card:
    """One card. `change` is a finished text (``naik 0,8 poin persen``), `direction` says which way it went
    (1, 0, -1; None draws no arrow) and `judgement` whether that is good. `trend` holds plain values, oldest first.
    """

    title: str
    value: str
    change: str = ""
    since: str = ""
    direction: int | None = None
    judgement: Judgement = "neutral"
    trend: Sequence[float] = ()
    help: str = ""


def card_row(cards: Sequence[Card], *, traces: Sequence[Make | None] = ()) -> None:
    """Draw cards of equal height in one row; narrow windows wrap them.

    `traces` take the figures of the cards apart, in the same order; None where there is nothing to take apart.
    """
    courses = "".join(_course(card, number) for number, card in enumerate(cards))
    if courses:
        st.html(f"<style>{courses}</style>")
    _draw_row(cards, traces)


def _course(card: Card, number: int) -> str:
    """The rule that puts the course of a figure under it (page.css): of all cards at once, as one part of the page.

    It repeats what the card says in figures, so that it is hidden from screen readers.
    """
    if len(card.trend) < 2:
        return ""
    colors = palette(chart_look())
    line = sparkline(card.trend, color=colors.muted if card.judgement == "neutral" else colors.reached)
    return f'.st-key-card_{number} .stMetric::after {{ content: ""; background-image: url("{line}"); }}\n'


@st.fragment
def _draw_row(cards: Sequence[Card], traces: Sequence[Make | None]) -> None:
    with st.grid(len(cards), min_column_width=190, gap="small"):
        for number, (card, make) in enumerate(zip_longest(cards, traces)):
            with st.container(border=True, height="stretch", gap="small", key=f"card_{number}"):
                _draw(card)
                if make is not None:
                    popover_of_trace(make, key=f"trace_{number}")


def _draw(card: Card) -> None:
    arrow: Literal["up", "down", "off"] = "off"
    if card.direction:
        arrow = "up" if card.direction > 0 else "down"
    st.metric(
        card.title,
        card.value,
        delta=card.change or None,
        delta_color=_COLOR[card.judgement],
        delta_arrow=arrow,
        delta_description=card.since or None,
        help=card.help or None,
    )

"""The guide on screen: a search over everything, and the sections as tabs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from jamsos_data.reference import Reference
from pages.parts.guide.codes import code_entries, draw_codes
from pages.parts.guide.dictionary import dictionary_entries, draw_dictionary
from pages.parts.guide.duties import draw_duties, duty_entries
from pages.parts.guide.entries import Entry, find_entries
from pages.parts.guide.preparing import draw_preparing, preparing_entries
from pages.parts.guide.sources import draw_sources, source_entries
from pages.parts.guide.tariffs import draw_tariffs, tariff_entries
from pages.parts.guide.terms import draw_terms, term_entries
from pages.parts.language import language, words
from pages.parts.wording import count_text

LISTED = 25


def draw_guide(reference: Reference) -> None:
    """The whole page under its title."""
    say = words()
    st.markdown(say("guide.lead"))
    query = st.text_input(
        say("guide.search"),
        key="guide_search",
        type="search",
        icon=":material/search:",
        placeholder=say("guide.search.placeholder"),
        label_visibility="collapsed",
    )
    if query and query.strip():
        _draw_found(find_entries(_all_entries(reference), query), query.strip())
        return
    sections = _sections(reference)
    titles = [say(f"guide.tab.{name}") for name in sections]
    tabs = st.tabs(titles, key=f"guide_tabs_{language()}", on_change="rerun")
    for tab, draw in zip(tabs, sections.values(), strict=True):
        if tab.open:
            with tab:
                draw()


def _sections(reference: Reference) -> dict[str, Callable[[], None]]:
    return {
        "terms": draw_terms,
        "prepare": partial(draw_preparing, reference),
        "dictionary": draw_dictionary,
        "codes": partial(draw_codes, reference),
        "tariffs": partial(draw_tariffs, reference),
        "duties": partial(draw_duties, reference),
        "sources": draw_sources,
    }


def _all_entries(reference: Reference) -> tuple[Entry, ...]:
    return (
        *term_entries(),
        *preparing_entries(reference),
        *dictionary_entries(),
        *code_entries(reference),
        *tariff_entries(reference),
        *duty_entries(reference),
        *source_entries(),
    )


def _draw_found(found: tuple[Entry, ...], query: str) -> None:
    say = words()
    if not found:
        st.info(say("guide.found.none", query=query))
        return
    st.caption(say("guide.found", n=len(found), count=count_text(len(found)), query=query))
    for entry in found[:LISTED]:
        with st.container(border=True, gap="xsmall"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{entry.title}**", width="content")
                st.badge(say(f"guide.tab.{entry.section}"), color="gray")
            if entry.text:
                st.markdown(entry.text)

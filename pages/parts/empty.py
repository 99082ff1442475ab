"""What is shown instead of a figure: what is missing, why, and the button that mends it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from pages.parts.language import words
from pages.parts.navigation import page_entry


def empty_state(
    sentence: str, *, page: str = "upload", another_way: Callable[[], None] | None = None
) -> None:
    """A framed sentence about what is missing, with a link to the page (by name) where it can be mended.

    `another_way` draws one more button into the frame.
    """
    with st.container(border=True, horizontal_alignment="center", gap="small"):
        st.markdown(sentence, text_alignment="center")
        with st.container(horizontal=True, horizontal_alignment="center", vertical_alignment="center"):
            link_to(page, label=words()(f"empty.go.{page}"))
            if another_way is not None:
                another_way()


def link_to(page: str, *, label: str, codes: Mapping[str, str] | None = None) -> None:
    """A link to a page by name that keeps the filters, and may set some; nothing when the page is not there."""
    entry = page_entry(page)
    if entry.file.exists():
        st.page_link(
            entry.file,
            label=label,
            icon=":material/arrow_forward:",
            query_params=codes or None,
        )

"""A framed part of a page: the finding as title, unit and month under it, then the picture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def panel(name: str, title: str, note: str = "") -> Iterator[None]:
    """A bordered box, as tall as its contents and its neighbours in the row. `name` must be unique on the page."""
    with st.container(border=True, key=f"panel_{name}", height="stretch", gap="small"):
        # One text for both: each part of a page costs the server and the browser on every click.
        if note:
            st.markdown(f"## {title}\n\n{note}")
        else:
            st.header(title, anchor=False)
        yield

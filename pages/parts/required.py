"""What a page cannot do without: when it is not there, one sentence says so and where to mend it."""

from __future__ import annotations

import streamlit as st

from pages.parts.empty import empty_state
from pages.parts.keeping import kept
from pages.parts.language import words
from pages.parts.snapshot import KEPT_SNAPSHOTS, Snapshot, frames
from pages.parts.state import Selection


@kept(at_most=KEPT_SNAPSHOTS * 8)
def holds_rows(snapshot: Snapshot, kind: str) -> bool:
    """Whether the data set has any row at the snapshot."""
    return not frames(snapshot)[kind].head(1).collect().is_empty()


def require(selection: Selection, kind: str, *, otherwise: str) -> None:
    """End the page here with the sentence `otherwise` (a key) and a link to the upload while `kind` is empty."""
    if not holds_rows(selection.snapshot, kind):
        empty_state(words()(otherwise))
        st.stop()


def point_out_missing(selection: Selection, kind: str, *, otherwise: str) -> bool:
    """Show the sentence `otherwise` and the link while `kind` is empty; the page goes on. True when it is empty."""
    if holds_rows(selection.snapshot, kind):
        return False
    empty_state(words()(otherwise))
    return True

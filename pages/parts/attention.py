"""What needs somebody's attention: the most urgent findings, each with a link to the page that explains it."""

from __future__ import annotations

import streamlit as st

from pages.parts.empty import link_to
from pages.parts.language import words
from pages.parts.state import Selection
from pages.parts.wording import month_text

MOST = 5


def attention_list(findings: tuple, selection: Selection) -> None:
    """Draw the first MOST findings, the most urgent first."""
    if not findings:
        st.markdown(words()("summary.attention.none", month=month_text(selection.bulan)))

"""What people see when a page fails: one sentence in their language. The details go to the server's log."""

from __future__ import annotations

import logging

import streamlit as st

from pages.parts.language import words

_LOG = logging.getLogger("jamsos")


def show_error(error: Exception) -> bool:
    """Log `error` and show a sentence instead of it; True tells the server that this is all to be shown."""
    _LOG.error("a page failed", exc_info=error)
    st.error(words()("error.script"), icon=":material/error:")
    return True

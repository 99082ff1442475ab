"""Which files may be dropped: their types and the largest size."""

from __future__ import annotations

import streamlit as st

FILE_TYPES = ("xlsx", "xls", "ods", "csv", "txt")


def largest_upload() -> int:
    """The largest file that this server takes, in MB."""
    return int(st.get_option("server.maxUploadSize"))


def type_list() -> str:
    """The types as people read them: ``.xlsx, .xls, …``."""
    return ", ".join(f".{kind}" for kind in FILE_TYPES)

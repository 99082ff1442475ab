"""What only paper and pictures have: the line that says what they rest on, and tables with all their rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

import streamlit as st


def running_header(text: str, *, file_name: str, upright: bool = False) -> None:
    """Put `text` on top of each printed sheet, with the number of the sheet, and below each picture of a chart.

    `file_name` begins the names of the files that pictures are saved in (picture.js); `upright` turns the sheets to
    portrait.
    """
    line, size = css_text(text), "size: A4 portrait; " if upright else ""
    st.html(
        f"<style>:root {{ --sumber: {line}; --berkas: {css_text(file_name)} }} "
        f"@page {{ {size}@top-left {{ content: {line}; }} "
        "@top-right { content: counter(page) ' / ' counter(pages); } }</style>"
    )


def css_text(text: str) -> str:
    """`text` as a CSS string; all but letters, digits and spaces are written by their number.

    A space ends such a number and is not part of the text.
    """
    return (
        '"' + "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in text) + '"'
    )


def printed_table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, numeric: Sequence[bool]) -> str:
    """The twin of a table on screen, for paper alone: every row, in cells that break over sheets.

    It travels as data; print.js makes a table of it when the browser prints, so that no screen has to read thousands
    of cells that it does not show.
    """
    table = json.dumps(
        {"head": headings, "rows": rows, "numeric": numeric}, ensure_ascii=False, separators=(",", ":")
    )
    return f'<div class="hanya-cetak" aria-hidden="true" data-table="{escape(table)}"></div>'

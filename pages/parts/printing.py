"""What only the printed page has: a line on top of every sheet, and tables with all their rows."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st


def running_header(text: str) -> None:
    """Put `text` on top of each printed sheet, with the number of the sheet."""
    st.html(
        "<style>@page { @top-left { content: "
        f"{css_text(text)}"
        "; } @top-right { content: counter(page) ' / ' counter(pages); } }</style>"
    )


def css_text(text: str) -> str:
    """`text` as a CSS string; all but letters, digits and spaces are written by their number.

    A space ends such a number and is not part of the text.
    """
    return (
        '"' + "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in text) + '"'
    )


def printed_table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, numeric: Sequence[bool]) -> str:
    """The twin of a table on screen as HTML, for paper alone: every row, in cells that break over sheets."""
    classes = ['class="angka"' if number else "" for number in numeric]
    head = "".join(f"<th {kind}>{escape(text)}</th>" for kind, text in zip(classes, headings, strict=True))
    body = "".join(
        f"<tr>{''.join(f'<td {kind}>{escape(cell)}</td>' for kind, cell in zip(classes, row, strict=True))}</tr>"
        for row in rows
    )
    return (
        f'<div class="hanya-cetak" aria-hidden="true"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )

"""The table behind a picture: figures written in the language of the session, sortable, with downloads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages.parts.language import words
from pages.parts.page import basis_line
from pages.parts.snapshot import holds_example
from pages.parts.state import Selection
from pages.parts.wording import NOTHING, count_text, month_text, number_text, percent_text, rupiah_text

FORMATS: dict[str, Callable[..., str]] = {
    "count": count_text,
    "percent": percent_text,
    "points": number_text,
    "number": number_text,
    "rupiah": rupiah_text,
    "month": month_text,
    "text": lambda value: NOTHING if pd.isna(value) or value == "" else str(value),
}
ROW_HEIGHT = 34


@dataclass(frozen=True)
class TableColumn:
    """How a column is shown: its title and one of FORMATS."""

    title: str
    format: str = "text"


def data_table(
    frame: pd.DataFrame, columns: Mapping[str, TableColumn], *, selection: Selection, name: str, height: int | None = None
) -> None:
    """Show the named `columns` of `frame` in their order, with buttons to download them as CSV and XLSX.

    `name` names the files and must be unique on the page. Sorting uses the figures, not their spelling.
    """
    shown = frame[list(columns)]
    styled = shown.style.format({column: FORMATS[spec.format] for column, spec in columns.items()})
    st.dataframe(
        styled,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=height or "auto",
        column_config={column: st.column_config.Column(spec.title) for column, spec in columns.items()},
        key=f"table_{name}",
    )
    download_row(shown, {column: spec.title for column, spec in columns.items()}, selection=selection, name=name)

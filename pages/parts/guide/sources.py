"""Where definitions, tariffs and figures come from: `sources.csv`, shown as plain text without links."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.guide.entries import Entry
from pages.parts.language import language, words

FILE = Path(__file__).parent / "sources.csv"


@cache
def read_sources() -> pd.DataFrame:
    """topic, publisher, year ("" where the page has none), about, about_en, address; all text. Not to be changed."""
    return pd.read_csv(FILE, dtype=str, keep_default_na=False)


def source_entries() -> tuple[Entry, ...]:
    """Every source, for the search."""
    say = words()
    return tuple(
        Entry(
            title=_name(row),
            text=f"`{row['address']}`",
            section="sources",
            terms=say(f"guide.sources.{row['topic']}"),
        )
        for row in read_sources().to_dict(orient="records")
    )


def draw_sources() -> None:
    """The sources by topic, and what could not be found."""
    say = words()
    st.markdown(say("guide.sources.lead"))
    for topic, rows in read_sources().groupby("topic", sort=False):
        st.header(say(f"guide.sources.{topic}"), anchor=False)
        lines = [f"- {_name(row)}: `{row['address']}`" for row in rows.to_dict(orient="records")]
        st.markdown("\n".join(lines))
    st.header(say("guide.sources.open"), anchor=False)
    st.markdown(say("guide.sources.open.text"))


def _name(row: Mapping[Any, str]) -> str:
    about = row["about_en" if language() == "en" else "about"]
    return f"{row['publisher']}{', ' + row['year'] if row['year'] else ''}: {about}"

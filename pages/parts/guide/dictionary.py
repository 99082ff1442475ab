"""The data dictionary: every column of every data set, from the declarations that also check the files."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from jamsos_data.datasets import DATASETS, Column, Dataset
from pages.parts.guide.entries import Entry
from pages.parts.language import language, words
from pages.parts.wording import list_text, within_sentence

HEADINGS = ("title", "name", "kind", "role", "meaning", "example", "headers")


def dictionary_entries() -> tuple[Entry, ...]:
    """Each column of each data set, and the data sets themselves."""
    say, tongue = words(), language()
    entries = []
    for declared in DATASETS.values():
        title = declared.title.in_language(tongue)
        entries.append(
            Entry(
                title=title,
                text=declared.explanation.in_language(tongue),
                section="dictionary",
                terms=declared.name,
            )
        )
        entries += [
            Entry(
                title=f"{column.title.in_language(tongue)} ({title})",
                text=f"{column.explanation.in_language(tongue)} {say('guide.column.example')}: `{column.example}`.",
                section="dictionary",
                terms=f"{column.name} {' '.join(column.synonyms)}",
            )
            for column in declared.columns
        ]
    return tuple(entries)


def column_table(declared: Dataset) -> pd.DataFrame:
    """The columns of a data set as shown: title, name, kind, role, meaning, example, headers recognised."""
    say, tongue = words(), language()
    rows = [
        (
            column.title.in_language(tongue),
            column.name,
            say(f"guide.kind.{column.kind.value}"),
            role_text(column, declared),
            column.explanation.in_language(tongue),
            column.example,
            ", ".join(column.synonyms),
        )
        for column in declared.columns
    ]
    return pd.DataFrame(rows, columns=[say(f"guide.column.{name}") for name in HEADINGS])


def role_text(column: Column, declared: Dataset) -> str:
    """Whether a column is needed, and what stands in for it when it is not there."""
    say = words()
    if column.personal:
        return say("guide.role.personal")
    if column.name in declared.either:
        return say("guide.role.either")
    if column.default:
        return say("guide.role.default", default=column.default)
    if column.key:
        return say("guide.role.key")
    return say("guide.role.required" if column.required else "guide.role.optional")


def draw_dictionary() -> None:
    """One expander for each data set with the table of its columns."""
    say, tongue = words(), language()
    st.markdown(say("guide.dictionary.lead"))
    for declared in DATASETS.values():
        with st.expander(f"**{declared.title.in_language(tongue)}** · `{declared.name}`"):
            st.markdown(f"{declared.explanation.in_language(tongue)} {_replacement(declared)}")
            st.table(column_table(declared), border="horizontal", hide_index=True)


def _replacement(declared: Dataset) -> str:
    if not declared.stored:
        return words()("guide.dictionary.not_stored")
    columns = [declared.column(name) for name in declared.replaced_by]
    titles = [within_sentence(column.title.in_language(language())) for column in columns]
    return words()("guide.dictionary.replaces", columns=list_text(titles))

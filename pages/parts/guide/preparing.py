"""How to prepare a file: a few rules, and which columns each data set needs, from the declarations."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from jamsos_data.datasets import DATASETS, Column, ColumnKind, Dataset, dataset
from jamsos_data.file_rules import DOCUMENTS, dataset_rules, file_rules
from jamsos_data.reference import Reference
from pages.parts.empty import link_to
from pages.parts.guide.entries import Entry
from pages.parts.language import language, words
from pages.parts.upload.limits import largest_upload, type_list
from pages.parts.wording import within_sentence

# Kinds of key columns whose value may be given once for a whole file.
GIVEN_ONCE = (ColumnKind.MONTH, ColumnKind.YEAR, ColumnKind.CODE)
RULES = ("types", "area", "numbers", "months", "once", "people")


def preparation_rules(reference: Reference) -> tuple[str, ...]:
    """The rules as sentences (Markdown)."""
    say = words()
    columns = [column for data in DATASETS.values() for column in data.columns if may_give_once(column)]
    once = dict.fromkeys(within_sentence(_title(column)) for column in columns)
    values = {
        "types": type_list(),
        "limit": largest_upload(),
        "kabupaten": f"{reference.area_name(reference.kabupaten)} (`{reference.kabupaten}`)",
        "columns": ", ".join(once),
        "title": dataset("daftar_peserta").title.in_language(language()),
    }
    return tuple(say(f"guide.prepare.{rule}", **values) for rule in RULES)


def preparing_entries(reference: Reference) -> tuple[Entry, ...]:
    """The rules, for the search."""
    title = words()("guide.tab.prepare")
    return tuple(Entry(title=title, text=rule, section="prepare") for rule in preparation_rules(reference))


def needed_columns() -> pd.DataFrame:
    """For each data set: columns that must be there, that may be given once, that may be added."""
    say = words()
    rows = [_needs(declared) for declared in DATASETS.values()]
    return pd.DataFrame(
        rows,
        columns=[say(f"guide.prepare.{name}") for name in ("dataset", "required", "given_once", "optional")],
    )


def may_give_once(column: Column) -> bool:
    """Whether the value of a column may be given once for the whole file."""
    return column.key and column.kind in GIVEN_ONCE


def draw_preparing(reference: Reference) -> None:
    """The rules, the table of columns, and the way to the templates."""
    say = words()
    st.markdown(say("guide.prepare.lead"))
    st.markdown("\n".join(f"- {rule}" for rule in preparation_rules(reference)))
    st.header(say("guide.prepare.columns"), anchor=False)
    st.table(needed_columns(), border="horizontal", hide_index=True)
    link_to("upload", label=say("guide.prepare.templates"))
    _draw_file_rules(reference)


def _draw_file_rules(reference: Reference) -> None:
    """The rules for suppliers: of one data set on the page, of all as a document to send."""
    say, spoken = words(), language()
    st.header(say("guide.prepare.rules"), anchor=False)
    st.markdown(say("guide.prepare.rules.lead"))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        kind = st.selectbox(
            say("guide.prepare.dataset"),
            tuple(DATASETS),
            format_func=lambda name: dataset(name).title.in_language(spoken),
            key="rules_kind",
            width=420,
        )
        st.download_button(
            say("guide.prepare.rules.download"),
            partial(file_rules, reference, language=spoken),
            file_name=DOCUMENTS[spoken],
            mime="text/markdown",
            icon=":material/download:",
            on_click="ignore",
            key="rules_download",
        )
    st.markdown(dataset_rules(kind, reference, language=spoken))


def _needs(declared: Dataset) -> tuple[str, ...]:
    must = [column for column in declared.columns if column.required and not column.default]
    in_rows = [column for column in must if not may_give_once(column)]
    once = [column for column in must if may_give_once(column) and column.name not in declared.either]
    rest = [column for column in declared.columns if column not in must]
    return (
        declared.title.in_language(language()),
        _titles(in_rows),
        ", ".join(part for part in (_either(declared), _titles(once)) if part),
        _titles(rest),
    )


def _either(declared: Dataset) -> str:
    if not declared.either:
        return ""
    one, other = (within_sentence(_title(declared.column(name))) for name in declared.either)
    return words()("guide.prepare.either", one=one, other=other)


def _titles(columns: list[Column]) -> str:
    return ", ".join(within_sentence(_title(column)) for column in columns)


def _title(column: Column) -> str:
    return column.title.in_language(language())

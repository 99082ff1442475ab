"""The code lists: segments and funding sources as trees, the small lists as tables, from the reference tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from jamsos_data.datasets import DATASETS
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree
from pages.parts.guide.entries import Entry, note_text
from pages.parts.language import language, words

TREES = ("segmen", "sumber_dana")


def code_entries(reference: Reference) -> tuple[Entry, ...]:
    """Every code of every list."""
    return tuple(
        Entry(
            title=f"{_name(row)} (`{row['kode']}`)",
            text=" · ".join(
                part for part in (_list_title(table), note_text(str(row.get("catatan", "")))) if part
            ),
            section="codes",
            terms=str(row.get("sinonim", "")).replace("|", " "),
        )
        for table in (*TREES, *_small_lists())
        for row in reference.table(table).to_dict(orient="records")
    )


def tree_table(reference: Reference, table: str) -> pd.DataFrame:
    """A tree as shown, parents before their children and children indented: name, code, note, synonyms."""
    tree = reference.segmen_tree if table == "segmen" else reference.sumber_tree
    rows = {str(row["kode"]): row for row in reference.table(table).to_dict(orient="records")}
    return _table([(_indented(tree, kode), rows[kode]) for kode in tree.descendants(tree.root)])


def draw_codes(reference: Reference) -> None:
    """Both trees beside each other, the small lists below."""
    say = words()
    st.markdown(say("guide.codes.lead"))
    for table in TREES:
        st.header(say(f"guide.codes.{table}"), anchor=False)
        st.table(tree_table(reference, table), border="horizontal", hide_index=True)
    st.header(say("guide.codes.others"), anchor=False)
    for table in _small_lists():
        with st.expander(_list_title(table)):
            records = reference.table(table).to_dict(orient="records")
            st.table(
                _table([(_name(row), row) for row in records]),
                border="horizontal",
                hide_index=True,
            )


def _table(rows: Sequence[tuple[str, Mapping[Any, str]]]) -> pd.DataFrame:
    say = words()
    columns = [say(f"guide.codes.{name}") for name in ("name", "code", "note", "synonyms")]
    cells = [
        (name, row["kode"], note_text(row.get("catatan", "")), row.get("sinonim", "").replace("|", ", "))
        for name, row in rows
    ]
    return pd.DataFrame(cells, columns=columns)


def _indented(tree: CodeTree, kode: str) -> str:
    return "\N{EM SPACE}" * 2 * len(tree.ancestors(kode)) + tree.name(kode, language())


def _name(row: Mapping[Any, str]) -> str:
    return row["nama_en" if language() == "en" else "nama"]


def _small_lists() -> tuple[str, ...]:
    columns = (column for declared in DATASETS.values() for column in declared.columns if column.codes)
    return tuple(dict.fromkeys(str(column.codes) for column in columns if column.codes not in TREES))


def _list_title(table: str) -> str:
    return next(
        column.title.in_language(language())
        for declared in DATASETS.values()
        for column in declared.columns
        if column.codes == table
    )

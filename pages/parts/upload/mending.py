"""Mending cells on the page: a table in which to write what they should say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from jamsos_data.datasets import DATASETS
from jamsos_data.findings import Finding
from jamsos_data.intake import IntakeReport
from jamsos_data.intake.places import cell_of
from jamsos_data.intake.report import Cell
from pages.parts.language import words
from pages.parts.tables import ROW_HEIGHT
from pages.parts.upload.filing import Filing, correct
from pages.parts.wording import count_text

LISTED = 200
TABLE_ROWS = 7
_FIELDS = ("sheet", "row", "column", "value", "proposal")


def can_mend(findings: Sequence[Finding], report: IntakeReport) -> bool:
    """Whether the cells of these findings can be edited here: never where persons are listed."""
    return (
        report.kind in DATASETS
        and not report.holds_people
        and all(cell_of(found, report) is not None for found in findings)
    )


def draw_cell_editor(
    file_id: str, code: str, findings: Sequence[Finding], report: IntakeReport, filing: Filing
) -> None:
    """The cells with a column to write what they should say, and buttons to put that in."""
    say = words()
    listed = findings[:LISTED]
    # A table with other cells is another table: what was typed into the former one must not land in these.
    key = f"edit_{file_id}_{code}_{len(filing.undo)}_{len(findings)}"
    frame = pd.DataFrame(
        [[getattr(found, field) for field in _FIELDS] for found in listed], columns=[*_FIELDS]
    )
    frame["sentence"] = [found.message(words().language) for found in listed]
    shown = [name for name in frame.columns if frame[name].fillna("").astype(str).str.strip().any()]
    frame = frame[shown].assign(fix="")
    with st.form(f"form_{key}", border=False):
        st.data_editor(
            frame,
            key=key,
            hide_index=True,
            row_height=ROW_HEIGHT,
            height=min(len(frame), TABLE_ROWS) * ROW_HEIGHT + ROW_HEIGHT + 4,
            disabled=shown,
            column_order=[*(name for name in shown if name != "sentence"), "fix", "sentence"],
            column_config={
                **{name: st.column_config.Column(say(f"upload.cell.{name}")) for name in shown},
                "fix": st.column_config.TextColumn(say("upload.cell.fix"), width="medium"),
            },
        )
        with st.container(horizontal=True, gap="small"):
            repeats = len({(found.column, found.value) for found in findings}) < len(findings)
            for name, alike in (("fix", False), ("fix_alike", True))[: 1 + repeats]:
                st.form_submit_button(
                    say(f"upload.{name}"),
                    key=f"{name}_{key}",
                    icon=":material/done_all:" if alike else ":material/done:",
                    help=say(f"upload.{name}.help"),
                    on_click=_put_in,
                    args=(file_id, key, findings, report, alike),
                )
    if len(findings) > LISTED:
        st.caption(say("upload.cells.more", count=count_text(len(findings) - LISTED)))


def typed_corrections(
    edited: Mapping[int, Mapping[str, Any]], findings: Sequence[Finding], report: IntakeReport, *, alike: bool
) -> dict[Cell, str]:
    """What was typed, by cell; with `alike` also in all cells of the same column that say the same."""
    typed = {row: str(change.get("fix") or "").strip() for row, change in edited.items()}
    corrections: dict[Cell, str] = {}
    for row, text in typed.items():
        pattern = findings[row]
        same = (found for found in findings if _says_the_same(found, pattern)) if alike else (pattern,)
        for found in same if text else ():
            cell = cell_of(found, report)
            if cell is not None:
                corrections.setdefault(cell, text)
    own = {cell: typed[row] for row in typed if typed[row] and (cell := cell_of(findings[row], report))}
    return corrections | own


def _says_the_same(found: Finding, pattern: Finding) -> bool:
    return (found.column, found.value) == (pattern.column, pattern.value)


def _put_in(file_id: str, key: str, findings: Sequence[Finding], report: IntakeReport, alike: bool) -> None:
    edited = st.session_state[key]["edited_rows"]
    correct(file_id, typed_corrections(edited, findings, report, alike=alike))

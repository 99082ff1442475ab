"""What this session knows of each dropped file: the operator's answers and whether it was saved.

Kept beside the widgets, because a field that is answered is not asked again and its widget goes away. Only
answers and version numbers are kept here; the file itself stays with the uploader, in memory.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import streamlit as st

from jamsos_data.intake import IntakeOptions, SheetLayout
from jamsos_data.intake.report import AreaText, Cell
from jamsos_data.lake import Version

_FILINGS = "unggahan"

Notice = Literal["", "name", "undone"]


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A commit made from a dropped file; `before` and `after` are the versions of all data sets it touched.

    `left_example` tells whether the example data went with it.
    """

    version: Version
    before: Mapping[str, int]
    after: Mapping[str, int]
    left_example: bool = False


@dataclass(frozen=True, kw_only=True)
class Filing:
    """One dropped file: what the operator answered, and what became of it.

    With `all_or_nothing` nothing is saved while a row is not taken. `notice` names a sentence to show once beside
    the save button, `problem` is a finished sentence about why saving did not work. `undo` are the answers before
    each correction, the oldest first.
    """

    options: IntakeOptions = field(default_factory=IntakeOptions)
    adding: bool = False
    all_or_nothing: bool = False
    saved: Saved | None = None
    notice: Notice = ""
    problem: str = ""
    undo: tuple[IntakeOptions, ...] = ()


def filing_of(file_id: str) -> Filing:
    """What is known of a dropped file."""
    return _all().get(file_id, Filing())


def update_filing(file_id: str, **changes: Any) -> None:
    """Change some fields of what is known of a dropped file."""
    _all()[file_id] = replace(filing_of(file_id), **changes)


def choose_kind(file_id: str, kind: str | None) -> None:
    """Read the file as another data set; only what was said of its rows and cells still holds."""
    options = filing_of(file_id).options
    rows = {name: replace(layout, columns={}) for name, layout in options.layout.items()}
    kept = IntakeOptions(kind=kind, layout=rows, corrections=options.corrections, areas=options.areas)
    update_filing(file_id, options=kept, problem="", notice="")


def change_layout(file_id: str, sheet: str, **changes: Any) -> None:
    """Choose header rows, rows to leave out, or whether to read, for one sheet of a file."""
    options = filing_of(file_id).options
    layout = replace(options.layout.get(sheet, SheetLayout()), **changes)
    others = {name: kept for name, kept in options.layout.items() if name != sheet}
    chosen = {**others, sheet: layout} if layout else others
    update_filing(file_id, options=replace(options, layout=chosen), problem="")


def choose_meaning(file_id: str, sheet: str, position: int, meaning: str) -> None:
    """Say what one column of a sheet is."""
    layout = filing_of(file_id).options.layout.get(sheet, SheetLayout())
    change_layout(file_id, sheet, columns={**layout.columns, position: meaning})


def forget_layout(file_id: str) -> None:
    """Let intake read all sheets as it would by itself."""
    update_filing(file_id, options=replace(filing_of(file_id).options, layout={}), problem="")


def give_constant(file_id: str, column: str, text: str) -> None:
    """Say (or, with an empty text, no longer say) what a column is for the whole file."""
    options = filing_of(file_id).options
    constants = {name: value for name, value in options.constants.items() if name != column}
    if text:
        constants[column] = text
    update_filing(file_id, options=replace(options, constants=constants), problem="")


def accept_finding(file_id: str, code: str, *, accepted: bool) -> None:
    """Take (or no longer take) the proposals of one finding code."""
    options = filing_of(file_id).options
    codes = options.accepted | {code} if accepted else options.accepted - {code}
    update_filing(file_id, options=replace(options, accepted=codes), problem="")


def correct(file_id: str, corrections: Mapping[Cell, str]) -> None:
    """Let cells say something else."""
    options = filing_of(file_id).options
    _mend(file_id, replace(options, corrections={**options.corrections, **corrections}))


def choose_area(file_id: str, text: AreaText, code: str) -> None:
    """Say which area a text means wherever it stands in the file."""
    options = filing_of(file_id).options
    _mend(file_id, replace(options, areas={**options.areas, text: code}))


def undo_correction(file_id: str) -> None:
    """Take back the newest correction or choice of an area; all other answers stay."""
    filing = filing_of(file_id)
    before = filing.undo[-1]
    options = replace(filing.options, corrections=before.corrections, areas=before.areas)
    update_filing(file_id, options=options, undo=filing.undo[:-1], problem="")


def undo_corrections(file_id: str) -> None:
    """Take back all corrections and choices of areas."""
    options = replace(filing_of(file_id).options, corrections={}, areas={})
    update_filing(file_id, options=options, undo=(), problem="")


def _mend(file_id: str, options: IntakeOptions) -> None:
    filing = filing_of(file_id)
    if options != filing.options:
        update_filing(file_id, options=options, undo=(*filing.undo, filing.options), problem="")


def forget_others(file_ids: Collection[str]) -> None:
    """Drop what is known of files that are no longer there."""
    st.session_state[_FILINGS] = {key: value for key, value in _all().items() if key in file_ids}


def _all() -> dict[str, Filing]:
    return st.session_state.setdefault(_FILINGS, {})

"""The scenarios that are kept, and what is done to them: said once, and taken back as long as it was the last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl
import streamlit as st

from jamsos_data.errors import UserError
from jamsos_data.lake.scenarios import read_scenarios, scenarios_version, undo_scenarios
from pages.parts import access
from pages.parts.history.restoring import remembered_name
from pages.parts.keeping import kept
from pages.parts.language import language, words
from pages.parts.snapshot import lake
from pages.parts.wording import plain

_NOTICE, _UNDO = "simulasi_kabar", "simulasi_urung"
_UNDO_OF = {
    "simulation.kept.saved": "simulation.kept.undo.saved",
    "simulation.kept.replaced": "simulation.kept.undo.replaced",
    "simulation.kept.deleted": "simulation.kept.undo.deleted",
    "simulation.kept.undone": "simulation.kept.undo.undone",
}


@dataclass(frozen=True)
class _Notice:
    """What is said once, on the run after something was done."""

    succeeded: bool
    sentence: str


@dataclass(frozen=True)
class _Undoable:
    """What was done last: the version of the list that it made, the key of what was said about it, and to what."""

    version: int
    done: str
    name: str


def kept_scenarios() -> pl.DataFrame:
    """All scenarios that are kept right now."""
    return _kept(lake().location, scenarios_version(lake().location))


@kept(at_most=8)
def _kept(location: str, version: int) -> pl.DataFrame:
    del version  # part of the key only
    return read_scenarios(location)


def announce(sentence: str, *, succeeded: bool) -> None:
    """Say a sentence once, on the next run."""
    st.session_state[_NOTICE] = _Notice(succeeded, sentence)


def draw_notice() -> None:
    """What was done on the run before, or why it was not."""
    notice: _Notice | None = st.session_state.pop(_NOTICE, None)
    if notice is not None:
        (st.success if notice.succeeded else st.error)(notice.sentence)


def change(do: Callable[[str], int], *, done: str, name: str) -> None:
    """Do something to the table, and say how it went (key `done`); what it made can be taken back."""
    try:
        version = do(lake().location)
    except UserError as error:
        announce(error.message(language()), succeeded=False)
        return
    st.session_state[_UNDO] = _Undoable(version, done, name)
    announce(words()(done, name=plain(name)), succeeded=True)


def offer_undo() -> None:
    """The button that takes back what was done last, as long as nobody has done anything since."""
    last: _Undoable | None = st.session_state.get(_UNDO)
    if last is None or last.version != scenarios_version(lake().location) or not access.may_upload():
        return
    st.button(
        words()(_UNDO_OF[last.done], name=plain(last.name)),
        key="simulation_undo",
        icon=":material/undo:",
        on_click=_undo,
    )


def _undo() -> None:
    last: _Undoable | None = st.session_state.pop(_UNDO, None)
    if last is not None and access.may_upload():
        change(
            lambda location: undo_scenarios(location, last.version, author=remembered_name()),
            done="simulation.kept.undone",
            name=last.name,
        )

"""Scenarios kept by name for everybody who uses this server: keeping, opening, deleting, and taking that back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import polars as pl
import streamlit as st

from jamsos_data.errors import UserError
from jamsos_data.lake.scenarios import (
    drop_scenario,
    keep_scenario,
    read_scenarios,
    scenarios_version,
    undo_scenarios,
)
from jamsos_data.periods import add_months
from jamsos_data.scenarios import (
    LONGEST_NAME,
    choices_of,
    clean_name,
    holds_person,
    read_scenario,
    scenario_code,
)
from pages.parts import access
from pages.parts.history.restoring import NAME, remembered_name
from pages.parts.keeping import kept
from pages.parts.language import language, words
from pages.parts.panel import panel
from pages.parts.simulation.choices import Slot, free_letters, put
from pages.parts.simulation.proposing import propose_name
from pages.parts.snapshot import lake
from pages.parts.state import Selection
from pages.parts.wording import moment_text, month_text, plain

_NOTICE, _UNDO, _ASKED = "simulasi_kabar", "simulasi_urung", "simulasi_ganti"
_NAME, _AUTHOR, _PICKED = "simulation_keep_name", "simulation_keep_author", "simulation_picked"
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


def draw_kept(active: Slot, slots: Sequence[Slot], selection: Selection) -> None:
    """The list of kept scenarios, and the form that adds the one whose choices are shown."""
    say = words()
    with panel("simulation_kept", say("simulation.kept"), say("simulation.kept.note")):
        _say_notice(active)
        rows = _kept(lake().location, scenarios_version(lake().location))
        if rows.is_empty():
            st.markdown(say("simulation.kept.none"))
        else:
            _pick(rows, slots, selection)
        if access.may_upload():
            _form(active, selection, rows)
        else:
            st.caption(say(access.upload_access().reason))


@kept(at_most=8)
def _kept(location: str, version: int) -> pl.DataFrame:
    del version  # part of the key only
    return read_scenarios(location)


def _say_notice(active: Slot) -> None:
    notice: _Notice | None = st.session_state.pop(_NOTICE, None)
    asks = _ask_to_replace(active)
    if notice is not None:
        (st.success if notice.succeeded else st.error)(notice.sentence)
    # Beside the question it would read as the way not to replace, and take back what was kept before.
    if not asks:
        _offer_undo()


def _offer_undo() -> None:
    last: _Undoable | None = st.session_state.get(_UNDO)
    if last is None or last.version != scenarios_version(lake().location) or not access.may_upload():
        return
    st.button(
        words()(_UNDO_OF[last.done], name=plain(last.name)),
        key="simulation_undo",
        icon=":material/undo:",
        on_click=_undo,
    )


def _pick(rows: pl.DataFrame, slots: Sequence[Slot], selection: Selection) -> None:
    """Choose one of those that are kept, put it beside the others, or delete it."""
    say = words()
    found = {row["nama"]: row for row in rows.iter_rows(named=True)}
    chosen = str(st.selectbox(say("simulation.kept.pick"), list(found), key=_PICKED))
    row = found[chosen]
    moment = moment_text(datetime.fromisoformat(row["waktu"]))
    letter = next(iter(free_letters(slots)), slots[-1].letter)
    read = read_scenario(
        row["isi"], reference=selection.reference, start=add_months(selection.month, 1)
    ).scenario
    kept_by = say("simulation.kept.by", author=plain(row["pembuat"]), moment=moment)
    st.caption(" ".join([kept_by, _reckoned(read.dihitung, selection.month)]))
    with st.container(horizontal=True, gap="small"):
        st.button(
            say("simulation.kept.open", letter=letter),
            key="simulation_open",
            icon=":material/folder_open:",
            on_click=put,
            args=(slots, letter, replace(read, nama=chosen, dihitung=None)),
        )
        if access.may_upload():
            st.button(
                say("simulation.kept.delete"),
                key="simulation_delete",
                icon=":material/delete:",
                type="tertiary",
                on_click=_delete,
                args=(chosen,),
            )


def _reckoned(kept_at: datetime | None, now: datetime) -> str:
    """With the figures of which month a scenario was kept, and with those of which it opens."""
    if kept_at is None:
        return words()("simulation.kept.month.unknown", now=month_text(now))
    key = "simulation.kept.month" if kept_at == now else "simulation.kept.month.other"
    return words()(key, month=month_text(kept_at), now=month_text(now))


def _form(active: Slot, selection: Selection, rows: pl.DataFrame) -> None:
    say = words()
    kept_before = dict(zip(rows["nama"], rows["isi"], strict=True))
    propose_name(active, selection.reference, kept=kept_before, key=_NAME)
    with st.form("simulation_keep"):
        left, right = st.columns(2, gap="small")
        with left:
            st.text_input(say("simulation.kept.name"), key=_NAME, max_chars=LONGEST_NAME)
        with right:
            st.text_input(say("history.author"), value=remembered_name(), key=_AUTHOR, max_chars=80)
        st.form_submit_button(
            say("simulation.kept.save", letter=active.letter),
            key="simulation_save",
            icon=":material/bookmark_add:",
            width="stretch",
            on_click=_keep,
            args=(active, selection.month),
        )


def _keep(active: Slot, bulan: datetime) -> None:
    say = words()
    name, author = str(st.session_state[_NAME]).strip(), str(st.session_state[_AUTHOR]).strip()
    problem = _problem(name, author)
    if problem:
        st.session_state[_NOTICE] = _Notice(False, say(problem))
        return
    name = clean_name(name)
    st.session_state[NAME] = author
    code = scenario_code(replace(active.scenario, nama=name, dihitung=bulan))
    held = _held_under(name)
    if held and choices_of(held) != choices_of(code):
        st.session_state[_ASKED] = (name, code, author)
        return
    _put(name, code, author)


def _held_under(name: str) -> str:
    """What is kept under a name right now, maybe by somebody else since the page was drawn; "" for nothing."""
    rows = _kept(lake().location, scenarios_version(lake().location))
    return next(iter(rows.filter(pl.col("nama") == name)["isi"]), "")


def _put(name: str, code: str, author: str) -> None:
    st.session_state.pop(_ASKED, None)
    if not access.may_upload():
        return
    key = "simulation.kept.replaced" if _held_under(name) else "simulation.kept.saved"
    _change(
        lambda location: keep_scenario(
            location,
            nama=name,
            isi=code,
            author=author,
            waktu=datetime.now(UTC).isoformat(timespec="seconds"),
        ),
        done=key,
        name=name,
    )


def _ask_to_replace(active: Slot) -> bool:
    """Ask until it is answered whether to put a scenario in the place of the one of its name; whether it asked."""
    asked: tuple[str, str, str] | None = st.session_state.get(_ASKED)
    if asked is None:
        return False
    say, name = words(), plain(asked[0])
    sentences = [say("simulation.kept.taken", name=name)]
    if choices_of(asked[1]) != choices_of(scenario_code(active.scenario)):
        sentences.append(say("simulation.kept.taken.earlier"))
    st.warning(" ".join(sentences))
    with st.container(horizontal=True, gap="small"):
        st.button(
            say("simulation.kept.replace", name=name),
            key="simulation_replace",
            icon=":material/bookmark_added:",
            on_click=_put,
            args=asked,
        )
        st.button(
            say("simulation.kept.replace.not"),
            key="simulation_replace_not",
            type="tertiary",
            on_click=_leave,
            args=(asked[0],),
        )
    return True


def _leave(name: str) -> None:
    st.session_state.pop(_ASKED, None)
    st.session_state[_NOTICE] = _Notice(True, words()("simulation.kept.left", name=plain(name)))


def _problem(name: str, author: str) -> str:
    """The key of what is wrong with a name; empty when nothing is."""
    if not access.may_upload():
        return access.upload_access().reason
    if holds_person(name) or holds_person(author):
        return "simulation.kept.person"
    return "" if clean_name(name) and author else "simulation.kept.missing"


def _delete(name: str) -> None:
    if access.may_upload():
        if name == next(iter(st.session_state.get(_ASKED, ())), None):
            del st.session_state[_ASKED]
        _change(
            lambda location: drop_scenario(location, nama=name, author=remembered_name()),
            done="simulation.kept.deleted",
            name=name,
        )


def _undo() -> None:
    last: _Undoable | None = st.session_state.pop(_UNDO, None)
    if last is not None and access.may_upload():
        _change(
            lambda location: undo_scenarios(location, last.version, author=remembered_name()),
            done="simulation.kept.undone",
            name=last.name,
        )


def _change(do: Callable[[str], int], *, done: str, name: str) -> None:
    """Do something to the table, and say how it went (key `done`); what it made can be taken back."""
    try:
        version = do(lake().location)
    except UserError as error:
        st.session_state[_NOTICE] = _Notice(False, error.message(language()))
        return
    st.session_state[_UNDO] = _Undoable(version, done, name)
    st.session_state[_NOTICE] = _Notice(True, words()(done, name=plain(name)))

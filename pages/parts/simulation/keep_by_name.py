"""Keeps a scenario under a name; where the name holds another one, people are asked first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import polars as pl
import streamlit as st

from jamsos_data.lake.scenarios import keep_scenario
from jamsos_data.scenarios import choices_of, clean_name, holds_person, scenario_code
from pages.parts import access
from pages.parts.history.restoring import NAME
from pages.parts.language import words
from pages.parts.simulation.choices import Slot
from pages.parts.simulation.kept_changes import announce, change, kept_scenarios
from pages.parts.wording import plain

NAME_KEY, AUTHOR_KEY = "simulation_keep_name", "simulation_keep_author"
_ASKED = "simulasi_ganti"


@dataclass(frozen=True)
class _Asked:
    """A scenario that waits for an answer, and the one that its name held; `again`: it held yet another when asked."""

    name: str
    code: str
    author: str
    held: str
    again: bool = False


def keep_shown(active: Slot, bulan: datetime) -> None:
    """Keep a scenario under the name that was typed, or begin to ask where that name holds another one."""
    name, author = str(st.session_state[NAME_KEY]).strip(), str(st.session_state[AUTHOR_KEY]).strip()
    problem = _problem(name, author)
    if problem:
        announce(words()(problem), succeeded=False)
        return
    name = clean_name(name)
    st.session_state[NAME] = author
    code = scenario_code(replace(active.scenario, nama=name, dihitung=bulan))
    held = _held_under(name)
    if held and choices_of(held) != choices_of(code):
        st.session_state[_ASKED] = _Asked(name, code, author, held)
        return
    _put(name, code, author)


def _problem(name: str, author: str) -> str:
    """The key of what is wrong with a name; empty when nothing is."""
    if not access.may_upload():
        return access.upload_access().reason
    if holds_person(name) or holds_person(author):
        return "simulation.kept.person"
    return "" if clean_name(name) and author else "simulation.kept.missing"


def _held_under(name: str) -> str:
    """What is kept under a name right now, maybe by somebody else since the page was drawn; "" for nothing."""
    return next(iter(kept_scenarios().filter(pl.col("nama") == name)["isi"]), "")


def _put(name: str, code: str, author: str) -> None:
    st.session_state.pop(_ASKED, None)
    if not access.may_upload():
        return
    key = "simulation.kept.replaced" if _held_under(name) else "simulation.kept.saved"
    change(
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


def ask_to_replace(active: Slot) -> bool:
    """Ask until it is answered whether to put a scenario in the place of the one of its name; whether it asked."""
    asked: _Asked | None = st.session_state.get(_ASKED)
    if asked is None:
        return False
    say, name = words(), plain(asked.name)
    sentences = [say("simulation.kept.taken.changed" if asked.again else "simulation.kept.taken", name=name)]
    if choices_of(asked.code) != choices_of(scenario_code(active.scenario)):
        sentences.append(say("simulation.kept.taken.earlier"))
    st.warning(" ".join(sentences))
    with st.container(horizontal=True, gap="small"):
        st.button(
            say("simulation.kept.replace", name=name),
            key="simulation_replace",
            icon=":material/bookmark_added:",
            on_click=_replace,
            args=(asked,),
        )
        st.button(
            say("simulation.kept.replace.not"),
            key="simulation_replace_not",
            type="tertiary",
            on_click=_leave,
            args=(asked.name,),
        )
    return True


def _replace(asked: _Asked) -> None:
    """Put the scenario in the place of the one that the question was about; ask again where it is another by now."""
    held = _held_under(asked.name)
    if held and held != asked.held:
        st.session_state[_ASKED] = replace(asked, held=held, again=True)
        return
    _put(asked.name, asked.code, asked.author)


def _leave(name: str) -> None:
    st.session_state.pop(_ASKED, None)
    announce(words()("simulation.kept.left", name=plain(name)), succeeded=True)


def forget_question(name: str) -> None:
    """Ask no more about a name that holds nothing any longer."""
    asked: _Asked | None = st.session_state.get(_ASKED)
    if asked is not None and asked.name == name:
        del st.session_state[_ASKED]

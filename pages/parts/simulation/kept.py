"""Scenarios kept by name for everybody who uses this server: the list to open and delete them, the form to add one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import polars as pl
import streamlit as st

from jamsos_data.lake.scenarios import drop_scenario
from jamsos_data.periods import add_months
from jamsos_data.scenarios import LONGEST_NAME, read_scenario
from pages.parts import access
from pages.parts.history.restoring import remembered_name
from pages.parts.language import words
from pages.parts.panel import panel
from pages.parts.simulation.choices import Slot, free_letters, put
from pages.parts.simulation.keep_by_name import (
    AUTHOR_KEY,
    NAME_KEY,
    ask_to_replace,
    forget_question,
    keep_shown,
)
from pages.parts.simulation.kept_changes import change, draw_notice, kept_scenarios, offer_undo
from pages.parts.simulation.proposing import propose_name
from pages.parts.state import Selection
from pages.parts.wording import moment_text, month_text, plain

_PICKED = "simulation_picked"


def draw_kept(active: Slot, slots: Sequence[Slot], selection: Selection) -> None:
    """The list of kept scenarios, and the form that adds the one whose choices are shown."""
    say = words()
    with panel("simulation_kept", say("simulation.kept"), say("simulation.kept.note")):
        _say_notice(active)
        rows = kept_scenarios()
        if rows.is_empty():
            st.markdown(say("simulation.kept.none"))
        else:
            _pick(rows, slots, selection)
        if access.may_upload():
            _form(active, selection, rows)
        else:
            st.caption(say(access.upload_access().reason))


def _say_notice(active: Slot) -> None:
    asks = ask_to_replace(active)
    draw_notice()
    # Beside the question it would read as the way not to replace, and take back what was kept before.
    if not asks:
        offer_undo()


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
    propose_name(active, selection.reference, kept=kept_before, key=NAME_KEY)
    with st.form("simulation_keep"):
        left, right = st.columns(2, gap="small")
        with left:
            st.text_input(say("simulation.kept.name"), key=NAME_KEY, max_chars=LONGEST_NAME)
        with right:
            st.text_input(say("history.author"), value=remembered_name(), key=AUTHOR_KEY, max_chars=80)
        st.form_submit_button(
            say("simulation.kept.save", letter=active.letter),
            key="simulation_save",
            icon=":material/bookmark_add:",
            width="stretch",
            on_click=keep_shown,
            args=(active, selection.month),
        )


def _delete(name: str) -> None:
    if access.may_upload():
        forget_question(name)
        change(
            lambda location: drop_scenario(location, nama=name, author=remembered_name()),
            done="simulation.kept.deleted",
            name=name,
        )

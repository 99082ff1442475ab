"""Going back: a dialog that asks who and why, and the restore itself.

A restore is a new version, so it can be taken back the same way. The work is done in a callback: the
data is changed before the page is drawn again, and the page then shows the new state at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from jamsos_data.datasets import dataset
from jamsos_data.lake import LakeError, new_change
from pages.parts import access
from pages.parts.changes import Change
from pages.parts.language import language, words
from pages.parts.snapshot import lake
from pages.parts.wording import list_text, moment_text

NAME = "nama_penyimpan"
_NOTICE = "riwayat_kabar"


def remembered_name() -> str:
    """The name given at the last commit of this session, else who is logged in."""
    return st.session_state.get(NAME, "") or access.author()


@dataclass(frozen=True, kw_only=True)
class Restoring:
    """What a press of a button would bring back: of `change`, data set → version (`targets`).

    `seen` are the versions that stood when the button was shown; `undo` goes before the change, else back to it.
    """

    change: Change
    targets: Mapping[str, int]
    seen: Mapping[str, int]
    undo: bool


def ask_restore(wish: Restoring) -> None:
    """Open the dialog that makes the wished versions the current ones, all as one change."""
    say = words()

    @st.dialog(say("history.restore.title"))
    def ask() -> None:
        key = "history.restore.undo" if wish.undo else "history.restore.back"
        st.write(say(key, title=_titles(wish), moment=moment_text(wish.change.time)))
        st.caption(say("history.restore.kept"))
        st.text_input(say("history.author"), value=remembered_name(), key="restore_author", max_chars=80)
        st.text_input(say("history.note"), key="restore_note", max_chars=200)
        with st.container(horizontal=True, horizontal_alignment="right"):
            if st.button(say("history.cancel"), key="restore_cancel"):
                st.rerun()
            if st.button(
                say("history.restore.do"), type="primary", key="restore_do", on_click=_restore, args=(wish,),
            ):  # fmt: skip
                st.rerun()

    ask()


def restore_notice() -> None:
    """Say once, on the run after a restore, how it went."""
    notice = st.session_state.pop(_NOTICE, None)
    if notice is not None:
        succeeded, sentence = notice
        (st.success if succeeded else st.error)(sentence)


def _restore(wish: Restoring) -> None:
    if not access.may_upload():
        return
    author = st.session_state["restore_author"].strip()
    st.session_state[NAME] = author
    store, note, whole = lake(), st.session_state["restore_note"].strip(), new_change()
    if any(store.version(kind) != number for kind, number in wish.seen.items()):
        st.session_state[_NOTICE] = (False, words()("history.restore.changed"))
        return
    try:
        for kind, target in wish.targets.items():
            store.restore(kind, target, author=author, note=note, change=whole)
    except LakeError as error:
        st.session_state[_NOTICE] = (False, error.message(language()))
        return
    st.session_state[_NOTICE] = (True, words()("history.restore.done", title=_titles(wish)))


def _titles(wish: Restoring) -> str:
    return list_text([dataset(kind).title.in_language(language()) for kind in wish.targets])

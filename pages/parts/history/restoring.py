"""Going back: a dialog that asks who and why, and the restore itself.

A restore is a new version, so it can be taken back the same way. The work is done in a callback: the
data is changed before the page is drawn again, and the page then shows the new state at once.
"""

from __future__ import annotations

import streamlit as st

from jamsos_data.datasets import dataset
from jamsos_data.lake import LakeError, Version
from pages.parts import access
from pages.parts.language import language, words
from pages.parts.snapshot import lake
from pages.parts.wording import moment_text

NAME = "nama_penyimpan"
_NOTICE = "riwayat_kabar"


def remembered_name() -> str:
    """The name given at the last commit of this session, else who is logged in."""
    return st.session_state.get(NAME, "") or access.author()


def ask_restore(version: Version, *, target: int) -> None:
    """Open the dialog that makes the rows of version `target` of the same data set the current ones."""
    say = words()

    @st.dialog(say("history.restore.title"))
    def ask() -> None:
        title = dataset(version.kind).title.in_language(language())
        key = "history.restore.undo" if target == version.version - 1 else "history.restore.back"
        st.write(say(key, title=title, version=version.version, moment=moment_text(version.time)))
        st.caption(say("history.restore.kept"))
        st.text_input(say("history.author"), value=remembered_name(), key="restore_author", max_chars=80)
        st.text_input(say("history.note"), key="restore_note", max_chars=200)
        with st.container(horizontal=True, horizontal_alignment="right"):
            if st.button(say("history.cancel"), key="restore_cancel"):
                st.rerun()
            if st.button(
                say("history.restore.do"), type="primary", key="restore_do", on_click=_restore,
                args=(version.kind, target),
            ):  # fmt: skip
                st.rerun()

    ask()


def restore_notice() -> None:
    """Say once, on the run after a restore, how it went."""
    notice = st.session_state.pop(_NOTICE, None)
    if notice is not None:
        succeeded, sentence = notice
        (st.success if succeeded else st.error)(sentence)


def _restore(kind: str, target: int) -> None:
    if not access.may_upload():
        return
    author = st.session_state["restore_author"].strip()
    st.session_state[NAME] = author
    try:
        made = lake().restore(kind, target, author=author, note=st.session_state["restore_note"].strip())
    except LakeError as error:
        st.session_state[_NOTICE] = (False, error.message(language()))
        return
    title = dataset(kind).title.in_language(language())
    st.session_state[_NOTICE] = (True, words()("history.restore.done", title=title, version=made.version))

"""Recognising the same person across lists by name: off until somebody switches it on, and erased with one click."""

from __future__ import annotations

import streamlit as st

from jamsos_data.errors import UserError
from jamsos_data.lake.people import forget_people, remembered_people
from jamsos_data.person_key import KeyFileError, create_key, load_key, remove_key
from pages.parts import access
from pages.parts.language import language, words
from pages.parts.snapshot import lake
from pages.parts.wording import count_text, plain

_PROBLEM = "orang_masalah"


def person_key() -> bytes | None:
    """The key while the recognition is on; None while it is off or the key must not be used (the box says why)."""
    try:
        return load_key()
    except KeyFileError:
        return None


def draw_people_choice() -> None:
    """Whether it is on, what is then kept and under which law, and the one button that changes it."""
    say = words()
    problem = st.session_state.get(_PROBLEM, "") or _key_problem()
    on = person_key() is not None
    kept = remembered_people(lake())
    with st.container(border=True, key="people_choice"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.header(say("upload.people"), anchor=False, width="content")
            st.badge(
                say("upload.people.on" if on else "upload.people.off"),
                icon=":material/visibility:" if on else ":material/visibility_off:",
                color="blue" if on else "gray",
            )
        text, action = st.columns((4, 1), vertical_alignment="center", gap="medium")
        with text:
            st.markdown(say("upload.people.lead"))
            st.caption(say("upload.people.law"))
            if kept.rows:
                counts = {"persons": count_text(kept.persons), "lists": count_text(kept.lists)}
                st.markdown(say("upload.people.kept", n=kept.persons, **counts))
        with action:
            if on or kept.rows or problem:
                st.button(
                    say("upload.people.forget"), key="people_forget", icon=":material/delete_forever:",
                    width="stretch", on_click=_forget,
                )  # fmt: skip
            else:
                st.button(
                    say("upload.people.remember"), key="people_remember", icon=":material/visibility:",
                    width="stretch", on_click=_remember,
                )  # fmt: skip
        if problem:
            st.error(plain(problem), icon=":material/key_off:")


def _key_problem() -> str:
    try:
        load_key()
    except KeyFileError as error:
        return error.message(language())
    return ""


def _remember() -> None:
    if not access.may_upload():
        return
    try:
        create_key(lake=lake().location)
    except UserError as error:
        st.session_state[_PROBLEM] = error.message(language())
        return
    st.session_state[_PROBLEM] = ""


def _forget() -> None:
    if not access.may_upload():
        return
    try:
        forget_people(lake())
        remove_key()
    except UserError as error:
        st.session_state[_PROBLEM] = error.message(language())
        return
    st.session_state[_PROBLEM] = ""

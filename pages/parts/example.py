"""The way out of the example data and back: leave with one click, undo it with one, load it again when empty."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from jamsos_data.lake import LakeError, Version, new_change
from pages.parts import access
from pages.parts.language import words
from pages.parts.snapshot import lake

LEFT = (
    "contoh_ditinggalkan"  # kind → (version before, version made by leaving), while nobody changed it since
)


def confirm_leaving_example() -> None:
    """Ask, in the language of the session, whether the example data shall go."""
    say = words()

    @st.dialog(say("example.leave"))
    def ask() -> None:
        st.write(say("example.confirm"))
        with st.container(horizontal=True, horizontal_alignment="right"):
            if st.button(say("example.keep")):
                st.rerun()
            if st.button(say("example.leave"), type="primary", key="leave_example"):
                _leave()
                st.rerun()

    ask()


def offer_undo() -> None:
    """Right after the example has been left: say so, with one click to bring it back."""
    left = _undoable()
    if not left or not access.may_upload():
        return
    say = words()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="example_left"):
        st.success(say("example.left"), icon=":material/check:", width="stretch")
        st.button(say("example.undo"), key="undo_leaving", on_click=_bring_back)


def offer_example() -> None:
    """In the empty state: load the example data, with progress; nothing for those who may not change data.

    Nothing either where the areas are another regency's: the example's are those of Kudus.
    """
    # All that reads spreadsheets comes with it, 15 MB that pages with figures need not hold.
    from jamsos_data.commit import fits_example, load_example

    if not access.may_upload() or _undoable() or not fits_example(lake()):
        return
    say = words()
    label = say("example.load_again" if lake().versions() else "example.load")
    if st.button(label, key="load_example", icon=":material/science:"):
        with st.spinner(say("example.loading"), show_time=True):
            try:
                load_example(lake())
            except LakeError as error:
                st.error(error.message(say.language))
                return
        st.session_state.pop(LEFT, None)
        st.rerun()


def _leave() -> None:
    removed = lake().remove_example(author=access.author())
    st.session_state[LEFT] = made_by(removed)


def made_by(removed: Sequence[Version]) -> dict[str, tuple[int, int]]:
    """What an undo has to know of the versions that leaving has made: those before, and themselves."""
    return {one.kind: (one.version - 1, one.version) for one in removed}


def _undoable() -> dict[str, tuple[int, int]]:
    """What was left in this session, while every table still stands as it was left."""
    left: dict[str, tuple[int, int]] = st.session_state.get(LEFT, {})
    if not left:
        return {}
    current = lake().versions()
    return left if all(current.get(kind) == after for kind, (_, after) in left.items()) else {}


def _bring_back() -> None:
    if not access.may_upload():
        return
    try:
        change = new_change()
        for kind, (before, _) in _undoable().items():
            lake().restore(kind, before, author=access.author(), change=change)
    except LakeError as error:
        st.toast(error.message(words().language), icon=":material/error:")
    st.session_state.pop(LEFT, None)

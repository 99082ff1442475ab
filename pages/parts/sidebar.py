"""The sidebar below the menu: language, login, and the way out of the example data."""

from __future__ import annotations

import streamlit as st

from pages.parts import access, address
from pages.parts.changes import author_text, change_title, newest_change
from pages.parts.example import confirm_leaving_example
from pages.parts.language import DEFAULT, language, words
from pages.parts.snapshot import Snapshot, holds_example, lake
from pages.parts.wording import moment_text

CHECK_EVERY_SECONDS = 3


def draw_sidebar(snapshot: Snapshot) -> None:
    """Draw what stands in the sidebar on every page."""
    with st.sidebar:
        if holds_example(snapshot):
            _example_notice()
        _language_switch()
        if access.login_required():
            _login_button()
        _data_state(snapshot)
        if snapshot.moment is None:
            follow_changes(snapshot.fingerprint)


@st.fragment(run_every=CHECK_EVERY_SECONDS)
def follow_changes(shown: str) -> None:
    """Run the page again when the lake has changed since the fingerprint `shown`."""
    if lake().fingerprint() != shown:
        st.rerun()


def _language_switch() -> None:
    key = "switch_language"
    if st.session_state.get(key) != language():
        st.session_state[key] = language()

    def changed() -> None:
        wanted = st.session_state[key]
        address.choose_in_box(bahasa="" if wanted == DEFAULT else wanted)

    st.segmented_control(
        "Bahasa / Language",
        ("id", "en"),
        format_func={"id": "Indonesia", "en": "English"}.__getitem__,
        key=key,
        required=True,
        on_change=changed,
        label_visibility="collapsed",
        width="stretch",
    )


def _example_notice() -> None:
    say = words()
    with st.container(border=True, gap="xsmall", key="example_notice"):
        st.markdown(
            f":orange-badge[:material/science: {say('example.badge')}]\n\n:small[{say('example.note')}]"
        )
        if access.may_upload() and st.button(say("example.leave"), width="stretch", type="tertiary"):
            confirm_leaving_example()


def _login_button() -> None:
    if st.user.get("is_logged_in", False):
        st.button(words()("access.log_out"), on_click=st.logout, width="stretch")
    else:
        st.button(words()("access.log_in"), on_click=st.login, width="stretch")


def _data_state(snapshot: Snapshot) -> None:
    changed = newest_change(snapshot)
    if changed is None:
        return
    say = words()
    lines = [
        say("state.updated", moment=moment_text(changed.time)),
        say("state.change", title=change_title(changed), author=author_text(changed.lead)),
    ]
    st.caption("  \n".join(lines))
    if snapshot.moment is not None:
        st.caption(say("state.looking_back", moment=moment_text(snapshot.moment)))
        st.button(say("state.to_now"), on_click=address.choose, kwargs={"versi": ""}, width="stretch")

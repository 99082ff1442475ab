"""What saving takes away, may count twice or multiplies, and the tick without which it is not saved."""

from __future__ import annotations

import streamlit as st

from jamsos_data.commit import ChangePreview
from jamsos_data.preview_words import warning_sentences
from jamsos_data.reference import Reference
from pages.parts.language import language, words
from pages.parts.upload.filing import update_filing
from pages.parts.wording import plain


def draw_warnings(preview: ChangePreview, reference: Reference) -> None:
    """An amber box with all that disappears, may count twice or jumps; nothing where there is nothing."""
    sentences = warning_sentences(preview, reference=reference, language=language())
    if sentences:
        st.warning("\n\n".join(plain(sentence) for sentence in sentences), icon=":material/warning:")


def draw_consent(file_id: str, preview: ChangePreview) -> str | None:
    """The tick and, where rows could simply be added, the button for that; returns the key of the tick.

    None where nothing needs one. A tick holds for the change that was on screen: another change asks anew.
    """
    concern = preview.concern
    if concern is None:
        return None
    say = words()
    key = f"agreed_{file_id}_{preview.mode}_{preview.base_version}"
    st.checkbox(say(f"upload.consent.{concern}"), key=key)
    if preview.loses and not preview.duplicate_keys:
        st.button(
            say("upload.consent.add"),
            key=f"just_add_{file_id}",
            icon=":material/add:",
            width="stretch",
            on_click=lambda: update_filing(file_id, adding=True, problem=""),
            help=say("upload.consent.add.help"),
        )
    return key


def has_consented(key: str | None) -> bool:
    """Whether the tick is set, or none is needed."""
    return key is None or bool(st.session_state.get(key, False))

"""The place to drop files, with its rules in the language of the session.

Streamlit's uploader speaks English only: its own hints and error words are replaced by ours through a style
sheet. A file that is too large or of another type never reaches the server; the sentence here says why.
"""

from __future__ import annotations

import json

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.parts.language import words
from pages.parts.upload.limits import FILE_TYPES, largest_upload, type_list

KEY = "drop_files"


def drop_zone() -> list[UploadedFile]:
    """The files that were dropped, in the order of dropping."""
    say = words()
    limits = {"types": type_list(), "limit": largest_upload()}
    st.html(
        _style(
            say("upload.drop.here"), say("upload.drop.limits", **limits), say("upload.drop.refused", **limits)
        )
    )
    return st.file_uploader(
        say("upload.drop"),
        type=list(FILE_TYPES),
        accept_multiple_files=True,
        key=KEY,
        help=say("upload.drop.help"),
    )


def _style(here: str, limits: str, refused: str) -> str:
    """The style sheet that says `here`, `limits` and `refused` in the place of the built-in English words."""
    zone = f".st-key-{KEY}"
    return f"""<style>
{zone} [data-testid="stFileUploaderDropzone"] button {{ font-size: 0; }}
{zone} [data-testid="stFileUploaderDropzone"] button::after {{ content: {_text(here)}; font-size: 0.95rem; }}
{zone} [data-testid="stFileUploaderDropzoneInstructions"] {{ font-size: 0; }}
{zone} [data-testid="stFileUploaderDropzoneInstructions"]::after {{ content: {_text(limits)}; font-size: 0.9rem; }}
{zone} [data-testid="stFileUploaderFileErrorMessage"] {{ font-size: 0; }}
{zone} [data-testid="stFileUploaderFileErrorMessage"]::after {{ content: {_text(refused)}; font-size: 0.9rem; }}
</style>"""


def _text(words_of_ours: str) -> str:
    """A CSS string; our catalogues hold no markup, and `<` is written as an escape."""
    return json.dumps(words_of_ours, ensure_ascii=False).replace("<", "\\3c ")

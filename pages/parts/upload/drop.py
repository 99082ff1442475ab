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
REFUSED = "drop_refused"


def drop_zone() -> list[UploadedFile]:
    """The files that were dropped, in the order of dropping."""
    say = words()
    limits = {"types": type_list(), "limit": largest_upload()}
    style_uploader(KEY, button=say("upload.drop.here"), hint=say("upload.drop.limits", **limits))
    dropped = st.file_uploader(
        say("upload.drop"),
        type=list(FILE_TYPES),
        accept_multiple_files=True,
        key=KEY,
        label_visibility="collapsed",
    )
    with st.container(key=REFUSED):
        st.warning(say("upload.drop.refused", **limits), icon=":material/block:")
    return dropped


def style_uploader(key: str, *, button: str, hint: str) -> None:
    """Put our words in the place of the built-in ones of the uploader `key`, and show the sentence about a refused
    file (the container `REFUSED`) only while the main uploader holds one.
    """
    zone = f".st-key-{key} [data-testid=stFileUploaderDropzone]"
    label = f"{zone} [data-testid=stBaseButton-secondary] p"
    instructions = f"{zone} [data-testid=stFileUploaderDropzoneInstructions] span"
    st.html(f"""<style>
{zone}:not(:has([data-testid=stFileChips])) {{ min-height: 5.5rem; align-items: center; border-style: dashed; }}
{label}, {instructions} {{ font-size: 0; }}
{label}::after {{ content: {_css_text(button)}; font-size: 1rem; }}
{instructions}::after {{ content: {_css_text(hint)}; font-size: 0.95rem; }}
{zone} [data-testid=stFileChip] [role=alert], [data-testid=stTooltipErrorContent] {{ display: none; }}
.st-key-{REFUSED} {{ display: none; }}
.stMain:has(.st-key-{KEY} [aria-invalid=true]) .st-key-{REFUSED} {{ display: flex; }}
</style>""")


def _css_text(text: str) -> str:
    """A CSS string that cannot end the style sheet."""
    return json.dumps(text, ensure_ascii=False).replace("<", "\\3c ")

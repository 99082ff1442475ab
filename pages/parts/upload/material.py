"""What helps to prepare a file: the rules in short, a template for each data set, and example files."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from jamsos_data.examples import write_example
from jamsos_data.reference import Reference
from pages.parts.empty import link_to
from pages.parts.guide.preparing import preparation_rules
from pages.parts.language import words
from pages.parts.upload.templates import draw_templates


def draw_material(reference: Reference) -> None:
    """Rules on the left, templates and examples on the right."""
    say = words()
    rules, files = st.columns((3, 2), gap="medium")
    with rules, st.container(border=True, height="stretch"):
        st.header(say("upload.prepare"), anchor=False)
        st.markdown("\n".join(f"- {rule}" for rule in preparation_rules(reference)))
        link_to("guide", label=say("upload.prepare.more"))
    with files, st.container(border=True, height="stretch"):
        st.header(say("upload.templates"), anchor=False)
        st.markdown(say("upload.templates.lead"))
        draw_templates(reference)
        st.header(say("upload.examples"), anchor=False)
        st.markdown(say("upload.examples.lead"))
        st.download_button(
            say("upload.examples.zip"),
            pack_examples,
            file_name="berkas_contoh.zip",
            mime="application/zip",
            icon=":material/folder_zip:",
            on_click="ignore",
            key="examples_zip",
        )


@cache
def pack_examples() -> bytes:
    """The example files as one ZIP; the same for everybody, so made once."""
    buffer = io.BytesIO()
    with TemporaryDirectory() as folder, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in write_example(Path(folder)):
            archive.write(file.path, file.path.name)
    return buffer.getvalue()

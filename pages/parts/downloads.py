"""The menu “Unduh” beside the title: what is looked at as slides, tables or report, made when it is clicked."""

from __future__ import annotations

from dataclasses import fields
from functools import partial

import streamlit as st

from jamsos_data.exports.documents import DOCUMENTS, file_name, make_document
from jamsos_data.lake_view import LakeView
from jamsos_data.messages import load_messages
from jamsos_data.views.view import View
from pages.parts.language import language, words
from pages.parts.snapshot import open_lake
from pages.parts.stage.programme import Programme, occasion_of
from pages.parts.state import Selection

SLIDES = "slides"
ICONS = {
    SLIDES: ":material/slideshow:",
    "tables": ":material/table:",
    "report": ":material/picture_as_pdf:",
}


def download_menu(selection: Selection, *, state: str, programme: Programme | None = None) -> None:
    """Draw the closed menu; its buttons exist only while it is open. `state`: when the data were changed last.

    With a `programme` the slides are those that the presenter chose, else all.
    """
    say = words()
    menu = st.popover(
        say("download.menu"),
        icon=":material/download:",
        on_change="rerun",
        key="downloads_open",
        width="content",
    )
    if not menu.open:
        return
    view = lake_view(selection)
    make = partial(make_document, view=view, words=load_messages(language()), state=state)
    chosen = {"wanted": programme.slides, "occasion": occasion_of(programme)} if programme else {}
    with menu:
        for name, document in DOCUMENTS.items():
            st.download_button(
                say(f"download.{name}"),
                partial(make, name, **(chosen if name == SLIDES else {})),
                file_name=file_name(name, view),
                mime=document.mime,
                icon=ICONS[name],
                on_click="ignore",
                disabled=name == SLIDES and chosen.get("wanted") == (),
                key=f"downloads_{name}",
                width="stretch",
            )
        st.caption(say("download.note") + (f" {say('download.note.slides')}" if programme else ""))


def lake_view(selection: Selection) -> LakeView:
    """The selection without the session: documents are made in a thread that knows no page."""
    chosen = {field.name: getattr(selection, field.name) for field in fields(View)}
    snapshot = selection.snapshot
    return LakeView(
        **chosen,
        lake=open_lake(snapshot.location),
        versions=dict(snapshot.versions),
        moment=snapshot.moment,
    )

"""Data acuan on the page Unggah data: the tables as they stand, as files to edit, and the place to drop them again."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from jamsos_data.datasets import REFERENCE_SETS, dataset
from jamsos_data.lake import LakeError, Version
from jamsos_data.reference_change import standing_table
from jamsos_data.reference_sets import BOUNDARIES
from jamsos_data.reference_templates import reference_csv, reference_xlsx
from pages.parts import access
from pages.parts.history.restoring import remembered_name
from pages.parts.language import language, words
from pages.parts.snapshot import lake
from pages.parts.tables import XLSX_TYPE
from pages.parts.upload.drop import style_uploader
from pages.parts.upload.limits import FILE_TYPES
from pages.parts.upload.reference_card import draw_reference_card
from pages.parts.wording import count_text, moment_text, plain

_DESK = "reference_desk"
_KIND = "reference_kind"
_NOTICE = "acuan_kabar"
_MAP_TYPES = ("geojson", "json")


def draw_reference_desk() -> None:
    """The section, closed until somebody wants it."""
    say = words()
    desk = st.expander(say("reference.title"), icon=":material/library_books:", key=_DESK, on_change="rerun")
    if not desk.open:
        return
    with desk:
        st.markdown(say("reference.lead"))
        kind = st.selectbox(
            say("reference.kind"),
            tuple(REFERENCE_SETS),
            format_func=lambda name: dataset(name).title.in_language(language()),
            key=_KIND,
            width=420,
        )
        st.caption(dataset(kind).explanation.in_language(language()))
        _draw_standing(kind)
        file = _drop_zone(kind)
        if file is not None:
            draw_reference_card(file, kind)


def reference_file_ids() -> list[str]:
    """The files that lie in this section, so that what is known of them is kept."""
    dropped = (st.session_state.get(_uploader(kind)) for kind in REFERENCE_SETS)
    return [file.file_id for file in dropped if file is not None]


def _draw_standing(kind: str) -> None:
    """What stands now and whose it is, the table as a file, and the way back to the shipped one."""
    say = words()
    made = _standing_version(kind)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"standing_{kind}"):
        st.markdown(_standing_text(kind, made), width="stretch")
        if kind != BOUNDARIES:
            _downloads(kind)
        if made is not None:
            st.button(
                say("reference.to_schematic" if kind == BOUNDARIES else "reference.to_shipped"),
                key=f"to_shipped_{kind}",
                icon=":material/undo:",
                on_click=_bring_back_shipped,
                args=(kind,),
            )
    problem = st.session_state.pop(_NOTICE, "")
    if problem:
        st.error(problem, icon=":material/block:")


def _standing_version(kind: str) -> Version | None:
    """The version that stands now; None while the shipped table does."""
    if lake().scan_stored(kind).head(1).collect().is_empty():
        return None
    return lake().history(kind)[0]


def _standing_text(kind: str, made: Version | None) -> str:
    say = words()
    if made is None:
        if kind == BOUNDARIES:
            return say("reference.standing.schematic")
        rows = len(standing_table(lake(), kind))
        return say("reference.standing.shipped", n=rows, count=count_text(rows))
    said = {
        "version": made.version,
        "author": plain(made.author) or say("history.unnamed"),
        "moment": moment_text(made.time),
        "n": made.rows,
        "count": count_text(made.rows),
    }
    if made.restored is not None:
        return say("reference.standing.restored", restored=made.restored, **said)
    return say("reference.standing.uploaded", file=plain(made.file_name), **said)


def _downloads(kind: str) -> None:
    say = words()
    for make, ending, mime in ((reference_xlsx, "xlsx", XLSX_TYPE), (reference_csv, "csv", "text/csv")):
        st.download_button(
            say(f"reference.download.{ending}"),
            partial(make, kind, lake(), language=language()),
            file_name=f"acuan_{kind}.{ending}",
            mime=mime,
            icon=":material/download:",
            on_click="ignore",
            key=f"reference_{ending}_{kind}",
        )


def _drop_zone(kind: str) -> UploadedFile | None:
    say = words()
    types = _MAP_TYPES if kind == BOUNDARIES else FILE_TYPES
    shown = ", ".join(f".{ending}" for ending in types)
    style_uploader(_uploader(kind), button=say("upload.drop.here"), hint=say("reference.drop", types=shown))
    return st.file_uploader(
        say("upload.drop"), type=list(types), key=_uploader(kind), label_visibility="collapsed"
    )


def _uploader(kind: str) -> str:
    return f"drop_acuan_{kind}"


def _bring_back_shipped(kind: str) -> None:
    if not access.may_upload():
        return
    try:
        lake().restore(kind, 0, author=remembered_name(), note=words()("reference.to_shipped.note"))
    except LakeError as error:
        st.session_state[_NOTICE] = error.message(language())

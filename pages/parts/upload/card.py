"""One dropped file on screen, from what was understood to saved, in the order in which the operator decides."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from jamsos_data.commit import ChangePreview
from jamsos_data.findings import Severity
from jamsos_data.intake import IntakeReport
from jamsos_data.lake import Version
from jamsos_data.reference import Reference
from pages.parts.empty import link_to
from pages.parts.language import language, words
from pages.parts.upload.change import draw_change
from pages.parts.upload.consent import draw_consent, draw_warnings
from pages.parts.upload.fields import constant_fields, kind_field, proposed_kind
from pages.parts.upload.filing import Filing, filing_of
from pages.parts.upload.layout import draw_layout
from pages.parts.upload.marked import draw_marked
from pages.parts.upload.problems import draw_problems
from pages.parts.upload.reading import preview_of
from pages.parts.upload.recognised import draw_reading, recognised_sentence, together_sentence
from pages.parts.upload.rejected import draw_all_or_nothing, draw_rejected
from pages.parts.upload.saving import draw_save_form, draw_saved
from pages.parts.upload.standing import Standing, missing_columns, standing_of
from pages.parts.upload.twice import draw_rows_twice
from pages.parts.wording import count_text, moment_text, plain

# A file that cannot even be opened is not made readable by choosing another data set.
_UNREADABLE = ("BERKAS_", "BUKAN_TABEL", "TABEL_TERLALU_BESAR", "WILAYAH_LAIN")


def draw_card(file: UploadedFile, report: IntakeReport, reference: Reference, *, example: bool) -> Standing:
    """Draw the card of one file and return where it stands; `example` is whether example data is loaded."""
    filing = filing_of(file.file_id)
    preview = preview_of(file.file_id, filing)
    standing = standing_of(filing, report, preview)
    with st.container(border=True, key=f"card_{file.file_id}"):
        _headline(file.name, standing)
        if filing.saved is not None:
            draw_saved(file.file_id, filing.saved)
        elif standing.name == "refused":
            _refused(file.file_id, filing, report, reference)
        else:
            _open_file(file, filing, report, reference)
            _outcome(file.file_id, standing, report, preview, reference, example=example)
    return standing


def _headline(name: str, standing: Standing) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.header(f":material/description: {plain(name)}", anchor=False, width="content")
        st.badge(standing.text, icon=standing.icon, color=standing.color)


def _refused(file_id: str, filing: Filing, report: IntakeReport, reference: Reference) -> None:
    fatal = next(found for found in report.findings if found.severity is Severity.FATAL)
    st.error(fatal.message(language()), icon=":material/block:")
    st.caption(words()("upload.refused.unchanged"))
    if not fatal.code.startswith(_UNREADABLE):
        proposed_kind(file_id, fatal)
        kind_field(file_id, filing, report)
        constant_fields(file_id, filing, report, reference)
        draw_layout(file_id, filing, report, reference)


def _open_file(file: UploadedFile, filing: Filing, report: IntakeReport, reference: Reference) -> None:
    file_id = file.file_id
    understood, kind = st.columns((3, 1), vertical_alignment="top")
    with understood:
        st.markdown(recognised_sentence(report, reference))
        draw_reading(report)
    with kind:
        kind_field(file_id, filing, report)
    constant_fields(file_id, filing, report, reference)
    draw_layout(file_id, filing, report, reference)
    draw_problems(file_id, filing, report, reference)
    draw_marked(file, report)
    draw_rows_twice(file_id, report)
    if not missing_columns(report):
        draw_rejected(file_id, report)


def _outcome(
    file_id: str,
    standing: Standing,
    report: IntakeReport,
    preview: ChangePreview | None,
    reference: Reference,
    *,
    example: bool,
) -> None:
    """What saving would do, and the form; or why there is nothing to save yet."""
    say = words()
    filing = filing_of(file_id)
    if standing.name == "known" and preview is not None and preview.already_loaded is not None:
        _already_loaded(preview.already_loaded)
        return
    if filing.notice == "undone":
        st.info(say("upload.undone"), icon=":material/undo:")
    if preview is None:
        st.info(say(f"upload.wait.{standing.name}"), icon=":material/arrow_upward:")
        return
    effect, decision = st.columns((3, 2), gap="medium")
    with effect:
        draw_change(file_id, filing, preview, reference, together=together_sentence(report))
        draw_warnings(preview, reference)
    with decision:
        if standing.name == "ready":
            consent = draw_consent(file_id, preview)
            waits = draw_all_or_nothing(file_id, filing, report)
            draw_save_form(file_id, preview, example=example, consent=consent, waits=waits)
        else:
            st.info(say(f"upload.wait.{standing.name}"), icon=":material/arrow_upward:")


def _already_loaded(version: Version) -> None:
    say = words()
    author = version.author or say("history.unnamed")
    sentence = say(
        "upload.known",
        moment=moment_text(version.time),
        author=author,
        version=version.version,
        rows=count_text(version.rows),
    )
    st.info(sentence, icon=":material/done_all:")
    link_to("history", label=say("empty.go.history"))

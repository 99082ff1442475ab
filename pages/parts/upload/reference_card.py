"""One dropped reference table on screen: what was understood, what it would change, and saved or undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from jamsos_data.commit import commit_report, preview_reference
from jamsos_data.datasets import dataset
from jamsos_data.errors import UserError
from jamsos_data.findings import Finding, Severity
from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.lake import NotCommittableError
from jamsos_data.reference import Reference
from jamsos_data.reference_change import ReferenceChange, RowChange
from jamsos_data.reference_sets import BOUNDARIES
from pages.parts import access, address
from pages.parts.history.restoring import NAME, remembered_name
from pages.parts.language import language, words
from pages.parts.snapshot import lake
from pages.parts.upload.filing import Filing, Saved, filing_of, update_filing
from pages.parts.upload.problems import draw_problems, noted_sentences
from pages.parts.wording import NOTHING, count_text, moment_text, plain

_READ = "acuan_dibaca"
_LISTED = 200


@dataclass(frozen=True)
class _Read:
    """A report with what it was made for."""

    asked: tuple[object, ...]
    report: IntakeReport


def draw_reference_card(file: UploadedFile, kind: str) -> None:
    """The findings, the difference and the form of one file; or that it is saved."""
    filing = filing_of(file.file_id)
    with st.container(border=True, key=f"reference_card_{file.file_id}"):
        if filing.saved is not None:
            _draw_saved(file.file_id, filing.saved)
            return
        reference = lake().reference()
        report = _read(file, kind, reference)
        fatal = [found for found in report.findings if found.severity is Severity.FATAL]
        if report.outcome == "refused":
            _draw_refused(fatal, report.findings)
            return
        _draw_understood(report)
        draw_problems(file.file_id, filing, report, reference)
        _draw_change(file.file_id, report)


def _read(file: UploadedFile, kind: str, reference: Reference) -> IntakeReport:
    """The report on the file under the answers given so far, read once for each set of them."""
    accepted = filing_of(file.file_id).options.accepted
    asked = (file.file_id, kind, accepted, id(reference), lake().fingerprint())
    kept: _Read | None = st.session_state.get(_READ)
    if kept is not None and kept.asked == asked:
        return kept.report
    with st.spinner(words()("upload.reading", name=file.name)):
        report = read_upload(
            file.getvalue(),
            file_name=file.name,
            reference=reference,
            options=IntakeOptions(kind=kind, accepted=accepted),
            in_use=lake().codes_in_use(kind),
        )
    st.session_state[_READ] = _Read(asked, report)
    return report


def _draw_refused(fatal: Sequence[Finding], findings: Sequence[Finding]) -> None:
    st.error(plain(fatal[0].message(language())), icon=":material/block:")
    others = [found for found in findings if found not in fatal][:_LISTED]
    if others:
        st.markdown("\n".join(f"- {plain(found.message(language()))}" for found in others))


def _draw_understood(report: IntakeReport) -> None:
    say = words()
    title = dataset(str(report.kind)).title.in_language(language())
    count = {"n": len(report.rows), "count": count_text(len(report.rows))}
    st.markdown(say("reference.understood", title=title, **count))
    notes = noted_sentences(report)
    if notes:
        st.markdown("\n".join(f"- {note}" for note in notes))


def _draw_change(file_id: str, report: IntakeReport) -> None:
    say = words()
    try:
        change = preview_reference(lake(), report)
    except NotCommittableError as error:
        st.info(error.message(language()))
        return
    if change.is_empty:
        st.info(_same_sentence(change), icon=":material/done_all:")
        return
    effect, decision = st.columns((3, 2), gap="medium")
    with effect:
        st.markdown(f"**{say('reference.change')}** {_change_sentence(change)}")
        st.dataframe(change_table(change), hide_index=True, height="content" if _is_short(change) else 320)
    with decision:
        if report.outcome == "ok":
            _draw_form(file_id, change)
        else:
            st.info(say("upload.wait.problems"), icon=":material/arrow_upward:")


def _same_sentence(change: ReferenceChange) -> str:
    loaded = change.already_loaded
    if loaded is None:
        return words()("reference.change.none")
    return words()("reference.change.loaded", version=loaded.version, moment=moment_text(loaded.time))


def _is_short(change: ReferenceChange) -> bool:
    return len(change.added) + len(change.changed) + len(change.removed) <= 7


def _change_sentence(change: ReferenceChange) -> str:
    counts = {name: count_text(len(getattr(change, name))) for name in ("added", "changed", "removed")}
    sentence = words()("reference.change.counts", **counts)
    return f"{sentence} {words()('reference.change.order')}" if change.reordered else sentence


def change_table(change: ReferenceChange) -> pd.DataFrame:
    """The rows that are added, changed and removed, those that go first; cells before and after in words."""
    say = words()
    rows = [
        (say(f"reference.row.{name}"), row.key, row.name, _cells(row, change.kind))
        for name in ("removed", "changed", "added")
        for row in getattr(change, name)[:_LISTED]
    ]
    names = ("what", "key", "name", "cells")
    table = pd.DataFrame(rows, columns=[say(f"reference.column.{name}") for name in names])
    return table.loc[:, (table != "").any()]


def _cells(row: RowChange, kind: str) -> str:
    if kind == BOUNDARIES and row.cells:
        return words()("reference.cells.shape")
    declared = dataset(kind)
    return "; ".join(
        f"{declared.column(cell.column).title.in_language(language())}: "
        f"{cell.before or NOTHING} → {cell.after or NOTHING}"
        for cell in row.cells
    )


def _draw_form(file_id: str, change: ReferenceChange) -> None:
    say = words()
    filing = filing_of(file_id)
    with st.form(f"save_acuan_{file_id}"):
        st.text_input(say("upload.author"), value=remembered_name(), key=f"author_{file_id}", max_chars=80)
        st.text_input(say("upload.note"), key=f"note_{file_id}", max_chars=200)
        st.form_submit_button(
            say("reference.save"),
            key=f"save_button_{file_id}",
            type="primary",
            width="stretch",
            icon=":material/save:",
            on_click=_save,
            args=(file_id, change),
        )
    _draw_notice(filing)


def _draw_notice(filing: Filing) -> None:
    if filing.notice == "name":
        st.warning(words()("upload.author.missing"), icon=":material/badge:")
    if filing.problem:
        st.error(filing.problem, icon=":material/sync_problem:")


def _draw_saved(file_id: str, saved: Saved) -> None:
    say = words()
    version = saved.version
    title = dataset(version.kind).title.in_language(language())
    rows = {"n": version.rows, "count": count_text(version.rows)}
    st.success(
        say("reference.saved", title=title, version=version.version, **rows), icon=":material/check_circle:"
    )
    st.button(
        say("upload.undo"), key=f"undo_{file_id}", icon=":material/undo:", on_click=_undo,
        args=(file_id, saved),
    )  # fmt: skip
    _draw_notice(filing_of(file_id))


def _save(file_id: str, change: ReferenceChange) -> None:
    if not access.may_upload():
        return
    author = str(st.session_state[f"author_{file_id}"]).strip()
    if not author:
        update_filing(file_id, notice="name")
        return
    st.session_state[NAME] = author
    kept: _Read = st.session_state[_READ]
    try:
        version = commit_report(
            lake(),
            kept.report,
            author=author,
            note=str(st.session_state[f"note_{file_id}"]).strip(),
            base_version=change.base_version,
        )
    except UserError as error:
        update_filing(file_id, problem=error.message(language()), notice="")
        return
    saved = Saved(
        version=version,
        before={change.kind: change.base_version},
        after={change.kind: version.version},
    )
    update_filing(file_id, saved=saved, problem="", notice="")
    address.choose(versi="")


def _undo(file_id: str, saved: Saved) -> None:
    """Bring the table back to what it was; nothing where somebody has changed it since."""
    if not access.may_upload():
        return
    kind = saved.version.kind
    if lake().version(kind) != saved.after[kind]:
        update_filing(file_id, problem=words()("upload.undo.changed"))
        return
    note = words()("upload.undo.note", file=saved.version.file_name)
    try:
        lake().restore(kind, saved.before[kind], author=remembered_name(), note=note)
    except UserError as error:
        update_filing(file_id, problem=error.message(language()))
        return
    update_filing(file_id, saved=None, problem="", notice="undone")

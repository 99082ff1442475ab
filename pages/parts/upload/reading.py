"""Reading a dropped file, once for each set of answers, and what saving it would change.

Reports stay with the session that dropped the file and go with it; they are never shared between sessions.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from jamsos_data.commit import ChangePreview, preview_commit, recall_layouts, with_known_people
from jamsos_data.intake import IntakeOptions, IntakeReport, RecalledLayout, read_upload
from jamsos_data.lake import Lake, NotCommittableError
from jamsos_data.lake.people import people_version
from jamsos_data.lake.shapes import shapes_version
from jamsos_data.reference import Reference
from pages.parts.language import words
from pages.parts.snapshot import lake
from pages.parts.upload.filing import Filing, filing_of
from pages.parts.upload.people import person_key

_REPORTS = "unggahan_dibaca"


@dataclass(frozen=True)
class _Read:
    """A report with what it was made for, and the newest comparison with the lake and preview made of it."""

    options: IntakeOptions
    reference: Reference
    report: IntakeReport
    compared: tuple[object, ...] = ()
    checked: IntakeReport | None = None
    previewed: tuple[object, ...] = ()
    preview: ChangePreview | None = None


def read_dropped(file: UploadedFile, reference: Reference) -> IntakeReport:
    """The report on a dropped file under the answers given so far, and those remembered for files of its shape.

    Lists by name are compared with other lists where that is on.
    """
    recalled = _recalled(lake().location, shapes_version(lake().location))
    filing = filing_of(file.file_id)
    options = replace(filing.options, recalled=recalled, person_key=person_key())
    kept = _kept().get(file.file_id)
    if kept is None or kept.options != options or kept.reference is not reference:
        with st.spinner(words()("upload.reading", name=file.name)):
            report = read_upload(file.getvalue(), file_name=file.name, reference=reference, options=options)
        kept = _Read(options, reference, report)
    wanted = (filing.adding, lake().fingerprint(), people_version(lake()))
    if kept.checked is None or (kept.compared != wanted and filing.saved is None):
        mode = "add" if filing.adding else "replace"
        checked = with_known_people(lake(), kept.report, options, mode=mode)
        kept = replace(kept, compared=wanted, checked=checked)
    _kept()[file.file_id] = kept
    return kept.checked or kept.report


@st.cache_resource(max_entries=4, show_spinner=False)
def _recalled(location: str, version: int | None) -> dict[str, RecalledLayout]:
    """What is remembered at one version of the table; only read, never changed."""
    del version  # part of the key only
    return recall_layouts(Lake(location))


def report_of(file_id: str) -> IntakeReport:
    """The report that is on screen for a dropped file."""
    kept = _kept()[file_id]
    return kept.checked or kept.report


def preview_of(file_id: str, filing: Filing) -> ChangePreview | None:
    """What saving would change in the lake as it is now; None where nothing can be saved."""
    kept = _kept()[file_id]
    wanted = (filing.adding, lake().fingerprint())
    if kept.previewed == wanted:
        return kept.preview
    try:
        preview = preview_commit(lake(), kept.report, mode="add" if filing.adding else "replace")
    except NotCommittableError:
        preview = None
    _kept()[file_id] = replace(kept, previewed=wanted, preview=preview)
    return preview


def forget_other_reports(file_ids: Collection[str]) -> None:
    """Drop the reports on files that are no longer there."""
    st.session_state[_REPORTS] = {key: value for key, value in _kept().items() if key in file_ids}


def _kept() -> dict[str, _Read]:
    return st.session_state.setdefault(_REPORTS, {})

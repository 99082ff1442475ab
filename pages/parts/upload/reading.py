"""Reading a dropped file, once for each set of answers, and what saving it would change.

Reports stay with the session that dropped the file and go with it; they are never shared between sessions.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from jamsos_data.commit import ChangePreview, preview_commit, recall_layouts
from jamsos_data.intake import IntakeOptions, IntakeReport, RecalledLayout, read_upload
from jamsos_data.lake import Lake, NotCommittableError
from jamsos_data.lake.shapes import shapes_version
from jamsos_data.reference import Reference
from pages.parts.language import words
from pages.parts.snapshot import lake
from pages.parts.upload.filing import Filing, filing_of

_REPORTS = "unggahan_dibaca"


@dataclass(frozen=True)
class _Read:
    """A report with what it was made for, and the newest preview made of it."""

    options: IntakeOptions
    reference: Reference
    report: IntakeReport
    previewed: tuple[object, ...] = ()
    preview: ChangePreview | None = None


def read_dropped(file: UploadedFile, reference: Reference) -> IntakeReport:
    """The report on a dropped file under the answers given so far, and those remembered for files of its shape."""
    recalled = _recalled(lake().location, shapes_version(lake().location))
    options = replace(filing_of(file.file_id).options, recalled=recalled)
    kept = _kept().get(file.file_id)
    if kept is not None and kept.options == options and kept.reference is reference:
        return kept.report
    with st.spinner(words()("upload.reading", name=file.name)):
        report = read_upload(file.getvalue(), file_name=file.name, reference=reference, options=options)
    _kept()[file.file_id] = _Read(options, reference, report)
    return report


@st.cache_resource(max_entries=4, show_spinner=False)
def _recalled(location: str, version: int | None) -> dict[str, RecalledLayout]:
    """What is remembered at one version of the table; only read, never changed."""
    del version  # part of the key only
    return recall_layouts(Lake(location))


def report_of(file_id: str) -> IntakeReport:
    """The report that is on screen for a dropped file."""
    return _kept()[file_id].report


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
    _kept()[file_id] = _Read(kept.options, kept.reference, kept.report, wanted, preview)
    return preview


def forget_other_reports(file_ids: Collection[str]) -> None:
    """Drop the reports on files that are no longer there."""
    st.session_state[_REPORTS] = {key: value for key, value in _kept().items() if key in file_ids}


def _kept() -> dict[str, _Read]:
    return st.session_state.setdefault(_REPORTS, {})

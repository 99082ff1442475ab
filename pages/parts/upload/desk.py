"""The whole page: may I upload, the drop zone, a card for each file, and help with preparing files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from jamsos_data.reference import Reference
from pages.parts import access
from pages.parts.language import words
from pages.parts.snapshot import holds_example, lake, take_snapshot
from pages.parts.state import Selection
from pages.parts.upload.card import draw_card
from pages.parts.upload.drop import drop_zone
from pages.parts.upload.filing import forget_others
from pages.parts.upload.material import draw_material
from pages.parts.upload.people import draw_people_choice
from pages.parts.upload.reading import forget_other_reports, read_dropped
from pages.parts.upload.reference_desk import draw_reference_desk, reference_file_ids
from pages.parts.upload.standing import Standing
from pages.parts.wording import count_text, list_text, plain


def draw_upload(selection: Selection) -> None:
    """Draw the page under its title. Uploads always go to the newest data, also while one looks at the past."""
    say = words()
    allowed = access.upload_access()
    if not allowed.allowed:
        st.warning(say(allowed.reason), icon=":material/lock:")
    else:
        st.markdown(say("upload.lead"))
        files = drop_zone()
        forget_others([*(file.file_id for file in files), *reference_file_ids()])
        forget_other_reports([file.file_id for file in files])
        if files:
            _draw_files(files, lake().reference())
        draw_reference_desk()
    draw_material(selection.reference)
    if allowed.allowed:
        draw_people_choice()


def _draw_files(files: Sequence[UploadedFile], reference: Reference) -> None:
    summary = st.empty()
    example = holds_example(take_snapshot())
    first_of: dict[str, str] = {}
    standings = []
    for file in files:
        report = read_dropped(file, reference)
        if report.sha256 in first_of:
            names = {"name": plain(file.name), "other": plain(first_of[report.sha256])}
            st.info(words()("upload.twice", **names), icon=":material/content_copy:")
            continue
        first_of[report.sha256] = file.name
        standings.append(draw_card(file, report, reference, example=example))
    if len(standings) > 1:
        summary.markdown(_summary(standings))


def _summary(standings: Sequence[Standing]) -> str:
    say = words()
    counts = Counter(standing.name for standing in standings)
    texts = {standing.name: standing.text for standing in standings}
    parts = [f"{count_text(number)} {texts[name].lower()}" for name, number in counts.items()]
    return say("upload.summary", n=len(standings), count=count_text(len(standings)), parts=list_text(parts))

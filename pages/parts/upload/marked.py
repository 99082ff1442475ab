"""The dropped workbook with its problems marked, to be mended in a spreadsheet and dropped again."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from jamsos_data.exports.marked_workbook import can_be_marked, mark_workbook
from jamsos_data.exports.marks import MARKED
from jamsos_data.intake import IntakeReport
from pages.parts.language import language, words
from pages.parts.tables import XLSX_TYPE


def draw_marked(file: UploadedFile, report: IntakeReport) -> None:
    """The button; nothing where there is nothing to mend, or where no copy may be made."""
    if not any(found.severity in MARKED for found in report.findings) or not can_be_marked(report):
        return
    say, spoken = words(), language()
    stem = report.file_name.rpartition(".")[0] or report.file_name
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"marked_{file.file_id}"
    ):
        st.markdown(say("upload.marked.lead"), width="content")
        st.download_button(
            say("upload.marked"),
            lambda: mark_workbook(file.getvalue(), report, language=spoken),
            file_name=f"{stem}_bertanda.xlsx",
            mime=XLSX_TYPE,
            icon=":material/format_color_fill:",
            on_click="ignore",
            type="tertiary",
            key=f"marked_xlsx_{file.file_id}",
            help=say("upload.marked.help"),
        )

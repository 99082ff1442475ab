"""What was corrected in a file so far, and taking it back."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from jamsos_data.intake import IntakeReport
from jamsos_data.intake.locate.table import column_letter
from jamsos_data.reference import Reference
from pages.parts.language import words
from pages.parts.tables import ROW_HEIGHT
from pages.parts.upload.area_choosing import area_label
from pages.parts.upload.filing import Filing, undo_correction, undo_corrections
from pages.parts.wording import count_text

TABLE_ROWS = 7


def draw_corrections(file_id: str, filing: Filing, report: IntakeReport, reference: Reference) -> None:
    """What was corrected so far, and how to take it back; nothing where nothing was."""
    options = filing.options
    number = len(options.corrections) + len(options.areas)
    if not number:
        return
    say = words()
    with st.container(border=True, key=f"corrections_{file_id}", gap="xsmall"):
        head = say("upload.corrections", n=number, count=count_text(number))
        st.markdown(f":green[:material/edit:] {head}")
        with st.expander(say("upload.corrections.list"), type="compact"):
            st.dataframe(
                correction_list(filing, report, reference),
                hide_index=True,
                row_height=ROW_HEIGHT,
                height=min(number, TABLE_ROWS) * ROW_HEIGHT + ROW_HEIGHT + 4,
            )
        with st.container(horizontal=True, gap="small"):
            buttons = [("undo_last", undo_correction)] if filing.undo else []
            for name, undo in (*buttons, ("undo_all", undo_corrections)):
                st.button(
                    say(f"upload.corrections.{name}"),
                    key=f"{name}_{file_id}",
                    icon=":material/undo:",
                    type="tertiary",
                    on_click=undo,
                    args=(file_id,),
                )


def correction_list(filing: Filing, report: IntakeReport, reference: Reference) -> pd.DataFrame:
    """Every correction: sheet, row, column (or the text of an area), and what it is read as."""
    say = words()
    headers: dict[tuple[str, int | str], str] = {
        (sheet.name, column.position): column.header for sheet in report.sheets for column in sheet.columns
    }
    rows = [
        (sheet, str(row), headers.get((sheet, column)) or _letter(column), text)
        for (sheet, row, column), text in filing.options.corrections.items()
    ]
    rows += [
        (say("upload.corrections.everywhere"), "", text, area_label(code, reference))
        for (text, _), code in filing.options.areas.items()
    ]
    names = [say(f"upload.cell.{name}") for name in ("sheet", "row", "column", "fix")]
    return pd.DataFrame(rows, columns=names)


def _letter(column: int | str) -> str:
    return column_letter(column) if isinstance(column, int) else column

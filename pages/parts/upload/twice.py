"""Which rows of a list by name are the same person: numbers of rows only, since the rows are in the operator's file."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from jamsos_data.commit import kept_name
from jamsos_data.exports.tables import ExportTable, export_csv, export_xlsx
from jamsos_data.intake import IntakeReport
from pages.parts.language import language, words
from pages.parts.tables import ROW_HEIGHT, XLSX_TYPE
from pages.parts.upload.people import person_key
from pages.parts.upload.problems import holds_people
from pages.parts.wording import count_text

TABLE_ROWS = 7


def draw_rows_twice(file_id: str, report: IntakeReport) -> None:
    """The rows as a table with downloads, and whether other files were looked at; nothing for other data sets."""
    if not holds_people(report):
        return
    say = words()
    if person_key() is None:
        st.caption(say("upload.people.not_compared"))
    if report.twice.empty:
        return
    export, spoken = twice_table(report), language()
    name = kept_name(report)
    stem = name.rpartition(".")[0] or name
    number = len(export.frame)
    with st.expander(say("upload.same_person", n=number, count=count_text(number)), type="compact"):
        st.dataframe(
            export.frame.rename(columns=dict(export.headings)),
            hide_index=True,
            row_height=ROW_HEIGHT,
            height=min(number, TABLE_ROWS) * ROW_HEIGHT + ROW_HEIGHT + 4,
        )
        with st.container(horizontal=True, gap="small", key=f"twice_{file_id}"):
            for ending, label, mime, make in (
                ("xlsx", "table.xlsx", XLSX_TYPE, export_xlsx),
                ("csv", "table.csv", "text/csv", export_csv),
            ):
                st.download_button(
                    say(label),
                    lambda make=make: make(export, language=spoken),
                    file_name=f"{stem}_orang_sama.{ending}",
                    mime=mime,
                    icon=":material/download:",
                    on_click="ignore",
                    type="tertiary",
                    key=f"twice_{ending}_{file_id}",
                )


def twice_table(report: IntakeReport) -> ExportTable:
    """Sheet (where there are names), row, what is double, and the first row of the same person in this file."""
    say = words()
    frame = pd.DataFrame(
        {
            "sheet": report.twice["sheet"].astype("str"),
            "row": report.twice["row"].astype("int64"),
            "why": [say(f"upload.same_person.{code}") for code in report.twice["temuan"]],
            "first_row": report.twice["first_row"].astype("Int64")
            if "first_row" in report.twice
            else pd.Series(pd.NA, index=report.twice.index, dtype="Int64"),
        }
    ).sort_values(["sheet", "row"], kind="stable")
    shown = [name for name in frame.columns if name != "sheet" or frame["sheet"].ne("").any()]
    return ExportTable(
        title=say("upload.same_person.title", file=kept_name(report)),
        frame=frame[shown],
        headings={name: say(f"upload.same_person.column.{name}") for name in shown},
        kinds={"sheet": "text", "why": "text"},
        month=None,
        basis="",
        data_version="–",
        example=False,
    )

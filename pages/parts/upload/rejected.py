"""Rows that are not taken, to be mended and sent again: as a workbook and as CSV, without any personal column."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from jamsos_data.commit import kept_name
from jamsos_data.exports.tables import ExportTable, export_csv, export_xlsx
from jamsos_data.findings import Finding, Severity
from jamsos_data.intake import IntakeReport
from pages.parts.language import language, words
from pages.parts.tables import XLSX_TYPE
from pages.parts.upload.filing import Filing, update_filing
from pages.parts.wording import count_text

_PLACE = ("sheet", "row", "temuan")


def draw_rejected(file_id: str, report: IntakeReport) -> None:
    """How many rows are not taken, with the downloads; nothing when all are."""
    if report.rejected.empty:
        return
    say = words()
    number = len(report.rejected)
    export, spoken = rejected_table(report), language()
    name = kept_name(report)
    stem = name.rpartition(".")[0] or name
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"rejected_{file_id}"):
        st.markdown(say("upload.rejected", n=number, count=count_text(number)), width="content")
        st.download_button(
            say("table.xlsx"),
            lambda: export_xlsx(export, language=spoken),
            file_name=f"{stem}_ditolak.xlsx",
            mime=XLSX_TYPE,
            icon=":material/download:",
            on_click="ignore",
            type="tertiary",
            key=f"rejected_xlsx_{file_id}",
        )
        st.download_button(
            say("table.csv"),
            lambda: export_csv(export, language=spoken),
            file_name=f"{stem}_ditolak.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            type="tertiary",
            key=f"rejected_csv_{file_id}",
        )


def draw_all_or_nothing(file_id: str, filing: Filing, report: IntakeReport) -> bool:
    """The switch, where rows are not taken; whether saving waits for these rows."""
    if report.rejected.empty:
        return False
    say = words()
    key = f"all_or_nothing_{file_id}"
    if st.session_state.get(key) != filing.all_or_nothing:
        st.session_state[key] = filing.all_or_nothing
    st.toggle(
        say("upload.all_or_nothing"),
        key=key,
        help=say("upload.all_or_nothing.help"),
        on_change=lambda: update_filing(file_id, all_or_nothing=bool(st.session_state[key]), problem=""),
    )
    number = len(report.rejected)
    if filing.all_or_nothing:
        st.info(
            say("upload.all_or_nothing.waits", n=number, count=count_text(number)), icon=":material/lock:"
        )
    return filing.all_or_nothing


def rejected_table(report: IntakeReport) -> ExportTable:
    """Sheet, row and reasons, then the cells of columns that were recognised; columns without a meaning stay out.

    A column that nobody recognised may hold names or addresses, so it is never exported.
    """
    say = words()
    known = {
        column.header
        for sheet in report.sheets
        for column in sheet.columns
        if column.column and column.header
    }
    cells = [name for name in report.rejected.columns if name in known and name not in _PLACE]
    frame = report.rejected[["sheet", "row", *cells]].astype({"row": "int64"})
    reasons, milder = _reasons(report), _milder_reasons(report)
    places = zip(frame["sheet"].astype(str), frame["row"].tolist(), strict=True)
    rows = zip(places, report.rejected["temuan"].tolist(), strict=True)
    frame.insert(
        2, "reason", [reasons.get(place) or milder.get((place[0], code), code) for place, code in rows]
    )
    return ExportTable(
        title=say("upload.rejected.title", file=kept_name(report)),
        frame=frame,
        headings={
            "sheet": say("upload.cell.sheet"),
            "row": say("upload.cell.row"),
            "reason": say("upload.cell.sentence"),
            **{name: name for name in cells},
        },
        kinds=dict.fromkeys(("sheet", "reason", *cells), "text"),
        month=None,
        basis="",
        data_version="–",
        example=False,
    )


def _reasons(report: IntakeReport) -> dict[tuple[str, int], str]:
    sentences: dict[tuple[str, int], list[str]] = {}
    for found in report.findings:
        if found.severity is Severity.ERROR:
            for place in _places(found, report.rejected):
                sentences.setdefault(place, []).append(found.message(language()))
    return {place: " ".join(dict.fromkeys(said)) for place, said in sentences.items()}


def _milder_reasons(report: IntakeReport) -> dict[tuple[str, str], str]:
    """The sentences of warnings about a whole sheet or column, by sheet and code."""
    return {
        (found.sheet or "", found.code): found.message(language())
        for found in report.findings
        if found.severity is Severity.WARNING and found.row is None
    }


def _places(found: Finding, rejected: pd.DataFrame) -> list[tuple[str, int]]:
    """The rejected rows that a finding is about; all rows of its sheet or sheets when it names none."""
    if found.row is not None:
        return [(found.sheet or "", found.row)]
    sheets = found.params.get("sheets")
    named = sheets if isinstance(sheets, tuple) else (found.sheet,)
    rows = rejected if named == (None,) else rejected[rejected["sheet"].isin(named)]
    return [(str(sheet), int(row)) for sheet, row in zip(rows["sheet"], rows["row"], strict=True)]

"""What is wrong in a file: grouped by cause, the worst first, each with its cells and a way to settle it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from jamsos_data.datasets import dataset
from jamsos_data.findings import Finding, Severity
from jamsos_data.intake import IntakeReport
from jamsos_data.intake.asked_once import MISSING
from jamsos_data.intake.persons_ended import COUNTED, LEFT_OUT
from jamsos_data.reference import Reference
from pages.parts.language import language, words
from pages.parts.tables import ROW_HEIGHT
from pages.parts.upload.area_choosing import can_choose_area, draw_area_choices
from pages.parts.upload.corrections_made import draw_corrections
from pages.parts.upload.filing import Filing, accept_finding
from pages.parts.upload.mending import LISTED, TABLE_ROWS, can_mend, draw_cell_editor
from pages.parts.upload.tick_text import list_text, tick_text
from pages.parts.wording import count_text, plain

_ORDER = (Severity.FATAL, Severity.ERROR, Severity.WARNING, Severity.INFO)
_ICONS = {
    Severity.ERROR: ":red[:material/error:]",
    Severity.WARNING: ":orange[:material/warning:]",
}


@dataclass(frozen=True)
class Group:
    """All findings of one code and severity."""

    findings: tuple[Finding, ...]

    @property
    def code(self) -> str:
        """The code that they share."""
        return self.findings[0].code

    @property
    def severity(self) -> Severity:
        """The severity that they share."""
        return self.findings[0].severity


def group_findings(findings: Sequence[Finding]) -> tuple[Group, ...]:
    """Findings by severity and code: the worst first, and of those the most frequent."""
    groups: dict[tuple[Severity, str], list[Finding]] = {}
    for found in findings:
        groups.setdefault((found.severity, found.code), []).append(found)
    ordered = sorted(groups.items(), key=lambda item: (_ORDER.index(item[0][0]), -len(item[1])))
    return tuple(Group(tuple(members)) for _, members in ordered)


def draw_problems(file_id: str, filing: Filing, report: IntakeReport, reference: Reference) -> None:
    """What was corrected so far, then the groups that need an answer, each with its tick."""
    draw_corrections(file_id, filing, report, reference)
    waiting = (Severity.ERROR, Severity.WARNING)
    groups = [
        group
        for group in group_findings(report.findings)
        if group.severity in waiting and group.code != MISSING
    ]
    if not groups:
        return
    waits = sum(group.code not in filing.options.accepted for group in groups)
    st.markdown(
        words()("upload.problems" if waits else "upload.problems.none", n=waits, count=count_text(waits))
    )
    for group in groups:
        _draw_group(file_id, group, filing, report, reference)


def noted_sentences(report: IntakeReport) -> tuple[str, ...]:
    """What was merely noted while reading: one sentence for each code."""
    return tuple(
        _headline(group) for group in group_findings(report.findings) if group.severity is Severity.INFO
    )


def holds_people(report: IntakeReport) -> bool:
    """Whether the file is a list of persons, of which only counts may be shown."""
    return report.kind is not None and any(column.personal for column in dataset(report.kind).columns)


def _draw_group(
    file_id: str, group: Group, filing: Filing, report: IntakeReport, reference: Reference
) -> None:
    with st.container(border=True, key=f"group_{file_id}_{group.code}", gap="xsmall"):
        accepted = group.code in filing.options.accepted
        icon = ":green[:material/check_circle:]" if accepted else _ICONS[group.severity]
        st.markdown(f"{icon} {_headline(group)}")
        key = f"accept_{file_id}_{group.code}"
        if st.session_state.get(key) != accepted:
            st.session_state[key] = accepted
        st.checkbox(
            tick_text(group.findings, report.sheets),
            key=key,
            on_change=lambda: accept_finding(file_id, group.code, accepted=st.session_state[key]),
        )
        if group.code == LEFT_OUT:
            _draw_counting(file_id)
        if not holds_people(report):
            _draw_answers(file_id, group, filing, report, reference)


def _draw_counting(file_id: str) -> None:
    """The other answer on persons who are said not to be active: they are protected all the same."""
    st.checkbox(
        words()("upload.accept.counted"),
        key=f"accept_{file_id}_{COUNTED}_instead",
        on_change=lambda: accept_finding(file_id, COUNTED, accepted=True),
    )


def _draw_answers(
    file_id: str, group: Group, filing: Filing, report: IntakeReport, reference: Reference
) -> None:
    """The cells of a group, to be mended where that is possible."""
    open_one = group.code not in filing.options.accepted
    if open_one and can_choose_area(group.code, report):
        draw_area_choices(file_id, group.findings, reference)
    elif can_mend(group.findings, report):
        expanded = open_one and group.severity is Severity.ERROR
        number = {"n": len(group.findings), "count": count_text(len(group.findings))}
        with st.expander(words()("upload.mend", **number), type="compact", expanded=expanded):
            draw_cell_editor(file_id, group.code, group.findings, report, filing)
        return
    if len(group.findings) > 1:
        with st.expander(list_text(group.findings, report.sheets), type="compact"):
            _draw_cells(group)


def _headline(group: Group) -> str:
    """The sentence of the first finding, and how many are like it."""
    others = len(group.findings) - 1
    sentence = plain(group.findings[0].message(language()))
    if not others:
        return sentence
    return f"{sentence} {words()('upload.alike', n=others, count=count_text(others))}"


def _draw_cells(group: Group) -> None:
    say = words()
    fields = ("sheet", "row", "column", "value", "proposal")
    listed = group.findings[:LISTED]
    frame = pd.DataFrame(
        [[getattr(found, field) for field in fields] for found in listed], columns=list(fields)
    )
    frame["sentence"] = [found.message(language()) for found in listed]
    shown = [name for name in frame.columns if frame[name].fillna("").astype(str).str.strip().any()]
    st.dataframe(
        frame[shown],
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(len(frame), TABLE_ROWS) * ROW_HEIGHT + ROW_HEIGHT + 4,
        column_config={name: st.column_config.Column(say(f"upload.cell.{name}")) for name in shown},
    )
    if len(group.findings) > LISTED:
        st.caption(say("upload.cells.more", count=count_text(len(group.findings) - LISTED)))

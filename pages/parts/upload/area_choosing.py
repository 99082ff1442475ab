"""Choosing the area that a text means, for all rows that say it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import streamlit as st

from jamsos_data.datasets import DATASETS
from jamsos_data.findings import Finding
from jamsos_data.intake import IntakeReport
from jamsos_data.intake.area_choices import ANSWERABLE
from jamsos_data.intake.report import AreaText
from jamsos_data.reference import Reference
from pages.parts.language import words
from pages.parts.upload.filing import choose_area
from pages.parts.wording import count_text, plain

ASKED_AREAS = 8


def can_choose_area(code: str, report: IntakeReport) -> bool:
    """Whether findings of this code are settled by choosing an area."""
    return report.kind in DATASETS and not report.holds_people and code in ANSWERABLE


def draw_area_choices(file_id: str, findings: Sequence[Finding], reference: Reference) -> None:
    """A drop-down for each text that means no area, for all rows that say it."""
    say = words()
    cells = Counter(_area_text(found) for found in findings)
    proposals = {_area_text(found): found.proposal or "" for found in findings}
    alike = {_area_text(found): str(found.params.get("other", "")) for found in findings}
    asked = cells.most_common(ASKED_AREAS)
    with st.grid(min(3, max(2, len(asked))), min_column_width=260, gap="small"):
        for text, number in asked:
            _area_choice(
                file_id,
                text,
                number,
                proposals[text],
                reference,
                first=_codes_in(proposals[text] + alike[text]),
            )
    if len(cells) > len(asked):
        st.caption(
            say("upload.area.more", n=len(cells) - len(asked), count=count_text(len(cells) - len(asked)))
        )


def area_codes(within: str, first: Sequence[str], reference: Reference) -> tuple[str, ...]:
    """The areas to choose from: those that are proposed or alike, those of the stated kecamatan, then all others."""
    known = [code for code in first if reference.has_area(code)]
    near = [within, *reference.desa_of(within)] if within else []
    return tuple(
        dict.fromkeys([*known, *near, reference.kabupaten, *reference.kecamatan, *reference.all_desa])
    )


def _codes_in(labels: str) -> tuple[str, ...]:
    """The codes of labels as findings write them: "Mlati Lor (33.19.02.2010), Mlati Kidul (33.19.02.1008)"."""
    return tuple(re.findall(r"\(([\d.]+)\)", labels))


def _area_choice(
    file_id: str, text: AreaText, number: int, proposal: str, reference: Reference, *, first: tuple[str, ...]
) -> None:
    say = words()
    written, within = text
    key = f"area_{file_id}_{written}_{within}"
    label = say("upload.area", n=number, text=plain(written), count=count_text(number))
    if within:
        label = say("upload.area.within", label=label, kecamatan=reference.area_name(within))

    def chosen() -> None:
        if code := st.session_state[key]:
            choose_area(file_id, text, code)

    st.selectbox(
        label,
        ("", *area_codes(within, first, reference)),
        format_func=lambda code: area_label(code, reference, proposal=proposal),
        key=key,
        on_change=chosen,
    )


def area_label(code: str, reference: Reference, *, proposal: str = "") -> str:
    """``Kalirejo, Undaan (33.19.04.2003)``, with a word where it is the one proposed."""
    say = words()
    if not code:
        return say("upload.constant.choose")
    name = reference.area_name(code)
    if reference.area_level(code) == "desa":
        name = f"{name}, {reference.area_name(reference.parent_area(code))}"
    elif reference.area_level(code) == "kecamatan":
        name = say("upload.area.kecamatan", name=name)
    label = f"{name} ({code})"
    return say("upload.area.proposed", label=label) if proposal.endswith(f"({code})") else label


def _area_text(found: Finding) -> AreaText:
    return found.value or "", str(found.params.get("within", ""))

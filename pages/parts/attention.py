"""What needs somebody's attention: the most urgent findings, each with a link to the page that explains it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from jamsos_data.metrics.attention_kinds import Attention, Urgency
from jamsos_data.metrics.attention_text import attention_sentence
from pages.parts.empty import link_to
from pages.parts.language import words
from pages.parts.state import Selection
from pages.parts.wording import month_text

MOST = 5

_COLORS: dict[Urgency, Literal["red", "orange", "gray"]] = {
    Urgency.URGENT: "red",
    Urgency.SOON: "orange",
    Urgency.CHECK: "gray",
}


JUDGE_THE_MONTH = frozenset({"DI_BAWAH_TARGET", "TARGET_TERLEWAT"})


def attention_list(findings: Sequence[Attention], selection: Selection) -> None:
    """Draw the first MOST findings, the most urgent first, and say how many more there are.

    What a month that is not complete has to add each month is not among them.
    """
    say = words()
    if selection.lacking is not None:
        findings = [finding for finding in findings if finding.code not in JUDGE_THE_MONTH]
    if not findings:
        st.markdown(say("summary.attention.none", month=month_text(selection.bulan)))
        return
    for finding in findings[:MOST]:
        _draw(finding, selection)
    more = len(findings) - MOST
    if more > 0:
        st.caption(say("summary.attention.more", n=more, count=more))


def _draw(finding: Attention, selection: Selection) -> None:
    say = words()
    at_home = finding.kode_wilayah in ("", selection.reference.kabupaten)
    with st.container(horizontal=True, wrap=False, vertical_alignment="top", gap="small"):
        st.badge(say(f"urgency.{finding.urgency}"), color=_COLORS[finding.urgency])
        st.markdown(attention_sentence(finding, words=say, reference=selection.reference), width="stretch")
        link_to(
            finding.page,
            label=say("summary.attention.open"),
            wilayah="" if at_home else finding.kode_wilayah,
        )

"""The parts of the page Perlu perhatian: the meeting, the ranked list, what is handled, the rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pandas as pd
import streamlit as st

from jamsos_data.formats import WESTERN_INDONESIA
from jamsos_data.metrics.attention_marks import Judged, State
from jamsos_data.metrics.attention_text import attention_sentence
from jamsos_data.sentences.attention import (
    actor_text,
    judged_table,
    mark_text,
    rule_table,
    size_text,
    threshold_table,
)
from jamsos_data.table import Table
from jamsos_data.views.judged import JudgedFindings
from pages.parts.attention import checks_without_data, explained_at, urgency_badge
from pages.parts.attention_desk import (
    ask_mark,
    may_mark,
    meeting_buttons,
    take_back_button,
)
from pages.parts.empty import link_to
from pages.parts.keeping import made_once
from pages.parts.language import words
from pages.parts.panel import panel
from pages.parts.state import Selection
from pages.parts.tables import data_table
from pages.parts.wording import day_text, month_text, number_text, plain

_COLUMNS = [11, 64, 11, 14]
_RULES = "aturan_terbuka"


def draw_meeting(judged: JudgedFindings, selection: Selection) -> None:
    """When the last meeting was, and the buttons to note one."""
    say = words()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="meeting"):
        held = judged.meeting
        said = say("attention.meeting.none")
        if held is not None:
            said = say("attention.meeting.last", day=day_text(held.astimezone(WESTERN_INDONESIA)))
        st.markdown(f":material/groups: {said}", width="content")
        if may_mark(selection):
            meeting_buttons(held, selection)


def draw_list(judged: JudgedFindings, selection: Selection) -> None:
    """The findings that are not handled, the most urgent first, and what could not be checked."""
    say = words()
    with panel("list", say("attention.list"), say("attention.list.note", month=month_text(selection.bulan))):
        if not judged.open:
            st.markdown(say("attention.list.empty"))
        for place, one in enumerate(judged.open):
            _draw(one, selection, key=f"finding_open_{place}")
        unchecked = checks_without_data(selection.snapshot)
        if unchecked:
            checks = "; ".join(say(f"summary.attention.unchecked.{name}") for name in unchecked)
            st.caption(say("summary.attention.unchecked", checks=checks))


def draw_handled(judged: JudgedFindings, selection: Selection) -> None:
    """The findings that are handled, folded away, each with its note and the way back."""
    say = words()
    handled = judged.handled
    if not handled:
        return
    with st.expander(
        say("attention.handled", n=len(handled), count=len(handled)), icon=":material/task_alt:"
    ):
        for place, one in enumerate(handled):
            _draw(one, selection, key=f"finding_handled_{place}")
        growth = selection.reference.threshold("UKURAN_BERUBAH")
        st.caption(say("attention.handled.note", percent=number_text(growth, digits=0)))


def draw_table(judged: JudgedFindings, selection: Selection) -> None:
    """All findings, handled ones included, as a table to download."""
    if judged.findings:
        with panel("table", words()("attention.table"), words()("attention.table.note")):
            data_table(_table(judged, selection), selection=selection, height=300)


def draw_rules(selection: Selection) -> None:
    """The rules, their thresholds with reasons, and who should act: read from the reference tables."""
    say = words()
    folded = st.expander(say("attention.rules.open"), on_change="rerun", key=_RULES, icon=":material/rule:")
    if not folded.open:
        return
    with folded:
        st.table(_rules(selection), border="horizontal", hide_index=True)
        st.markdown(say("attention.thresholds.title"))
        st.table(_thresholds(selection), border="horizontal", hide_index=True)
        st.caption(say("attention.rules.note"))


def _draw(one: Judged, selection: Selection, *, key: str) -> None:
    say = words()
    with st.container(key=key):
        badge, text, size, ways = st.columns(_COLUMNS, gap="small", vertical_alignment="top")
    with badge, st.container(gap="xsmall"):
        urgency_badge(one.finding.urgency)
        if one.new:
            st.badge(say("attention.new"), color="blue", icon=":material/fiber_new:")
    with text, st.container(gap=None):
        st.markdown(attention_sentence(one.finding, words=say, reference=selection.reference))
        st.caption(say("attention.actor", actor=actor_text(one, say, reference=selection.reference)))
        if one.mark is not None:
            st.caption(f":material/task_alt: {_mark(one, one.mark.waktu, selection)}")
    with size:
        st.markdown(f"**{size_text(one.size, say)}**" if one.size.unit else "–")
    with ways, st.container(gap=None):
        page, codes = explained_at(one.finding, selection)
        link_to(page, label=say("summary.attention.open"), codes=codes)
        if may_mark(selection):
            _way(one, selection)


def _way(one: Judged, selection: Selection) -> None:
    if one.state is State.HANDLED:
        take_back_button(one, selection)
        return
    st.button(
        words()("attention.mark.open"),
        key=f"handle_{one.temuan}",
        icon=":material/task_alt:",
        type="tertiary",
        on_click=ask_mark,
        args=(one, selection),
    )


def _mark(one: Judged, moment: datetime, selection: Selection) -> str:
    mark = one.mark
    if mark is None:
        return ""
    return mark_text(
        one,
        words(),
        reference=selection.reference,
        handled_by=plain(mark.oleh),
        day=moment.astimezone(WESTERN_INDONESIA),
        note=plain(mark.catatan),
    )


@made_once
def _table(judged: JudgedFindings, selection: Selection) -> Table:
    return judged_table(judged.findings, words(), reference=selection.reference)


@made_once
def _rules(selection: Selection) -> pd.DataFrame:
    return rule_table(words(), reference=selection.reference)


@made_once
def _thresholds(selection: Selection) -> pd.DataFrame:
    return threshold_table(_codes(selection), words(), reference=selection.reference)


def _codes(selection: Selection) -> Sequence[str]:
    """The thresholds that the rules name, then that of coming back, each once."""
    named = "|".join([*selection.reference.table("aturan_perhatian")["ambang"], "UKURAN_BERUBAH"])
    return list(dict.fromkeys(kode for kode in named.split("|") if kode))

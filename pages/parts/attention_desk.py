"""Marks on findings and meetings: what is kept about them in the lake, and the clicks that change it.

All changes are made in callbacks, before the page is drawn again; each can be taken back on the same page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import partial

import streamlit as st

from jamsos_data.errors import UserError
from jamsos_data.formats import WESTERN_INDONESIA
from jamsos_data.lake import attention_marks as kept_marks
from jamsos_data.masking import mask
from jamsos_data.metrics.attention_marks import Judged, identity_of, marks_on, matters_of
from jamsos_data.metrics.attention_text import attention_sentence
from jamsos_data.sentences.attention import marked_areas_text
from jamsos_data.views.judged import JudgedFindings, Noted, judge_view
from pages.parts import access
from pages.parts.history.restoring import NAME, remembered_name
from pages.parts.keeping import kept
from pages.parts.language import language, words
from pages.parts.snapshot import available_bases, holds_example, lake, reference_of, take_snapshot
from pages.parts.state import Selection, shown_months

_PROBLEM = "perhatian_masalah"
Versions = tuple[int | None, int | None]


def judged_findings(selection: Selection, *, with_news: bool) -> JudgedFindings:
    """What needs attention in the area and month looked at, with marks; kept while nothing changes.

    Only `with_news` is looked up what the last meeting could know: without, nothing is new.
    """
    return _judged(selection, kept_marks.marks_version(selection.snapshot.location), with_news)


@kept(at_most=100, told_apart_by={Selection: Selection.choices})
def _judged(selection: Selection, versions: Versions, with_news: bool) -> JudgedFindings:
    noted = _noted(selection.snapshot.location, versions, holds_example(selection.snapshot))
    then = partial(_view_at, selection=selection) if with_news else None
    return judge_view(selection, noted.until(selection.snapshot.moment), then=then)


@kept(at_most=8)
def _noted(location: str, versions: Versions, example: bool) -> Noted:
    del versions  # part of the key only
    return Noted(
        marks=kept_marks.read_marks(location, example=example),
        meetings=kept_marks.read_meetings(location, example=example),
    )


def _view_at(moment: datetime, *, selection: Selection) -> Selection | None:
    """The same selection over the data of that moment; None where there were none."""
    snapshot = take_snapshot(moment)
    if snapshot.versions == selection.snapshot.versions:  # no data came since
        return selection
    fitted = selection.fitted(months=shown_months(snapshot), bases=available_bases(snapshot))
    if fitted is None:
        return None
    return replace(selection, snapshot=snapshot, reference=reference_of(snapshot), **fitted)


def may_mark(selection: Selection) -> bool:
    """Whether this session may mark findings: it may change data and looks at the newest state."""
    return selection.snapshot.moment is None and access.may_upload()


def ask_mark(one: Judged, selection: Selection) -> None:
    """Open the dialog that asks who handled a finding and how; for callbacks."""
    say = words()

    @st.dialog(say("attention.mark.open"))
    def ask() -> None:
        st.write(attention_sentence(one.finding, words=say, reference=selection.reference))
        areas = marked_areas_text(one, say, reference=selection.reference)
        if areas:
            st.caption(areas)
        st.text_input(say("attention.by"), value=remembered_name(), key="mark_by", max_chars=80)
        st.text_area(
            say("attention.note"),
            key="mark_note",
            max_chars=300,
            placeholder=say("attention.note.example"),
        )
        st.caption(say("attention.note.help"))
        with st.container(horizontal=True, horizontal_alignment="right"):
            if st.button(say("history.cancel"), key="mark_cancel"):
                st.rerun()
            if st.button(
                say("attention.mark.do"), type="primary", key="mark_do", on_click=_mark, args=(one, selection),
            ):  # fmt: skip
                st.rerun()

    ask()


def take_back_button(one: Judged, selection: Selection) -> None:
    """Take the mark on a finding back."""
    st.button(
        words()("attention.mark.undo"),
        key=f"unmark_{one.temuan}",
        icon=":material/undo:",
        type="tertiary",
        on_click=_attempt,
        args=(lambda: _remove(one, selection),),
    )


def meeting_buttons(meeting: datetime | None, selection: Selection) -> None:
    """Note a meeting today with one click, or on another day; take the last one back."""
    say = words()
    st.button(
        say("attention.meeting.today"),
        key="meeting_today",
        icon=":material/event_available:",
        on_click=_meet,
        args=(None, selection),
    )
    other = st.popover(
        say("attention.meeting.other"), on_change="rerun", key="meeting_other", type="tertiary"
    )
    if other.open:
        with other:
            today = datetime.now(WESTERN_INDONESIA).date()
            st.date_input(
                say("attention.meeting.day"), max_value=today, key="meeting_day", format="DD/MM/YYYY"
            )
            st.button(
                say("attention.meeting.do"), key="meeting_do", type="primary", on_click=_meet_then, args=(selection,)
            )  # fmt: skip
    if meeting is not None:
        st.button(
            say("attention.meeting.undo"),
            key="meeting_undo",
            icon=":material/undo:",
            type="tertiary",
            on_click=_attempt,
            args=(lambda: _cancel(meeting, selection),),
        )


def problem_notice() -> None:
    """Say once, on the run after a click, why nothing was noted."""
    problem = st.session_state.pop(_PROBLEM, "")
    if problem:
        st.error(problem, icon=":material/error:")


def _mark(one: Judged, selection: Selection) -> None:
    by, note = (str(st.session_state[name]).strip() for name in ("mark_by", "mark_note"))
    if not by or not note:
        st.session_state[_PROBLEM] = words()("attention.mark.missing")
        return
    if mask(f"{by} {note}") != f"{by} {note}":
        st.session_state[_PROBLEM] = words()("attention.mark.personal")
        return
    st.session_state[NAME] = by
    marks = marks_on(one.finding, bulan=selection.month, catatan=note, oleh=by, waktu=datetime.now(UTC))
    example = holds_example(selection.snapshot)
    _attempt(lambda: kept_marks.write_marks(lake().location, marks, example=example))


def _remove(one: Judged, selection: Selection) -> None:
    matters = [identity_of(matter) for matter in matters_of(one.finding)]
    kept_marks.remove_marks(selection.snapshot.location, matters, author=remembered_name())


def _meet_then(selection: Selection) -> None:
    _meet(st.session_state["meeting_day"], selection)


def _meet(day: date | None, selection: Selection) -> None:
    """A meeting now, or on an earlier day: what was in the lake by the end of that day was there to be seen."""
    now = datetime.now(UTC)
    held = now
    if day is not None:
        held = min(now, datetime.combine(day, time(23, 59, 59), WESTERN_INDONESIA).astimezone(UTC))
    example = holds_example(selection.snapshot)
    _attempt(
        lambda: kept_marks.write_meeting(
            lake().location, held, author=remembered_name(), noted=now, example=example
        )
    )


def _cancel(meeting: datetime, selection: Selection) -> None:
    kept_marks.remove_meeting(selection.snapshot.location, meeting, author=remembered_name())


def _attempt(change: Callable[[], None]) -> None:
    if not access.may_upload():
        return
    try:
        change()
    except UserError as error:
        st.session_state[_PROBLEM] = error.message(language())

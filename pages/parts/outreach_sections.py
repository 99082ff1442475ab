"""The parts of the page UMKM & sosialisasi: cards, enterprises, what meetings brought, whom to invite again."""

from __future__ import annotations

import streamlit as st

from jamsos_data.formats import round_half_up
from jamsos_data.sentences.outreach import (
    again_title,
    enterprises_title,
    packages_title,
    reasons_title,
    rule_sentence,
    yields_title,
)
from jamsos_data.views.outreach_figures import OutreachFigures
from jamsos_data.wording import count, has_value, month, people, percent
from pages.parts.cards import Card, card_row
from pages.parts.chart import draw, show_chart
from pages.parts.charts.parts import (
    describe_enterprises,
    describe_reasons,
    describe_yields,
    rank_enterprises,
    rank_reasons,
    rank_yields,
)
from pages.parts.keeping import told
from pages.parts.language import words
from pages.parts.outreach_tables import (
    again_table,
    enterprise_table,
    meeting_table,
    package_table,
    year_table,
    yield_table,
)
from pages.parts.outreach_traces import outreach_traces
from pages.parts.page import chart_look
from pages.parts.panel import panel
from pages.parts.state import Selection
from pages.parts.tables import data_table, folded_table
from pages.parts.wording import NOTHING, number_text

MEETINGS_HEIGHT = 360  # px


def draw_cards(found: OutreachFigures, selection: Selection) -> None:
    """Enterprises registered, how fast, what meetings bring, and how many people wait to be invited again."""
    card_row(
        [_registered_card(found), _pace_card(found), _yield_card(found), _again_card(found)],
        traces=outreach_traces(found, selection),
    )


def _registered_card(found: OutreachFigures) -> Card:
    say = words()
    title, note = say("outreach.card.registered"), say("outreach.card.registered.help")
    now = found.enterprises
    if now is None or now.persen is None:
        return Card(title=title, value=NOTHING, change=say("outreach.card.no_enterprises"), help=note)
    oldest = min((year for year, _ in now.lama), default=now.tahun)
    years = str(now.tahun) if oldest == now.tahun else f"{oldest}–{now.tahun}"
    lacking = say("outreach.card.lacking", n=len(now.tanpa), count=len(now.tanpa)) if now.tanpa else ""
    return Card(
        title=title,
        value=percent(now.persen, say),
        change=say("outreach.card.of_known", part=count(now.terdaftar, say), whole=count(now.terdata, say)),
        since=lacking or years,
        help=note,
    )


def _pace_card(found: OutreachFigures) -> Card:
    say = words()
    title, note = say("outreach.card.pace"), say("outreach.card.pace.help")
    pace = None if found.years.empty else found.years.iloc[-1]["tambahan_setahun"]
    if pace is None or not has_value(pace):
        return Card(title=title, value=NOTHING, change=say("outreach.card.no_pace"), help=note)
    left = found.years_left
    rest = "" if left is None else say("outreach.card.years_left", years=number_text(left))
    return Card(title=title, value=count(int(round_half_up(pace)), say), change=rest, help=note)


def _yield_card(found: OutreachFigures) -> Card:
    say = words()
    title, note = say("outreach.card.yield"), say("outreach.card.yield.help")
    unstated = say("outreach.card.unstated", people=people(found.unstated, say)) if found.unstated else ""
    if found.yield_percent is None:
        return Card(
            title=title, value=NOTHING, change=unstated or say("outreach.card.no_meetings"), help=note
        )
    number = found.judged
    meetings = say("outreach.card.meetings", n=number, count=count(number, say))
    return Card(
        title=title,
        value=percent(found.yield_percent, say),
        change=say(
            "outreach.card.of_present", part=count(found.registered, say), whole=count(found.present, say)
        ),
        since=" · ".join(filter(None, (meetings, unstated))),
        help=note,
    )


def _again_card(found: OutreachFigures) -> Card:
    say = words()
    number = len(found.again)
    return Card(
        title=say("outreach.card.again"),
        value=people(found.to_invite, say),
        change=say("outreach.card.groups", n=number, count=count(number, say)),
        help=say("outreach.card.again.help"),
    )


def draw_enterprises(found: OutreachFigures, selection: Selection) -> None:
    """Registered of the known enterprises by kecamatan, and by year."""
    say = words()
    with panel("outreach_enterprises", told(enterprises_title, found, say), say("outreach.enterprises.unit")):
        if found.areas.empty:
            st.markdown(say("outreach.enterprises.none"))
            return
        show_chart(
            draw(rank_enterprises, found.areas, say, look=chart_look(), selected=selection.dalam or ""),
            alt=told(describe_enterprises, found.areas, say),
            key="outreach_enterprises",
            selects_area=True,
        )
        folded_table(lambda: enterprise_table(found.areas), selection=selection, name="outreach_enterprises")


def draw_years(found: OutreachFigures, selection: Selection) -> None:
    """The years side by side: known, registered, and how many came on each year."""
    say = words()
    with panel("outreach_years", say("outreach.years.title"), say("outreach.years.unit")):
        if found.years.empty:
            st.markdown(say("outreach.enterprises.none"))
            return
        data_table(year_table(found.years, found.areas), selection=selection)
        st.caption(say("outreach.units"))


def draw_yields(found: OutreachFigures, selection: Selection) -> None:
    """What the meetings of each kecamatan brought."""
    say = words()
    with panel("outreach_yields", told(yields_title, found, say), _meeting_unit(selection)):
        if found.by_area.empty:
            st.markdown(say("outreach.meetings.none"))
            return
        if not found.judged:
            st.markdown(say("outreach.meetings.unjudged"))
            return
        show_chart(
            draw(rank_yields, found.by_area, say, look=chart_look(), selected=selection.dalam or ""),
            alt=told(describe_yields, found.by_area, say),
            key="outreach_yields",
            selects_area=True,
        )
        folded_table(lambda: yield_table(found.by_area), selection=selection, name="outreach_yields")


def draw_reasons(found: OutreachFigures, selection: Selection) -> None:
    """What hinders those who came and did not register."""
    say, reference = words(), selection.reference
    title = told(reasons_title, found, say, reference=reference)
    with panel("outreach_reasons", title, say("outreach.reasons.unit")):
        if found.by_reason.empty:
            st.markdown(say("outreach.meetings.none"))
            return
        show_chart(
            draw(rank_reasons, found.by_reason, say, look=chart_look(), reference=reference),
            alt=told(describe_reasons, found.by_reason, say, reference=reference),
            key="outreach_reasons",
        )
        st.caption(say("outreach.reasons.note"))


def draw_again(found: OutreachFigures, selection: Selection) -> None:
    """The groups to invite again, with the rule."""
    say, reference = words(), selection.reference
    rule = told(rule_sentence, found.rule, say, reference=reference)
    with panel("outreach_again", told(again_title, found, say), rule):
        if not found.again.empty:
            data_table(again_table(found.again, selection), selection=selection)


def draw_meetings(found: OutreachFigures, selection: Selection) -> None:
    """Every meeting with its yield, newest first."""
    with panel("outreach_meetings", words()("outreach.meetings.title"), _meeting_unit(selection)):
        if found.meetings.empty:
            st.markdown(words()("outreach.meetings.none"))
            return
        data_table(meeting_table(found.meetings, selection), selection=selection, height=MEETINGS_HEIGHT)


def draw_packages(found: OutreachFigures, selection: Selection) -> None:
    """The people whose package lacks JKK or JKM, where they are known."""
    say = words()
    unit = say("outreach.packages.unit", month=month(selection.month, say))
    with panel("outreach_packages", told(packages_title, found, say), unit):
        if not found.packages.empty:
            data_table(package_table(found.packages, selection), selection=selection)


def _meeting_unit(selection: Selection) -> str:
    say = words()
    return say("outreach.meetings.unit", month=month(selection.month, say))

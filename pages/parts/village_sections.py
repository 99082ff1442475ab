"""The parts of the village sheet: cards, people by segment, who pays, the trend, what to talk about."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from jamsos_data.formats import round_half_up
from jamsos_data.metrics.cliff import people_by_end
from jamsos_data.origin import Origin, Rows, people_and_potential
from jamsos_data.periods import month_key
from jamsos_data.sentences.summary import change_between
from jamsos_data.sentences.village import (
    agenda,
    around_sentence,
    budget_sentence,
    missing_sentence,
    no_data_sentence,
    village_enterprises,
)
from jamsos_data.sentences.wording import basis_mark, family_mark
from jamsos_data.table import Table, TableColumn
from jamsos_data.views.coverage_figures import complete_months
from jamsos_data.views.village_figures import VillageFigures
from jamsos_data.wording import has_value, month, people, points, reason, rows_of
from pages.parts import address
from pages.parts.cards import Card, Judgement, card_row
from pages.parts.chart import draw, show_chart
from pages.parts.charts.beside import describe_beside, trend_beside
from pages.parts.empty import empty_state
from pages.parts.keeping import made_once, told
from pages.parts.language import language, words
from pages.parts.page import basis_text, chart_look
from pages.parts.panel import panel
from pages.parts.state import Selection
from pages.parts.summary_cards import coverage_card, people_card, target_card
from pages.parts.tables import data_table
from pages.parts.traces import ending_trace, trace_of
from pages.parts.wording import NOTHING

_SEGMENT_ORIGIN = Origin(
    formulas=("active", "potential", "percent", "change", "short"),
    rows=(
        *people_and_potential("own"),
        Rows(kind="kepesertaan", when="compared"),
        *people_and_potential("inside"),
        Rows(kind="target", when="always", place="regency", matching=(("segmen", "segmen"),)),
    ),
)


def draw_no_data(found: VillageFigures) -> None:
    """What is missing in a month without data, with the ways to mend it: the upload, or the last month with data."""
    say, known = words(), found.known
    sentence = told(no_data_sentence, found, say)
    if known is None:
        empty_state(sentence)
        return

    def show_last() -> None:
        st.button(
            say("village.open_last", month=month(known, say)),
            key="village_last",
            on_click=address.choose,
            kwargs={"bulan": month_key(known)},
        )

    empty_state(sentence, another_way=show_last)


def draw_cards(found: VillageFigures, selection: Selection) -> None:
    """Coverage against the kecamatan, people, the gap to the target, and protection that ends."""
    course = complete_months(found.course, selection)
    change = told(change_between, found.before, found.now, mapped_alike=found.alike)
    target = found.target if has_value(found.target.kurang_orang) else None
    card_row(
        [
            _compared_card(found, course, basis=basis_text(selection)),
            people_card(found.now, course, change=change),
            target_card(
                target, course, change=change, family=family_mark(selection), complete=found.complete
            ),
            _ending_card(found),
        ],
        traces=[
            trace_of("coverage", found.now, selection),
            trace_of("people", found.now, selection),
            trace_of("short", target, selection),
            ending_trace(found.endings, selection),
        ],
    )


def _compared_card(found: VillageFigures, course: pd.DataFrame, *, basis: str) -> Card:
    say = words()
    plain = coverage_card(found.now, course, change=None, basis=basis)
    if not (has_value(found.now.persen) and has_value(found.around.persen)):
        return plain
    apart = float(round_half_up(found.now.persen - found.around.persen, 1))
    judgement: Judgement = "good" if apart > 0 else "bad" if apart < 0 else "neutral"
    if found.silent:  # the kecamatan lacks people, so that nobody is above it for certain
        judgement = "neutral"
    key = "equal" if apart == 0 else "above" if apart > 0 else "below"
    text = say(f"village.card.{key}", points=points(apart, say), around=found.around.wilayah)
    return Card(
        title=plain.title,
        value=plain.value,
        change=text,
        judgement=judgement,
        trend=plain.trend,
        help=plain.help,
    )


def _ending_card(found: VillageFigures) -> Card:
    say, endings = words(), found.endings
    title, note = say("village.card.ending"), say("village.card.ending.help")
    by_month = people_by_end(endings)
    if not by_month:
        return Card(title=title, value=NOTHING, change=say("village.card.ending.none"), help=note)
    return Card(
        title=title,
        value=people(sum(by_month.values()), say),
        change=say("village.card.ending.since", month=month(min(by_month), say, short=True)),
        judgement="bad",
        help=note,
    )


def draw_segments(found: VillageFigures, selection: Selection) -> None:
    """People by segment with their denominators, beside the kecamatan."""
    say = words()
    shown = month(selection.month, say)
    if selection.banding and found.alike:
        shown = say("village.segments.unit", month=shown, other=month(selection.banding, say))
    unit = f"{shown}{basis_mark(basis_text(selection))}"
    with panel("village_segments", say("village.segments.title"), unit):
        data_table(segment_table(found.segments, selection), selection=selection)
        notes = [told(around_sentence, found, say)]
        if bool(found.now.estimasi):
            notes.insert(0, f"{say('coverage.note.estimated').capitalize()}.")
        if any(notes):
            st.caption(" ".join(filter(None, notes)))


@made_once
def segment_table(segments: pd.DataFrame, selection: Selection) -> Table:
    """Rows of compare_segments, with the names of the segments, those under another indented."""
    say, tree = words(), selection.reference.segmen_tree
    around = selection.reference.area_name(selection.kecamatan or selection.wilayah)
    names = [
        "\N{EN SPACE}" * max(len(tree.ancestors(code)) - 1, 0) + tree.name(code, language())
        for code in segments["segmen"]
    ]
    columns = {
        "nama": TableColumn(say("coverage.column.segment"), width=176),
        "peserta_aktif": TableColumn(say("village.column.active"), "count"),
        "perubahan": TableColumn(say("village.column.change"), "change"),
        "potensi": TableColumn(say("village.column.potential"), "count"),
        "persen": TableColumn(say("village.column.percent"), "percent"),
        "persen_sekitar": TableColumn(say("village.column.around", around=around), "percent"),
        "kurang_orang": TableColumn(say("village.column.short"), "count"),
    }
    frame = segments.assign(nama=names)
    title = say("village.segments.title")
    return Table(name="lembar_segmen", title=title, frame=frame, columns=columns, origin=_SEGMENT_ORIGIN)


def draw_payers(found: VillageFigures, selection: Selection) -> None:
    """Who pays for how many, until when; and whether the village budgets for it."""
    say = words()
    unit = say("village.payers.unit", month=month(selection.month, say))
    with panel("village_payers", say("village.payers.title"), unit):
        if found.payers.empty:
            st.markdown(say("village.payers.none"))
        else:
            data_table(payer_table(found.payers, selection), selection=selection)
        st.markdown(told(budget_sentence, found, say, reference=selection.reference))


@made_once
def payer_table(payers: pd.DataFrame, selection: Selection) -> Table:
    """Rows of who_pays, with the names of the payers and until when they pay."""
    say, tree = words(), selection.reference.sumber_tree
    frame = payers.assign(
        nama=tree.names_of(payers["sumber_dana"], language()),
        sampai=[_until(row) for row in rows_of(payers)],
    )
    columns = {
        "nama": TableColumn(say("premiums.column.source"), width=170),
        "peserta_aktif": TableColumn(say("village.column.active"), "count"),
        "bagian": TableColumn(say("village.column.share"), "percent"),
        "sampai": TableColumn(say("village.column.until")),
        "realisasi": TableColumn(say("village.column.paid"), "rupiah"),
        "pagu": TableColumn(say("village.column.pagu"), "rupiah"),
    }
    origin = Origin(
        formulas=("active", "share", "paid", "budget"),
        rows=(Rows(kind="kepesertaan"), Rows(kind="iuran", when="since_january"), Rows(kind="anggaran")),
    )
    title = say("village.payers.title")
    return Table(name="lembar_pembayar", title=title, frame=frame, columns=columns, origin=origin)


def _until(row: Any) -> str:
    say = words()
    if has_value(row.lunas_sampai):
        until = month(row.lunas_sampai, say, short=True)
        if row.lunas_orang == row.peserta_aktif:
            return say("village.until.paid", month=until)
        return say("village.until.first", people=people(row.lunas_orang, say), month=until)
    if has_value(row.cukup_sampai):
        return say("village.until.budget", month=month(row.cukup_sampai, say, short=True))
    return say("village.until.monthly") if has_value(row.peserta_aktif) else ""


def draw_trend(found: VillageFigures, selection: Selection) -> None:
    """The last months beside the kecamatan, and the months that are missing."""
    say, around = words(), found.around.wilayah
    title = say("village.trend.title", area=found.now.wilayah, around=around)
    with panel("village_trend", title, say("village.trend.unit")):
        if found.course["persen"].notna().any():
            show_chart(
                draw(
                    trend_beside,
                    found.course,
                    found.course_around,
                    say,
                    look=chart_look(),
                    incomplete=frozenset(selection.incomplete),
                ),
                alt=told(describe_beside, found.course, found.course_around, say),
                key="village_trend",
            )
        else:
            st.markdown(say("village.trend.none", reason=reason(found.now, say)))
        if missing := told(missing_sentence, found, say):
            st.caption(missing)


def draw_agenda(found: VillageFigures, selection: Selection) -> None:
    """What a camat takes to the village head."""
    say, reference = words(), selection.reference
    kelurahan = reference.is_kelurahan(selection.wilayah)
    title = say("village.agenda.title.kelurahan" if kelurahan else "village.agenda.title")
    with panel("village_agenda", title):
        items = told(agenda, found, say, reference=reference)
        nothing = say("village.agenda.none", month=month(selection.month, say))
        st.markdown("\n".join(f"- {item}" for item in items) or nothing)


def draw_enterprises(found: VillageFigures, selection: Selection) -> None:
    """The enterprises of the kecamatan, and the UMKM people of the village."""
    say, reference = words(), selection.reference
    with panel("village_enterprises", say("village.enterprises.title")):
        st.markdown(told(village_enterprises, found.enterprises, found.segments, say, reference=reference))

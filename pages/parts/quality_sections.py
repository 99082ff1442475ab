"""The parts of the page Mutu data: cards, the heat table of reports, grades, checks, the lists for the camat."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from jamsos_data.exports.letters.document import file_name, make_letters
from jamsos_data.messages import load_messages
from jamsos_data.metrics.checks import CHECKS
from jamsos_data.sentences.quality import (
    check_counts,
    check_name,
    check_table,
    formula_text,
    grade_table,
    reporting_table,
    weight_table,
)
from jamsos_data.table import Table
from jamsos_data.views.quality_figures import QualityFigures
from jamsos_data.wording import month
from pages.parts.cards import Card
from pages.parts.chart import draw, show_chart
from pages.parts.charts.reporting import describe_reporting, heat_reporting
from pages.parts.downloads import lake_view
from pages.parts.keeping import made_once, told
from pages.parts.language import language, words
from pages.parts.page import chart_look, state_text
from pages.parts.panel import panel
from pages.parts.state import Selection
from pages.parts.tables import data_table, folded_table
from pages.parts.wording import count_text, month_text, percent_text

_CHOSEN = "mutu_pemeriksaan"
_EVERY = ""


def quality_cards(found: QualityFigures) -> list[Card]:
    """How many villages reported, how complete twelve months are, how many people are mapped, rows to check."""
    say, whole = words(), len(found.whole_now)
    reported, everybody = count_text(found.reported_now), count_text(found.expected_now)
    as_whole = ""
    if found.whole_percent:
        as_whole = say("quality.card.complete.whole", percent=percent_text(found.whole_percent))
    return [
        Card(
            title=say("quality.card.reported"),
            value=say("quality.card.reported.value", reported=reported, all=everybody),
            change=say("quality.card.reported.whole", n=whole, count=count_text(whole)) if whole else "",
        ),
        Card(
            title=say("quality.card.complete"),
            value=percent_text(found.complete_percent),
            change=as_whole,
            help=say("quality.card.complete.help"),
        ),
        Card(
            title=say("quality.card.mapped"),
            value=percent_text(found.mapped_percent),
            help=say("quality.card.mapped.help"),
        ),
        Card(title=say("quality.card.checks"), value=count_text(len(found.checks))),
    ]  # fmt: skip


def draw_reporting(found: QualityFigures, selection: Selection) -> None:
    """Which area reported in which month, for the segmen looked at."""
    say, by_desa = words(), selection.kecamatan is not None
    level = "desa" if by_desa else "kecamatan"
    place = selection.reference.area_name(selection.kecamatan or selection.reference.kabupaten)
    title = say(f"quality.reporting.title.{level}", **({"area": place} if by_desa else {}))
    note = say("quality.reporting.note", segment=_expected(selection), month=month_text(selection.bulan))
    with panel("reporting", title, note):
        if found.shown.empty:
            st.markdown(say("quality.reporting.none"))
            return
        show_chart(
            draw(heat_reporting, found.shown, say, look=chart_look(), selected=selection.wilayah),
            alt=told(describe_reporting, found.shown, say),
            key="reporting",
            selects_area=True,
        )
        st.caption(say(f"quality.reporting.key.{level}"))
        folded_table(
            lambda: _reporting_table(found.shown, by_desa=by_desa), selection=selection, name="reporting"
        )


def draw_grades(found: QualityFigures, selection: Selection) -> None:
    """The grade of each kecamatan, how it is made, and the lists to send."""
    say = words()
    with panel(
        "grades", say("quality.grades"), say("quality.grades.note", month=month_text(selection.bulan))
    ):
        data_table(_grade_table(found.grades, selection), selection=selection, selects_area=True)
        st.caption(told(formula_text, say, reference=selection.reference))
        with st.expander(
            say("quality.weights"), on_change="rerun", key="mutu_bobot", icon=":material/calculate:"
        ) as folded:
            if folded.open:
                st.table(_weights(selection), border="horizontal", hide_index=True)
                st.caption(say("quality.weights.note"))
        _letters_button(selection)


def draw_checks(found: QualityFigures, selection: Selection) -> None:
    """The checks with the rows that they concern; one of them can be chosen."""
    say = words()
    note = say("quality.checks.note", month=month(selection.month, say))
    with panel("checks", say("quality.checks"), note):
        counts = check_counts(found.checks)
        clear = [check_name(code, say) for code in CHECKS if code not in counts]
        if counts:
            labels = {_EVERY: say("quality.checks.every", count=count_text(len(found.checks)))}
            labels |= {
                code: say("quality.checks.option", name=check_name(code, say), count=count_text(number))
                for code, number in counts.items()
            }
            chosen = st.selectbox(
                say("quality.checks.choose"),
                list(labels),
                format_func=labels.__getitem__,
                key=_CHOSEN,
                width=460,
            )
            data_table(_check_table(found, selection, code=chosen or _EVERY), selection=selection, height=420)
        if clear:
            st.caption(say("quality.checks.clear", names="; ".join(clear)))
        st.caption(say("quality.checks.intake"))


def _expected(selection: Selection) -> str:
    tree = selection.reference.segmen_tree
    if selection.segmen == tree.root:
        return words()("quality.reporting.all")
    return words()("quality.reporting.one", name=tree.name(selection.segmen, language()))


def _letters_button(selection: Selection) -> None:
    say, kecamatan = words(), selection.kecamatan
    label = say("quality.letters")
    if kecamatan is not None:
        label = say("quality.letters.one", area=selection.reference.area_name(kecamatan))
    view = lake_view(selection)
    st.download_button(
        label,
        partial(make_letters, view, load_messages(language()), state=state_text(selection.snapshot)),
        file_name=file_name(view),
        mime="application/pdf",
        icon=":material/picture_as_pdf:",
        on_click="ignore",
        key="letters",
    )
    st.caption(say("quality.letters.note"))


@made_once
def _reporting_table(shown: pd.DataFrame, *, by_desa: bool) -> Table:
    return reporting_table(shown, words(), by_desa=by_desa)


@made_once
def _grade_table(grades: pd.DataFrame, selection: Selection) -> Table:
    return grade_table(grades, words(), reference=selection.reference)


@made_once
def _weights(selection: Selection) -> pd.DataFrame:
    return weight_table(words(), reference=selection.reference)


@made_once
def _check_table(found: QualityFigures, selection: Selection, *, code: str) -> Table:
    rows = found.checks
    if code != _EVERY:
        rows = rows[rows["pemeriksaan"] == code].reset_index(drop=True)
    return check_table(rows, words(), reference=selection.reference)

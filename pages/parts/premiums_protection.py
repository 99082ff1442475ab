"""Until when people's iuran is paid, and who is paid for twice: what "Perlu perhatian" sends its readers to."""

from __future__ import annotations

import streamlit as st

from jamsos_data.sentences.cliff import cliff_sentence, cliff_title, ending_title
from jamsos_data.sentences.premium_titles import doubles_title, unjudged_sentence
from jamsos_data.sentences.wording import basis_mark
from jamsos_data.views.premiums_figures import PremiumFigures
from jamsos_data.wording import month
from pages.parts.chart import draw, show_chart
from pages.parts.charts.cliff import HEIGHT, step_cliff
from pages.parts.keeping import told
from pages.parts.language import words
from pages.parts.page import basis_text, chart_look
from pages.parts.panel import panel
from pages.parts.premiums_protection_tables import cliff_table, double_table, ending_table, fall_table
from pages.parts.state import Selection
from pages.parts.tables import data_table, folded_table


def draw_cliff(found: PremiumFigures, selection: Selection) -> None:
    """What coverage falls to if nothing is renewed, in which areas, and whose protection ends when."""
    if found.cliff["berakhir"].any():
        left, right = st.columns(2, gap="small")
        with left:
            _draw_fall(found, selection)
        with right:
            _draw_areas(found, selection)
    _draw_endings(found, selection)


def _draw_fall(found: PremiumFigures, selection: Selection) -> None:
    say = words()
    note = say(
        "premiums.cliff.unit", month=month(selection.month, say), basis=basis_mark(basis_text(selection))
    )
    with panel("cliff", told(cliff_title, found.cliff, say), note):
        show_chart(
            draw(step_cliff, found.cliff, say, look=chart_look()),
            alt=told(cliff_sentence, found.cliff, say),
            key="cliff",
        )
        st.caption(say("premiums.cliff.note"))
        folded_table(lambda: cliff_table(found.cliff), selection=selection, name="cliff")


def _draw_areas(found: PremiumFigures, selection: Selection) -> None:
    say = words()
    with panel(
        "falls", say("premiums.falls.title"), say("premiums.falls.unit", month=month(selection.month, say))
    ):
        data_table(fall_table(found.falls), selection=selection, height=HEIGHT + 60, selects_area=True)


def _draw_endings(found: PremiumFigures, selection: Selection) -> None:
    say, tree = words(), selection.reference.sumber_tree
    note = say("premiums.until.unit", month=month(selection.month, say))
    with panel("paid_until", told(ending_title, found.endings, say, tree=tree), note):
        if found.endings.empty:
            st.markdown(say("premiums.until.unknown"))
            return
        data_table(ending_table(found.endings, selection), selection=selection, height=240)


def draw_doubles(found: PremiumFigures, selection: Selection) -> None:
    """Desa and kecamatan where several sources pay for more people than are active, and where that cannot be told."""
    say, tree = words(), selection.reference.segmen_tree
    note = say("premiums.doubles.unit", month=month(selection.month, say))
    with panel("doubles", told(doubles_title, found.doubles, found.unjudged, say), note):
        unknown = told(unjudged_sentence, found.unjudged, say, tree=tree)
        if unknown:
            st.markdown(unknown)
        if not found.doubles.empty:
            table = double_table(found.doubles, selection)
            data_table(table, selection=selection, height=240, selects_area=True)
        elif not unknown:
            st.markdown(say("premiums.doubles.fine"))

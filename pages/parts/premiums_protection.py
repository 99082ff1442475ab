"""Until when people's iuran is paid, and who is paid for twice: what "Perlu perhatian" sends its readers to."""

from __future__ import annotations

import streamlit as st

from jamsos_data.sentences.premium_titles import doubles_title, ending_title
from jamsos_data.views.premiums_figures import PremiumFigures
from jamsos_data.wording import month
from pages.parts.language import words
from pages.parts.panel import panel
from pages.parts.premiums_tables import double_table, until_table
from pages.parts.state import Selection
from pages.parts.tables import data_table


def draw_paid_until(found: PremiumFigures, selection: Selection) -> None:
    """Who is paid for until which month, by which source."""
    say, tree = words(), selection.reference.sumber_tree
    note = say("premiums.until.unit", month=month(selection.month, say))
    with panel("paid_until", ending_title(found.paid_until, say, tree=tree), note):
        if found.paid_until.empty:
            st.markdown(say("premiums.until.unknown"))
            return
        data_table(until_table(found.paid_until, selection), selection=selection, height=240)


def draw_doubles(found: PremiumFigures, selection: Selection) -> None:
    """Villages where several sources pay for more people than are active."""
    say = words()
    note = say("premiums.doubles.unit", month=month(selection.month, say))
    with panel("doubles", doubles_title(found.doubles, say), note):
        if found.doubles.empty:
            st.markdown(say("premiums.doubles.fine"))
            return
        data_table(double_table(found.doubles, selection), selection=selection, height=240, selects_area=True)

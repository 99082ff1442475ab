"""Target Inpres 2/2021: will we make it, and who must add how many a month."""

import streamlit as st

from jamsos_data.sentences.targets import family_name, opening_sentences
from jamsos_data.sentences.wording import family_mark
from jamsos_data.views import figures
from jamsos_data.views.duties import duty_course, duty_rows
from jamsos_data.views.targets_figures import target_figures
from pages.parts.cards import card_row
from pages.parts.keeping import told
from pages.parts.language import words
from pages.parts.page import open_page
from pages.parts.required import point_out_missing, require
from pages.parts.targets_cards import target_cards
from pages.parts.targets_sections import (
    draw_areas,
    draw_burn_up,
    draw_duties,
    draw_grid,
    draw_pace_table,
    draw_segments,
    family_switch,
    foundations,
)
from pages.parts.traces import trace_of

selection = open_page("targets")
require(selection, "kepesertaan", otherwise="coverage.empty.kepesertaan")
say = words()
family_switch(selection)

# Sentence and cards
if not point_out_missing(selection, "target", otherwise="targets.empty.target"):
    found = target_figures(selection)
    point_out_missing(selection, "potensi", otherwise="coverage.empty.potensi")
    family = family_name(selection, say)
    st.markdown(
        told(
            opening_sentences,
            found,
            say,
            family=family,
            bulan=selection.month,
            reference=selection.reference,
            mark=family_mark(selection),
        )
    )
    foundations(found, selection)
    names = ("short", "needed", "pace", "uncovered")
    card_row(
        target_cards(found, selection),
        traces=[trace_of(name, found.now, selection, unasked=("sumber_dana",)) for name in names],
    )

    # Will we make it
    if found.complete:
        left, right = st.columns(2, gap="small")
        with left:
            draw_burn_up(found, selection)
        with right:
            draw_segments(found, selection)

        # Who must add how many
        left, right = st.columns(2, gap="small")
        with left:
            draw_areas(found, selection)
        with right:
            draw_grid(found, selection)
    else:
        draw_burn_up(found, selection)
    draw_pace_table(found, selection)

# What is not a number
draw_duties(duty_rows(selection), duty_course(selection), figures.enterprises(selection), selection)

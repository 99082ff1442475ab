"""Simulasi: what it would cost to close the gap, whom first, and whether the money is there."""

import streamlit as st

from jamsos_data.sentences.simulation import scenario_sentences
from pages.parts.language import words
from pages.parts.page import open_page
from pages.parts.required import require
from pages.parts.simulation.answers import found_for, simulated
from pages.parts.simulation.cards import draw_cards
from pages.parts.simulation.choices import active_slot, read_slots, say_unknown
from pages.parts.simulation.form import draw_form
from pages.parts.simulation.kept import draw_kept
from pages.parts.simulation.sections import (
    draw_comparison,
    draw_details,
    draw_obstacles,
    foundations,
)
from pages.parts.simulation.sharing import draw_sharing

selection = open_page("simulation")
require(selection, "kepesertaan", otherwise="coverage.empty.kepesertaan")
slots = read_slots(selection)
shown = simulated(slots, selection)
active = active_slot(slots)

# Sentence and cards
say_unknown(slots)
for one in shown:
    if one.letter == active.letter:
        st.markdown(scenario_sentences(one.found, one.name, words(), view=selection))
foundations(selection)
draw_cards(shown, slots, selection, active=active)

# The choices beside what they lead to
left, right = st.columns([5, 7], gap="small")
with left:
    draw_form(active, slots, selection, found=found_for(shown, active))
with right:
    draw_comparison(shown, selection)
    if len(shown) == 1:
        draw_obstacles(shown, selection)
if len(shown) > 1:
    draw_obstacles(shown, selection)

# The figures behind, and what to do with them
draw_details(shown, selection)
left, right = st.columns(2, gap="small")
with left:
    draw_kept(active, slots, selection)
with right:
    draw_sharing(shown, slots, selection)

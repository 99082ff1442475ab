"""UMKM & sosialisasi: how many enterprises are registered, what meetings bring, and whom to invite again."""

import streamlit as st

from jamsos_data.sentences.outreach import outreach_sentences
from jamsos_data.views.outreach_figures import outreach_figures
from pages.parts.keeping import told
from pages.parts.language import words
from pages.parts.outreach_sections import (
    draw_again,
    draw_cards,
    draw_enterprises,
    draw_meetings,
    draw_packages,
    draw_reasons,
    draw_years,
    draw_yields,
)
from pages.parts.page import open_page
from pages.parts.required import point_out_missing

selection = open_page("outreach")
say, found = words(), outreach_figures(selection)

# Sentence and cards
without_enterprises = point_out_missing(selection, "umkm", otherwise="outreach.empty.umkm")
without_meetings = point_out_missing(selection, "sosialisasi", otherwise="outreach.empty.sosialisasi")
if sentences := told(outreach_sentences, found, say, reference=selection.reference):
    st.markdown(sentences)
draw_cards(found, selection)

# Enterprises: where, and how fast
if not without_enterprises:
    left, right = st.columns([6, 5], gap="small")
    with left:
        draw_enterprises(found, selection)
    with right:
        draw_years(found, selection)

# Meetings: what they bring, what hinders, whom to invite again
if not without_meetings:
    left, right = st.columns([6, 5], gap="small")
    with left:
        draw_yields(found, selection)
    with right:
        draw_reasons(found, selection)
    draw_again(found, selection)
    draw_meetings(found, selection)

# Packages that are too small
draw_packages(found, selection)

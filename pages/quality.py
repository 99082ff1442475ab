"""Mutu data: can the figures be trusted; which village reported, what looks odd, and who should mend it."""

import streamlit as st

from jamsos_data.sentences.quality import quality_headline
from jamsos_data.views.quality_figures import quality_figures
from pages.parts.cards import card_row
from pages.parts.keeping import told
from pages.parts.language import words
from pages.parts.page import open_page
from pages.parts.quality_sections import draw_checks, draw_grades, draw_reporting, quality_cards
from pages.parts.quality_traces import quality_traces
from pages.parts.required import require

selection = open_page("quality")
require(selection, "kepesertaan", otherwise="quality.empty")
found = quality_figures(selection)

# Sentence and cards
st.markdown(told(quality_headline, found, words(), view=selection))
card_row(quality_cards(found), traces=quality_traces(found, selection))

# Who reported
draw_reporting(found, selection)

# How good, and what to mend
draw_grades(found, selection)
draw_checks(found, selection)

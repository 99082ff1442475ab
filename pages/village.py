"""Lembar desa: everything known about one village, on one sheet of paper."""

import streamlit as st

from jamsos_data.sentences.village import opening_sentences, village_name
from jamsos_data.views.coverage_figures import coverage_figures
from jamsos_data.views.village_figures import village_figures
from jamsos_data.wording import month
from pages.parts.keeping import told
from pages.parts.language import words
from pages.parts.page import open_page
from pages.parts.required import require
from pages.parts.village_sections import (
    draw_agenda,
    draw_cards,
    draw_enterprises,
    draw_no_data,
    draw_payers,
    draw_segments,
    draw_trend,
)
from pages.parts.village_table import draw_villages

selection = open_page("village")
require(selection, "kepesertaan", otherwise="coverage.empty.kepesertaan")
say, kode, reference = words(), selection.wilayah, selection.reference

# Which village
if reference.area_level(kode) != "desa":
    st.markdown(say("village.choose"))
    draw_villages(coverage_figures(selection), selection)
    st.stop()

# Sentence and cards
found = village_figures(selection)
st.header(village_name(kode, say, reference=reference), anchor=False)
st.caption(say("village.code", kode=kode, month=month(selection.month, say)))
if found.has_data:
    st.markdown(told(opening_sentences, found, say))
    draw_cards(found, selection)
else:
    draw_no_data(found)

# Who is covered and who pays, beside what to talk about and the course of the last months
left, right = st.columns([7, 5], gap="small")
with left:
    if found.has_data:
        draw_segments(found, selection)
    draw_payers(found, selection)
    if not found.has_data:
        draw_enterprises(found, selection)
with right:
    draw_agenda(found, selection)
    draw_trend(found, selection)
    if found.has_data:
        draw_enterprises(found, selection)

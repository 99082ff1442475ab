"""Cakupan kecamatan: who lags, since when, which villages."""

import streamlit as st

from jamsos_data.sentences.coverage import opening_sentences
from jamsos_data.sentences.summary import change_between
from jamsos_data.sentences.wording import family_mark, who_is_meant
from jamsos_data.views.coverage_figures import complete_months, coverage_figures
from pages.parts.cards import card_row
from pages.parts.coverage_cards import uncovered_card, unmapped_card
from pages.parts.coverage_sections import draw_comparison, draw_map, draw_ranking, draw_segments, draw_trend
from pages.parts.keeping import told
from pages.parts.language import words
from pages.parts.page import basis_text, open_page
from pages.parts.required import point_out_missing, require
from pages.parts.summary_cards import coverage_card, people_card
from pages.parts.traces import trace_of, unmapped_trace
from pages.parts.village_table import draw_villages

selection = open_page("coverage")
require(selection, "kepesertaan", otherwise="coverage.empty.kepesertaan")
say, found = words(), coverage_figures(selection)
is_regency = selection.wilayah == selection.reference.kabupaten
change = told(change_between, found.before, found.now, mapped_alike=found.mapped_alike or is_regency)
course = complete_months(found.course, selection)

# Sentence and cards
who, family = told(who_is_meant, selection, say), family_mark(selection)
st.markdown(told(opening_sentences, found, say, who=who, reference=selection.reference, family=family))
point_out_missing(selection, "potensi", otherwise="coverage.empty.potensi")
cards = [
    coverage_card(found.now, course, change=change, basis=basis_text(selection)),
    people_card(found.now, course, change=change),
    uncovered_card(found.now, complete=found.complete),
]
if found.now.kode_wilayah not in set(found.areas["kode_wilayah"]):
    cards.append(unmapped_card(found.now, found.rest, level=selection.level_inside))
traces = [trace_of(name, found.now, selection) for name in ("coverage", "people", "uncovered")]
card_row(cards, traces=[*traces, unmapped_trace(found.now, found.rest, selection)][: len(cards)])

# Who lags
left, right = st.columns([5, 6], gap="small")
with left:
    draw_map(found, selection)
with right:
    draw_ranking(found, selection, with_table=True)

# Since when
draw_trend(found, selection)
left, right = st.columns(2, gap="small")
with left:
    draw_comparison(found, selection)
with right:
    draw_segments(found, selection)

# Which villages
draw_villages(found, selection, with_link=True)

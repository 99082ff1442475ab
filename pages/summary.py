"""Ringkasan: how many are protected, is it enough, and what needs attention."""

import streamlit as st

from jamsos_data.sentences.silence import silence_sentence
from jamsos_data.sentences.summary import coverage_headline
from jamsos_data.sentences.wording import family_mark, who_is_meant
from jamsos_data.views.premiums_figures import payments_known
from jamsos_data.views.summary_figures import summary_figures
from pages.parts.attention_desk import judged_findings
from pages.parts.cards import card_row
from pages.parts.coverage_sections import draw_map, draw_ranking
from pages.parts.keeping import told
from pages.parts.language import words
from pages.parts.page import basis_text, open_page
from pages.parts.required import require
from pages.parts.summary_cards import coverage_card, paid_card, people_card, target_card
from pages.parts.summary_sections import draw_attention, draw_payments, draw_table
from pages.parts.traces import paid_trace, trace_of
from pages.parts.wording import month_text

selection = open_page("summary")
require(selection, "kepesertaan", otherwise="empty.lake")

# Figures
found = summary_figures(selection)
now, target, change, inside = found.now, found.target, found.change, found.inside

# Sentence and cards
headline = told(
    coverage_headline,
    now,
    words(),
    who=told(who_is_meant, selection, words()),
    change=change,
    target=target,
    areas=found.judged,
    complete=inside.complete,
    family=family_mark(selection),
)
silence = told(
    silence_sentence, inside.silent, words(), area=selection.wilayah, reference=selection.reference
)
st.markdown(f"{headline} {silence}" if inside.complete else headline)
card_row(
    [
        coverage_card(now, found.course, change=change, basis=basis_text(selection)),
        people_card(now, found.course, change=change),
        target_card(
            target, found.course, change=change, family=family_mark(selection), complete=inside.complete
        ),
        paid_card(
            found.premiums,
            found.payments,
            year=selection.month.year,
            through=month_text(selection.bulan, short=True),
            known=payments_known(selection),
        ),
    ],
    traces=[
        trace_of("coverage", now, selection),
        trace_of("people", now, selection),
        trace_of("short", target, selection),
        paid_trace(found.premiums, selection),
    ],
)

# Who lags
left, right = st.columns([5, 6], gap="small")
with left:
    draw_map(inside, selection)
with right:
    draw_ranking(inside, selection)

# Money, and what needs attention
left, right = st.columns([6, 5], gap="small")
with left:
    draw_payments(found.payments, selection)
with right:
    draw_attention(judged_findings(selection, with_news=False), selection)

# The figures behind the pictures
draw_table(inside, selection)

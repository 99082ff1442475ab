"""Ringkasan: how many are protected, is it enough, and what needs attention."""

import streamlit as st

from jamsos_data.periods import add_months
from jamsos_data.sentences.silence import silence_sentence
from jamsos_data.sentences.summary import change_between, coverage_headline
from jamsos_data.sentences.wording import family_mark, who_is_meant
from jamsos_data.views import figures
from jamsos_data.views.coverage_figures import area_figures, complete_months, mapped_alike
from jamsos_data.views.premiums_figures import payments_known
from jamsos_data.views.rows import first_row
from pages.parts.attention_desk import judged_findings
from pages.parts.cards import card_row
from pages.parts.coverage_sections import draw_map, draw_ranking
from pages.parts.language import words
from pages.parts.page import basis_text, open_page
from pages.parts.required import require
from pages.parts.summary_cards import TREND_MONTHS, coverage_card, paid_card, people_card, target_card
from pages.parts.summary_sections import draw_attention, draw_payments, draw_table
from pages.parts.traces import paid_trace, trace_of
from pages.parts.wording import month_text

selection = open_page("summary")
require(selection, "kepesertaan", otherwise="empty.lake")
bulan, earlier = selection.month, selection.banding

# Figures
now = first_row(figures.coverage(selection, total=True))
target = first_row(figures.targets(selection, total=True)) if selection.sumber_dana is None else None
inside = area_figures(selection)
trend = figures.coverage_trend(selection, total=True, since=add_months(bulan, 1 - TREND_MONTHS))
before = first_row(trend[trend["periode"] == earlier])
if before is None and earlier:
    before = first_row(figures.coverage(selection, total=True, bulan=earlier))
payments, premiums = figures.paid_this_year(selection), figures.premiums(selection)
is_regency = selection.wilayah == selection.reference.kabupaten
change = change_between(before, now, mapped_alike=is_regency or mapped_alike(selection))
course = complete_months(trend, selection)
is_inside = selection.level_inside != selection.reference.area_level(selection.wilayah)

# Sentence and cards
headline = coverage_headline(
    now,
    words(),
    who=who_is_meant(selection, words()),
    change=change,
    target=target,
    areas=inside.targets if is_inside else inside.targets.head(0),
    complete=inside.complete,
    family=family_mark(selection),
)
silence = silence_sentence(inside.silent, words(), area=selection.wilayah, reference=selection.reference)
st.markdown(f"{headline} {silence}" if inside.complete else headline)
card_row(
    [
        coverage_card(now, course, change=change, basis=basis_text(selection)),
        people_card(now, course, change=change),
        target_card(target, course, change=change, family=family_mark(selection), complete=inside.complete),
        paid_card(
            premiums,
            payments,
            year=bulan.year,
            through=month_text(bulan, short=True),
            known=payments_known(selection),
        ),
    ],
    traces=[
        trace_of("coverage", now, selection),
        trace_of("people", now, selection),
        trace_of("short", target, selection),
        paid_trace(premiums, selection),
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
    draw_payments(payments, selection)
with right:
    draw_attention(judged_findings(selection, with_news=False), selection)

# The figures behind the pictures
draw_table(inside, selection)

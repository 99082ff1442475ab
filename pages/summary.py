"""Ringkasan: how many are protected, is it enough, and what needs attention."""

import streamlit as st

from jamsos_data.periods import add_months, month_start
from pages.parts import figures
from pages.parts.attention import attention_list
from pages.parts.cards import card_row
from pages.parts.chart import draw, show_chart
from pages.parts.charts.premiums import describe_stack, stack_premiums
from pages.parts.charts.rank import describe_rank, headline_rank, rank_coverage
from pages.parts.language import words
from pages.parts.maps import describe_map, map_coverage
from pages.parts.outlines import map_level, outlines_of
from pages.parts.page import basis_text, chart_look, open_page
from pages.parts.rows import first_row
from pages.parts.sentences.summary import change_between, coverage_headline
from pages.parts.summary_cards import TREND_MONTHS, coverage_card, paid_card, people_card, target_card
from pages.parts.wording import month_text

selection = open_page("summary")
say, look, bulan = words(), chart_look(), selection.month

# Figures
now = first_row(figures.coverage(selection, total=True))
before = (
    first_row(figures.coverage(selection, total=True, bulan=selection.banding)) if selection.banding else None
)
target = first_row(figures.targets(selection, total=True))
areas = figures.targets(selection)
covered = figures.coverage(selection)
trend = figures.coverage_trend(selection, total=True, since=add_months(bulan, 1 - TREND_MONTHS))
premiums = figures.premiums(selection)
this_year = figures.premium_months(selection, since=month_start(bulan.year, 1)).dropna(subset=["nilai"])
change = change_between(before, now)

# Sentence and cards
inner = areas if map_level(selection) != selection.reference.area_level(selection.wilayah) else areas.head(0)
st.markdown(coverage_headline(now, say, change=change, target=target, areas=inner))
card_row(
    [
        coverage_card(now, trend, change=change, basis=basis_text(selection)),
        people_card(now, trend, change=change),
        target_card(target, trend, change=change),
        paid_card(premiums, this_year, year=bulan.year, through=month_text(bulan, short=True)),
    ]
)

# Map and ranking
left, right = st.columns([5, 6], gap="small")
with left, st.container(border=True, height="stretch"):
    level = map_level(selection)
    st.subheader(say(f"summary.map.{level}"), anchor=False)
    show_chart(
        draw(
            map_coverage, covered, say, look=look, outlines=outlines_of(level), selected=selection.dalam or ""
        ),
        alt=describe_map(covered, say),
        key="map",
        selects_area=True,
    )
with right, st.container(border=True, height="stretch"):
    st.subheader(headline_rank(areas, say), anchor=False)
    show_chart(
        draw(rank_coverage, areas, say, look=look, bulan=bulan, selected=selection.dalam or ""),
        alt=describe_rank(areas, say, bulan=bulan),
        key="rank",
        selects_area=True,
    )

# Money and what needs attention
left, right = st.columns([6, 5], gap="small")
with left, st.container(border=True, height="stretch"):
    st.subheader(say("summary.premiums"), anchor=False)
    if this_year.empty:
        st.markdown(say("summary.no_premiums"))
    else:
        show_chart(
            draw(stack_premiums, this_year, say, look=look, tree=selection.reference.sumber_tree),
            alt=describe_stack(this_year, say, tree=selection.reference.sumber_tree),
            key="premiums",
        )
with right, st.container(border=True, height="stretch"):
    st.subheader(say("summary.attention"), anchor=False)
    attention_list(figures.attention(selection), selection)

"""Iuran & sumber dana: what it costs, who pays, how long the money lasts."""

import streamlit as st

from jamsos_data.sentences.premiums import opening_sentences
from jamsos_data.views.premiums_figures import premium_figures
from pages.parts.cards import card_row
from pages.parts.keeping import told
from pages.parts.language import words
from pages.parts.page import open_page
from pages.parts.premiums_cards import premium_cards
from pages.parts.premiums_protection import draw_cliff, draw_doubles
from pages.parts.premiums_sections import (
    draw_budgets,
    draw_costs,
    draw_differences,
    draw_estimates,
    draw_flow,
    draw_months,
    draw_remarks,
    draw_sources,
    draw_villages,
    foundations,
)
from pages.parts.required import point_out_missing
from pages.parts.summary_sections import draw_unmapped
from pages.parts.traces import money_traces

selection = open_page("premiums")
say, found, bulan = words(), premium_figures(selection), selection.month
tree, area = selection.reference.sumber_tree, selection.reference.area_name(selection.wilayah)

# Sentence and cards
st.markdown(told(opening_sentences, found, say, tree=tree, bulan=bulan, area=area))
point_out_missing(selection, "iuran", otherwise="premiums.empty.iuran")
draw_unmapped(found.unmapped, selection)
st.caption(" ".join(foundations(selection)))
card_row(premium_cards(found, bulan=bulan), traces=money_traces(found.sources, selection))
draw_remarks(found, selection)

# Who pays
draw_months(found, selection)
draw_flow(found, selection)

# Whether it lasts, and whether it is what it should be: both have a row for each source
left, right = st.columns(2, gap="small")
with left:
    draw_budgets(found, selection)
with right:
    draw_estimates(found, selection)
draw_costs(found, selection)
draw_sources(found, selection)

# Until when people are protected, whether somebody is paid for twice or wrongly
draw_cliff(found, selection)
draw_doubles(found, selection)
draw_differences(found, selection)

# Which desa budget
draw_villages(found, selection)

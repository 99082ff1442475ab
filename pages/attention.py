"""Perlu perhatian: everything that somebody should look at, how large it is, and who should act."""

import streamlit as st

from jamsos_data.sentences.attention import attention_headline
from pages.parts.attention_desk import judged_findings, problem_notice
from pages.parts.attention_sections import draw_handled, draw_list, draw_meeting, draw_rules, draw_table
from pages.parts.language import words
from pages.parts.page import open_page
from pages.parts.required import require

selection = open_page("attention")
require(selection, "kepesertaan", otherwise="empty.lake")
judged = judged_findings(selection, with_news=True)

# Sentence and meeting
st.markdown(attention_headline(judged, words(), bulan=selection.month))
problem_notice()
draw_meeting(judged, selection)

# The list, and what is handled
draw_list(judged, selection)
draw_handled(judged, selection)

# The same to download, and the rules
draw_table(judged, selection)
draw_rules(selection)

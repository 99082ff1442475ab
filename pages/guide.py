"""Panduan: how to read the figures, what every column means, tariffs, and how to prepare files."""

from pages.parts.guide.contents import draw_guide
from pages.parts.page import open_page

selection = open_page("guide")
draw_guide(selection.reference)

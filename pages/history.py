"""Riwayat: what changed, who changed it, and the way back."""

from pages.parts.history.timeline import draw_history
from pages.parts.page import open_page

selection = open_page("history")
draw_history(selection)

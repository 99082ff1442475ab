"""Ringkasan: how many are protected, is it enough, and what needs attention."""

from pages.parts.page import open_page

selection = open_page("summary")

"""Presentasi: full-screen slides from the live figures, for a meeting or a screen on a wall."""

from pages.parts.page import came_through_front_door, open_page
from pages.parts.stage.desk import asked_programme, draw_desk, leave_stage
from pages.parts.stage.screen import show_stage
from pages.parts.state import read_selection

came_through_front_door()
asked, selection = asked_programme(), read_selection()
understood = not asked.unknown and (selection.bulan is None or not selection.unknown)
if asked.starts and understood:
    show_stage(selection, asked.programme, on_leave=leave_stage)
else:
    draw_desk(open_page("presentation", programme=asked.programme), asked)

"""Unggah data: is my file right, what would it change, and into the dashboard with it."""

from pages.parts.page import open_page
from pages.parts.upload.desk import draw_upload

selection = open_page("upload")
draw_upload(selection)

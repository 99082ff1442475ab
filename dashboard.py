"""The front door: page setup, the list of pages, the sidebar.

`app` and `page` stand at module level on purpose: the server runs this file once before the first visitor
comes, and by then `st.navigation` has told Streamlit that the folder `pages/` is no page list of its own. So a
deep link to a fresh server opens the right page, through this door.
"""

from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.parts.address import follow_address
from pages.parts.ahead import answering_ahead, look_ahead
from pages.parts.delivery import delivery_middleware
from pages.parts.document import document_routes
from pages.parts.errors import show_error
from pages.parts.language import words
from pages.parts.marks import show_icon, show_logo
from pages.parts.memory import pass_over_what_stays, set_nothing_aside
from pages.parts.navigation import menu
from pages.parts.outlines import outline_routes
from pages.parts.page import enter_front_door
from pages.parts.sent_once import send_tables_once
from pages.parts.sidebar import draw_sidebar
from pages.parts.state import read_selection
from pages.parts.unknown_address import unknown_address_routes

VISITED = get_script_run_ctx(suppress_warning=True) is not None

set_nothing_aside()
send_tables_once()
app = st.App(
    Path(__file__),
    lifespan=answering_ahead,
    routes=[*document_routes(), *outline_routes(), *unknown_address_routes()],
    middleware=delivery_middleware(),
    on_script_error=show_error,
)

if VISITED:
    follow_address()
    show_icon()
    st.set_page_config(layout="wide", initial_sidebar_state=232)
page = st.navigation(menu(), expanded=True)

if VISITED:
    st.set_page_config(page_title=f"{page.title} · {words()('app.name')}")
    show_logo()
    enter_front_door()
    draw_sidebar(read_selection().snapshot)
    page.run()
    look_ahead(read_selection())
    pass_over_what_stays()

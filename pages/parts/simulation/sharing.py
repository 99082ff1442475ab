"""What leaves the page: a link that holds the scenarios whole, a workbook, and slides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from jamsos_data.exports.documents import DOCUMENTS
from jamsos_data.messages import load_messages
from jamsos_data.periods import month_key
from jamsos_data.scenarios import scenario_code
from jamsos_data.slides.scene import footing_of
from jamsos_data.slides.simulation import scenario_deck
from jamsos_data.slides.simulation_tables import Shown
from jamsos_data.views.view import View
from pages.parts.downloads import ICONS, lake_view
from pages.parts.language import language, words
from pages.parts.page import state_text
from pages.parts.panel import panel
from pages.parts.simulation.choices import Slot, parameter
from pages.parts.snapshot import holds_example
from pages.parts.state import Selection


def draw_sharing(shown: Sequence[Shown], slots: Sequence[Slot], selection: Selection) -> None:
    """The link to copy, and the files of the scenarios on the page."""
    say = words()
    # The link does not hold whose choices are shown: the page opens with those of the first.
    note = say("simulation.sharing.note", letter=slots[0].letter)
    with panel("simulation_sharing", say("simulation.sharing"), note):
        st.code(_link(slots, selection), language=None, wrap_lines=True)
        view, spoken = lake_view(selection), language()
        state, example = state_text(selection.snapshot), holds_example(selection.snapshot)
        with st.container(horizontal=True, gap="small"):
            for name in ("tables", "slides"):
                st.download_button(
                    say(f"simulation.download.{name}"),
                    partial(_document, name, tuple(shown), view, spoken, state=state, example=example),
                    file_name=f"simulasi-{month_key(selection.month)}{DOCUMENTS[name].suffix}",
                    mime=DOCUMENTS[name].mime,
                    icon=ICONS[name],
                    on_click="ignore",
                    key=f"simulation_{name}",
                )


def _link(slots: Sequence[Slot], selection: Selection) -> str:
    """The address of the page with the scenarios, also with the one that it begins with, and with the month.

    The address leaves the newest month out, which is another one when somebody opens the link later.
    """
    scenarios = {parameter(slot.letter): scenario_code(slot.scenario) for slot in slots}
    looked_at = {"bulan": month_key(selection.month)}
    others = {name: code for name, code in st.query_params.to_dict().items() if name not in scenarios}
    address = (st.context.url or "").partition("?")[0]
    return f"{address}?{urlencode(others | looked_at | scenarios, safe=',:~')}"


def _document(
    name: str, shown: tuple[Shown, ...], view: View, spoken: str, *, state: str, example: bool
) -> bytes:
    say = load_messages(spoken)
    footing = footing_of(view, say, state=state, example=example)
    return DOCUMENTS[name].write(scenario_deck(shown, view, say, footing=footing))

"""The name that a scenario is kept under, unless somebody writes another."""

from __future__ import annotations

import streamlit as st

from jamsos_data.scenarios import LONGEST_NAME
from jamsos_data.sentences.simulation import plan_title
from pages.parts.language import words
from pages.parts.simulation.choices import Slot

_PROPOSED = "simulation_proposed_name"


def propose_name(slot: Slot, *, key: str) -> None:
    """Write the name of the scenario into the text field `key`: once for each scenario shown and each new name of it.

    A field keeps what it holds: without this, scenario B would be kept under the name of A and replace it.
    """
    name = slot.scenario.nama or plan_title(slot.plan, words())[:LONGEST_NAME]
    proposed = (slot.letter, name)
    if st.session_state.get(_PROPOSED) != proposed or key not in st.session_state:
        st.session_state[_PROPOSED] = proposed
        st.session_state[key] = name

"""The name that a scenario is kept under, unless somebody writes another."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from jamsos_data.reference import Reference
from jamsos_data.sentences.scenario_names import proposed_name
from jamsos_data.views.simulation_figures import usual_segment
from pages.parts.language import words
from pages.parts.simulation.choices import Slot

_PROPOSED = "simulation_proposed_name"


def propose_name(slot: Slot, reference: Reference, *, kept: Mapping[str, str], key: str) -> None:
    """Write the name of the scenario into the text field `key`: once for each scenario shown and each new name of it.

    A field keeps what it holds: without this, scenario B would be kept under the name of A and replace it. `kept`:
    names that are taken → texts of their scenarios.
    """
    name = slot.scenario.nama or proposed_name(
        slot.plan, words(), kept=kept, reference=reference, usual=usual_segment(reference.segmen_tree)
    )
    proposed = (slot.letter, name)
    if st.session_state.get(_PROPOSED) != proposed or key not in st.session_state:
        st.session_state[_PROPOSED] = proposed
        st.session_state[key] = name

"""Which scenarios are on the page: up to three, each a text of codes in the address bar.

The address wins when a link is opened and when the browser goes back; else what was chosen in this session comes back
after a look at another page, whose own address stays free of it. With nothing chosen there is one to begin with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from jamsos_data.metrics.simulation.plan import Plan
from jamsos_data.periods import add_months
from jamsos_data.scenarios import Scenario, read_scenario, scenario_code
from jamsos_data.views.simulation_figures import STARTS, starting_plan
from pages.parts.language import words
from pages.parts.state import Selection
from pages.parts.wording import list_text

LETTERS = ("A", "B", "C")
_CHOSEN, _ACTIVE = "simulasi_skenario", "simulasi_aktif"


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One scenario on the page; `unknown` are the fields of its link that were not understood."""

    letter: str
    scenario: Scenario
    unknown: tuple[str, ...] = ()

    @property
    def plan(self) -> Plan:
        """What it does."""
        return self.scenario.plan


def parameter(letter: str) -> str:
    """The parameter of the address that holds the scenario of a letter."""
    return f"skenario_{letter.lower()}"


def read_slots(selection: Selection) -> tuple[Slot, ...]:
    """The scenarios on the page, at least one, in order of their letters."""
    codes = _codes()
    if not codes:
        plan = starting_plan(selection, STARTS[0])
        return (Slot(letter=LETTERS[0], scenario=Scenario(plan=plan)),)
    start = add_months(selection.month, 1)
    found = {
        letter: read_scenario(code, reference=selection.reference, start=start)
        for letter, code in codes.items()
    }
    return tuple(
        Slot(letter=letter, scenario=one.scenario, unknown=one.unknown) for letter, one in found.items()
    )


def active_slot(slots: Sequence[Slot]) -> Slot:
    """The scenario whose choices are shown."""
    wanted = st.session_state.get(_ACTIVE)
    return next((slot for slot in slots if slot.letter == wanted), slots[0])


def free_letters(slots: Sequence[Slot]) -> tuple[str, ...]:
    """The letters that no scenario has."""
    return tuple(letter for letter in LETTERS if letter not in {slot.letter for slot in slots})


def activate(letter: str) -> None:
    """Show the choices of a scenario; for callbacks."""
    st.session_state[_ACTIVE] = letter


def put(slots: Sequence[Slot], letter: str, scenario: Scenario) -> None:
    """Set the scenario of a letter, beside the others; for callbacks."""
    codes = {slot.letter: scenario_code(slot.scenario) for slot in slots}
    _choose({**codes, letter: scenario_code(scenario)})
    activate(letter)


def remove(slots: Sequence[Slot], letter: str) -> None:
    """Take a scenario off the page; for callbacks."""
    _choose({slot.letter: scenario_code(slot.scenario) for slot in slots if slot.letter != letter})


def say_unknown(slots: Sequence[Slot]) -> None:
    """Say which choices of a link are not known, so that nobody takes a default for them."""
    say = words()
    for slot in slots:
        if slot.unknown:
            fields = [
                say(key) if (key := f"simulation.field.{name}") in say else name for name in slot.unknown
            ]
            st.warning(
                say("simulation.unknown", letter=slot.letter, fields=list_text(fields)),
                icon=":material/link_off:",
            )


def _codes() -> dict[str, str]:
    """The texts of the scenarios by letter, brought together with the address."""
    given = {letter: code for letter in LETTERS if (code := st.query_params.get(parameter(letter), ""))}
    context = get_script_run_ctx()
    if given or (context and context.is_history_navigation):
        st.session_state[_CHOSEN] = given
        return given
    kept: dict[str, str] = st.session_state.get(_CHOSEN, {})
    _write(kept)
    return kept


def _choose(codes: dict[str, str]) -> None:
    ordered = {letter: codes[letter] for letter in LETTERS if letter in codes}
    st.session_state[_CHOSEN] = ordered
    _write(ordered)


def _write(codes: dict[str, str]) -> None:
    """Put the scenarios into the address in one step, so that going back is one step as well."""
    names = {parameter(letter) for letter in LETTERS}
    others = {name: st.query_params.get_all(name) for name in st.query_params if name not in names}
    wanted = {parameter(letter): code for letter, code in codes.items()}
    if wanted != {name: st.query_params[name] for name in st.query_params if name in names}:
        st.query_params.from_dict({**others, **wanted})

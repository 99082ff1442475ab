"""A field of a scenario: it shows one choice of the plan and sets it anew when somebody changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from jamsos_data.metrics.simulation.plan import Plan
from pages.parts.language import words
from pages.parts.simulation.choices import Slot, put


class Fields:
    """The fields of one scenario, each of which sets one part of it when it changes."""

    def __init__(self, slot: Slot, slots: Sequence[Slot]) -> None:
        self.slot = slot
        self.slots = slots

    def key(self, name: str) -> str:
        """The key of a field in the session."""
        return f"simulation_{self.slot.letter}_{name}"

    def show(
        self, name: str, value: object, change: Callable[[Any], Plan], *, label: str = ""
    ) -> dict[str, Any]:
        """Key, label, help and callback of a field that shows `value`; `change` makes the plan of a new one."""
        key, say = self.key(name), words()
        if st.session_state.get(key) != value:
            st.session_state[key] = value

        def changed() -> None:
            self._put(change(st.session_state[key]))

        help_key = f"simulation.field.{name}.help"
        return {
            "label": label or say(f"simulation.field.{name}"),
            "key": key,
            "on_change": changed,
            "help": say(help_key) if help_key in say else None,
        }

    def _put(self, plan: Plan) -> None:
        put(self.slots, self.slot.letter, replace(self.slot.scenario, plan=plan))


def names_of(codes: Iterable[str], name: Callable[[str], str]) -> Callable[[str], str]:
    """What each code is called, in the language of this run."""
    return {code: name(code) for code in codes}.__getitem__

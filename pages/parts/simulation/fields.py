"""A field of a scenario: it shows one choice of the plan and sets it anew when somebody changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from jamsos_data.metrics.simulation.plan import Plan
from pages.parts.language import language, words
from pages.parts.simulation.choices import Slot, put


class Fields:
    """The fields of one scenario, each of which sets one part of it when it changes."""

    def __init__(self, slot: Slot, slots: Sequence[Slot]) -> None:
        self.slot = slot
        self.slots = slots

    def key(self, name: str) -> str:
        """The key of a field in the session: another one in each language.

        The browser answers a field with the label that it shows, and keeps the label of the language before for a
        field whose key stays the same.
        """
        return f"simulation_{language()}_{self.slot.letter}_{name}"

    def show(
        self,
        name: str,
        value: object,
        change: Callable[[Any], Plan],
        *,
        label: str = "",
        options: Iterable[str] | None = None,
    ) -> dict[str, Any]:
        """Key, label, help, callback and options of a field that shows `value`; `change` makes the plan of a new one.

        An answer that is not among the `options` changes nothing, and the field shows the plan as it is.
        """
        key, say = self.key(name), words()
        if st.session_state.get(key) != value:
            st.session_state[key] = value

        offered = None if options is None else list(options)

        def changed() -> None:
            answer = st.session_state[key]
            if offered is None or _is_among(answer, offered):
                self._put(change(answer))

        help_key = f"simulation.field.{name}.help"
        return {
            **({} if offered is None else {"options": offered}),
            "label": label or say(f"simulation.field.{name}"),
            "key": key,
            "on_change": changed,
            "help": say(help_key) if help_key in say else None,
        }

    def _put(self, plan: Plan) -> None:
        put(self.slots, self.slot.letter, replace(self.slot.scenario, plan=plan))


def _is_among(answer: object, offered: Sequence[str]) -> bool:
    """Whether an answer, one code or several or none, holds codes only that were offered."""
    codes = answer if isinstance(answer, list) else [] if answer is None else [answer]
    return all(code in offered for code in codes)


def names_of(codes: Iterable[str], name: Callable[[str], str]) -> Callable[[str], str]:
    """What each code is called, in the language of this run."""
    return {code: name(code) for code in codes}.__getitem__

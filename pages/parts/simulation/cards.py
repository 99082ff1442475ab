"""The scenarios as cards side by side, and in an empty place what one could begin with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

import streamlit as st

from jamsos_data.metrics.simulation.obstacle import Weight
from jamsos_data.metrics.simulation.places import plan_areas, wards_left_out
from jamsos_data.metrics.simulation.plan import Plan
from jamsos_data.scenarios import Scenario
from jamsos_data.sentences.simulation import (
    cost_text,
    months_text,
    place_text,
    plan_title,
    reach_text,
    segment_text,
    wage_sentence,
)
from jamsos_data.slides.simulation_tables import Shown, compare_table
from jamsos_data.views.simulation_figures import STARTS, starting_plan
from jamsos_data.wording import count, has_value, people, percent, short_rupiah
from pages.parts.language import words
from pages.parts.origins import trace_like
from pages.parts.simulation.choices import Slot, activate, free_letters, put, remove
from pages.parts.state import Selection
from pages.parts.tracing import Trace, trace_popover
from pages.parts.wording import number_text, plain

BESIDE_LABEL = 12  # letters: the icon and the edges of a button
_BADGES: dict[Weight, tuple[Literal["red", "orange"], str]] = {
    Weight.BLOCKS: ("red", ":material/block:"),
    Weight.CHECK: ("orange", ":material/search:"),
}


def draw_cards(shown: Sequence[Shown], slots: Sequence[Slot], selection: Selection, *, active: Slot) -> None:
    """A card for each scenario; the first empty place offers new ones."""
    free = free_letters(slots)
    columns = st.columns([*[1] * len(shown), *([len(free)] if free else [])], gap="small")
    for one, column in zip(shown, columns, strict=False):
        with (
            column,
            st.container(border=True, height="stretch", gap="xsmall", key=f"card_scenario_{one.letter}"),
        ):
            _draw_scenario(one, slots, selection, is_active=one.letter == active.letter)
    if free:
        with (
            columns[-1],
            st.container(border=True, height="stretch", gap="xsmall", key="card_scenario_new"),
        ):
            _offer(free[0], slots, selection, active=active)


def _draw_scenario(one: Shown, slots: Sequence[Slot], selection: Selection, *, is_active: bool) -> None:
    say, found = words(), one.found
    st.markdown(f"**{plain(one.name)}**")
    st.caption(_who_where_when(found.plan, selection))
    with st.container(horizontal=True, gap="medium"):
        st.metric(say("simulation.card.cost"), cost_text(found, say), width="content")
        st.metric(say("simulation.card.people"), count(found.orang, say), width="content")
    st.markdown(_coverage(one, selection))
    _badges(one)
    st.space("stretch")
    trace_popover(partial(_trace, one, selection), key=f"trace_scenario_{one.letter}")
    with st.container(horizontal=True, gap="small"):
        st.button(
            say("simulation.card.shown" if is_active else "simulation.card.edit"),
            key=f"scenario_edit_{one.letter}",
            icon=":material/check:" if is_active else ":material/edit:",
            disabled=is_active,
            on_click=activate,
            args=(one.letter,),
            help=say("simulation.card.edit.help", letter=one.letter),
        )
        if len(slots) > 1:
            st.button(
                say("simulation.card.remove"),
                key=f"scenario_remove_{one.letter}",
                icon=":material/close:",
                type="tertiary",
                on_click=remove,
                args=(slots, one.letter),
                help=say("simulation.card.remove.help", letter=one.letter),
            )


def _who_where_when(plan: Plan, selection: Selection) -> str:
    say, reference = words(), selection.reference
    nowhere = "simulation.wards_only" if wards_left_out(plan, reference) else "simulation.nowhere_chosen"
    parts = (
        segment_text(plan, say, reference=reference) or say("simulation.nobody_chosen"),
        place_text(plan, say, reference=reference) or say(nowhere),
        months_text(plan, say),
    )
    return " · ".join(parts)


def _coverage(one: Shown, selection: Selection) -> str:
    """Coverage before and after, and when the target is reached."""
    say, row = words(), one.found.effect_of(selection.segmen)
    if row is None or not has_value(row.persen_nanti):
        return say("simulation.card.no_coverage", area=selection.reference.area_name(selection.wilayah))
    values = {"now": percent(row.persen, say), "later": percent(row.persen_nanti, say), "area": row.wilayah}
    lines = [say("simulation.card.coverage", **values)]
    if has_value(row.kurang_orang):
        short = say("simulation.card.enough") if row.kurang_nanti == 0 else people(row.kurang_nanti, say)
        lines.append(say("simulation.card.short", short=short))
        lines.append(say("simulation.card.reach", reach=reach_text(row, say)))
    if wage := wage_sentence(one.found, say, selection.reference):
        lines.append(wage)
    if one.found.sisa_dana:
        lines.append(say("simulation.card.rest", rest=short_rupiah(one.found.sisa_dana, say)))
    return "  \n".join(lines)


def _trace(one: Shown, selection: Selection) -> Trace:
    """What the figures of a card are reckoned from, as in the table that compares the scenarios."""
    say, found = words(), one.found
    row = found.effect_of(selection.segmen)
    later = None if row is None or not has_value(row.persen_nanti) else row.persen_nanti
    figures = (
        (say("simulation.card.people"), count(found.orang, say)),
        (say("simulation.card.cost"), cost_text(found, say)),
        (say("simulation.column.later"), number_text(later, digits=2)),
    )
    return trace_like(compare_table([one], selection, say), figures, selection)


def _badges(one: Shown) -> None:
    say = words()
    with st.container(horizontal=True, gap="xsmall"):
        for weight, (color, icon) in _BADGES.items():
            number = sum(obstacle.weight is weight for obstacle in one.found.obstacles)
            if number:
                text = say(f"simulation.badge.{weight}", n=number, count=count(number, say))
                st.badge(text, color=color, icon=icon, width="content")
        if one.found.orang and all(obstacle.weight is Weight.NOTE for obstacle in one.found.obstacles):
            st.badge(
                say("simulation.badge.feasible"), color="green", icon=":material/check:", width="content"
            )


def _offer(letter: str, slots: Sequence[Slot], selection: Selection, *, active: Slot) -> None:
    """What a further scenario could be: side by side where there is room, else below one another."""
    say = words()
    st.markdown(f"**{say('simulation.new', letter=letter)}**")
    st.caption(say("simulation.new.note"))
    offers = [(f"start_{name}", name, Scenario(plan=starting_plan(selection, name))) for name in STARTS]
    taken = {slot.plan for slot in slots}
    offers = [
        offer
        for offer in offers
        if offer[2].plan not in taken and plan_areas(offer[2].plan, selection.reference)
    ]
    offers.append(("copy", "copy", active.scenario))
    copy = say("simulation.new.copy", letter=active.letter)
    labels = [copy if name == "copy" else plan_title(one.plan, say) for _, name, one in offers]
    wide = len(slots) == 1
    places = st.columns([len(label) + BESIDE_LABEL for label in labels]) if wide else [st] * len(labels)
    for (key, name, scenario), label, place in zip(offers, labels, places, strict=True):
        place.button(
            label,
            key=f"scenario_{key}",
            icon=":material/content_copy:" if name == "copy" else ":material/add:",
            on_click=put,
            args=(slots, letter, scenario),
            help=None if wide else say(f"simulation.start.{name}"),
            width="stretch",
            wrap=True,
        )
        if wide:
            place.caption(say(f"simulation.start.{name}"))

"""The choices of one scenario: who, where, how many, from when, and who pays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from jamsos_data.formats import format_month
from jamsos_data.metrics.simulation.places import plannable_segments
from jamsos_data.metrics.simulation.plan import (
    AIMS,
    MEASURES,
    MOST_MONEY,
    MOST_MONTHS,
    MOST_PEOPLE,
    RULES,
    Plan,
)
from jamsos_data.metrics.simulation.simulate import Simulation
from jamsos_data.periods import add_months, month_key, month_range, parse_month_key
from jamsos_data.reference import Reference
from jamsos_data.scenarios import (
    LEVELS,
    LONGEST_NAME,
    MOST_AREAS,
    MOST_SEGMENTS,
    clean_name,
)
from pages.parts.language import language, words
from pages.parts.panel import panel
from pages.parts.simulation.choices import Slot, put
from pages.parts.simulation.fields import Fields, names_of
from pages.parts.simulation.payers import draw_payers, draw_wage
from pages.parts.state import Selection
from pages.parts.wording import count_text

MILLION = 1_000_000
MONTHS_OFFERED = 36
BY_RULE = ("orang", "dana")
_USUAL_NUMBER = {"orang": 1_000, "tiap": 50, "dana": 2_000 * MILLION}


def draw_form(slot: Slot, slots: Sequence[Slot], selection: Selection, *, found: Simulation) -> None:
    """The choices of a scenario in a panel; each change is reckoned at once. `found`: what came of it."""
    say, fields = words(), Fields(slot, slots)
    with panel("simulation_form", say("simulation.form", letter=slot.letter), say("simulation.form.note")):
        _name(slot, slots)
        _who_and_where(fields, selection)
        _how_many(fields)
        _when(fields, selection)
        draw_payers(fields, selection, found=found)
        if found.by_wage:
            draw_wage(fields)


def _name(slot: Slot, slots: Sequence[Slot]) -> None:
    key = f"simulation_{slot.letter}_name"
    if st.session_state.get(key) != slot.scenario.nama:
        st.session_state[key] = slot.scenario.nama

    def changed() -> None:
        name = clean_name(str(st.session_state[key]))
        put(slots, slot.letter, replace(slot.scenario, nama=name))

    st.text_input(
        words()("simulation.field.name"),
        key=key,
        max_chars=LONGEST_NAME,
        placeholder=words()("simulation.field.name.example"),
        on_change=changed,
    )


def _who_and_where(fields: Fields, selection: Selection) -> None:
    plan, tree = fields.slot.plan, selection.reference.segmen_tree
    areas = area_names(selection.reference)
    offered = plannable_segments(tree)
    st.multiselect(
        **fields.show(
            "segmen", list(plan.segmen), lambda codes: replace(plan, segmen=tuple(codes)), options=offered
        ),
        format_func=names_of(offered, lambda code: tree.name(code, language())),
        max_selections=MOST_SEGMENTS,
        placeholder=words()("simulation.field.segmen.none"),
    )
    st.multiselect(
        **fields.show(
            "wilayah", list(plan.wilayah), lambda codes: replace(plan, wilayah=tuple(codes)), options=areas
        ),
        format_func=areas.__getitem__,
        max_selections=MOST_AREAS,
        placeholder=words()("simulation.field.wilayah.none"),
    )


def _how_many(fields: Fields) -> None:
    say, plan = words(), fields.slot.plan
    left, right = st.columns(2, gap="small")
    with left:
        st.selectbox(
            **fields.show("ukuran", plan.ukuran, lambda code: _with_measure(plan, code), options=MEASURES),
            format_func=names_of(MEASURES, lambda code: say(f"simulation.measure.{code}")),
        )
    with right:
        if plan.ukuran == "selisih":
            _aim(fields)
        else:
            _number(fields)
    if plan.ukuran in BY_RULE:
        left, right = st.columns(2, gap="small")
        with left:
            _aim(fields)
        with right:
            st.selectbox(
                **fields.show("aturan", plan.aturan, lambda code: replace(plan, aturan=code), options=RULES),
                format_func=names_of(RULES, lambda code: say(f"simulation.rule.{code}")),
            )
    st.segmented_control(
        **fields.show(
            "tingkat", plan.tingkat, lambda code: replace(plan, tingkat=code or plan.tingkat), options=LEVELS
        ),
        format_func=names_of(LEVELS, lambda code: say(f"simulation.level.{code}")),
    )
    if plan.tingkat == "desa":
        st.checkbox(
            **fields.show(
                "kelurahan", plan.tanpa_kelurahan, lambda ticked: replace(plan, tanpa_kelurahan=bool(ticked))
            )
        )


def _aim(fields: Fields) -> None:
    say, plan = words(), fields.slot.plan
    st.selectbox(
        **fields.show("sasaran", plan.sasaran, lambda code: replace(plan, sasaran=code), options=AIMS),
        format_func=names_of(AIMS, lambda code: say(f"simulation.aim.{code}")),
    )


def _number(fields: Fields) -> None:
    """People, or millions of rupiah."""
    plan = fields.slot.plan
    unit, most = (MILLION, MOST_MONEY) if plan.ukuran == "dana" else (1, MOST_PEOPLE)
    st.number_input(
        **fields.show(
            "dana" if unit == MILLION else "jumlah",
            plan.jumlah // unit,
            lambda number: replace(plan, jumlah=int(number) * unit),
        ),
        min_value=0,
        max_value=most // unit,
        step=100 if unit == MILLION or plan.ukuran == "orang" else 10,
    )


def _with_measure(plan: Plan, code: Any) -> Plan:
    """The plan by another measure: a number of the one before would mean something else."""
    return replace(plan, ukuran=code, jumlah=_USUAL_NUMBER.get(code, 0))


def _when(fields: Fields, selection: Selection) -> None:
    plan = fields.slot.plan
    first = add_months(selection.month, 1)
    offered = sorted({*month_range(first, add_months(first, MONTHS_OFFERED - 1)), plan.mulai})
    names = {month_key(month): format_month(month, language=language()) for month in offered}
    left, right = st.columns(2, gap="small")
    with left:
        st.selectbox(
            **fields.show(
                "mulai",
                month_key(plan.mulai),
                lambda key: replace(plan, mulai=parse_month_key(key)),
                options=names,
            ),
            format_func=names.__getitem__,
        )
    with right:
        st.number_input(
            **fields.show("bulan", plan.bulan, lambda number: replace(plan, bulan=int(number))),
            min_value=1,
            max_value=MOST_MONTHS,
            step=1,
        )


def area_names(reference: Reference) -> dict[str, str]:
    """Every area by code: the regency, its kecamatan, then their desa with the name of the kecamatan."""
    names = {code: reference.area_name(code) for code in (reference.kabupaten, *reference.kecamatan)}
    for code in reference.all_desa:
        names[code] = f"{reference.area_name(code)} ({names.get(reference.parent_area(code), '')})"
    names[reference.kabupaten] = words()(
        "simulation.whole", area=names[reference.kabupaten], count=count_text(len(reference.kecamatan))
    )
    return names

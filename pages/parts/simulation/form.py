"""The choices of one scenario: who, where, how many, from when, and who pays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from jamsos_data.formats import format_month
from jamsos_data.metrics.simulation.money import budget_holder
from jamsos_data.metrics.simulation.places import plannable_segments
from jamsos_data.metrics.simulation.plan import (
    AIMS,
    MEASURES,
    MOST_MONEY,
    MOST_MONTHS,
    MOST_PEOPLE,
    RULES,
    Payer,
    Plan,
)
from jamsos_data.periods import add_months, month_key, month_range, parse_month_key
from jamsos_data.reference import Reference
from jamsos_data.scenarios import (
    LEVELS,
    LONGEST_NAME,
    MOST_AREAS,
    MOST_PAYERS,
    MOST_SEGMENTS,
    clean_name,
    sectors,
)
from jamsos_data.views.simulation_figures import free_money
from jamsos_data.wording import rows_of, short_name, short_rupiah
from pages.parts.language import language, words
from pages.parts.panel import panel
from pages.parts.simulation.choices import Slot, put
from pages.parts.state import Selection
from pages.parts.wording import count_text, list_text

MILLION = 1_000_000
MONTHS_OFFERED = 36
BY_RULE = ("orang", "dana")
_USUAL_NUMBER = {"orang": 1_000, "tiap": 50, "dana": 2_000 * MILLION}


class _Fields:
    """The fields of one scenario, each of which sets one part of it when it changes."""

    def __init__(self, slot: Slot, slots: Sequence[Slot]) -> None:
        self.slot = slot
        self.slots = slots

    def key(self, name: str) -> str:
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


def draw_form(slot: Slot, slots: Sequence[Slot], selection: Selection) -> None:
    """The choices of a scenario in a panel; each change is reckoned at once."""
    say, fields = words(), _Fields(slot, slots)
    with panel("simulation_form", say("simulation.form", letter=slot.letter), say("simulation.form.note")):
        _name(slot, slots)
        _who_and_where(fields, selection)
        _how_many(fields)
        _when(fields, selection)
        _who_pays(fields, selection)


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


def _who_and_where(fields: _Fields, selection: Selection) -> None:
    plan, tree = fields.slot.plan, selection.reference.segmen_tree
    areas = area_names(selection.reference)
    offered = plannable_segments(tree)
    st.multiselect(
        **fields.show("segmen", list(plan.segmen), lambda codes: replace(plan, segmen=tuple(codes))),
        options=list(offered),
        format_func=_names(offered, lambda code: tree.name(code, language())),
        max_selections=MOST_SEGMENTS,
        placeholder=words()("simulation.field.segmen.none"),
    )
    st.multiselect(
        **fields.show("wilayah", list(plan.wilayah), lambda codes: replace(plan, wilayah=tuple(codes))),
        options=list(areas),
        format_func=areas.__getitem__,
        max_selections=MOST_AREAS,
        placeholder=words()("simulation.field.wilayah.none"),
    )


def _how_many(fields: _Fields) -> None:
    say, plan = words(), fields.slot.plan
    left, right = st.columns(2, gap="small")
    with left:
        st.selectbox(
            **fields.show("ukuran", plan.ukuran, lambda code: _with_measure(plan, code)),
            options=list(MEASURES),
            format_func=_names(MEASURES, lambda code: say(f"simulation.measure.{code}")),
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
                **fields.show("aturan", plan.aturan, lambda code: replace(plan, aturan=code)),
                options=list(RULES),
                format_func=_names(RULES, lambda code: say(f"simulation.rule.{code}")),
            )
    st.segmented_control(
        **fields.show("tingkat", plan.tingkat, lambda code: replace(plan, tingkat=code or plan.tingkat)),
        options=list(LEVELS),
        format_func=_names(LEVELS, lambda code: say(f"simulation.level.{code}")),
    )


def _aim(fields: _Fields) -> None:
    say, plan = words(), fields.slot.plan
    st.selectbox(
        **fields.show("sasaran", plan.sasaran, lambda code: replace(plan, sasaran=code)),
        options=list(AIMS),
        format_func=_names(AIMS, lambda code: say(f"simulation.aim.{code}")),
    )


def _number(fields: _Fields) -> None:
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


def _when(fields: _Fields, selection: Selection) -> None:
    plan = fields.slot.plan
    first = add_months(selection.month, 1)
    offered = sorted({*month_range(first, add_months(first, MONTHS_OFFERED - 1)), plan.mulai})
    names = {month_key(month): format_month(month, language=language()) for month in offered}
    left, right = st.columns(2, gap="small")
    with left:
        st.selectbox(
            **fields.show(
                "mulai", month_key(plan.mulai), lambda key: replace(plan, mulai=parse_month_key(key))
            ),
            options=list(names),
            format_func=names.__getitem__,
        )
    with right:
        st.number_input(
            **fields.show("bulan", plan.bulan, lambda number: replace(plan, bulan=int(number))),
            min_value=1,
            max_value=MOST_MONTHS,
            step=1,
        )


def _who_pays(fields: _Fields, selection: Selection) -> None:
    plan, tree = fields.slot.plan, selection.reference.sumber_tree
    held = {payer.sumber_dana: payer.persen for payer in plan.pembayar}
    st.multiselect(
        **fields.show("sumber", list(held), lambda codes: replace(plan, pembayar=shared_evenly(codes))),
        options=list(tree.codes[1:]),
        format_func=_names(tree.codes, lambda code: tree.name(code, language())),
        max_selections=MOST_PAYERS,
        placeholder=words()("simulation.field.sumber.none"),
    )
    if len(held) > 1:
        for column, code in zip(st.columns(len(held), gap="small"), held, strict=True):
            with column:
                _share(fields, code, held, tree.name(code, language()))
    if money := _free_money(tuple(held), selection):
        st.caption(money)
    left, right = st.columns(2, gap="small")
    with left:
        _program(fields, selection.reference)
    with right:
        _sector(fields, selection.reference)


def _free_money(codes: Sequence[str], selection: Selection) -> str:
    """What is left of the budgets of the payers this year, and not bound; empty where none has one."""
    say, tree = words(), selection.reference.sumber_tree
    left = {row.sumber_dana: row for row in rows_of(free_money(selection))}
    holders = dict.fromkeys(budget_holder(code, set(left), tree) for code in codes)
    parts = []
    for row in (left[code] for code in holders if code in left):
        key = "simulation.money.at_most" if pd.isna(row.bebas) else "simulation.money.source"
        amount = row.sisa if pd.isna(row.bebas) else row.bebas
        name = short_name(tree, row.sumber_dana, say)
        parts.append(say(key, source=name, amount=short_rupiah(amount, say)))
    return say("simulation.money", year=selection.month.year, sources=list_text(parts)) if parts else ""


def shared_evenly(codes: Sequence[str]) -> tuple[Payer, ...]:
    """The sources with equal shares of whole percent that add up to 100."""
    whole, more = divmod(100, max(len(codes), 1))
    return tuple(Payer(sumber_dana=code, persen=whole + (place < more)) for place, code in enumerate(codes))


def _share(fields: _Fields, code: str, held: Mapping[str, int], name: str) -> None:
    plan = fields.slot.plan

    def change(persen: Any) -> Plan:
        shares = {**held, code: int(persen)}
        if len(shares) == 2:  # the other one has the rest
            shares = {other: shares[code] if other == code else 100 - int(persen) for other in shares}
        return replace(
            plan, pembayar=tuple(Payer(sumber_dana=one, persen=share) for one, share in shares.items())
        )

    label = words()("simulation.field.share", source=name)
    st.number_input(
        **fields.show(f"bagian_{code}", held[code], change, label=label), min_value=0, max_value=100, step=5
    )


def _program(fields: _Fields, reference: Reference) -> None:
    plan, codes = fields.slot.plan, reference.codes("program")
    st.selectbox(
        **fields.show("program", plan.program, lambda code: replace(plan, program=code)),
        options=list(codes),
        format_func=_names(codes, lambda code: reference.name_of("program", code, language())),
    )


def _sector(fields: _Fields, reference: Reference) -> None:
    plan, say = fields.slot.plan, words()

    def name(code: str) -> str:
        key = f"simulation.sector.{code}"
        return say(key) if key in say else code.capitalize()

    st.selectbox(
        **fields.show("sektor", plan.sektor, lambda code: replace(plan, sektor=code)),
        options=list(sectors(reference)),
        format_func=_names(sectors(reference), name),
    )


def _names(codes: Iterable[str], name: Callable[[str], str]) -> Callable[[str], str]:
    """What each code is called, in the language of this run."""
    return {code: name(code) for code in codes}.__getitem__


def area_names(reference: Reference) -> dict[str, str]:
    """Every area by code: the regency, its kecamatan, then their desa with the name of the kecamatan."""
    names = {code: reference.area_name(code) for code in (reference.kabupaten, *reference.kecamatan)}
    for code in reference.all_desa:
        names[code] = f"{reference.area_name(code)} ({names.get(reference.parent_area(code), '')})"
    names[reference.kabupaten] = words()(
        "simulation.whole", area=names[reference.kabupaten], count=count_text(len(reference.kecamatan))
    )
    return names

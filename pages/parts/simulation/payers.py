"""Who pays for a scenario, and what the tariff goes by: package, sector or risk class, wage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from jamsos_data.metrics.simulation.plan import MOST_WAGE, Payer, Plan
from jamsos_data.metrics.simulation.simulate import Simulation
from jamsos_data.reference import Reference
from jamsos_data.scenarios import MOST_PAYERS, sectors
from jamsos_data.wording import rows_of, short_name, short_rupiah
from pages.parts.language import language, words
from pages.parts.simulation.fields import Fields, names_of
from pages.parts.state import Selection
from pages.parts.wording import count_text, list_text

WAGE_STEP = 100_000  # Rp


def draw_payers(fields: Fields, selection: Selection, *, found: Simulation) -> None:
    """Who pays which share, what is left of their budgets, and for which package in which sector.

    `found`: what came of the scenario.
    """
    plan, tree = fields.slot.plan, selection.reference.sumber_tree
    held = {payer.sumber_dana: payer.persen for payer in plan.pembayar}
    st.multiselect(
        **fields.show(
            "sumber",
            list(held),
            lambda codes: replace(plan, pembayar=shared_evenly(codes)),
            options=tree.codes[1:],
        ),
        format_func=names_of(tree.codes, lambda code: tree.name(code, language())),
        max_selections=MOST_PAYERS,
        placeholder=words()("simulation.field.sumber.none"),
    )
    if len(held) > 1:
        for column, code in zip(st.columns(len(held), gap="small"), held, strict=True):
            with column:
                _share(fields, code, held, tree.name(code, language()))
    if money := _free_money(found, selection):
        st.caption(money)
    left, right = st.columns(2, gap="small")
    with left:
        _program(fields, selection.reference)
    with right:
        _sector(fields, selection.reference)


def _free_money(found: Simulation, selection: Selection) -> str:
    """What is left and not bound of the pagu that the scenario takes from, by their year; empty where none has one."""
    say = words()
    parts: dict[int, dict[str, str]] = {}
    for row in rows_of(found.sources[found.sources["pemegang_pagu"] != ""]):
        parts.setdefault(row.tahun, {})[row.pemegang_pagu] = _amount(row, selection)
    return " ".join(
        say("simulation.money", year=year, sources=list_text(list(texts.values())))
        for year, texts in parts.items()
    )


def _amount(row: Any, selection: Selection) -> str:
    say = words()
    key = "simulation.money.at_most" if pd.isna(row.bebas) else "simulation.money.source"
    amount = short_rupiah(row.sisa if pd.isna(row.bebas) else row.bebas, say)
    text = say(key, source=short_name(selection.reference.sumber_tree, row.pemegang_pagu, say), amount=amount)
    if row.wilayah_pagu == 1:
        return text
    return say("simulation.money.areas", money=text, count=count_text(row.wilayah_pagu))


def shared_evenly(codes: Sequence[str]) -> tuple[Payer, ...]:
    """The sources with equal shares of whole percent that add up to 100."""
    whole, more = divmod(100, max(len(codes), 1))
    return tuple(Payer(sumber_dana=code, persen=whole + (place < more)) for place, code in enumerate(codes))


def _share(fields: Fields, code: str, held: Mapping[str, int], name: str) -> None:
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


def _program(fields: Fields, reference: Reference) -> None:
    plan, codes = fields.slot.plan, reference.codes("program")
    st.selectbox(
        **fields.show("program", plan.program, lambda code: replace(plan, program=code), options=codes),
        format_func=names_of(codes, lambda code: reference.name_of("program", code, language())),
    )


def _sector(fields: Fields, reference: Reference) -> None:
    plan, say = fields.slot.plan, words()

    def name(code: str) -> str:
        key = f"simulation.sector.{code}"
        return say(key) if key in say else code.capitalize()

    st.selectbox(
        **fields.show(
            "sektor", plan.sektor, lambda code: replace(plan, sektor=code), options=sectors(reference)
        ),
        format_func=names_of(sectors(reference), name),
    )


def draw_wage(fields: Fields) -> None:
    """The wage that the planner takes for granted; empty: the cost stays unknown."""
    plan = fields.slot.plan
    st.number_input(
        **fields.show("upah", plan.upah or None, lambda wage: replace(plan, upah=int(wage or 0))),
        value=None,
        min_value=0,
        max_value=MOST_WAGE,
        step=WAGE_STEP,
        placeholder=words()("simulation.field.upah.none"),
    )

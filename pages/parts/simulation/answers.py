"""What came of the scenarios on the page, kept while neither they nor the data change."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from jamsos_data.metrics.simulation.plan import Plan
from jamsos_data.metrics.simulation.simulate import Simulation
from jamsos_data.scenarios import Scenario, scenario_code
from jamsos_data.sentences.simulation import scenario_name
from jamsos_data.slides.simulation_tables import Shown, compare_frame
from jamsos_data.views.simulation_figures import simulate_plan
from jamsos_data.views.view import View
from pages.parts.keeping import kept
from pages.parts.language import language, words
from pages.parts.simulation.choices import Slot
from pages.parts.state import Selection

KEPT_PLANS, KEPT_COMPARISONS = 100, 40


def simulated(slots: Sequence[Slot], selection: Selection) -> tuple[Shown, ...]:
    """The scenarios with their names and answers."""
    say = words()
    return tuple(
        Shown(
            letter=slot.letter,
            name=scenario_name(slot.letter, slot.scenario.nama, slot.plan, say),
            found=_simulated(selection, slot.plan),
        )
        for slot in slots
    )


def found_for(shown: Sequence[Shown], slot: Slot) -> Simulation:
    """What came of one of them."""
    return next(one.found for one in shown if one.letter == slot.letter)


def compared(shown: Sequence[Shown], selection: Selection) -> pd.DataFrame:
    """The scenarios side by side (:func:`compare_frame`); the same object while nothing changes."""
    named = tuple((one.letter, one.name, one.found.plan) for one in shown)
    return _compared(selection, named, language())


def costs(shown: Sequence[Shown], selection: Selection) -> pd.DataFrame:
    """Rupiah by scenario and payer: huruf, skenario, sumber_dana, biaya (Int64, NA = not known), orang."""
    named = tuple((one.letter, one.name, one.found.plan) for one in shown)
    return _costs(selection, named)


def _key(plan: Plan) -> str:
    return scenario_code(Scenario(plan=plan))


_TOLD_APART: dict[str | type, object] = {Selection: Selection.choices, Plan: _key}


@kept(at_most=KEPT_PLANS, told_apart_by=_TOLD_APART)  # type: ignore[arg-type]
def _simulated(selection: View, plan: Plan) -> Simulation:
    return simulate_plan(selection, plan)


@kept(at_most=KEPT_COMPARISONS, told_apart_by=_TOLD_APART)  # type: ignore[arg-type]
def _compared(selection: View, named: tuple[tuple[str, str, Plan], ...], spoken: str) -> pd.DataFrame:
    del spoken  # part of the key only: one column is in words
    return compare_frame(_again(selection, named), selection, words())


@kept(at_most=KEPT_COMPARISONS, told_apart_by=_TOLD_APART)  # type: ignore[arg-type]
def _costs(selection: View, named: tuple[tuple[str, str, Plan], ...]) -> pd.DataFrame:
    parts = []
    for one in _again(selection, named):
        months = one.found.months.groupby("sumber_dana", sort=False)
        sums = months["biaya"].agg(lambda amounts: amounts.sum(skipna=False)).rename("biaya")
        frame = pd.concat([sums, months["orang"].max()], axis="columns").reset_index()
        parts.append(frame.assign(huruf=one.letter, skenario=one.name))
    return pd.concat(parts, ignore_index=True)


def _again(selection: View, named: tuple[tuple[str, str, Plan], ...]) -> tuple[Shown, ...]:
    return tuple(
        Shown(letter=letter, name=name, found=_simulated(selection, plan)) for letter, name, plan in named
    )

"""The pictures and tables of the page Simulasi, each in its frame with month, unit and basis."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from jamsos_data.metrics.simulation.obstacle import Weight
from jamsos_data.sentences.simulation import obstacle_sentence
from jamsos_data.sentences.wording import basis_mark
from jamsos_data.slides.simulation import headline
from jamsos_data.slides.simulation_tables import (
    Shown,
    area_table,
    compare_table,
    month_table,
    source_table,
    tariff_table,
)
from jamsos_data.table import Table
from jamsos_data.wording import month
from pages.parts.chart import draw, show_chart
from pages.parts.charts.scenarios import bullet_effects, describe_costs, describe_effects, stack_costs
from pages.parts.language import language, words
from pages.parts.page import basis_text, chart_look
from pages.parts.panel import panel
from pages.parts.simulation.answers import compared, costs
from pages.parts.state import Selection
from pages.parts.tables import data_table, folded_table
from pages.parts.wording import plain

DETAILS = ("sources", "areas", "months", "tariffs")
DETAIL_HEIGHT = 420  # px
_ICONS = {
    Weight.BLOCKS: ":red[:material/block:]",
    Weight.CHECK: ":orange[:material/search:]",
    Weight.NOTE: ":material/info:",
}


def foundations(selection: Selection) -> None:
    """How all of it is reckoned, and which filter does not touch it."""
    parts = [words()("simulation.assumed")]
    if selection.dalam is not None:
        area = selection.reference.area_name(selection.wilayah)
        parts.append(words()("simulation.inside", area=area))
    if selection.sumber_dana is not None:
        parts.append(words()("simulation.unfiltered"))
    st.caption(" ".join(parts))


def draw_comparison(shown: Sequence[Shown], selection: Selection) -> None:
    """What each scenario costs and who pays, and what it does to coverage."""
    say, tree = words(), selection.reference.sumber_tree
    with panel("simulation_costs", _cost_title(shown), say("simulation.costs.unit")):
        table = costs(shown, selection)
        if table.empty or not (table["biaya"] > 0).any():
            st.markdown(say("simulation.costs.none"))
        else:
            show_chart(
                draw(stack_costs, table, say, look=chart_look(), tree=tree),
                alt=describe_costs(table, say, tree=tree),
                key="simulation_costs",
            )
    with panel("simulation_effects", _effect_title(selection), _effect_unit(selection)):
        table = compared(shown, selection)
        if table["persen_nanti"].isna().all():
            st.markdown(say("simulation.effects.none"))
        else:
            show_chart(
                draw(bullet_effects, table, say, look=chart_look()),
                alt=describe_effects(table, say),
                key="simulation_effects",
            )
        folded_table(lambda: compare_table(shown, selection, say), selection=selection, name="simulation")


def draw_obstacles(shown: Sequence[Shown], selection: Selection) -> None:
    """What stands in the way of each scenario, or has to be known about it."""
    say = words()
    with panel("simulation_obstacles", say("simulation.obstacles"), say("simulation.obstacles.note")):
        for one, column in zip(shown, st.columns(len(shown), gap="medium"), strict=True):
            with column:
                if len(shown) > 1:
                    st.markdown(f"**{plain(one.name)}**")
                for obstacle in one.found.obstacles:
                    sentence = obstacle_sentence(obstacle, say, selection.reference)
                    st.markdown(f"{_ICONS[obstacle.weight]} {sentence}")
                if not one.found.obstacles:
                    st.markdown(say("simulation.feasible"))


def draw_details(shown: Sequence[Shown], selection: Selection) -> None:
    """By funding source, area, month, or tariff: one of them at a time."""
    say = words()
    build: dict[str, Callable[[], Table]] = {
        "sources": lambda: source_table(shown, selection, say),
        "areas": lambda: area_table(shown, selection, say),
        "months": lambda: month_table(shown, say),
        "tariffs": lambda: tariff_table(shown, selection, say),
    }
    with panel("simulation_details", say("simulation.details"), say("simulation.details.note")):
        chosen = st.segmented_control(
            say("simulation.details"),
            DETAILS,
            default=DETAILS[0],
            format_func={name: say(f"simulation.details.{name}") for name in DETAILS}.__getitem__,
            key="simulation_detail",
            label_visibility="collapsed",
            required=True,
        )
        table = build[chosen or DETAILS[0]]()
        if table.frame.empty:
            st.markdown(say("simulation.details.none"))
            return
        data_table(table, selection=selection, height=DETAIL_HEIGHT, selects_area=chosen == "areas")


def _cost_title(shown: Sequence[Shown]) -> str:
    return headline(shown, words()) if len(shown) > 1 else words()("simulation.costs")


def _effect_title(selection: Selection) -> str:
    tree = selection.reference.segmen_tree
    return words()(
        "simulation.effects",
        area=selection.reference.area_name(selection.wilayah),
        people=tree.name(selection.segmen, language()),
    )


def _effect_unit(selection: Selection) -> str:
    return words()(
        "simulation.effects.unit",
        month=month(selection.month, words()),
        basis=basis_mark(basis_text(selection)),
    )

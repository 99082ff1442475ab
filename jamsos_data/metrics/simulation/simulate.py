"""The answer to a plan: people, money, coverage, and what stands in its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from jamsos_data.metrics.budget_ends import MoneyByPlace
from jamsos_data.metrics.simulation.allocation import Place
from jamsos_data.metrics.simulation.budgets import Budgets, budgets_of_year
from jamsos_data.metrics.simulation.cost import cost_months, cost_rows, find_tariffs, tariff_table, total
from jamsos_data.metrics.simulation.effect import measure_effect
from jamsos_data.metrics.simulation.money import draw_money, measure_sources
from jamsos_data.metrics.simulation.obstacle import Obstacle, Reckoning, Weight
from jamsos_data.metrics.simulation.obstacles import find_obstacles
from jamsos_data.metrics.simulation.people import Paid, add_people
from jamsos_data.metrics.simulation.places import Spot, find_spots, plan_segments
from jamsos_data.metrics.simulation.plan import Plan
from jamsos_data.metrics.tariffs import FROM_WAGE, NEEDS, NEEDS_CEILING
from jamsos_data.reference import Reference
from jamsos_data.reference_sets import OF_WAGE
from jamsos_data.wording import rows_of


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What a plan starts from, as of `bulan`.

    `areas`: rows of measure_targets of the areas of the plan, of measured_segments at least, with the columns of
    add_projection or without. `whole`: the same of the area looked at, all segments. `money`: by year, of the regency
    and of all sources; that of another year as of its December.
    """

    bulan: datetime
    areas: pd.DataFrame
    whole: pd.DataFrame
    money: Mapping[int, MoneyByPlace]


@dataclass(frozen=True, kw_only=True)
class Simulation:
    """What came of a plan.

    `rows`: people and cost by area, segment and payer; `months`: by month and payer; `sources`: by payer and year
    against the budgets; `tariffs`: what was reckoned with (:mod:`cost`, :mod:`money`). `ukur`: the segment that all
    gaps are measured by, else the root. Coverage and target before and after (:mod:`effect`): `areas`, each area of
    the plan in the segment `ukur`; `whole`, the area looked at in every segment. `biaya`: rupiah in all (None: a
    tariff is not known). `sisa_dana`: rupiah of a given amount that nobody got.
    """

    plan: Plan
    rows: pd.DataFrame
    months: pd.DataFrame
    sources: pd.DataFrame
    tariffs: pd.DataFrame
    areas: pd.DataFrame
    whole: pd.DataFrame
    ukur: str
    orang: int
    biaya: int | None
    sisa_dana: int | None
    obstacles: tuple[Obstacle, ...]

    @property
    def feasible(self) -> bool:
        """Whether nothing forbids the plan."""
        return all(one.weight is not Weight.BLOCKS for one in self.obstacles)

    @property
    def by_wage(self) -> tuple[str, ...]:
        """The segments (codes) whose tariff is a part of the wage, be it known or not."""
        wanted = {FROM_WAGE, NEEDS[OF_WAGE], NEEDS_CEILING}
        rows = rows_of(self.tariffs)
        return tuple(dict.fromkeys(row.segmen for row in rows if wanted & set(row.catatan.split(";"))))

    def effect_of(self, segmen: str) -> Any | None:
        """The area looked at before and after in a segment: a row of :func:`effect.measure_effect`, or None."""
        return next(iter(rows_of(self.whole[self.whole["segmen"] == segmen])), None)


def simulate(plan: Plan, ground: Ground, *, reference: Reference) -> Simulation:
    """What `plan` costs and brings. Nothing in it is made feasible: what is not is among the obstacles."""
    tree = reference.segmen_tree
    spots = find_spots(plan, ground.areas, reference=reference)
    tariffs = find_tariffs(plan, plan_segments(plan, tree), reference=reference)
    added = add_people(plan, spots, tariffs.prices, tree=tree)
    months, table = cost_months(added.orang, tariffs), tariff_table(tariffs)
    money = draw_money(added.orang, spots, tariffs, _budgets(ground, reference))
    rows = cost_rows(added.orang, tariffs, reference=reference)
    places = _by_place(added.orang)
    measured = _yardstick(spots, tree.root)
    planned = ground.areas["kode_wilayah"].isin({spot.kode_wilayah for spot in spots})
    areas = ground.areas[planned & (ground.areas["segmen"] == measured)]
    reckoning = Reckoning(
        plan=plan,
        spots=spots,
        added=added,
        money=money,
        tariffs=table,
        bulan=ground.bulan,
        reference=reference,
    )
    return Simulation(
        plan=plan,
        rows=rows,
        months=months,
        sources=measure_sources(money, tree=reference.sumber_tree),
        tariffs=table,
        areas=measure_effect(areas, places, plan, tree=tree, bulan=ground.bulan),
        whole=measure_effect(ground.whole, places, plan, tree=tree, bulan=ground.bulan),
        ukur=measured,
        orang=int(rows["orang"].sum()),
        biaya=total(rows["biaya"]),
        sisa_dana=added.sisa_dana,
        obstacles=find_obstacles(reckoning),
    )


def _budgets(ground: Ground, reference: Reference) -> dict[int, Budgets]:
    return {
        year: budgets_of_year(ground.money, tahun=year, bulan=ground.bulan, reference=reference)
        for year in ground.money
    }


def _by_place(people: Paid) -> dict[Place, int]:
    counts: dict[Place, int] = {}
    for (area, segmen, _), count in people.items():
        counts[area, segmen] = counts.get((area, segmen), 0) + count
    return counts


def _yardstick(spots: tuple[Spot, ...], root: str) -> str:
    measured = {spot.ukur for spot in spots if spot.ukur}
    return measured.pop() if len(measured) == 1 else root

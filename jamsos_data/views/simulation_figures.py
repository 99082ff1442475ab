"""What a plan costs and brings, starting from what is looked at; and the plans that a page begins with."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from jamsos_data.metrics.absorption import MONTHS_OF_A_YEAR
from jamsos_data.metrics.budget_ends import MoneyByPlace
from jamsos_data.metrics.projection import add_projection
from jamsos_data.metrics.simulation.obstacles import VILLAGE_SOURCES
from jamsos_data.metrics.simulation.places import measured_segments, plan_areas
from jamsos_data.metrics.simulation.plan import Payer, Plan
from jamsos_data.metrics.simulation.simulate import Ground, Simulation, simulate
from jamsos_data.periods import add_months, month_start
from jamsos_data.reference.code_tree import CodeTree
from jamsos_data.views import figures
from jamsos_data.views.targets_figures import honest
from jamsos_data.views.view import View, gathered_once

INFORMAL = "BPU"
TWO_BILLION = 2_000_000_000
FOR_EACH_VILLAGE = 50  # people
STARTS = ("gap", "money", "villages")  # the plans of :func:`starting_plan`


def simulate_plan(view: View, plan: Plan) -> Simulation:
    """The answer to a plan. Who pays and which segment is looked at are not asked: a plan says so itself.

    Of a month that is not complete there are no gaps, so that a plan by gaps adds nobody and says why.
    """
    return simulate(plan, _ground(view, plan), reference=view.reference)


def starting_plan(view: View, name: str) -> Plan:
    """A plan to begin with (a name of STARTS), for informal workers of the area looked at, from the next month on.

    "gap": close the gap to their target through the end of the year; "money": two billion rupiah for twelve months,
    lowest coverage first; "villages": as many people in each desa, from the village budgets, which the kelurahan do
    not have. Raises KeyError for another name.
    """
    first = add_months(view.month, 1)
    rest_of_year = MONTHS_OF_A_YEAR - first.month + 1
    plan = Plan(
        segmen=(usual_segment(view.reference.segmen_tree),),
        wilayah=(view.wilayah,),
        tingkat="kecamatan" if view.kecamatan is None else "desa",
        mulai=first,
        bulan=rest_of_year,
        pembayar=(Payer(sumber_dana=_usual_payer(view)),),
    )
    january = month_start(view.month.year + 1, 1)
    return {
        "gap": plan,
        "money": replace(
            plan, ukuran="dana", jumlah=TWO_BILLION, sasaran="semua", mulai=january, bulan=MONTHS_OF_A_YEAR
        ),
        "villages": replace(
            plan,
            ukuran="tiap",
            jumlah=FOR_EACH_VILLAGE,
            tingkat="desa",
            tanpa_kelurahan=True,
            mulai=january,
            bulan=MONTHS_OF_A_YEAR,
            pembayar=(Payer(sumber_dana=_village_payer(view.reference.sumber_tree)),),
        ),
    }[name]


def _ground(view: View, plan: Plan) -> Ground:
    whole = honest(figures.targets(view, total=True, segmen=None), view)
    return Ground(
        bulan=view.month,
        areas=_areas(view, plan),
        whole=add_projection(whole, figures.trends(view), bulan=view.month),
        money=_money(view, {month.year for month in plan.months}),
    )


def _money(view: View, years: set[int]) -> dict[int, MoneyByPlace]:
    """Money by place of the year looked at, and of those of `years` for which any budget was uploaded.

    Another year is asked for as of its December.
    """
    everything = {"sumber_dana": None, "segmen": None, "dengan_jakon": True, "dalam": None}
    found = {view.month.year: figures.money_by_place(view, bulan=view.month)}
    for year in sorted(years - {view.month.year}):
        december = month_start(year, MONTHS_OF_A_YEAR)
        if not figures.budget_versions(view, bulan=december, **everything).empty:
            found[year] = figures.money_by_place(view, bulan=december)
    return found


def _areas(view: View, plan: Plan) -> pd.DataFrame:
    """Rows of measure_targets of all areas of the plan, of the segments that may measure its gaps."""
    reference = view.reference
    segments = measured_segments(plan, reference.segmen_tree)
    codes = plan_areas(plan, reference)
    parts = []
    for level in ("kecamatan", "desa"):
        of_level = {code for code in codes if reference.area_level(code) == level}
        if not of_level:
            continue
        around = {reference.parent_area(code) for code in of_level}
        inside = around.pop() if level == "desa" and len(around) == 1 else None
        parts.append(figures.targets(view, segmen=None, tingkat=level, dalam=inside, hanya=segments))
    rows = pd.concat(parts) if parts else figures.targets(view, total=True, segmen=None).iloc[:0]
    return honest(rows, view)


def usual_segment(tree: CodeTree) -> str:
    """Whom plans begin with: informal workers, else the first segment of the table."""
    return INFORMAL if INFORMAL in tree else tree.leaves[0]


@gathered_once
def _usual_payer(view: View) -> str:
    """Whose pagu pays most people now; the regency's budget where none does."""
    rows = figures.premiums(view, sumber_dana=None, segmen=None, dengan_jakon=True, dalam=None)
    paying = rows[(rows["pagu"] > 0).fillna(False) & (rows["peserta_pagu"] > 0).fillna(False)]
    if paying.empty:
        return "APBD_KAB"
    return str(
        paying.sort_values(["peserta_pagu", "sumber_dana"], ascending=[False, True])["sumber_dana"].iloc[0]
    )


def _village_payer(tree: CodeTree) -> str:
    inside = tree.descendants(VILLAGE_SOURCES)
    return next(iter(inside[1:]), VILLAGE_SOURCES)

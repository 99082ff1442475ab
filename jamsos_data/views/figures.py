"""The figures that belong to a view, one function for each metric.

Every function takes the view and, by keyword, what the question shall say differently; it returns the frame of the
metric of the same name (its columns are documented there). The view answers, pages from a cache.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pandas as pd

from jamsos_data.metrics.attention_kinds import JUDGE_THE_MONTH, Attention
from jamsos_data.metrics.budget_ends import BudgetEnds, MoneyByPlace
from jamsos_data.metrics.enterprises import Enterprises, measure_enterprises
from jamsos_data.metrics.questions import (
    AttentionQuestion,
    CoverageQuestion,
    PremiumQuestion,
    TargetQuestion,
)
from jamsos_data.metrics.unmapped_premiums import UnmappedPremiums
from jamsos_data.periods import month_start
from jamsos_data.views.view import View, gathered_once

_WHOLE: dict[str, Any] = {"sumber_dana": None, "segmen": None, "dengan_jakon": True, "dalam": None}


def coverage(view: View, *, total: bool = False, **changes: Any) -> pd.DataFrame:
    """Coverage by area (kecamatan, or the desa of the kecamatan looked at); `total`: one row for the area itself."""
    return view.ask("coverage", _coverage_question(view, changes, total=total))


def coverage_trend(
    view: View, *, total: bool = False, since: datetime | None = None, **changes: Any
) -> pd.DataFrame:
    """Coverage of every month from `since` (None: the first with data) through the month looked at."""
    return view.ask("coverage_trend", _coverage_question(view, changes, total=total), since=since)


def coverage_by_segmen(view: View, *, total: bool = False, **changes: Any) -> pd.DataFrame:
    """Coverage by area and segmen."""
    return view.ask("coverage_by_segmen", _coverage_question(view, changes, total=total))


def silence(view: View) -> pd.DataFrame:
    """The desa inside the area looked at that reported before and are silent in the month."""
    question = _coverage_question(view, {"dalam": view.dalam, "sumber_dana": None}, total=True)
    return view.ask("silence", question)


def targets(view: View, *, total: bool = False, **changes: Any) -> pd.DataFrame:
    """Coverage against the targets, by area, for the segmen looked at (`segmen=None`: for all)."""
    question = TargetQuestion(
        bulan=view.month,
        basis=view.basis,
        dengan_jakon=view.dengan_jakon,
        keluarga=view.keluarga,
        segmen=view.segmen,
    )
    return view.ask("targets", replace(question, **{**_place(view, total=total), **changes}))


def premiums(view: View, **changes: Any) -> pd.DataFrame:
    """Realisation, budget and estimate by funding source, January through the month looked at."""
    return view.ask("premiums", _premium_question(view, changes))


def premium_months(view: View, *, since: datetime | None = None, **changes: Any) -> pd.DataFrame:
    """Realisation and estimate by month and funding source, from `since` (None: all) on."""
    return view.ask("premium_months", _premium_question(view, changes), since=since)


def premium_flow(view: View, **changes: Any) -> pd.DataFrame:
    """Realisation from funding source over segmen to program."""
    return view.ask("premium_flow", _premium_question(view, changes))


def unit_costs(view: View, **changes: Any) -> pd.DataFrame:
    """Paid iuran per person and month by funding source and segmen."""
    return view.ask("unit_costs", _premium_question(view, changes))


def budget_versions(view: View, **changes: Any) -> pd.DataFrame:
    """Every version of every budget line of the year."""
    return view.ask("budget_versions", _premium_question(view, changes))


def village_budgets(view: View, **changes: Any) -> pd.DataFrame:
    """Which desa budget for contributions, and how much."""
    return view.ask("village_budgets", _premium_question(view, changes))


def reconciliation(view: View, **changes: Any) -> pd.DataFrame:
    """Where estimate and realisation differ, with the reason."""
    return view.ask("reconciliation", _premium_question(view, changes))


def trends(view: View) -> pd.DataFrame:
    """The usual monthly change of the area looked at and of those inside it, of every segmen."""
    question = TargetQuestion(
        bulan=view.month, dengan_jakon=view.dengan_jakon, segmen=view.segmen, **_place(view, total=False)
    )
    return view.ask("trends", question, incomplete=tuple(sorted(view.incomplete)))


def cliff(view: View, *, total: bool = False, **changes: Any) -> pd.DataFrame:
    """What coverage falls to, month by month, if nothing that ends is renewed; as :func:`coverage` by area."""
    return view.ask("cliff", _coverage_question(view, changes, total=total), budgets=_budget_ends(view))


def endings(view: View) -> pd.DataFrame:
    """Whose protection in the area looked at ends after which month."""
    return view.ask("endings", _coverage_question(view, {}, total=True), budgets=_budget_ends(view))


def _budget_ends(view: View) -> BudgetEnds:
    """Whose pagu does not last to December; of all segments and sources, since one pagu may pay several."""
    return view.ask("budget_ends", _premium_question(view, _WHOLE))


def money_by_place(view: View, *, bulan: datetime) -> MoneyByPlace:
    """Money and people of the whole regency by desa, source and segment, as of `bulan`."""
    return view.ask("money_by_place", _premium_question(view, _WHOLE | {"bulan": bulan}))


def double_payments(view: View, **changes: Any) -> pd.DataFrame:
    """Desa and kecamatan where several sources pay for more people than are active."""
    return view.ask("double_payments", _premium_question(view, changes))


def unjudged_payments(view: View) -> pd.DataFrame:
    """Kecamatan where that cannot be told, and why."""
    return view.ask("unjudged_payments", _premium_question(view, {}))


def small_packages(view: View, **changes: Any) -> pd.DataFrame:
    """People whose package is below JKK + JKM."""
    return view.ask("small_packages", _premium_question(view, changes))


def unmapped_premiums(view: View, **changes: Any) -> tuple[UnmappedPremiums, ...]:
    """What was paid for the areas around the one looked at and is not mapped to it."""
    return view.ask("unmapped_premiums", _premium_question(view, changes))


def attention(view: View, **changes: Any) -> tuple[Attention, ...]:
    """What needs somebody's attention, the most urgent first.

    What a month that is not complete has to add each month is not among it.
    """
    question = AttentionQuestion(
        bulan=view.month,
        basis=view.basis,
        dengan_jakon=view.dengan_jakon,
        dalam=view.dalam,
        keluarga=view.keluarga,
    )
    found = view.ask("attention", replace(question, **changes))
    if view.lacking is None:
        return found
    return tuple(one for one in found if one.code not in JUDGE_THE_MONTH)


@gathered_once
def paid_this_year(view: View) -> pd.DataFrame:
    """Rows of measure_premium_months with a payment, since the January before the month looked at."""
    return premium_months(view, since=month_start(view.month.year, 1)).dropna(subset=["nilai"])


@gathered_once
def enterprises(view: View) -> Enterprises | None:
    """Enterprises known and registered in the area looked at, or in the kecamatan of the desa."""
    return measure_enterprises(
        view.rows("umkm"),
        reference=view.reference,
        bulan=view.month,
        dalam=view.dalam,
    )


def _place(view: View, *, total: bool) -> dict[str, Any]:
    if total:
        return {"tingkat": view.reference.area_level(view.wilayah), "dalam": view.dalam}
    return {"tingkat": "desa" if view.kecamatan else "kecamatan", "dalam": view.kecamatan}


def _coverage_question(view: View, changes: dict[str, Any], *, total: bool) -> CoverageQuestion:
    question = CoverageQuestion(
        bulan=view.month,
        segmen=view.segmen,
        basis=view.basis,
        dengan_jakon=view.dengan_jakon,
        sumber_dana=view.sumber_dana,
    )
    return replace(question, **{**_place(view, total=total), **changes})


def _premium_question(view: View, changes: dict[str, Any]) -> PremiumQuestion:
    root = view.reference.segmen_tree.root
    question = PremiumQuestion(
        bulan=view.month,
        sumber_dana=view.sumber_dana,
        segmen=None if view.segmen == root else view.segmen,
        dengan_jakon=view.dengan_jakon,
        dalam=view.dalam,
        tingkat="kabupaten",
    )
    return replace(question, **changes)

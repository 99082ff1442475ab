"""Which figures the page Iuran shows: sources, months, flow, costs per person, differences, villages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from jamsos_data.metrics.absorption import Absorption, by_budget, total_absorption, without_budget
from jamsos_data.metrics.cliff import falls_by_area
from jamsos_data.metrics.premium_totals import PremiumTotals, total_premiums
from jamsos_data.metrics.unmapped_premiums import UnmappedPremiums
from jamsos_data.periods import add_months, month_start
from jamsos_data.reference.code_tree import CodeTree
from jamsos_data.views import figures
from jamsos_data.views.view import View, gathered_once

MONTHS = 24
ABOUT_PAGU = ("SERAPAN_LEBIH", "PAGU_HABIS", "PAGU_KURANG", "PAGU_BULAN_LALU", "PAGU_BERLEBIH")
TARIFF_NEEDS = ("PERLU_UPAH", "PERLU_NILAI_KONTRAK", "TARIF_TIDAK_ADA")


@dataclass(frozen=True, kw_only=True)
class PremiumFigures:
    """Answers of the premium metrics for one view; all rows are disjoint, so that they may be added.

    `sources`: measure_premiums; `months`: measure_premium_months, the last MONTHS months with a payment; `flow`,
    `costs`, `differences`, `versions`: this year's; `villages`: desa that could budget (no kelurahan); `doubles`,
    `unjudged`: of the month. `cliff`: measure_cliff of the area looked at, `falls`: falls_by_area of those inside it;
    `endings`: measure_endings of the area, with the money of the payer's pagu. `unmapped`: paid for the areas around.
    `known`: whether any payment of the year through the month was uploaded: without one nothing is known to be paid,
    which is not zero.
    """

    tree: CodeTree
    known: bool

    sources: pd.DataFrame
    months: pd.DataFrame
    flow: pd.DataFrame
    costs: pd.DataFrame
    differences: pd.DataFrame
    versions: pd.DataFrame
    villages: pd.DataFrame
    cliff: pd.DataFrame
    falls: pd.DataFrame
    endings: pd.DataFrame
    doubles: pd.DataFrame
    unjudged: pd.DataFrame
    unmapped: tuple[UnmappedPremiums, ...]

    @cached_property
    def by_budget(self) -> pd.DataFrame:
        """The sources gathered by the pagu that pays them."""
        return by_budget(self.sources)

    @cached_property
    def budgeted(self) -> pd.DataFrame:
        """The rows with a pagu: only payments from it are compared with it."""
        rows = self.by_budget
        return rows[rows["pagu"].notna()]

    @cached_property
    def of_budgets(self) -> pd.DataFrame:
        """The sources gathered by pagu, without payers that never have one."""
        rows = self.by_budget
        return rows[~without_budget(rows, tree=self.tree)]

    @cached_property
    def without_budget(self) -> pd.DataFrame:
        """Payers that never have a pagu and did pay, most first."""
        rows = self.by_budget
        paying = rows[without_budget(rows, tree=self.tree) & (rows["realisasi"] > 0).fillna(False)]
        return paying.sort_values("realisasi", ascending=False)

    @cached_property
    def absorption(self) -> Absorption:
        """How much of all pagu together is paid."""
        return total_absorption(self.sources)

    @cached_property
    def totals(self) -> PremiumTotals:
        """What all sources come to."""
        return total_premiums(self.sources)

    @property
    def people_without_tariff(self) -> int:
        """Participants of the month whose tariff is unknown, so that no estimate counts them."""
        return self.totals.tanpa_tarif

    def noted(self, code: str) -> pd.DataFrame:
        """The sources (for a code about the pagu: the rows with a pagu) whose `catatan` holds a code."""
        rows = self.budgeted if code in ABOUT_PAGU else self.sources
        if code == "PAGU_KURANG":  # once something is paid, what counts is how long the rest lasts
            rows = rows[rows["cukup_sampai"].isna()]
        return rows[[code in notes.split(";") for notes in rows["catatan"]]]


@gathered_once
def premium_figures(view: View) -> PremiumFigures:
    """All figures of the page; gathered once for the same choices and data. Not to be changed."""
    since, sources = add_months(view.month, 1 - MONTHS), figures.premiums(view)
    return PremiumFigures(
        tree=view.reference.sumber_tree,
        known=payments_known(view),
        sources=sources,
        months=figures.premium_months(view, since=since).dropna(subset=["nilai"]),
        flow=figures.premium_flow(view),
        costs=figures.unit_costs(view),
        differences=figures.reconciliation(view),
        versions=figures.budget_versions(view),
        villages=figures.village_budgets(view, dalam=view.kecamatan),
        cliff=figures.cliff(view, total=True),
        falls=falls_by_area(figures.cliff(view)),
        endings=_with_money(figures.endings(view), sources),
        doubles=figures.double_payments(view),
        unjudged=figures.unjudged_payments(view),
        unmapped=figures.unmapped_premiums(view),
    )


def payments_known(view: View) -> bool:
    """Whether any payment of the year through the month looked at was uploaded, for whatever area."""
    january = month_start(view.month.year, 1)
    return any(january <= paid <= view.month for paid in view.paid_months)


def _with_money(endings: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """`endings` with bulan_cukup and bulan_tersisa of the pagu that pays each; NaN where the area has none."""
    budgets = sources[sources["pagu"].notna()].set_index("sumber_dana")
    holders = sources.drop_duplicates("sumber_dana").set_index("sumber_dana")["pemegang_pagu"]
    paying = endings["sumber_dana"].map(holders)
    return endings.assign(**{name: paying.map(budgets[name]) for name in ("bulan_cukup", "bulan_tersisa")})

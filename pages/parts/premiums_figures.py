"""Which figures the page Iuran shows: sources, months, flow, costs per person, differences, villages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from jamsos_data.metrics.absorption import Absorption, by_budget, total_absorption, without_budget
from jamsos_data.metrics.unmapped_premiums import UnmappedPremiums
from jamsos_data.periods import add_months, month_start
from jamsos_data.reference.code_tree import CodeTree
from pages.parts import figures
from pages.parts.snapshot import available_periods
from pages.parts.state import Selection

MONTHS = 24
ABOUT_PAGU = ("SERAPAN_LEBIH", "PAGU_HABIS", "PAGU_KURANG", "PAGU_BERLEBIH")
TARIFF_NEEDS = ("PERLU_UPAH", "PERLU_NILAI_KONTRAK", "TARIF_TIDAK_ADA")


@dataclass(frozen=True, kw_only=True)
class PremiumFigures:
    """Answers of the premium metrics for one selection; all rows are disjoint, so that they may be added.

    `sources`: measure_premiums; `months`: measure_premium_months, the last MONTHS months with a payment;
    `flow`, `costs`, `differences`, `versions`: this year's; `villages`: desa that could budget (no kelurahan);
    `paid_until`, `doubles`: of the month. `unmapped`: paid for the areas around. `known`: whether any payment of the
    year through the month was uploaded: without one nothing is known to be paid, which is not zero.
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
    paid_until: pd.DataFrame
    doubles: pd.DataFrame
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

    @property
    def people_without_tariff(self) -> int:
        """Participants of the month whose tariff is unknown, so that no estimate counts them."""
        return int(self.sources["tanpa_tarif"].sum())

    def noted(self, code: str) -> pd.DataFrame:
        """The sources (for a code about the pagu: the rows with a pagu) whose `catatan` holds a code."""
        rows = self.budgeted if code in ABOUT_PAGU else self.sources
        if code == "PAGU_KURANG":  # once something is paid, what counts is how long the rest lasts
            rows = rows[rows["cukup_sampai"].isna()]
        return rows[[code in notes.split(";") for notes in rows["catatan"]]]


@figures.keep
def premium_figures(selection: Selection) -> PremiumFigures:
    """All figures of the page; gathered once per data version and choice. Not to be changed."""
    since = add_months(selection.month, 1 - MONTHS)
    return PremiumFigures(
        tree=selection.reference.sumber_tree,
        known=payments_known(selection),
        sources=figures.premiums(selection),
        months=figures.premium_months(selection, since=since).dropna(subset=["nilai"]),
        flow=figures.premium_flow(selection),
        costs=figures.unit_costs(selection),
        differences=figures.reconciliation(selection),
        versions=figures.budget_versions(selection),
        villages=figures.village_budgets(selection, dalam=selection.kecamatan),
        paid_until=figures.paid_until(selection),
        doubles=figures.double_payments(selection),
        unmapped=figures.unmapped_premiums(selection),
    )


def payments_known(selection: Selection) -> bool:
    """Whether any payment of the year through the month looked at was uploaded, for whatever area."""
    january = month_start(selection.month.year, 1)
    return any(
        january <= paid <= selection.month for paid in available_periods(selection.snapshot).get("iuran", ())
    )

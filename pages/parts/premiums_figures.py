"""Which figures the page Iuran shows: sources, months, flow, costs per person, differences, villages."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from jamsos_data.metrics.absorption import Absorption, by_budget, total_absorption
from jamsos_data.periods import add_months
from pages.parts import figures
from pages.parts.state import Selection

MONTHS = 24
ABOUT_PAGU = ("SERAPAN_LEBIH", "PAGU_KURANG", "PAGU_BERLEBIH")
TARIFF_NEEDS = ("PERLU_UPAH", "PERLU_NILAI_KONTRAK", "TARIF_TIDAK_ADA")


@dataclass(frozen=True, kw_only=True)
class PremiumFigures:
    """Answers of the premium metrics for one selection; all rows are disjoint, so that they may be added.

    `sources`: measure_premiums; `months`: measure_premium_months, the last MONTHS months with a payment;
    `flow`, `costs`, `differences`, `versions`: this year's; `villages`: desa that could budget (no kelurahan).
    """

    sources: pd.DataFrame
    months: pd.DataFrame
    flow: pd.DataFrame
    costs: pd.DataFrame
    differences: pd.DataFrame
    versions: pd.DataFrame
    villages: pd.DataFrame

    @property
    def paid(self) -> int:
        """Rp paid from January through the month looked at."""
        return int(self.sources["realisasi"].sum())

    @property
    def by_budget(self) -> pd.DataFrame:
        """The sources gathered by the pagu that pays them."""
        return by_budget(self.sources)

    @property
    def budgeted(self) -> pd.DataFrame:
        """The rows with a pagu: only payments from it are compared with it."""
        rows = self.by_budget
        return rows[rows["pagu"].notna()]

    @property
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
        return rows[[code in notes.split(";") for notes in rows["catatan"]]]


def premium_figures(selection: Selection) -> PremiumFigures:
    """All figures of the page; each is answered once per data version and question."""
    since = add_months(selection.month, 1 - MONTHS)
    return PremiumFigures(
        sources=figures.premiums(selection),
        months=figures.premium_months(selection, since=since).dropna(subset=["nilai"]),
        flow=figures.premium_flow(selection),
        costs=figures.unit_costs(selection),
        differences=figures.reconciliation(selection),
        versions=figures.budget_versions(selection),
        villages=figures.village_budgets(selection, dalam=selection.kecamatan),
    )

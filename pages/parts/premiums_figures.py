"""Which figures the page Iuran shows: sources, months, flow, costs per person, differences, villages."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from jamsos_data.periods import add_months
from pages.parts import figures
from pages.parts.state import Selection

MONTHS = 24
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
    def budgeted(self) -> pd.DataFrame:
        """The sources with a pagu: only their payments are compared with it."""
        return self.sources[self.sources["pagu"].notna()]

    @property
    def people_without_tariff(self) -> int:
        """Participants of the month whose tariff is unknown, so that no estimate counts them."""
        return int(self.sources["tanpa_tarif"].sum())

    def noted(self, code: str) -> pd.DataFrame:
        """The sources whose `catatan` holds a code."""
        return self.sources[[code in notes.split(";") for notes in self.sources["catatan"]]]


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

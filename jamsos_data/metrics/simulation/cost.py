"""What a plan costs: people × tariff × months, the tariff looked up for each payer and each month.

So a plan that begins under PP 50/2025 and outlasts it costs half at first and the whole afterwards. Months are those
that are paid for, not those in which the money leaves the account.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from jamsos_data.metrics.simulation.people import Paid, Prices
from jamsos_data.metrics.simulation.plan import Plan
from jamsos_data.metrics.tariffs import Tariff, tariff_book
from jamsos_data.reference import Reference

TARIFF_COLUMNS = {
    "segmen": "str",
    "sumber_dana": "str",
    "dari": "datetime64[us]",
    "sampai": "datetime64[us]",
    "tarif": "Int64",
    "dasar_hukum": "str",
    "catatan": "str",
}
ROW_COLUMNS = {
    "kode_wilayah": "str",
    "wilayah": "str",
    "segmen": "str",
    "sumber_dana": "str",
    "orang": "int64",
    "biaya": "Int64",
}
MONTH_COLUMNS = {"periode": "datetime64[us]", "sumber_dana": "str", "orang": "int64", "biaya": "Int64"}


@dataclass(frozen=True, kw_only=True)
class Tariffs:
    """The tariffs of a plan, by segment, payer and month."""

    by_month: dict[tuple[str, str, datetime], Tariff]
    plan: Plan

    def price(self, segmen: str, source: str, *, year: int | None = None) -> int | None:
        """What one person costs in all months of the plan (of `year`); None where the tariff of one is not known."""
        months = [month for month in self.plan.months if year in (None, month.year)]
        amounts = [self.by_month[segmen, source, month].per_bulan for month in months]
        return None if None in amounts else sum(amount or 0 for amount in amounts)

    @property
    def prices(self) -> Prices:
        """The price of a person by segment and payer."""
        pairs = {(segmen, source) for segmen, source, _ in self.by_month}
        return {pair: self.price(*pair) for pair in pairs}


def find_tariffs(plan: Plan, segments: tuple[str, ...], *, reference: Reference) -> Tariffs:
    """The tariff of each segment, payer and month of the plan."""
    book = tariff_book(reference)
    return Tariffs(
        by_month={
            (segmen, payer.sumber_dana, month): book.find(
                segmen=segmen,
                sumber_dana=payer.sumber_dana,
                program=plan.program,
                bulan=month,
                sektor=plan.sektor,
                upah=plan.upah or None,
            )
            for segmen in segments
            for payer in plan.pembayar
            for month in plan.months
        },
        plan=plan,
    )


def tariff_table(tariffs: Tariffs) -> pd.DataFrame:
    """One row for each segment, payer and run of months with one tariff; see TARIFF_COLUMNS. tarif NA: not known."""
    rows: list[list[object]] = []
    for (segmen, source, month), tariff in tariffs.by_month.items():
        said = (segmen, source, tariff.per_bulan, _legal_basis(tariff), ";".join(tariff.catatan))
        last = rows[-1] if rows else None
        if last is not None and (last[0], last[1], last[4], last[5], last[6]) == said:
            last[3] = month
        else:
            rows.append([segmen, source, month, month, *said[2:]])
    return pd.DataFrame(rows, columns=list(TARIFF_COLUMNS), dtype="object").astype(TARIFF_COLUMNS)


def cost_rows(people: Paid, tariffs: Tariffs, *, reference: Reference) -> pd.DataFrame:
    """One row for each area, segment and payer with people: orang and biaya (Rp of all months, NA = no tariff)."""
    rows = []
    for (area, segmen, source), count in sorted(people.items()):
        price = tariffs.price(segmen, source)
        cost = None if price is None else count * price
        rows.append((area, reference.area_name(area), segmen, source, count, cost))
    return pd.DataFrame(rows, columns=list(ROW_COLUMNS), dtype="object").astype(ROW_COLUMNS)


def cost_months(people: Paid, tariffs: Tariffs) -> pd.DataFrame:
    """One row for each month and payer: orang, and biaya in rupiah (NA: the tariff of some is not known)."""
    counts: dict[tuple[str, str], int] = {}
    for (_, segmen, source), count in people.items():
        counts[segmen, source] = counts.get((segmen, source), 0) + count
    rows = []
    for month in tariffs.plan.months:
        for source in dict.fromkeys(payer.sumber_dana for payer in tariffs.plan.pembayar):
            paid = [(segmen, count) for (segmen, by), count in sorted(counts.items()) if by == source]
            amounts = [tariffs.by_month[segmen, source, month].per_bulan for segmen, _ in paid]
            known = None not in amounts
            cost = sum(count * (amount or 0) for (_, count), amount in zip(paid, amounts, strict=True))
            rows.append((month, source, sum(count for _, count in paid), cost if known else None))
    return pd.DataFrame(rows, columns=list(MONTH_COLUMNS), dtype="object").astype(MONTH_COLUMNS)


def total(amounts: pd.Series) -> int | None:
    """The sum of a column of rupiah; None where one of them is not known."""
    return None if amounts.isna().any() else int(amounts.sum())


def _legal_basis(tariff: Tariff) -> str:
    return "; ".join(dict.fromkeys(rule.dasar_hukum for rule in tariff.rules if rule.dasar_hukum))

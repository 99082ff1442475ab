"""Payments against the people they pay for: too few or many rupiah for each, or as many months as the month's number.

A column "Bulan" may hold how many months were paid, a unit may be said nowhere, and a tariff stand where the amount is
looked for; half a year may be paid at once. Only the arithmetic then shows it. What is exactly the tariff of its month
for each is never asked about.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.plain_payments import are_plain
from jamsos_data.metrics.questions import CONSTRUCTION
from jamsos_data.reference import Reference

# Rp: one person's contribution of one month is thousands of rupiah.
LEAST_EACH = 1000
# Rp: the highest JKK with JKM and JHT (7,74 %) of a wage of 64 million a month. Contracts (JAKON) rest on no wage.
MOST_EACH = 5_000_000
_LISTED = 8
_AT_ONCE = range(2, 13)
_PACKAGES = (("JKK", "JKM"), ("JKK", "JKM", "JHT"))


def note_unlikely_payments(long: pd.DataFrame, data: Dataset, context: CheckContext) -> None:
    """Warn, once per sheet, where payments (`nilai` in Rp, `peserta_dibayar`) are unlikely ones."""
    if data.name != "iuran" or not {"periode", "nilai", "peserta_dibayar"} <= set(long.columns):
        return
    months = long["bulan_dibayar"] if "bulan_dibayar" in long else pd.Series(1, index=long.index)
    month = pd.to_datetime(long["periode"])
    rows = long.assign(
        sheet=long["_sheet"], row=long["_row"].astype("int64"), people=long["peserta_dibayar"],
        months=months.fillna(1), number=month.dt.month, periode=month,
    )  # fmt: skip
    rows = rows[
        ((rows["people"] > 0) & (rows["nilai"] > 0) & (rows["months"] > 0)).fillna(False).astype(bool)
    ]
    rows = rows.assign(plain=are_plain(rows, context.reference))
    tariffs = _tariffs(context.reference)
    for sheet, paid in rows.groupby("sheet", sort=False):
        column = context.header(str(sheet), data.column("nilai"))
        each = paid["nilai"] / (paid["people"] * paid["months"])
        is_tariff = paid["nilai"].isin(list(tariffs)) & (paid["people"] > 1)
        _note_too_much(paid[(each > MOST_EACH) & ~_by_contract(paid)], str(sheet), column, context)
        small = paid[((each < LEAST_EACH) | is_tariff) & ~paid["plain"]]
        if len(small):
            context.log.add(
                "IURAN_PER_ORANG_KECIL", Severity.WARNING, sheet=str(sheet), column=column, n=len(small),
                of=LEAST_EACH, rows=_listed(small),
            )  # fmt: skip
        elif (
            not paid["plain"].all()
            and (paid["months"] == 1).all()
            and (tariff := _paid_by_number(paid, tariffs))
        ):
            context.log.add(
                "IURAN_SEBANYAK_NOMOR_BULAN", Severity.WARNING, sheet=str(sheet), column=column, of=tariff,
                row=int(paid["row"].iloc[-1]), months=int(paid["number"].iloc[-1]),
            )  # fmt: skip
        else:
            _note_months_at_once(paid, str(sheet), column, context, tariffs)


def _note_months_at_once(
    paid: pd.DataFrame, sheet: str, column: str, context: CheckContext, tariffs: Iterable[float]
) -> None:
    """Payments under one month that are a whole multiple of what the law asks of each of their people for it."""
    each = paid["nilai"] / paid["people"]
    single = paid[(paid["months"] == 1) & ~paid["plain"] & ~each.isin(list(tariffs))]
    at_once = pd.Series(0, index=single.index)
    for months in _AT_ONCE:
        at_once = at_once.mask(are_plain(single.assign(months=months), context.reference), months)
    several = at_once[at_once > 0]
    if len(several):
        context.log.add(
            "IURAN_BEBERAPA_BULAN", Severity.WARNING, sheet=sheet, column=column, n=len(several),
            rows=_listed(single.loc[several.index]), months=", ".join(map(str, sorted({*several}))),
        )  # fmt: skip


def _by_contract(paid: pd.DataFrame) -> pd.Series:
    return paid["segmen"] == CONSTRUCTION if "segmen" in paid else pd.Series(False, index=paid.index)


def _note_too_much(large: pd.DataFrame, sheet: str, column: str, context: CheckContext) -> None:
    """Payments in an accepted unit that does not hold, or sums of other things."""
    if len(large):
        context.log.add(
            "IURAN_PER_ORANG_BESAR", Severity.WARNING, sheet=sheet, column=column, n=len(large), of=MOST_EACH,
            rows=_listed(large),
        )  # fmt: skip


def _listed(rows: pd.DataFrame) -> str:
    return ", ".join(map(str, sorted({*rows["row"]})[:_LISTED]))


def _paid_by_number(paid: pd.DataFrame, tariffs: frozenset[float]) -> int:
    """The contribution in Rp that each person paid as often as the month's number says; 0 where there is none.

    Of different months one contribution for all tells it, of a single one a tariff.
    """
    rates = (paid["nilai"] / (paid["people"] * paid["number"])).unique()
    numbers = set(paid["number"])
    if len(rates) != 1 or numbers == {1}:
        return 0
    is_told = len(numbers) > 1 or rates[0] in tariffs
    return int(rates[0]) if is_told else 0


def _tariffs(reference: Reference) -> frozenset[float]:
    """What a package costs in Rp a month, by all rates of its programmes that are in rupiah."""
    table = reference.tarif
    table = table[table["satuan"] == "rupiah"]
    rates = {
        program: [float(value) for value in rows["nilai"]]
        for program, rows in table.groupby("program", sort=False)
    }
    return frozenset(
        sum(parts) for package in _PACKAGES for parts in product(*(rates.get(name, []) for name in package))
    )

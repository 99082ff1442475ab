"""What is left of the budgets for a plan: granted, paid, and bound for the people who are protected already.

A pagu is of one year. Bound (terikat) is what keeping the present people protected through December still costs after
what is paid ahead: an estimate. Free (bebas) is what is neither paid nor bound. The pagu of a later year is bound for
the same people: twelve months of what they cost in the month looked at, less what that pagu has paid already. What an
earlier pagu paid ahead for months of that year is not deducted, since how much of it falls there is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from jamsos_data.metrics.absorption import MONTHS_OF_A_YEAR, NEVER_BUDGETED, sources_above
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.simulation.cost import total
from jamsos_data.reference.code_tree import CodeTree

BUDGET_COLUMNS = {
    "tahun": "int64",
    "sumber_dana": "str",
    "pagu": "int64",
    "realisasi": "Int64",
    "sisa": "int64",
    "terikat": "Int64",
    "bebas": "Int64",
}
SOURCE_COLUMNS = {
    "sumber_dana": "str",
    "tahun": "int64",
    "bulan": "int64",
    "orang": "int64",
    "biaya": "Int64",
    "pemegang_pagu": "str",
    "pagu": "Int64",
    "realisasi": "Int64",
    "sisa": "Int64",
    "terikat": "Int64",
    "bebas": "Int64",
    "biaya_pagu": "Int64",
    "kurang": "Int64",
    "bulan_cukup": "float64",
}


def budgets_left(premiums: Mapping[int, pd.DataFrame], *, bulan: datetime, tree: CodeTree) -> pd.DataFrame:
    """Each pagu by year and source; see BUDGET_COLUMNS (Rp).

    `premiums`: rows of measure_premiums of the regency, of every source, by year; those of the year of `bulan` as of
    that month. sisa = pagu − realisasi (NA: nothing known paid, counted as nothing). terikat, bebas: NA where the
    tariff of some of the present people is not known. Nothing of a year before `bulan` is bound.
    """
    rows = []
    for year, frame in sorted(premiums.items()):
        present = _present(premiums, tahun=year, bulan=bulan, tree=tree)
        for row in records(frame[frame["pagu"].notna()]):
            held = present[present["pemegang_pagu"] == row["sumber_dana"]]
            rows.append(_left(row, held, tahun=year, bulan=bulan))
    return pd.DataFrame(rows, columns=list(BUDGET_COLUMNS), dtype="object").astype(BUDGET_COLUMNS)


def measure_sources(months: pd.DataFrame, budgets: pd.DataFrame, *, tree: CodeTree) -> pd.DataFrame:
    """The cost of each payer and year against what is left of its pagu; see SOURCE_COLUMNS.

    `months`: :func:`cost.cost_months`. bulan: months paid in the year; biaya: their cost (NA: no tariff).
    pemegang_pagu: whose pagu pays (:func:`budget_holder`; "" = none); of several, pagu through bebas are their sums.
    biaya_pagu: what all payers of the plan take that can take from nothing but those pagu; kurang: by how much that
    exceeds what is free (else what is left), 0 where it does not, NA where one of them is not known. bulan_cukup: how
    many months the money that is free pays.
    """
    by_year = months.assign(tahun=months["periode"].dt.year)
    left = {(row["tahun"], row["sumber_dana"]): row for row in records(budgets)}
    rows: list[dict[str, Any]] = []
    for (year, source), group in by_year.groupby(["tahun", "sumber_dana"], sort=True):
        granted = {code for held, code in left if held == year}
        holder = budget_holder(str(source), granted, tree)
        paying = _budgets_of(holder, granted, tree)
        rows.append(
            {
                "sumber_dana": source,
                "tahun": year,
                "bulan": len(group),
                "orang": int(group["orang"].max()),
                "biaya": total(group["biaya"]),
                "pemegang_pagu": holder,
                "dari": paying,
                **_sums([left[year, code] for code in paying]),
            }
        )
    frame = pd.DataFrame([_judged(row, rows) for row in rows], columns=list(SOURCE_COLUMNS), dtype="object")
    order = [tree.order(code) for code in frame["sumber_dana"]]
    ordered = frame.assign(urutan=order).sort_values(["tahun", "urutan"], ignore_index=True)
    return ordered[list(SOURCE_COLUMNS)].astype(SOURCE_COLUMNS)


def budget_holder(source: str, granted: set[str], tree: CodeTree) -> str:
    """The source of `granted` that pays for `source`: itself, the nearest above, or the only one in it; else "".

    Where several in it have a pagu, the narrowest source around them that has none, so that whoever takes from the
    same pagu has the same holder.
    """
    if source == tree.root:
        return ""
    if above := _nearest(source, granted, tree):
        return above
    inside = granted & set(tree.descendants(source))
    if len(inside) < 2:
        return next(iter(inside), "")
    around = [
        code
        for code in tree.descendants(source)
        if code not in granted and inside <= set(tree.descendants(code))
    ]
    return max(around, key=lambda code: len(tree.ancestors(code)))


def has_no_budget_by_nature(source: str, tree: CodeTree) -> bool:
    """Whether a source never has a pagu: employers, CSR, SERTAKAN, and people who pay for themselves."""
    return any(top in tree and source in tree.descendants(top) for top in NEVER_BUDGETED)


def months_of_money(money: int, *, people: int, tariff: int) -> float | None:
    """How many months `money` (Rp) protects `people` at `tariff` (Rp a month); None where it costs nothing."""
    return None if people * tariff <= 0 else money / (people * tariff)


def _nearest(source: str, granted: set[str], tree: CodeTree) -> str:
    return next((code for code in sources_above(source, tree) if code in granted), "")


def _present(
    premiums: Mapping[int, pd.DataFrame], *, tahun: int, bulan: datetime, tree: CodeTree
) -> pd.DataFrame:
    """The rows of the people of `bulan`, each with the pagu of the year `tahun` that pays them (pemegang_pagu)."""
    rows, of_year = premiums[bulan.year], premiums[tahun]
    if tahun == bulan.year:
        return rows
    granted = set(of_year.loc[of_year["pagu"].notna(), "sumber_dana"])
    return rows.assign(pemegang_pagu=[_nearest(code, granted, tree) for code in rows["sumber_dana"]])


def _left(row: Mapping[str, Any], held: pd.DataFrame, *, tahun: int, bulan: datetime) -> dict[str, Any]:
    """What is left of the pagu of a row; `held`: what the present people cost whom it pays."""
    left, unknown = row["pagu"] - (row["realisasi_pagu"] or 0), int(held["tanpa_tarif"].sum()) > 0
    bound: int | None = 0
    if tahun == bulan.year:
        months = MONTHS_OF_A_YEAR - bulan.month
        bound = None if unknown and months else row["kewajiban_pagu"] or 0
    elif tahun > bulan.year:
        due = int(held["iuran_sebulan"].sum()) * MONTHS_OF_A_YEAR - (row["realisasi_pagu"] or 0)
        bound = None if unknown else max(due, 0)
    return {
        "tahun": tahun,
        "sumber_dana": row["sumber_dana"],
        "pagu": row["pagu"],
        "realisasi": row["realisasi_pagu"],
        "sisa": left,
        "terikat": bound,
        "bebas": None if bound is None else max(left - bound, 0),
    }


def _budgets_of(holder: str, granted: set[str], tree: CodeTree) -> frozenset[str]:
    """The sources whose pagu stand behind a holder of :func:`budget_holder`."""
    if not holder or holder in granted:
        return frozenset({holder} - {""})
    return frozenset(granted & set(tree.descendants(holder)))


def _sums(budgets: list[Mapping[str, Any]]) -> dict[str, Any]:
    names = ("pagu", "realisasi", "sisa", "terikat", "bebas")
    if not budgets:
        return dict.fromkeys(names)
    return {name: _sum([row[name] for row in budgets], unknown_as_zero=name == "realisasi") for name in names}


def _sum(values: list[int | None], *, unknown_as_zero: bool) -> int | None:
    if None in values and not (unknown_as_zero and any(value is not None for value in values)):
        return None
    return sum(value or 0 for value in values)


def _judged(row: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    if not row["pemegang_pagu"]:
        return row
    same = [
        other["biaya"]
        for other in rows
        if other["tahun"] == row["tahun"] and other["dari"] and other["dari"] <= row["dari"]
    ]
    taken = None if None in same else sum(same)
    free = row["sisa"] if row["bebas"] is None else row["bebas"]
    short = None if taken is None or free is None else max(taken - free, 0)
    lasts = free * row["bulan"] / taken if taken and free is not None else None
    return row | {"biaya_pagu": taken, "kurang": short, "bulan_cukup": lasts}

"""What a plan takes from each pagu, against what is left of it (:mod:`budgets`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from jamsos_data.metrics.absorption import NEVER_BUDGETED
from jamsos_data.metrics.paying import Pagu
from jamsos_data.metrics.simulation.budgets import Budgets, Left, holder_of
from jamsos_data.metrics.simulation.cost import Tariffs
from jamsos_data.metrics.simulation.packing import Crowd, pack
from jamsos_data.metrics.simulation.people import Paid
from jamsos_data.metrics.simulation.places import Spot
from jamsos_data.reference.code_tree import CodeTree

SOURCE_COLUMNS = {
    "sumber_dana": "str",
    "tahun": "int64",
    "bulan": "int64",
    "orang": "int64",
    "biaya": "Int64",
    "pemegang_pagu": "str",
    "wilayah_pagu": "int64",
    "pagu": "Int64",
    "realisasi": "Int64",
    "sisa": "Int64",
    "terikat": "Int64",
    "bebas": "Int64",
    "biaya_pagu": "Int64",
    "kurang": "Int64",
    "bulan_cukup": "float64",
}
_LEFT = ("pagu", "realisasi", "sisa", "terikat", "bebas")


@dataclass(frozen=True, kw_only=True)
class Draw:
    """What people of one area, segment and payer take in one year: rupiah (None: no tariff) in `bulan` months.

    `pagu`: those that pay them, one of which nobody says which; empty for none.
    """

    tahun: int
    bulan: int
    kode_wilayah: str
    sumber_dana: str
    segmen: str
    orang: int
    biaya: int | None
    pagu: frozenset[Pagu]


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What a plan takes from `pagu` and cannot take from any other (`biaya`, None: not known), and what is left there.

    `dapat`: what of it the plan may take: what is free (else what is left), of pagu of several areas without what pays
    for no whole person in any of them. `kurang`: by how much the plan exceeds that; None where it is not known.
    `bulan_cukup`: how many months that money pays (None: it costs nothing).
    """

    tahun: int
    pagu: frozenset[Pagu]
    biaya: int | None
    left: Left
    dapat: int
    kurang: int | None
    bulan_cukup: float | None

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas whose pagu it is."""
        return tuple(sorted({one.kode_wilayah for one in self.pagu}))


@dataclass(frozen=True)
class PlanMoney:
    """All that a plan takes, by pagu."""

    draws: tuple[Draw, ...]
    budgets: Mapping[int, Budgets]

    @cached_property
    def taken(self) -> tuple[Taken, ...]:
        """By year and pagu, those of narrower sources first."""
        keys = dict.fromkeys((draw.tahun, draw.pagu) for draw in self.draws if draw.pagu)
        return tuple(self._taken(year, pagu) for year, pagu in sorted(keys, key=_in_order))

    def of(self, draws: Iterable[Draw]) -> tuple[Taken, ...]:
        """What stands behind `draws`, without what is part of another of them."""
        keys = {(draw.tahun, draw.pagu) for draw in draws if draw.pagu}
        return tuple(
            one
            for one in self.taken
            if (one.tahun, one.pagu) in keys
            and not any(year == one.tahun and one.pagu < pagu for year, pagu in keys)
        )

    def _taken(self, year: int, pagu: frozenset[Pagu]) -> Taken:
        same = [draw for draw in self.draws if draw.tahun == year and draw.pagu and draw.pagu <= pagu]
        cost = _sum(draw.biaya for draw in same)
        left = self.budgets[year].left(sorted(pagu))
        months = max(draw.bulan for draw in same)
        free = left.free - self._split(year, pagu, same)
        return Taken(
            tahun=year,
            pagu=pagu,
            biaya=cost,
            left=left,
            dapat=free,
            kurang=None if cost is None else max(cost - free, 0),
            bulan_cukup=free * months / cost if cost else None,
        )

    def _split(self, year: int, pagu: frozenset[Pagu], draws: Sequence[Draw]) -> int:
        """Rupiah of several areas that pay for nobody, since nobody lives in two of them and is paid from both."""
        areas = {one.kode_wilayah for one in pagu}
        crowds = [
            Crowd(pagu=draw.pagu, orang=draw.orang, harga=draw.biaya // draw.orang)
            for draw in draws
            if draw.orang and draw.biaya
        ]
        if len(areas) < 2 or not crowds:
            return 0
        found = pack(crowds, pagu, lambda some: self.budgets[year].left(sorted(some)).free)
        of_areas = ([one for one in sorted(pagu) if one.kode_wilayah == area] for area in areas)
        whole = sum(max(self.budgets[year].left(of_area).free, 0) for of_area in of_areas)
        paid = sum(one.orang * one.harga for one in crowds) - found.kurang
        return whole - paid - (0 if found.kurang else found.sisa)


def draw_money(
    people: Paid, spots: Sequence[Spot], tariffs: Tariffs, budgets: Mapping[int, Budgets]
) -> PlanMoney:
    """Who takes how much of which pagu. A payer who pays for nobody takes nothing, from all places of the plan."""
    paid = dict(people)
    for payer in tariffs.plan.pembayar:
        if all(source != payer.sumber_dana for _, _, source in people):
            paid |= {(*spot.place, payer.sumber_dana): 0 for spot in spots}
    draws = []
    for year in sorted({month.year for month in tariffs.plan.months}):
        months = sum(month.year == year for month in tariffs.plan.months)
        of_year = budgets.get(year)
        for (area, segmen, source), count in sorted(paid.items()):
            price = tariffs.price(segmen, source, year=year) if count else 0
            draws.append(
                Draw(
                    tahun=year,
                    bulan=months,
                    kode_wilayah=area,
                    sumber_dana=source,
                    segmen=segmen,
                    orang=count,
                    biaya=None if price is None else count * price,
                    pagu=of_year.drawn(area, source, segmen) if of_year else frozenset(),
                )
            )
    return PlanMoney(tuple(draws), budgets)


def measure_sources(money: PlanMoney, *, tree: CodeTree) -> pd.DataFrame:
    """The cost of each payer and year against what is left of the pagu that pay; see SOURCE_COLUMNS.

    bulan: months paid in the year; biaya: their cost (NA: no tariff). pemegang_pagu: the source whose pagu pays, or the
    narrowest around several; "" = none; wilayah_pagu: of how many areas. pagu through bebas are sums; biaya_pagu: what
    all payers of the plan take that can take from nothing but those pagu. kurang: what the pagu that do not suffice
    lack, each for itself, so that no area pays for another (0: none lacks anything, NA: not known). bulan_cukup: how
    many months the money that is free pays where it pays the fewest.
    """
    groups: dict[tuple[int, str], list[Draw]] = {}
    for draw in money.draws:
        groups.setdefault((draw.tahun, draw.sumber_dana), []).append(draw)
    rows = [_row(draws, money, tree) for draws in groups.values()]
    rows.sort(key=lambda row: (row["tahun"], tree.order(row["sumber_dana"])))
    return pd.DataFrame(rows, columns=list(SOURCE_COLUMNS), dtype="object").astype(SOURCE_COLUMNS)


def has_no_budget_by_nature(source: str, tree: CodeTree) -> bool:
    """Whether a source never has a pagu: employers, CSR, SERTAKAN, and people who pay for themselves."""
    return any(top in tree and source in tree.descendants(top) for top in NEVER_BUDGETED)


def months_of_money(money: int, *, people: int, tariff: int) -> float | None:
    """How many months `money` (Rp) protects `people` at `tariff` (Rp a month); None where it costs nothing."""
    return None if people * tariff <= 0 else money / (people * tariff)


def _row(draws: list[Draw], money: PlanMoney, tree: CodeTree) -> dict[str, Any]:
    taken = money.of(draws)
    pagu = sorted(frozenset().union(*(one.pagu for one in taken)))
    row: dict[str, Any] = {
        "sumber_dana": draws[0].sumber_dana,
        "tahun": draws[0].tahun,
        "bulan": draws[0].bulan,
        "orang": sum(draw.orang for draw in draws),
        "biaya": _sum(draw.biaya for draw in draws),
        "pemegang_pagu": holder_of(pagu, tree),
        "wilayah_pagu": len({one.kode_wilayah for one in pagu}),
    }
    if not taken:
        return row
    left = money.budgets[draws[0].tahun].left(pagu)
    lasting = [one.bulan_cukup for one in taken if one.bulan_cukup is not None]
    return row | {
        **{name: getattr(left, name) for name in _LEFT},
        "biaya_pagu": _sum(one.biaya for one in taken),
        "kurang": _sum(one.kurang for one in taken),
        "bulan_cukup": min(lasting, default=None),
    }


def _sum(values: Iterable[int | None]) -> int | None:
    amounts = list(values)
    return None if None in amounts else sum(amount or 0 for amount in amounts)


def _in_order(key: tuple[int, frozenset[Pagu]]) -> tuple[int, int, list[Pagu]]:
    year, pagu = key
    return year, len(pagu), sorted(pagu)

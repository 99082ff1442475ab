"""What stands in the way of a plan where its money is looked at: pagu overdrawn, missing, or bound for others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jamsos_data.metrics.simulation.budgets import holder_of
from jamsos_data.metrics.simulation.money import Draw, Taken, has_no_budget_by_nature
from jamsos_data.metrics.simulation.obstacle import Obstacle, Reckoning, Weight
from jamsos_data.reference import Reference


def find_overdrawn(found: Reckoning) -> Iterator[Obstacle]:
    """Each pagu that the plan takes more from than is free; those of several areas in one, by their source."""
    short: dict[tuple[int, str], list[Taken]] = {}
    for one in found.money.taken:
        if one.kurang:
            short.setdefault((one.tahun, holder_of(one.pagu, found.reference.sumber_tree)), []).append(one)
    for (year, source), taken in short.items():
        params = _amounts(taken) | {"sumber_dana": source, "tahun": year}
        if len(taken) == 1 and found.reference.kabupaten in taken[0].areas:
            yield Obstacle(code=_overdrawn_by(taken[0]), weight=Weight.BLOCKS, params=params)
            continue
        areas = tuple(sorted({area for one in taken for area in one.areas}))
        about = {"banyak": len(areas), "wilayah": areas}
        yield Obstacle(code="SUMBER_WILAYAH", weight=Weight.BLOCKS, params=params | about)


def _amounts(taken: list[Taken]) -> dict[str, Any]:
    return {
        "biaya": sum(one.biaya or 0 for one in taken),
        "sisa": sum(one.left.sisa for one in taken),
        "terikat": sum(one.left.terikat or 0 for one in taken),
        "bebas": sum(one.dapat for one in taken),
        "kurang": sum(one.kurang or 0 for one in taken),
        "bulan_cukup": min(one.bulan_cukup or 0.0 for one in taken),
    }


def _overdrawn_by(taken: Taken) -> str:
    """The code of the sentence: what makes the money short."""
    left = taken.left
    if taken.dapat <= 0:
        return "SUMBER_PESERTA" if (left.terikat or 0) > left.sisa else "SUMBER_HABIS"
    return "SUMBER_TERIKAT" if (taken.biaya or 0) <= left.sisa else "SUMBER_KURANG"


def find_without_pagu(found: Reckoning) -> Iterator[Obstacle]:
    """Public payers without a pagu in a year of the plan: of this year none at all, of a later one not yet.

    Who has one for some of the areas and segments only is told for the others.
    """
    tree, money = found.reference.sumber_tree, found.money
    without = [
        draw
        for draw in money.draws
        if draw.orang and not draw.pagu and not has_no_budget_by_nature(draw.sumber_dana, tree)
    ]
    having = {(draw.tahun, draw.sumber_dana) for draw in money.draws if draw.orang and draw.pagu}
    for year in sorted({draw.tahun for draw in without}):
        of_year = [draw for draw in without if draw.tahun == year]
        whole = [draw for draw in of_year if (year, draw.sumber_dana) not in having]
        if whole:
            code = "TANPA_PAGU" if year <= found.bulan.year else "LEWAT_TAHUN"
            yield Obstacle(code=code, weight=Weight.CHECK, params=_unfunded(whole, found))
        if part := [draw for draw in of_year if (year, draw.sumber_dana) in having]:
            areas = tuple(sorted({draw.kode_wilayah for draw in part}))
            about = {"banyak": len(areas), "wilayah": areas, "orang": sum(draw.orang for draw in part)}
            yield Obstacle(
                code="TANPA_PAGU_SEBAGIAN", weight=Weight.CHECK, params=_unfunded(part, found) | about
            )


def _unfunded(draws: list[Draw], found: Reckoning) -> dict[str, Any]:
    amounts = [draw.biaya for draw in draws]
    sources = sorted({draw.sumber_dana for draw in draws}, key=found.reference.sumber_tree.order)
    segments = sorted({draw.segmen for draw in draws}, key=found.reference.segmen_tree.order)
    return {
        "sumber_dana": tuple(sources),
        "segmen": tuple(segments),
        "tahun": draws[0].tahun,
        "bulan": draws[0].bulan,
        "biaya": None if None in amounts else sum(amount or 0 for amount in amounts),
    }


def find_unknown_bound(found: Reckoning) -> Iterator[Obstacle]:
    """Pagu of which nobody knows how much the present people need: their tariff, or which of the pagu pays them."""
    used = _used(found)
    unpriced = [one for one in used if one.left.terikat is None]
    unsure = [one for one in used if not one.left.sure]
    for code, taken in (("TERIKAT_TIDAK_DIKETAHUI", unpriced), ("TERIKAT_TANPA_WILAYAH", unsure)):
        if taken:
            yield Obstacle(code=code, weight=Weight.CHECK, params={"sumber_dana": _sources(taken, found)})


def find_added_up(found: Reckoning) -> Iterator[Obstacle]:
    """Pagu of several areas that are taken together, since the plan does not say in which of them people are added."""
    spread = {
        draw.kode_wilayah: draw.pagu
        for draw in found.money.draws
        if draw.orang and len({one.kode_wilayah for one in draw.pagu}) > 1
    }
    taken = [one for one in _used(found) if one.pagu in spread.values()]
    if taken:
        desa = found.reference.all_desa
        yield Obstacle(
            code="PAGU_DIJUMLAH",
            weight=Weight.CHECK,
            params={
                "sumber_dana": _sources(taken, found),
                "banyak": len({area for one in taken for area in one.areas}),
                "dari": sum(any(Reference.is_within(code, area) for area in spread) for code in desa),
                "wilayah": tuple(sorted(spread)),
            },
        )


def find_estimated_bound(found: Reckoning) -> Iterator[Obstacle]:
    """Later years of which money is bound for the present people: how that was reckoned."""
    bound = {one.tahun for one in found.money.taken if one.left.terikat}
    for year in sorted(year for year in bound if year > found.bulan.year):
        yield Obstacle(
            code="TERIKAT_TAHUN_LAIN",
            weight=Weight.NOTE,
            params={"tahun": year, "periode": found.bulan},
        )


def _used(found: Reckoning) -> tuple[Taken, ...]:
    """What is taken for anybody."""
    paying = {(draw.tahun, draw.pagu) for draw in found.money.draws if draw.orang}
    return tuple(one for one in found.money.taken if (one.tahun, one.pagu) in paying)


def _sources(taken: list[Taken], found: Reckoning) -> tuple[str, ...]:
    tree = found.reference.sumber_tree
    return tuple(sorted({holder_of(one.pagu, tree) for one in taken}, key=tree.order))

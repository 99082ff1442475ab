"""What stands in the way of a plan, or has to be known about it: found and said, never computed away."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jamsos_data.metrics.frames import records
from jamsos_data.metrics.simulation.obstacle import Obstacle, Reckoning, Weight
from jamsos_data.metrics.simulation.obstacles_of_money import (
    find_added_up,
    find_estimated_bound,
    find_overdrawn,
    find_unknown_bound,
    find_without_pagu,
)
from jamsos_data.metrics.simulation.places import contained, plan_areas, wards_left_out
from jamsos_data.metrics.tariffs import NEEDS, NO_TARIFF
from jamsos_data.reference import Reference

VILLAGE_SOURCES = "APBDES"
VILLAGE_FUND, VILLAGE_OFFICERS = "DANA_DESA", "PERANGKAT_DESA"
ENTERPRISES, LEAST_PACKAGE = "UMKM", frozenset({"JKK", "JKM"})
WHOLE = 100  # percent
NOT_SURE = ("DISKON_BELUM_PASTI", "BATAS_UPAH_BELUM_PASTI")


def find_obstacles(found: Reckoning) -> tuple[Obstacle, ...]:
    """All of them, the heaviest first."""
    obstacles = [one for rule in _RULES for one in rule(found)]
    weights = list(Weight)
    return tuple(sorted(obstacles, key=lambda one: weights.index(one.weight)))


def _villages(found: Reckoning) -> Iterator[Obstacle]:
    """Urban wards, which have no village budget, paid from one."""
    tree, reference = found.reference.sumber_tree, found.reference
    inside = _village_sources(found)
    paid = {
        (area, source): count for (area, _, source), count in found.added.orang.items() if source in inside
    }
    sources = tuple(sorted({source for _, source in paid}, key=tree.order))
    wards = tuple(sorted({area for area, _ in paid if reference.is_kelurahan(area)}))
    if wards:
        people = sum(
            count
            for (area, _, source), count in found.added.orang.items()
            if area in wards and source in inside
        )
        yield Obstacle(
            code="KELURAHAN_APBDES",
            weight=Weight.BLOCKS,
            params={"banyak": len(wards), "wilayah": wards, "orang": people, "sumber_dana": sources},
        )
    coarse = tuple(
        sorted(
            {area for area, _ in paid if reference.area_level(area) != "desa" and _has_wards(area, reference)}
        )
    )
    if coarse:
        yield Obstacle(
            code="KELURAHAN_DI_DALAM",
            weight=Weight.CHECK,
            params={"banyak": len(coarse), "wilayah": coarse, "sumber_dana": sources},
        )


def _wards_left_out(found: Reckoning) -> Iterator[Obstacle]:
    """Urban wards that a plan for desa only passes over; where there is no other place, it can do nothing."""
    wards = wards_left_out(found.plan, found.reference)
    if wards:
        others = plan_areas(found.plan, found.reference)
        by_village = any(payer.sumber_dana in _village_sources(found) for payer in found.plan.pembayar)
        only = "HANYA_KELURAHAN_APBDES" if by_village else "HANYA_KELURAHAN"
        yield Obstacle(
            code="KELURAHAN_TIDAK_IKUT" if others else only,
            weight=Weight.NOTE if others else Weight.BLOCKS,
            params={"banyak": len(wards), "wilayah": wards},
        )


def _village_sources(found: Reckoning) -> set[str]:
    tree = found.reference.sumber_tree
    return set(tree.descendants(VILLAGE_SOURCES)) if VILLAGE_SOURCES in tree else set()


def _has_wards(area: str, reference: Reference) -> bool:
    return any(
        reference.is_within(code, area) and reference.is_kelurahan(code) for code in reference.all_desa
    )


def _too_many(found: Reckoning) -> Iterator[Obstacle]:
    """Areas that get more people than are not covered yet."""
    tree = found.reference.segmen_tree
    room = {(spot.kode_wilayah, spot.wadah): spot.ruang or 0 for spot in found.spots if spot.wadah}
    over: dict[str, int] = {}
    for (area, container), left in room.items():
        inside = set(tree.descendants(container))
        people = sum(
            count
            for (code, segmen, _), count in found.added.orang.items()
            if code == area and segmen in inside
        )
        if people > left:
            over[area] = max(over.get(area, 0), people - left)
    if over:
        areas = tuple(sorted(over, key=lambda area: (-over[area], area)))
        yield Obstacle(
            code="LEBIH_DARI_POTENSI",
            weight=Weight.BLOCKS,
            params={"banyak": len(areas), "wilayah": areas, "orang": sum(over.values())},
        )


def _unknown(found: Reckoning) -> Iterator[Obstacle]:
    """Places whose gap is not known, so that a plan that goes by gaps adds nobody; or whose potensi is not.

    Of a number of people that has to go somewhere, such places get what is left after the gaps (:mod:`people`).
    """
    by_gap = found.plan.ukuran != "tiap"
    lacking = [spot for spot in found.spots if (spot.butuh is None if by_gap else not spot.wadah)]
    if not lacking:
        return
    areas = tuple(sorted({spot.kode_wilayah for spot in lacking}))
    segments = tuple(
        code for code in found.reference.segmen_tree.codes if code in {s.segmen for s in lacking}
    )
    aim = "target" if found.plan.sasaran != "penuh" and by_gap else "potensi"
    code = "TANPA_SELISIH" if by_gap else "TANPA_POTENSI"
    if found.plan.ukuran == "orang" and any(found.people_of(area) for area in areas):
        code = "TANPA_SELISIH_DIBAGI"
    yield Obstacle(
        code=code,
        weight=Weight.CHECK,
        params={"banyak": len(areas), "wilayah": areas, "segmen": segments, "sasaran": aim},
    )


def _no_tariff(found: Reckoning) -> Iterator[Obstacle]:
    rows = [row for row in records(found.tariffs) if row["tarif"] is None]
    if rows:
        codes = rows[0]["catatan"].split(";")
        yield Obstacle(
            code="TANPA_TARIF",
            weight=Weight.BLOCKS,
            params={
                "segmen": tuple(dict.fromkeys(row["segmen"] for row in rows)),
                "alasan": next((code for code in codes if code in NEEDS.values()), NO_TARIFF),
            },
        )


def _not_sure(found: Reckoning) -> Iterator[Obstacle]:
    """Payers for whom it is open whether PP 50/2025 halves the tariff, or up to which wage JP is reckoned."""
    rows = [(row["sumber_dana"], row["catatan"].split(";")) for row in records(found.tariffs)]
    for code in NOT_SURE:
        sources = tuple(dict.fromkeys(source for source, notes in rows if code in notes))
        if sources:
            yield Obstacle(code=code, weight=Weight.CHECK, params={"sumber_dana": sources})


def _village_fund(found: Reckoning) -> Iterator[Obstacle]:
    tree = found.reference.segmen_tree
    paid = {segmen for (_, segmen, source) in found.added.orang if source == VILLAGE_FUND}
    if any(VILLAGE_OFFICERS in tree.descendants(segmen) for segmen in paid):
        yield Obstacle(code="DANA_DESA", weight=Weight.CHECK, params={"sumber_dana": VILLAGE_FUND})


def _package(found: Reckoning) -> Iterator[Obstacle]:
    if ENTERPRISES in found.plan.segmen and not set(found.plan.program.split("+")) >= LEAST_PACKAGE:
        yield Obstacle(code="PAKET_UMKM", weight=Weight.BLOCKS, params={"program": found.plan.program})


def _shares(found: Reckoning) -> Iterator[Obstacle]:
    whole = sum(payer.persen for payer in found.plan.pembayar)
    if found.plan.pembayar and whole != WHOLE:
        yield Obstacle(code="BAGIAN_BUKAN_100", weight=Weight.CHECK, params={"persen": whole})


def _past(found: Reckoning) -> Iterator[Obstacle]:
    if found.plan.mulai <= found.bulan:
        yield Obstacle(
            code="MULAI_LAMPAU",
            weight=Weight.CHECK,
            params={"mulai": found.plan.mulai, "periode": found.bulan},
        )


def _twice(found: Reckoning) -> Iterator[Obstacle]:
    areas, segments = contained(found.plan, found.reference)
    if areas and set(plan_areas(found.plan, found.reference)):
        yield Obstacle(code="WILAYAH_TERMUAT", weight=Weight.NOTE, params={"wilayah": areas})
    if segments:
        yield Obstacle(code="SEGMEN_TERMUAT", weight=Weight.NOTE, params={"segmen": segments})


def _other_yardstick(found: Reckoning) -> Iterator[Obstacle]:
    """Segments whose gap is that of a segment above, though their own was asked for."""
    if found.plan.ukuran == "tiap" or found.plan.sasaran == "semua":
        return
    lifted = {spot.segmen: spot.ukur for spot in found.spots if spot.ukur and spot.ukur != spot.segmen}
    for measured in dict.fromkeys(lifted.values()):
        segments = tuple(segmen for segmen, ukur in lifted.items() if ukur == measured)
        yield Obstacle(code="DIUKUR_LAIN", weight=Weight.NOTE, params={"segmen": segments, "ukur": measured})


_RULES: tuple[Callable[[Reckoning], Iterator[Obstacle]], ...] = (
    _too_many,
    _villages,
    find_overdrawn,
    _no_tariff,
    _package,
    _unknown,
    find_without_pagu,
    find_added_up,
    find_unknown_bound,
    find_estimated_bound,
    _not_sure,
    _village_fund,
    _shares,
    _past,
    _wards_left_out,
    _twice,
    _other_yardstick,
)

"""What stands in the way of a plan where its money is looked at: pagu overdrawn, missing, or bound for others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jamsos_data.metrics.frames import records
from jamsos_data.metrics.simulation.money import has_no_budget_by_nature
from jamsos_data.metrics.simulation.obstacle import Obstacle, Reckoning, Weight


def find_overdrawn(found: Reckoning) -> Iterator[Obstacle]:
    """Each pagu that the plan takes more from than is free."""
    seen: set[tuple[int, str]] = set()
    for row in records(found.sources):
        pagu = (row["tahun"], row["pemegang_pagu"])
        if not row["kurang"] or pagu in seen:
            continue
        seen.add(pagu)
        free = row["sisa"] if row["bebas"] is None else row["bebas"]
        params = {
            "sumber_dana": row["pemegang_pagu"],
            "tahun": row["tahun"],
            "biaya": row["biaya_pagu"],
            "sisa": row["sisa"],
            "terikat": row["terikat"] or 0,
            "bebas": free,
            "kurang": row["kurang"],
            "bulan_cukup": row["bulan_cukup"] or 0.0,
        }
        yield Obstacle(code=_overdrawn_by(row, free), weight=Weight.BLOCKS, params=params)


def _overdrawn_by(row: Mapping[str, Any], free: int) -> str:
    """The code of the sentence: what makes the money short."""
    if free <= 0:
        return "SUMBER_PESERTA" if (row["terikat"] or 0) > row["sisa"] else "SUMBER_HABIS"
    return "SUMBER_TERIKAT" if row["biaya_pagu"] <= row["sisa"] else "SUMBER_KURANG"


def find_without_pagu(found: Reckoning) -> Iterator[Obstacle]:
    """Public payers without a pagu in a year of the plan: of this year none at all, of a later one not yet."""
    tree = found.reference.sumber_tree
    rows = [
        row
        for row in records(found.sources)
        if not row["pemegang_pagu"] and row["orang"] and not has_no_budget_by_nature(row["sumber_dana"], tree)
    ]
    for year in sorted({row["tahun"] for row in rows}):
        of_year = [row for row in rows if row["tahun"] == year]
        amounts = [row["biaya"] for row in of_year]
        yield Obstacle(
            code="TANPA_PAGU" if year <= found.bulan.year else "LEWAT_TAHUN",
            weight=Weight.CHECK,
            params={
                "sumber_dana": tuple(row["sumber_dana"] for row in of_year),
                "tahun": year,
                "bulan": max(row["bulan"] for row in of_year),
                "biaya": None if None in amounts else sum(amounts),
            },
        )


def find_unknown_bound(found: Reckoning) -> Iterator[Obstacle]:
    """Pagu of which nobody knows how much the present people need."""
    sources = tuple(
        dict.fromkeys(
            row["pemegang_pagu"]
            for row in records(found.sources)
            if row["sisa"] is not None and row["terikat"] is None and row["orang"]
        )
    )
    if sources:
        yield Obstacle(code="TERIKAT_TIDAK_DIKETAHUI", weight=Weight.CHECK, params={"sumber_dana": sources})


def find_estimated_bound(found: Reckoning) -> Iterator[Obstacle]:
    """Later years of which money is bound for the present people: how that was reckoned."""
    bound = {row["tahun"] for row in records(found.sources) if row["terikat"]}
    for year in sorted(year for year in bound if year > found.bulan.year):
        yield Obstacle(
            code="TERIKAT_TAHUN_LAIN",
            weight=Weight.NOTE,
            params={"tahun": year, "periode": found.bulan},
        )

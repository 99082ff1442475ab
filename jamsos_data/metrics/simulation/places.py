"""Where a plan adds people, and how many each place lacks.

The gap of a segment is that of the segment itself, else of the nearest segment above it that has one there: potensi
and targets are seldom stated for pekerja rentan, but for BPU. Jasa konstruksi is never measured by a segment above
it. Several segments of a plan that share one gap share it in equal parts; what closes the gap of a segment in it closes
it, too, and is not added once more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from jamsos_data.metrics.frames import records
from jamsos_data.metrics.questions import CONSTRUCTION
from jamsos_data.metrics.simulation.allocation import Place, share_out
from jamsos_data.metrics.simulation.plan import Aim, Plan
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree

_DEPTH = {"kabupaten": 0, "kecamatan": 1, "desa": 2}
_NEEDED = ["kode_wilayah", "segmen", "potensi", "persen", "kurang_orang", "belum_terlindungi"]
Rows = Mapping[Place, Mapping[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Spot:
    """An area and segment of a plan.

    `butuh`: people that it lacks to the aim, measured by the segment `ukur`; None and "" where that is not known.
    `ruang`: people of the segment `wadah` who are not covered yet (None and "": not known). `persen`: coverage of
    `ukur` now. `potensi`: of `wadah`.
    """

    kode_wilayah: str
    segmen: str
    ukur: str
    butuh: int | None
    persen: float | None
    wadah: str
    ruang: int | None
    potensi: int | None

    @property
    def place(self) -> Place:
        """Its key."""
        return self.kode_wilayah, self.segmen


def plan_areas(plan: Plan, reference: Reference) -> tuple[str, ...]:
    """The areas that get people, each once, in order of code.

    Areas inside another one of them are left out, and the urban wards that the plan passes over.
    """
    passed_over = set(wards_left_out(plan, reference))
    return tuple(code for code in _all_areas(plan, reference) if code not in passed_over)


def wards_left_out(plan: Plan, reference: Reference) -> tuple[str, ...]:
    """The urban wards (kelurahan) where a plan for desa only adds nobody, in order of code."""
    if not plan.tanpa_kelurahan or plan.tingkat != "desa":
        return ()
    return tuple(code for code in _all_areas(plan, reference) if reference.is_kelurahan(code))


def plan_segments(plan: Plan, tree: CodeTree) -> tuple[str, ...]:
    """The segments that get people, in order of the table; those under another one of them are left out."""
    chosen = set(plan.segmen)
    return tuple(code for code in tree.codes if code in chosen and not chosen & set(tree.ancestors(code)))


def measured_segments(plan: Plan, tree: CodeTree) -> frozenset[str]:
    """The segments that may measure the gaps of the plan: its own and those above them, the root always."""
    return frozenset({tree.root, *plan.segmen, *(up for code in plan.segmen for up in tree.ancestors(code))})


def plannable_segments(tree: CodeTree) -> tuple[str, ...]:
    """The segments that a plan can add: all but the root and jasa konstruksi, which is insured by the project."""
    building = tree.descendants(CONSTRUCTION) if CONSTRUCTION in tree else ()
    return tuple(code for code in tree.codes if code != tree.root and code not in building)


def contained(plan: Plan, reference: Reference) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The areas and the segments that were chosen beside one that holds them, so that they count once."""
    tree = reference.segmen_tree
    areas = [code for code in plan.wilayah if set(plan.wilayah) & set(_above(code))]
    kept = plan_segments(plan, tree)
    return tuple(areas), tuple(code for code in plan.segmen if code not in kept)


def find_spots(plan: Plan, targets: pd.DataFrame, *, reference: Reference) -> tuple[Spot, ...]:
    """All places of the plan in order of code.

    `targets`: rows of measure_targets of its areas, of measured_segments at least.
    """
    tree, segments = reference.segmen_tree, plan_segments(plan, reference.segmen_tree)
    asked = measured_segments(plan, tree)
    stated = targets.loc[targets["terpetakan"] & targets["segmen"].isin(asked), _NEEDED]
    rows = {(row["kode_wilayah"], row["segmen"]): row for row in records(stated)}
    spots: list[Spot] = []
    for area in plan_areas(plan, reference):
        of_area = [_spot(area, code, rows, plan.sasaran, tree) for code in segments]
        spots += _share_gaps(of_area, tree)
    return tuple(spots)


def _all_areas(plan: Plan, reference: Reference) -> tuple[str, ...]:
    """The areas of the plan's level in those that were chosen, urban wards among them."""
    found: set[str] = set()
    for code in plan.wilayah:
        found |= {code} if _is_fine(code, plan, reference) else set(_inside(code, plan, reference))
    return tuple(sorted(code for code in found if not found & set(_above(code))))


def _above(code: str) -> list[str]:
    """The codes of the areas around an area."""
    parts = code.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]


def _is_fine(code: str, plan: Plan, reference: Reference) -> bool:
    return _DEPTH[reference.area_level(code)] >= _DEPTH[plan.tingkat]


def _inside(code: str, plan: Plan, reference: Reference) -> tuple[str, ...]:
    known = reference.kecamatan if plan.tingkat == "kecamatan" else reference.all_desa
    return tuple(area for area in known if reference.is_within(area, code))


def _spot(area: str, segmen: str, rows: Rows, aim: Aim, tree: CodeTree) -> Spot:
    line = [segmen] if segmen == CONSTRUCTION else [segmen, *tree.ancestors(segmen)]
    gap = "belum_terlindungi" if aim == "penuh" else "kurang_orang"
    measured = [tree.root] if aim == "semua" and segmen != CONSTRUCTION else line
    yardstick = _first_with(gap, area, measured, rows)
    container = _first_with("belum_terlindungi", area, line, rows)
    row, holder = rows.get((area, yardstick), {}), rows.get((area, container), {})
    return Spot(
        kode_wilayah=area,
        segmen=segmen,
        ukur=yardstick,
        butuh=row.get(gap),
        persen=row.get("persen"),
        wadah=container,
        ruang=holder.get("belum_terlindungi"),
        potensi=holder.get("potensi"),
    )


def _first_with(column: str, area: str, line: list[str], rows: Rows) -> str:
    return next((code for code in line if rows.get((area, code), {}).get(column) is not None), "")


def _share_gaps(spots: list[Spot], tree: CodeTree) -> list[Spot]:
    """The spots of one area; those with the same yardstick share what of its gap is not closed by those in it."""
    given: dict[str, int] = {}
    known = [spot for spot in spots if spot.butuh is not None]
    yardsticks = {spot.ukur: spot.butuh or 0 for spot in known}
    for measured in sorted(yardsticks, key=lambda code: -len(tree.ancestors(code))):
        within = sum(given.get(code, 0) for code in tree.descendants(measured))
        alike = [spot.segmen for spot in known if spot.ukur == measured]
        parts = share_out(max(yardsticks[measured] - within, 0), [1] * len(alike))
        given |= dict(zip(alike, parts, strict=True))
    return [replace(spot, butuh=given.get(spot.segmen)) for spot in spots]

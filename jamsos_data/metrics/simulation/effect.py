"""What a plan does to coverage and to the month of the target, everything else staying as it is.

People are added to those of the month looked at. The month of the target adds the usual monthly change
(:mod:`projection`) to them while they are paid for; before and after the paid months they do not count.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import product
from typing import Any

import pandas as pd

from jamsos_data.metrics.completeness import TOO_SMALL
from jamsos_data.metrics.frames import frame_of, records
from jamsos_data.metrics.projection import FURTHEST, PROJECTED, Trend
from jamsos_data.metrics.simulation.allocation import Place
from jamsos_data.metrics.simulation.plan import Plan
from jamsos_data.periods import add_months, months_between
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree

EFFECT_COLUMNS = {
    "kode_wilayah": "str",
    "wilayah": "str",
    "segmen": "str",
    "peserta_aktif": "Int64",
    "orang": "int64",
    "peserta_nanti": "Int64",
    "potensi": "Int64",
    "basis": "str",
    "tahun": "Int64",
    "estimasi": "bool",
    "persen": "float64",
    "persen_nanti": "float64",
    "target_persen": "float64",
    "target_orang": "Int64",
    "batas_waktu": "datetime64[us]",
    "kurang_orang": "Int64",
    "kurang_nanti": "Int64",
    "tercapai_pada": "datetime64[us]",
    "tercapai_nanti": "datetime64[us]",
    "alasan": "str",
}


def measure_effect(
    targets: pd.DataFrame, people: Mapping[Place, int], plan: Plan, *, tree: CodeTree, bulan: datetime
) -> pd.DataFrame:
    """Rows of measure_targets (with or without add_projection) and what they become; see EFFECT_COLUMNS.

    orang: the people of the plan in the area and the segment, those of areas and segments in them included; what is
    planned for a coarser area is in none of its parts. peserta_nanti, persen_nanti, kurang_nanti: with them, of the
    same potensi and target; NA, NaN where the present figures are not known. tercapai_pada, tercapai_nanti: the month
    in which the target is reached without and with the plan (`bulan` itself where it is reached already; NaT: not
    within ten years, or not known).
    """
    within = people_within(people, tree)
    answers = []
    for row in records(targets[targets["terpetakan"]]):
        added = within.get((row["kode_wilayah"], row["segmen"]), 0)
        answers.append(row | _after(row, added) | _reached(row, added, plan, bulan))
    return frame_of(answers, EFFECT_COLUMNS)


def people_within(people: Mapping[Place, int], tree: CodeTree) -> dict[Place, int]:
    """The people of a plan in each area and segment, with those of the areas and segments in it."""
    sums: dict[Place, int] = {}
    for (area, segmen), count in people.items():
        around = [area]
        while upper := Reference.parent_area(around[-1]):
            around.append(upper)
        for place in product(around, (segmen, *tree.ancestors(segmen))):
            sums[place] = sums.get(place, 0) + count
    return sums


def _after(row: Mapping[str, Any], added: int) -> dict[str, Any]:
    now, potential = row["peserta_aktif"], row["potensi"]
    later = None if now is None else now + added
    short = row["kurang_orang"]
    goal = row["target_orang"]
    return {
        "orang": added,
        "peserta_nanti": later,
        "persen_nanti": None if row["persen"] is None or later is None else 100 * later / potential,
        "kurang_nanti": None if short is None or later is None else max(0, goal - later),
    }


def _reached(row: Mapping[str, Any], added: int, plan: Plan, bulan: datetime) -> dict[str, Any]:
    """The month of the target without and with the plan."""
    if row["kurang_orang"] is None:
        return {}
    ceiling = None if row["alasan"] in TOO_SMALL else row["potensi"]
    trend = _trend(row)

    first, last = (months_between(bulan, month) for month in (plan.mulai, plan.sampai))
    steps = range(FURTHEST + 1) if trend else sorted({0, max(first, 0)})

    def first_month(extra: int) -> datetime | None:
        for step in steps:
            usual = trend.after(step, people=row["peserta_aktif"], ceiling=ceiling)[0] if trend else None
            people = row["peserta_aktif"] if usual is None else usual
            if people + (extra if first <= step <= last else 0) >= row["target_orang"]:
                return add_months(bulan, step)
        return None

    return {"tercapai_pada": first_month(0), "tercapai_nanti": first_month(added)}


def _trend(row: Mapping[str, Any]) -> Trend | None:
    """The usual change of a row of add_projection; None where there is none."""
    if not set(PROJECTED) <= row.keys() or row["tanpa_perkiraan"] or row["laju_lazim"] is None:
        return None
    return Trend(laju=row["laju_lazim"], meleset=row["meleset"])

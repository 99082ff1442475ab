"""Whose money ends before December: which pagu pays the people of each area and source, and how long it lasts.

A pagu is of an area (APBDes of a desa, APBD of the regency). People are paid by the pagu of the nearest area, their own
or one around it, that has one for their source or a source above it (:mod:`absorption`). No pagu pays for the people of
another area that has its own, so a rich desa does not lengthen the protection in a poor one. Within a pagu its lines
for segments are taken together: an office may shift them (pergeseran).
"""

from __future__ import annotations

from datetime import datetime

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.absorption import MONTHS_OF_A_YEAR, add_budget_holders, budget_holder
from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.premiums import (
    KEYS,
    GatheredPremiums,
    gather_premiums,
    measure_lasting,
    places_of,
)
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference

BudgetEnds = tuple[tuple[str, str, datetime], ...]
Place = tuple[str, str]


def measure_budget_ends(
    iuran: IntoFrame,
    anggaran: IntoFrame,
    kepesertaan: IntoFrame,
    *,
    reference: Reference,
    question: PremiumQuestion,
) -> BudgetEnds:
    """(kode_wilayah, sumber_dana, last whole month paid) of all whose pagu does not last to December.

    kode_wilayah: a desa, or the coarser area that people are known for; the level of `question` is not asked. Nothing
    is known to end where no pagu pays, or one of its parts is not known. Raises ValueError as measure_premiums.
    """
    scope = area_scope(reference, tingkat="desa", dalam=question.dalam)
    found = gather_premiums(iuran, anggaran, kepesertaan, reference=reference, question=question, scope=scope)
    paying = _paying_areas(found, reference)
    rows, ahead = (
        frame.assign(kode_wilayah=[paying[place] for place in places_of(frame)])
        for frame in (found.rows, found.ahead)
    )
    by_pagu = rows.drop(columns=["versi", "lunas_sampai"]).groupby(KEYS, as_index=False).sum(min_count=1)
    held = add_budget_holders(by_pagu, tree=reference.sumber_tree)
    lasting = measure_lasting(held, ahead, bulan=question.bulan)
    last = {
        place: until.to_pydatetime()
        for place, until in zip(places_of(held), lasting["cukup_sampai"], strict=True)
        if not pd.isna(until) and until.month < MONTHS_OF_A_YEAR
    }
    holders = dict(zip(places_of(held), held["pemegang_pagu"], strict=True))
    ends = ((place, last.get((area, holders[area, place[1]]))) for place, area in paying.items())
    return tuple((*place, until) for place, until in ends if until is not None)


def _paying_areas(found: GatheredPremiums, reference: Reference) -> dict[Place, str]:
    """(kode_wilayah, sumber_dana) → the area whose pagu pays; the area itself where none does."""
    rows, tree = found.rows, reference.sumber_tree
    holding = {place for place, pagu in zip(places_of(rows), rows["pagu"].notna(), strict=True) if pagu}
    paying: dict[Place, str] = {}
    for area, source in places_of(rows):
        around = [area]
        while reference.has_area(upper := reference.parent_area(around[-1])):
            around.append(upper)
        paying[area, source] = next(
            (one for one in around if budget_holder(one, source, holding, tree)), area
        )
    return paying

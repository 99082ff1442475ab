"""Iuran that is known only for an area around the one looked at: paid, but by nobody knows whom inside it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.payments import payments
from jamsos_data.metrics.questions import AreaLevel, PremiumQuestion
from jamsos_data.periods import month_start
from jamsos_data.reference import Reference


@dataclass(frozen=True, kw_only=True)
class UnmappedPremiums:
    """Rp known only for `wilayah` (an area around the one looked at), the `tingkat` it is not mapped to, its share
    of all Rp paid in `wilayah` (`seluruh`), and the source that pays most of it.
    """

    wilayah: str
    tingkat: AreaLevel
    nilai: int
    seluruh: int
    persen: float
    sumber_terbanyak: str
    nilai_terbanyak: int


def measure_unmapped_premiums(
    iuran: IntoFrame, *, reference: Reference, question: PremiumQuestion
) -> tuple[UnmappedPremiums, ...]:
    """What was paid from January through question.bulan for the areas around question.dalam, not broken down.

    For a kecamatan what is known for the regency only; for a desa also what is known for its kecamatan only; the
    widest area first. Empty for the whole regency, and where all is broken down.
    Raises ValueError for an unknown area, segment or funding source.
    """
    if question.dalam is None or question.dalam == reference.kabupaten:
        return ()
    kecamatan = (
        question.dalam
        if reference.area_level(question.dalam) == "kecamatan"
        else reference.parent_area(question.dalam)
    )
    steps: list[tuple[str, AreaLevel]] = [(reference.kabupaten, "kecamatan")]
    if kecamatan != question.dalam:
        steps.append((kecamatan, "desa"))
    found = (_unmapped(iuran, area, below, reference, question) for area, below in steps)
    return tuple(one for one in found if one is not None)


def _unmapped(
    iuran: IntoFrame, area: str, below: AreaLevel, reference: Reference, question: PremiumQuestion
) -> UnmappedPremiums | None:
    scope = area_scope(reference, tingkat=below, dalam=area)
    january = month_start(question.bulan.year, 1)
    paid = payments(iuran, reference=reference, scope=scope, question=question, since=january)
    coarse: pd.Series = paid[paid["kode_wilayah"] == area].groupby("sumber_dana")["nilai"].sum()
    nilai, everything = int(coarse.sum()), int(paid["nilai"].sum())
    if nilai <= 0:
        return None
    return UnmappedPremiums(
        wilayah=area,
        tingkat=below,
        nilai=nilai,
        seluruh=everything,
        persen=100 * nilai / everything,
        sumber_terbanyak=str(coarse.idxmax()),
        nilai_terbanyak=int(coarse.max()),
    )

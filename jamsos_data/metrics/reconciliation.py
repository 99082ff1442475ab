"""Payments that do not equal people × tariff × months, each with the likeliest reason.

A payment that reconciles is exact: Lumajang 2025 paid 5.606 × Rp16.800 × 7 months = Rp659.265.600.
"""

from __future__ import annotations

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.estimates import PAYMENT_CELL, add_tariffs, only_asked
from jamsos_data.metrics.frames import collect, in_months, lazy
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.periods import month_start
from jamsos_data.reference import Reference

TOLERANCE_PERCENT = 1.0
LONGEST_PAYMENT = 24  # months
TARIFF_STEP = 100  # Rp: every monthly tariff of informal workers is a multiple
_KEYS = [*PAYMENT_CELL, "segmen", "sumber_dana"]
COLUMNS = {
    "periode": "datetime64[us]",
    "kode_wilayah": "str",
    "wilayah": "str",
    "segmen": "str",
    "sumber_dana": "str",
    "program": "str",
    "nilai": "int64",
    "peserta_dibayar": "int64",
    "bulan_dibayar": "int64",
    "tarif": "int64",
    "estimasi_dibayar": "int64",
    "selisih": "int64",
    "selisih_persen": "float64",
    "alasan": "str",
}


def measure_reconciliation(
    iuran: IntoFrame,
    *,
    reference: Reference,
    question: PremiumQuestion,
    tolerance_percent: float = TOLERANCE_PERCENT,
) -> pd.DataFrame:
    """Payments from January through question.bulan that differ from their estimate by more than the tolerance.

    Columns: see COLUMNS. estimasi_dibayar = peserta_dibayar × tarif (Rp per person and month, at the month of
    payment) × bulan_dibayar; selisih = nilai − estimasi_dibayar; selisih_persen of the estimate (NaN when that
    is 0). `tolerance_percent` is of the estimate. alasan: bulan_berbeda (the amount is exactly people × tariff
    × another number of months), tarif_berbeda (exactly people × months × another whole tariff),
    peserta_berbeda (exactly tariff × months × another number of people), lebih or kurang (none of these).
    Payments whose tariff is unknown (wage earners, construction) cannot be reconciled and are not listed.
    Largest difference first. Raises ValueError for an unknown area, segment or funding source.
    """
    scope = area_scope(reference, tingkat="kabupaten", dalam=question.dalam)
    january = month_start(question.bulan.year, 1)
    inside = scope.keep_inside(in_months(lazy(iuran), since=january, until=question.bulan))
    asked = only_asked(inside, reference=reference, question=question)
    columns = [*_KEYS, "nilai", "peserta_dibayar", "bulan_dibayar"]
    priced = add_tariffs(collect(asked.select(columns), sort_by=columns), reference=reference)
    known = priced[priced["per_bulan"].notna()].astype({"per_bulan": "int64"})
    expected = known["peserta_dibayar"] * known["bulan_dibayar"] * known["per_bulan"]
    gap = known["nilai"] - expected
    rows = known.assign(estimasi_dibayar=expected, selisih=gap, tarif=known["per_bulan"])
    apart = rows[rows["selisih"].abs() * 100 > rows["estimasi_dibayar"] * tolerance_percent]
    return _finish(apart, reference)


def _finish(rows: pd.DataFrame, reference: Reference) -> pd.DataFrame:
    share = 100 * rows["selisih"] / rows["estimasi_dibayar"].where(rows["estimasi_dibayar"] != 0)
    factors = zip(
        *(rows[name] for name in ("nilai", "peserta_dibayar", "bulan_dibayar", "tarif")), strict=True
    )
    complete = rows.assign(
        wilayah=[reference.area_name(kode) for kode in rows["kode_wilayah"]],
        selisih_persen=share,
        alasan=[likely_reason(*map(int, row)) for row in factors],
        besar=rows["selisih"].abs(),
    )
    ordered = complete.sort_values(
        ["besar", *_KEYS], ascending=[False] + [True] * len(_KEYS), ignore_index=True
    )
    return ordered[list(COLUMNS)].astype(COLUMNS)


def likely_reason(nilai: int, people: int, months: int, tariff: int) -> str:
    """Which one of months, tariff and people, changed to another plausible whole number, explains `nilai` (Rp).

    Plausible: at most two years of months; a tariff from half (PP 50/2025) to double in whole hundreds.
    """
    if _whole(nilai, people * tariff) in range(1, LONGEST_PAYMENT + 1):
        return "bulan_berbeda"
    other = _whole(nilai, people * months) or 0
    if tariff <= 2 * other <= 4 * tariff and other % TARIFF_STEP == 0:
        return "tarif_berbeda"
    if _whole(nilai, tariff * months):
        return "peserta_berbeda"
    return "lebih" if nilai > people * months * tariff else "kurang"


def _whole(nilai: int, others: int) -> int | None:
    return nilai // others if others and nilai > 0 and nilai % others == 0 else None

"""Payments that do not equal people × tariff × months, each with the likeliest reason.

A payment that reconciles is exact: Lumajang 2025 paid 5.606 × Rp16.800 × 7 months = Rp659.265.600.
"""

from __future__ import annotations

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.estimates import only_asked
from jamsos_data.metrics.frames import collect, in_months, lazy, records
from jamsos_data.metrics.payments import LONGEST_PAYMENT, PAYMENT_CELL, tariff_of_payments
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.metrics.tariffs import TariffBook, tariff_book
from jamsos_data.periods import month_start
from jamsos_data.reference import Reference

TOLERANCE_PERCENT = 1.0
_UNEXPLAINED = ("lebih", "kurang")
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

    Columns: see COLUMNS. estimasi_dibayar = peserta_dibayar × the tariffs of the covered months (periode and the
    bulan_dibayar − 1 months after it, each at its own); tarif (Rp per person and month) is that of periode.
    selisih = nilai − estimasi_dibayar; selisih_persen of the estimate (NaN when that is 0). `tolerance_percent`
    is of the estimate. alasan: tarif_berbeda (the amount is exactly people × months × a tariff of another month
    or payer), bulan_berbeda (exactly people × tariff × another number of months), peserta_berbeda (exactly
    tariff × months × other people), lebih or kurang (none of these).
    Payments whose tariff (wage earners, construction) or people are unknown cannot be reconciled and are not listed.
    Largest difference first. Raises ValueError for an unknown area, segment or funding source.
    """
    scope = area_scope(reference, tingkat="kabupaten", dalam=question.dalam)
    january = month_start(question.bulan.year, 1)
    inside = scope.keep_inside(in_months(lazy(iuran), since=january, until=question.bulan))
    asked = only_asked(inside, reference=reference, question=question)
    columns = [*_KEYS, "nilai", "peserta_dibayar", "bulan_dibayar"]
    counted = asked.filter(~nw.col("peserta_dibayar").is_null())
    payments = collect(counted.select(columns), sort_by=columns).astype({"peserta_dibayar": "int64"})
    priced = tariff_of_payments(payments, reference=reference)
    known = priced[priced["tarif_bulan"].notna()].astype({"tarif": "int64", "tarif_bulan": "int64"})
    rows = known.assign(estimasi_dibayar=known["peserta_dibayar"] * known["tarif_bulan"])
    rows["selisih"] = rows["nilai"] - rows["estimasi_dibayar"]
    apart = rows[rows["selisih"].abs() * 100 > rows["estimasi_dibayar"] * tolerance_percent]
    return _finish(apart, reference)


def _finish(rows: pd.DataFrame, reference: Reference) -> pd.DataFrame:
    share = 100 * rows["selisih"] / rows["estimasi_dibayar"].where(rows["estimasi_dibayar"] != 0)
    complete = rows.assign(
        wilayah=[reference.area_name(kode) for kode in rows["kode_wilayah"]],
        selisih_persen=share,
        alasan=_reasons(rows, tariff_book(reference)),
        besar=rows["selisih"].abs(),
    )
    ordered = complete.sort_values(
        ["besar", *_KEYS], ascending=[False] + [True] * len(_KEYS), ignore_index=True
    )
    return ordered[list(COLUMNS)].astype(COLUMNS)


def _reasons(rows: pd.DataFrame, book: TariffBook) -> list[str]:
    known: dict[tuple[str, str], frozenset[int]] = {}
    reasons = []
    for row in records(rows):
        package = (row["segmen"], row["program"])
        if package not in known:
            known[package] = book.amounts(segmen=row["segmen"], program=row["program"])
        factors = (row["peserta_dibayar"], row["bulan_dibayar"], row["tarif"])
        reason = likely_reason(row["nilai"], *factors, tariffs=known[package])
        # the months of one payment may have several tariffs: only the whole estimate says which way it is off
        reasons.append(("lebih" if row["selisih"] > 0 else "kurang") if reason in _UNEXPLAINED else reason)
    return reasons


def likely_reason(
    nilai: int, people: int, months: int, tariff: int, *, tariffs: frozenset[int] = frozenset()
) -> str:
    """Which one of tariff (one of `tariffs`), months and people, taken otherwise, explains `nilai` (Rp) exactly."""
    if _whole(nilai, people * months) in tariffs:
        return "tarif_berbeda"
    if _whole(nilai, people * tariff) in range(1, LONGEST_PAYMENT + 1):
        return "bulan_berbeda"
    if _whole(nilai, tariff * months):
        return "peserta_berbeda"
    return "lebih" if nilai > people * months * tariff else "kurang"


def _whole(nilai: int, others: int) -> int | None:
    return nilai // others if others and nilai > 0 and nilai % others == 0 else None

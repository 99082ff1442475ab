"""Payments against people × tariff × months."""

from __future__ import annotations

import pytest

from jamsos_data.metrics.frames import records
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.metrics.reconciliation import COLUMNS, likely_reason, measure_reconciliation
from jamsos_data.reference import Reference
from tests.metrics.tables import Engine, month


def paid(nilai: int, count: int | None, months: int, **more: object) -> dict[str, object]:
    row = {"periode": "2025-06", "segmen": "RENTAN", "sumber_dana": "DBHCHT", "nilai": nilai}
    return row | {"peserta_dibayar": count, "bulan_dibayar": months} | more


@pytest.mark.parametrize(
    ("nilai", "reason"),
    [
        (100 * 16_800 * 7, "bulan_berbeda"),
        (100 * 8_400 * 6, "tarif_berbeda"),  # as well three months at the full tariff
        (100 * 6 * 10_000, "kurang"),
        (97 * 16_800 * 6, "peserta_berbeda"),
        (20_000_001, "lebih"),
        (1, "kurang"),
    ],
)
def test_the_likeliest_reason_changes_one_factor(nilai: int, reason: str) -> None:
    assert likely_reason(nilai, 100, 6, 16_800, tariffs=frozenset({16_800, 8_400})) == reason


def test_only_payments_beyond_the_tolerance_are_listed(engine: Engine, reference: Reference) -> None:
    rows = measure_reconciliation(
        engine.table(
            "iuran",
            paid(659_265_600, 5_606, 7),
            paid(840_000, 100, 1, kode_wilayah="33.19.04.2003"),
            paid(16_800 * 1_000 + 168_000, 1_000, 1, kode_wilayah="33.19.04.2004"),
            paid(40_000_000, 100, 1, segmen="PU_SWASTA"),
            paid(500, 0, 1, kode_wilayah="33.19.04.2005"),
            paid(500, None, 1, kode_wilayah="33.19.04.2006"),
            paid(5, 100, 1, periode="2024-06"),
        ),
        reference=reference,
        question=PremiumQuestion(bulan=month("2025-12")),
    )
    assert {column: str(kind) for column, kind in rows.dtypes.items()} == COLUMNS
    shown = [
        (row["wilayah"], row["estimasi_dibayar"], row["selisih"], row["alasan"]) for row in records(rows)
    ]
    assert shown == [
        ("Kalirejo", 1_680_000, -840_000, "tarif_berbeda"),
        ("Sambung", 0, 500, "lebih"),
    ]
    assert records(rows)[1]["selisih_persen"] is None


def test_a_payment_over_a_change_of_tariff_reconciles_month_by_month(
    engine: Engine, reference: Reference
) -> None:
    mandiri = {"sumber_dana": "MANDIRI", "periode": "2026-03"}
    rows = measure_reconciliation(
        engine.table(
            "iuran",
            paid(67_200, 1, 7, **mandiri),
            paid(117_600, 1, 7, kode_wilayah="33.19.04", **mandiri),
            paid(99_999, 1, 7, kode_wilayah="33.19.09", **mandiri),
        ),
        reference=reference,
        question=PremiumQuestion(bulan=month("2026-12")),
    )
    assert [(row["nilai"], row["estimasi_dibayar"], row["alasan"]) for row in records(rows)] == [
        (117_600, 67_200, "tarif_berbeda"),
        (99_999, 67_200, "lebih"),
    ]

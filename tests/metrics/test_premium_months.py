"""Iuran by month, and its way from source to programme."""

from __future__ import annotations

from jamsos_data.metrics.frames import records
from jamsos_data.metrics.premium_months import measure_premium_flow, measure_premium_months
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference
from tests.metrics.premium_tables import YEAR_2025, paid, people
from tests.metrics.tables import Engine, month


def test_months_show_payments_when_paid_and_estimates_when_due(engine: Engine, reference: Reference) -> None:
    question = PremiumQuestion(bulan=month("2025-03"))
    rows = measure_premium_months(
        engine.table("iuran", paid("2024-12", 7), paid("2025-02", 5_040_000, 100, 3)),
        engine.table("kepesertaan", *[people(periode, 100) for periode in YEAR_2025]),
        reference=reference,
        question=question,
        since=month("2025-01"),
    )
    assert [
        (f"{row['periode']:%Y-%m}", row["sumber_dana"], row["nilai"], row["estimasi"])
        for row in records(rows)
    ] == [
        ("2025-01", "DBHCHT", None, 1_680_000),
        ("2025-02", "DBHCHT", 5_040_000, 1_680_000),
        ("2025-03", "DBHCHT", None, 1_680_000),
    ]


def test_a_month_says_for_how_many_months_it_pays_at_once(engine: Engine, reference: Reference) -> None:
    rows = measure_premium_months(
        engine.table(
            "iuran",
            paid("2025-02", 5_040_000, 100, 3),
            paid("2025-03", 1_680_000, 100),
            paid("2025-03", 900_000, None, 6, sumber_dana="CSR"),
        ),
        engine.table("kepesertaan"),
        reference=reference,
        question=PremiumQuestion(bulan=month("2025-03")),
    )
    found = {(f"{row['periode']:%m}", row["sumber_dana"]): row["bulan_dibayar"] for row in records(rows)}
    assert found == {("02", "DBHCHT"): 3.0, ("03", "DBHCHT"): 1.0, ("03", "CSR"): None}


def test_the_flow_keeps_source_segment_and_programme_apart(engine: Engine, reference: Reference) -> None:
    rows = measure_premium_flow(
        engine.table(
            "iuran",
            paid("2025-01", 5),
            paid("2025-02", 6),
            paid("2025-02", 90, program="JKK+JKM+JHT", segmen="UMKM", sumber_dana="MANDIRI"),
            paid("2024-12", 1_000),
        ),
        reference=reference,
        question=PremiumQuestion(bulan=month("2025-12")),
    )
    assert rows.values.tolist() == [
        ["MANDIRI", "UMKM", "JKK+JKM+JHT", 90],
        ["DBHCHT", "RENTAN", "JKK+JKM", 11],
    ]

"""Iuran per person and month, as paid and by tariff."""

from __future__ import annotations

import math

from jamsos_data.metrics.frames import records
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.metrics.unit_costs import measure_unit_costs
from jamsos_data.reference import Reference
from tests.metrics.premium_tables import paid
from tests.metrics.tables import Engine, month


def test_rupiah_are_divided_by_people_times_months_paid(engine: Engine, reference: Reference) -> None:
    iuran = engine.table(
        "iuran",
        paid("2025-01", 5_040_000, 100, 3),
        paid("2025-04", 840_000, 100),
        paid("2024-12", 999_999_999, 1),
        paid("2025-02", 1_500_000, 100, segmen="PU_SWASTA", sumber_dana="PEMBERI_KERJA"),
    )
    rows = records(
        measure_unit_costs(iuran, reference=reference, question=PremiumQuestion(bulan=month("2025-04")))
    )

    assert [(row["segmen"], row["orang_bulan"], row["per_orang_bulan"]) for row in rows] == [
        ("PU_SWASTA", 100, 15_000.0),
        ("RENTAN", 400, 14_700.0),
    ]
    assert rows[1]["seharusnya_per_orang"] == 16_800.0


def test_without_tariff_or_people_there_is_no_cost_not_zero(engine: Engine, reference: Reference) -> None:
    iuran = engine.table(
        "iuran",
        paid("2025-01", 700, 1, segmen="PU_SWASTA", sumber_dana="PEMBERI_KERJA"),
        paid("2025-01", 16_800, 0),
    )
    answer = measure_unit_costs(iuran, reference=reference, question=PremiumQuestion(bulan=month("2025-01")))
    rows = answer.set_index("segmen")

    assert math.isnan(float(rows.loc["PU_SWASTA", "seharusnya_per_orang"]))  # type: ignore[arg-type]
    assert math.isnan(float(rows.loc["RENTAN", "per_orang_bulan"]))  # type: ignore[arg-type]
    assert rows.loc["RENTAN", "nilai"] == 16_800


def test_money_that_does_not_say_for_how_many_people_makes_nobody_dearer(
    engine: Engine, reference: Reference
) -> None:
    iuran = engine.table(
        "iuran", paid("2025-01", 1_680_000, 100), paid("2025-01", 900, None, kode_wilayah="33.19.04.2013")
    )
    asked = PremiumQuestion(bulan=month("2025-01"))
    row = records(measure_unit_costs(iuran, reference=reference, question=asked))[0]
    assert (row["nilai"], row["per_orang_bulan"], row["seharusnya_per_orang"]) == (
        1_680_900,
        16_800.0,
        16_800.0,
    )

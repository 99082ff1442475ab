"""The share of people who are known only for the regency, month by month."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from jamsos_data.metrics.unmapped import is_mapped_alike, mapping_step, unmapped_by_month


def test_the_share_of_people_not_mapped_in_each_month() -> None:
    rows = [("2026-07", True, 30), ("2026-07", False, 10), ("2026-08", True, 50), ("2026-09", True, None)]
    trend = pd.DataFrame(rows, columns=["periode", "terpetakan", "peserta_aktif"])
    trend = trend.astype({"peserta_aktif": "Int64", "periode": "datetime64[us]"})

    found = unmapped_by_month(trend)

    assert found["periode"].dt.month.tolist() == [7, 8, 9]
    assert found[["orang", "persen"]].values.tolist() == [[10, 25.0], [0, 0.0], [0, 0.0]]


def trend_of(*months: tuple[str, int, int]) -> pd.DataFrame:
    """(month, people mapped, people not mapped) as rows of measure_coverage_trend."""
    rows = [
        (key, mapped, number)
        for key, *both in months
        for mapped, number in zip((True, False), both, strict=True)
    ]
    trend = pd.DataFrame(rows, columns=["periode", "terpetakan", "peserta_aktif"])
    return trend.astype({"peserta_aktif": "Int64", "periode": "datetime64[us]"})


def test_mapping_that_came_in_one_step_is_found_and_a_slow_change_is_none() -> None:
    step = mapping_step(
        unmapped_by_month(trend_of(("2024-11", 68, 32), ("2024-12", 68, 32), ("2025-01", 90, 10)))
    )

    assert step is not None
    assert (step.before, step.after) == (datetime(2024, 12, 1), datetime(2025, 1, 1))
    assert (step.orang_before, step.persen_before, step.orang_after, step.persen_after) == (
        32,
        32.0,
        10,
        10.0,
    )
    slow = [("2025-01", 80, 20), ("2025-02", 86, 14), ("2025-03", 92, 8)]
    assert mapping_step(unmapped_by_month(trend_of(*slow))) is None


def test_two_months_are_mapped_alike_within_one_point() -> None:
    assert is_mapped_alike(trend_of(("2026-08", 901, 99)), trend_of(("2026-09", 900, 100)))
    assert not is_mapped_alike(trend_of(("2023-11", 680, 320)), trend_of(("2026-09", 900, 100)))

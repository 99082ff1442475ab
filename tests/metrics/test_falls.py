"""Months in which the line of people falls so far that it needs a word."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from jamsos_data.metrics.falls import deepest_segment, find_falls


def course(*months: tuple[str, int | None, int]) -> pd.DataFrame:
    rows = pd.DataFrame(months, columns=["periode", "peserta_aktif", "tahun"])
    return rows.astype({"periode": "datetime64[us]", "peserta_aktif": "Int64", "tahun": "Int64"})


def test_a_fall_of_five_percent_is_found_with_the_change_of_the_denominator() -> None:
    (fall,) = find_falls(course(("2024-11", 100, 2023), ("2024-12", 99, 2023), ("2025-01", 80, 2025)))

    assert (fall.before, fall.after, fall.orang) == (datetime(2024, 12, 1), datetime(2025, 1, 1), 19)
    assert fall.with_denominator


def test_a_small_fall_and_a_month_without_data_are_no_falls() -> None:
    assert find_falls(course(("2025-01", 100, 2025), ("2025-02", None, 2025), ("2025-03", 96, 2025))) == []


def test_the_segment_that_lost_most_is_named() -> None:
    then = pd.DataFrame({"segmen": ["SEMUA", "PU_SWASTA", "UMKM"], "peserta_aktif": [100, 60, 40]})
    now = pd.DataFrame({"segmen": ["SEMUA", "UMKM"], "peserta_aktif": [38, 38]})
    frames = [
        frame.assign(terpetakan=True).astype({"segmen": "str", "peserta_aktif": "Int64"})
        for frame in (then, now)
    ]

    assert deepest_segment(*frames, leaves=frozenset({"PU_SWASTA", "UMKM"})) == ("PU_SWASTA", 60)

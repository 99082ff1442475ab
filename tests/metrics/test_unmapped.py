"""The share of people who are known only for the regency, month by month."""

from __future__ import annotations

import pandas as pd

from jamsos_data.metrics.unmapped import unmapped_by_month


def test_the_share_of_people_not_mapped_in_each_month() -> None:
    rows = [("2026-07", True, 30), ("2026-07", False, 10), ("2026-08", True, 50), ("2026-09", True, None)]
    trend = pd.DataFrame(rows, columns=["periode", "terpetakan", "peserta_aktif"])
    trend = trend.astype({"peserta_aktif": "Int64", "periode": "datetime64[us]"})

    found = unmapped_by_month(trend)

    assert found["periode"].dt.month.tolist() == [7, 8, 9]
    assert found[["orang", "persen"]].values.tolist() == [[10, 25.0], [0, 0.0], [0, 0.0]]

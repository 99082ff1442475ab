"""How many duties were done by each month, from the dates of their reports."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from jamsos_data.metrics.duties import LONGEST, measure_duties_done
from jamsos_data.metrics.frames import records

DUTIES = pd.DataFrame(
    {
        "butir": ["BUMD", "ANGGARAN", "REGULASI", "PTSP", "INTEGRASI_DATA"],
        "status": ["selesai", "selesai", "proses", "selesai", "selesai"],
        "tanggal": pd.to_datetime(pd.Series(["2026-03-11", "2026-05-31", "2026-04-02", "2026-08-01", None])),
    }
)


def test_a_duty_counts_from_the_month_of_its_date_on() -> None:
    """PTSP is done after June, REGULASI is not done, INTEGRASI_DATA has no date: none of them is drawn."""
    rows = records(measure_duties_done(DUTIES, bulan=datetime(2026, 6, 1)))

    assert [(row["periode"].month, row["selesai"], row["baru"]) for row in rows] == [
        (2, 0, ""),
        (3, 1, "BUMD"),
        (4, 1, ""),
        (5, 2, "ANGGARAN"),
        (6, 2, ""),
    ]


def test_a_long_course_is_cut_and_none_is_empty() -> None:
    late = measure_duties_done(DUTIES, bulan=datetime(2031, 1, 1))

    assert len(late) == LONGEST
    assert set(late["selesai"]) == {3}
    assert measure_duties_done(DUTIES, bulan=datetime(2026, 2, 1)).empty

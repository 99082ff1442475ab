"""What all sources come to, and whose protection ends when, by hand."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from jamsos_data.metrics.cliff import people_by_end
from jamsos_data.metrics.premium_totals import PremiumTotals, total_premiums


def sources(*rows: tuple[int | None, int | None, int, int]) -> pd.DataFrame:
    names = ["realisasi", "iuran_sebulan", "peserta_aktif", "tanpa_tarif"]
    return pd.DataFrame(rows, columns=names).astype("Int64")


def test_sums_count_what_is_known_and_zero_paid_is_known() -> None:
    totals = total_premiums(sources((2_016_000, 1_680_000, 120, 20), (0, None, 30, 30), (None, 84_000, 5, 0)))

    assert totals == PremiumTotals(
        realisasi=2_016_000, pembayar=2, iuran_sebulan=1_764_000, peserta_aktif=155, tanpa_tarif=50
    )
    assert totals.bertarif == 105


def test_where_nothing_is_known_there_is_no_sum() -> None:
    totals = total_premiums(sources((None, None, 7, 7)))

    assert (totals.realisasi, totals.pembayar, totals.iuran_sebulan) == (None, 0, None)


def test_people_are_added_by_the_month_in_which_their_protection_ends() -> None:
    october, november = datetime(2026, 10, 1), datetime(2026, 11, 1)
    endings = pd.DataFrame({"sampai": [november, october, november], "peserta_aktif": [132, 8, 3]})

    assert list(people_by_end(endings).items()) == [(october, 8), (november, 135)]
    assert people_by_end(endings.head(0)) == {}

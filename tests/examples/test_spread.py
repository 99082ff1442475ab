"""The largest remainder and the monthly series of the example."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jamsos_data.examples.spread import MONTHS, monthly_series, split_total, split_totals, spread_months

shares_lists = st.lists(st.floats(min_value=0.01, max_value=1e6), min_size=1, max_size=30)


def test_the_largest_remainder_gets_the_last_person():
    assert split_total(10, {"a": 1.0, "b": 1.0, "c": 2.4}) == {"a": 2, "b": 2, "c": 6}


@given(total=st.integers(min_value=0, max_value=10**7), shares=shares_lists)
def test_parts_add_up_and_stay_within_one_of_their_share(total: int, shares: list[float]):
    parts = split_totals(np.array([total]), shares)[0]
    exact = total * np.array(shares) / sum(shares)
    assert parts.sum() == total
    assert (np.abs(parts - exact) < 1 + 1e-6).all()


def test_a_series_is_exact_on_its_knots_and_empty_outside_them():
    series = monthly_series({"2024-01": 100, "2024-03": 120}, wobble=0.5, rng=np.random.default_rng(1))
    by_month = {f"{month:%Y-%m}": int(people) for month, people in zip(MONTHS, series, strict=True)}
    assert by_month["2023-12"] == 0
    assert by_month["2024-01"] == 100
    assert by_month["2024-02"] == 110
    assert by_month["2024-03"] == 120
    assert by_month["2024-04"] == 0


def test_cells_without_people_are_left_out():
    totals = np.zeros(len(MONTHS), dtype="int64")
    totals[0] = 3
    rows = spread_months(totals, {"33.19.01": 1.0, "33.19.02": 0.0001})
    assert rows["kode_wilayah"].tolist() == ["33.19.01"]
    assert rows["peserta_aktif"].tolist() == [3]

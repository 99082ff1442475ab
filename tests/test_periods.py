"""Arithmetic on months."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_data.periods import add_months, month_key, month_range, months_between, parse_month_key

MONTHS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 12, 31)).map(lambda moment: moment.replace(day=1))


def test_a_range_over_new_year_holds_both_ends() -> None:
    months = month_range(datetime(2025, 11, 1), datetime(2026, 2, 1))
    assert [month_key(month) for month in months] == ["2025-11", "2025-12", "2026-01", "2026-02"]


def test_a_range_that_ends_before_it_starts_is_empty() -> None:
    assert month_range(datetime(2026, 2, 1), datetime(2026, 1, 1)) == []


@given(MONTHS, st.integers(-600, 600))
def test_adding_months_and_counting_them_agree(month: datetime, count: int) -> None:
    assert months_between(month, add_months(month, count)) == count


@given(MONTHS)
def test_a_key_reads_back_as_its_month(month: datetime) -> None:
    assert month_key(parse_month_key(month_key(month))) == month_key(month)


@pytest.mark.parametrize("text", ["2026", "2026-13", "September 2026", ""])
def test_anything_but_a_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"match format|unconverted"):
        parse_month_key(text)

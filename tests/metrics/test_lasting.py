"""How long a pagu lasts: what was paid ahead for some spares their own months, and nobody else's."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_data.metrics.lasting import covered_through, due_through_december, months_paid

SEPTEMBER = datetime(2026, 9, 1)
rupiah = st.integers(0, 10**9)


@pytest.mark.parametrize(
    ("money", "ahead", "months"),
    [
        (300, (), 3.0),
        (250, (), 2.5),
        (0, (), 0.0),
        (300, (100, 100), 5.0),  # all paid ahead for two months, then three of its own
        (0, (50,) * 11, 0.0),  # half of the people are paid for until next August, the others for no month
        (100, (50,) * 11, 2.0),
        (75, (50, 50), 1.5),
        (175, (50, 50), 2.75),
        (-100, (), -1.0),  # more was paid than granted
        (-100, (100, 100), 2.0),
    ],
)
def test_each_month_takes_what_is_not_paid_ahead_for_it(
    money: int, ahead: tuple[int, ...], months: float
) -> None:
    assert months_paid(money, monthly=100, ahead=ahead) == pytest.approx(months)


def test_what_is_paid_ahead_for_next_year_leaves_this_year_due() -> None:
    assert due_through_december(100, ahead=(), bulan=SEPTEMBER) == 300
    assert due_through_december(100, ahead=(50,) * 11, bulan=SEPTEMBER) == 150
    assert due_through_december(100, ahead=(100, 40), bulan=SEPTEMBER) == 160
    assert due_through_december(100, ahead=(100,), bulan=datetime(2026, 12, 1)) == 0


def test_a_pagu_covers_whole_months_of_its_year() -> None:
    assert covered_through(1.9, bulan=SEPTEMBER) == datetime(2026, 10, 1)
    assert covered_through(-1.0, bulan=SEPTEMBER) == SEPTEMBER
    assert covered_through(20.0, bulan=SEPTEMBER) == datetime(2026, 12, 1)


@given(money=rupiah, monthly=st.integers(1, 10**7), ahead=st.lists(rupiah, max_size=18))
def test_what_is_due_through_december_pays_through_december_and_a_rupiah_less_does_not(
    money: int, monthly: int, ahead: list[int]
) -> None:
    due = due_through_december(monthly, ahead=ahead, bulan=SEPTEMBER)
    assert months_paid(due, monthly=monthly, ahead=ahead) >= 3 or due == 0
    if due:
        assert months_paid(due - 1, monthly=monthly, ahead=ahead) < 3
    assert months_paid(money, monthly=monthly, ahead=ahead) <= months_paid(
        money + monthly, monthly=monthly, ahead=ahead
    )

"""How figures are written: separators, halves, months and moments in both languages."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_data import formats


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (formats.format_count(217104), "217.104"),
        (formats.format_count(217104, language="en"), "217,104"),
        (formats.format_percent(46.55), "46,6\N{NO-BREAK SPACE}%"),
        (formats.format_percent(80.0063, digits=2), "80,01\N{NO-BREAK SPACE}%"),
        (formats.format_percent(46.55, language="en"), "46.6%"),
        (formats.format_percent(99.96), "99,9\N{NO-BREAK SPACE}%"),
        (formats.format_percent(99.6, digits=0), "99\N{NO-BREAK SPACE}%"),
        (formats.format_percent(99.94), "99,9\N{NO-BREAK SPACE}%"),
        (formats.format_percent(100.0), "100,0\N{NO-BREAK SPACE}%"),
        (formats.format_percent(Decimal("99.999"), digits=2), "99,99\N{NO-BREAK SPACE}%"),
        (formats.format_number(20.7, digits=2), "20,70"),
        (formats.format_number(-0.04, digits=1), "0,0"),
        (formats.format_rupiah(659_265_600), "Rp659.265.600"),
        (formats.format_rupiah(-16_800), "-Rp16.800"),
        (formats.format_rupiah_short(41_200_000_000), "Rp41,2 miliar"),
        (formats.format_rupiah_short(184_800_000), "Rp184,8 juta"),
        (formats.format_rupiah_short(16_800), "Rp16.800"),
        (formats.format_rupiah_short(999_960_000), "Rp1,0 miliar"),
        (formats.format_rupiah_short(1_872_864_000, language="en"), "Rp1.9 billion"),
        (formats.format_month(datetime(2026, 9, 1)), "September 2026"),
        (formats.format_month(datetime(2026, 8, 1), short=True), "Agu 2026"),
        (formats.format_month(datetime(2026, 8, 1), language="en"), "August 2026"),
        (formats.format_day(datetime(2024, 4, 26)), "26 April 2024"),
        (formats.format_moment(datetime(2026, 10, 14, 2, 12, tzinfo=UTC)), "14 Okt 2026 09.12"),
    ],
)
def test_figures_are_written_as_officials_write_them(written: str, expected: str) -> None:
    assert written == expected


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [(0.5, 0, "1"), (2.5, 0, "3"), (-2.5, 0, "-3"), (2.675, 2, "2.68"), (Decimal("0.05"), 1, "0.1")],
)
def test_halves_are_rounded_away_from_zero(value: float | Decimal, digits: int, expected: str) -> None:
    assert formats.round_half_up(value, digits) == Decimal(expected)


@given(st.integers(min_value=0, max_value=10**15))
def test_a_written_count_holds_exactly_the_digits_of_the_number(number: int) -> None:
    assert formats.format_count(number).replace(".", "") == str(number)

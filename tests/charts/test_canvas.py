"""Layout arithmetic: folded names, moved labels, ends of axes, ticks."""

from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_data.axis import nice_ticks
from jamsos_data.periods import month_range
from pages.parts.charts.canvas import axis_end, fold, month_ticks, spread, text_width
from pages.parts.charts.money import rupiah_axis
from tests.charts.gallery import words_of


def test_a_long_name_is_folded_between_words() -> None:
    assert fold("Pekerja rentan usulan desa", 14) == "Pekerja rentan<br>usulan desa"
    assert fold("Bakalankrapyak", 8) == "Bakalankrapyak"


def test_the_width_of_a_label_is_that_of_its_longest_line_without_marks() -> None:
    assert text_width("<b>Undaan</b><br>33,1 %") == text_width("Undaan")


def test_labels_that_would_overlap_move_apart_around_their_middle() -> None:
    assert spread([10, 50, 52, 54], 10, 0, 100) == [10, 42, 52, 62]


def test_labels_at_the_edge_stay_inside() -> None:
    assert spread([97, 98, 99], 10, 0, 100) == [80, 90, 100]


@given(st.lists(st.floats(0, 300), min_size=1, max_size=12))
def test_moved_labels_keep_their_order_and_distance(places: list[float]) -> None:
    moved = spread(sorted(places), 17, 0, 300)

    assert all(after - before >= 17 - 1e-6 for before, after in pairwise(moved))
    assert moved[0] >= -1e-6
    assert moved[-1] <= 300 + 1e-6


def test_an_axis_ends_where_the_widest_label_still_fits() -> None:
    assert axis_end([50], [""], width=400, least=100) == 100
    assert axis_end([90], ["x" * 34], width=400, least=100) == pytest.approx(180)


@pytest.mark.parametrize(
    ("since", "texts"),
    [
        (datetime(2026, 7, 1), ["Jul<br>2026", "Agu", "Sep"]),
        (datetime(2025, 8, 1), ["Okt<br>2025", "Jan<br>2026", "Apr", "Jul"]),
        (datetime(2022, 1, 1), ["Jan<br>2022", "Jan<br>2023", "Jan<br>2024", "Jan<br>2025", "Jan<br>2026"]),
    ],
)
def test_months_are_thinned_out_and_years_named(since: datetime, texts: list[str]) -> None:
    ticks = month_ticks(month_range(since, datetime(2026, 9, 1)), words_of("id"))

    assert ticks["ticktext"] == texts


@pytest.mark.parametrize(
    ("top", "unit", "texts"),
    [
        (5_000_000_000, "Rp miliar", ("0", "1", "2", "3", "4", "5")),
        (168_000_000, "Rp juta", ("0", "50", "100", "150", "200")),
        (1_200_000_000, "Rp miliar", ("0,0", "0,2", "0,4", "0,6", "0,8", "1,0", "1,2")),
        (16_800, "Rp", ("0", "5.000", "10.000", "15.000", "20.000")),
        (0, "Rp", ("0", "1")),
    ],
)
def test_a_rupiah_axis_takes_the_unit_of_its_data(top: int, unit: str, texts: tuple[str, ...]) -> None:
    axis = rupiah_axis(top, words_of("id"))

    assert (axis.unit, axis.texts) == (unit, texts)


@given(st.integers(0, 10**14))
def test_a_rupiah_axis_covers_its_data_in_few_steps(top: int) -> None:
    axis = rupiah_axis(top, words_of("id"))

    assert axis.ticks[0] == 0
    assert axis.ticks[-1] >= top
    assert len(axis.ticks) <= 8


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_the_scale_of_people_holds_all_values(one: int, other: int) -> None:
    ticks = nice_ticks(min(one, other), max(one, other))

    assert ticks[0] <= min(one, other)
    assert ticks[-1] > max(one, other)
    assert 2 <= len(ticks) <= 12

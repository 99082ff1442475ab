"""The border between tables and plain values."""

from datetime import datetime

import pandas as pd

from jamsos_data.metrics.frames import listed, numbered, shared_months

MARCH, APRIL = datetime(2026, 3, 1), datetime(2026, 4, 1)


def _rows() -> pd.DataFrame:
    months = pd.array([APRIL, MARCH, None, APRIL], dtype="datetime64[us]")
    segments = pd.array(["RENTAN", "PU", None, "RENTAN"], dtype="str")
    return pd.DataFrame({"periode": months, "segmen": segments}, index=[7, 5, 3, 1])


def test_listed_values_keep_their_order_and_what_is_missing_is_none() -> None:
    assert listed(_rows(), "periode", "segmen") == [
        [APRIL, MARCH, None, APRIL],
        ["RENTAN", "PU", None, "RENTAN"],
    ]


def test_numbered_rows_lead_back_to_what_each_row_says() -> None:
    distinct, numbers = numbered(_rows(), "periode", "segmen")
    assert len(distinct) == 3
    assert [distinct[number] for number in numbers] == [
        (APRIL, "RENTAN"),
        (MARCH, "PU"),
        (None, None),
        (APRIL, "RENTAN"),
    ]


def test_rows_that_share_one_value_are_told_apart_by_the_other() -> None:
    pairs = [(APRIL, "RENTAN"), (MARCH, "PU"), (APRIL, "PU"), (MARCH, "RENTAN"), (None, "PU"), (MARCH, None)]
    months, segments = zip(*pairs, strict=True)
    rows = pd.DataFrame(
        {"periode": pd.array(months, dtype="datetime64[us]"), "segmen": pd.array(segments, dtype="str")}
    )
    distinct, numbers = numbered(rows, "periode", "segmen")
    assert len(distinct) == len(pairs)
    assert [distinct[number] for number in numbers] == pairs


def test_a_table_without_rows_has_no_distinct_ones() -> None:
    distinct, numbers = numbered(_rows().iloc[:0], "periode", "segmen")
    assert (distinct, len(numbers)) == ([], 0)


def test_questions_about_months_of_one_year_begin_with_the_same_months() -> None:
    spring, autumn = datetime(2026, 3, 1), datetime(2026, 9, 1)
    whole = (datetime(2024, 1, 1), datetime(2026, 12, 1))
    asked = [(spring, spring), (datetime(2026, 1, 1), autumn), (datetime(2024, 10, 1), autumn)]
    assert {shared_months(since, until) for since, until in asked} == {whole}
    assert shared_months(datetime(2023, 5, 1), autumn) == (datetime(2023, 1, 1), datetime(2026, 12, 1))
    assert shared_months(None, autumn) == (None, datetime(2026, 12, 1))

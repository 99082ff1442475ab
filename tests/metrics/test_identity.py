"""What is kept of a table: as long as the table itself, and never of one that may be changed in place."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pandas as pd
import polars as pl

from jamsos_data.metrics.identity import kept_for_table
from jamsos_data.reference import Reference

Asked = list[object]


def _counting(asked: Asked) -> Callable[..., int]:
    @kept_for_table(at_most=2)
    def add_up(table: pl.LazyFrame | pd.DataFrame, *, reference: Reference, more: int) -> int:
        asked.append(more)
        rows = table.collect()["orang"] if isinstance(table, pl.LazyFrame) else table["orang"]
        return int(rows.sum()) + more

    return add_up


def test_the_same_question_about_the_very_same_table_is_answered_once(reference: Reference) -> None:
    asked: Asked = []
    add_up, table = _counting(asked), pl.LazyFrame({"orang": [1, 2]})
    assert [add_up(table, reference=reference, more=more) for more in (0, 10, 0)] == [3, 13, 3]
    assert asked == [0, 10]

    assert add_up(pl.LazyFrame({"orang": [5]}), reference=reference, more=0) == 5


def test_a_table_that_may_be_changed_in_place_is_counted_anew(reference: Reference) -> None:
    add_up, table = _counting([]), pd.DataFrame({"orang": [1, 2]})
    assert add_up(table, reference=reference, more=0) == 3
    table.loc[0, "orang"] = 10
    assert add_up(table, reference=reference, more=0) == 12


def test_what_was_kept_goes_with_its_table(reference: Reference) -> None:
    @kept_for_table(at_most=2)
    def hold(table: pl.LazyFrame, *, reference: Reference) -> frozenset[int]:
        del table, reference
        return frozenset(range(3))

    table = pl.LazyFrame({"orang": [1]})
    hold(table, reference=reference)
    before = _holders()
    del table
    gc.collect()
    assert _holders() < before


def _holders() -> int:
    return sum(type(one) is frozenset and one == frozenset(range(3)) for one in gc.get_objects())

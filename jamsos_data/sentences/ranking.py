"""The finding over a ranking of areas: who is furthest behind, or that all have reached their target.

Pure functions: rows of measure_targets or measure_coverage and words in, text out.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from jamsos_data.formats import round_half_up
from jamsos_data.messages import Messages
from jamsos_data.wording import has_value, is_reached, join, rows_of


def headline_rank(frame: pd.DataFrame, words: Messages, *, judged: bool = True) -> str:
    """The finding in the title: the one or two areas furthest behind, or that all reach the target.

    Where the shown values of the last areas tie with others, or a month is not complete (`judged` is False), nobody
    is named.
    """
    rows = [row for row in ordered(frame) if has_value(row.persen)]
    if not judged:
        return words("chart.rank.headline_plain")
    with_target = [row for row in rows if target_of(row) is not None]
    if with_target and all(is_reached(row) for row in with_target):
        return words("chart.rank.headline_all", n=len(with_target), count=len(with_target))
    last = _furthest_behind(rows)
    if not last:
        return words("chart.rank.headline_plain")
    return words("chart.rank.headline_last", n=len(last), areas=join(last, words))


def _furthest_behind(rows: list[Any]) -> list[str]:
    """The last two areas, or the last one, as far as their shown values are below all others; three areas or more."""
    if len(rows) < 3:
        return []
    shown = [round_half_up(row.persen, 1) for row in rows[-3:]]
    if shown[1] < shown[0]:
        return [rows[-1].wilayah, rows[-2].wilayah]
    return [rows[-1].wilayah] if shown[2] < shown[1] else []


def ordered(frame: pd.DataFrame) -> list[Any]:
    """The rows, highest percentage first, rows without percentage last, equal ones by name."""
    return rows_of(frame.sort_values(["persen", "wilayah"], ascending=[False, True], na_position="last"))


def target_of(row: Any) -> float | None:
    """The target of a row in percent; None where it has none, or rows have no targets at all."""
    value: Any = getattr(row, "target_persen", None)
    return float(value) if has_value(value) else None

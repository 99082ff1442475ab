"""Months that pass the turn of a year: Nov, Des, Jan under "Tahun 2025/2026" are Nov 2025, Des 2025 and Jan 2026.

>>> years_in_order([MonthText(month=11), MonthText(month=12), MonthText(month=1)], (2025, 2026))
[2025, 2025, 2026]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeGuard

from jamsos_data.intake.clean.months import MonthText

# Figures are given by month, quarter or term; a longer step may as well go back within one year.
_LONGEST_STEP = 4
_PAIR = re.compile(
    r"(?<![\d.,/-])(20[1-4]\d)\s*(?:[/–-]|s\.?\s?d\.?|dan|sampai(?: dengan)?)\s*"
    r"(20[1-4]\d|1[3-9]|[2-4]\d)(?![\d.,/-]*\d)",
    re.IGNORECASE,
)


def find_year_pair(text: str) -> tuple[int, int] | None:
    """Two years in a row that a title gives together: "2025/2026", "TA 2025-26"; None for any other text.

    >>> find_year_pair("TA 2025/26"), find_year_pair("Nomor 12/2026"), find_year_pair("2025-09")
    ((2025, 2026), None, None)
    """
    for match in _PAIR.finditer(text):
        first, second = int(match[1]), int(match[2])
        if second in (first + 1, (first + 1) % 100):
            return first, first + 1
    return None


def years_in_order(months: Sequence[MonthText | None], pair: tuple[int, int] | None) -> list[int] | None:
    """The year of each of `months` that follow one another by equal steps, from those that say their year; without one
    from the `pair` of years whose turn they pass. None where that leaves a doubt.
    """
    if not _all_months(months) or not _step(months):
        return None
    step = _step(months)
    first = (months[0].month or 0) - 1
    places = [first + step * number for number in range(len(months))]
    starts = {
        month.year * 12 + (month.month or 0) - 1 - (place - first)
        for month, place in zip(months, places, strict=True)
        if month.year
    }
    if len(starts) == 1:
        start = starts.pop()
        return [(start + place - first) // 12 for place in places]
    if starts or pair is None or places[-1] // 12 != 1:
        return None
    return [pair[place // 12] for place in places]


def passes_new_year(months: Iterable[MonthText | None]) -> bool:
    """Whether months without their years follow one another by equal steps past December."""
    found = list(months)
    if not _all_months(found) or any(month.year for month in found):
        return False
    step = _step(found)
    return bool(step) and (found[0].month or 0) - 1 + step * (len(found) - 1) >= 12


def _all_months(months: Sequence[MonthText | None]) -> TypeGuard[Sequence[MonthText]]:
    return all(month is not None and month.month for month in months)


def _step(months: Sequence[MonthText]) -> int:
    """By how many months each is later than the one before; 0 where that differs, or is too much to be sure."""
    numbers = [month.month or 0 for month in months]
    steps = {(after - before) % 12 for before, after in pairwise(numbers)}
    return step if len(steps) == 1 and 0 < (step := steps.pop()) <= _LONGEST_STEP else 0

"""Between which values the number of a threshold or tariff makes sense, by its unit.

Wider than any office would choose: what lies outside (1e400, 99.999 months ahead) is a slip, and the figures
and pages that rest on it could no longer be made.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from jamsos_data.intake.reference_tables.draft import Draft
from jamsos_data.reference_sets import RUPIAH, WAGE_CEILING


@dataclass(frozen=True)
class Range:
    """The least and the greatest value, both allowed unless `above`: then the least is not."""

    least: int
    most: int
    above: bool = False

    def holds(self, value: float) -> bool:
        """Whether a value may stand; infinity never."""
        return self.least <= value <= self.most and not (self.above and value == self.least)


# By the first words of the unit of a threshold, the longest first.
_THRESHOLDS = {
    "poin persen": Range(0, 100, above=True),
    "persen yang hadir": Range(0, 100),
    "dari 100": Range(0, 100),
    "persen": Range(0, 1000),
    "bulan": Range(0, 60),
}
# Rupiah a person and month, and the highest wage a month that a programme reckons with.
_TARIFFS = {RUPIAH: Range(0, 100_000_000), WAGE_CEILING: Range(0, 1_000_000_000)}


def range_of_threshold(unit: str) -> Range:
    """The range of a threshold by its Indonesian unit. Raises LookupError for a unit without one."""
    found = next((bounds for words, bounds in _THRESHOLDS.items() if unit.startswith(words)), None)
    if found is None:
        raise LookupError(unit)
    return found


def range_of_tariff(unit: str) -> Range | None:
    """The range of an amount in rupiah; None for percentages, which have a rule of their own."""
    return _TARIFFS.get(unit)


def reject_outside(draft: Draft, ranges: pd.Series) -> None:
    """Take no row whose `nilai` lies outside its range (None: no range) in `ranges`, by row."""
    good = draft.good
    for row, value in zip(good.index, good["nilai"], strict=True):
        bounds = ranges[row]
        if bounds is not None and not bounds.holds(float(value)):
            code = "ACUAN_NILAI_HARUS_LEBIH" if bounds.above else "ACUAN_NILAI_DI_LUAR"
            draft.reject([int(row)], code, "nilai", least=bounds.least, most=bounds.most)

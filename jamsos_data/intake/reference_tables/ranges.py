"""Between which values the number of a threshold or tariff makes sense, by its unit.

Wider than any office would choose: what lies outside (1e400, 99.999 months ahead) is a slip, and the figures
and pages that rest on it could no longer be made. A cell that Excel shows as 30 % comes as 0.3 and without its format,
so a percentage below what its unit is used for is never taken as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from jamsos_data.dataset_columns import Text
from jamsos_data.intake.reference_tables.draft import Draft
from jamsos_data.reference_sets import OF_CONTRACT, OF_WAGE, RUPIAH, WAGE_CEILING


@dataclass(frozen=True)
class Range:
    """The least and the greatest value, both allowed unless `above`: then the least is not.

    Less than one percent is no value of a `coarse` unit; of a `fine` one it may be.
    """

    least: int
    most: int
    above: bool = False
    coarse: bool = False
    fine: bool = False

    def holds(self, value: float) -> bool:
        """Whether a value may stand; infinity never."""
        return self.least <= value <= self.most and not (self.above and value == self.least)


# By the first words of the unit of a threshold, the longest first.
_THRESHOLDS = {
    "poin persen": Range(0, 100, above=True, fine=True),
    "persen yang hadir": Range(0, 100, coarse=True),
    "persen di atas": Range(0, 1000, coarse=True),
    "persen atau lebih": Range(0, 1000, coarse=True),
    "persen": Range(0, 1000, fine=True),
    "dari 100": Range(0, 100, coarse=True),
    "bulan": Range(0, 60),
}
# Rupiah a person and month, and the highest wage a month that a programme reckons with.
_TARIFFS = {RUPIAH: Range(0, 100_000_000), WAGE_CEILING: Range(0, 1_000_000_000)}
# In percent, below every rate of PP 44/2015, 45/2015 and 46/2015 and their reliefs (JKK 0,12; of contracts 0,01).
_LOWEST_RATES = {OF_WAGE: 0.1, OF_CONTRACT: 0.01}


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


def ask_about_fractions(draft: Draft, ranges: pd.Series) -> None:
    """A percentage below 1 that is not written with %: an error in a coarse unit, a question in a fine one."""
    good = draft.good
    for row, value in zip(good.index, good["nilai"], strict=True):
        if not 0 < value < 1 or "%" in str(draft.texts.at[row, "nilai"]):
            continue
        if ranges[row].coarse:
            draft.reject([int(row)], "ACUAN_PERSEN_PECAHAN", "nilai", meant=_hundredfold(float(value)))
        elif ranges[row].fine:
            draft.warn([int(row)], "ACUAN_PERSEN_KECIL", "nilai", meant=_hundredfold(float(value)))


def reject_low_rates(draft: Draft) -> None:
    """A tariff in percent that is lower than any in the law is not taken; 0 is, for a programme without a rate."""
    good = draft.good
    for row, value, unit in zip(good.index, good["nilai"], good["satuan"], strict=True):
        if 0 < value < _LOWEST_RATES.get(unit, 0):
            draft.reject([int(row)], "ACUAN_TARIF_RENDAH", "nilai", meant=_hundredfold(float(value)))


def _hundredfold(value: float) -> Text:
    """What a cell in the format of percentages showed, as text."""
    shown = f"{Decimal(str(value)) * 100:f}"
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return Text(shown.replace(".", ","), shown)

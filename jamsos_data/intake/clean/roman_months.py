"""Months by Roman numerals, as official letters number them: "IX" is September where a column is headed "Bulan".

Alone a numeral is a month nowhere: it numbers rows, quarters and stages.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_NUMBER_OF = {text: str(number) for number, text in enumerate(ROMAN, start=1)}


def without_roman(texts: pd.Series) -> pd.Series:
    """The texts of a column of months, numerals as numbers.

    >>> list(without_roman(pd.Series(["IX", "Oktober", ""])))
    ['9', 'Oktober', '']
    """
    named = {text: _NUMBER_OF[text.strip()] for text in texts.unique() if text.strip() in _NUMBER_OF}
    return texts.replace(named) if named else texts


def roman_numbers(cells: Sequence[str]) -> list[str]:
    """The cells of a row, numerals as numbers."""
    return [_NUMBER_OF.get(text.strip(), text) for text in cells]

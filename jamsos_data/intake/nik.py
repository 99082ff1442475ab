"""What a NIK tells about itself: whether it can be one, and where it was issued.

Digits 1 to 6 are the kecamatan that issued it, 7 to 12 the birth date (women: day + 40), 13 to 16 a serial number
from 0001. All columns here are texts; nothing of them is ever noted (UU 27/2022).
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from jamsos_data.intake.read.marked_runs import STRUCK

ROUNDED, NOT_16_DIGITS, NO_DATE = "NIK_DIBULATKAN", "NIK_TIDAK_16_ANGKA", "NIK_TANGGAL_SALAH"
# Excel keeps 15 digits, so NIK that were kept as numbers end in 0; of whole ones at most one in ten does. So many that
# hardly any list (1 in 100) has them by chance, and a good deal more than a tenth, are rounded.
_BY_CHANCE, _UNLIKELY, _ROUNDED_SHARE = 0.1, 0.01, 0.25
_SURE = 200  # of so many NIK a quarter never ends in 0 by chance
_WOMEN = 40
_DAYS = np.array([0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
_FEBRUARY = 2


def bare_nik(texts: pd.Series) -> pd.Series:
    """The numbers without the gaps and marks that people write into them, nor the word that one is struck out."""
    texts = texts.astype("str")
    # Most are digits alone, and to look is much faster than to replace.
    written = texts.str.contains("[^0-9]", regex=True)
    if not written.any():
        return texts
    bare = texts[written].str.removesuffix(STRUCK).str.replace(r"[\s.'’-]", "", regex=True)
    return texts.where(~written, bare)


def nik_problems(nik: pd.Series, sheets: pd.Series) -> pd.Series:
    """For each bare NIK of the file and the sheet it stands on the finding code why it is none; "" for a possible one.

    Not 16 digits; rounded by Excel (3.31904E+15, or zeros at the end); no day of the calendar in digits 7 to 12.
    """
    digits = nik.str.fullmatch(r"[0-9]{16}").to_numpy(dtype=bool)
    exponent = nik.str.contains(r"[eE]\+?[0-9]", regex=True).to_numpy(dtype=bool)
    rounded = exponent | (digits & _lost_digits(nik, digits))
    for sheet in sheets.unique():
        here = (sheets == sheet).to_numpy(dtype=bool)
        rounded[here] |= digits[here] & _lost_digits(nik[here], digits[here])
    dated = np.zeros(len(nik), dtype=bool)
    dated[digits] = _has_birth_date(nik[digits])
    problems = np.select([rounded, ~digits, ~dated], [ROUNDED, NOT_16_DIGITS, NO_DATE], default="")
    return pd.Series(problems, index=nik.index, dtype="str")


def count_issued_elsewhere(nik: pd.Series, kabupaten: str) -> int:
    """How many of these possible NIK were issued outside the regency with this code ("33.19")."""
    return int((~nik.str.startswith(kabupaten.replace(".", ""))).sum())


def _lost_digits(nik: pd.Series, digits: np.ndarray) -> np.ndarray:
    ends = nik.str.endswith("0").to_numpy(dtype=bool) & digits
    return (
        ends
        if _are_too_many(int(ends.sum()), int(digits.sum()))
        else nik.str.endswith("000").to_numpy(dtype=bool)
    )


def _are_too_many(ends: int, of: int) -> bool:
    if not of or ends < _ROUNDED_SHARE * of:
        return False
    if of > _SURE:
        return True
    rest = 1 - _BY_CHANCE
    chance = sum(math.comb(of, n) * _BY_CHANCE**n * rest ** (of - n) for n in range(ends, of + 1))
    return chance <= _UNLIKELY + 1e-9


def _has_birth_date(nik: pd.Series) -> np.ndarray:
    date = nik.str.slice(6, 12).astype("int64").to_numpy()
    day, month, year = date // 10_000, date // 100 % 100, date % 100
    day = np.where(day > _WOMEN, day - _WOMEN, day)
    known = (month >= 1) & (month <= 12)
    last = _DAYS[np.where(known, month, 0)] - ((month == _FEBRUARY) & (year % 4 != 0))
    return known & (day >= 1) & (day <= last)

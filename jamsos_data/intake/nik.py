"""What a NIK tells about itself: whether it can be one, and where it was issued.

Digits 1 to 6 are the kecamatan that issued it, 7 to 12 the birth date (women: day + 40), 13 to 16 a serial number
from 0001. All columns here are texts; nothing of them is ever noted (UU 27/2022).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

ROUNDED, NOT_16_DIGITS, NO_DATE = "NIK_DIBULATKAN", "NIK_TIDAK_16_ANGKA", "NIK_TANGGAL_SALAH"
# Excel keeps 15 digits, so a column of NIK kept as numbers ends in 0 throughout; by chance one in ten does.
_JUDGED_AS_COLUMN = 5
_ROUNDED_SHARE = 0.9
_WOMEN = 40
_DAYS = np.array([0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
_FEBRUARY = 2


def bare_nik(texts: pd.Series) -> pd.Series:
    """The numbers without the gaps and marks that people write into them."""
    return texts.astype("str").str.replace(r"[\s.'’-]", "", regex=True)


def nik_problems(nik: pd.Series) -> pd.Series:
    """For each bare NIK the finding code that says why it is none; "" for a possible one.

    Not 16 digits; rounded by Excel (3.31904E+15, or zeros at the end); no day of the calendar in digits 7 to 12.
    """
    digits = nik.str.fullmatch(r"[0-9]{16}").to_numpy(dtype=bool)
    exponent = nik.str.contains(r"[eE]\+?[0-9]", regex=True).to_numpy(dtype=bool)
    rounded = exponent | (digits & _lost_digits(nik, digits))
    dated = np.zeros(len(nik), dtype=bool)
    dated[digits] = _has_birth_date(nik[digits])
    problems = np.select([rounded, ~digits, ~dated], [ROUNDED, NOT_16_DIGITS, NO_DATE], default="")
    return pd.Series(problems, index=nik.index, dtype="str")


def count_issued_elsewhere(nik: pd.Series, kabupaten: str) -> int:
    """How many of these possible NIK were issued outside the regency with this code ("33.19")."""
    return int((~nik.str.startswith(kabupaten.replace(".", ""))).sum())


def _lost_digits(nik: pd.Series, digits: np.ndarray) -> np.ndarray:
    ends = nik.str.endswith("0").to_numpy(dtype=bool) & digits
    whole = digits.sum() >= _JUDGED_AS_COLUMN and ends.sum() >= _ROUNDED_SHARE * digits.sum()
    return ends if whole else nik.str.endswith("000").to_numpy(dtype=bool)


def _has_birth_date(nik: pd.Series) -> np.ndarray:
    date = nik.str.slice(6, 12).astype("int64").to_numpy()
    day, month, year = date // 10_000, date // 100 % 100, date % 100
    day = np.where(day > _WOMEN, day - _WOMEN, day)
    known = (month >= 1) & (month <= 12)
    last = _DAYS[np.where(known, month, 0)] - ((month == _FEBRUARY) & (year % 4 != 0))
    return known & (day >= 1) & (day <= last)

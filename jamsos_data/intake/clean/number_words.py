"""Whole numbers in Indonesian words, as letters repeat them in brackets: "20 (dua puluh)"."""

from __future__ import annotations

from itertools import pairwise

_WORDS = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_DIGITS = {word: number for number, word in enumerate(_WORDS)}
_TENS = ("puluh", "ratus")
_ONE = {"seratus": ("satu", "ratus"), "seribu": ("satu", "ribu"), "sejuta": ("satu", "juta")}
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_UNITS = frozenset(
    ["rupiah", "orang", "jiwa", "pekerja", "peserta", "tenaga", "kerja", "usaha", "unit", "bulan"]
)


def read_words(text: str) -> int | None:
    """The number that words spell, a unit behind them passed over; None where any other word stands among them.

    >>> read_words("dua belas"), read_words("satu juta dua ratus ribu rupiah"), read_words("dua kali")
    (12, 1200000, None)
    """
    words = [part for word in text.casefold().split() for part in _ONE.get(word, (word,))]
    while words and words[-1] in _UNITS:
        words.pop()
    total = group = digit = 0
    for before, word in pairwise(["", *words]):
        if (word in _DIGITS and before in _DIGITS) or (word in _TENS and before not in _DIGITS):
            return None
        if word in _DIGITS:
            digit = _DIGITS[word]
        elif word == "belas":
            group, digit = group + 10 + digit, 0
        elif word in _TENS:
            group, digit = group + digit * (10 if word == "puluh" else 100), 0
        elif word in _SCALES:
            total, group, digit = total + (group + digit) * _SCALES[word], 0, 0
        else:
            return None
    return total + group + digit if words else None

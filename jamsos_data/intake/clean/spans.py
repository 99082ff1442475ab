"""Reads quarters, semesters and terms of four months: `TW I`, `Triwulan III Tahun 2026`, `Semester 1`, `2026-Q2`.

A span is no month: whether its figure may stand for one of its months is decided by the column (see `of_span` of
`dataset_columns.Column`) and agreed to by the operator.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jamsos_data.intake.names import normalise

_LENGTHS = {
    3: "triwulan|tri wulan|tw|twl|trw|trwln|kuartal|kwartal|quarter",
    4: "caturwulan|catur wulan|cawu",
    6: "semester|smt|sem|smstr",
}
_LENGTH_OF = {word: length for length, words in _LENGTHS.items() for word in words.split("|")}
_NAMES = {3: "Triwulan", 4: "Caturwulan", 6: "Semester"}
_ROMAN = ("I", "II", "III", "IV")
_NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4}
_NUMERAL = r"(?:iv|iii|ii|i|[1-4]|pertama|kedua|ketiga|keempat)"
_YEAR = r"(?:(?:tahun|thn|th|ta|t a)(?: anggaran)? )?"
_SPAN = re.compile(
    rf"(?:(?P<until>s d|sd|sampai|sampai dengan|hingga)(?: akhir)? )?(?:(?P<before>20\d\d) ?)?"
    rf"(?:(?P<word>{'|'.join(_LENGTH_OF)}) ?(?:ke ?)?(?P<number>{_NUMERAL})|q ?(?P<quarter>[1-4]))"
    rf"(?: ?{_YEAR}(?P<after>20\d\d))?"
)
_BEFORE = re.compile(r"^(?:(?:per|periode|posisi|keadaan|kondisi|akhir|data|bulan) )+")
# "Triwulan I dan II" is two of them.
_ANOTHER = re.compile(rf"^ (?:(?:dan|s d|sd|sampai|sampai dengan|hingga) )?(?:ke )?{_NUMERAL}\b")
# Single words that a span is written with.
SPAN_PIECES = frozenset([*" ".join(_LENGTH_OF).split(), *_NUMERALS, "q", "ke"])
_IN_BRACKETS = re.compile(r"\([^)]*[^\d)][^)]*\)")
_SHORT_YEAR = re.compile(r" (\d\d)$")
# What a column of bare numbers ("I", "2") may be headed by.
SPAN_WORDS = ("triwulan", "tw", "kuartal", "kwartal", "quarter", "semester", "smt", "caturwulan")


@dataclass(frozen=True)
class Span:
    """So many `months` that end with `month`; `year` None where the text does not say it."""

    year: int | None
    month: int
    months: int

    @property
    def text(self) -> str:
        """The span as `read_span` reads it: "Triwulan III 2026", "Semester I", "s.d. Triwulan III 2026"."""
        length = self.months if self.months in _LENGTHS else next(n for n in _LENGTHS if self.month % n == 0)
        until = "" if length == self.months else "s.d. "
        year = f" {self.year}" if self.year else ""
        return f"{until}{_NAMES[length]} {_ROMAN[self.month // length - 1]}{year}"


def read_span(text: str) -> Span | None:
    """The span that a text is, and nothing else beside it; None when it is none.

    >>> read_span("TW II 2026"), read_span("s.d. Triwulan II 2026")
    (Span(year=2026, month=6, months=3), Span(year=2026, month=6, months=6))
    """
    words = _BEFORE.sub("", normalise(_IN_BRACKETS.sub(" ", text)))
    found = _SPAN.fullmatch(words) or _SPAN.fullmatch(_SHORT_YEAR.sub(r" 20\1", words))
    return None if found is None else _span_of(found)


def find_span(text: str) -> Span | None:
    """The one span named somewhere in a title or header; None when there is none, or several.

    >>> find_span("Rekap Peserta Triwulan III Tahun 2026")
    Span(year=2026, month=9, months=3)
    """
    words = normalise(_IN_BRACKETS.sub(" ", text))
    found = {span: match for match in _SPAN.finditer(words) if (span := _whole(match, words)) is not None}
    if len(found) != 1:
        return None
    span, match = found.popitem()
    return None if _ANOTHER.match(words[match.end() :]) else span


def _whole(match: re.Match[str], words: str) -> Span | None:
    """The span of a match that begins and ends with a word."""
    starts = match.start() == 0 or words[match.start() - 1] == " "
    ends = match.end() == len(words) or words[match.end()] == " "
    return _span_of(match) if starts and ends else None


def _span_of(match: re.Match[str]) -> Span | None:
    length = _LENGTH_OF[match["word"]] if match["word"] else 3
    text = match["number"] or match["quarter"]
    number = _NUMERALS.get(text) or int(text)
    if number * length > 12:
        return None
    year = match["after"] or match["before"]
    last = number * length
    return Span(int(year) if year else None, last, last if match["until"] else length)

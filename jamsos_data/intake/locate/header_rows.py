"""Rows of a header that are told by what stands above, beside and beneath them rather than by known words."""

from __future__ import annotations

import re

from jamsos_data.intake.clean.lost_zeros import may_be_cut
from jamsos_data.intake.clean.months import read_month
from jamsos_data.intake.clean.number_columns import is_nil, is_number
from jamsos_data.intake.lexicon import MONTH_WORDS, YEAR_WORDS, Lexicon
from jamsos_data.intake.locate.header_words import is_name, is_wide_label
from jamsos_data.intake.names import normalise

_TIME_WORDS = frozenset([*MONTH_WORDS, *YEAR_WORDS, "periode"])
_YEAR = re.compile(r"(?:(?:tahun|thn|th|ta) )?20[1-4]\d")
_MONTHS = re.compile(r"(?:bulan|bln|month)(?: ke)?(?: (?:tahun|thn|th|ta))?(?: 20\d\d)?")
_LAST_MONTH = 12


def heads_numbers(above: list[str], lower: list[str], following: list[str]) -> bool:
    """Whether a row holds nothing but words right above numbers, the names beside them only in the row beneath:
    "Usulan" under "RT/RW", or L and P of which the month stands over L alone. `above` are the lowest texts so far.
    """
    places = [position for position, text in enumerate(lower) if text]
    words = all(may_be_cut(text) or not (is_number(text) or is_nil(text)) for text in filter(None, lower))
    if not places or not following or not words:
        return False
    named = [
        position
        for position, text in enumerate(following)
        if text and not lower[position] and above[position] and not is_number(text)
    ]
    headed = all(above[place] or (place - 1 in places) for place in places)
    return bool(named) and headed and all(is_number(following[place]) for place in places)


def parted_header(rows: dict[int, list[str]], lexicon: Lexicon) -> int | None:
    """The place of the upper of two rows that only together are a header: "Kecamatan", and in other columns beneath or
    above it nothing but labels of which numbers follow (PU, BPU), maybe under one text of which nothing is known.
    """
    numbers = list(rows)
    for place, number in enumerate(numbers[:-2]):
        upper, lower, beneath = (rows[numbers[place + step]] for step in range(3))
        if numbers[place + 2] - number > 2:
            continue
        if _part(upper, lower, beneath, lexicon) or _part(lower, upper, beneath, lexicon, group=False):
            return place
    return None


def _part(
    names: list[str], labels: list[str], beneath: list[str], lexicon: Lexicon, *, group: bool = True
) -> bool:
    """Whether `names` names columns and `labels` others, over numbers; `group`: a text over the first label may do so
    for all of them.
    """
    columns = [column for column, text in enumerate(labels) if text]
    named = [column for column, text in enumerate(names) if text and column not in columns[: int(group)]]
    grouping = names[columns[0]] if columns else ""
    return (
        len(columns) > 1
        and bool(named)
        and not set(named) & set(columns)
        and not is_number(grouping)
        and all(is_name(names[column], lexicon) for column in named)
        and all(is_wide_label(labels[column], lexicon) and is_number(beneath[column]) for column in columns)
    )


def is_month_heading(text: str) -> bool:
    """Whether a header stands over the numbers of months: "Bulan", "Bulan ke", "Bulan Tahun 2026"."""
    return bool(_MONTHS.fullmatch(normalise(text)))


def numbers_months(upper: list[str], lower: list[str]) -> bool:
    """Whether a row only counts months, 1 to 12 or some of them in a row, under a heading that says so."""
    places = [position for position, text in enumerate(lower) if text]
    numbers = [int(lower[place]) for place in places if lower[place].isdecimal()]
    if len(numbers) < max(len(places), 2) or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return False
    if not 1 <= numbers[0] <= numbers[-1] <= _LAST_MONTH:
        return False
    return all(is_month_heading(_head_over(upper, place)) for place in places)


def _head_over(upper: list[str], position: int) -> str:
    """The nearest text above, or above and to the left."""
    return next((upper[place] for place in range(position, -1, -1) if upper[place]), "")


def stands_under_year(upper: str, lower: str) -> bool:
    """Whether a month without its year stands under a year, as the only one of it."""
    month = read_month(lower)
    bare = month is not None and month.month is not None and month.year is None and not lower.isdecimal()
    return bare and bool(_YEAR.fullmatch(normalise(upper)))


def is_time_row(cells: list[str], *, beneath: list[str]) -> bool:
    """Whether a row is named "Tahun" or "Bulan" at its left and holds years or months to the right.

    One of these alone is a title ("Bulan", "September 2026") unless it stands above another such row.
    """
    times = _times(cells)
    return times > 1 or (times == 1 and _times(beneath) > 0)


def _times(cells: list[str]) -> int:
    """How many years or months a row named by such a word holds; 0 for another row."""
    filled = [text for text in cells if text]
    named = bool(filled) and normalise(filled[0]) in _TIME_WORDS
    return len(filled) - 1 if named and all(map(_is_time, filled[1:])) else 0


def without_time_label(cells: list[str]) -> list[str]:
    """A row without the name that it has as a row of years or months."""
    if not _times(cells):
        return cells
    label = next(position for position, text in enumerate(cells) if text)
    return ["" if position == label else text for position, text in enumerate(cells)]


def _is_time(text: str) -> bool:
    if _YEAR.fullmatch(normalise(text)):
        return True
    found = read_month(text)
    return found is not None and found.month is not None and not text.isdecimal()

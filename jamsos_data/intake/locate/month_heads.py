"""Months at the heads of columns that need the row as a whole to be read: 2026.09 and 202609, which a workbook keeps as
numbers, and I to XII.
"""

from __future__ import annotations

import re

from jamsos_data.intake.clean.lost_zeros import may_be_cut, restored_months
from jamsos_data.intake.clean.months import read_year
from jamsos_data.intake.clean.number_columns import is_nil, is_number
from jamsos_data.intake.clean.roman_months import MONTHS, ROMAN, roman_numbers
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.header_rows import is_month_heading, numbers_months
from jamsos_data.intake.locate.header_words import is_name

_DOTTED = re.compile(r"\s*(20[1-4]\d)(?:[.,](?=\d)|(?=\d\d\s*$))(0?[1-9]|1[0-2])\s*")
_WHOLE = re.compile(r"\d+|\d{1,3}(?:[.,]\d{3})+")
_FEWEST = 2


def with_month_heads(rows: dict[int, list[str]], lexicon: Lexicon) -> dict[int, list[str]]:
    """The rows, months in the heads of numbers as 2026-09 or as the names of months; what may be January or October
    stays as it is.
    """
    numbers = list(rows)
    rows = {
        number: _with_roman(rows.get(former, []), rows[number], rows.get(following, []), lexicon)
        for former, number, following in zip([0, *numbers], numbers, [*numbers[1:], 0], strict=False)
    }
    return {
        number: _read(rows[number])
        if _heads_months(rows[number], rows.get(following, []), lexicon)
        or _is_month_beneath(rows.get(former, []), rows[number], rows.get(following, []), lexicon)
        else rows[number]
        for former, number, following in zip([0, *numbers], numbers, [*numbers[1:], 0], strict=False)
    }


def _with_roman(above: list[str], cells: list[str], beneath: list[str], lexicon: Lexicon) -> list[str]:
    """A row of Roman numerals over numbers as months: all twelve of them, under nothing that may be numbered ("RW"), or
    some in a row under "Bulan".
    """
    places = [place for place, text in enumerate(cells) if text in ROMAN]
    if len(places) < _FEWEST or not beneath or not _over_figures(places, beneath):
        return cells
    numbered = roman_numbers(cells)
    if above and numbers_months(above, numbered):
        return numbered
    years, rest = divmod(len(places), len(ROMAN))
    over = [text for text in above[places[0] :] if text]
    named = all(is_month_heading(text) or is_name(text, lexicon) or read_year(text) for text in over)
    if rest or not named or [cells[place] for place in places] != [*ROMAN] * years:
        return cells
    return [MONTHS[int(numbered[place]) - 1] if place in places else text for place, text in enumerate(cells)]


def _over_figures(places: list[int], beneath: list[str]) -> bool:
    texts = [beneath[place] for place in places]
    return any(map(is_number, texts)) and all(not text or is_number(text) or is_nil(text) for text in texts)


def _heads_months(cells: list[str], beneath: list[str], lexicon: Lexicon) -> bool:
    """Whether a row holds different such months, above numbers, and nothing else but names of columns.

    A single month needs such a name beside it and a whole number, maybe of "orang", or nothing beneath.
    """
    months = [place for place, text in enumerate(cells) if _DOTTED.fullmatch(text)]
    others = [text for place, text in enumerate(cells) if text and place not in months]
    few = len(months) < _FEWEST
    return (
        len({cells[place] for place in months}) == len(months) > 0
        and bool(beneath)
        and not (few and (not others or not _counts(beneath[months[0]])))
        and all(is_number(beneath[place]) or is_nil(beneath[place]) for place in months)
        and not any(_DOTTED.fullmatch(beneath[place]) for place in months)
        and all(is_name(text, lexicon) for text in others)
    )


def _counts(text: str) -> bool:
    return is_nil(text) or bool(_WHOLE.fullmatch(text.split()[0]))


def _is_month_beneath(above: list[str], cells: list[str], beneath: list[str], lexicon: Lexicon) -> bool:
    """Whether a row holds one such month and nothing else, between the names of columns and whole numbers."""
    filled = [place for place, text in enumerate(cells) if text]
    if len(filled) != 1 or not above or not beneath or not _DOTTED.fullmatch(cells[filled[0]]):
        return False
    place = filled[0]
    names = [text for text in above if text]
    return (
        len(names) >= _FEWEST
        and bool(above[place])
        and all(is_name(text, lexicon) for text in names)
        and bool(_WHOLE.fullmatch(beneath[place]))
        and any(text and above[other] and not is_number(text) for other, text in enumerate(beneath))
    )


def _read(cells: list[str]) -> list[str]:
    restored = restored_months(cells)
    return [restored.get(text) or _as_month(text) for text in cells]


def _as_month(text: str) -> str:
    found = _DOTTED.fullmatch(text)
    return f"{found[1]}-{int(found[2]):02d}" if found and not may_be_cut(text) else text

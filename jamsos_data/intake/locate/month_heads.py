"""Months written as 2026.09 at the heads of columns, which a workbook keeps as numbers: read as months all the same."""

from __future__ import annotations

import re

from jamsos_data.intake.clean.lost_zeros import may_be_cut, restored_months
from jamsos_data.intake.clean.number_columns import is_nil, is_number
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.header_words import is_name

_DOTTED = re.compile(r"\s*(20[1-4]\d)[.,](0?[1-9]|1[0-2])\s*")
_FEWEST = 2


def with_month_heads(rows: dict[int, list[str]], lexicon: Lexicon) -> dict[int, list[str]]:
    """The rows, such months in the heads of numbers as 2026-09; what may be January or October stays as it is."""
    numbers = list(rows)
    return {
        number: _read(rows[number])
        if _heads_months(rows[number], rows.get(following, []), lexicon)
        else rows[number]
        for number, following in zip(numbers, [*numbers[1:], 0], strict=True)
    }


def _heads_months(cells: list[str], beneath: list[str], lexicon: Lexicon) -> bool:
    """Whether a row holds different such months, above numbers, and nothing else but names of columns."""
    months = [place for place, text in enumerate(cells) if _DOTTED.fullmatch(text)]
    others = (text for place, text in enumerate(cells) if text and place not in months)
    return (
        len({cells[place] for place in months}) == len(months) >= _FEWEST
        and bool(beneath)
        and all(is_number(beneath[place]) or is_nil(beneath[place]) for place in months)
        and not any(_DOTTED.fullmatch(beneath[place]) for place in months)
        and all(is_name(text, lexicon) for text in others)
    )


def _read(cells: list[str]) -> list[str]:
    restored = restored_months(cells)
    return [restored.get(text) or _as_month(text) for text in cells]


def _as_month(text: str) -> str:
    found = _DOTTED.fullmatch(text)
    return f"{found[1]}-{int(found[2]):02d}" if found and not may_be_cut(text) else text

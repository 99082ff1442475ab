"""Months written as 2026.10 lose their zero in a spreadsheet: 2026.1 is January or October, as those beside it say.

Beside 2026.09, which keeps two digits, it is October; beside the text 2026.10 it is January; else nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_CUT = re.compile(r"\s*(20\d\d)[.,]1\s*")
_TWO_DIGITS = re.compile(r"\s*20\d\d[.,]0[1-9]\s*")
_TENTH = re.compile(r"\s*20\d\d[.,]10\s*")


def may_be_cut(text: str) -> bool:
    """Whether a text is a month that may have lost its zero.

    >>> may_be_cut("2026.1"), may_be_cut("2026,1"), may_be_cut("2026-1"), may_be_cut("2026.11")
    (True, True, False, False)
    """
    return bool(_CUT.fullmatch(text))


def restored_months(texts: Iterable[str]) -> dict[str, str]:
    """The cut months among the `texts` of one column with the month that the others show them to be, where they do."""
    distinct = set(texts)
    cut = [text for text in distinct if may_be_cut(text)]
    padded, tenth = (any(map(form.fullmatch, distinct)) for form in (_TWO_DIGITS, _TENTH))
    if not cut or padded == tenth:
        return {}
    return {text: f"{text.strip()[:4]}-{'10' if padded else '01'}" for text in cut}

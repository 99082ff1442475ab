"""Figures as people of this session read them: `jamsos_data.formats` in the language of the session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pandas as pd

from jamsos_data import formats
from jamsos_data.wording import join
from pages.parts.language import language, words

NOTHING = "\N{EN DASH}"


def count_text(value: int | float | None) -> str:
    """People or rows: ``217.104``; a dash where there is no figure."""
    return NOTHING if _missing(value) else formats.format_count(int(value or 0), language=language())


def percent_text(value: float | None, *, digits: int = 1) -> str:
    """A percentage: ``46,6 %``; a dash where there is no figure."""
    return (
        NOTHING
        if _missing(value)
        else formats.format_percent(value or 0.0, digits=digits, language=language())
    )


def number_text(value: float | None, *, digits: int = 1) -> str:
    """A plain number: ``9,8``; a dash where there is no figure."""
    return (
        NOTHING
        if _missing(value)
        else formats.format_number(value or 0.0, digits=digits, language=language())
    )


def rupiah_text(value: int | float | None, *, short: bool = False) -> str:
    """Money: ``Rp659.265.600``, or ``Rp659,3 juta`` when `short`; a dash where there is no figure."""
    if _missing(value):
        return NOTHING
    rupiah = int(value or 0)
    if short:
        return formats.format_rupiah_short(rupiah, language=language())
    return formats.format_rupiah(rupiah, language=language())


def month_text(month: datetime | None, *, short: bool = False) -> str:
    """A month: ``September 2026``; a dash for none."""
    return (
        NOTHING
        if _missing(month) or month is None
        else formats.format_month(month, language=language(), short=short)
    )


def day_text(day: datetime | None) -> str:
    """A day: ``14 Oktober 2026``; a dash for none."""
    return NOTHING if _missing(day) or day is None else formats.format_day(day, language=language())


def moment_text(moment: datetime) -> str:
    """A moment (aware) in Western Indonesian Time: ``14 Okt 2026 09.12``."""
    return formats.format_moment(moment, language=language())


def list_text(names: Sequence[str]) -> str:
    """Names as a list in a sentence: ``Undaan, Dawe, dan Gebog``."""
    return join(names, words())


def plain(text: str) -> str:
    """A text that somebody typed, so that none of it is taken for Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+!|<>~$:" else sign for sign in text)


def within_sentence(title: str) -> str:
    """A title inside a sentence: ``Paket program`` → ``paket program``; acronyms (``NIK``) stay as they are."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def _missing(value: object) -> bool:
    return value is None or bool(pd.isna(value))  # type: ignore[call-overload]

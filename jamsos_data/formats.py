"""How figures are written for people, in Indonesian (`id`) and English (`en`).

The only place that rounds. Rounding is half up, as spreadsheets do it; separators and month
names come from the CLDR locale data in Babel. Figures travel unrounded until they get here.
"""

from __future__ import annotations

from datetime import datetime
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

WESTERN_INDONESIA = ZoneInfo("Asia/Jakarta")

KEPT_NUMBERS = 50_000
KEPT_MONTHS = 2_000

_SHORT_STEPS = (
    (1_000_000_000_000, {"id": "triliun", "en": "trillion"}),
    (1_000_000_000, {"id": "miliar", "en": "billion"}),
    (1_000_000, {"id": "juta", "en": "million"}),
)


def round_half_up(value: float | Decimal, digits: int = 0) -> Decimal:
    """`value` rounded to `digits` places, halves away from zero.

    A float is taken at its shortest decimal spelling, so 2.675 rounds to 2.68.
    """
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    return exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


@lru_cache(maxsize=KEPT_NUMBERS)
def format_number(value: float | Decimal, *, digits: int = 0, language: str = "id") -> str:
    """A number with `digits` decimals: ``20,70`` in Indonesian, ``20.70`` in English."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    rounded = round_half_up(value, digits) + 0  # so that nothing is written as "-0"
    return format_decimal(rounded, format=pattern, locale=language)


def format_count(value: int, *, language: str = "id") -> str:
    """People, rows, enterprises: ``217.104`` in Indonesian, ``217,104`` in English."""
    return format_number(value, language=language)


def format_percent(value: float | Decimal, *, digits: int = 1, language: str = "id") -> str:
    """A percentage from 0 to 100: ``46,6 %`` in Indonesian, ``46.6%`` in English.

    What is below 100 is never shown as 100: 99,97 is ``99,9 %`` and not a target that is reached.
    """
    if value < 100 <= round_half_up(value, digits):
        value = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_FLOOR)
    sign = "\N{NO-BREAK SPACE}%" if language == "id" else "%"
    return format_number(value, digits=digits, language=language) + sign


def format_rupiah(value: int | float, *, language: str = "id") -> str:
    """Whole rupiah: ``Rp659.265.600``; a negative amount keeps its sign before ``Rp``. A cost per person is rounded."""
    sign = "-" if value < 0 else ""
    return f"{sign}Rp{format_number(abs(value), language=language)}"


def format_rupiah_short(value: int | float, *, language: str = "id") -> str:
    """Rupiah for a card or an axis: ``Rp41,2 miliar``, ``Rp184,8 juta``, whole rupiah below a million."""
    for step, names in _SHORT_STEPS:
        if round_half_up(Decimal(abs(value)) / step, 1) >= 1:
            sign = "-" if value < 0 else ""
            number = format_number(Decimal(abs(value)) / step, digits=1, language=language)
            return f"{sign}Rp{number} {names[language]}"
    return format_rupiah(value, language=language)


@lru_cache(maxsize=KEPT_MONTHS)
def format_month(moment: datetime, *, language: str = "id", short: bool = False) -> str:
    """``September 2026``, or ``Sep 2026`` when `short`."""
    return format_date(moment, "MMM y" if short else "MMMM y", locale=language)


def format_day(moment: datetime, *, language: str = "id") -> str:
    """A calendar day: ``14 Oktober 2026``."""
    return format_date(moment, "d MMMM y", locale=language)


def format_weekday(moment: datetime, *, language: str = "id") -> str:
    """The day of the week: ``Rabu``."""
    return format_date(moment, "EEEE", locale=language)


def format_moment(moment: datetime, *, language: str = "id") -> str:
    """A moment (with time zone) in Western Indonesian Time: ``14 Okt 2026 09.12``."""
    local = moment.astimezone(WESTERN_INDONESIA)
    pattern = "d MMM y HH.mm" if language == "id" else "d MMM y HH:mm"
    return format_datetime(local, pattern, locale=language)

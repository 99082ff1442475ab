"""Months as the rest of the code sees them: the first day of the month at midnight, without a time zone."""

from __future__ import annotations

from datetime import datetime


def month_start(year: int, month: int) -> datetime:
    """The month start of `year` and `month` (1–12).

    >>> month_start(2026, 9)
    datetime.datetime(2026, 9, 1, 0, 0)
    """
    return datetime(year, month, 1)


def parse_month_key(text: str) -> datetime:
    """Read a key such as ``2026-09`` as written by :func:`month_key`.

    Raises ValueError for anything else: free spellings are the business of intake.
    """
    return datetime.strptime(text.strip(), "%Y-%m")


def month_key(moment: datetime) -> str:
    """The key of the month that holds `moment`, such as ``2026-09``; keys sort like the months."""
    return f"{moment.year:04d}-{moment.month:02d}"


def add_months(moment: datetime, months: int) -> datetime:
    """The month start `months` after (or, when negative, before) the month of `moment`.

    >>> add_months(month_start(2025, 11), 3)
    datetime.datetime(2026, 2, 1, 0, 0)
    """
    year, index = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    return datetime(year, index + 1, 1)


def months_between(first: datetime, last: datetime) -> int:
    """How many months `last` lies after `first`: 0 for the same month, negative when before."""
    return (last.year - first.year) * 12 + last.month - first.month


def month_range(first: datetime, last: datetime) -> list[datetime]:
    """All month starts from `first` to `last`, both included; empty when `last` lies before."""
    return [add_months(first, step) for step in range(months_between(first, last) + 1)]

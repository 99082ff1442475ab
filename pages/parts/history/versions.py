"""What happened to the data: every version of every data set, and what each one changed.

A version never changes once it is written, so its effect is worked out once and kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import polars as pl
import streamlit as st

from jamsos_data.datasets import VERSIONED, ColumnKind, dataset
from jamsos_data.formats import format_month
from jamsos_data.lake import Version
from jamsos_data.periods import parse_month_key
from pages.parts.language import language, words
from pages.parts.snapshot import open_lake
from pages.parts.wording import count_text, rupiah_text


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What a version did to its table: rows, and the sum of the main value (None where it cannot be added).

    `month` is the one month that the sum speaks of; None where money of all months is added.
    """

    rows_before: int
    rows_after: int
    value_before: int | None
    value_after: int | None
    month: datetime | None = None


def all_versions(location: str, kinds: Sequence[str] = VERSIONED) -> tuple[Version, ...]:
    """The versions of the given data sets and reference tables, newest first."""
    lake = open_lake(location)
    found = [version for kind in kinds for version in lake.history(kind)]
    return tuple(
        sorted(found, key=lambda version: (version.time, version.kind, version.version), reverse=True)
    )


@st.cache_data(max_entries=2000, show_spinner=False)
def effect_of(location: str, kind: str, version: int, *, last_period: str) -> Effect:
    """The difference between a version (1 or later) and the one before it.

    People of different months are the same people, so they are compared in one month, `last_period` of the
    upload. Money paid adds up over months. Figures of several years, bases or budget versions do not add up
    at all: of them only rows are counted.
    """
    month = _month_compared(kind, last_period)
    rows_before, value_before = _measure(location, kind, version - 1, month)
    rows_after, value_after = _measure(location, kind, version, month)
    return Effect(
        rows_before=rows_before,
        rows_after=rows_after,
        value_before=value_before,
        value_after=value_after,
        month=month,
    )


def _month_compared(kind: str, last_period: str) -> datetime | None:
    counts_people = dataset(kind).column(dataset(kind).value_column).kind is ColumnKind.COUNT
    return parse_month_key(last_period) if counts_people and _is_monthly(kind) and last_period else None


def _is_monthly(kind: str) -> bool:
    declared = dataset(kind)
    return (
        bool(declared.period_column) and declared.column(str(declared.period_column)).kind is ColumnKind.MONTH
    )


def _measure(location: str, kind: str, version: int, month: datetime | None) -> tuple[int, int | None]:
    rows = open_lake(location).scan(kind, version=version)
    declared = dataset(kind)
    column = declared.column(declared.value_column)
    count = int(rows.select(pl.len()).collect().item())
    if not _is_monthly(kind) or (month is None and column.kind is not ColumnKind.RUPIAH):
        return count, None
    summed = rows if month is None else rows.filter(pl.col(str(declared.period_column)) == month)
    return count, int(summed.select(pl.col(column.name).sum()).collect().item())


def effect_text(kind: str, effect: Effect) -> str:
    """What rose or fell by how much, as a sentence: the main value, or the rows where it cannot be added."""
    say = words()
    column = dataset(kind).column(dataset(kind).value_column)
    if effect.value_before is None or effect.value_after is None:
        title, change, money = say("history.effect.table"), effect.rows_after - effect.rows_before, False
    else:
        title = column.title.in_language(language()).removesuffix(" (Rp)")
        if effect.month is not None:
            title = f"{title} {format_month(effect.month, language=language(), short=True)}"
        change, money = effect.value_after - effect.value_before, column.kind is ColumnKind.RUPIAH
    if change == 0:
        return say("history.effect.same", title=title)
    amount = rupiah_text(abs(change), short=True) if money else count_text(abs(change))
    return say("history.effect.more" if change > 0 else "history.effect.less", title=title, amount=amount)


def rows_text(effect: Effect) -> str:
    """The rows of the table before and after."""
    return words()(
        "history.effect.rows", before=count_text(effect.rows_before), after=count_text(effect.rows_after)
    )


def period_text(periods: Sequence[str]) -> str:
    """Months or years as a range: ``September 2026``, ``2023 – 2026``; empty for none."""
    if not periods:
        return ""
    first, last = _period(periods[0]), _period(periods[-1])
    return first if first == last else f"{first} – {last}"


def moment_code(moment: datetime) -> str:
    """A moment as it stands in the address: ``2026-10-14T02:12:33.120Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _period(key: str) -> str:
    try:
        return format_month(parse_month_key(key), language=language(), short=True)
    except ValueError:
        return key

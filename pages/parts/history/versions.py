"""What happened to the data: every version of every data set, and what each one changed.

A version never changes once it is written, so its effect is worked out once and kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import polars as pl
import streamlit as st

from jamsos_data.datasets import STORED, ColumnKind, dataset
from jamsos_data.formats import format_month
from jamsos_data.lake import Version
from jamsos_data.periods import parse_month_key
from pages.parts.language import language, words
from pages.parts.snapshot import open_lake
from pages.parts.wording import count_text, rupiah_text

# Kinds of value columns whose sum says something; of the others only rows are counted.
_SUMMED = (ColumnKind.COUNT, ColumnKind.RUPIAH)


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What a version did to its table: rows, and the sum of the main value (None where it cannot be added)."""

    rows_before: int
    rows_after: int
    value_before: int | None
    value_after: int | None


def all_versions(location: str, kinds: Sequence[str] = STORED) -> tuple[Version, ...]:
    """The versions of the given data sets, newest first."""
    lake = open_lake(location)
    found = [version for kind in kinds for version in lake.history(kind)]
    return tuple(
        sorted(found, key=lambda version: (version.time, version.kind, version.version), reverse=True)
    )


@st.cache_data(max_entries=2000, show_spinner=False)
def effect_of(location: str, kind: str, version: int) -> Effect:
    """The difference between a version (1 or later) and the one before it."""
    rows_before, value_before = _measure(location, kind, version - 1)
    rows_after, value_after = _measure(location, kind, version)
    return Effect(
        rows_before=rows_before, rows_after=rows_after, value_before=value_before, value_after=value_after
    )


def _measure(location: str, kind: str, version: int) -> tuple[int, int | None]:
    rows = open_lake(location).scan(kind, version=version)
    declared = dataset(kind)
    column = declared.column(declared.value_column)
    if column.kind not in _SUMMED:
        return int(rows.select(pl.len()).collect().item()), None
    count, total = rows.select(pl.len().alias("rows"), pl.col(column.name).sum()).collect().row(0)
    return int(count), int(total)


def effect_text(kind: str, effect: Effect) -> str:
    """What rose or fell by how much, as a sentence: the main value, or the rows where it cannot be added."""
    say = words()
    column = dataset(kind).column(dataset(kind).value_column)
    if effect.value_before is None or effect.value_after is None:
        title, change, money = say("history.effect.table"), effect.rows_after - effect.rows_before, False
    else:
        title = column.title.in_language(language()).removesuffix(" (Rp)")
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

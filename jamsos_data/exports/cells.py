"""A cell of a table as text, as people of a language read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from jamsos_data.formats import (
    format_count,
    format_day,
    format_month,
    format_number,
    format_percent,
    format_rupiah,
)
from jamsos_data.messages import Messages
from jamsos_data.table import CellKind, Table

NOTHING = "\N{EN DASH}"
NUMERIC: frozenset[CellKind] = frozenset[CellKind]({"count", "change", "percent", "number", "rupiah"})


def _signed(value: int, language: str) -> str:
    """A difference: ``+5``, ``−3``, ``0``."""
    sign = "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else ""
    return f"{sign}{format_count(abs(value), language=language)}"


_WRITERS: dict[CellKind, Callable[[Any, str], str]] = {
    "count": lambda value, language: format_count(int(value), language=language),
    "change": lambda value, language: _signed(int(value), language),
    "percent": lambda value, language: format_percent(value, digits=2, language=language),
    "number": lambda value, language: format_number(value, digits=1, language=language),
    "rupiah": lambda value, language: format_rupiah(int(value), language=language),
    "day": lambda value, language: format_day(value, language=language),
}


def cell_text(value: Any, kind: CellKind, words: Messages, *, short: bool = True) -> str:
    """One cell; a dash where there is nothing. Percentages (0–100) have two decimals, as published figures do.

    Months are named in full unless `short`.
    """
    if pd.isna(value) or value == "":
        return NOTHING
    if kind == "yesno":
        return words("export.yes" if value else "export.no")
    if kind == "month":
        return format_month(value, language=words.language, short=short)
    return str(value) if kind == "text" else _WRITERS[kind](value, words.language)


def table_texts(table: Table, words: Messages, *, short: bool = True) -> list[list[str]]:
    """All cells of a table, row by row."""
    kinds: list[CellKind] = [column.kind for column in table.columns.values()]
    return [
        [cell_text(value, kind, words, short=short) for value, kind in zip(row, kinds, strict=True)]
        for row in table.frame[list(table.columns)].itertuples(index=False, name=None)
    ]

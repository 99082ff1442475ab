"""How canonical values are named to people in findings: months and codes in words, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import pandas as pd

from jamsos_data.dataset_columns import Column, ColumnKind, Text
from jamsos_data.formats import format_day, format_month
from jamsos_data.reference import Reference

_LISTED = 6


def show(value: object, column: Column, reference: Reference) -> Text:
    """One canonical value: "September 2026", "Purwosari (33.19.02.1001)", "Pekerja rentan"; others as they are."""
    if isinstance(value, (datetime, pd.Timestamp)):
        write = format_day if column.kind is ColumnKind.DATE else format_month
        return Text(id=write(value, language="id"), en=write(value, language="en"))
    text = str(value)
    if column.kind is ColumnKind.AREA and reference.has_area(text):
        return _same(f"{reference.area_name(text)} ({text})")
    if column.codes and text in reference.codes(column.codes):
        return Text(
            id=reference.name_of(column.codes, text, "id"), en=reference.name_of(column.codes, text, "en")
        )
    return _same(text)


def show_all(texts: Iterable[Text]) -> Text:
    """Several values in one list without repeats; past a handful, an ellipsis."""
    distinct = list(dict.fromkeys(texts))
    return show_list([*distinct[:_LISTED], *([_same("…")] if len(distinct) > _LISTED else [])])


def show_list(texts: Iterable[Text]) -> Text:
    """All values in one list, in order."""
    parts = list(texts)
    return Text(id=", ".join(text.id for text in parts), en=", ".join(text.en for text in parts))


def _same(text: str) -> Text:
    return Text(id=text, en=text)

"""What a column can be taken for, written as one short text that people, files and the command line share.

`peserta_aktif` is a column of the data set, `desa` an area, `tahun` and `bulan` help to complete a date, `total`
sums the columns beside it, `-` is not used. A label holds for all cells of a column of numbers: `segmen=BPD`,
`periode=2026-07`, or several with a comma; `nilai,segmen=BPD` names which number it is where that is not the main one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from jamsos_data.dataset_columns import Text
from jamsos_data.datasets import Column, ColumnKind, Dataset
from jamsos_data.formats import format_month
from jamsos_data.intake.clean.months import read_month
from jamsos_data.intake.layout import NOT_USED
from jamsos_data.intake.lexicon import AREA_ROLES, MONTH_WORDS, WIDE_TABLES, YEAR_WORDS, Lexicon, spellings_of
from jamsos_data.intake.names import normalise
from jamsos_data.messages import load_messages
from jamsos_data.reference import Reference

Role = Literal["column", "value", "area", "year", "month", "total", "ignored", "unused"]
ROW_TOTAL = "total"
_HELPERS: dict[str, Role] = {"tahun": "year", "bulan": "month"}
_HELPER_NAMES = {role: name for name, role in _HELPERS.items()}
# How intake writes the label of a month whose year stands elsewhere.
_BARE_MONTH = re.compile(r"-----(0[1-9]|1[0-2])")
MEASURES = (ColumnKind.COUNT, ColumnKind.RUPIAH, ColumnKind.NUMBER)


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """What a column is taken for: its role, the canonical column or area role, and the labels of its numbers."""

    role: Role
    name: str = ""
    tags: Mapping[str, str] = field(default_factory=dict)

    def text(self, data: Dataset) -> str:
        """The short text that stands for this meaning."""
        if self.role in ("unused", "ignored"):
            return NOT_USED
        if self.role == "total":
            return ROW_TOTAL
        if self.role in _HELPER_NAMES:
            return _HELPER_NAMES[self.role]
        labels = [f"{column}={value}" for column, value in self.tags.items()]
        return ",".join(labels if labels and self.name == data.value_column else [self.name, *labels])


def read_meaning(text: str, data: Dataset, lexicon: Lexicon) -> Meaning | None:
    """The meaning of a short text within one data set; None when it means nothing there.

    Synonyms of columns, areas and codes are understood too.
    """
    first, *others = [part.strip() for part in text.split(",")]
    if "=" in first:
        first, others = "", [first, *others]
    if not others:
        return _read_plain(first, data)
    value = _read_plain(first, data) if first else Meaning(role="value", name=data.value_column)
    tags: dict[str, str] = {}
    for label in others:
        name, _, wanted = label.partition("=")
        column = _find_column(name, data)
        found = None if column is None else _read_label(column, wanted, data, lexicon)
        if column is None or found is None or column.name in tags:
            return None
        tags[column.name] = found
    if value is None or value.role != "value" or value.name in tags:
        return None
    return Meaning(role="value", name=value.name, tags=tags)


def _read_plain(text: str, data: Dataset) -> Meaning | None:
    word = normalise(text)
    if text == NOT_USED:
        return Meaning(role="unused")
    if word == ROW_TOTAL:
        return Meaning(role="total", name=data.value_column)
    role = next((role for role, words in AREA_ROLES.items() if text == role or word in words), None)
    column = _find_column(text, data)
    if column is not None and column.kind is ColumnKind.AREA:
        role = role or "kode"
    if role is not None:
        return Meaning(role="area", name=role)
    if column is not None:
        return Meaning(role="value" if column.kind in MEASURES else "column", name=column.name)
    if word in YEAR_WORDS:
        return Meaning(role="year")
    return Meaning(role="month") if word in MONTH_WORDS else None


def _find_column(text: str, data: Dataset) -> Column | None:
    exact = next((column for column in data.columns if column.name == text), None)
    word = normalise(text)
    return exact or next(
        (
            column
            for column in data.columns
            if word in spellings_of(column.name, column.title.id, *column.synonyms, column.title.en)
        ),
        None,
    )


def _read_label(column: Column, text: str, data: Dataset, lexicon: Lexicon) -> str | None:
    """The code, month key or year that a label names, in the form that intake gives labels it reads itself."""
    if column.kind is ColumnKind.AREA:
        return text.strip() if lexicon.reference.has_area(text.strip()) else None
    if column.name in WIDE_TABLES:
        return lexicon.codes[WIDE_TABLES[column.name]].get(normalise(text))
    if column.name == data.period_column and _BARE_MONTH.fullmatch(text):
        return text
    month = read_month(text.strip())
    if column.name != data.period_column or month is None or month.months > 1:
        return None
    if column.kind is ColumnKind.YEAR:
        return str(month.year) if month.year and not month.month else None
    year = f"{month.year:04d}" if month.year else "----"
    return f"{year}-{month.month:02d}" if month.month else None


def all_meanings(data: Dataset, reference: Reference) -> tuple[str, ...]:
    """Every meaning that can be offered without naming months or years: not used, areas, columns, labels."""
    columns = [column.name for column in data.columns if column.kind is not ColumnKind.AREA]
    helpers = [name for name in _HELPERS if name not in data.names] if data.period_column else []
    labels = [
        f"{name}={code}"
        for name, table in WIDE_TABLES.items()
        if name in data.names and data.column(data.value_column).kind in MEASURES
        for code in reference.codes(table)
    ]
    total = [ROW_TOTAL] if labels else []
    return (NOT_USED, *AREA_ROLES, *columns, *helpers, *total, *labels)


def name_meaning(text: str, data: Dataset, reference: Reference) -> Text:
    """A meaning in words of both languages: "Peserta aktif", "Segmen: BPD", "Desa/kelurahan", "tidak dipakai"."""
    return Text(
        id=_in_words(text, data, reference, "id"),
        en=_in_words(text, data, reference, "en"),
    )


def _in_words(text: str, data: Dataset, reference: Reference, language: str) -> str:
    say = load_messages(language)
    if text == NOT_USED:
        return say("meaning.unused")
    if text == ROW_TOTAL:
        return say("meaning.total")
    first, *others = text.split(",")
    if "=" in first:
        first, others = "", [first, *others]
    parts = [_plain_words(first, data, language)] if first else []
    for label in others:
        name, _, value = label.partition("=")
        column = data.column(name)
        parts.append(
            f"{column.title.in_language(language)}: {_label_words(column, value, reference, language)}"
        )
    return " · ".join(parts)


def _plain_words(name: str, data: Dataset, language: str) -> str:
    if name in data.names:
        return data.column(name).title.in_language(language)
    if name in AREA_ROLES:
        return load_messages(language)(f"meaning.area.{name}")
    return load_messages(language)(f"meaning.{name}")


def _label_words(column: Column, value: str, reference: Reference, language: str) -> str:
    if column.codes and value in reference.codes(column.codes):
        return reference.name_of(column.codes, value, language)
    if column.kind is ColumnKind.AREA and reference.has_area(value):
        return reference.area_name(value)
    bare = _BARE_MONTH.fullmatch(value)
    if bare:
        return format_month(datetime(2000, int(bare[1]), 1), language=language).rpartition(" ")[0]
    month = read_month(value)
    if column.kind is ColumnKind.MONTH and month is not None and month.start is not None:
        return format_month(month.start, language=language)
    return value

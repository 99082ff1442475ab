"""Tells the rows beneath a header apart: data, section rows, totals by name, repeated headers, notes."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from jamsos_data.datasets import ColumnKind
from jamsos_data.intake.clean.area_names import split_name
from jamsos_data.intake.clean.months import find_month, read_month
from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.clean.spans import find_span
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.named_totals import holding, is_numbering, named_totals
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.constants import code_in_words
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.names import normalise

_OTHER_FIGURES = ("target", "persentase", "prosentase", "persen", "capaian", "sisa", "selisih", "kekurangan")
_SECTION_CODES = ("segmen", "sumber_dana")
_LONGEST_NAME = 60
_LONGEST_NUMBER = 17
_PAGE = re.compile(r"^\W*(?:hal|halaman|hlm|page)\b\W*\d", re.IGNORECASE)
_NOTE = re.compile(
    r"^\s*(?:sumber|source|catatan|note|keterangan|ket\b|\*|http|www\.|dicetak|mengetahui)", re.IGNORECASE
)


@dataclass(frozen=True)
class Body:
    """The rows of a table by what they are. `sections` has a column per dimension, for the rows of `data`.

    `totals` are rows that call themselves so; `notes` are row numbers of notes and repeated headers;
    `headings` the row numbers of section rows; `stacked` of titles between two tables of which nothing was read;
    `others` of rows that hold another figure for the rows above ("Target", "Persentase").
    """

    data: pd.DataFrame
    sections: pd.DataFrame
    totals: pd.DataFrame
    notes: tuple[int, ...]
    headings: tuple[int, ...]
    stacked: tuple[int, ...]
    others: tuple[int, ...] = ()


def split_body(table: Table, mapping: ColumnMap, lexicon: Lexicon) -> Body:
    """Split the rows beneath the header."""
    body = table.body
    value_positions = [slot.position for slot in (*mapping.main_values, *mapping.of_role("value", "total"))]
    has_value = (body[value_positions] != "").any(axis=1) & ~_is_signature(body, mapping, lexicon)
    repeated = _repeats_header(body, table)
    is_total = has_value & named_totals(body, mapping, lexicon) & ~repeated
    loose = body[~has_value & ~repeated]
    between = _titles_between(loose, body.index[repeated], table)
    sections, headings, notes, stacked = _read_loose(loose, body, mapping, lexicon, between=between)
    notes = (*notes, *(int(row) for row in body.index[repeated]))
    others = tuple(int(row) for row in body.index[has_value & ~is_total & _named_otherwise(body, mapping)])
    plain = ~is_total & ~body.index.isin([*notes, *headings, *others])
    data, sections = (body, sections) if plain.all() else (body[plain], sections[plain])
    return Body(data, sections, body[is_total], notes, headings, stacked, others)


def _titles_between(loose: pd.DataFrame, repeated: pd.Index, table: Table) -> frozenset[int]:
    """Rows right above a header that is printed again, other than the table's own titles: titles of a next table."""
    found: set[int] = set()
    for header in repeated:
        row = int(header) - 1
        while row in loose.index or (row not in table.body.index and row > table.header_rows[-1]):
            if row in loose.index:
                found.add(row)
            row -= 1
    own = set(table.titles)
    texts = {row: {text for text in map(str, loose.loc[row]) if text} - own for row in found}
    return frozenset(row for row, said in texts.items() if any(not _PAGE.match(text) for text in said))


def _is_signature(body: pd.DataFrame, mapping: ColumnMap, lexicon: Lexicon) -> pd.Series:
    """Rows below the last number that hold words in the number columns: place, date, office and name."""
    positions = [slot.position for slot in mapping.of_role("value")]
    none = pd.Series(False, index=body.index)
    if not positions or body.empty:
        return none
    numeric = none.copy()
    for position in positions:
        numbers = [
            text for text in body[position].unique() if is_number(text) and len(text) <= _LONGEST_NUMBER
        ]
        numeric |= body[position].isin(numbers)
    if not numeric.any():
        return none
    below = body.index > body.index[numeric.to_numpy()].max()
    for number in body.index[below]:
        texts = [str(text) for text in body.loc[number] if text]
        none.loc[number] = not _is_area_without_number(texts, False, lexicon)
    return none


def _named_otherwise(body: pd.DataFrame, mapping: ColumnMap) -> pd.Series:
    """Rows whose area is the name of another figure."""
    found = pd.Series(False, index=body.index)
    for slot in mapping.of_role("area"):
        texts = body[slot.position]
        found |= texts.isin(
            [text for text in holding(texts, _OTHER_FIGURES) if normalise(text) in _OTHER_FIGURES]
        )
    return found


def _repeats_header(body: pd.DataFrame, table: Table) -> pd.Series:
    """Rows that print the header again, as at the top of each printed page."""
    same = pd.Series(0, index=body.index)
    for position, parts in enumerate(table.headers):
        if parts:
            same += body[position].isin(list(parts)).astype(int)
    named = sum(1 for parts in table.headers if parts)
    return same >= max(2, (named + 1) // 2)


def _read_loose(
    loose: pd.DataFrame, body: pd.DataFrame, mapping: ColumnMap, lexicon: Lexicon, *, between: frozenset[int]
) -> tuple[pd.DataFrame, tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Rows without a value: headings that hold for the rows beneath, or notes. Others stay with the data.

    Last come the rows of `between` from which nothing could be read.
    """
    columns = ("kecamatan", "period", "year", *_SECTION_CODES)
    marks: dict[str, dict[int, str]] = {column: {} for column in columns}
    headings: list[int] = []
    notes: list[int] = []
    stacked: list[int] = []
    last_value = _last_value_row(body, loose)
    for row in loose.itertuples():
        texts = list(dict.fromkeys(text for text in map(str, row[1:]) if text))
        number = int(row[0])
        section = _read_section(texts, mapping, lexicon)
        titled = _read_title(texts, mapping, lexicon) if number in between and not section else {}
        if section and number < last_value:
            marks[section[0]][number] = section[1]
            headings.append(number)
        elif titled:
            for column, text in titled.items():
                marks[column][number] = text
            headings.append(number)
        elif number in between:
            stacked.append(number)
            notes.append(number)
        elif not _is_area_without_number(texts, number < last_value, lexicon):
            notes.append(number)
    filled = pd.DataFrame(
        {
            column: pd.Series(marks[column], dtype="str").reindex(body.index).ffill().fillna("")
            for column in columns
        },
        index=body.index,
    )
    return filled, tuple(headings), tuple(notes), tuple(stacked)


def _is_area_without_number(texts: list[str], inside: bool, lexicon: Lexicon) -> bool:
    """A row of the table whose number is missing, rather than a note: inside the table, or a known area."""
    if any(_NOTE.match(text) or len(text) > _LONGEST_NAME for text in texts) or not texts:
        return False
    if inside and len(texts) > 1:
        return True
    bare = {split_name(text)[0] for text in texts}
    return bool(
        bare & (set(lexicon.areas.kecamatan) | set(lexicon.areas.desa) | lexicon.areas.kabupaten_names)
    )


def _last_value_row(body: pd.DataFrame, loose: pd.DataFrame) -> int:
    valued = body.index.difference(loose.index)
    return int(valued.max()) if len(valued) else 0


def _read_section(texts: list[str], mapping: ColumnMap, lexicon: Lexicon) -> tuple[str, str] | None:
    """The dimension that a heading row states, with its text: an area, a month, a year, a code."""
    texts = [text for text in texts if not is_numbering(text)]
    if len(texts) != 1:
        return None
    text = texts[0]
    bare, level = split_name(text)
    roles = {slot.name for slot in mapping.of_role("area")}
    finest = "kecamatan" in roles and not roles & {"desa", "wilayah", "kode"}
    if bare in lexicon.areas.kecamatan and level in ("", "kecamatan") and not finest:
        return "kecamatan", text
    data = mapping.data
    month = read_month(text)
    if month is None and text.lower().startswith("tahun"):
        month = read_month(text[5:].strip(" :"))
    if month and data.period_column not in mapping.provided:
        return ("period", text) if month.month else ("year", str(month.year))
    for column in _SECTION_CODES:
        label, _, value = text.rpartition(":")
        if column in data.names and column not in mapping.provided and (
            normalise(value or label) in lexicon.codes[column] or normalise(text) in lexicon.codes[column]
        ):  # fmt: skip
            return column, value.strip() or text
    return None


def _read_title(texts: list[str], mapping: ColumnMap, lexicon: Lexicon) -> dict[str, str]:
    """What the title of a table further down says of its rows: a month, a segment, a source."""
    found: dict[str, str] = {}
    months = {
        f"{month.year:04d}-{month.month:02d}" for text in texts if (month := find_month(text)) and month.month
    }
    months = months or {span.text for text in texts if (span := find_span(text))}
    period = mapping.data.period_column
    if (
        len(months) == 1
        and period not in mapping.provided
        and mapping.data.column(str(period)).kind is ColumnKind.MONTH
    ):
        found["period"] = months.pop()
    for column in _SECTION_CODES:
        if column in mapping.data.names and column not in mapping.provided:
            code = code_in_words(str(mapping.data.column(column).codes), texts, lexicon)
            if code:
                found[column] = code
    return found

"""Rows without a value beneath a header: headings that hold for the rows beneath them, or notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from jamsos_data.intake.clean.area_names import split_name
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.heading_texts import (
    LONGEST_NAME,
    NOTE,
    Headings,
    may_head,
    read_alike,
    read_regency,
    read_section,
    read_title,
    shape_of,
)
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import ColumnMap


@dataclass(frozen=True)
class Loose:
    """The rows without a value: `sections` has what they say by dimension for each row of the body.

    Then the rows that are headings, those that are notes, of these the titles of further tables from which nothing
    could be read, and in lists by name what may be a heading that could not be read. Others stay with the data.
    """

    sections: pd.DataFrame
    headings: tuple[int, ...]
    notes: tuple[int, ...]
    stacked: tuple[int, ...]
    unread: tuple[int, ...]


def read_loose(
    loose: pd.DataFrame,
    table: Table,
    mapping: ColumnMap,
    lexicon: Lexicon,
    *,
    between: frozenset[int],
    marks: Mapping[int, Mapping[str, str]],
) -> Loose:
    """What the rows without a value say; `between` are titles of further tables of the sheet, `marks` what headings
    with a number say.
    """
    body = table.body
    found = Headings()
    headings: list[int] = []
    notes: list[int] = []
    stacked: list[int] = []
    unread: list[int] = []
    persons = mapping.data.column(mapping.data.value_column).personal
    last_value = _last_value_row(body, loose)
    for row in loose.itertuples():
        cells = list(map(str, row[1:]))
        texts = list(dict.fromkeys(text for text in cells if text))
        number = int(row[0])
        inside = number < last_value
        title = number in between
        said = read_regency(texts, found, mapping, lexicon, title=title) if inside else {}
        section = read_section(texts, mapping, lexicon)
        said |= section if inside else {}
        if title and not section:
            said |= read_title(texts, mapping, lexicon)
        if inside and not said:
            said = read_alike(cells, found, mapping, lexicon, titles=table.titles, between=title)
        if said:
            found.add(said, number, shape=() if title else shape_of(cells))
            headings.append(number)
        elif title:
            stacked.append(number)
            notes.append(number)
        elif not is_area_without_number(texts, inside, lexicon):
            notes.append(number)
            if persons and inside and may_head(texts, table.titles):
                unread.append(number)
    for number, words in marks.items():
        found.add(dict(words), number, shape=())
    return Loose(found.filled(body.index), tuple(headings), tuple(notes), tuple(stacked), tuple(unread))


def is_area_without_number(texts: list[str], inside: bool, lexicon: Lexicon) -> bool:
    """A row of the table whose number is missing, rather than a note: inside the table, or a known area."""
    if any(NOTE.match(text) or len(text) > LONGEST_NAME for text in texts) or not texts:
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

"""Tables beneath the first one of a sheet whose header names other columns: their rows are never read by its header."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

import pandas as pd

from jamsos_data.intake.clean.number_columns import is_nil, is_number
from jamsos_data.intake.lexicon import AREA_ROLES
from jamsos_data.intake.locate.header_words import counts_columns, is_year
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import ColumnMap, Slot
from jamsos_data.intake.names import alternatives, normalise

_AREA_WORDS = frozenset(word for words in AREA_ROLES.values() for word in words)
_WRITTEN_AREA_WORDS = frozenset(
    form for word in _AREA_WORDS for form in (word, word.upper(), word.title(), word.capitalize())
)
_FEWEST_WORDS = 2
# A title names a thing and its area or month; a shorter text may be anything, a village or a person too.
_SHORTEST_TITLE = 12
_PAGE_NUMBER = re.compile(r"(?:^| )(?:hal|halaman|hlm|page) \d+(?: (?:dari |of )?\d+)?$")


@dataclass(frozen=True)
class OtherTable:
    """A header in `row` other than that of the table, what it says in the columns of numbers, and the `rows` of it."""

    row: int
    header: str
    rows: tuple[int, ...]


def repeats_header(body: pd.DataFrame, table: Table) -> pd.Series:
    """Rows that print the header again, as at the top of each printed page, maybe in capitals and with the numbers of
    the columns beneath.
    """
    same = pd.Series(0, index=body.index)
    for position, parts in enumerate(table.headers):
        if parts:
            written = {form for part in parts for form in (part, part.upper(), part.lower(), part.title())}
            same += body[position].isin(written).astype(int)
    named = sum(1 for parts in table.headers if parts)
    repeated = same >= max(2, (named + 1) // 2)
    for row in map(int, body.index[repeated]):
        if row + 1 in body.index and counts_columns(map(str, body.loc[row + 1])):
            repeated[row + 1] = True
    return repeated


def repeats_title(body: pd.DataFrame, table: Table) -> pd.Series:
    """Rows that hold a title of the table, maybe in capitals and with the number of the page, and nothing else."""
    titles = {normalise(title) for title in table.titles if len(title) > _SHORTEST_TITLE}
    found = pd.Series(False, index=body.index)
    if not titles:
        return found
    for position in body:
        texts = body[position]
        long = (text for text in texts.unique() if len(text) > _SHORTEST_TITLE)
        found |= texts.isin([text for text in long if _without_page(text) in titles])
    for row in body.index[found]:
        words = {_without_page(text) for text in map(str, body.loc[row]) if text}
        found[row] = words <= {*titles, ""}
    return found


def numbers_page(body: pd.DataFrame, mapping: ColumnMap) -> pd.Series:
    """Rows that hold the number of a printed page in a column of numbers ("Halaman 2"), and nothing else."""
    found = pd.Series(False, index=body.index)
    for slot in mapping.of_role("value"):
        texts = body[slot.position]
        found |= texts.isin([text for text in texts.unique() if text[:1] in "hHpP" and _is_page(text)])
    for row in body.index[found]:
        found[row] = all(map(_is_page, map(str, body.loc[row])))
    return found


def _is_page(text: str) -> bool:
    return not _without_page(text)


def _without_page(text: str) -> str:
    """A text without the number of a printed page at its end: "DATA PEKERJA RENTAN Halaman 2"."""
    return _PAGE_NUMBER.sub("", normalise(text)).strip()


def find_other_tables(
    body: pd.DataFrame, table: Table, mapping: ColumnMap, repeated: pd.Series
) -> tuple[OtherTable, ...]:
    """The tables beneath headers that differ from the table's own, each up to the next header; `repeated` are rows that
    look like the table's own.
    """
    likely = repeated.copy()
    for slot in mapping.of_role("area"):
        texts = body[slot.position]
        likely |= texts.isin([text for text in texts.unique() if _AREA_WORDS & set(alternatives(text))])
    # Columns of numbers have too many different texts to take each apart.
    for slot in mapping.of_role("value"):
        likely |= body[slot.position].isin(_WRITTEN_AREA_WORDS)
    others: list[tuple[int, str]] = []
    ends = [int(body.index[-1]) + 1] if len(body) else []
    for number in body.index[likely]:
        header = _other_header(list(map(str, body.loc[number])), table, mapping)
        if header:
            others.append((int(number), header))
            ends.append(int(number))
        elif repeated[number] and _names_areas(body.loc[number], mapping):
            ends.append(int(number))
    ends.sort()
    return tuple(
        OtherTable(row, header, tuple(map(int, body.loc[row : ends[bisect_right(ends, row)] - 1].index)))
        for row, header in others
    )


def _names_areas(cells: pd.Series, mapping: ColumnMap) -> bool:
    areas = [slot.position for slot in mapping.of_role("area")]
    return not areas or any(cells[position] != "" for position in areas)


def _other_header(cells: list[str], table: Table, mapping: ColumnMap) -> str:
    """What a row says as the header of another table; "" where it holds numbers or says what the table's own says."""
    if any(is_number(text) and not is_year(text) for text in cells):
        return ""
    used = [slot for slot in mapping.slots if slot.role not in ("unused", "ignored")]
    other = [
        slot
        for slot in used
        if not is_nil(cells[slot.position]) and not _agrees(cells[slot.position], slot, table)
    ]
    # "Desa" where the table counts the villages heads another table.
    other += [
        slot
        for slot in mapping.of_role("unused")
        if _AREA_WORDS & set(alternatives(cells[slot.position]))
        and not _agrees(cells[slot.position], slot, table)
    ]
    words = sum(1 for text in cells if not is_nil(text))
    return (
        ", ".join(" ".join(cells[slot.position].split()) for slot in other) if words >= _FEWEST_WORDS else ""
    )


def _agrees(text: str, slot: Slot, table: Table) -> bool:
    """Whether a text, if there is one, heads a column as the table's own header does."""
    own = {normalise(part) for part in (*table.headers[slot.position], slot.header)}
    same_area = slot.role == "area" and bool(set(AREA_ROLES.get(slot.name, ())) & set(alternatives(text)))
    return not text or normalise(text) in own or same_area

"""Tells the rows beneath a header apart: data, section rows, totals by name, repeated headers, notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.heading_texts import NOTE, PAGE
from jamsos_data.intake.locate.headings import read_loose
from jamsos_data.intake.locate.named_totals import holding, named_totals
from jamsos_data.intake.locate.other_tables import (
    OtherTable,
    find_other_tables,
    numbers_page,
    repeats_header,
    repeats_title,
)
from jamsos_data.intake.locate.signature import find_signature, find_signatures_above
from jamsos_data.intake.locate.sum_headings import find_sum_headings
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.locate.total_parts import parts_of_totals
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.names import normalise

_OTHER_FIGURES = ("target", "persentase", "prosentase", "persen", "capaian", "sisa", "selisih", "kekurangan")


@dataclass(frozen=True, kw_only=True)
class Body:
    """The rows of a table by what they are. `sections` has a column per dimension, for the rows of `data`.

    `totals` are rows that call themselves so; `notes` are row numbers of notes and repeated headers;
    `headings` the row numbers of section rows; `stacked` of titles between two tables of which nothing was read;
    `unread` of what may be a heading in a list by name, of which nothing was read;
    `others` of rows that hold another figure for the rows above ("Target", "Persentase"); `blocks` the rows that each
    heading with a number sums; `tables` are those beneath that have a header of their own.
    """

    data: pd.DataFrame
    sections: pd.DataFrame
    totals: pd.DataFrame
    notes: tuple[int, ...]
    headings: tuple[int, ...]
    stacked: tuple[int, ...]
    unread: tuple[int, ...]
    others: tuple[int, ...] = ()
    blocks: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    tables: tuple[OtherTable, ...] = ()


def split_body(table: Table, mapping: ColumnMap, lexicon: Lexicon) -> Body:
    """Split the rows beneath the header."""
    whole = table
    table, repeated, tables = _without_others(table, mapping)
    body = table.body
    value_positions = [slot.position for slot in (*mapping.main_values, *mapping.of_role("value", "total"))]
    words, signed = find_signature(body, mapping, lexicon)
    signed |= find_signatures_above(body, [int(row) for row in body.index[repeated]], mapping)
    words |= body.index.isin(list(signed))
    has_value = (body[value_positions] != "").any(axis=1) & ~words
    has_value &= ~_is_heading_of_persons(body, mapping)
    furniture = repeats_title(body, table) | numbers_page(body, mapping)
    has_value &= ~furniture
    is_total = has_value & named_totals(body, mapping, lexicon) & ~repeated
    filled = has_value & ~repeated
    is_total |= body.index.isin(parts_of_totals(body[filled], is_total[filled], mapping, lexicon.areas))
    loose = body[~has_value & ~repeated & ~body.index.isin(list(signed))]
    between = _titles_between(loose, body.index[repeated], whole)
    loose = loose[~furniture[loose.index]]
    summing = find_sum_headings(body, has_value & ~repeated & ~is_total, mapping, lexicon)
    said = read_loose(loose, table, mapping, lexicon, between=between, marks=summing.marks)
    sections = said.sections
    notes = (*said.notes, *signed, *(int(row) for row in body.index[repeated | furniture]))
    headings = (*said.headings, *summing.blocks)
    is_total |= body.index.isin(list(summing.blocks))
    others = tuple(int(row) for row in body.index[has_value & ~is_total & _named_otherwise(body, mapping)])
    plain = ~is_total & ~body.index.isin([*notes, *headings, *others])
    data, sections = (body, sections) if plain.all() else (body[plain], sections[plain])
    return Body(
        data=data,
        sections=sections,
        totals=body[is_total],
        notes=notes,
        headings=headings,
        stacked=said.stacked,
        unread=said.unread,
        others=others,
        blocks=summing.blocks,
        tables=tables,
    )


def _without_others(table: Table, mapping: ColumnMap) -> tuple[Table, pd.Series, tuple[OtherTable, ...]]:
    """The table without those beneath it, which of its rows are its header printed again, and those beneath it."""
    repeated = repeats_header(table.body, table)
    others = find_other_tables(table.body, table, mapping, repeated)
    if not others:
        return table, repeated, others
    kept = ~table.body.index.isin([row for other in others for row in other.rows])
    return replace(table, body=table.body[kept]), repeated[kept], others


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
    return frozenset(
        row for row, said in texts.items() if any(not (PAGE.match(text) or NOTE.match(text)) for text in said)
    )


def _is_heading_of_persons(body: pd.DataFrame, mapping: ColumnMap) -> pd.Series:
    """Rows of a list by name that hold words alone, without a digit, in the column of the numbers of persons."""
    none = pd.Series(False, index=body.index)
    if not mapping.data.column(mapping.data.value_column).personal:
        return none
    positions = [slot.position for slot in mapping.main_values]
    alone = (body != "").sum(axis=1) == 1
    words = ~body[positions].apply(lambda texts: texts.str.contains(r"\d", regex=True)).any(axis=1)
    return alone & words & (body[positions] != "").any(axis=1)


def _named_otherwise(body: pd.DataFrame, mapping: ColumnMap) -> pd.Series:
    """Rows whose area is the name of another figure."""
    found = pd.Series(False, index=body.index)
    for slot in mapping.of_role("area"):
        texts = body[slot.position]
        found |= texts.isin(
            [text for text in holding(texts, _OTHER_FIGURES) if normalise(text) in _OTHER_FIGURES]
        )
    return found

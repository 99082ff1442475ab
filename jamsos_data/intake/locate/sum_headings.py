"""Headings that carry the sum of their rows: "Pekerja Rentan | 120" above its villages, or below them.

Such a row has a number as any other has; that it heads others is told by its text (a segment, a source, a month, and no
area) and by one such row at least that is the sum of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from jamsos_data.intake.clean.area_names import AreaNames, split_name
from jamsos_data.intake.clean.numbers import Form, take_apart
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.heading_texts import may_be_row, only_text, read_section, unnumbered
from jamsos_data.intake.match.slots import ColumnMap

_DIMENSIONS = ("segmen", "sumber_dana", "period")
_NEARLY = 0.1


@dataclass(frozen=True, kw_only=True)
class SumHeadings:
    """By row of a heading: the rows that it sums. `marks`: by the row from which it holds, what it says."""

    blocks: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    marks: Mapping[int, Mapping[str, str]] = field(default_factory=dict)


def find_sum_headings(
    body: pd.DataFrame, valued: pd.Series, mapping: ColumnMap, lexicon: Lexicon
) -> SumHeadings:
    """The headings among the rows `valued`, which hold numbers and do not call themselves sums."""
    if any(column.personal for column in mapping.data.columns):
        return SumHeadings()
    said = _said(body[valued], mapping, lexicon)
    if not said:
        return SumHeadings()
    found: dict[int, tuple[int, ...]] = {}
    marks: dict[int, dict[str, str]] = {}
    for dimension in _dimensions(mapping):
        heads = [row for row, texts in said.items() if dimension in texts]
        rows = [int(row) for row in body.index[valued] if row not in said]
        below = bool(heads and rows) and min(rows) < heads[0] and max(rows) < heads[-1]
        blocks = _blocks(heads, rows, below=below)
        unknown = (
            _unknown_heads(body.loc[rows], heads, blocks, mapping, lexicon, below=below) if blocks else {}
        )
        if unknown:
            heads = sorted([*heads, *unknown])
            said |= {row: {dimension: text} for row, text in unknown.items()}
            blocks = _blocks(heads, [row for row in rows if row not in unknown], below=below)
        # A text alone may be a village of an odd name: one of the rows must be the sum of its own.
        if any(_is_sum(body, head, block, mapping, lexicon.areas) for head, block in blocks.items()):
            found |= blocks
            starts = [int(body.index[0]), *heads] if below else heads
            marks |= {
                start: {**marks.get(start, {}), dimension: said[head][dimension]}
                for start, head in zip(starts, heads, strict=False)
            }
    return SumHeadings(blocks=found, marks=marks)


def _dimensions(mapping: ColumnMap) -> tuple[str, ...]:
    """What headings may say: beside areas what else is lacking, without any of them a kecamatan."""
    return _DIMENSIONS if mapping.of_role("area") else ("kecamatan",)


def _said(rows: pd.DataFrame, mapping: ColumnMap, lexicon: Lexicon) -> dict[int, dict[str, str]]:
    """What each row says that may be a heading: beside numbers and a numbering nothing but one text, and no area."""
    texts = _described(rows, mapping)
    texts = texts[(texts != "").sum(axis=1) <= 2]
    read: dict[tuple[str, ...], dict[str, str]] = {}
    found: dict[int, dict[str, str]] = {}
    for row in texts.itertuples():
        cells = tuple(str(cell) for cell in row[1:] if cell)
        if cells not in read:
            section = read_section(list(cells), mapping, lexicon)
            read[cells] = {name: text for name, text in section.items() if name in _dimensions(mapping)}
        if read[cells]:
            found[int(row[0])] = read[cells]
    return found


def _unknown_heads(
    rows: pd.DataFrame,
    heads: list[int],
    blocks: Mapping[int, tuple[int, ...]],
    mapping: ColumnMap,
    lexicon: Lexicon,
    *,
    below: bool,
) -> dict[int, str]:
    """Rows between the headings that name nothing known, numbered like these or the sum of their own rows: they end
    what held before, and their text is judged for their rows. By row their text.
    """
    inside = [row for block in blocks.values() for row in block]
    described = _described(rows.loc[inside], mapping).itertuples(index=False, name=None)
    texts = {
        row: text
        for row, cells in zip(inside, described, strict=True)
        if (text := only_text([str(cell) for cell in cells if cell])) and not may_be_row(text, "", lexicon)
    }
    numbered = {row for row, text in texts.items() if unnumbered(text) != text}
    blocks = _blocks(sorted([*heads, *texts]), [row for row in rows.index if row not in texts], below=below)
    values = [slot.position for slot in mapping.of_role("value")]
    return {
        row: text
        for row, text in texts.items()
        if row in blocks
        and (row in numbered or (len(blocks[row]) > 1 and _adds_up(rows, row, blocks[row], values)))
    }


def _adds_up(rows: pd.DataFrame, head: int, block: tuple[int, ...], places: list[int]) -> bool:
    printed = [_whole(str(rows.at[head, place])) for place in places]
    return any(printed) and printed == [
        sum(_whole(str(rows.at[row, place])) for row in block) for place in places
    ]


def _described(rows: pd.DataFrame, mapping: ColumnMap) -> pd.DataFrame:
    """The cells that are no numbers of people or rupiah; without any area those of columns that are read."""
    unread = ("value", "total") if mapping.of_role("area") else ("value", "total", "unused", "ignored")
    places = [slot.position for slot in mapping.slots if slot.role not in unread]
    return rows[[position for position in places if position >= 0]]


def _blocks(heads: list[int], rows: list[int], *, below: bool) -> dict[int, tuple[int, ...]]:
    """The rows of each heading, up to the next one; headings without any are none."""
    limits = [0, *heads] if below else [*heads, max([*rows, *heads], default=0) + 1]
    blocks = {
        head: tuple(rows[bisect_right(rows, first) : bisect_left(rows, last)])
        for head, first, last in zip(heads, limits, limits[1:], strict=False)
    }
    return {head: block for head, block in blocks.items() if block}


def _is_sum(
    body: pd.DataFrame, head: int, block: tuple[int, ...], mapping: ColumnMap, names: AreaNames
) -> bool:
    """Whether the numbers of a heading are those of its rows together, or miss them by little."""
    areas = [slot.position for slot in mapping.of_role("area")]
    parts = [
        row for row in block if not any(_is_kecamatan(str(body.at[row, place]), names) for place in areas)
    ]
    return any(_adds_up_nearly(body, head, rows, mapping) for rows in (parts, block))


def _adds_up_nearly(body: pd.DataFrame, head: int, parts: Sequence[int], mapping: ColumnMap) -> bool:
    places = [slot.position for slot in mapping.of_role("value")]
    printed = np.array([_whole(str(body.at[head, place])) for place in places])
    summed = np.array([sum(_whole(str(body.at[row, place])) for row in parts) for place in places])
    return bool(printed.any() and (np.abs(printed - summed) <= _NEARLY * summed).all())


def _is_kecamatan(text: str, names: AreaNames) -> bool:
    bare, level = split_name(text)
    return level == "kecamatan" or (not level and bare in names.kecamatan and bare not in names.desa)


def _whole(text: str) -> int:
    number = take_apart(text)
    return 0 if number.form in (Form.NIL, Form.BAD) else int(number.value)

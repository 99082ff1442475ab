"""What reading gives: sheets of text with the row numbers of the spreadsheet, so a finding can quote the cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import numpy as np
import pandas as pd

from jamsos_data.intake.read.parser import LONGEST_TEXT

# So many rows are turned into columns at a time: all rows of a long file at once cost several times as much memory.
BLOCK = 20_000


@dataclass(frozen=True)
class RawSheet:
    """One sheet as text: `cells` has one row per non-empty spreadsheet row.

    The index of `cells` is the 1-based row number, the columns are 0-based positions, empty cells "".
    `merged` are ranges (first row, first column, last row, last column), rows 1-based.
    `typed` are the positions of columns whose fractions are all numbers of a workbook, none of them text.
    `struck` are cells (row, position) that hold a text and are struck out as a whole, as far as that is known (XLSX).
    `hidden_rows` and `hidden_columns` (numbers and positions) are not shown, as far as that is known (XLSX, XLS, ODS).
    `delimited` is whether the cells were cut from text, `unclosed` the rows in which a quote opens and never closes.
    """

    name: str
    cells: pd.DataFrame
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    delimited: bool = False
    unclosed: tuple[int, ...] = ()
    typed: frozenset[int] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Block:
    """Some rows of a text as columns, with their numbers."""

    numbers: list[int]
    columns: list[pd.Series]


def block_of(rows: Sequence[tuple[int, Sequence[str]]]) -> Block:
    """A block from numbered rows of equal or unequal length."""
    columns = zip_longest(*(row for _, row in rows), fillvalue="")
    return trimmed_block([number for number, _ in rows], (pd.Series(cells, dtype="str") for cells in columns))


def trimmed_block(numbers: list[int], columns: Iterable[pd.Series]) -> Block:
    """A block from columns of text, which are trimmed as `parser.cell_text` does."""
    return Block(numbers, [_trimmed(texts) for texts in columns])


def _trimmed(texts: pd.Series) -> pd.Series:
    trimmed = texts.str.replace("\u00a0", " ", regex=False).str.strip()
    too_long = trimmed.str.len() > LONGEST_TEXT
    return trimmed.mask(too_long, trimmed.str[:LONGEST_TEXT] + "…") if too_long.any() else trimmed


def join_blocks(blocks: Sequence[Block], *, skipped: int = 0) -> pd.DataFrame:
    """The frame of all rows that hold anything, by their number, to which `skipped` is added.

    A block with fewer columns than others has blanks there.
    """
    index = pd.Index(np.array([n for block in blocks for n in block.numbers], dtype="int64") + skipped)
    filled = np.zeros(len(index), dtype=bool)
    data = {}
    for position in range(max((len(block.columns) for block in blocks), default=0)):
        parts = [
            block.columns[position]
            if position < len(block.columns)
            else pd.Series("", index=range(len(block.numbers)), dtype="str")
            for block in blocks
        ]
        texts = pd.concat(parts) if len(parts) > 1 else parts[0]
        data[position] = texts.set_axis(index)
        filled |= (texts != "").to_numpy(dtype=bool)
    frame = pd.DataFrame(data, index=index)
    return frame if filled.all() else frame[filled]


def text_frame(
    columns: Sequence[Sequence[str]], numbers: Sequence[int], first_column: int = 0
) -> pd.DataFrame:
    """A frame of texts from columns of equal length, the first at `first_column`; `numbers` become the index."""
    blanks = dict.fromkeys(range(first_column), [""] * len(numbers))
    data = blanks | dict(enumerate(columns, start=first_column))
    return pd.DataFrame(data, index=pd.Index(np.asarray(numbers, dtype="int64")), dtype="str")

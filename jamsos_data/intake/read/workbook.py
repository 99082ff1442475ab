"""Reads XLSX, XLSB, XLS and ODS into sheets of text, through a parser that runs in a process of its own."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.intake.read.extent import Extent
from jamsos_data.intake.read.hidden_cells import HiddenCells
from jamsos_data.intake.read.marked_runs import STRUCK_TEXT
from jamsos_data.intake.read.parsing import Parsing
from jamsos_data.intake.report import Refusal

# The answer of the parser begins with the length of its JSON text, in so many bytes.
_LENGTH = 8

Cells = Mapping[tuple[int, int], str]


def read_workbook(
    content: bytes,
    extent: Extent,
    missing: Mapping[int, Cells] | None = None,
    hidden: Mapping[int, HiddenCells] | None = None,
) -> tuple[RawSheet, ...]:
    """All worksheets of a workbook, hidden ones marked. Raises Refusal when it cannot be opened.

    `missing` are texts that the parser passes over: by position of the sheet, then (row from 1, column from 0).
    `hidden` is what the sheets do not show, by their position.
    """
    with Parsing(content, extent) as parsing:
        answer = parsing.answer()
    if answer is None:
        raise Refusal("BERKAS_RUSAK")
    return read_answer(answer, missing or {}, hidden or {})


def read_answer(
    answer: bytes, missing: Mapping[int, Cells], hidden: Mapping[int, HiddenCells]
) -> tuple[RawSheet, ...]:
    """The worksheets that a parser tells of. Raises Refusal when they are locked by a password."""
    length = int.from_bytes(answer[:_LENGTH], sys.byteorder)
    told = json.loads(answer[_LENGTH : _LENGTH + length])
    if "password" in told:
        raise Refusal("BERKAS_BERSANDI")
    numbers = np.frombuffer(answer, dtype=np.intc, offset=_LENGTH + length)
    sheets = []
    for sheet in told["sheets"]:
        block, numbers = np.split(numbers, [sheet.pop("rows") * (len(sheet["columns"]) + 1)])
        position = sheet.pop("position")
        raw = _raw_sheet(numbers=block, missing=missing.get(position, {}), **sheet)
        unseen = hidden.get(position, HiddenCells())
        sheets.append(
            replace(raw, hidden_rows=frozenset(unseen.rows), hidden_columns=frozenset(unseen.columns))
        )
    return tuple(sheets)


def _raw_sheet(
    *,
    name: str,
    hidden: bool,
    numbers: np.ndarray,
    first_column: int,
    columns: list[list[str]],
    typed: list[int],
    merged: list[list[int]],
    missing: Cells,
) -> RawSheet:
    """`columns`: the different texts of each column; `numbers` those of the rows, then by column the places of the
    texts of its cells.
    """
    rows, *places = np.split(numbers, len(columns) + 1)
    columns, struck = _take_marks(columns, places, rows, first_column=first_column)
    filled = np.zeros(len(rows), dtype=bool)
    for texts, at in zip(columns, places, strict=True):
        filled |= np.array([text != "" for text in texts], dtype=bool)[at]
    cells = _text_frame(columns, places, rows, first_column=first_column)
    cells = _fill_in(cells if filled.all() else cells[filled], missing)
    ranges = tuple((top, left, bottom, right) for top, left, bottom, right in merged)
    return RawSheet(name, cells, ranges, hidden, typed=frozenset(typed), struck=struck)


def _take_marks(
    columns: list[list[str]], places: list[np.ndarray], rows: np.ndarray, *, first_column: int
) -> tuple[list[list[str]], frozenset[tuple[int, int]]]:
    """The texts of the columns without the marks of those that are struck out, and where these stand."""
    struck: set[tuple[int, int]] = set()
    for position, (texts, at) in enumerate(zip(columns, places, strict=True), start=first_column):
        marked = np.array([text.endswith(STRUCK_TEXT) for text in texts], dtype=bool)
        if marked.any():
            struck |= {(int(row), position) for row in rows[marked[at]]}
    plain = [[text.removesuffix(STRUCK_TEXT) for text in texts] for texts in columns] if struck else columns
    return plain, frozenset(struck)


def _text_frame(
    columns: list[list[str]], places: list[np.ndarray], rows: np.ndarray, *, first_column: int
) -> pd.DataFrame:
    """The cells of all columns, the first at `first_column`, by the number of their row."""
    index = pd.Index(rows.astype("int64"))
    blanks = {before: pd.Series("", index=index, dtype="str") for before in range(first_column)}
    filled = {
        position: pd.Series(pd.array(texts, dtype="str").take(at), index=index)
        for position, (texts, at) in enumerate(zip(columns, places, strict=True), start=first_column)
    }
    return pd.DataFrame(blanks | filled, index=index)


def _fill_in(cells: pd.DataFrame, missing: Cells) -> pd.DataFrame:
    if not missing:
        return cells
    rows = cells.index.union(sorted({row for row, _ in missing}))
    width = max(cells.shape[1], *(column + 1 for _, column in missing))
    cells = cells.reindex(index=rows, columns=range(width), fill_value="")
    for (row, column), text in missing.items():
        cells.at[row, column] = text
    return cells

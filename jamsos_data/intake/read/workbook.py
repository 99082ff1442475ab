"""Reads XLSX, XLSB, XLS and ODS into sheets of text, through a parser that runs in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import python_calamine

from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.intake.read.extent import Extent
from jamsos_data.intake.report import Refusal

_PARSER = Path(__file__).with_name("parser.py")
_LIBRARY = str(Path(python_calamine.__file__).parents[1])
# A busy machine gives a process little of its time; only where seconds of work cannot be limited they count alone.
_PATIENCE = 10 if sys.platform != "win32" else 2

# The answer of the parser begins with the length of its JSON text, in so many bytes.
_LENGTH = 8

Cells = Mapping[tuple[int, int], str]


def read_workbook(
    content: bytes, extent: Extent, missing: Mapping[int, Cells] | None = None
) -> tuple[RawSheet, ...]:
    """All worksheets of a workbook, hidden ones marked. Raises Refusal when it cannot be opened.

    `missing` are texts that the parser passes over: by position of the sheet, then (row from 1, column from 0).
    """
    answer = _parse(content, extent)
    length = int.from_bytes(answer[:_LENGTH], sys.byteorder)
    told = json.loads(answer[_LENGTH : _LENGTH + length])
    if "password" in told:
        raise Refusal("BERKAS_BERSANDI")
    numbers = np.frombuffer(answer, dtype=np.intc, offset=_LENGTH + length)
    sheets = []
    for sheet in told["sheets"]:
        block, numbers = np.split(numbers, [sheet.pop("rows") * (len(sheet["columns"]) + 1)])
        filled = (missing or {}).get(sheet.pop("position"), {})
        sheets.append(_raw_sheet(numbers=block, missing=filled, **sheet))
    return tuple(sheets)


def _parse(content: bytes, extent: Extent) -> bytes:
    """What the parser answers. It gets the file through a pipe: people's data never touches the disk."""
    command = [sys.executable, "-P", "-S", "-s", str(_PARSER), str(extent.memory), str(extent.seconds)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and the file is no part of the command
            command,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=dict(os.environ, PYTHONPATH=_LIBRARY, RUST_BACKTRACE="0"),
            timeout=_PATIENCE * extent.seconds,
            check=False,
            creationflags=subprocess.CREATE_NO_WINDOW if sys.platform == "win32" else 0,
        )
    except subprocess.TimeoutExpired:
        raise Refusal("BERKAS_RUSAK") from None
    if done.returncode:
        raise Refusal("BERKAS_RUSAK")
    return done.stdout


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
    cells = _fill_in(_text_frame(columns, places, rows, first_column=first_column), missing)
    cells = cells[(cells != "").any(axis=1)] if len(cells) else cells
    ranges = tuple((top, left, bottom, right) for top, left, bottom, right in merged)
    return RawSheet(name, cells, ranges, hidden, typed=frozenset(typed))


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
    rows = cells.index.union([row for row, _ in missing])
    width = max(cells.shape[1], *(column + 1 for _, column in missing))
    cells = cells.reindex(index=rows, columns=range(width), fill_value="")
    for (row, column), text in missing.items():
        cells.at[row, column] = text
    return cells

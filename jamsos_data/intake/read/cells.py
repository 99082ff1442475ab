"""Turns the values of a workbook into text, as close to what the spreadsheet showed as the file allows.

Everything later works on text with the row number of the spreadsheet, so a finding can quote the cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np
import pandas as pd

# Floats beyond this carry no exact integers; Excel itself keeps 15 digits.
_EXACT = 1e15


@dataclass(frozen=True)
class RawSheet:
    """One sheet as text: `cells` has one row per non-empty spreadsheet row.

    The index of `cells` is the 1-based row number, the columns are 0-based positions, empty cells "".
    `merged` are ranges (first row, first column, last row, last column), rows 1-based.
    """

    name: str
    cells: pd.DataFrame
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False


def cell_text(value: object) -> str:
    """One cell as text: integers without ".0", dates in ISO form, texts without no-break spaces.

    >>> cell_text(33190.0), cell_text(date(2026, 9, 1)), cell_text(0.5)
    ('33190', '2026-09-01', '0.5')
    """
    if isinstance(value, str):
        return value.replace("\u00a0", " ").strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT * 10 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(" ", "minutes")
    if isinstance(value, (date, time, timedelta, int)):
        return value.isoformat() if isinstance(value, (date, time)) else str(value)
    return "" if value is None else str(value)


def text_frame(
    rows: Sequence[Sequence[object]], numbers: Sequence[int], first_column: int = 0
) -> pd.DataFrame:
    """A frame of texts from rows of equal or unequal length; `numbers` become the index."""
    width = max((len(row) for row in rows), default=0)
    data: dict[int, list[str]] = {position: [""] * len(rows) for position in range(first_column)}
    for position in range(width):
        data[first_column + position] = [
            cell_text(row[position]) if position < len(row) else "" for row in rows
        ]
    return pd.DataFrame(data, index=pd.Index(np.asarray(numbers, dtype="int64")), dtype="str")

"""What reading gives: sheets of text with the row numbers of the spreadsheet, so a finding can quote the cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class RawSheet:
    """One sheet as text: `cells` has one row per non-empty spreadsheet row.

    The index of `cells` is the 1-based row number, the columns are 0-based positions, empty cells "".
    `merged` are ranges (first row, first column, last row, last column), rows 1-based.
    `delimited` is whether the cells were cut from text, `unclosed` the rows in which a quote opens and never closes.
    """

    name: str
    cells: pd.DataFrame
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    delimited: bool = False
    unclosed: tuple[int, ...] = ()


def text_frame(
    columns: Sequence[Sequence[str]], numbers: Sequence[int], first_column: int = 0
) -> pd.DataFrame:
    """A frame of texts from columns of equal length, the first at `first_column`; `numbers` become the index."""
    blanks = dict.fromkeys(range(first_column), [""] * len(numbers))
    data = blanks | dict(enumerate(columns, start=first_column))
    return pd.DataFrame(data, index=pd.Index(np.asarray(numbers, dtype="int64")), dtype="str")

"""Parts of an area that could not be read: a figure that is struck out, a village whose name nobody knows.

A sum of parts that lacks one of them proves nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class UnreadFigures:
    """Which `figures` could not be read (columns of values, by row number), with the area `codes` of all rows and a
    number per combination of their other keys (`cells`).
    """

    figures: pd.DataFrame
    codes: pd.Series
    cells: pd.Series

    def of_parts(self, depth: int) -> Mapping[tuple[int, str], np.ndarray]:
        """By cell and code of an area with `depth` dots: in which columns a row of a part of it could not be read."""
        lacks = self.figures.any(axis=1) & (self.codes.str.count(r"\.") > depth)
        found: dict[tuple[int, str], np.ndarray] = {}
        for row in self.codes.index[lacks]:
            key = (int(self.cells[row]), ".".join(self.codes[row].split(".")[: depth + 1]))
            here = self.figures.loc[row].to_numpy(dtype=bool)
            found[key] = found.get(key, np.zeros_like(here)) | here
        return found


def sums_of_unknown(
    numbers: pd.DataFrame, codes: pd.Series, cells: pd.Series, *, depth: int
) -> Mapping[tuple[int, str], np.ndarray]:
    """By cell and code of an area with `depth` dots: what rows of no known area beside its rows may hold of it, the
    nearest, the two nearest, and so on (one sum of all columns for each).

    `codes` is empty for rows of no known area; all are of the same rows, in the order of the sheet.
    """
    if (codes != "").all():
        return {}
    known = codes.where(codes.str.count(r"\.") >= depth, "").str.split(".").str[: depth + 1].str.join(".")
    nameless = (codes == "").to_numpy()
    runs = np.cumsum(np.diff(nameless, prepend=False))
    found: dict[tuple[int, str], list[np.ndarray]] = {}
    for number in np.unique(runs[nameless]):
        places = np.flatnonzero(runs == number)
        for beside, run in ((places[0] - 1, places), (places[-1] + 1, places[::-1])):
            if not 0 <= beside < len(known) or not known.iloc[beside]:
                continue
            here = cells.iloc[run]
            for cell, part in here.groupby(here, sort=False):
                sums = numbers.loc[part.index].fillna(0).astype("int64").to_numpy().cumsum(axis=0)
                found.setdefault((int(cell), str(known.iloc[beside])), []).append(sums)
    return {place: np.concatenate(sums) for place, sums in found.items()}

"""Figures that could not be read, struck out say: a sum of parts that lacks one of them proves nothing."""

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

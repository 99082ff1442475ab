"""A table as people get it: which columns of a frame, under which headings, holding what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from jamsos_data.origin import Origin

CellKind = Literal["text", "count", "change", "rupiah", "percent", "number", "month", "day", "yesno"]


@dataclass(frozen=True)
class TableColumn:
    """How a column is shown and exported: its title, with the unit, what kind of cell it holds.

    `width` (px) is for columns of long text; without it the column is as wide as its cells, within limits.
    """

    title: str
    kind: CellKind = "text"
    width: int | None = None


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table of a page, slide or report: `name` names the files and is unique there, `title` stands on top.

    `frame` holds at least the columns named in `columns`, in any order. `notes` go into the files;
    `origin` says what the figures rest on (None: they are no figures of the data).
    """

    name: str
    title: str
    frame: pd.DataFrame
    columns: Mapping[str, TableColumn]
    notes: tuple[str, ...] = ()
    origin: Origin | None = None

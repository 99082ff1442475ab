"""What somebody says about the layout of a sheet, instead of what intake would guess.

Nothing here reads a file. A layout holds row numbers, positions and canonical names, never a cell of the file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

# In the place of a sheet's name: the choice holds for all sheets of the file.
ANY_SHEET = "*"
# In the place of a meaning: the column is not used.
NOT_USED = "-"


@dataclass(frozen=True, kw_only=True)
class SheetLayout:
    """The operator's choices for one sheet; what is not chosen is left to intake.

    `header` are the first and last header row, 1-based, (0, 0) where the table has none. `left_out` are rows
    that are not part of the table. `read` says whether the sheet is read at all. `columns` maps a column (its
    header text, its letter, or its 0-based position) to a meaning, see `meanings`.
    """

    header: tuple[int, int] | None = None
    left_out: tuple[int, ...] = ()
    read: bool | None = None
    columns: Mapping[int | str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything is chosen."""
        return self != SheetLayout()


@dataclass(frozen=True, kw_only=True)
class RecalledLayout:
    """What was chosen for an earlier sheet with the same header texts.

    `rows` is how many filled rows that header had, `kind` the data set that the meanings in `columns` (by
    position) belong to. `author` and `time` (a day as text) say whose choice it was.
    """

    rows: int
    kind: str
    columns: Mapping[int, str] = field(default_factory=dict)
    read: bool | None = None
    author: str = ""
    time: str = ""


@dataclass(frozen=True, kw_only=True)
class RememberedShape:
    """What is to be remembered of a sheet: its shape, and the choices for the next sheet like it."""

    shape: str
    layout: RecalledLayout


def write_layout(layout: RecalledLayout) -> str:
    """What is to be remembered as JSON text: numbers of rows, positions and canonical names, no text of a file."""
    kept = {
        "rows": layout.rows,
        "kind": layout.kind,
        "columns": {str(position): meaning for position, meaning in layout.columns.items()},
        "read": layout.read,
    }
    return json.dumps(kept, sort_keys=True)


def parse_layout(text: str, *, author: str, time: str) -> RecalledLayout:
    """The remembered layout of a text that `write_layout` wrote."""
    kept = json.loads(text)
    return RecalledLayout(
        rows=kept["rows"],
        kind=kept["kind"],
        columns={int(position): meaning for position, meaning in kept["columns"].items()},
        read=kept["read"],
        author=author,
        time=time,
    )


def merge_layouts(own: SheetLayout, general: SheetLayout) -> SheetLayout:
    """The choices for one sheet completed by those for all sheets."""
    return SheetLayout(
        header=own.header or general.header,
        left_out=tuple(sorted({*own.left_out, *general.left_out})),
        read=general.read if own.read is None else own.read,
        columns={**general.columns, **own.columns},
    )

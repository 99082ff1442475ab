"""A sheet cut at its header: titles above, headers of the columns, rows beneath."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from jamsos_data.intake.read.cells import RawSheet

# Who said what a column is: its header, the operator, an earlier file, (with the operator's consent) its cells, that
# nothing else is left for it, or its cells under a header that says no more than that it describes.
Source = Literal["header", "operator", "recalled", "content", "assumed", "described"]


@dataclass(frozen=True)
class Table:
    """A sheet cut at its header: titles above, per-column header parts (top to bottom), rows beneath.

    Row numbers are those of the spreadsheet. `score` says how sure the header is. `choices` are the meanings
    (see `meanings`) that somebody gave to columns, by position, and `sources` who did. A `lettered` table has the same
    headers as another one of its sheet, so that they are quoted with their letters.
    """

    sheet: RawSheet
    titles: tuple[str, ...]
    header_rows: tuple[int, ...]
    headers: tuple[tuple[str, ...], ...]
    body: pd.DataFrame
    score: int
    choices: Mapping[int, str] = field(default_factory=dict)
    sources: Mapping[int, Source] = field(default_factory=dict)
    lettered: bool = False

    def header_text(self, position: int) -> str:
        """The header of a column as people would quote it; its letter where it has none."""
        text = " / ".join(" ".join(part.split()) for part in self.headers[position])
        letter = column_letter(position)
        return f"{text} ({letter})" if text and self.lettered else text or letter


def column_letter(position: int) -> str:
    """A for 0, Z for 25, AA for 26."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

"""Cells whose format says what their parser does not tell: percentages and figures that are struck out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from jamsos_data.intake.read.ods_runs import has_marked_text, write_marked_text
from jamsos_data.intake.read.percent_cells import PercentCells, percent_cells, shows_percents, write_percents
from jamsos_data.intake.read.struck_cells import StruckCells, has_struck_cells, struck_cells, write_struck

CONTENT = "content.xml"


@dataclass(frozen=True, kw_only=True)
class StyledCells:
    """How such cells look in an XLSX, None where it has no such style; an ODS says it in its content."""

    percents: PercentCells | None = None
    struck: StruckCells | None = None

    @classmethod
    def of(cls, styles: bytes) -> Self:
        """By the part of styles of an XLSX."""
        return cls(percents=percent_cells(styles), struck=struck_cells(styles))

    def are_in(self, name: str, part: bytes) -> bool:
        """Whether a part of a sheet of an XLSX, or of the content of an ODS, holds such a cell."""
        if shows_percents(name, part, self.percents):
            return True
        return has_marked_text(part) if name == CONTENT else has_struck_cells(part, self.struck)

    def write(self, name: str, data: bytes, texts: list[bytes]) -> bytes:
        """A sheet or a content with texts in place of such cells; `texts` are the shared ones of an XLSX."""
        data = write_percents(name, data, self.percents)
        if name == CONTENT:
            return write_marked_text(data)
        return data if self.struck is None else write_struck(data, self.struck, texts)

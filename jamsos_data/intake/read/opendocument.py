"""Walks through the content of an OpenDocument sheet before anything parses it: is it sound, how far does it reach?

Its cells and rows are repeated by number: harmless while empty, a bomb when they carry a value.
"""

from __future__ import annotations

from xml.parsers import expat

from jamsos_data.intake.read.hidden_cells import HiddenCells
from jamsos_data.intake.report import Refusal

_COLUMN, _MOST_COLUMNS, _MOST_ROWS = "table:table-column", 16_384, 1_048_576
_ROW, _CELL, _COVERED = "table:table-row", "table:table-cell", "table:covered-table-cell"


class Walk:
    """The furthest row and column with a value, the widest rectangle that they span on one sheet, and by position of
    the sheet what it hides.
    """

    def __init__(self) -> None:
        self.rows = self.columns = self.rectangle = 0
        self._row = self._row_repeats = self._position = self._filled = self._width = 0
        self.hidden: dict[int, HiddenCells] = {}
        self._column, self._row_is_hidden = 0, False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._refuse

    def feed(self, part: bytes, *, last: bool = False) -> None:
        """Walk on. Raises Refusal when the XML is broken or declares a document type."""
        try:
            self._parser.Parse(part, last)
        except expat.ExpatError:
            raise Refusal("BERKAS_RUSAK") from None

    def _refuse(self, *_: object) -> None:
        raise Refusal("BERKAS_RUSAK")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in (_CELL, _COVERED):
            self._position += int(attributes.get("table:number-columns-repeated", 1))
            if "office:value-type" in attributes:
                self._filled = self._position
        elif name == _ROW:
            self._row_repeats = int(attributes.get("table:number-rows-repeated", 1))
            self._position = self._filled = 0
            self._row_is_hidden = _is_hidden(attributes)
        elif name == _COLUMN:
            repeats = int(attributes.get("table:number-columns-repeated", 1))
            if _is_hidden(attributes) and self.hidden:
                columns = range(self._column, min(self._column + repeats, _MOST_COLUMNS))
                self.hidden[len(self.hidden) - 1].columns.update(columns)
            self._column += repeats
        elif name == "table:table":
            self._row = self._width = self._column = 0
            self.hidden[len(self.hidden)] = HiddenCells()

    def _end(self, name: str) -> None:
        if name != _ROW:
            return
        self._row += self._row_repeats
        if self._filled:
            if self._row_is_hidden and self.hidden and self._row <= _MOST_ROWS:
                rows = range(self._row - self._row_repeats + 1, self._row + 1)
                self.hidden[len(self.hidden) - 1].rows.update(rows)
            self._width = max(self._width, self._filled)
            self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._width)
            self.rectangle = max(self.rectangle, self._row * self._width)


def _is_hidden(attributes: dict[str, str]) -> bool:
    return attributes.get("table:visibility") in ("collapse", "filter")

"""How far the cells of an XLSX sheet reach, found without taking each of its million references in hand.

Written as all programs write them, which is fast to find; a cell hidden from this meets the parser's limits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jamsos_data.intake.read.hidden_cells import HiddenCells

_LONGEST_COLUMN, _LONGEST_ROW = 4, 9  # characters
_NEAR = 64 * 1024  # bytes behind a reference, in which there are more like it


@dataclass
class Reach:
    """The furthest row and column that the cells of a sheet name in the parts that were fed, and what it hides."""

    hidden: HiddenCells = field(default_factory=HiddenCells)

    _columns: _Furthest = field(
        default_factory=lambda: _Furthest(b' r="', b"AZ", _LONGEST_COLUMN, behind=b"")
    )
    _rows: _Furthest = field(default_factory=lambda: _Furthest(b'row r="', b"09", _LONGEST_ROW, behind=b'"'))

    def feed(self, part: bytes) -> None:
        """Look through the next part of the sheet."""
        self._columns.feed(part)
        self._rows.feed(part)
        self.hidden.feed(part)

    @property
    def rows(self) -> int:
        """The number of the furthest row."""
        return int(self._rows.name or 0)

    @property
    def columns(self) -> int:
        """The number of the furthest column, from 1."""
        number = 0
        for letter in self._columns.name:
            number = number * 26 + letter - 64
        return number

    @property
    def rectangle(self) -> int:
        """The cells of the rectangle up to there."""
        return self.columns * self.rows


class _Furthest:
    """The furthest of the names of a kind: letters or digits, of which longer ones and then higher ones are further."""

    def __init__(self, before: bytes, symbols: bytes, longest: int, *, behind: bytes) -> None:
        self.name = b""
        self._before, self._behind, self._longest = before, behind, longest
        self._first, self._last = symbols
        self._any = re.compile(b"%b(%b{1,%d})%b" % (before, self._symbol(), longest, behind))
        self._beyond = self._any

    def feed(self, part: bytes) -> None:
        # The last is the furthest in nearly every sheet; what is beyond it is looked for all the same.
        self._take(part[max(part.rfind(self._before), 0) :][:_NEAR])
        at = 0
        while found := self._beyond.search(part, at):
            at = found.start()
            self._take(part[at : at + _NEAR])

    def _take(self, part: bytes) -> None:
        name = max([self.name, *self._any.findall(part)], key=lambda one: (len(one), one))
        if name != self.name:
            self.name = name
            self._beyond = re.compile(b"%b(%b)%b" % (self._before, self._further(name), self._behind))

    def _further(self, name: bytes) -> bytes:
        """An expression for the names that are further than `name`."""
        symbol, beyond = self._symbol(), []
        if len(name) < self._longest:
            beyond.append(b"%b{%d,%d}" % (symbol, len(name) + 1, self._longest))
        for place, sign in enumerate(name):
            if sign < self._last:
                higher = self._symbol(sign + 1)
                beyond.append(name[:place] + higher + symbol * (len(name) - place - 1))
        return b"|".join(beyond) or b"(?!)"

    def _symbol(self, first: int | None = None) -> bytes:
        return b"[%c-%c]" % (self._first if first is None else first, self._last)

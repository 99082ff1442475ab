"""How much of a file there is to parse, and what a parser may therefore take."""

from __future__ import annotations

from dataclasses import dataclass

MAX_COLUMNS = 2_000
_MEMORY = 384 * 1024**2
_BYTES_PER_CELL = 48
_SECONDS = 3
_BYTES_PER_SECOND = 4 * 1024**2
_CELLS_PER_SECOND = 5_000_000


@dataclass(frozen=True, kw_only=True)
class Extent:
    """Bytes of the open file, cells of its widest rectangle, and bytes of memory for each byte of the file.

    A small damaged file is given up soon, a large sound one is read.
    """

    size: int
    rectangle: int = 0
    density: int = 12

    @property
    def memory(self) -> int:
        """Bytes that the parser may ask for."""
        return _MEMORY + self.density * self.size + _BYTES_PER_CELL * self.rectangle

    @property
    def seconds(self) -> int:
        """Seconds of work that the parser may take."""
        return _SECONDS + self.size // _BYTES_PER_SECOND + self.rectangle // _CELLS_PER_SECOND

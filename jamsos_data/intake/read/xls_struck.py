"""Numbers of an XLS in cells that are struck out by their format, as texts that say so.

A cell names a style (XF), a style its font. Texts of figures are left to the parser. Format: Microsoft MS-XLS.
"""

from __future__ import annotations

import struct

from jamsos_data.intake.read.marked_runs import STRUCK
from jamsos_data.intake.read.parser import cell_text
from jamsos_data.intake.read.xls_errors import Cells, records_of, sheet_starts, workbook_stream
from jamsos_data.intake.read.xls_percents import date_styles, numbers_of

_FONT, _XF = 0x31, 0xE0
_STRIKEOUT = 0x8
# No font has this place: the fifth font is number five.
_NO_FONT = 4


def find_struck(content: bytes) -> dict[int, Cells]:
    """Texts of such cells by position of their sheet among all sheets, then (row from 1, column from 0).

    Empty when there are none, or when the file is not built as it should be: then the parser decides.
    """
    try:
        stream = workbook_stream(content)
        styles = _struck_styles(stream)
        if not styles:
            return {}
        found = {place: _struck_of(stream, start, styles) for place, start in enumerate(sheet_starts(stream))}
    except (struct.error, IndexError, ValueError):
        return {}
    return {place: cells for place, cells in found.items() if cells}


def _struck_styles(stream: bytes) -> frozenset[int]:
    """The places of the cell styles in a struck font, without those of dates."""
    struck, fonts, used = set[int](), 0, []
    for kind, data in records_of(stream, 0):
        if kind == _FONT:
            place = fonts + (fonts >= _NO_FONT)
            fonts += 1
            if struct.unpack_from("<2xH", data)[0] & _STRIKEOUT:
                struck.add(place)
        elif kind == _XF:
            used.append(struct.unpack_from("<H", data)[0])
    styles = frozenset(place for place, font in enumerate(used) if font in struck)
    return styles - date_styles(stream) if styles else styles


def _struck_of(stream: bytes, start: int, styles: frozenset[int]) -> Cells:
    cells: Cells = {}
    for kind, data in records_of(stream, start):
        for row, column, style, number in numbers_of(kind, data):
            if style in styles and number:
                cells[row + 1, column] = f"{cell_text(number)}{STRUCK}"
    return cells

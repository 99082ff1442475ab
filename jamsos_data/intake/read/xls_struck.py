"""Numbers of an XLS in cells that are struck out by their format, as texts that say so.

A cell names a style (XF), a style its font. Texts of figures are left to the parser. Format: Microsoft MS-XLS.
"""

from __future__ import annotations

import struct

from jamsos_data.intake.read.marked_runs import STRUCK
from jamsos_data.intake.read.parser import cell_text
from jamsos_data.intake.read.xls_errors import Cells, records_of
from jamsos_data.intake.read.xls_numbers import find_styled
from jamsos_data.intake.read.xls_percents import date_styles

_FONT, _XF = 0x31, 0xE0
_STRIKEOUT = 0x8
# No font has this place: the fifth font is number five.
_NO_FONT = 4


def find_struck(content: bytes) -> dict[int, Cells]:
    """Texts of such cells; see :func:`xls_numbers.find_styled`."""
    return find_styled(content, _struck_styles, _struck_text)


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


def _struck_text(number: float) -> str:
    """A number that says that it is struck out; "" for 0: nobody is nobody, struck out or not."""
    return f"{cell_text(number)}{STRUCK}" if number else ""

"""Numbers that an XLS shows as percentages, as the texts that people see: the parser tells 1 of a cell showing 100 %.

A cell names a style (XF), a style a format, and a format of percentages holds "%" outside of quotes. Format: Microsoft
MS-XLS.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from decimal import Decimal

from jamsos_data.intake.read.xls_errors import Cells, records_of, sheet_starts, workbook_stream

_FORMAT, _XF, _NUMBER, _RK, _MULRK, _FORMULA = 0x41E, 0xE0, 0x203, 0x27E, 0xBD, 0x06
_STYLE_OF_STYLES = 0x4
_BUILT_IN = frozenset([9, 10])
_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 59)])
# What a format quotes or escapes is only printed.
_QUOTED = re.compile(r"\"[^\"]*\"|\\.")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_OF_DATES = re.compile(r"[dmyhs]", re.IGNORECASE)


def find_percents(content: bytes) -> dict[int, Cells]:
    """Texts of such cells by position of their sheet among all sheets, then (row from 1, column from 0).

    Empty when there are none, or when the file is not built as it should be: then the parser decides.
    """
    try:
        stream = workbook_stream(content)
        styles = _percent_styles(stream)
        if not styles:
            return {}
        found = {
            position: _percents_of(stream, start, styles)
            for position, start in enumerate(sheet_starts(stream))
        }
    except (struct.error, IndexError, ValueError):
        return {}
    return {position: cells for position, cells in found.items() if cells}


def is_percent_format(code: str) -> bool:
    """Whether a format shows a hundred times the number.

    >>> is_percent_format("0.0%"), is_percent_format('0" %"')
    (True, False)
    """
    return "%" in _QUOTED.sub("", code)


def percent_text(number: float) -> str:
    """What a cell of percentages shows; "" for none: nobody is nobody, in percent as in people."""
    share = round(Decimal(repr(number)) * 100, 6)
    return f"{share.normalize():f}%" if share else ""


def rk_number(packed: int) -> float:
    """The number in the four bytes of an RK: an integer or the upper half of a double, maybe of a hundred times it."""
    if packed & 2:
        number = float((packed - (1 << 32) if packed & 1 << 31 else packed) >> 2)
    else:
        number = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    return number / 100 if packed & 1 else number


def date_styles(stream: bytes) -> frozenset[int]:
    """The places of the cell styles that show a number as a date or time."""
    return _styles_of(
        stream, _DATES, lambda code: bool(_OF_DATES.search(_BRACKETS.sub("", _QUOTED.sub("", code))))
    )


def _percent_styles(stream: bytes) -> frozenset[int]:
    """The places of the cell styles of percentages."""
    return _styles_of(stream, _BUILT_IN, is_percent_format)


def _styles_of(stream: bytes, built_in: frozenset[int], fits: Callable[[str], bool]) -> frozenset[int]:
    """The places of the cell styles with a format that is built in or of which the text fits."""
    formats, styles = set(built_in), []
    for kind, data in records_of(stream, 0):
        if kind == _FORMAT:
            number, length, wide = struct.unpack_from("<HHB", data)
            code = data[5:].decode("utf-16-le" if wide & 1 else "latin-1", "replace")[:length]
            if fits(code):
                formats.add(number)
            else:
                formats.discard(number)
        elif kind == _XF:
            number, flags = struct.unpack_from("<2xHH", data)
            styles.append(-1 if flags & _STYLE_OF_STYLES else number)
    return frozenset(place for place, number in enumerate(styles) if number in formats)


def _percents_of(stream: bytes, start: int, styles: frozenset[int]) -> Cells:
    cells: Cells = {}
    for kind, data in records_of(stream, start):
        for row, column, style, number in numbers_of(kind, data):
            if style in styles and (text := percent_text(number)):
                cells[row + 1, column] = text
    return cells


def numbers_of(kind: int, data: bytes) -> Iterator[tuple[int, int, int, float]]:
    """Row, column, style and number of the cells of one record."""
    if kind == _NUMBER or (kind == _FORMULA and data[12:14] != b"\xff\xff"):
        yield struct.unpack_from("<HHHd", data)
    elif kind == _RK:
        row, column, style, packed = struct.unpack_from("<HHHI", data)
        yield row, column, style, rk_number(packed)
    elif kind == _MULRK:
        row, first = struct.unpack_from("<HH", data)
        for place in range((len(data) - 6) // 6):
            style, packed = struct.unpack_from("<HI", data, 4 + 6 * place)
            yield row, first + place, style, rk_number(packed)

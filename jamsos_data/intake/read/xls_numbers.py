"""Finds the numbers of an XLS in cells of certain styles, which people see otherwise than the parser tells them.

A cell names a style (XF). Format: Microsoft MS-XLS.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from jamsos_data.intake.read.xls_errors import Cells, records_of, sheet_starts, workbook_stream

_NUMBER, _RK, _MULRK, _FORMULA = 0x203, 0x27E, 0xBD, 0x06


def find_styled(
    content: bytes, styles_of: Callable[[bytes], frozenset[int]], text_of: Callable[[float], str]
) -> dict[int, Cells]:
    """Texts of the numbers in styles that `styles_of` finds in the workbook, by position of their sheet among all
    sheets, then (row from 1, column from 0). A number of which `text_of` says "" is left to the parser.

    Empty when there are none, or when the file is not built as it should be: then the parser decides.
    """
    try:
        stream = workbook_stream(content)
        styles = styles_of(stream)
        if not styles:
            return {}
        found = {
            position: _texts_of(stream, start, styles, text_of)
            for position, start in enumerate(sheet_starts(stream))
        }
    except (struct.error, IndexError, ValueError):
        return {}
    return {position: cells for position, cells in found.items() if cells}


def _texts_of(stream: bytes, start: int, styles: frozenset[int], text_of: Callable[[float], str]) -> Cells:
    cells: Cells = {}
    for kind, data in records_of(stream, start):
        for row, column, style, number in _numbers_of(kind, data):
            if style in styles and (text := text_of(number)):
                cells[row + 1, column] = text
    return cells


def _numbers_of(kind: int, data: bytes) -> Iterator[tuple[int, int, int, float]]:
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


def rk_number(packed: int) -> float:
    """The number in the four bytes of an RK: an integer or the upper half of a double, maybe of a hundred times it."""
    if packed & 2:
        number = float((packed - (1 << 32) if packed & 1 << 31 else packed) >> 2)
    else:
        number = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    return number / 100 if packed & 1 else number

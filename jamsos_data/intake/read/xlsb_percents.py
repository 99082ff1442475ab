"""Numbers that an XLSB shows as percentages, as the texts that people see: the parser tells 1 of a cell showing 100 %.

As in an XLS (see `xls_percents`) a cell names a style and a style a format. Format: Microsoft MS-XLSB.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator
from itertools import count
from xml.etree import ElementTree as ET

from jamsos_data.intake.read.xls_errors import Cells
from jamsos_data.intake.read.xls_percents import is_percent_format, percent_text, rk_number
from jamsos_data.intake.read.xlsb_errors import holds, records_of, sheet_names

_STYLES = "xl/styles.bin"
_ROW, _RK, _NUMBER, _FORMULA_NUMBER = 0, 2, 5, 9
_FORMAT, _CELL_STYLE, _CELL_STYLES, _CELL_STYLES_END = 44, 47, 617, 618
_BUILT_IN = frozenset([9, 10])


def find_binary_percents(content: bytes) -> dict[int, Cells]:
    """Texts of such cells by position of their sheet among all sheets, then (row from 1, column from 0).

    Empty when there are none, or when the file is not built as it should be: then the parser decides. Raises Refusal
    for so many records that it would take too long.
    """
    counter = count()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            styles = _percent_styles(archive, counter) if _STYLES in archive.namelist() else frozenset()
            if not styles:
                return {}
            suspect = _suspect(styles)
            found = {
                position: _percents_of(archive, name, styles, counter)
                for position, name in enumerate(sheet_names(archive, counter))
                if name in archive.namelist() and holds(archive, name, suspect)
            }
    except (struct.error, ValueError, IndexError, EOFError, ET.ParseError, KeyError):
        return {}
    return {position: cells for position, cells in found.items() if cells}


def _percent_styles(archive: zipfile.ZipFile, counter: Iterator[int]) -> frozenset[int]:
    """The places of the cell styles of percentages."""
    formats, styles, inside = set(_BUILT_IN), [], False
    with archive.open(_STYLES) as stream:
        for kind, data in records_of(stream, counter):
            if kind == _FORMAT:
                number, length = struct.unpack_from("<HI", data)
                if is_percent_format(data[6 : 6 + 2 * length].decode("utf-16-le", "replace")):
                    formats.add(number)
            elif kind in (_CELL_STYLES, _CELL_STYLES_END):
                inside = kind == _CELL_STYLES
            elif kind == _CELL_STYLE and inside:
                styles.append(struct.unpack_from("<2xH", data)[0])
    return frozenset(place for place, number in enumerate(styles) if number in formats)


def _suspect(styles: frozenset[int]) -> re.Pattern[bytes]:
    """The beginning of a cell with a number in one of the styles; chance finds only cost time."""
    places = b"|".join(re.escape(struct.pack("<I", place)[:3]) for place in sorted(styles))
    kinds = bytes([_RK, _NUMBER, _FORMULA_NUMBER])
    return re.compile(
        rb"[%b](?:[\x00-\x7f]|[\x80-\xff][\x00-\x7f])..\x00\x00(?:%b)" % (kinds, places), re.DOTALL
    )


def _percents_of(
    archive: zipfile.ZipFile, name: str, styles: frozenset[int], counter: Iterator[int]
) -> Cells:
    cells: Cells = {}
    row = 0
    with archive.open(name) as stream:
        for kind, data in records_of(stream, counter):
            if kind == _ROW:
                row = struct.unpack_from("<I", data)[0]
            elif kind in (_RK, _NUMBER, _FORMULA_NUMBER):
                column, style = struct.unpack_from("<II", data)
                if style & 0xFFFFFF in styles and (text := percent_text(_number(kind, data))):
                    cells[row + 1, column] = text
    return cells


def _number(kind: int, data: bytes) -> float:
    return (
        rk_number(*struct.unpack_from("<8xI", data)) if kind == _RK else struct.unpack_from("<8xd", data)[0]
    )

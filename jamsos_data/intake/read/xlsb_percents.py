"""Numbers that an XLSB shows as percentages, as the texts that people see: the parser tells 1 of a cell showing 100 %.

As in an XLS (see `xls_percents`) a cell names a style and a style a format.
"""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterator

from jamsos_data.intake.read.binary_sheets import Wanted, find_cells, records_of
from jamsos_data.intake.read.xls_errors import Cells
from jamsos_data.intake.read.xls_numbers import rk_number
from jamsos_data.intake.read.xls_percents import is_percent_format, percent_text

_STYLES = "xl/styles.bin"
_RK, _NUMBER, _FORMULA_NUMBER = 2, 5, 9
_FORMAT, _CELL_STYLE, _CELL_STYLES, _CELL_STYLES_END = 44, 47, 617, 618
_BUILT_IN = frozenset([9, 10])


def find_binary_percents(content: bytes) -> dict[int, Cells]:
    """Texts of such cells; see :func:`binary_sheets.find_cells`."""
    return find_cells(content, _wanted)


def _wanted(archive: zipfile.ZipFile, counter: Iterator[int]) -> Wanted | None:
    """The cells in styles of percentages; None where there are no such styles."""
    styles = _percent_styles(archive, counter) if _STYLES in archive.namelist() else frozenset()

    def text(kind: int, data: bytes) -> str:
        if kind not in (_RK, _NUMBER, _FORMULA_NUMBER):
            return ""
        style = struct.unpack_from("<4xI", data)[0] & 0xFFFFFF
        return percent_text(_number(kind, data)) if style in styles else ""

    return Wanted(_suspect(styles), text) if styles else None


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
    """The beginning of a cell with a number in one of the styles."""
    places = b"|".join(re.escape(struct.pack("<I", place)[:3]) for place in sorted(styles))
    kinds = bytes([_RK, _NUMBER, _FORMULA_NUMBER])
    return re.compile(
        rb"[%b](?:[\x00-\x7f]|[\x80-\xff][\x00-\x7f])..\x00\x00(?:%b)" % (kinds, places), re.DOTALL
    )


def _number(kind: int, data: bytes) -> float:
    return (
        rk_number(*struct.unpack_from("<8xI", data)) if kind == _RK else struct.unpack_from("<8xd", data)[0]
    )

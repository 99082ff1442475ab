"""Numbers that an XLS shows as percentages, as the texts that people see: the parser tells 1 of a cell showing 100 %.

A cell names a style (XF), a style a format, and a format of percentages holds "%" outside of quotes. Format: Microsoft
MS-XLS.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from decimal import Decimal

from jamsos_data.intake.read.xls_errors import Cells, records_of
from jamsos_data.intake.read.xls_numbers import find_styled

_FORMAT, _XF = 0x41E, 0xE0
_STYLE_OF_STYLES = 0x4
_BUILT_IN = frozenset([9, 10])
_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 59)])
# What a format quotes or escapes is only printed.
_QUOTED = re.compile(r"\"[^\"]*\"|\\.")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_OF_DATES = re.compile(r"[dmyhs]", re.IGNORECASE)


def find_percents(content: bytes) -> dict[int, Cells]:
    """Texts of such cells; see :func:`xls_numbers.find_styled`."""
    return find_styled(content, _percent_styles, percent_text)


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

"""What the part of styles of an XLSX says: the styles of its cells in their order, and formats of numbers."""

from __future__ import annotations

import re

_TAG = rb"(?:\w+:)?"
_NUMBER_FORMAT = re.compile(rb"<%bnumFmt\b[^>]*>" % _TAG)
_CELL_STYLES = re.compile(rb"<%bcellXfs\b.*?</%bcellXfs>" % (_TAG, _TAG), re.DOTALL)
_STYLE = re.compile(rb"<%bxf\b[^>]*>" % _TAG)
_FORMAT_ID = re.compile(rb"\bnumFmtId=[\"'](\d+)[\"']")
_FORMAT_CODE = re.compile(rb"\bformatCode=(?:\"([^\"]*)\"|'([^']*)')")
# What a format quotes or escapes is only printed; brackets hold colours and languages.
_QUOTED = re.compile(rb"&quot;.*?&quot;|\"[^\"]*\"|\\.")
_BRACKETS = re.compile(rb"\[[^\]]*\]")
_BUILT_IN_DATES = frozenset(b"%d" % number for number in (*range(14, 23), *range(27, 37), *range(45, 59)))
_OF_DATES = re.compile(rb"[dmyhs]", re.IGNORECASE)


def cell_styles(styles: bytes) -> list[bytes]:
    """The styles that cells name by their place."""
    block = _CELL_STYLES.search(styles)
    return _STYLE.findall(block[0]) if block else []


def number_formats(styles: bytes) -> dict[bytes, bytes]:
    """By number of each format of the workbook's own what it prints, without what is quoted."""
    found = {}
    for text in _NUMBER_FORMAT.findall(styles):
        number, code = _FORMAT_ID.search(text), _FORMAT_CODE.search(text)
        if number and code:
            found[number[1]] = _QUOTED.sub(b"", code[1] or code[2] or b"")
    return found


def date_formats(styles: bytes) -> frozenset[bytes]:
    """The numbers of the formats that show a number as a date or time."""
    own = number_formats(styles)
    dates = {number for number, code in own.items() if _OF_DATES.search(_BRACKETS.sub(b"", code))}
    return frozenset(dates | (_BUILT_IN_DATES - own.keys()))

"""Numbers that a spreadsheet shows as percentages: its parser tells 1 of a cell that shows 100 %, not the format.

As a number of people that would be one person. So such cells are rewritten, in memory and only where there are any, to
the text that people see. XLSX says it by the style of a cell, ODS by the type of its value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from jamsos_data.intake.read.cell_styles import cell_styles, number_formats

_TAG = rb"(?:\w+:)?"
_FORMAT_ID = re.compile(rb"\bnumFmtId=[\"'](\d+)[\"']")
_BUILT_IN = frozenset([b"9", b"10"])
_TYPE = re.compile(rb"\st=[\"']\w+[\"']")
_ODS_PERCENT = re.compile(rb"(<table:table-cell\b[^>]*?)\soffice:value-type=\"percentage\"([^>]*>\s*<text:p)")
_ODS_VALUE = re.compile(rb"\s(?:office:value|calcext:value-type)=\"[^\"]*\"")


@dataclass(frozen=True)
class PercentCells:
    """How cells of percentages look in an XLSX: as a whole, and the attributes of which they have one."""

    form: re.Pattern[bytes]
    marks: tuple[bytes, ...]


def percent_cells(styles: bytes) -> PercentCells | None:
    """The numbers of an XLSX in a style of percentages, by its part of styles; None where it has no such style."""
    formats = _BUILT_IN | {number for number, code in number_formats(styles).items() if b"%" in code}
    numbers = [_FORMAT_ID.search(style) for style in cell_styles(styles)]
    places = [b"%d" % place for place, number in enumerate(numbers) if number and number[1] in formats]
    if not places:
        return None
    style = rb"(?=[^>]*\ss=[\"'](?:%b)[\"'])(?![^>]*\st=[\"'](?!n[\"']))" % b"|".join(places)
    formula = rb"(?:<%bf\b(?:[^>]*/>|[^>]*>[^<]*</%bf>))?" % (_TAG, _TAG)
    value = rb"<(%bv)>(-?[\d.]+(?:[eE][+-]?\d{1,3})?)</%bv>" % (_TAG, _TAG)
    form = re.compile(rb"<(%bc)\b%b([^>]*)>\s*%b\s*%b" % (_TAG, style, formula, value))
    return PercentCells(
        form, tuple(b"s=%b%b%b" % (mark, place, mark) for place in places for mark in (b'"', b"'"))
    )


def shows_percents(name: str, part: bytes, cells: PercentCells | None) -> bool:
    """Whether a part of a sheet of an XLSX, or of the content of an ODS, holds such a number."""
    if name == "content.xml":
        return b'"percentage"' in part and _ODS_PERCENT.search(part) is not None
    # Most sheets have no such cell: a plain search is much faster than an expression.
    if cells is None or not any(mark in part for mark in cells.marks):
        return False
    return any(Decimal(cell[4].decode()) for cell in cells.form.finditer(part))


def write_percents(name: str, data: bytes, cells: PercentCells | None) -> bytes:
    """A sheet whose percentages are texts."""
    if name == "content.xml":
        return _ODS_PERCENT.sub(_as_ods_text, data)
    return data if cells is None else cells.form.sub(_as_text, data)


def _as_text(cell: re.Match[bytes]) -> bytes:
    share = round(Decimal(cell[4].decode()) * 100, 6)
    if not share:
        # Nobody is nobody, in percent as in people.
        return cell[0]
    shown = f"{share.normalize():f}%".encode()
    return b'<%b%b t="str"><%b>%b</%b>' % (cell[1], _TYPE.sub(b"", cell[2]), cell[3], shown, cell[3])


def _as_ods_text(cell: re.Match[bytes]) -> bytes:
    before, after = _ODS_VALUE.sub(b"", cell[1]), _ODS_VALUE.sub(b"", cell[2])
    return b'%b office:value-type="string"%b' % (before, after)

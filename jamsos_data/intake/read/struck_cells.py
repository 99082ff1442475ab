"""Cells of an XLSX that are struck out as a whole, by their format: the parser tells their figures like any other.

Such a figure is rewritten, in memory and only where there are any, to a text that says so. Names stay what they are and
are marked. So do dates, unmarked, of which a number would say nothing to people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jamsos_data.intake.read.cell_styles import cell_styles, date_formats
from jamsos_data.intake.read.marked_runs import (
    STRUCK,
    STRUCK_TEXT,
    is_struck_figure,
    struck_runs_apart,
    text_of_runs,
)

_TAG = rb"(?:\w+:)?"
_FONTS = re.compile(rb"<%bfonts\b.*?</%bfonts>" % (_TAG, _TAG), re.DOTALL)
_FONT = re.compile(rb"<%bfont\b(?:[^>]*/>|.*?</%bfont>)" % (_TAG, _TAG), re.DOTALL)
_STRIKE = re.compile(rb"<%bstrike(?:\s*/?>|\s+val=[\"'](?:1|true|on)[\"'])" % _TAG)
_FONT_ID = re.compile(rb"\bfontId=[\"'](\d+)[\"']")
_FORMAT_ID = re.compile(rb"\bnumFmtId=[\"'](\d+)[\"']")
_TYPE = re.compile(rb"\st=[\"'](\w+)[\"']")
_VALUE = re.compile(rb"<%bv>([^<]*)</%bv>" % (_TAG, _TAG))
_SHARED_TEXT = re.compile(rb"<%bsi>(.*?)</%bsi>|<%bsi\s*/>" % (_TAG, _TAG, _TAG), re.DOTALL)
_NUMBERS = frozenset([b"n", b"str"])


@dataclass(frozen=True)
class StruckCells:
    """How cells that are struck out look in an XLSX: as a whole, and the attributes of which they have one."""

    form: re.Pattern[bytes]
    marks: tuple[bytes, ...]


def struck_cells(styles: bytes) -> StruckCells | None:
    """The cells of an XLSX in a struck font, by its part of styles; None where it has no such style."""
    block = _FONTS.search(styles)
    fonts = _FONT.findall(block[0]) if block else []
    struck = {b"%d" % place for place, font in enumerate(fonts) if _STRIKE.search(font)}
    if not struck:
        return None
    dates = date_formats(styles)
    places = [
        b"%d" % place
        for place, style in enumerate(cell_styles(styles))
        if (font := _FONT_ID.search(style)) and font[1] in struck
        and not ((number := _FORMAT_ID.search(style)) and number[1] in dates)
    ]  # fmt: skip
    if not places:
        return None
    style = rb"(?=[^>]*\ss=[\"'](?:%b)[\"'])" % b"|".join(places)
    form = re.compile(rb"<(%bc)\b%b([^>]*[^>/])>(.*?)</\1>" % (_TAG, style), re.DOTALL)
    marks = tuple(b"s=%b%b%b" % (mark, place, mark) for place in places for mark in (b'"', b"'"))
    return StruckCells(form, marks)


def has_struck_cells(part: bytes, cells: StruckCells | None) -> bool:
    """Whether a part of a sheet of an XLSX may hold such a cell with a value."""
    # Most sheets have no such cell: a plain search is much faster than an expression.
    if cells is None or not any(mark in part for mark in cells.marks):
        return False
    return cells.form.search(part) is not None


def shared_texts(part: bytes) -> list[bytes]:
    """The shared texts of an XLSX as they are written, with their runs, in their order."""
    return [found[1] or b"" for found in _SHARED_TEXT.finditer(part)]


def write_struck(data: bytes, cells: StruckCells, texts: list[bytes]) -> bytes:
    """A sheet of which the figures that are struck out are texts that say so, and other texts are marked."""

    def write(cell: re.Match[bytes]) -> bytes:
        name, attributes, inner = cell[1], cell[2], cell[3]
        written = _written(attributes, inner, texts)
        text = text_of_runs(written) or written
        is_figure = is_struck_figure(text)
        if not text.strip() or not (is_figure or _is_words(text)):
            return cell[0]
        apart = struck_runs_apart(written) if is_figure else None
        mark = STRUCK if is_figure else STRUCK_TEXT
        shown = text + mark.encode() if apart is None else apart.strip()
        prefix = name[:-1]
        plain = _TYPE.sub(b"", attributes)
        return b'<%b%b t="str"><%bv>%b</%bv></%b>' % (name, plain, prefix, shown, prefix, name)

    return cells.form.sub(write, data)


def _is_words(text: bytes) -> bool:
    return any(letter.isalpha() for letter in text.decode("utf-8", "replace"))


def _written(attributes: bytes, inner: bytes, texts: list[bytes]) -> bytes:
    """What a cell holds, a text with its runs; nothing where that is no number and no text."""
    kind = _TYPE.search(attributes)
    if kind and kind[1] == b"inlineStr":
        return inner
    value = _VALUE.search(inner)
    if value is None or (kind and kind[1] not in _NUMBERS | {b"s"}):
        return b""
    if kind and kind[1] == b"s":
        place = int(value[1]) if value[1].isdigit() else len(texts)
        return texts[place] if place < len(texts) else b""
    return value[1]

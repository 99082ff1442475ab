"""Cells of an ODS that are struck out, and texts of which a part is raised or struck out.

As in an XLSX they are rewritten, in memory and only where there are such: a figure that is struck out says so, a raised
part behind a digit becomes the mark of a footnote.
"""

from __future__ import annotations

import re

from jamsos_data.intake.read.marked_runs import STRUCK, is_struck_figure, raised_apart, struck_apart

_STRUCK = re.compile(rb"style:text-line-through-(?:style|type)=\"(?!none)")
_RAISED = re.compile(rb"style:text-position=\"(?:super|[1-9])")
_STYLE = re.compile(rb"<style:style\b([^>]*[^>/])>(.*?)</style:style>", re.DOTALL)
_NAME, _FAMILY = re.compile(rb"style:name=\"([^\"]*)\""), re.compile(rb"style:family=\"([^\"]*)\"")
_CELL = re.compile(rb"<table:table-cell\b([^>]*[^>/])>(.*?)</table:table-cell>", re.DOTALL)
_CELL_STYLE = re.compile(rb"table:style-name=\"([^\"]*)\"")
_SPAN = re.compile(rb"<text:span\b[^>]*text:style-name=\"([^\"]*)\"[^>]*>([^<]*)</text:span>")
_TYPE = re.compile(rb"\s(office|calcext):value-type=\"([^\"]*)\"")
_VALUE = re.compile(rb"\s(?:office:value|office:string-value|calcext:value-type)=\"[^\"]*\"")
_REMARK = re.compile(rb"<office:annotation\b[^>]*(?:/>|(?<!/)>.*?</office:annotation>)", re.DOTALL)
_TAG = re.compile(rb"<[^>]*>")
_FIGURES = frozenset([b"float", b"string", b"currency", b"percentage"])


def has_marked_text(part: bytes) -> bool:
    """Whether a part of the content of an ODS has a style that strikes out or raises."""
    return _STRUCK.search(part) is not None or _RAISED.search(part) is not None


def write_marked_text(data: bytes) -> bytes:
    """The content with what is struck out or raised set apart."""
    if not has_marked_text(data):
        return data
    struck, raised = _styles(data, _STRUCK), _styles(data, _RAISED)

    def write(cell: re.Match[bytes]) -> bytes:
        attributes, inner = cell[1], cell[2]
        style, kind = _CELL_STYLE.search(attributes), _TYPE.search(attributes)
        text = _TAG.sub(b"", _REMARK.sub(b"", inner))
        if style and style[1] in struck and kind and kind[2] in _FIGURES and is_struck_figure(text):
            plain = _TYPE.sub(b"", _VALUE.sub(b"", attributes)) + b' office:value-type="string"'
            return b"<table:table-cell%b><text:p>%b%b</text:p></table:table-cell>" % (
                plain,
                text,
                STRUCK.encode(),
            )
        return b"<table:table-cell%b>%b</table:table-cell>" % (attributes, _set_apart(inner, struck, raised))

    return _CELL.sub(write, data)


def _styles(data: bytes, mark: re.Pattern[bytes]) -> frozenset[bytes]:
    """The names of the styles of cells and of parts of texts that have a mark."""
    found = set()
    for style in _STYLE.finditer(data):
        name, family = _NAME.search(style[1]), _FAMILY.search(style[1])
        if name and family and family[1] in (b"table-cell", b"text") and mark.search(style[2]):
            found.add(name[1])
    return frozenset(found)


def _set_apart(inner: bytes, struck: frozenset[bytes], raised: frozenset[bytes]) -> bytes:
    def write(span: re.Match[bytes]) -> bytes:
        style, text = span[1], span[2]
        if style in struck:
            return struck_apart(text)
        before = _TAG.sub(b"", inner[: span.start()])
        return raised_apart(text) if style in raised and before[-1:].isdigit() and text.strip() else span[0]

    return _SPAN.sub(write, inner)

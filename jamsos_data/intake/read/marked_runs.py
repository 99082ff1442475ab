"""Texts of an XLSX of which a part is raised or struck out: "20" with a raised 1 would be read as 201.

The shared texts are rewritten, in memory and only where there are such: a raised part behind a digit becomes the mark
of a footnote ("20 1)"), a figure that is struck out stands apart from the one beside it ("12 / 345").
"""

from __future__ import annotations

import re

SHARED_TEXTS = "xl/sharedStrings.xml"
_MARK = re.compile(rb"<strike\s*/>|<strike val=\"(?:1|true)\"|<vertAlign val=\"superscript\"")
_DIGIT = re.compile(rb"\d")
_TEXT = re.compile(rb"<si>.*?</si>", re.DOTALL)
_RUN = re.compile(rb"<r>\s*(?:<rPr>(.*?)</rPr>)?\s*<t(?: [^>]*)?>([^<]*)</t>\s*</r>", re.DOTALL)


def has_marked_runs(name: str, part: bytes) -> bool:
    """Whether a part of the shared texts raises or strikes out anything."""
    return name == SHARED_TEXTS and _MARK.search(part) is not None


def set_runs_apart(data: bytes) -> bytes:
    """The shared texts with such parts set apart."""
    return _TEXT.sub(lambda text: _apart(text[0]) if _MARK.search(text[0]) else text[0], data)


def _apart(text: bytes) -> bytes:
    before = b""

    def write(run: re.Match[bytes]) -> bytes:
        nonlocal before
        mark, written = _MARK.search(run[1] or b""), run[2]
        if mark and mark[0].startswith(b"<strike"):
            written = b" " + written + (b" / " if _DIGIT.search(written) else b" ")
        elif mark and before[-1:].isdigit() and written.strip():
            written = b" " + written.strip() + (b"" if written.rstrip().endswith((b")", b"*")) else b")")
        before = written
        return b'<r><t xml:space="preserve">%b</t></r>' % written

    return _RUN.sub(write, text)

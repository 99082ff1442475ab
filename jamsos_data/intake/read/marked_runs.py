"""Texts of an XLSX of which a part is raised or struck out: "20" with a raised 1 would be read as 201.

The shared texts, and those that stand in cells themselves, are rewritten, in memory and only where there are such: a
raised part behind a digit becomes the mark of a footnote ("20 1)"), a figure that is struck out stands apart from the
one beside it ("12 / 345").
"""

from __future__ import annotations

import re

SHARED_TEXTS = "xl/sharedStrings.xml"
_MARK = re.compile(rb"<strike\s*/>|<strike val=\"(?:1|true)\"|<vertAlign val=\"superscript\"")
_DIGIT = re.compile(rb"\d")
_TEXT = re.compile(rb"<(si|is)>.*?</\1>", re.DOTALL)
_RUN = re.compile(rb"<r>\s*(?:<rPr>(.*?)</rPr>)?\s*<t(?: [^>]*)?>([^<]*)</t>\s*</r>", re.DOTALL)
_PIECE = re.compile(rb"<t(?:\s[^>]*)?>([^<]*)</t>")
_PHONETIC = re.compile(rb"<rPh\b.*?</rPh>", re.DOTALL)
# What follows a figure of which the whole cell is struck out.
STRUCK = " (dicoret)"
# What follows any other text of which the whole cell is struck out, until the cells are taken over: characters that no
# one sees, as the text itself stays what it is.
STRUCK_TEXT = "\u2060\u2060"
_FIGURE = re.compile(rb"(?=.*[1-9])(?:rp\.?\s*)?[\d.,\s%-]+(?:,-)?(?:\s*(?:orang|jiwa|org))?", re.IGNORECASE)


def has_marked_runs(name: str, part: bytes) -> bool:
    """Whether a part of the shared texts, or of a sheet with texts of its own, raises or strikes out anything."""
    # Most texts have neither: a plain search is much faster than an expression.
    if not (b"<strike" in part or b'"superscript"' in part):
        return False
    return (name == SHARED_TEXTS or b"<is>" in part) and _MARK.search(part) is not None


def set_runs_apart(data: bytes) -> bytes:
    """The shared texts, or a sheet, with such parts set apart."""
    return _TEXT.sub(lambda text: _apart(text[0]) if _MARK.search(text[0]) else text[0], data)


def text_of_runs(data: bytes) -> bytes:
    """The text of a cell that may be written in several runs."""
    return b"".join(_PIECE.findall(_PHONETIC.sub(b"", data)))


def struck_runs_apart(data: bytes) -> bytes | None:
    """The text of a cell in a struck font of which a run has a font without the line: what is struck out stands apart.

    None where no run has; one without a font of its own has that of the cell.
    """
    runs = [
        (b"<strike" in own and _MARK.search(own) is not None if own else True, text)
        for own, text in _RUN.findall(_PHONETIC.sub(b"", data))
    ]
    if all(is_struck for is_struck, text in runs if text.strip()):
        return None
    return b"".join(struck_apart(text) if is_struck else text for is_struck, text in runs)


def is_struck_figure(text: bytes) -> bool:
    """Whether a text that is struck out is a figure, other than nil: nobody is nobody, struck out or not."""
    return _FIGURE.fullmatch(text.strip()) is not None


def struck_apart(text: bytes) -> bytes:
    """A part of a text that is struck out, apart from the figure beside it."""
    return b" " + text + (b" / " if _DIGIT.search(text) else b" ")


def raised_apart(text: bytes) -> bytes:
    """A raised part behind a digit, as the mark of a footnote."""
    return b" " + text.strip() + (b"" if text.rstrip().endswith((b")", b"*")) else b")")


def _apart(text: bytes) -> bytes:
    before = b""

    def write(run: re.Match[bytes]) -> bytes:
        nonlocal before
        mark, written = _MARK.search(run[1] or b""), run[2]
        if mark and mark[0].startswith(b"<strike"):
            written = struck_apart(written)
        elif mark and before[-1:].isdigit() and written.strip():
            written = raised_apart(written)
        before = written
        return b'<r><t xml:space="preserve">%b</t></r>' % written

    return _RUN.sub(write, text)

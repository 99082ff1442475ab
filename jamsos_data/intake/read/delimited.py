"""Reads delimited text: encoding, separator and quoting are told from the content."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence

import pandas as pd
from charset_normalizer import from_bytes

from jamsos_data.intake.read.cells import RawSheet, join_blocks
from jamsos_data.intake.read.rows import split_rows
from jamsos_data.intake.report import Refusal

SEPARATORS = (";", "\t", ",", "|")
_SAMPLE = 200_000
_RARE = 10  # one filled byte of ten in the high half: dashes and bullets are two bytes
_LONGEST_LINE = 100_000
_LONGEST_HEADER = 60
_FEWEST_HEADERS = 3


def read_delimited(text: str) -> RawSheet:
    """The rows of a CSV or TSV as text. Raises Refusal when the content is not a table of text."""
    separator, body, skipped = _split_hint(text)
    body = _unquoted(body, (separator,) if separator else SEPARATORS)
    separator, width = sniff_separator(body, (separator,) if separator else SEPARATORS) or (separator, 1)
    if separator is None:
        raise Refusal("BUKAN_TABEL", found="TEKS")
    blocks, unclosed = split_rows(body, separator, width)
    cells = join_blocks(blocks, skipped=skipped)
    return RawSheet("", cells, delimited=True, unclosed=tuple(number + skipped for number in unclosed))


def decode(content: bytes) -> str:
    """Text from bytes: byte-order mark, then UTF-8, then what the content suggests, then Windows-1252."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if wide := _wide_encoding(content):
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        best = from_bytes(content[:_SAMPLE]).best()
        return content.decode(best.encoding if best else "latin-1", "replace")


def _wide_encoding(content: bytes) -> str:
    """UTF-16 without its mark: of each pair of bytes the same one is hardly ever filled; "" where it is not so."""
    sample = content[:_SAMPLE]
    filled = [len(half) - half.count(0) for half in (sample[::2], sample[1::2])]
    if len(content) % 2 or min(filled) * _RARE > max(filled):
        return ""
    return "utf-16-le" if filled[0] > filled[1] else "utf-16-be"


def _unquoted(text: str, separators: Sequence[str]) -> str:
    """The text without the quotes around each of its lines, which hold cells; as it is where any line has none."""
    lines = text.splitlines()
    filled = [line for line in lines if line.strip()]
    if not filled or not all(len(line) > 1 and line[0] == line[-1] == '"' for line in filled):
        return text
    if any(len(next(csv.reader([line], delimiter=mark))) > 1 for line in filled[:200] for mark in separators):
        return text
    return "\n".join(line.strip()[1:-1].replace('""', '"') for line in lines)


def sniff_separator(text: str, separators: Sequence[str] = SEPARATORS) -> tuple[str, int] | None:
    """The separator that cuts most lines into the same number (two or more) of cells, and that number.

    None for prose.
    """
    lines = [line[:_LONGEST_LINE] for line in text[:_SAMPLE].splitlines()[:200] if line.strip()]
    best: tuple[float, str, int] | None = None
    for separator in separators:
        # Line by line: a quote that never closes must not hide the lines behind it.
        widths = [len(next(csv.reader([line], delimiter=separator))) for line in lines]
        wide = [width for width in widths if width > 1]
        if not wide:
            continue
        usual = max(set(wide), key=lambda width: (wide.count(width), width))
        score = wide.count(usual) / len(widths) + min(usual, 40) / 100
        if best is None or score > best[0]:
            best = (score, separator, usual)
    return best[1:] if best else None


def _split_hint(text: str) -> tuple[str | None, str, int]:
    """Excel's first line `sep=;` names the separator."""
    first, _, rest = text.partition("\n")
    hint = re.fullmatch(r"sep=(.)\s*", first.strip("\r\n"), re.IGNORECASE)
    return (hint[1], rest, 1) if hint else (None, text, 0)


def is_prose(cells: pd.DataFrame) -> bool:
    """Whether the text is sentences rather than a table: hardly any line has cells, and that one no headers."""
    filled = (cells != "").sum(axis=1)
    wide = cells[filled > 1]
    if len(wide) != 1:
        return wide.empty
    texts = [str(text) for text in wide.iloc[0] if text]
    return len(texts) < _FEWEST_HEADERS or max(map(len, texts)) > _LONGEST_HEADER

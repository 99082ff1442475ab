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
_LONGEST_LINE = 100_000
_LONGEST_HEADER = 60
_FEWEST_HEADERS = 3


def read_delimited(text: str) -> RawSheet:
    """The rows of a CSV or TSV as text. Raises Refusal when the content is not a table of text."""
    separator, body, skipped = _split_hint(text)
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
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        best = from_bytes(content[:_SAMPLE]).best()
        return content.decode(best.encoding if best else "latin-1", "replace")


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

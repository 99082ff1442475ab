"""Cuts delimited text into rows. A quote that opens and never closes is plain text: it swallows no other row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice

from jamsos_data.intake.read.cells import BLOCK, Block, block_of, trimmed_block
from jamsos_data.intake.read.extent import MAX_COLUMNS
from jamsos_data.intake.read.plain_lines import cut_plain
from jamsos_data.intake.report import Refusal

MAX_LINES = 1_500_000
_AFTER_QUOTE = ("", '"', "\r", "\n")

Rows = list[tuple[int, list[str]]]


class _UnclosedQuoteError(Exception):
    """The row that is being read would swallow another one."""


class _Lines:
    """Feeds lines to a reader and stops it when the row that it is in runs into another."""

    def __init__(self, lines: list[str], separator: str, width: int) -> None:
        self._lines, self._separator, self._fewest = lines, separator, max(width - 1, 1)
        self.start = self.position = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        inside = self.position > self.start
        if self.position >= len(self._lines):
            raise _UnclosedQuoteError if inside else StopIteration
        line = self._lines[self.position]
        if inside and self._begins_row(line):
            raise _UnclosedQuoteError
        self.position += 1
        return line

    def _begins_row(self, line: str) -> bool:
        """Whether a line inside quotes is a row of its own: enough separators before any quote, or a quote
        that would close in the middle of a cell.
        """
        before, quote, after = line.partition('"')
        ends_cell = after.lstrip(" ")[:1] in (*_AFTER_QUOTE, self._separator)
        return before.count(self._separator) >= self._fewest or bool(quote and not ends_cell)

    def take_first(self) -> str:
        """The line in which the row began, alone; what follows it will be read anew."""
        self.position = self.start + 1
        return self._lines[self.start]


def split_rows(text: str, separator: str, width: int) -> tuple[list[Block], tuple[int, ...]]:
    """Rows in blocks of columns, and the numbers of those rows in which a quote opens and never closes.

    `width` is the usual number of cells. Raises Refusal when there are too many rows or a cell has no end.
    """
    if width > MAX_COLUMNS:
        raise Refusal("TABEL_TERLALU_BESAR", rows=text.count("\n"), columns=width)
    try:
        blocks = _split_at_once(_lines_of(text, width), separator)
        if blocks is not None:
            return blocks, ()
        rows, unclosed = _split_watchfully(list(_lines_of(text, width)), separator, width)
        return [block_of(rows)] if rows else [], unclosed
    except csv.Error:
        raise Refusal("BERKAS_RUSAK") from None


def _lines_of(text: str, width: int) -> Iterator[str]:
    """The lines with their ends. Bytes are read instead of the text: a StringIO holds four bytes for each letter."""
    stream = io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "replace")), encoding="utf-8", newline="")
    for number, line in enumerate(stream, start=1):
        if number > MAX_LINES:
            raise Refusal("TABEL_TERLALU_BESAR", rows=number, columns=width)
        yield line


def _split_at_once(lines: Iterator[str], separator: str) -> list[Block] | None:
    """The usual case, fast: every line is a row, so no quote runs on. None in all other cases."""
    blocks, number = [], 0
    while cut := list(islice(lines, BLOCK)):
        block = _cut(cut, separator, first=number + 1)
        if block is None:
            return None
        blocks.append(block)
        number += len(cut)
    return blocks


def _cut(lines: list[str], separator: str, *, first: int) -> Block | None:
    """The block of lines that are rows, numbered from `first`; None where a quote runs on."""
    if lines[-1].count('"') % 2:
        return None
    columns = cut_plain(lines, separator)
    if columns is not None:
        return trimmed_block(list(range(first, first + len(lines))), columns)
    try:
        rows = list(csv.reader(lines, delimiter=separator))
    except csv.Error:
        return None
    return (
        block_of([(n, row) for n, row in enumerate(rows, first) if row]) if len(rows) == len(lines) else None
    )


def _split_watchfully(cut: list[str], separator: str, width: int) -> tuple[Rows, tuple[int, ...]]:
    lines = _Lines(cut, separator, width)
    reader = csv.reader(lines, delimiter=separator)
    rows: Rows = []
    unclosed: list[int] = []
    number = 0
    while True:
        number += 1
        lines.start = lines.position
        try:
            row = next(reader)
        except StopIteration:
            return rows, tuple(unclosed)
        except _UnclosedQuoteError:
            row = _plain_cells(lines.take_first(), separator)
            reader = csv.reader(lines, delimiter=separator)
            unclosed.append(number)
        if row:
            rows.append((number, row))


def _plain_cells(line: str, separator: str) -> list[str]:
    """The cells of a line whose last quote never closes: from that quote on they are cut at each separator."""
    *cells, rest = next(csv.reader([line.rstrip("\r\n") + '"'], delimiter=separator))
    return [*cells, *rest.split(separator)]

"""Finds in an XLS the cells that its parser passes over: errors (#REF!) and formulas that were never worked out.

An XLS is a small file system (compound file) whose stream "Workbook" is a row of records (BIFF8): type, length,
data. Formats: Microsoft MS-CFB and MS-XLS.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_BOUNDSHEET, _BOF, _EOF, _FORMULA, _BOOLERR = 0x85, 0x809, 0x0A, 0x06, 0x205
_RESULT_ERROR, _RESULT_EMPTY = 2, 3
_CALCULATE_ON_LOAD = 0x2
# An error as a value; an error, or nothing yet, as the result of a formula.
_SUSPECT = re.compile(
    rb"\x05\x02\x08\x00.{7}\x01|\x06\x00.{8}(?:\x02\x00.\x00\x00\x00\xff\xff|\x03\x00{5}\xff\xff)", re.DOTALL
)
_LAST_SECTOR = 0xFFFFFFFA

Cells = dict[tuple[int, int], str]


def find_errors(content: bytes) -> dict[int, Cells]:
    """Texts of such cells by position of their sheet among all sheets, then (row from 1, column from 0).

    Empty when there are none, or when the file is not built as it should be: then the parser decides.
    """
    if not _SUSPECT.search(content):
        return {}
    try:
        stream = workbook_stream(content)
        found = {position: _errors_of(stream, start) for position, start in enumerate(sheet_starts(stream))}
    except (struct.error, IndexError, ValueError):
        return {}
    return {position: cells for position, cells in found.items() if cells}


def sheet_starts(stream: bytes) -> list[int]:
    """Where the records of each sheet begin."""
    return [struct.unpack_from("<I", data)[0] for kind, data in records_of(stream, 0) if kind == _BOUNDSHEET]


def _errors_of(stream: bytes, start: int) -> Cells:
    cells: Cells = {}
    for kind, data in records_of(stream, start):
        if kind in (_FORMULA, _BOOLERR):
            text = _formula_text(data) if kind == _FORMULA else _error_text(data)
            if text:
                row, column = struct.unpack_from("<HH", data)
                cells[row + 1, column] = text
    return cells


def _error_text(data: bytes) -> str:
    return ERRORS.get(data[6], "#N/A") if data[7] else ""


def _formula_text(data: bytes) -> str:
    if data[12:14] != b"\xff\xff":
        return ""
    if data[6] == _RESULT_ERROR:
        return ERRORS.get(data[8], "#N/A")
    unworked = data[6] == _RESULT_EMPTY and data[14] & _CALCULATE_ON_LOAD
    return "=…" if unworked else ""


def records_of(stream: bytes, position: int) -> Iterator[tuple[int, bytes]]:
    """The records from a BOF to its EOF; what is nested (a chart) is passed over."""
    depth = 0
    while position + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, position)
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 1:
            yield kind, stream[position + 4 : position + 4 + length]
        if depth == 0:
            return
        position += 4 + length


def workbook_stream(content: bytes) -> bytes:
    """The stream of records. Raises struct.error, IndexError or ValueError when the file is not built as it should."""
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    first_directory, small_limit = struct.unpack_from("<I4xI", content, 48)
    table = _allocation_table(content, size)
    directory = _chain(content, table, first_directory, size, 1)
    entries = [directory[at : at + 128] for at in range(0, len(directory) - 127, 128)]
    for entry in entries:
        name = entry[: max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)].decode("utf-16-le")
        start, length = struct.unpack_from("<II", entry, 116)
        if name in ("Workbook", "Book") and length >= small_limit:
            return _chain(content, table, start, size, 1)[:length]
        if name in ("Workbook", "Book"):
            return _small_stream(content, table, entries[0], size, start)[:length]
    return b""


def _small_stream(content: bytes, table: tuple[int, ...], root: bytes, size: int, start: int) -> bytes:
    """A short stream lies in sectors of 64 bytes inside the stream of the root entry."""
    first, count = struct.unpack_from("<II", content, 60)
    links = _chain(content, table, first, size, 1)[: count * size]
    small_table = struct.unpack(f"<{len(links) // 4}I", links)
    space = _chain(content, table, struct.unpack_from("<I", root, 116)[0], size, 1)
    return _chain(space, small_table, start, 64, 0)


def _allocation_table(content: bytes, size: int) -> tuple[int, ...]:
    sectors = list(struct.unpack_from("<109I", content, 76))
    extra, per_sector = struct.unpack_from("<I", content, 68)[0], size // 4
    while extra < _LAST_SECTOR and len(sectors) * size < len(content):
        *more, extra = struct.unpack_from(f"<{per_sector}I", content, (extra + 1) * size)
        sectors += more
    links = b"".join(content[(at + 1) * size : (at + 2) * size] for at in sectors if at < _LAST_SECTOR)
    return struct.unpack(f"<{len(links) // 4}I", links)


def _chain(space: bytes, table: tuple[int, ...], sector: int, size: int, skipped: int) -> bytes:
    """The sectors of one stream, joined. Raises IndexError or ValueError when their chain is broken."""
    parts: list[bytes] = []
    while sector < _LAST_SECTOR:
        if len(parts) > len(table):
            raise ValueError
        parts.append(space[(sector + skipped) * size : (sector + skipped + 1) * size])
        sector = table[sector]
    return b"".join(parts)

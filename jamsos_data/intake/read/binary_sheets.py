"""The sheets of an XLSB, for what its parser passes over: a row of records (BIFF12), each of type, length and data.

Format: Microsoft MS-XLSB. Sheets are read in parts, because a small archive may hold a large one.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import IO
from xml.etree import ElementTree as ET

from jamsos_data.intake.read.xls_errors import Cells
from jamsos_data.intake.report import Refusal

_ROW, _SHEET = 0, 156
_PART, _OVERLAP = 1024**2, 16
_NEEDED = 64
# Five seconds of work; 200.000 rows of 20 columns have fewer.
MAX_RECORDS = 5_000_000


@dataclass(frozen=True)
class Wanted:
    """Cells to be told of: `suspect` describes, in at most 16 bytes, how they begin (chance finds only cost time), and
    `text` gives what is to be told of a record by its type and data, "" for nothing.
    """

    suspect: re.Pattern[bytes]
    text: Callable[[int, bytes], str]


def find_cells(
    content: bytes, wanted: Callable[[zipfile.ZipFile, Iterator[int]], Wanted | None]
) -> dict[int, Cells]:
    """Texts of cells by position of their sheet among all sheets, then (row from 1, column from 0).

    `wanted` says which, of an archive and the counter of its records. Empty when there are none, or when the file is
    not built as it should be: then the parser decides. Raises Refusal for so many records that it would take too long.
    """
    counter = count()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            asked = wanted(archive, counter)
            if asked is None:
                return {}
            found = {
                position: _cells_of(archive, name, asked, counter)
                for position, name in enumerate(_sheet_names(archive, counter))
                if name in archive.namelist() and _holds(archive, name, asked.suspect)
            }
    except (struct.error, ValueError, IndexError, EOFError, ET.ParseError, KeyError):
        return {}
    return {position: cells for position, cells in found.items() if cells}


def _cells_of(archive: zipfile.ZipFile, name: str, wanted: Wanted, counter: Iterator[int]) -> Cells:
    cells: Cells = {}
    row = 0
    with archive.open(name) as stream:
        for kind, data in records_of(stream, counter):
            if kind == _ROW:
                row = struct.unpack_from("<I", data)[0]
            elif text := wanted.text(kind, data):
                cells[row + 1, struct.unpack_from("<I", data)[0]] = text
    return cells


def _sheet_names(archive: zipfile.ZipFile, counter: Iterator[int]) -> list[str]:
    """The entries of the sheets in the order of the workbook."""
    links = ET.fromstring(archive.read("xl/_rels/workbook.bin.rels"))  # noqa: S314 - entities were refused
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    names = []
    with archive.open("xl/workbook.bin") as stream:
        for kind, data in records_of(stream, counter):
            if kind == _SHEET:
                length = struct.unpack_from("<I", data, 8)[0]
                target = targets.get(data[12 : 12 + 2 * length].decode("utf-16-le"), "")
                names.append(posixpath.join("/xl", target).lstrip("/"))
    return names


def _holds(archive: zipfile.ZipFile, name: str, suspect: re.Pattern[bytes]) -> bool:
    """Whether an entry holds what a pattern of no more than 16 bytes describes."""
    rest = b""
    with archive.open(name) as stream:
        while part := stream.read(_PART):
            if suspect.search(rest + part):
                return True
            rest = part[-_OVERLAP:]
    return False


def records_of(entry: IO[bytes], counter: Iterator[int]) -> Iterator[tuple[int, bytes]]:
    """The records of an entry, of long ones only the beginning; all of a file are counted together.

    Raises Refusal for too many of them.
    """
    stream = io.BufferedReader(entry)  # type: ignore[arg-type]
    while first := stream.read(1):
        if next(counter) > MAX_RECORDS:
            raise Refusal("TABEL_TERLALU_BESAR", rows=MAX_RECORDS, columns=1)
        kind = first[0]
        if kind & 0x80:
            kind = kind & 0x7F | (stream.read(1)[0] & 0x7F) << 7
        length = _length(stream)
        yield kind, stream.read(min(length, _NEEDED))
        _skip(stream, length - _NEEDED)


def _length(stream: io.BufferedReader) -> int:
    length = 0
    for place in range(4):
        byte = stream.read(1)[0]
        length |= (byte & 0x7F) << 7 * place
        if not byte & 0x80:
            break
    return length


def _skip(stream: io.BufferedReader, length: int) -> None:
    while length > 0:
        part = stream.read(min(length, _PART))
        if not part:
            return
        length -= len(part)

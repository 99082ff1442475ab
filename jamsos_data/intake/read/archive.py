"""Looks at a zipped workbook before anything parses it: bombs, passwords, damage, other kinds of files.

A parser allocates the rectangle that the furthest cells span, so the references of the cells are read
here first and an absurd rectangle is refused. Entries are read in parts: none stands in memory as a whole.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from jamsos_data.intake.read.extent import MAX_COLUMNS, Extent
from jamsos_data.intake.read.formula_cells import LONGEST_CELL, has_lacking_cells, is_sheet
from jamsos_data.intake.read.hidden_cells import HiddenCells, by_position
from jamsos_data.intake.read.marked_runs import has_marked_runs
from jamsos_data.intake.read.opendocument import Walk
from jamsos_data.intake.read.reach import Reach
from jamsos_data.intake.read.styled_cells import StyledCells
from jamsos_data.intake.report import Refusal

MAX_INFLATED = 600 * 1024**2
MAX_RATIO = 300
SMALL_ENTRY = 20 * 1024**2
MAX_ENTRIES = 5_000
MAX_RECTANGLE = 40_000_000

_ENTRY = b"PK\x01\x02"
_PART = 1024**2
_LONGEST_MARK = 64  # bytes of a tag that may be cut
_BINARY_DENSITY = 40


@dataclass(frozen=True)
class Inspected:
    """What an archive holds: how much there is to parse, and the sheets with cells that a parser passes over or of
    which it does not tell what their format says (`styled`).

    `binary` when it is an XLSB, of which those are not told here, nor what it hides. `hidden` by position of the sheet.
    """

    extent: Extent
    lacking: frozenset[str]
    styled: StyledCells
    binary: bool = False
    hidden: Mapping[int, HiddenCells] = field(default_factory=dict)


def check_archive(content: bytes) -> Inspected:
    """Raise Refusal unless `content` is a sound, open, reasonably sized XLSX, XLSB or ODS archive."""
    with _opened(content) as archive:
        entries = archive.infolist()
        _check_subject(archive, {entry.filename for entry in entries})
        return _inspect(archive, entries)


def check_directory(content: bytes) -> Extent:
    """How much there is to parse, as the archive says itself. Raise Refusal where that is too much or locked."""
    if content.count(_ENTRY) > MAX_ENTRIES:
        raise Refusal("BERKAS_MENGEMBANG", megabytes=len(content) // 1024**2)
    with _opened(content) as archive:
        entries = archive.infolist()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Refusal("BERKAS_BERSANDI")
    total = sum(entry.file_size for entry in entries)
    bloated = any(
        entry.file_size > SMALL_ENTRY and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if total > MAX_INFLATED or bloated or len(entries) > MAX_ENTRIES:
        raise Refusal("BERKAS_MENGEMBANG", megabytes=total // 1024**2)
    return Extent(size=total)


@contextmanager
def _opened(content: bytes) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, UnicodeError, ValueError):
        raise Refusal("BERKAS_RUSAK") from None


def _check_subject(archive: zipfile.ZipFile, names: set[str]) -> None:
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return
    if "encrypted-package" in names:
        raise Refusal("BERKAS_BERSANDI")
    if "content.xml" in names and "spreadsheet" in _read_start(archive, names, "mimetype"):
        if "encryption-data" in _read_start(archive, names, "META-INF/manifest.xml"):
            raise Refusal("BERKAS_BERSANDI")
        return
    if "word/document.xml" in names or "opendocument.text" in _read_start(archive, names, "mimetype"):
        raise Refusal("BUKAN_TABEL_WORD")
    raise Refusal("BUKAN_TABEL", found="POWERPOINT" if "ppt/presentation.xml" in names else "ZIP")


def _read_start(archive: zipfile.ZipFile, names: set[str], name: str) -> str:
    if name not in names:
        return ""
    with archive.open(name) as stream:
        return stream.read(200_000).decode("utf-8", "replace")


def _inspect(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Inspected:
    """Read each entry to its end: proves size and checksum, sees how far cells reach and which lack a value."""
    rectangle, lacking = 0, set()
    hidden: dict[str, HiddenCells] = {}
    of_tables: Mapping[int, HiddenCells] = {}
    styled = StyledCells.of(_read_styles(archive))
    for entry in entries:
        name, parts = entry.filename, _read_parts(archive, entry)
        if is_sheet(name) or name == "content.xml":
            reach = Reach() if is_sheet(name) else Walk()
            lacks = _inspect_sheet(name, parts, styled, reach)
            rectangle = max(rectangle, reach.rectangle)
            if isinstance(reach, Walk):
                of_tables = reach.hidden
            else:
                hidden[name] = reach.hidden
            lacking |= {name} if lacks else set()
        elif _refuse_document_type(name, parts):
            lacking |= {name}
    binary = any(entry.filename == "xl/workbook.bin" for entry in entries)
    size = sum(entry.file_size for entry in entries)
    density = {"density": _BINARY_DENSITY} if binary else {}
    extent = Extent(size=size, rectangle=rectangle, **density)
    unseen = of_tables or by_position(archive, hidden)
    return Inspected(extent, frozenset(lacking), styled, binary, unseen)


def _read_styles(archive: zipfile.ZipFile) -> bytes:
    """The styles of the cells of an XLSX; of monstrous ones nothing."""
    entry = archive.NameToInfo.get("xl/styles.xml")
    return b"" if entry is None or entry.file_size > SMALL_ENTRY else archive.read(entry)


def _read_parts(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as stream:
        while part := stream.read(_PART):
            yield part


def _inspect_sheet(name: str, parts: Iterator[bytes], styled: StyledCells, reach: Reach | Walk) -> bool:
    """Feed a sheet (all sheets of an ODS) to `reach`, and tell whether any cell is to be rewritten."""
    lacks, rest = False, b""
    for part in parts:
        whole = rest + part
        if isinstance(reach, Reach) and b"<!DOCTYPE" in part:
            raise Refusal("BERKAS_RUSAK")
        reach.feed(part if isinstance(reach, Walk) else whole)
        lacks = lacks or has_lacking_cells(name, whole) or styled.are_in(name, whole)
        lacks = lacks or has_marked_runs(name, whole)
        rest = part[-LONGEST_CELL:]
    if isinstance(reach, Walk):
        reach.feed(b"", last=True)
    if reach.columns > MAX_COLUMNS or reach.rectangle > MAX_RECTANGLE:
        raise Refusal("TABEL_TERLALU_BESAR", rows=reach.rows, columns=reach.columns)
    return lacks


def _refuse_document_type(name: str, parts: Iterator[bytes]) -> bool:
    """No spreadsheet program declares one; it is the way to entities that grow without end. Returns whether texts are
    to be rewritten.
    """
    marked, rest = False, b""
    for part in parts:
        if name.startswith("xl/") and b"<!DOCTYPE" in part:
            raise Refusal("BERKAS_RUSAK")
        marked = marked or has_marked_runs(name, rest + part)
        rest = part[-_LONGEST_MARK:]
    return marked

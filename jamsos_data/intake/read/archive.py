"""Looks at a zipped workbook before anything parses it: bombs, passwords, damage, other kinds of files.

A parser allocates the rectangle that the furthest cells span, so the references of the cells are read
here first and an absurd rectangle is refused.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from jamsos_data.intake.report import Refusal

MAX_INFLATED = 600 * 1024**2
MAX_RATIO = 300
SMALL_ENTRY = 20 * 1024**2
MAX_ENTRIES = 5_000
MAX_COLUMNS = 2_000
MAX_RECTANGLE = 40_000_000

_CELL_REFERENCE = re.compile(rb"\sr=[\"']([A-Z]{1,4})(\d{1,9})[\"']")
_REPEAT = re.compile(rb"number-(columns|rows)-repeated=[\"'](\d+)[\"'][^>]*?(/?)>")


def check_archive(content: bytes) -> None:
    """Raise Refusal unless `content` is a sound, open, reasonably sized XLSX, XLSB or ODS archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check_directory(entries)
            names = {entry.filename for entry in entries}
            _check_subject(archive, names)
            for entry in entries:
                _check_entry(archive, entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, UnicodeError, ValueError):
        raise Refusal("BERKAS_RUSAK") from None


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Refusal("BERKAS_BERSANDI")
    total = sum(entry.file_size for entry in entries)
    bloated = any(
        entry.file_size > SMALL_ENTRY and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if total > MAX_INFLATED or bloated or len(entries) > MAX_ENTRIES:
        raise Refusal("BERKAS_MENGEMBANG", megabytes=total // 1024**2)


def _check_subject(archive: zipfile.ZipFile, names: set[str]) -> None:
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return
    if "encrypted-package" in names:
        raise Refusal("BERKAS_BERSANDI")
    if "content.xml" in names and "spreadsheet" in _read_start(archive, names, "mimetype"):
        if "encryption-data" in _read_start(archive, names, "META-INF/manifest.xml"):
            raise Refusal("BERKAS_BERSANDI")
        return
    raise Refusal("BUKAN_TABEL", found="ZIP")


def _read_start(archive: zipfile.ZipFile, names: set[str], name: str) -> str:
    if name not in names:
        return ""
    with archive.open(name) as stream:
        return stream.read(200_000).decode("utf-8", "replace")


def _check_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Read one entry to its end: proves size and checksum, and sees how far its cells reach."""
    data = archive.read(entry)
    if entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml"):
        _check_rectangle(data)
    elif entry.filename == "content.xml":
        _check_repeats(data)


def _check_rectangle(sheet: bytes) -> None:
    letters: set[bytes] = set()
    last_row = 0
    for match in _CELL_REFERENCE.finditer(sheet):
        letters.add(match[1])
        last_row = max(last_row, int(match[2]))
    columns = max((_column_number(name) for name in letters), default=0)
    if columns > MAX_COLUMNS or columns * last_row > MAX_RECTANGLE:
        raise Refusal("TABEL_TERLALU_BESAR", rows=last_row, columns=columns)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_repeats(content: bytes) -> None:
    """ODS repeats cells by number: a repeat is harmless while empty, a bomb when it carries a value."""
    for match in _REPEAT.finditer(content):
        count, empty = int(match[2]), bool(match[3])
        carries_value = b"office:value" in match[0] or not empty
        if match[1] == b"columns" and count > MAX_COLUMNS and carries_value:
            raise Refusal("TABEL_TERLALU_BESAR", rows=0, columns=count)

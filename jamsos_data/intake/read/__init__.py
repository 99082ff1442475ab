"""Step 1, read: bytes of a file → sheets of text, whatever the file's name says it is."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping

from jamsos_data.intake.read.archive import check_archive, check_directory
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.intake.read.delimited import decode, is_prose, read_delimited
from jamsos_data.intake.read.extent import MAX_COLUMNS, Extent
from jamsos_data.intake.read.formula_cells import fill_lacking_cells
from jamsos_data.intake.read.hidden_cells import find_hidden
from jamsos_data.intake.read.own_sheets import without_findings
from jamsos_data.intake.read.parsing import Parsing
from jamsos_data.intake.read.web_table import read_web_tables
from jamsos_data.intake.read.workbook import read_answer, read_workbook
from jamsos_data.intake.read.xls_errors import Cells, find_errors
from jamsos_data.intake.read.xls_percents import find_percents
from jamsos_data.intake.read.xls_struck import find_struck
from jamsos_data.intake.read.xlsb_errors import find_binary_errors
from jamsos_data.intake.read.xlsb_percents import find_binary_percents
from jamsos_data.intake.report import Refusal

MAX_BYTES = 200 * 1024**2
MAX_ROWS = 1_500_000

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_XLS_DENSITY = 40  # a number takes six bytes in an XLS
_XLS_START = struct.pack("<HH", 0x0809, 16)  # the BOF record that opens a workbook stream
_XLS_FILEPASS = 0x2F
_XLS_RECORDS_BEFORE_PASSWORD = 6
_SAMPLE = 200_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_WEB_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|style|div|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_OTHER_TYPES = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7Z"),
    (b"\x1f\x8b", "GZIP"),
    (b"PAR1", "PARQUET"),
    (b"{\\rtf", "WORD"),
)


def read_sheets(content: bytes) -> tuple[RawSheet, ...]:
    """The sheets of a file that hold anything. Raises Refusal when it is no readable table."""
    if len(content) > MAX_BYTES:
        raise Refusal("BERKAS_TERLALU_BESAR", megabytes=len(content) // 1024**2, limit=MAX_BYTES // 1024**2)
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Refusal("BERKAS_KOSONG")
    sheets = without_findings(tuple(sheet for sheet in _read_by_content(content) if len(sheet.cells)))
    if not sheets:
        raise Refusal("BERKAS_KOSONG")
    for sheet in sheets:
        rows, columns = sheet.cells.shape
        if rows > MAX_ROWS or columns > MAX_COLUMNS:
            raise Refusal("TABEL_TERLALU_BESAR", sheet=sheet.name, rows=rows, columns=columns)
    return sheets


def _read_by_content(content: bytes) -> tuple[RawSheet, ...]:
    for signature, name in _OTHER_TYPES:
        if content.startswith(signature):
            raise _no_table(name)
    if content.startswith((_ZIP, _EMPTY_ZIP)):
        return _read_archive(content)
    if content.startswith(_OLE2):
        if _WORD_STREAM in content:
            raise _no_table("WORD")
        if _ENCRYPTED_PACKAGE in content or _has_file_password(content):
            raise Refusal("BERKAS_BERSANDI")
        extent = Extent(size=len(content), density=_XLS_DENSITY)
        shown = _joined(find_percents(content), find_struck(content))
        return read_workbook(content, extent, _joined(shown, find_errors(content)), find_hidden(content))
    return _read_text(decode(content))


def _joined(first: Mapping[int, Cells], second: Mapping[int, Cells]) -> dict[int, Cells]:
    """The texts of two kinds of cells, by position of their sheet; of a cell of both kinds the second."""
    return {place: {**first.get(place, {}), **second.get(place, {})} for place in {*first, *second}}


def _read_archive(content: bytes) -> tuple[RawSheet, ...]:
    """While an archive is inspected it is parsed already; what the parser says counts once nothing was found.

    Anew where the inspection shows that cells are to be rewritten, or that the parser may take more than it took.
    """
    with Parsing(content, check_directory(content)) as parsing:
        inspected = check_archive(content)
        missing = (
            _joined(find_binary_percents(content), find_binary_errors(content)) if inspected.binary else {}
        )
        if inspected.lacking:
            whole = fill_lacking_cells(content, inspected.lacking, inspected.styled)
            return read_workbook(whole, inspected.extent, missing, inspected.hidden)
        answer = parsing.answer()
    if answer:
        return read_answer(answer, missing, inspected.hidden)
    return read_workbook(content, inspected.extent, missing, inspected.hidden)


def _read_text(text: str) -> tuple[RawSheet, ...]:
    if _WEB_PAGE.match(text):
        return read_web_tables(text)
    if _CONTROL.search(text, 0, _SAMPLE) or text.lstrip().startswith("{"):
        raise Refusal("BUKAN_TABEL", found="BINER" if _CONTROL.search(text, 0, _SAMPLE) else "JSON")
    if text.lstrip().startswith("<?xml"):
        raise Refusal("BUKAN_TABEL_WEB")
    sheet = read_delimited(text)
    if is_prose(sheet.cells):
        raise Refusal("BUKAN_TABEL", found="TEKS")
    return (sheet,)


def _no_table(found: str) -> Refusal:
    """The refusal of a file of another kind: documents and PDF have a remedy of their own."""
    own = {"WORD": "BUKAN_TABEL_WORD", "PDF": "BUKAN_TABEL_PDF"}
    return Refusal(own[found]) if found in own else Refusal("BUKAN_TABEL", found=found)


def _has_file_password(content: bytes) -> bool:
    """Whether the workbook stream of an XLS begins with a FILEPASS record."""
    position = content.find(_XLS_START)
    for _ in range(_XLS_RECORDS_BEFORE_PASSWORD):
        if position < 0 or position + 4 > len(content):
            return False
        record, length = struct.unpack_from("<HH", content, position)
        if record == _XLS_FILEPASS:
            return True
        position += 4 + length
    return False

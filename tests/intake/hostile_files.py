"""Files made to exhaust whoever opens them, each a few kilobytes up to a few megabytes; see each one's name."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

FILES = Path(__file__).parent / "files"
SHEET = "xl/worksheets/sheet1.xml"
MEGABYTE = 1024**2


def small_workbook() -> bytes:
    """A sound workbook with two kecamatan."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (("Kecamatan", "Peserta Aktif"), ("Jati", 30), ("Undaan", 40)):
        sheet.append(row)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def edited(
    content: bytes, change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None
) -> bytes:
    """An archive with each entry passed through `change`, and more entries."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            archive.writestr(name, change(name, source.read(name)))
        for name, data in (more or {}).items():
            archive.writestr(name, data)
    return target.getvalue()


def _in_sheet(old: bytes, new: bytes) -> bytes:
    return edited(small_workbook(), lambda name, data: data.replace(old, new, 1) if name == SHEET else data)


def _with_declared_size(size: int) -> bytes:
    """The central directory says that the sheet is `size` bytes long."""
    content = small_workbook()
    entry = content.index(SHEET.encode(), content.index(b"PK\x01\x02")) - 46
    return content[: entry + 24] + struct.pack("<I", size) + content[entry + 28 :]


def _with_cells_to(column: int, rows: int) -> bytes:
    cells = b"".join(
        b'<row r="%d"><c r="%b%d"><v>1</v></c></row>' % (row, get_column_letter(column).encode(), row)
        for row in range(4, rows + 1)
    )
    return _in_sheet(b"</sheetData>", cells + b"</sheetData>")


def _ods(old: bytes, new: bytes) -> bytes:
    content = (FILES / "lembar_ods.ods").read_bytes()
    return edited(content, lambda name, data: data.replace(old, new) if name == "content.xml" else data)


def _nested() -> bytes:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("dalam.zip", bytes(100 * MEGABYTE))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("luar.zip", inner.getvalue())
    return target.getvalue()


_ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%b">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in b"bcdefghij"
)
_PADDED = b'<table:table-row table:style-name="ro1" table:number-rows-repeated="1048571">'

HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "archive in an archive": (_nested, "BUKAN_TABEL"),
    "20.000 entries": (
        lambda: edited(small_workbook(), lambda _, data: data, {f"x{n}": b"" for n in range(20_000)}),
        "BERKAS_MENGEMBANG",
    ),
    "sheet of 300 MB of blanks": (
        lambda: _in_sheet(b"<sheetData>", b"<sheetData>" + b" " * 300 * MEGABYTE),
        "BERKAS_MENGEMBANG",
    ),
    "sheet that says it has 4 GB": (lambda: _with_declared_size(0xFFFFFFF0), "BERKAS_MENGEMBANG"),
    "sheet that says it has 100 bytes": (lambda: _with_declared_size(100), "BERKAS_RUSAK"),
    "entities of entities": (lambda: _in_sheet(b"<worksheet", _ENTITIES + b"]><worksheet"), "BERKAS_RUSAK"),
    "entities in an ods": (
        lambda: _ods(b"<office:document-content", _ENTITIES + b"]><office:document-content"),
        "BERKAS_RUSAK",
    ),
    "16.384 columns": (lambda: _with_cells_to(16_384, 20_000), "TABEL_TERLALU_BESAR"),
    "one cell at the last place": (
        lambda: _in_sheet(
            b"</sheetData>", b'<row r="1048576"><c r="BZZ1048576"><v>1</v></c></row></sheetData>'
        ),
        "TABEL_TERLALU_BESAR",
    ),
    "ods with a cell repeated over a million rows": (
        lambda: _ods(
            _PADDED,
            _PADDED + b'<table:table-cell table:number-columns-repeated="900" office:value-type="float" '
            b'office:value="1"/>',
        ),
        "TABEL_TERLALU_BESAR",
    ),
    "ods with a cell repeated over 16.384 columns": (
        lambda: _ods(b'office:value="40"', b'table:number-columns-repeated="16382" office:value="40"'),
        "TABEL_TERLALU_BESAR",
    ),
    "text of two million lines": (lambda: b"Kecamatan;Peserta\n" * 2_000_000, "TABEL_TERLALU_BESAR"),
    "text of 16.384 columns": (lambda: (b"Bae" + b";1" * 16_383 + b"\n") * 200, "TABEL_TERLALU_BESAR"),
    "text of one endless cell": (lambda: b'Kecamatan;"' + b"x" * 50 * MEGABYTE, "BERKAS_RUSAK"),
    "archive cut short": (lambda: small_workbook()[:-30], "BERKAS_RUSAK"),
    "archive of one signature": (lambda: b"PK\x03\x04", "BERKAS_RUSAK"),
}

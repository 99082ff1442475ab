"""Small binary workbooks (XLSB) for the tests, record by record: nothing at hand writes them."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence

_OFFICE = "http://schemas.openxmlformats.org"


def record(kind: int, data: bytes = b"") -> bytes:
    """A record of an XLSB: its type and its length in groups of seven bits."""
    return (bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])) + bytes([len(data)]) + data


def wide(words: str) -> bytes:
    """A text with its length."""
    return struct.pack("<I", len(words)) + words.encode("utf-16-le")


def text(words: str, *, style: int = 0) -> tuple[int, bytes]:
    """A cell of text."""
    return style, b"\x06" + wide(words)


def styles_of(*formats: int, codes: Sequence[tuple[int, str]] = ()) -> bytes:
    """The part of styles: a cell style for each number of a format, after one of the styles of styles in percent."""
    own = b"".join(record(44, struct.pack("<H", number) + wide(code)) for number, code in codes)
    cells = b"".join(record(47, struct.pack("<HH", 0, number) + bytes(12)) for number in formats)
    named = record(47, struct.pack("<HH", 0xFFFF, 9) + bytes(12))
    parts = [record(615, _count(len(codes))), own, record(616)] if codes else []
    parts += [record(626, _count(1)), named, record(627)]
    parts += [record(617, _count(len(formats))), cells, record(618)]
    return b"".join([record(278), *parts, record(279)])


def _count(number: int) -> bytes:
    return struct.pack("<I", number)


def xlsb_of(rows: Sequence[Sequence[tuple[int, bytes]]], *, styles: bytes = b"") -> bytes:
    """A binary workbook with a first sheet that is empty; a cell is its style, the type of its record, its value."""
    body = b"".join(
        record(0, struct.pack("<I", number) + bytes(13))
        + b"".join(
            record(cell[0], struct.pack("<II", at, style) + cell[1:]) for at, (style, cell) in enumerate(row)
        )
        for number, row in enumerate(rows)
    )
    sheets = [
        record(129) + record(148, bytes(16)) + record(145) + cells + record(146) + record(130)
        for cells in (b"", body)
    ]
    names = [struct.pack("<II", 0, n) + wide(f"rId{n}") + wide(f"S{n}") for n in (1, 2)]
    book = (
        record(131) + record(143) + b"".join(record(156, name) for name in names) + record(144) + record(132)
    )
    kind = f"{_OFFICE}/officeDocument/2006/relationships/worksheet"
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="worksheets/sheet{n}.bin"/>' for n in (1, 2)
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("xl/workbook.bin", book)
        relations = f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">{links}</Relationships>'
        archive.writestr("xl/_rels/workbook.bin.rels", relations)
        if styles:
            archive.writestr("xl/styles.bin", styles)
        for number, sheet in enumerate(sheets, start=1):
            archive.writestr(f"xl/worksheets/sheet{number}.bin", sheet)
    return target.getvalue()

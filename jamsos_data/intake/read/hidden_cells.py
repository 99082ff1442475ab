"""Rows and columns that a spreadsheet does not show, by hand or by a filter; its parser tells them like any other."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from jamsos_data.intake.read.xls_errors import records_of, sheet_starts, workbook_stream

_HIDDEN_MARKS = (b'hidden="1"', b"hidden='1'", b'hidden="true"')
_HIDDEN_TAG = re.compile(rb"<(?:\w+:)?(row|col)\b([^>]*\shidden=[\"'](?:1|true)[\"'][^>]*)>")
_ROW_NUMBER = re.compile(rb"\sr=[\"'](\d+)[\"']")
_SPAN = re.compile(rb"\s(min|max)=[\"'](\d+)[\"']")
_SHEET_TAG = re.compile(rb"<(?:\w+:)?sheet\b[^>]*\s\w+:id=[\"']([^\"']+)[\"']")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ID, _TARGET = re.compile(rb"\sId=[\"']([^\"']+)[\"']"), re.compile(rb"\sTarget=[\"']([^\"']+)[\"']")
_MOST_COLUMNS = 16_384

_XLS_ROW, _XLS_COLUMNS = 0x208, 0x7D
_XLS_ROW_HIDDEN, _XLS_COLUMNS_HIDDEN = 0x20, 0x1


@dataclass
class HiddenCells:
    """The hidden rows (from 1) and columns (from 0) of a sheet, as far as its parts were looked through."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)

    def feed(self, part: bytes) -> None:
        """Look through the next part of a sheet of an XLSX."""
        # Most sheets hide nothing: a plain search is much faster than an expression.
        if not any(mark in part for mark in _HIDDEN_MARKS):
            return
        for kind, attributes in _HIDDEN_TAG.findall(part):
            span = {name: int(number) for name, number in _SPAN.findall(attributes)}
            if kind == b"row" and (number := _ROW_NUMBER.search(attributes)):
                self.rows.add(int(number[1]))
            elif kind == b"col" and len(span) == 2:
                self.columns |= set(range(span[b"min"] - 1, min(span[b"max"], _MOST_COLUMNS)))

    @classmethod
    def of_xls(cls, stream: bytes, start: int) -> Self:
        """Of the records of a sheet of an XLS. Raises struct.error when it is not built as it should be."""
        hidden = cls()
        for kind, data in records_of(stream, start):
            if kind == _XLS_ROW and data[12] & _XLS_ROW_HIDDEN:
                hidden.rows.add(struct.unpack_from("<H", data)[0] + 1)
            elif kind == _XLS_COLUMNS and data[8] & _XLS_COLUMNS_HIDDEN:
                first, last = struct.unpack_from("<HH", data)
                hidden.columns |= set(range(first, last + 1))
        return hidden


def find_hidden(content: bytes) -> dict[int, HiddenCells]:
    """What each sheet of an XLS hides, by its position among all sheets; nothing when the file is built otherwise."""
    try:
        stream = workbook_stream(content)
        return {place: HiddenCells.of_xls(stream, start) for place, start in enumerate(sheet_starts(stream))}
    except (struct.error, IndexError, ValueError):
        return {}


def by_position(archive: zipfile.ZipFile, hidden: Mapping[str, HiddenCells]) -> dict[int, HiddenCells]:
    """What the sheets of an XLSX hide, by their position in the workbook instead of the names of their entries."""
    parts = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
    if not hidden or not parts <= archive.NameToInfo.keys():
        return {}
    targets = {}
    for relation in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels")):
        number, target = _ID.search(relation), _TARGET.search(relation)
        if number and target:
            name = target[1].decode("utf-8", "replace")
            targets[number[1]] = name.lstrip("/") if name.startswith("/") else f"xl/{name}"
    sheets = _SHEET_TAG.findall(archive.read("xl/workbook.xml"))
    names = enumerate(targets.get(number, "") for number in sheets)
    return {place: hidden[name] for place, name in names if name in hidden}

"""Parses one workbook in a process of its own: bytes come on standard input, texts leave on standard output.

A damaged file can make a parser hang, abort or ask for all memory. Here that ends this process and nobody
else's; `workbook.py` starts it, and it ends with its file. It imports nothing of ours, so that it starts fast.

Its answer: eight bytes that tell the length of a JSON text, that text, and whole numbers of four bytes. Columns repeat
the same few texts, so each text of a column is told once, in JSON, and each cell by the number of its text.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

# Floats beyond this carry no exact integers; Excel itself keeps 15 digits.
_EXACT = 1e16
_FIFTEEN = 1e15
_BLOCK = 1_000
# No figure, area, month or name is longer; what looks for words in a text may try each place of it again and again.
LONGEST_TEXT = 1_000
_MARKED = re.compile(r"\d[.,]\d")


def cell_text(value: object) -> str:
    """One cell as text: integers without ".0", dates in ISO form, texts without no-break spaces.

    >>> cell_text(33190.0), cell_text(date(2026, 9, 1)), cell_text(0.5)
    ('33190', '2026-09-01', '0.5')

    A text beyond LONGEST_TEXT is cut, with a mark that it was.
    """
    if isinstance(value, str):
        text = value.replace("\u00a0", " ").strip()
        return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(" ", "minutes")
    if isinstance(value, (date, time, timedelta, int)):
        return value.isoformat() if isinstance(value, (date, time)) else str(value)
    return "" if value is None else str(value)


class _Places(dict[object, int]):
    """By value of a column, the place at which it was first seen."""

    def __missing__(self, value: object) -> int:
        place = self[value] = len(self)
        return place


def parse_workbook(content: bytes) -> tuple[list[dict[str, Any]], list[array[int]]]:
    """All worksheets: position among all sheets, name, hidden, merged; how many of their rows hold anything; by column
    its different texts; which columns (from 0) hold fractions as numbers and none as text.

    And for each sheet the numbers of those rows (from 1), then for each of its columns the places of their texts.
    Raises CalamineError, OSError or ValueError for what cannot be read; worse may happen.
    """
    told: list[array[int]] = []
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        sheets = [
            _parse_sheet(workbook.get_sheet_by_name(about.name), told)
            | {
                "position": position,
                "name": about.name,
                "hidden": about.visible is not SheetVisibleEnum.Visible,
            }
            for position, about in enumerate(workbook.sheets_metadata)
            if about.typ is SheetTypeEnum.WorkSheet
        ]
    return sheets, told


def _parse_sheet(sheet: CalamineSheet, told: list[array[int]]) -> dict[str, Any]:
    """A sheet that claims a million rows costs only those it has."""
    numbers = array("i")
    columns: list[tuple[_Places, array[int]]] = []
    filled = _filled_rows(sheet, numbers)
    # Rows by the thousand: to keep all cells of a long sheet at once takes as long again as reading them.
    while rows := list(islice(filled, _BLOCK)):
        cells = list(zip(*rows, strict=True))
        columns = columns or [(_Places(), array("i")) for _ in cells]
        for (known, places), column in zip(columns, cells, strict=True):
            places.extend(map(known.__getitem__, _told_apart(column)))
    told += [numbers, *(places for _, places in columns)]
    first = sheet.start[1] if sheet.start else 0
    ranges = sheet.merged_cell_ranges or []
    return {
        "rows": len(numbers),
        "first_column": first,
        "columns": [_texts(known) for known, _ in columns],
        "typed": [place for place, (known, _) in enumerate(columns, start=first) if _is_typed(known)],
        "merged": [(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in ranges],
    }


def _filled_rows(sheet: CalamineSheet, numbers: array[int]) -> Iterator[Sequence[object]]:
    """The rows that hold anything; their numbers from 1 are added to `numbers`."""
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if any(row) or 0.0 in row:
            numbers.append(number)
            yield row


def _told_apart(cells: tuple[object, ...]) -> Iterable[object]:
    """The cells, with what a dictionary takes for a number as text: to it True is 1."""
    if bool not in set(map(type, cells)):
        return cells
    return (cell_text(value) if isinstance(value, bool) else value for value in cells)


def _texts(values: Iterable[object]) -> list[str]:
    """The cells as text. Numbers of 16 digits as Excel rounds them, where all of a column end in 0 and so may be.

    Excel keeps 15 digits; a program that writes all 16 shows by another last digit that it does.
    """
    long = {value for value in values if isinstance(value, float) and _FIFTEEN <= value < _EXACT}
    if not long or any(value % 10 for value in long):
        return list(map(cell_text, values))
    return [f"{value:.14E}" if value in long else cell_text(value) for value in values]


def _is_typed(values: Iterable[object]) -> bool:
    """Whether every mark in the numbers of a column is the decimal point of a number, not a character of a text."""
    if not any(isinstance(value, float) and not value.is_integer() for value in values):
        return False
    return not any(isinstance(value, str) and _MARKED.search(value) for value in values)


def _limit(memory: int, seconds: int) -> None:
    """Let the system end this process when it asks for too much, where the system can; never dump its memory."""
    try:
        import resource
    except ImportError:
        return
    limits = ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds))
    for kind, most in limits:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def main() -> None:
    """Limit this process to the bytes and seconds of the command line, then answer with sheets or a password."""
    memory, seconds = map(int, sys.argv[1:3])
    _limit(memory, seconds)
    # Nothing here goes round in circles, and looking for circles takes as long as reading the rows.
    gc.disable()
    told: list[array[int]] = []
    try:
        sheets, told = parse_workbook(sys.stdin.buffer.read())
        answer: dict[str, Any] = {"sheets": sheets}
    except CalamineError as error:
        if not (isinstance(error, PasswordError) or "assword" in str(error) or "ncrypt" in str(error)):
            raise
        answer = {"password": True}
    text = json.dumps(answer).encode()
    sys.stdout.buffer.write(len(text).to_bytes(8, sys.byteorder))
    sys.stdout.buffer.write(text)
    for numbers in told:
        sys.stdout.buffer.write(numbers.tobytes())
    sys.stdout.flush()
    # All is said; to put every cell away takes time.
    os._exit(0)


if __name__ == "__main__":
    main()

"""How the command line writes what it found: JSON for programs, CSV for programs, aligned tables for people."""

import csv
import json
import math
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import pandas as pd

from jamsos_data.exports.tables import guard_text
from jamsos_data.periods import month_key

MISSING = "–"
_FIGURE = re.compile(r"(-|Rp|-Rp)?\d")


def print_json(answer: object) -> None:
    """Print one JSON document; months as "2026-09", what is missing as null."""
    print(json.dumps(_plain(answer), ensure_ascii=False, indent=2, allow_nan=False))


def print_csv(rows: Sequence[Mapping[str, object]]) -> None:
    """Print rows of equal keys as CSV: commas, decimal points, months as 2026-09, empty for what is missing.

    A text that begins like a formula is preceded by an apostrophe, as in every export.
    """
    if rows:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(map(guard_text, rows[0]))
        writer.writerows([_csv_value(row[name]) for name in rows[0]] for row in rows)


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, labels: int = 1) -> None:
    """Print texts in aligned columns: the first `labels` and other words to the left, figures to the right."""
    lines = [list(headings), *(list(row) for row in rows)]
    columns = list(zip(*lines, strict=True))
    widths = [max(map(len, column)) for column in columns]
    right = [place >= labels and _holds_figures(column[1:]) for place, column in enumerate(columns)]
    for line in lines:
        cells = zip(line, widths, right, strict=True)
        padded = (cell.rjust(width) if to_right else cell.ljust(width) for cell, width, to_right in cells)
        print("  ".join(padded).rstrip())


def records_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame as dictionaries of plain Python values."""
    return [{str(name): _plain(value) for name, value in row.items()} for row in frame.to_dict("records")]


def _csv_value(value: Any) -> Any:
    plain = _plain(value)
    if isinstance(plain, bool):
        return str(plain).lower()
    return guard_text(plain) if isinstance(plain, str) else plain


def _holds_figures(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(cell == MISSING or _FIGURE.match(cell) for cell in filled)


def _plain(value: Any) -> Any:
    """A value as JSON knows it."""
    match value:
        case Mapping():
            return {str(key): _plain(inner) for key, inner in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_plain(inner) for inner in value]
        case None | bool() | str() | int():
            return value
        case float():
            return None if math.isnan(value) else value
    return _plain_scalar(value)


def _plain_scalar(value: Any) -> Any:
    if pd.isna(value):
        return None
    if isinstance(value, datetime):
        return month_key(value) if value.tzinfo is None else value.isoformat()
    return value.item() if hasattr(value, "item") else str(value)

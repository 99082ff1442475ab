"""Texts of merged cells hold for all cells that they cover: headers to the right, names downwards."""

from __future__ import annotations

import pandas as pd

from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.locate.header_words import is_unit_row
from jamsos_data.intake.read.cells import RawSheet


def join_headers(rows: list[list[str]], numbers: list[int], sheet: RawSheet) -> tuple[tuple[str, ...], ...]:
    """Per column the texts of its header rows from top to bottom, without repeats, a unit beneath them in brackets."""
    filled = [
        _fill_right(cells, number, sheet, rows[index + 1] if index + 1 < len(rows) else None)
        for index, (cells, number) in enumerate(zip(rows, numbers, strict=True))
    ]
    units = filled.pop() if len(filled) > 1 and is_unit_row(rows[-1]) else [""] * len(rows[0])
    return tuple(
        _with_unit(tuple(dict.fromkeys(text for row in filled if (text := row[position]))), units[position])
        for position in range(len(rows[0]))
    )


def _with_unit(parts: tuple[str, ...], unit: str) -> tuple[str, ...]:
    """A header with the unit from the row beneath, written as people write it in one cell: "Iuran (juta Rp)"."""
    if not parts or not unit:
        return parts
    return (*parts[:-1], f"{parts[-1]} ({unit.strip('()[] ')})")


def fill_merged(body: pd.DataFrame, sheet: RawSheet) -> pd.DataFrame:
    """Texts of cells merged downwards hold for all their rows, as the spreadsheet shows them."""
    down = [merge for merge in sheet.merged if merge[2] > merge[0] and merge[1] in body.columns]
    down = [merge for merge in down if merge[0] in body.index]
    if not down:
        return body
    body = body.copy()
    for top, left, bottom, _ in down:
        text = str(body.at[top, left])
        if text and not is_number(text):
            body.loc[(body.index > top) & (body.index <= bottom), left] = text
    return body


def spread_merged(cells: list[str], number: int, sheet: RawSheet) -> list[str]:
    """A row in which the text of a merged cell stands in all columns that it covers."""
    result = list(cells)
    for top, left, _, right in sheet.merged:
        if top == number:
            for position in range(left + 1, min(right, len(cells) - 1) + 1):
                result[position] = result[position] or result[left]
    return result


def _fill_right(cells: list[str], number: int, sheet: RawSheet, below: list[str] | None) -> list[str]:
    """A group header goes for the columns it is merged over; without merges, for the blanks to its right."""
    result = spread_merged(cells, number, sheet)
    if result != cells or below is None:
        return result
    for position in range(1, len(result)):
        if not result[position] and below[position] and result[position - 1] and below[position - 1]:
            result[position] = result[position - 1]
    return result

"""What somebody corrected in the cells of a file: put in before anything is read, as if the file had said it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jamsos_data.findings import Severity
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.plan import plan_sheets
from jamsos_data.intake.locate.table import Table, column_letter
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.intake.read.parser import cell_text
from jamsos_data.intake.report import Cell, FindingLog, IntakeOptions


def correct_cells(
    sheets: Sequence[RawSheet], options: IntakeOptions, *, lexicon: Lexicon, log: FindingLog
) -> tuple[RawSheet, ...]:
    """The sheets with the corrected texts; a cell that the file does not have is noted as a warning.

    A column named by its header is sought in the header rows as `options` have them. Of merged cells the corner
    holds the text, so a correction of any of them is one of the corner.
    """
    corrections = options.corrections
    if not corrections:
        return tuple(sheets)
    tables: dict[str, Table | None] = {}
    if any(isinstance(column, str) for _, _, column in corrections):
        tables = {plan.sheet.name: plan.table for plan in plan_sheets(sheets, options, lexicon)}
    names = {sheet.name for sheet in sheets}
    only = sheets[0].name if len(sheets) == 1 else None
    by_sheet: dict[str, dict[tuple[int, int | str], str]] = {}
    for (name, row, column), text in corrections.items():
        meant = only if only is not None and not name else name
        if meant in names:
            by_sheet.setdefault(str(meant), {})[row, column] = text
        else:
            _note_missing((name, row, column), log)
    corrected = tuple(
        _correct(sheet, by_sheet.get(sheet.name, {}), tables.get(sheet.name), log) for sheet in sheets
    )
    if log.corrected:
        log.add("SEL_DIPERBAIKI", Severity.INFO, n=log.corrected)
    return corrected


def _correct(
    sheet: RawSheet, texts: Mapping[tuple[int, int | str], str], table: Table | None, log: FindingLog
) -> RawSheet:
    if not texts:
        return sheet
    cells, typed = sheet.cells.copy(), set(sheet.typed)
    for (row, column), text in texts.items():
        position = column if isinstance(column, int) else _position(column, table, cells.shape[1])
        place = _corner(row, position, sheet)
        if place is None or place[0] not in cells.index or place[1] not in cells.columns:
            _note_missing((sheet.name, row, column), log)
            continue
        cells.at[place] = cell_text(text)
        typed.discard(place[1])  # what somebody writes is text
        log.corrected += 1
    return replace(sheet, cells=cells, typed=frozenset(typed))


def _position(column: str, table: Table | None, width: int) -> int | None:
    """A column by its header, else by its letter."""
    headers = [] if table is None else [table.header_text(place) for place in range(len(table.headers))]
    if column in headers:
        return headers.index(column)
    letters = [column_letter(place) for place in range(width)]
    return letters.index(column.upper()) if column.upper() in letters else None


def _corner(row: int, position: int | None, sheet: RawSheet) -> tuple[int, int] | None:
    if position is None:
        return None
    for top, left, bottom, right in sheet.merged:
        if top <= row <= bottom and left <= position <= right:
            return top, left
    return row, position


def _note_missing(cell: Cell, log: FindingLog) -> None:
    sheet, row, column = cell
    shown = column_letter(column) if isinstance(column, int) else column
    log.add("PERBAIKAN_TANPA_SEL", Severity.WARNING, sheet=sheet or None, row=row, column=shown)

"""A short picture of every sheet for people: its first and last rows, each with what it was taken for.

Cells of persons are never part of it. In a sheet that lists persons only words that any header has are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jamsos_data.datasets import DATASETS
from jamsos_data.intake.column_readings import read_columns
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.header import locate_table
from jamsos_data.intake.locate.header_words import is_wide_label
from jamsos_data.intake.locate.plan import plan_sheets
from jamsos_data.intake.locate.table import Table, column_letter
from jamsos_data.intake.match.columns import UnknownMeaningError, match_columns
from jamsos_data.intake.names import alternatives, normalise
from jamsos_data.intake.personal import names_persons
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.intake.report import (
    HIDDEN,
    ColumnReading,
    IntakeOptions,
    OutlineRow,
    Refusal,
    RowRole,
    SheetOutline,
    mask,
)
from jamsos_data.intake.sheet_names import names_to_hide

FIRST_ROWS = 40
LAST_ROWS = 10
MOST_COLUMNS = 60


@dataclass(frozen=True, kw_only=True)
class SheetMarks:
    """What the rows of a sheet that was read are, where they are not data; `hides_cells` when it lists persons."""

    table: Table
    columns: tuple[ColumnReading, ...] = ()
    rows: Mapping[RowRole, Collection[int]] = field(default_factory=dict)
    hides_cells: bool = False


def outline_sheets(
    sheets: Sequence[RawSheet],
    marks: Mapping[str, SheetMarks],
    lexicon: Lexicon,
    *,
    hides_cells: bool = False,
) -> tuple[SheetOutline, ...]:
    """The outline of each sheet; those without marks were not read. `hides_cells` when the file lists persons."""
    return tuple(
        _outline(sheet, found, lexicon, table=found.table if found else locate_table(sheet, lexicon),
                 hides_cells=hides_cells)
        for sheet in sheets
        for found in (marks.get(sheet.name),)
    )  # fmt: skip


def outline_unread(
    sheets: Sequence[RawSheet], lexicon: Lexicon, options: IntakeOptions, *, hides_cells: bool
) -> tuple[SheetOutline, ...]:
    """The outlines of a file that was refused, with the columns as far as the kind of data is known, to choose in.

    Where it seems to list persons, its sheets go by number.
    """
    tables = _tables_to_choose_in(sheets, lexicon, options)
    outlines = []
    for sheet, table in zip(sheets, tables, strict=True):
        outline = _outline(sheet, None, lexicon, table=table, hides_cells=hides_cells)
        hidden = any(HIDDEN in row.cells for row in outline.rows)
        columns = _columns_to_choose(table, options, lexicon, hides_cells=hidden) if table else ()
        outlines.append(replace(outline, columns=columns))
    if not any(HIDDEN in row.cells for outline in outlines for row in outline.rows):
        return tuple(outlines)
    numbered = names_to_hide((sheet.name for sheet in sheets), lexicon.areas)
    return tuple(replace(outline, name=numbered.get(outline.name, outline.name)) for outline in outlines)


def _tables_to_choose_in(
    sheets: Sequence[RawSheet], lexicon: Lexicon, options: IntakeOptions
) -> list[Table | None]:
    """The tables as chosen; where the choices themselves cannot be, as intake would find them."""
    try:
        return [plan.table for plan in plan_sheets(sheets, options, lexicon)]
    except Refusal:
        return [locate_table(sheet, lexicon) for sheet in sheets]


def _columns_to_choose(
    table: Table, options: IntakeOptions, lexicon: Lexicon, *, hides_cells: bool
) -> tuple[ColumnReading, ...]:
    data = DATASETS.get(options.kind or "")
    if data is None:
        return ()
    given = frozenset(options.constants)
    try:
        mapping = match_columns(table, data, lexicon, given)
    except UnknownMeaningError:
        table = replace(table, choices={}, sources={})
        mapping = match_columns(table, data, lexicon, given)
    return read_columns(table, mapping, lexicon, given, hides_cells=hides_cells)


def _outline(
    sheet: RawSheet, marks: SheetMarks | None, lexicon: Lexicon, *, table: Table | None, hides_cells: bool
) -> SheetOutline:
    cells = sheet.cells.iloc[:, :MOST_COLUMNS]
    head = cells.head(FIRST_ROWS)
    tail = cells.tail(min(LAST_ROWS, max(0, len(cells) - FIRST_ROWS)))
    role_of = _role_reader(table, marks)
    texts = [(int(row[0]), tuple(map(str, row[1:]))) for part in (head, tail) for row in part.itertuples()]
    hides_cells = hides_cells or bool(marks and marks.hides_cells) or _lists_persons(texts, role_of)
    signed = any(_is_signed(row) for _, row in texts)
    show = _cell_writer(table, lexicon, hides_cells=hides_cells, hides_notes=signed)
    rows = tuple(
        OutlineRow(number=number, role=role, cells=show(row, role))
        for number, row in texts
        if (role := role_of(number))
    )
    return SheetOutline(
        name=sheet.name,
        is_read=marks is not None,
        letters=tuple(column_letter(int(position)) for position in cells.columns),
        rows=rows,
        header_rows=table.header_rows if table else (),
        columns=marks.columns if marks else (),
        omitted=len(cells) - len(head) - len(tail),
        omitted_after=int(head.index[-1]),
    )


def _role_reader(table: Table | None, marks: SheetMarks | None) -> Callable[[int], RowRole]:
    first = table.header_rows[0] if table and table.header_rows else 0
    last = table.header_rows[-1] if table and table.header_rows else 0

    def role_of(number: int) -> RowRole:
        for role, numbers in (marks.rows if marks else {}).items():
            if number in numbers:
                return role
        if number < first:
            return "title"
        if number <= last:
            return "header"
        return "data" if marks else "unread"

    return role_of


def _lists_persons(texts: Sequence[tuple[int, tuple[str, ...]]], role_of: Callable[[int], RowRole]) -> bool:
    """Whether a cell holds the number of a person, other than of the official who signs beneath the table."""
    return any(
        mask(cell) != cell
        for number, row in texts
        if not (role_of(number) == "note" and _is_signed(row))
        for cell in row
    )


def _is_signed(row: Sequence[str]) -> bool:
    return any(normalise(cell).startswith("nip") for cell in row)


def _cell_writer(
    table: Table | None, lexicon: Lexicon, *, hides_cells: bool, hides_notes: bool
) -> Callable[[tuple[str, ...], RowRole], tuple[str, ...]]:
    """How cells may be shown: masked, and hidden where persons are listed or sign."""
    personal = frozenset(
        position for position, parts in enumerate(table.headers if table else ())
        if any(names_persons(word) for part in parts for word in alternatives(part))
    )  # fmt: skip

    def show(row: tuple[str, ...], role: RowRole) -> tuple[str, ...]:
        everything = hides_cells or (hides_notes and role == "note")
        hidden = range(len(row)) if everything else () if role in ("title", "header") else personal
        return tuple(
            _word_of_header(cell, role, lexicon) if place in hidden else mask(cell)
            for place, cell in enumerate(row)
        )

    return show


def _word_of_header(text: str, role: RowRole, lexicon: Lexicon) -> str:
    """A text of a list of persons: shown only where it may stand in a header and is a word that any header has."""
    known = any(word in lexicon.header_words for word in alternatives(text))
    if not text or (known and role in ("header", "unread")):
        return text
    return text if role == "header" and is_wide_label(text, lexicon) else HIDDEN

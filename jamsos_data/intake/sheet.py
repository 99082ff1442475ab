"""One sheet from header to long rows: areas, columns, numbers, sums, in that order.

Everything is cleaned on the table as it stands in the file, so each finding names a cell once; only then
are wide tables made long.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.check.aside import AsideCells
from jamsos_data.intake.clean.unit_numbers import fill_units
from jamsos_data.intake.clean.unit_texts import unit_texts
from jamsos_data.intake.column_readings import read_columns
from jamsos_data.intake.health_rows import leave_out_health
from jamsos_data.intake.hidden_rows import note_hidden
from jamsos_data.intake.inactive_rows import leave_out_inactive
from jamsos_data.intake.locate.body import Body, split_body
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.long_rows import lengthen
from jamsos_data.intake.match.constants import constants_from_titles, titled_period
from jamsos_data.intake.match.context import FileContext, SheetContext
from jamsos_data.intake.match.rolled_years import roll_years
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.outline import SheetMarks
from jamsos_data.intake.paid_spans import note_paid_spans
from jamsos_data.intake.part_sections import part_sections
from jamsos_data.intake.personal import is_about_persons, mask_frame
from jamsos_data.intake.persons_ended import leave_out_ended
from jamsos_data.intake.report import RowRole, SheetReading
from jamsos_data.intake.row_units import leave_out_other_units
from jamsos_data.intake.sheet_areas import PlacedRows, place_rows
from jamsos_data.intake.sheet_groups import sheet_group
from jamsos_data.intake.sheet_notes import (
    note_left_out,
    note_merged_numbers,
    note_struck_names,
    note_titled_otherwise,
)
from jamsos_data.intake.sums import Sums
from jamsos_data.intake.sums_of_months import note_sums_of_months
from jamsos_data.intake.surplus_cells import note_surplus


@dataclass(frozen=True)
class SheetResult:
    """Long rows with `_sheet`, `_row`, `_bad`, `_empty` and `_unmapped` (the text of an area whose part is unknown);
    the raw rows; how the sheet and its rows were understood; the rows that sum others, which are not reported yet; and
    the month or year that its titles say.
    """

    rows: pd.DataFrame
    raw: pd.DataFrame
    reading: SheetReading
    marks: SheetMarks
    sums: Sums
    foreign: int
    stated_areas: int
    aside: AsideCells
    titled_period: str = ""


def read_table(
    table: Table, mapping: ColumnMap, file: FileContext, *, left_out: Collection[int] = ()
) -> SheetResult:
    """Clean one table as the data set of `mapping`; rows `left_out` were taken out of it before."""
    people = is_about_persons(mapping)
    file.log.hides_cells |= people
    context = _understood(table, mapping, file)
    mapping = context.mapping
    as_read = split_body(table, mapping, file.lexicon)
    body = replace(as_read, data=_with_units(as_read.data, context))
    context = replace(context, units=unit_texts(context.titled.titles, table, body, mapping))
    placed = place_rows(body, context, file.choices)
    areas, data = placed.areas, placed.data
    note_merged_numbers(data, table, context)
    note_struck_names(data, table, context)
    note_left_out(body, areas, placed.unfilled, context)
    long = lengthen(placed, context)
    note_sums_of_months(long.rows, context)
    note_paid_spans(data, context)
    rows = _without_left_out(long.rows, data, table, context)
    note_hidden(rows, table, context)
    constants = {**long.constants, **context.titled.areas, **file.stated.areas}
    reading = _reading(table, context, constants, data_rows=long.data_rows, left_out=len(left_out))
    marked = _roles(placed, left_out, sums=long.sums.data_rows)
    return SheetResult(
        rows=rows,
        raw=_shown_cells(as_read.data, mapping),
        reading=reading,
        marks=SheetMarks(table=table, columns=reading.columns, rows=marked, hides_cells=people),
        sums=long.sums,
        aside=_aside(body, table, long.sums, context),
        titled_period=titled_period(table, mapping, file.lexicon),
        foreign=int(areas.foreign.sum()),
        stated_areas=long.data_rows if mapping.areas_by_column else int(areas.stated.sum()),
    )


def _aside(body: Body, table: Table, sums: Sums, context: SheetContext) -> AsideCells:
    """What stands beside the columns that are used, and which rows the printed totals hold as people."""
    mapping, group = context.mapping, sheet_group(table, context.lexicon)
    sections = part_sections(table, body, mapping)
    cells = AsideCells.of(body.data, mapping, group=group, sections=sections)
    return cells.with_counted(sums.people).titled((*table.titles, table.sheet.name))


def _with_units(data: pd.DataFrame, context: SheetContext) -> pd.DataFrame:
    """The rows, each with the RW or dusun that stands only in the first row of its RT."""
    filled, counts = fill_units(data, context.mapping)
    for header, count in counts.items():
        context.log.add("ISIAN_TURUN", Severity.INFO, sheet=context.sheet, column=header, n=count)
    return filled


def _understood(table: Table, mapping: ColumnMap, file: FileContext) -> SheetContext:
    """What the columns, the titles and the operator say of a table, its months in the years that they belong to."""
    titled = constants_from_titles(table, mapping, file.stated, file.lexicon, file_name=file.file_name)
    context = SheetContext(
        sheet=table.sheet.name, mapping=mapping, stated=file.stated, titled=titled, lexicon=file.lexicon,
        log=file.log, typed=table.sheet.typed,
    )  # fmt: skip
    note_titled_otherwise(table, context)
    return replace(context, mapping=roll_years(context))


def _without_left_out(
    rows: pd.DataFrame, data: pd.DataFrame, table: Table, context: SheetContext
) -> pd.DataFrame:
    """The long rows; those marked with a figure beyond the headers, of persons who left, or that count other things."""
    for left in (
        note_surplus(data, table, context.log),
        leave_out_ended(data, table, context),
        leave_out_other_units(data, context),
        leave_out_inactive(data, context),
        leave_out_health(data, context),
    ):
        if left.any():
            rows["_bad"] |= rows["_row"].isin(left.index[left])
    return rows


def _roles(
    placed: PlacedRows, left_out: Collection[int], *, sums: frozenset[int]
) -> dict[RowRole, Collection[int]]:
    """What the rows of a table are that are no data; `sums`: rows that sum others."""
    body = placed.body
    return {
        "section": frozenset(body.headings),
        "total": frozenset(map(int, body.totals.index)) | sums,
        "note": frozenset({*body.notes, *body.others}),
        "left_out": frozenset({*left_out, *map(int, body.data.index[~placed.kept])}).union(
            *(t.rows for t in body.tables)
        ),
    }


def _shown_cells(data: pd.DataFrame, mapping: ColumnMap) -> pd.DataFrame:
    """The cells as read, for showing rejected rows; of a list by name none is ever shown."""
    by_name = any(column.personal for column in mapping.data.columns)
    return data.iloc[:, :0] if by_name else mask_frame(data, mapping.slots)


def _reading(
    table: Table, context: SheetContext, constants: dict[str, str], *, data_rows: int, left_out: int
) -> SheetReading:
    return SheetReading(
        name=table.sheet.name,
        header_rows=table.header_rows,
        data_rows=data_rows,
        left_out=len(table.body) - data_rows + left_out,
        columns=read_columns(table, context.mapping, context.lexicon, context.stated.given),
        constants=constants,
    )

"""One sheet from header to long rows: areas, columns, numbers, sums, in that order.

Everything is cleaned on the table as it stands in the file, so each finding names a cell once; only then
are wide tables made long.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.area_choices import AreaChoices
from jamsos_data.intake.budget_versions import refuse_changes
from jamsos_data.intake.check.aside import AsideCells
from jamsos_data.intake.clean.area_columns import AreaColumn, AreaSheet, read_areas
from jamsos_data.intake.clean.area_sections import heading_rows, place_sections, under_headings
from jamsos_data.intake.clean.area_texts import area_texts, disagreeing_columns
from jamsos_data.intake.clean.split_codes import join_split_codes
from jamsos_data.intake.clean.unit_texts import unit_texts
from jamsos_data.intake.clean.values import lacking_values, read_values
from jamsos_data.intake.column_readings import read_columns
from jamsos_data.intake.hidden_rows import note_hidden
from jamsos_data.intake.inactive_rows import leave_out_inactive
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.body import Body, split_body
from jamsos_data.intake.locate.table import Table, column_letter
from jamsos_data.intake.match.constants import Constants, constants_from_titles
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.contradictions import note_contradictions
from jamsos_data.intake.match.incomplete_labels import leave_out_incomplete
from jamsos_data.intake.match.melt import ValueColumn, melt
from jamsos_data.intake.match.periods import (
    Sources,
    ask_for,
    ask_for_year,
    note_file_year,
    one_year,
    year_source,
)
from jamsos_data.intake.match.rolled_years import months_by_group, note_one_year, roll_years
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.match.supply import supply_columns
from jamsos_data.intake.outline import SheetMarks
from jamsos_data.intake.personal import is_about_persons, mask_frame
from jamsos_data.intake.persons_ended import leave_out_ended
from jamsos_data.intake.report import FindingLog, RowRole, SheetReading
from jamsos_data.intake.row_sums import compare_row_sums
from jamsos_data.intake.row_units import leave_out_other_units
from jamsos_data.intake.sheet_notes import (
    figures_of,
    note_left_out,
    note_merged_numbers,
    note_struck_names,
    note_titled_otherwise,
    note_unplaced,
    note_wider_totals,
)
from jamsos_data.intake.sums import Sums, TableRows, leave_out_sums
from jamsos_data.intake.sums_of_months import note_sums_of_months
from jamsos_data.intake.surplus_cells import note_surplus
from jamsos_data.intake.twin_areas import place_twins


@dataclass(frozen=True)
class SheetResult:
    """Long rows with `_sheet`, `_row`, `_bad`, `_empty` and `_unmapped` (the text of an area whose part is unknown);
    the raw rows; how the sheet and its rows were understood; and the rows that sum others, which are not reported yet.
    """

    rows: pd.DataFrame
    raw: pd.DataFrame
    reading: SheetReading
    marks: SheetMarks
    sums: Sums
    foreign: int
    stated_areas: int
    aside: AsideCells


@dataclass(frozen=True)
class _Long:
    """Long rows of a sheet, how many of its rows they come from, which rows are sums, and what held for all."""

    rows: pd.DataFrame
    data_rows: int
    sums: Sums
    constants: dict[str, str]


def read_table(
    table: Table,
    mapping: ColumnMap,
    stated: Constants,
    *,
    lexicon: Lexicon,
    log: FindingLog,
    choices: AreaChoices,
    left_out: Collection[int] = (),
    file_name: str = "",
) -> SheetResult:
    """Clean one table as the data set of `mapping`; rows `left_out` were taken out of it before.

    `choices` answer for areas that are not read otherwise.
    """
    log.hides_cells |= is_about_persons(mapping)
    context = _understood(table, mapping, stated, lexicon=lexicon, log=log, file_name=file_name)
    mapping = context.mapping
    body = split_body(table, mapping, lexicon)
    context = replace(context, units=unit_texts(context.titled.titles, table, body, mapping))
    areas, sections = _read_areas(body, context, choices)
    kept = ~areas.foreign & _is_filled(body.data, mapping)
    data = body.data if kept.all() else body.data[kept]
    note_merged_numbers(data, table, context)
    note_struck_names(data, table, context)
    note_left_out(body, areas, int((~kept & ~areas.foreign).sum()), context)
    long = _lengthen(body, areas, kept, context, sections=sections)
    note_sums_of_months(long.rows, context)
    rows = _without_left_out(long.rows, data, table, context)
    note_hidden(rows, table, context)
    constants = {**long.constants, **context.titled.areas, **stated.areas}
    reading = _reading(table, context, constants, data_rows=long.data_rows, left_out=len(left_out))
    people, marked = is_about_persons(mapping), _roles(body, kept, left_out, sums=long.sums.data_rows)
    return SheetResult(
        rows=rows,
        raw=_shown_cells(body.data, mapping),
        reading=reading,
        marks=SheetMarks(table=table, columns=reading.columns, rows=marked, hides_cells=people),
        sums=long.sums,
        aside=AsideCells.of(body.data, mapping),
        foreign=int(areas.foreign.sum()),
        stated_areas=long.data_rows if mapping.areas_by_column else int(areas.stated.sum()),
    )


def _understood(
    table: Table,
    mapping: ColumnMap,
    stated: Constants,
    *,
    lexicon: Lexicon,
    log: FindingLog,
    file_name: str,
) -> SheetContext:
    """What the columns, the titles and the operator say of a table, its months in the years that they belong to."""
    titled = constants_from_titles(table, mapping, stated, lexicon, file_name=file_name)
    context = SheetContext(
        sheet=table.sheet.name, mapping=mapping, stated=stated, titled=titled, lexicon=lexicon, log=log,
        typed=table.sheet.typed,
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
    ):
        if left.any():
            rows["_bad"] |= rows["_row"].isin(left.index[left])
    return rows


def _roles(
    body: Body, kept: pd.Series, left_out: Collection[int], *, sums: frozenset[int]
) -> dict[RowRole, Collection[int]]:
    """What the rows of a table are that are no data; `sums`: rows that sum others."""
    return {
        "section": frozenset(body.headings),
        "total": frozenset(map(int, body.totals.index)) | sums,
        "note": frozenset({*body.notes, *body.others}),
        "left_out": frozenset({*left_out, *map(int, body.data.index[~kept])}).union(
            *(t.rows for t in body.tables)
        ),
    }


def _lengthen(
    body: Body, areas: AreaColumn, kept: pd.Series, context: SheetContext, *, sections: frozenset[int]
) -> _Long:
    data = body.data if kept.all() else body.data[kept]
    values = leave_out_incomplete(refuse_changes(data, read_values(data, context), context), context)
    paid = next((column.values for column in values if column.slot.name == "bulan_dibayar"), None)
    sources = Sources(**vars(context), sections=body.sections[kept], months_paid=paid)
    supplied = supply_columns(data, sources)
    ids = supplied.ids.assign(kode_wilayah=areas.codes[kept])
    note_contradictions(ids, values, context)
    compare_row_sums(data, values, context)
    unplaced = ~areas.stated[kept]
    nameless = unplaced & _says_nothing(data, context.mapping) & bool(context.mapping.of_role("area"))
    totals = body.totals
    if areas.foreign.any():
        note_wider_totals(totals, context)
        totals = totals.head(0)
    # As long as no column is agreed to name the areas, sums of kecamatan and of their villages cannot be told apart.
    unsure = replace(context, log=FindingLog()) if context.mapping.proposed else context
    rows = TableRows(
        data=data, ids=ids.assign(kode_wilayah=areas.likely[kept]), totals=totals, nameless=nameless,
        sections=sections, blocks=body.blocks, unmapped=areas.unmapped, pending=areas.codes == "",
    )  # fmt: skip
    sums = leave_out_sums(values, rows, unsure)
    sums = replace(sums, totals=()) if context.mapping.proposed else sums
    note_unplaced(data[unplaced & ~data.index.isin(sums.data_rows)], context)
    years = _years_of_labels(data, values, sources)
    ids = ids.assign(
        _sheet=context.sheet,
        _row=ids.index,
        _year="" if years is None else years,
        _unmapped=areas.unmapped[kept],
    )
    lacks_area = (ids["kode_wilayah"] == "") & (not context.mapping.areas_by_column)
    ids["_bad"] = supplied.bad | areas.bad[kept] | lacks_area | (years is None)
    ids["_bad"] |= bool(context.mapping.proposed)
    for column in lacking_values(context):
        ask_for(column, context)
        ids["_bad"] = True
    taken = pd.Series(~ids.index.isin(sums.data_rows), index=ids.index)
    main = context.mapping.data.value_column
    long = melt(ids[taken], [_only(column, taken) for column in values], main=main)
    return _Long(long, int(taken.sum()), sums, supplied.constants)


def _years_of_labels(
    data: pd.DataFrame, values: list[ValueColumn], sources: Sources
) -> pd.Series | str | None:
    """The year of each row for columns headed by bare months; "" where none is needed, None where nobody says it."""
    if not any(label.startswith("----") for value in values for label in value.slot.tags.values()):
        return ""
    years = year_source(data, sources)
    note_file_year(sources)
    if years is None:
        ask_for_year(sources)
    elif year := one_year(sources):
        note_one_year(months_by_group(sources.mapping), year, sources)
    return years


def _read_areas(body: Body, context: SheetContext, choices: AreaChoices) -> tuple[AreaColumn, frozenset[int]]:
    """The areas of the data rows, and which of these head a section of villages with its sum."""
    log, sheet, titled = context.log, context.sheet, context.titled
    data = join_split_codes(body.data, context.mapping, context.lexicon.areas)
    texts, filled = area_texts(data, context.mapping)
    for header, count in filled.items():
        log.add("ISIAN_TURUN", Severity.INFO, sheet=sheet, column=header, n=count)
    for slot, other, n in disagreeing_columns(data, context.mapping):
        log.add(
            "KOLOM_WILAYAH_BERBEDA", Severity.WARNING, sheet=sheet, column=slot.header, n=n, other=other.header,
            letter=column_letter(slot.position), other_letter=column_letter(other.position),
        )  # fmt: skip
    texts = under_headings(texts, body.sections, context.lexicon.areas)
    own = (texts != "").any(axis=1)
    for source in (context.stated.areas, titled.areas):
        for role, text in source.items():
            wider = role in ("kabupaten", "kecamatan")
            blank = (texts[role] == "") & (True if wider else ~own)
            texts[role] = texts[role].where(~blank, text)
    texts, twins = place_twins(texts, body, context)
    texts, sections = place_sections(texts, context.lexicon.areas)
    sections |= twins | heading_rows(body.data, context.mapping)
    if titled.areas:
        area = ", ".join(titled.areas.values())
        log.add("WILAYAH_DARI_JUDUL", Severity.INFO, sheet=sheet, value=area)
    of_sheet = AreaSheet(
        name=sheet, mapping=context.mapping, names=context.lexicon.areas, log=log,
        figures=figures_of(body.data, context.mapping),
    )  # fmt: skip
    return read_areas(texts, of_sheet, choices), sections


def _is_filled(data: pd.DataFrame, mapping: ColumnMap) -> pd.Series:
    """Rows with any value at all; a row with an area and no number says that there is no data.

    In a list by name a row without NIK is a person all the same.
    """
    positions = [slot.position for slot in (*mapping.main_values, *mapping.of_role("value"))]
    filled = (data[positions] != "").any(axis=1)
    if mapping.data.column(mapping.data.value_column).personal:
        others = [slot.position for slot in mapping.of_role("column", "area")]
        filled |= (data[others] != "").sum(axis=1) > 1
    return filled


def _says_nothing(data: pd.DataFrame, mapping: ColumnMap) -> pd.Series:
    """Rows in which only number columns are filled."""
    described = [slot.position for slot in mapping.slots if slot.role not in ("value", "total", "area")]
    return (data[described] == "").all(axis=1)


def _only(column: ValueColumn, taken: pd.Series) -> ValueColumn:
    return replace(column, values=column.values[taken], bad=column.bad[taken], empty=column.empty[taken])


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

"""Makes the table as it stands in the file long: one row per area, month and other keys, none that sums others."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from jamsos_data.intake.budget_versions import refuse_changes
from jamsos_data.intake.clean.values import lacking_values, read_values
from jamsos_data.intake.compared_areas import number_cells
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
from jamsos_data.intake.match.rolled_years import months_by_group, note_one_year
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.match.supply import supply_columns
from jamsos_data.intake.protected_people import judge_protected
from jamsos_data.intake.report import FindingLog
from jamsos_data.intake.row_sums import compare_row_sums
from jamsos_data.intake.sheet_areas import PlacedRows
from jamsos_data.intake.sheet_notes import note_unplaced, note_wider_totals
from jamsos_data.intake.sums import Sums, TableRows, leave_out_sums


@dataclass(frozen=True)
class LongRows:
    """Long rows of a sheet, how many of its rows they come from, which rows are sums, and what held for all."""

    rows: pd.DataFrame
    data_rows: int
    sums: Sums
    constants: dict[str, str]


def lengthen(placed: PlacedRows, context: SheetContext) -> LongRows:
    """The kept rows with their numbers read; what cannot be taken is marked and noted."""
    data, kept, areas = placed.data, placed.kept, placed.areas
    judged = judge_protected(data, read_values(data, context), context)
    values = leave_out_incomplete(refuse_changes(data, judged, context), context)
    paid = next((column.values for column in values if column.slot.name == "bulan_dibayar"), None)
    sources = Sources(**vars(context), sections=placed.body.sections[kept], months_paid=paid)
    supplied = supply_columns(data, sources)
    ids = supplied.ids.assign(kode_wilayah=areas.codes[kept])
    note_contradictions(ids, values, context)
    compare_row_sums(data, values, context)
    sums = _find_sums(values, ids, placed, context)
    unplaced = ~areas.stated[kept]
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
    for name in supplied.asked:
        long["_bad"] |= long[f"tag:{name}"].isna()
    return LongRows(long, int(taken.sum()), sums, supplied.constants)


def _find_sums(
    values: list[ValueColumn], ids: pd.DataFrame, placed: PlacedRows, context: SheetContext
) -> Sums:
    """The rows that sum others; beside rows of other regencies the sums are not compared."""
    areas, mapping, totals = placed.areas, context.mapping, placed.body.totals
    nameless = (
        ~areas.stated[placed.kept] & _says_nothing(placed.data, mapping) & bool(mapping.of_role("area"))
    )
    if areas.foreign.any():
        note_wider_totals(totals, context)
        totals = totals.head(0)
    numbered = number_cells(ids.assign(kode_wilayah=areas.likely[placed.kept]))
    rows = TableRows(
        data=placed.data, ids=numbered, totals=totals, nameless=nameless,
        sections=placed.sections, blocks=placed.body.blocks, unmapped=areas.unmapped, pending=areas.codes == "",
    )  # fmt: skip
    # As long as no column is agreed to name the areas, sums of kecamatan and of their villages cannot be told apart.
    unsure = replace(context, log=FindingLog()) if mapping.proposed else context
    sums = leave_out_sums(values, rows, unsure)
    return replace(sums, totals=()) if mapping.proposed else sums


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


def _says_nothing(data: pd.DataFrame, mapping: ColumnMap) -> pd.Series:
    """Rows in which only number columns are filled."""
    described = [slot.position for slot in mapping.slots if slot.role not in ("value", "total", "area")]
    return (data[described] == "").all(axis=1)


def _only(column: ValueColumn, taken: pd.Series) -> ValueColumn:
    return replace(column, values=column.values[taken], bad=column.bad[taken], empty=column.empty[taken])

"""What is noted of a sheet as a whole: contradictions of its titles, rows left out, numbers that count otherwise."""

from __future__ import annotations

import pandas as pd

from jamsos_data.dataset_columns import Text
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.area_columns import AreaColumn, written_amount
from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.locate.body import Body
from jamsos_data.intake.locate.other_tables import OtherTable
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.constants import named_otherwise, titled_otherwise
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.personal import is_personal
from jamsos_data.intake.read.marked_runs import STRUCK
from jamsos_data.intake.report import FindingLog
from jamsos_data.intake.titled_figures import note_rows_above, note_titled_figures
from jamsos_data.intake.wider_titles import note_wider_titles

_QUOTED = 5


def note_titled_otherwise(table: Table, context: SheetContext) -> None:
    """Say where the name of the sheet or its title is not what the operator stated, another title says, or the data set
    holds.
    """
    note_titled_figures(table, context)
    note_wider_titles(table, context)
    note_rows_above(table, context)
    mapping, stated = context.mapping, context.stated
    named = named_otherwise(table, context.titled, mapping)
    if named is not None:
        context.log.add("LEMBAR_BERTENTANGAN", Severity.WARNING, sheet=table.sheet.name, value=named[1])
    for name, text in titled_otherwise(table, mapping, stated, context.lexicon).items():
        context.log.add(
            "JUDUL_BERTENTANGAN",
            Severity.WARNING,
            sheet=table.sheet.name,
            value=text,
            title=mapping.data.column(name).title,
            stated=stated.columns[name],
        )


def note_unplaced(rows: pd.DataFrame, context: SheetContext) -> None:
    """Rows of the table that name no area at all: they cannot be taken, and their figures stay visible."""
    mapping = context.mapping
    if mapping.proposed or mapping.areas_by_column:
        return
    if not mapping.of_role("area"):
        if len(rows):
            context.log.add("LEMBAR_TANPA_WILAYAH", Severity.ERROR, sheet=context.sheet, n=len(rows))
        return
    header = mapping.of_role("area")[0].header
    positions = [slot.position for slot in mapping.main_values if not is_personal(slot)]
    name = context.lexicon.areas.official[context.lexicon.areas.kabupaten]
    regency = Text(id=name, en=name)
    for row, texts in zip(rows.index, rows[positions].itertuples(index=False), strict=True):
        value = next((str(text) for text in texts if text), None)
        context.log.add(
            "WILAYAH_KOSONG", Severity.ERROR, sheet=context.sheet, row=int(row), column=header, value=value,
            regency=regency,
        )  # fmt: skip


def note_struck_names(data: pd.DataFrame, table: Table, context: SheetContext) -> None:
    """Warn of rows whose area is struck out while their figures are not: they may no longer hold.

    A person whose own name is struck out is told as such.
    """
    mapping = context.mapping
    values = [slot.position for slot in (*mapping.main_values, *mapping.of_role("value"))]
    names = [slot.position for slot in mapping.of_role("column") if slot.name == "nama"]
    persons = {row for row, position in table.sheet.struck if position in names}
    for slot in mapping.of_role("area"):
        for row in sorted(
            row for row, position in table.sheet.struck if position == slot.position and row not in persons
        ):
            texts = [str(data.at[row, place]) for place in values] if row in data.index else []
            if any(_counts(text) and not text.endswith(STRUCK) for text in texts):
                context.log.add(
                    "NAMA_DICORET", Severity.WARNING, sheet=context.sheet, row=row, column=slot.header,
                    value=str(data.at[row, slot.position]),
                )  # fmt: skip


def _counts(text: str) -> bool:
    return any(digit in text for digit in "123456789")


def note_wider_totals(totals: pd.DataFrame, context: SheetContext) -> None:
    """Total rows of a table that holds other regencies too: they sum rows that were not taken."""
    for row, texts in zip(totals.index, totals.itertuples(index=False), strict=True):
        label = next((str(text) for text in texts if text), "")
        context.log.add(
            "BARIS_TOTAL_LEBIH_LUAS", Severity.INFO, sheet=context.sheet, row=int(row), value=label
        )


def note_left_out(body: Body, areas: AreaColumn, unfilled: int, context: SheetContext) -> None:
    """Rows that are no data of this table: notes, rows without a number (`unfilled` of them), other regencies,
    sections, tables beneath it.
    """
    sheet, log = context.sheet, context.log
    if body.notes:
        log.add("CATATAN_DITINGGALKAN", Severity.INFO, sheet=sheet, row=body.notes[0], n=len(body.notes))
    if unfilled:
        log.add("BARIS_TANPA_ANGKA", Severity.INFO, sheet=sheet, n=unfilled)
    foreign = int(areas.foreign.sum())
    if foreign:
        rows = _described(body.data[areas.foreign], context)
        log.add("BARIS_WILAYAH_LAIN", Severity.INFO, sheet=sheet, n=foreign, rows=rows)
    for row in body.stacked:
        log.add("TABEL_BERTUMPUK", Severity.WARNING, sheet=sheet, row=row)
    for row in body.unread:
        log.add("JUDUL_BAGIAN_TIDAK_TERBACA", Severity.WARNING, sheet=sheet, row=row)
    for table in body.tables:
        note_other_table(table, log, sheet=sheet)
    for row in body.others:
        log.add("BARIS_UKURAN_LAIN", Severity.INFO, sheet=sheet, row=row)
    for row in body.headings:
        log.add("BARIS_BAGIAN", Severity.INFO, sheet=sheet, row=row)


def figures_of(data: pd.DataFrame, mapping: ColumnMap) -> pd.DataFrame:
    """The first columns of figures as they are written; none of a list of persons."""
    if mapping.data.column(mapping.data.value_column).personal:
        return data.iloc[:, :0]
    positions = [slot.position for slot in mapping.main_values if not is_personal(slot)]
    return data[positions[:_QUOTED]]


def _described(rows: pd.DataFrame, context: SheetContext) -> Text:
    """The first rows that are left out: number, area and figures; nothing of a file of persons."""
    if context.log.hides_cells:
        return Text("", "")
    areas = [slot.position for slot in context.mapping.of_role("area")]
    first = rows.head(_QUOTED)
    figures = figures_of(first, context.mapping)
    listed = ", ".join(
        f"{row} ({' '.join(filter(None, map(str, first.loc[row, areas])))}: {written_amount(figures.loc[row])})"
        for row in first.index
    )
    listed += ", …" if len(rows) > _QUOTED else ""
    return Text(id=f" Baris {listed}.", en=f" Rows {listed}.")


def note_other_table(table: OtherTable, log: FindingLog, *, sheet: str) -> None:
    """A table beneath another one that is not taken."""
    log.add(
        "TABEL_LAIN_DI_BAWAH", Severity.WARNING, sheet=sheet, row=table.row, value=table.header,
        n=len(table.rows) - 1,
    )  # fmt: skip


def note_merged_numbers(data: pd.DataFrame, table: Table, context: SheetContext) -> None:
    """Numbers in cells that are merged over several rows or columns of numbers: they count for the first of them."""
    headers = {slot.position: slot.header for slot in context.mapping.of_role("value")}
    for top, left, bottom, right in table.sheet.merged:
        if left not in headers or top not in data.index or not is_number(str(data.at[top, left])):
            continue
        place = {
            "sheet": context.sheet,
            "row": top,
            "column": headers[left],
            "value": str(data.at[top, left]),
        }
        if bottom > top:
            context.log.add("ANGKA_TERGABUNG", Severity.WARNING, **place, last=bottom)
        others = [headers[position] for position in range(left + 1, right + 1) if position in headers]
        if others:
            context.log.add("ANGKA_TERGABUNG_KOLOM", Severity.WARNING, **place, last=others[-1])

"""Tables of a sheet that sum another one of it, as a recap by kecamatan above the villages: compared, never added."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.recap_sheets import TABLE_CODES, note_recap
from jamsos_data.intake.claims import same_keys
from jamsos_data.intake.locate.other_tables import OtherTable
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.outline import SheetMarks
from jamsos_data.intake.report import FindingLog, RowRole
from jamsos_data.intake.sheet_notes import note_other_table


@dataclass(frozen=True, kw_only=True)
class TableRecap:
    """A table that sums others of its sheet, with its long `rows` and what was found while reading them.

    `places` are those of the tables that it sums among all tables that are read.
    """

    table: Table
    mapping: ColumnMap
    rows: pd.DataFrame
    own: FindingLog
    places: frozenset[int] = frozenset()


def compare_table_recaps(recaps: Sequence[TableRecap], details: pd.DataFrame, context: CheckContext) -> None:
    """Compare recaps with the taken rows of what they sum; what cannot be compared is named as another table."""
    for recap in recaps:
        data = recap.mapping.data
        summed = same_keys(details[details["_table"].isin(recap.places)], recap.rows, data)
        if not note_recap(recap.rows, summed, data, context, own=recap.own, codes=TABLE_CODES):
            note_other_table(_named(recap), context.log, sheet=recap.table.sheet.name)


def _named(recap: TableRecap) -> OtherTable:
    header = ", ".join(slot.header for slot in recap.mapping.of_role("area", "value"))
    rows = (recap.table.header_rows[0], *map(int, recap.table.body.index))
    return OtherTable(rows[0], header, rows)


def mark_recaps(marks: Mapping[str, SheetMarks], recaps: Sequence[TableRecap]) -> dict[str, SheetMarks]:
    """The pictures of the sheets with the rows of recaps as sums."""
    marked = dict(marks)
    for recap in recaps:
        table, known = recap.table, marked[recap.table.sheet.name]
        own: dict[RowRole, Collection[int]] = {
            "header": table.header_rows,
            "total": tuple(map(int, table.body.index)),
        }
        rows = {role: {*known.rows.get(role, ()), *own.get(role, ())} for role in (*own, *known.rows)}
        marked[table.sheet.name] = replace(known, rows=rows)
    return marked

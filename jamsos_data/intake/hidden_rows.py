"""Says that hidden rows and columns are counted: a filter hides most of a table of which all is meant."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from jamsos_data.dataset_columns import Text
from jamsos_data.datasets import ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.formats import format_count
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.context import SheetContext

_LISTED = 12


def note_hidden(rows: pd.DataFrame, table: Table, context: SheetContext) -> None:
    """One finding about the hidden rows that are counted, with their sum, and one about hidden columns of figures.

    `rows` are the long rows of the table with `_row` and `_bad`.
    """
    columns = table.sheet.hidden_columns
    headers = [slot.header for slot in context.mapping.of_role("value") if slot.position in columns]
    headers += [slot.header for slot in context.mapping.main_values if slot.position in columns]
    if headers:
        named = ", ".join(dict.fromkeys(headers))
        context.log.add("KOLOM_TERSEMBUNYI", Severity.INFO, sheet=context.sheet, value=named)
    counted = rows[rows["_row"].isin(list(table.sheet.hidden_rows)) & ~rows["_bad"].astype(bool)]
    numbers = sorted({int(row) for row in counted["_row"]})
    if numbers:
        context.log.add(
            "BARIS_TERSEMBUNYI", Severity.INFO, sheet=context.sheet, n=len(numbers), rows=_spans(numbers),
            amount=_amount(counted, context),
        )  # fmt: skip


def _amount(counted: pd.DataFrame, context: SheetContext) -> Text:
    """What the rows sum to, by the title of its column; of persons and of shares nothing."""
    column = context.mapping.data.column(context.mapping.data.value_column)
    if column.kind not in (ColumnKind.COUNT, ColumnKind.RUPIAH) or column.name not in counted:
        return Text("", "")
    total = int(counted[column.name].fillna(0).sum())
    return Text(
        id=f" ({column.title.id}: {format_count(total, language='id')})",
        en=f" ({column.title.en}: {format_count(total, language='en')})",
    )


def _spans(numbers: Iterable[int]) -> str:
    """Numbers of rows, those in a row as first and last: "3–7, 9"."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    told = [str(first) if first == last else f"{first}–{last}" for first, last in spans[:_LISTED]]
    return ", ".join(told) + (", …" if len(spans) > _LISTED else "")

"""Columns that sum others ("Jumlah" beside PU, BPU and JAKON): never taken, but compared with what they sum."""

from __future__ import annotations

import numpy as np
import pandas as pd

from jamsos_data.datasets import ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.choice_notes import is_other_money
from jamsos_data.intake.clean.lost_zeros import may_be_cut
from jamsos_data.intake.clean.marks import read_with
from jamsos_data.intake.clean.number_columns import MAX_WHOLE
from jamsos_data.intake.clean.numbers import Form
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.melt import ValueColumn
from jamsos_data.intake.match.people_by_programme import stand_by_sex
from jamsos_data.intake.match.row_totals import months_within
from jamsos_data.intake.match.slots import Slot


def compare_row_sums(data: pd.DataFrame, values: list[ValueColumn], context: SheetContext) -> None:
    """Warn, row by row, where a sum column differs from the columns that it sums.

    Columns that sum others at the wrong rank (a subtotal per block) match some block of neighbours; only
    what equals neither the whole row nor a run of columns to its left is reported. A quarter is compared with its own
    months: it is their sum, or the state at their end; one of several columns with the same labels with these.
    """
    tagged = sorted(
        (value for value in values if value.slot.tags or stand_by_sex([value.slot])),
        key=lambda value: value.slot.position,
    )
    period = context.mapping.data.period_column
    _compare_with_one(data, values, context)
    for slot in context.mapping.of_role("total"):
        parts = [value for value in tagged if not slot.name or value.slot.name == slot.name]
        alike = [value for value in parts if value.slot.tags == slot.tags]
        if len(alike) > 1:
            parts = alike
        if slot.months > 1 and period is not None:
            within = months_within(slot, [value.slot for value in parts], period)
            parts = [value for value in parts if value.slot in within]
        names = {value.slot.name for value in parts}
        versions = any("versi" in value.slot.tags for value in parts)
        # Of a head that may be January or October the month is asked for: it sums nothing.
        is_month = may_be_cut(slot.lowest_header)
        if (
            len(names) == 1
            and not versions
            and not is_month
            and not is_other_money(slot, context.mapping.data)
        ):
            _compare(data[slot.position], slot, parts, context)


def _compare_with_one(data: pd.DataFrame, values: list[ValueColumn], context: SheetContext) -> None:
    """The sum beside one column of amounts, several times as high in each row: it is what all pay of a tariff."""
    column = context.mapping.data.column(context.mapping.data.value_column)
    taken = [value for value in values if value.slot.name == column.name and value.slot.position >= 0]
    if column.kind is not ColumnKind.RUPIAH or len(taken) != 1 or taken[0].slot.tags:
        return
    amounts = taken[0].values.fillna(0).astype("int64")
    for slot in context.mapping.of_role("total"):
        printed = _printed(data[slot.position], taken[0]).fillna(0).astype("int64")
        filled = (amounts > 0) & (printed > 0)
        if filled.any() and ((printed % amounts.where(filled, 1) == 0) & (printed > amounts))[filled].all():
            _compare(data[slot.position], slot, taken, context)


def _printed(texts: pd.Series, part: ValueColumn) -> pd.Series:
    """The numbers of a sum column in the unit and with the marks of what it sums; NA where none can be read."""
    numbers = {text: read_with(text, part.decimals) for text in texts.unique()}
    readable = {
        text: int(number.value * part.factor)
        for text, number in numbers.items()
        if number.form not in (Form.NIL, Form.BAD) and number.value < MAX_WHOLE
    }
    return texts.map(readable).astype("Int64")


def _compare(texts: pd.Series, slot: Slot, parts: list[ValueColumn], context: SheetContext) -> None:
    printed = _printed(texts, parts[0])
    matrix = pd.concat([part.values.fillna(0).astype("int64") for part in parts], axis=1).to_numpy()
    left = len(parts) if slot.months > 1 else sum(1 for part in parts if part.slot.position < slot.position)
    sums = [matrix.sum(axis=1), *(matrix[:, start:left].sum(axis=1) for start in range(left))]
    agrees = np.zeros(len(texts), dtype=bool)
    for total in sums:
        agrees |= (printed == total).fillna(True).to_numpy(dtype=bool)
    for position in np.flatnonzero(~agrees).tolist():
        context.log.add(
            "TOTAL_BARIS_TIDAK_COCOK", Severity.WARNING, sheet=context.sheet, row=int(texts.index[position]),
            column=slot.header, value=str(texts.iloc[position]), printed=int(printed.iloc[position]),
            summed=int(sums[0][position]),
        )  # fmt: skip

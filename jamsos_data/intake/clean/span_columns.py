"""Number columns headed by a quarter or semester: taken for one of its months only once somebody agrees."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.clean.id_columns import judge_span
from jamsos_data.intake.clean.months import MonthText
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.melt import ValueColumn


def take_span(column: ValueColumn, context: SheetContext) -> ValueColumn:
    """The column under the month that its quarter may stand for; no row is taken where that is none or not agreed."""
    slot, data = column.slot, context.mapping.data
    period = data.column(str(data.period_column))
    label = slot.tags[period.name]
    year = None if label.startswith("----") else int(label[:4])
    paid = context.stated.columns.get("bulan_dibayar")
    if not period.of_span and paid == str(slot.months):
        period = replace(period, of_span="first")
    verdict = judge_span(MonthText(year, int(label[5:]), months=slot.months), period)
    context.log.add(
        verdict.code or "", Severity.ERROR, sheet=context.sheet, column=slot.header, value=slot.header,
        proposal=verdict.proposal, **verdict.params,
    )  # fmt: skip
    if verdict.proposal is None or verdict.code not in context.log.accepted:
        return replace(column, bad=pd.Series(True, index=column.bad.index))
    month = int(label[5:]) - (slot.months - 1 if period.of_span == "first" else 0)
    return replace(column, slot=replace(slot, tags={**slot.tags, period.name: f"{label[:5]}{month:02d}"}))

"""Payments of several months under one: a title or header says so, and figures that only ever grow prove it."""

from __future__ import annotations

import re

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.check.canonical import resolve_tags
from jamsos_data.intake.clean.months import months_in, read_month, sums_up_to_month
from jamsos_data.intake.clean.spans import find_span
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.names import normalise

_FEWEST_STEPS = 2
_RUNNING = re.compile(r"\b(?:kumulatif|akumulasi|akumulatif|berjalan)\b")


def note_sums_of_months(rows: pd.DataFrame, context: SheetContext) -> None:
    """Payments that a header or title calls added up until a month, or those of a quarter, under one month: as those of
    that month they would count again. Long `rows` of several months that grow as running sums do are marked bad.

    Where the months paid are given, row by row or for the file, the span is what these say.
    """
    given = context.mapping.provided | set(context.stated.columns)
    if context.mapping.data.name != "iuran" or "bulan_dibayar" in given:
        return
    headers = [
        slot.header
        for slot in context.mapping.main_values
        if not slot.tags or (slot.months == 1 and not slot.is_chosen)
    ]
    texts = [*headers, *context.titled.titles]
    text = next(filter(sums_up_to_month, texts), None)
    month = read_month(context.stated.columns.get("periode") or context.titled.columns.get("periode") or "")
    if text is None and month and month.months == 1 and "periode" not in context.mapping.provided:
        text = next(filter(find_span, texts), None)
    if text is None:
        return
    payments = _by_month(rows, context.mapping.data)
    says_so = text in headers or bool(_RUNNING.search(normalise(text)))
    grows = _runs_on(payments, context.mapping.data)
    if grows and says_so:
        rows["_bad"] = True
        context.log.add("IURAN_BERJALAN", Severity.ERROR, sheet=context.sheet, value=text)
    elif grows or says_so or not _names_months_beneath(text, payments, context.mapping.data):
        context.log.add("IURAN_KUMULATIF", Severity.WARNING, sheet=context.sheet, value=text)


def _by_month(rows: pd.DataFrame, data: Dataset) -> pd.DataFrame:
    """The keys and the main value of the long rows that have a month; none where none has."""
    period, value = str(data.period_column), data.value_column
    known = resolve_tags(rows[~rows["_bad"].astype(bool)].copy(), data)
    if period not in known or value not in known:
        return rows.head(0)
    known = known.loc[known[value].notna(), [name for name in (*data.key, value) if name in known]]
    known[period] = pd.to_datetime(known[period])
    return known[known[period].notna()]


def _runs_on(payments: pd.DataFrame, data: Dataset) -> bool:
    """Whether no amount falls from a month to the next of the same area, segment and other keys, in two such steps at
    least, and one grows.
    """
    if payments.empty:
        return False
    period, value = str(data.period_column), data.value_column
    keys = [name for name in payments if name not in (period, value)]
    steps = payments.sort_values(period, kind="stable").groupby(keys, dropna=False, sort=False)[value].diff()
    steps = steps.dropna()
    return len(steps) >= _FEWEST_STEPS and bool((steps >= 0).all() and (steps > 0).any())


def _names_months_beneath(title: str, payments: pd.DataFrame, data: Dataset) -> bool:
    """Whether a title that speaks of months from the first to the last of those beneath names nothing but these."""
    if payments.empty:
        return False
    months = set(payments[str(data.period_column)].dt.month)
    named = months_in(title)
    return len(months) > 1 and len(named) > 1 and (min(named), max(named)) == (min(months), max(months))

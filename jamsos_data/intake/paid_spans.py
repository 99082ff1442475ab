"""A column of spans of months that nothing else reads, beside payments: it says how many months each one is for."""

from __future__ import annotations

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.clean.months import months_in
from jamsos_data.intake.clean.spans import read_span
from jamsos_data.intake.match.context import SheetContext


def note_paid_spans(data: pd.DataFrame, context: SheetContext) -> None:
    """Ask about payments beside a column such as "Januari s.d. Juni 2026", where no months paid are given."""
    mapping = context.mapping
    if mapping.data.name != "iuran" or "bulan_dibayar" in mapping.provided | set(context.stated.columns):
        return
    for slot in mapping.of_role("unused"):
        texts = data[slot.position][data[slot.position] != ""]
        spans = texts[texts.map(_is_span).astype(bool)]
        if 2 * len(spans) > len(texts):
            context.log.add(
                "RENTANG_BULAN_DIBAYAR", Severity.WARNING, sheet=context.sheet, column=slot.header,
                value=spans.iloc[0],
            )  # fmt: skip


def _is_span(text: str) -> bool:
    return len(months_in(text)) == 2 or read_span(text) is not None

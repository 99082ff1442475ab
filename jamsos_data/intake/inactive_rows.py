"""Rows of a table of participants that count those who are not active: left out, as coverage counts the active only."""

from __future__ import annotations

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.persons_ended import is_active, is_inactive

_PARTICIPANTS = "kepesertaan"


def leave_out_inactive(data: pd.DataFrame, context: SheetContext) -> pd.Series:
    """Which rows say so in an unused column that calls other rows active; each text is one finding."""
    left = pd.Series(False, index=data.index)
    if context.mapping.data.name != _PARTICIPANTS:
        return left
    for slot in context.mapping.of_role("unused", "ignored"):
        texts = data[slot.position]
        different = [str(text) for text in texts.unique()]
        inactive = [text for text in different if is_inactive(text)]
        if slot.is_chosen or not inactive or not any(map(is_active, different)):
            continue
        for text in inactive:
            rows = texts.index[texts == text]
            left |= texts == text
            context.log.add(
                "BARIS_TIDAK_AKTIF",
                Severity.WARNING,
                sheet=context.sheet,
                column=slot.header,
                value=text,
                n=len(rows),
            )
    return left

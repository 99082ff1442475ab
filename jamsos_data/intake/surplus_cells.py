"""Rows of a delimited text with figures beyond the last header: a number cut at its own comma (1,234), or a slip."""

from __future__ import annotations

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.report import FindingLog


def note_surplus(rows: pd.DataFrame, table: Table, log: FindingLog) -> pd.Series:
    """Which of the rows have such figures, each named. Columns to the right of the last header, or
    of the last one that somebody gave a meaning, have no name.
    """
    named = (position for position, parts in enumerate(table.headers) if parts or position in table.choices)
    last = max(named, default=-1)
    beyond = list(rows.columns[last + 1 :])
    found = pd.Series(False, index=rows.index)
    if not table.sheet.delimited or not beyond:
        return found
    for row, texts in zip(rows.index, rows[beyond].itertuples(index=False), strict=True):
        if any(is_number(str(text)) for text in texts):
            found.loc[row] = True
            # The figures are the tail of a cell that was cut: quoted alone they would mislead.
            log.add("SEL_BERLEBIH", Severity.ERROR, sheet=table.sheet.name, row=int(row), n=last + 1)
    return found

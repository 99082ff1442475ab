"""Rows of the other BPJS ("Iuran BPJS Kesehatan Perangkat") in a table of ours: left out, and asked about."""

from __future__ import annotations

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.clean.number_columns import value_of
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.health_columns import WITHOUT_HEALTH, names_health


def leave_out_health(data: pd.DataFrame, context: SheetContext) -> pd.Series:
    """Which rows say in an unused column that their figures are of the other BPJS; each word for it is one finding.

    Only our own word is quoted: the cell may name anybody.
    """
    left = pd.Series(False, index=data.index)
    mapping = context.mapping
    if mapping.data.name not in WITHOUT_HEALTH:
        return left
    for slot in mapping.of_role("unused"):
        if slot.is_chosen:
            continue
        said = data[slot.position].map(lambda text: names_health(str(text))).where(~left, "")
        for word in dict.fromkeys(text for text in said if text):
            rows = said == word
            figures = data.loc[rows, [value.position for value in mapping.main_values if value.position >= 0]]
            left |= rows
            context.log.add(
                "BARIS_KESEHATAN", Severity.WARNING, sheet=context.sheet, column=slot.header, value=word,
                n=int(rows.sum()), summed=int(sum(map(value_of, map(str, figures.to_numpy().ravel())))),
            )  # fmt: skip
    return left

"""Refuses months down the rows beneath years across the columns, which is not read, and says how to arrange them."""

from __future__ import annotations

import re

import pandas as pd

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.intake.clean.months import read_month
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.report import Refusal

_YEAR = re.compile(r"20[1-4]\d(?:\.0)?")
_FEWEST = 2


def refuse_years_across(table: Table, data: Dataset) -> None:
    """Raise Refusal where columns are headed by two years or more and the rows of a column are months without one.

    No month stated for the file could complete them: each cell is of another one.
    """
    period = data.period_column
    if period is None or data.column(period).kind is not ColumnKind.MONTH:
        return
    years = {part.strip()[:4] for parts in table.headers for part in parts if _YEAR.fullmatch(part.strip())}
    if len(years) >= _FEWEST and any(_are_months(table.body[place]) for place in table.body.columns):
        raise Refusal(
            "TAHUN_DI_KOLOM_BULAN_DI_BARIS", sheet=table.sheet.name, value=", ".join(sorted(years)),
            read_as=data.name,
        )  # fmt: skip


def _are_months(texts: pd.Series) -> bool:
    """Whether most filled cells, two at least, are names of months without a year."""
    filled = [text for text in texts if text]
    found = [read_month(text) for text in filled if not text.strip().isdecimal()]
    months = [month for month in found if month is not None and month.month and not month.year]
    return len(months) >= _FEWEST and 2 * len(months) > len(filled)

"""A reference table on its way from texts to checked rows, and the log of what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.report import FindingLog
from jamsos_data.reference import Reference


@dataclass
class Draft:
    """`rows` by spreadsheet row number, a column for each declared one; `bad` are rows that are not taken.

    `texts` are its cells as they were read, `headers` the file's own words for a column; both for findings.
    """

    data: Dataset
    sheet: str
    texts: pd.DataFrame
    headers: Mapping[str, str]
    reference: Reference
    in_use: frozenset[str]
    log: FindingLog

    def __post_init__(self) -> None:
        self.rows = self.texts.copy()
        self.bad = pd.Series(False, index=self.rows.index)

    @property
    def good(self) -> pd.DataFrame:
        """The rows that are taken so far."""
        return self.rows[~self.bad]

    def header(self, column: str) -> str:
        """The header of a column as the file has it, else its title."""
        return self.headers.get(column) or self.data.column(column).title.id

    def reject(self, rows: Iterable[int], code: str, column: str, **details: object) -> None:
        """Note an error for each of the rows and take none of them."""
        for row in rows:
            self._note(int(row), code, Severity.ERROR, column, details)
            self.bad |= self.bad.index == row

    def take_over(self, rows: pd.DataFrame) -> None:
        """Add rows that stand already and that the file does not name, below its own."""
        after = int(self.rows.index.max()) + 1
        added = rows.reindex(columns=self.rows.columns).fillna("")
        added.index = pd.RangeIndex(after, after + len(added))
        self.rows = pd.concat([self.rows, added.astype(self.rows.dtypes)])
        self.bad = self.bad.reindex(self.rows.index, fill_value=False)

    def arrange(self, places: pd.Series) -> None:
        """Put the rows in the order of `places`."""
        order = places.sort_values(kind="stable").index
        self.rows, self.bad = self.rows.loc[order], self.bad.loc[order]

    @property
    def read(self) -> int:
        """How many rows of the file are taken."""
        return int((~self.bad.loc[self.texts.index]).sum())

    def warn(self, rows: Iterable[int], code: str, column: str, **details: object) -> None:
        """Note for each of the rows something that somebody has to acknowledge."""
        for row in rows:
            self._note(int(row), code, Severity.WARNING, column, details)

    def tell(self, code: str, **details: object) -> None:
        """Note something that needs no answer."""
        self.log.add(code, Severity.INFO, sheet=self.sheet, **details)

    def _note(
        self, row: int, code: str, severity: Severity, column: str, details: Mapping[str, object]
    ) -> None:
        value = str(self.texts.at[row, column])
        said = {"value": value, **details}
        self.log.add(code, severity, sheet=self.sheet, row=row, column=self.header(column), **said)

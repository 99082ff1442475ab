"""What the checks of all sheets together know: names for findings, how the file heads its columns, the log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from jamsos_data.dataset_columns import Column, Text
from jamsos_data.findings import Severity
from jamsos_data.intake.check.aside import Aside
from jamsos_data.intake.report import FindingLog
from jamsos_data.intake.shown import show
from jamsos_data.reference import Reference


@dataclass(frozen=True, kw_only=True)
class CheckContext:
    """`headers` gives the header of a canonical column by (sheet, column), where the file has one.

    `aside` are the cells that are not used.
    """

    reference: Reference
    log: FindingLog
    headers: Mapping[tuple[str, str], str] = field(default_factory=dict)
    aside: Aside = field(default_factory=Aside)
    _shown: dict[tuple[str, object], Text] = field(default_factory=dict, init=False, repr=False)

    def show(self, value: object, column: Column) -> Text:
        """A value in words; each different one is looked up once."""
        key = (column.name, value)
        if key not in self._shown:
            self._shown[key] = show(value, column, self.reference)
        return self._shown[key]

    def header(self, sheet: str, column: Column) -> str:
        """How the file heads `column` on `sheet`; its title where no column holds it."""
        return self.headers.get((sheet, column.name), column.title.id)

    def note_rows(
        self, rows: pd.DataFrame, column: Column, code: str, severity: Severity, area: Column | None = None
    ) -> None:
        """One finding per row about its value in `column`; `area` names the row's area in the sentence."""
        for position in rows.index:
            row = rows.loc[position]
            shown = self.show(row[column.name], column)
            details: dict[str, object] = {"shown": shown}
            if area is not None:
                details["wilayah"] = self.show(row[area.name], area)
            self.log.add(
                code, severity, sheet=row["_sheet"], row=int(row["_row"]), value=shown.id,
                column=self.header(row["_sheet"], column), **details,
            )  # fmt: skip

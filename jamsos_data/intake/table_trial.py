"""A table of a sheet read by itself, to see what it says before it is decided whether it is taken."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.area_choices import AreaChoices
from jamsos_data.intake.asked_once import MISSING
from jamsos_data.intake.check.canonical import resolve_tags
from jamsos_data.intake.choice_notes import note_columns
from jamsos_data.intake.clean.units import find_unit
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.beneath import cut_beneath
from jamsos_data.intake.locate.other_tables import OtherTable
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.columns import match_columns
from jamsos_data.intake.match.constants import Constants
from jamsos_data.intake.match.content import propose_meanings
from jamsos_data.intake.match.context import FileContext
from jamsos_data.intake.match.kinds import guess_kinds
from jamsos_data.intake.match.slots import ColumnMap, is_bare
from jamsos_data.intake.report import FindingLog, Refusal
from jamsos_data.intake.sheet import read_table
from jamsos_data.intake.totals_beside import report_totals


@dataclass(frozen=True, kw_only=True)
class Tried:
    """A table as it would be read by itself: its long rows and what was found.

    `foreign` counts rows of other regencies; `cut` are the rows of the sheet that it takes with its titles.
    """

    table: Table
    mapping: ColumnMap
    rows: pd.DataFrame
    log: FindingLog
    foreign: int
    cut: frozenset[int] = frozenset()

    @property
    def is_plain(self) -> bool:
        """Whether the table has rows and leaves no question."""
        asks = any(found.severity is not Severity.INFO for found in self.log.findings)
        return not (asks or self.foreign or self.rows.empty or self.rows["_bad"].any())

    @property
    def lacking(self) -> frozenset[object]:
        """The columns that neither the table nor the operator gives."""
        return frozenset(found.params["name"] for found in self.log.findings if found.code == MISSING)

    def asks(self, codes: frozenset[str]) -> frozenset[str]:
        """Which of some findings were made."""
        return codes & {found.code for found in self.log.findings}


@dataclass(frozen=True, kw_only=True)
class Trial:
    """What reading a table by itself needs, without any answer of the operator to what it would ask."""

    data: Dataset
    stated: Constants
    lexicon: Lexicon
    file_name: str

    def read(self, table: Table, mapping: ColumnMap, cut: frozenset[int] = frozenset()) -> Tried | None:
        """Read a table for itself; None where it is refused."""
        log, lexicon = FindingLog(), self.lexicon
        file = FileContext(
            file_name=self.file_name, stated=self.stated, choices=AreaChoices.of({}, lexicon.areas),
            lexicon=lexicon, log=log,
        )  # fmt: skip
        note_columns(table, mapping, lexicon, log)
        try:
            result = read_table(table, mapping, file)
        except Refusal:
            return None
        report_totals([result], log)
        rows = resolve_tags(result.rows, self.data)
        return Tried(table=table, mapping=mapping, rows=rows, log=log, foreign=result.foreign, cut=cut)

    def read_beneath(self, table: Table, other: OtherTable) -> Tried | None:
        """Read a table beneath `table`; None where it cannot be cut out or is none of the data set."""
        cut = cut_beneath(table, other, self.lexicon)
        meanings = None if cut is None else self._meanings_of(cut[0], table)
        return None if cut is None or meanings is None else self.read(cut[0], meanings, cut[1])

    def _meanings_of(self, found: Table, table: Table) -> ColumnMap | None:
        """The columns of a table as those of the data set, where its header names the values and fits none better."""
        given = self.stated.given
        mapping = match_columns(found, self.data, self.lexicon, given)
        best = guess_kinds(found, self.lexicon, given=given, file_name=self.file_name)[0]
        values = mapping.main_values
        named = bool(values) and not all(map(is_bare, values))
        plain = named and best.has_value and best.kind == self.data.name
        # A unit above the first table may hold for those beneath it, too.
        is_scaled = found.titles != table.titles and any(map(find_unit, table.titles))
        if not plain or is_scaled or propose_meanings(found, mapping, self.lexicon, given):
            return None
        return mapping

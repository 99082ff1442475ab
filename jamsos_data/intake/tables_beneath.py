"""Tables beneath the first one of a sheet: read as tables of their own where that is plain, the way sheets are.

Plain is a table of the same data set that leaves no question by itself and says nothing of what the others say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.area_choices import AreaChoices
from jamsos_data.intake.check.canonical import resolve_tags
from jamsos_data.intake.choice_notes import note_columns
from jamsos_data.intake.clean.units import find_unit
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.beneath import cut_beneath
from jamsos_data.intake.locate.other_tables import find_other_tables, repeats_header
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.columns import match_columns
from jamsos_data.intake.match.constants import Constants
from jamsos_data.intake.match.content import propose_meanings
from jamsos_data.intake.match.kinds import guess_kinds
from jamsos_data.intake.match.slots import ColumnMap, is_bare
from jamsos_data.intake.report import FindingLog, Refusal
from jamsos_data.intake.sheet import SheetResult, read_table
from jamsos_data.intake.totals_beside import report_totals

_AREA = "kode_wilayah"
_CLAIMS_NOTHING = frozenset(["", "SEMUA", "TIDAK_DIRINCI"])

ReadAs = tuple[Table, ColumnMap]


@dataclass(frozen=True, kw_only=True)
class _Trial:
    """What reading a table by itself needs, without any answer of the operator to what it would ask."""

    data: Dataset
    stated: Constants
    lexicon: Lexicon
    file_name: str

    def read(self, table: Table, mapping: ColumnMap, log: FindingLog) -> SheetResult:
        """Read a table for itself."""
        choices = AreaChoices.of({}, self.lexicon.areas)
        result = read_table(
            table,
            mapping,
            self.stated,
            lexicon=self.lexicon,
            log=log,
            choices=choices,
            file_name=self.file_name,
        )
        report_totals([result], log)
        return result

    def read_plain(self, table: Table, mapping: ColumnMap) -> pd.DataFrame | None:
        """The long rows of a table that raises no question; else None."""
        log = FindingLog()
        note_columns(table, mapping, self.lexicon, log)
        try:
            result = self.read(table, mapping, log)
        except Refusal:
            return None
        asks = any(found.severity is not Severity.INFO for found in log.findings)
        if asks or result.foreign or result.rows.empty or result.rows["_bad"].any():
            return None
        return resolve_tags(result.rows, self.data)


def split_beneath(
    tables: Sequence[ReadAs], stated: Constants, lexicon: Lexicon, log: FindingLog, *, file_name: str
) -> tuple[ReadAs, ...]:
    """The tables to read, each followed by those beneath it that can plainly be read by themselves.

    Lists by name, and tables of which somebody said what columns are, stay as they are.
    """
    split: list[ReadAs] = []
    for table, mapping in tables:
        trial = _Trial(data=mapping.data, stated=stated, lexicon=lexicon, file_name=file_name)
        own, beneath = _split(table, mapping, trial)
        for found, meanings in beneath:
            note_columns(found, meanings, lexicon, log)
        split += [(own, mapping), *beneath]
    return tuple(split)


def _split(table: Table, mapping: ColumnMap, trial: _Trial) -> tuple[Table, list[ReadAs]]:
    data = mapping.data
    if table.choices or mapping.proposed or data.column(data.value_column).personal:
        return table, []
    others = find_other_tables(table.body, table, mapping, repeats_header(table.body, table))
    if not others:
        return table, []
    own = _without(table, (row for other in others for row in other.rows))
    known = [resolve_tags(trial.read(own, mapping, FindingLog()).rows, data)]
    beneath: list[ReadAs] = []
    taken: set[int] = set()
    for other in others:
        cut = cut_beneath(table, other, trial.lexicon)
        meanings = None if cut is None else _meanings_of(cut[0], table, trial)
        if cut is None or meanings is None:
            continue
        rows = trial.read_plain(cut[0], meanings)
        if rows is not None and not any(_overlap(rows, former, data) for former in known):
            known.append(rows)
            beneath.append((cut[0], meanings))
            taken |= cut[1]
    return (_without(table, taken) if taken else table), beneath


def _without(table: Table, rows: Iterable[int]) -> Table:
    return replace(table, body=table.body[~table.body.index.isin(list(rows))])


def _meanings_of(found: Table, table: Table, trial: _Trial) -> ColumnMap | None:
    """The columns of a table as those of the data set, where its header names the values and fits none better."""
    given = trial.stated.given
    mapping = match_columns(found, trial.data, trial.lexicon, given)
    best = guess_kinds(found, trial.lexicon, given=given, file_name=trial.file_name)[0]
    values = mapping.main_values
    plain = bool(values) and not all(map(is_bare, values)) and best.has_value and best.kind == trial.data.name
    # A unit above the first table may hold for those beneath it, too.
    is_scaled = found.titles != table.titles and any(map(find_unit, table.titles))
    if not plain or is_scaled or propose_meanings(found, mapping, trial.lexicon, given):
        return None
    return mapping


def _overlap(rows: pd.DataFrame, others: pd.DataFrame, data: Dataset) -> bool:
    """Whether two rows may speak of the same people or rupiah: areas inside each other, the rest alike or unsaid."""
    keys = [name for name in data.key if name != _AREA]
    own, within = defaultdict(set), defaultdict(set)
    for area, values in _told(others, keys):
        own[area].add(values)
        for outer in _with_outer(area):
            within[outer].add(values)
    return any(
        _alike(values, other)
        for area, values in _told(rows, keys)
        for other in within[area].union(*(own[outer] for outer in _with_outer(area)))
    )


def _told(rows: pd.DataFrame, keys: Sequence[str]) -> set[tuple[str, tuple[str, ...]]]:
    """The area of each row with what it says of the other keys, "" where it does not."""
    texts = [
        rows[name].map(str).where(rows[name].notna(), "") if name in rows else "" for name in (_AREA, *keys)
    ]
    columns = [[text] * len(rows) if isinstance(text, str) else list(text) for text in texts]
    return {(str(area), tuple(map(str, values))) for area, *values in zip(*columns, strict=True)}


def _with_outer(area: str) -> list[str]:
    """An area and those around it: 33.19.04.2003, 33.19.04, 33.19."""
    parts = area.split(".")
    return [".".join(parts[:number]) for number in range(len(parts), 1, -1)]


def _alike(values: Sequence[str], others: Sequence[str]) -> bool:
    return all(
        value == other or {value, other} & _CLAIMS_NOTHING
        for value, other in zip(values, others, strict=True)
    )

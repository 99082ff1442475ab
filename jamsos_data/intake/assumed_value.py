"""The main value of a table whose numbers stand under no more than "Jumlah", where the kind of data is known.

Such a column is taken only where it is the one column of numbers that is left for the one number that is lacking, and
it is always said: as information where the operator stated the kind, no other number could be meant and the header
speaks of nothing else; otherwise to be acknowledged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from jamsos_data.datasets import DATASETS, ColumnKind, Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.choice_notes import OTHER_MEASURES, are_figures, names_month
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.signature import signs
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.ages_beside import age_columns
from jamsos_data.intake.match.columns import match_columns
from jamsos_data.intake.match.constants import constants_of
from jamsos_data.intake.match.labels import column_spellings
from jamsos_data.intake.match.shares_and_rates import is_share_or_rate
from jamsos_data.intake.match.slots import ColumnMap, Slot, is_bare
from jamsos_data.intake.match.title_hints import told_by_titles
from jamsos_data.intake.meanings import MEASURES
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import FindingLog, IntakeOptions, Refusal

_PEOPLE = frozenset(["orang", "jiwa", "peserta", "pekerja", "tk", "anggota"])
_MONEY = frozenset(["rp", "rupiah"])
_QUOTA = frozenset(["kuota", "quota"])


def kinds_told_by(options: IntakeOptions) -> tuple[Dataset, ...]:
    """The data sets that have all columns which the operator states for the file; all where nothing is stated."""
    return tuple(data for data in DATASETS.values() if knows_constants(data, options))


def knows_constants(data: Dataset, options: IntakeOptions) -> bool:
    """Whether all that the operator states for the file are columns of `data`."""
    try:
        constants_of(options.constants, data)
    except Refusal:
        return False
    return True


def assume_values(
    tables: Sequence[Table], lexicon: Lexicon, options: IntakeOptions
) -> tuple[str, list[Table]] | None:
    """The kind and the tables, each with its one column of numbers as the main value where that can be told.

    The kind is the one stated, else the only one that has all columns which the operator states, or of these the one of
    which the titles of all tables speak. None without it, or where no table has such a column.
    """
    told = (DATASETS[options.kind],) if options.kind else kinds_told_by(options)
    if len(told) > 1:
        titled = {told_by_titles(table) for table in tables}
        told = tuple(data for data in told if titled == {data.name})
    if len(told) != 1:
        return None
    given = constants_of(options.constants, told[0]).given
    assumed = [_assume(table, told[0], lexicon, given) for table in tables]
    return (told[0].name, assumed) if any(map(_has_assumed, assumed)) else None


def _has_assumed(table: Table) -> bool:
    return "assumed" in table.sources.values()


def _assume(table: Table, data: Dataset, lexicon: Lexicon, given: frozenset[str]) -> Table:
    mapping = match_columns(replace(table, choices={}, sources={}), data, lexicon, given)
    lacking = [column.name for column in _open_measures(mapping, given) if column.required]
    if lacking != [data.value_column]:
        return table
    ages = {slot.position for slot in age_columns(mapping.slots, data)}
    above = _above_signature(table.body)
    left = [
        slot
        for slot in mapping.of_role("unused", "total")
        if slot.position not in {*table.choices, *ages} and are_figures(above[slot.position])
        and slot.proof != "units" and not _measures_other_things(slot, table, data)
    ]  # fmt: skip
    if len(left) != 1 or not (is_bare(left[0]) or mapping.of_role("area")):
        return table
    position = left[0].position
    return replace(
        table,
        choices={**table.choices, position: data.value_column},
        sources={**table.sources, position: "assumed"},
    )


def _above_signature(body: pd.DataFrame) -> pd.DataFrame:
    """The rows above the first line of a signature, which often stands in a column of figures."""
    signing = [any(map(signs, map(str, row))) for row in body.itertuples(index=False)]
    return body.iloc[: signing.index(True)] if any(signing) else body


def _open_measures(mapping: ColumnMap, given: frozenset[str]) -> list:
    """The number columns of the data set that neither the table nor the operator gives."""
    return [c for c in mapping.data.columns if c.kind in MEASURES and c.name not in mapping.provided | given]


def _measures_other_things(slot: Slot, table: Table, data: Dataset) -> bool:
    """Whether the header or the cells say that the numbers are of another measure than the main value of `data`."""
    column = data.column(data.value_column)
    words = set(normalise(slot.header).split())
    own = {word for spelling in column_spellings(column) for word in spelling.split()}
    is_money = column.kind is ColumnKind.RUPIAH
    others = OTHER_MEASURES - own - (_MONEY if is_money else frozenset())
    if column.kind is ColumnKind.COUNT:
        # What stands beside those who were reached of a quota, and is none of them.
        others |= _QUOTA | {"sisa"}
    if words & (others | (_PEOPLE if is_money else frozenset())) or names_month(slot.header):
        return True
    if is_share_or_rate(table.headers[slot.position], column.kind):
        return True
    is_share = "%" in slot.header or table.body[slot.position].str.contains("%", regex=False).any()
    return bool(is_share) and column.kind is not ColumnKind.NUMBER


def _has_quota(mapping: ColumnMap) -> bool:
    """Whether the quota of people stands beside them: money has a pagu or target."""
    counts = mapping.data.column(mapping.data.value_column).kind is ColumnKind.COUNT
    return counts and any(_QUOTA & set(normalise(slot.header).split()) for slot in mapping.of_role("unused"))


def note_assumed(table: Table, mapping: ColumnMap, options: IntakeOptions, log: FindingLog) -> None:
    """Say which column was taken as the main value."""
    given = constants_of(options.constants, mapping.data).given
    is_alone = options.kind is not None and not _open_measures(mapping, given)
    column = mapping.data.column(mapping.data.value_column)
    for slot in mapping.slots:
        if slot.source == "assumed":
            header = " / ".join(table.headers[slot.position])
            # What was reached of a target is people where the title speaks of people alone, of a quota it always is.
            of_people = told_by_titles(table) == mapping.data.name or _has_quota(mapping)
            is_reached = normalise(header) == "realisasi" and of_people
            certain = is_alone and (is_reached or is_bare(replace(slot, header=header)))
            log.add(
                "KOLOM_NILAI_DIANGGAP", Severity.INFO if certain else Severity.WARNING, sheet=table.sheet.name,
                column=slot.header, meaning=column.title, kind=mapping.data.title,
            )  # fmt: skip

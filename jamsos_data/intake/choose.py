"""Chooses the data set and the sheets to read: the best one, and all others of the same kind beside it.

Each sheet keeps its own header. A sheet that sums the others (by name) is read only when there is nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jamsos_data.datasets import DATASETS, Dataset
from jamsos_data.intake.assumed_value import assume_values, note_assumed
from jamsos_data.intake.choice_notes import note_kind, note_unclosed, note_unread
from jamsos_data.intake.layout import RememberedShape
from jamsos_data.intake.layout_memory import shapes_to_remember
from jamsos_data.intake.layout_notes import note_plans
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.plan import plan_sheets
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.kinds import Guess
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.other_figures import note_other_figures
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.intake.report import FindingLog, IntakeOptions, Refusal
from jamsos_data.intake.settled_columns import settle_columns
from jamsos_data.intake.sheet_selection import (
    best_table,
    is_guide,
    is_summary,
    located_tables,
    tables_of_one_kind,
)
from jamsos_data.intake.table_guesses import Request, guess_table, natural_kind
from jamsos_data.intake.table_recaps import TableRecap
from jamsos_data.intake.titled_kind import PROPOSED_KIND, propose_kind
from jamsos_data.intake.unknown_kind import refuse_unknown
from jamsos_data.intake.years_across import refuse_years_across


@dataclass(frozen=True)
class Chosen:
    """The data set, the tables to read as it, all sheets of the file, and what to remember of the choices made.

    `left_out` are the rows that somebody took out of the sheets to read, by name of the sheet. `recaps` are sheets
    that are named as sums of the others and are only compared with them, `table_recaps` such tables beside the others.
    """

    data: Dataset
    tables: tuple[tuple[Table, ColumnMap], ...]
    sheets: tuple[RawSheet, ...]
    left_out: Mapping[str, tuple[int, ...]]
    shapes: tuple[RememberedShape, ...]
    recaps: tuple[tuple[Table, ColumnMap], ...] = ()
    table_recaps: tuple[TableRecap, ...] = ()


def choose_tables(
    sheets: Sequence[RawSheet], *, file_name: str, lexicon: Lexicon, options: IntakeOptions, log: FindingLog
) -> Chosen:
    """Choose what to read. Raises Refusal when there is no table, or none of a known kind.

    A kind that is proposed is read where that was accepted.
    """
    request = Request(options=options, lexicon=lexicon, file_name=file_name)
    try:
        return _choose(sheets, request, log)
    except Refusal as refusal:
        proposed = refusal.finding.proposal
        if refusal.finding.code != PROPOSED_KIND or proposed is None or PROPOSED_KIND not in options.accepted:
            raise
    note_kind(DATASETS[proposed], log)
    return _choose(sheets, request.of_kind(proposed), log)


def _choose(sheets: Sequence[RawSheet], request: Request, log: FindingLog) -> Chosen:
    options, lexicon = request.options, request.lexicon
    if options.kind is not None and options.kind not in DATASETS:
        raise Refusal("JENIS_TIDAK_ADA", value=options.kind, known=", ".join(DATASETS))
    plans = plan_sheets(sheets, options, lexicon)
    located = located_tables(plans, lexicon)
    tables, wanted = [table for _, table in located], [plan.is_wanted for plan, _ in located]
    tables, guesses, best = _recognise(tables, wanted, request)
    data = guesses[best].mapping.data
    natural = [natural_kind(table, guess, request) for table, guess in zip(tables, guesses, strict=True)]
    chosen = tables_of_one_kind(tables, guesses, natural, best, wanted)
    for index in chosen:
        if not guesses[index].has_value or guesses[index].kind != guesses[best].kind:
            guesses[index] = _fit_wanted(tables[index], data, request)
    picked = tuple(settle_columns(tables[index], guesses[index].mapping, request, log) for index in chosen)
    if options.kind is None:
        note_kind(data, log)
    note_plans(plans, log)
    rest = [table for index, table in enumerate(tables) if index not in chosen]
    recaps = _recaps(rest, data, request)
    read = {table.sheet.name for table, _ in (*picked, *recaps)}
    read |= {plan.sheet.name for plan in plans if plan.is_left_out}
    for sheet in sheets:
        if sheet.name not in read:
            note_unread(sheet, lexicon, log, guide=is_guide(sheet))
    for table, mapping in picked:
        refuse_years_across(table, data)
        note_unclosed(table, log)
        note_assumed(table, mapping, options, log)
        if options.kind is None:
            note_other_figures(table, mapping, log)
    shapes = shapes_to_remember(plans, picked, lexicon)
    left_out = {plan.sheet.name: plan.layout.left_out for plan in plans}
    return Chosen(data, picked, tuple(sheets), left_out, shapes, recaps)


def _recognise(
    tables: list[Table], wanted: list[bool], request: Request
) -> tuple[list[Table], list[Guess], int]:
    """The tables, what each may be, and the one that tells the kind. Raises Refusal where none is of a known kind.

    Where no header names the main value, a column that can only be it is taken (see `assumed_value`).
    """
    lexicon, options = request.lexicon, request.options
    guesses = [guess_table(table, request) for table in tables]
    best = best_table(tables, guesses, wanted)
    if not guesses[best].has_value and (assumed := assume_values(tables, lexicon, options)) is not None:
        kind, tables = assumed
        guesses = [guess_table(table, request.of_kind(kind)) for table in tables]
        best = best_table(tables, guesses, wanted)
    if not guesses[best].has_value:
        is_open = options.kind is None
        proposed = propose_kind(tables, lexicon, options, file_name=request.file_name) if is_open else None
        refuse_unknown(tables[best], guesses[best], request, proposed=proposed)
    return tables, guesses, best


def _recaps(tables: list[Table], data: Dataset, request: Request) -> tuple[tuple[Table, ColumnMap], ...]:
    """The sheets that are named as sums and can be read as the kind of data that the others hold."""
    as_data = request.of_kind(data.name)
    found = []
    for table in tables:
        if not is_summary(table.sheet) or data.column(data.value_column).personal:
            continue
        assumed = assume_values([table], request.lexicon, as_data.options)
        table = table if assumed is None else assumed[1][0]
        guess = guess_table(table, as_data)
        if guess.has_value:
            found.append((table, guess.mapping))
    return tuple(found)


def _fit_wanted(table: Table, data: Dataset, request: Request) -> Guess:
    """A sheet that somebody wants read, as the data set of the file. Raises Refusal when it lacks the numbers."""
    as_data = request.of_kind(data.name)
    guess = guess_table(table, as_data)
    if not guess.has_value:
        refuse_unknown(table, guess, as_data)
    return guess

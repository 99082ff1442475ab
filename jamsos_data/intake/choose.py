"""Chooses the data set and the sheets to read: the best one, and all others of the same kind beside it.

Each sheet keeps its own header. A sheet that sums the others (by name) is read only when there is nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from jamsos_data.datasets import DATASETS, Dataset
from jamsos_data.intake.assumed_value import (
    assume_values,
    kinds_told_by,
    knows_constants,
    note_assumed,
)
from jamsos_data.intake.choice_notes import note_kind, note_unclosed, note_unread
from jamsos_data.intake.clean.area_columns import AreaSheet, read_areas
from jamsos_data.intake.clean.area_texts import area_texts
from jamsos_data.intake.clean.lost_zeros import may_be_cut
from jamsos_data.intake.layout import RememberedShape
from jamsos_data.intake.layout_memory import shapes_to_remember
from jamsos_data.intake.layout_notes import PROPOSED, note_choices, note_plans, note_proposals
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.plan import PlannedSheet, plan_sheets
from jamsos_data.intake.locate.side_by_side import split_side_by_side
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.choices import refuse_contradictions
from jamsos_data.intake.match.columns import UnknownMeaningError, match_columns
from jamsos_data.intake.match.constants import constants_of
from jamsos_data.intake.match.content import propose_meanings
from jamsos_data.intake.match.kinds import Guess, fit_kind, guess_kinds, lacking_column
from jamsos_data.intake.match.slots import ColumnMap, is_bare
from jamsos_data.intake.match.title_hints import told_by_titles
from jamsos_data.intake.meanings import all_meanings
from jamsos_data.intake.names import normalise
from jamsos_data.intake.other_figures import note_other_figures
from jamsos_data.intake.personal import has_nik
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.intake.report import FindingLog, IntakeOptions, Refusal
from jamsos_data.intake.table_recaps import TableRecap
from jamsos_data.intake.titled_kind import PROPOSED_KIND, propose_kind
from jamsos_data.masking import mask

_SUMMARIES = frozenset(["rekap", "rekapitulasi", "total", "jumlah", "ringkasan", "summary"])
_GUIDES = frozenset(["petunjuk", "contoh", "panduan", "instructions", "guide", "example"])
_PROBED_ROWS = 2_000
_LISTED = 30


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
    try:
        return _choose(sheets, file_name=file_name, lexicon=lexicon, options=options, log=log)
    except Refusal as refusal:
        proposed = refusal.finding.proposal
        if refusal.finding.code != PROPOSED_KIND or proposed is None or PROPOSED_KIND not in options.accepted:
            raise
    note_kind(DATASETS[proposed], log)
    as_proposed = replace(options, kind=proposed)
    return _choose(sheets, file_name=file_name, lexicon=lexicon, options=as_proposed, log=log)


def _choose(
    sheets: Sequence[RawSheet], *, file_name: str, lexicon: Lexicon, options: IntakeOptions, log: FindingLog
) -> Chosen:
    if options.kind is not None and options.kind not in DATASETS:
        raise Refusal("JENIS_TIDAK_ADA", value=options.kind, known=", ".join(DATASETS))
    plans = plan_sheets(sheets, options, lexicon)
    located = _located(plans, lexicon)
    tables, wanted = [table for _, table in located], [plan.is_wanted for plan, _ in located]
    tables, guesses, best = _recognise(tables, wanted, lexicon, options, file_name)
    guess = guesses[best]
    natural = [
        _natural_kind(table, guess, lexicon, options, file_name)
        for table, guess in zip(tables, guesses, strict=True)
    ]
    chosen = _of_one_kind(tables, guesses, natural, best, wanted)
    for index in chosen:
        if not guesses[index].has_value or guesses[index].kind != guess.kind:
            guesses[index] = _fit_wanted(tables[index], guess.mapping.data, lexicon, options, file_name)
    picked = tuple(_settle(tables[index], guesses[index].mapping, lexicon, options, log) for index in chosen)
    if options.kind is None:
        note_kind(guess.mapping.data, log)
    note_plans(plans, log)
    rest = [table for index, table in enumerate(tables) if index not in chosen]
    recaps = _recaps(rest, guess.mapping.data, lexicon, options, file_name)
    read = {table.sheet.name for table, _ in (*picked, *recaps)}
    read |= {plan.sheet.name for plan in plans if plan.is_left_out}
    for sheet in sheets:
        if sheet.name not in read:
            note_unread(sheet, lexicon, log, guide=bool(_words_of(sheet) & _GUIDES))
    for table, mapping in picked:
        note_unclosed(table, log)
        note_assumed(table, mapping, options, log)
        if options.kind is None:
            note_other_figures(table, mapping, log)
    shapes = shapes_to_remember(plans, picked, lexicon)
    left_out = {plan.sheet.name: plan.layout.left_out for plan in plans}
    return Chosen(guess.mapping.data, picked, tuple(sheets), left_out, shapes, recaps)


def _recognise(
    tables: list[Table], wanted: list[bool], lexicon: Lexicon, options: IntakeOptions, file_name: str
) -> tuple[list[Table], list[Guess], int]:
    """The tables, what each may be, and the one that tells the kind. Raises Refusal where none is of a known kind.

    Where no header names the main value, a column that can only be it is taken (see `assumed_value`).
    """
    guesses = [_guess(table, lexicon, options, file_name) for table in tables]
    best = _best(tables, guesses, wanted)
    if not guesses[best].has_value and (assumed := assume_values(tables, lexicon, options)) is not None:
        kind, tables = assumed
        guesses = [_guess(table, lexicon, replace(options, kind=kind), file_name) for table in tables]
        best = _best(tables, guesses, wanted)
    if not guesses[best].has_value:
        proposed = (
            propose_kind(tables, lexicon, options, file_name=file_name) if options.kind is None else None
        )
        _refuse_unknown(tables[best], guesses[best], lexicon, options, proposed=proposed)
    return tables, guesses, best


def _recaps(
    tables: list[Table], data: Dataset, lexicon: Lexicon, options: IntakeOptions, file_name: str
) -> tuple[tuple[Table, ColumnMap], ...]:
    """The sheets that are named as sums and can be read as the kind of data that the others hold."""
    as_data = replace(options, kind=data.name)
    found = []
    for table in tables:
        if not _words_of(table.sheet) & _SUMMARIES or data.column(data.value_column).personal:
            continue
        assumed = assume_values([table], lexicon, as_data)
        table = table if assumed is None else assumed[1][0]
        guess = _guess(table, lexicon, as_data, file_name)
        if guess.has_value:
            found.append((table, guess.mapping))
    return tuple(found)


def _best(tables: list[Table], guesses: list[Guess], wanted: list[bool]) -> int:
    """The table that tells the kind of data: one that somebody wants, else that which fits best, else the longest."""
    return max(
        range(len(tables)),
        key=lambda index: (
            wanted[index], guesses[index].has_value, guesses[index].score, len(tables[index].body)
        ),
    )  # fmt: skip


def _located(plans: Sequence[PlannedSheet], lexicon: Lexicon) -> list[tuple[PlannedSheet, Table]]:
    """The sheets to look at that have a table: those not hidden or left out, and those that somebody wants read."""
    kept = [plan for plan in plans if not plan.is_left_out]
    shown = [plan for plan in kept if not plan.sheet.hidden or plan.is_wanted] or kept
    located = [
        (plan, table)
        for plan in shown
        if plan.table is not None
        for table in split_side_by_side(plan.table, lexicon)
    ]
    lacking = next((plan for plan in shown if plan.is_wanted and plan.table is None), None)
    if not located or lacking is not None:
        raise Refusal("JUDUL_TABEL_TIDAK_ADA")
    return located


def _fit_wanted(
    table: Table, data: Dataset, lexicon: Lexicon, options: IntakeOptions, file_name: str
) -> Guess:
    """A sheet that somebody wants read, as the data set of the file. Raises Refusal when it lacks the numbers."""
    chosen = replace(options, kind=data.name)
    guess = _guess(table, lexicon, chosen, file_name)
    if not guess.has_value:
        _refuse_unknown(table, guess, lexicon, chosen)
    return guess


def _settle(
    table: Table, mapping: ColumnMap, lexicon: Lexicon, options: IntakeOptions, log: FindingLog
) -> tuple[Table, ColumnMap]:
    """The meanings of the columns after what was chosen, with proposals taken where they were accepted."""
    refuse_contradictions(table, mapping, lexicon)
    note_choices(table, mapping, lexicon, log)
    given = constants_of(options.constants, mapping.data).given
    proposals = propose_meanings(table, mapping, lexicon, given)
    note_proposals(table, proposals, mapping, lexicon, log)
    proposed = {position: meaning for position, (meaning, _) in proposals.items()}
    if PROPOSED not in log.accepted:
        return table, replace(mapping, proposed=frozenset(proposed.values()))
    if not proposed:
        return table, mapping
    agreed = replace(
        table,
        choices={**proposed, **table.choices},
        sources={**dict.fromkeys(proposed, "content"), **table.sources},
    )
    return agreed, match_columns(agreed, mapping.data, lexicon, given)


def _guess(table: Table, lexicon: Lexicon, options: IntakeOptions, file_name: str) -> Guess:
    try:
        return _fit(table, lexicon, options, file_name)
    except UnknownMeaningError as error:
        known = all_meanings(DATASETS[options.kind or "kepesertaan"], lexicon.reference)
        raise Refusal(
            "ARTI_KOLOM_TIDAK_DIKENAL",
            column=error.header,
            value=error.meaning,
            known=", ".join(known[:_LISTED]),
        ) from None


def _fit(table: Table, lexicon: Lexicon, options: IntakeOptions, file_name: str) -> Guess:
    if options.kind is not None:
        data = DATASETS[options.kind]
        stated = constants_of(options.constants, data)
        return fit_kind(table, data, lexicon, given=stated.given, file_name=file_name)
    given = frozenset(normalise(name).replace(" ", "_") for name in options.constants)
    guesses = guess_kinds(table, lexicon, given=given, file_name=file_name)
    fitting = (guess for guess in guesses if guess.has_value and knows_constants(guess.mapping.data, options))
    best = guesses[0]
    is_unlike = all(map(is_bare, best.mapping.main_values)) or not knows_constants(best.mapping.data, options)
    if is_unlike and kinds_told_by(options):
        # What the operator states belongs to another kind, and the header speaks for none.
        best = replace(best, has_value=False)
    return next(fitting, best)


def _refuse_unknown(
    table: Table, guess: Guess, lexicon: Lexicon, options: IntakeOptions, *, proposed: Dataset | None = None
) -> None:
    """Say that the file is about elsewhere, if it is; else which column is missing or that the kind is unknown, with
    the one that is `proposed`.
    """
    if _is_elsewhere(table, guess.mapping, lexicon):
        raise Refusal("WILAYAH_LAIN", n=len(table.body))
    quoted = [table.header_text(position) for position in range(min(len(table.headers), 8))]
    # A row of a list by name taken for a header is not quoted, nor is a sheet that lists persons named.
    headers = "•••" if any(mask(text) != text for text in quoted) else ", ".join(quoted)
    sheet = None if has_nik(guess.mapping.slots) or headers == "•••" else table.sheet.name
    cut = next((slot for slot in guess.mapping.of_role("unused") if may_be_cut(slot.header)), None)
    if options.kind is None and (cut is None or told_by_titles(table) is None):
        told = kinds_told_by(options) or tuple(DATASETS.values())
        known = ", ".join(data.name for data in told)
        if proposed is not None and headers != "•••":
            raise Refusal(
                PROPOSED_KIND,
                sheet=sheet,
                proposal=proposed.name,
                title=proposed.title,
                headers=headers,
                known=known,
            )
        raise Refusal("JENIS_TIDAK_DIKENAL", sheet=sheet, headers=headers, known=known)
    if cut is not None:
        raise Refusal(
            "BULAN_SATU_ATAU_SEPULUH", sheet=sheet, column=cut.header, value=cut.header, year=cut.header[:4]
        )
    column = guess.mapping.data.column(lacking_column(guess.mapping))
    raise Refusal(
        "KOLOM_NILAI_TIDAK_ADA", sheet=sheet, column=column.title.id, headers=headers,
        kind=guess.mapping.data.title.id,
    )  # fmt: skip


def _is_elsewhere(table: Table, mapping: ColumnMap, lexicon: Lexicon) -> bool:
    body: pd.DataFrame = table.body.head(_PROBED_ROWS)
    if not mapping.of_role("area") or body.empty:
        return False
    texts, _ = area_texts(body, mapping)
    areas = read_areas(texts, AreaSheet(name="", mapping=mapping, names=lexicon.areas, log=FindingLog()))
    return bool(areas.foreign.any() and not (areas.codes != "").any())


def _natural_kind(
    table: Table, guess: Guess, lexicon: Lexicon, options: IntakeOptions, file_name: str
) -> str:
    """What the table would be taken for if the operator had not said so, when it says that itself."""
    if options.kind is None:
        return guess.kind
    own = _guess(table, lexicon, replace(options, kind=None), file_name)
    return own.kind if own.has_value else guess.kind


def _of_one_kind(
    tables: list[Table], guesses: list[Guess], natural: list[str], best: int, wanted: list[bool]
) -> list[int]:
    """The sheets of the best one's kind (per kecamatan, month, year), in the order of the file.

    Sheets of guidance are never read, summaries only when the file holds nothing but summaries; what somebody
    wants read always is.
    """
    alike = {guesses[best].kind, natural[best]}
    fitting = [
        index
        for index, guess in enumerate(guesses)
        if guess.has_value and guess.kind == guesses[best].kind and natural[index] in alike
        and (index == best or not _words_of(tables[index].sheet) & _GUIDES)
    ]  # fmt: skip
    plain = [index for index in fitting if not _words_of(tables[index].sheet) & _SUMMARIES]
    return sorted({*(plain or fitting), *(index for index, is_wanted in enumerate(wanted) if is_wanted)})


def _words_of(sheet: RawSheet) -> frozenset[str]:
    """The words of a sheet's name."""
    return frozenset(normalise(sheet.name).split())

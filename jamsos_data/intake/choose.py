"""Chooses the data set and the sheets to read: the best one, and those of the same shape beside it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from jamsos_data.datasets import DATASETS, Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.area_columns import area_texts, read_areas
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.header import Table, locate_table
from jamsos_data.intake.match.columns import ColumnMap
from jamsos_data.intake.match.constants import constants_of
from jamsos_data.intake.match.kinds import Guess, fit_kind, guess_kinds
from jamsos_data.intake.names import normalise
from jamsos_data.intake.read import read_sheets
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.intake.report import FindingLog, IntakeOptions, Refusal

_SUMMARIES = ("rekap", "total", "jumlah", "ringkasan", "petunjuk", "contoh")
_PROBED_ROWS = 2_000


@dataclass(frozen=True)
class Chosen:
    """The data set and the tables to read as it."""

    data: Dataset
    tables: tuple[tuple[Table, ColumnMap], ...]


def choose_tables(
    content: bytes, *, file_name: str, lexicon: Lexicon, options: IntakeOptions, log: FindingLog
) -> Chosen:
    """Read the file and choose. Raises Refusal when there is no table, or none of a known kind."""
    if options.kind is not None and options.kind not in DATASETS:
        raise Refusal("JENIS_TIDAK_ADA", value=options.kind, known=", ".join(DATASETS))
    sheets = read_sheets(content)
    shown = [sheet for sheet in sheets if not sheet.hidden] or list(sheets)
    tables = [table for sheet in shown if (table := locate_table(sheet, lexicon)) is not None]
    if not tables:
        raise Refusal("JUDUL_TABEL_TIDAK_ADA")
    guesses = [_guess(table, lexicon, options, file_name) for table in tables]
    best = max(
        range(len(tables)),
        key=lambda index: (guesses[index].has_value, guesses[index].score, len(tables[index].body)),
    )
    guess = guesses[best]
    if not guess.has_value:
        _refuse_unknown(tables[best], guess, lexicon, options)
    chosen = _same_shape(tables, guesses, best)
    _report_choice(sheets, tables, chosen, guess, options, log)
    return Chosen(guess.mapping.data, tuple((tables[index], guesses[index].mapping) for index in chosen))


def _guess(table: Table, lexicon: Lexicon, options: IntakeOptions, file_name: str) -> Guess:
    if options.kind is not None:
        data = DATASETS[options.kind]
        stated = constants_of(options.constants, data)
        return fit_kind(table, data, lexicon, given=stated.given, file_name=file_name)
    given = frozenset(normalise(name).replace(" ", "_") for name in options.constants)
    guesses = guess_kinds(table, lexicon, given=given, file_name=file_name)
    fitting = (
        guess for guess in guesses if guess.has_value and _knows_constants(guess.mapping.data, options)
    )
    return next(fitting, guesses[0])


def _knows_constants(data: Dataset, options: IntakeOptions) -> bool:
    """Whether all that the operator states for the file are columns of `data`."""
    try:
        constants_of(options.constants, data)
    except Refusal:
        return False
    return True


def _refuse_unknown(table: Table, guess: Guess, lexicon: Lexicon, options: IntakeOptions) -> None:
    """Say that the file is about elsewhere, if it is; else which column is missing or that the kind is unknown."""
    if _is_elsewhere(table, guess.mapping, lexicon):
        raise Refusal("WILAYAH_LAIN", n=len(table.body))
    headers = ", ".join(table.header_text(position) for position in range(min(len(table.headers), 8)))
    if options.kind is None:
        raise Refusal(
            "JENIS_TIDAK_DIKENAL", sheet=table.sheet.name, headers=headers, known=", ".join(DATASETS)
        )
    column = guess.mapping.data.column(guess.mapping.data.value_column)
    raise Refusal(
        "KOLOM_NILAI_TIDAK_ADA", sheet=table.sheet.name, column=column.title.id, headers=headers,
        kind=guess.mapping.data.title.id,
    )  # fmt: skip


def _is_elsewhere(table: Table, mapping: ColumnMap, lexicon: Lexicon) -> bool:
    body: pd.DataFrame = table.body.head(_PROBED_ROWS)
    if not mapping.of_role("area") or body.empty:
        return False
    texts, _ = area_texts(body, mapping)
    areas = read_areas(texts, mapping, lexicon.areas, sheet="", log=FindingLog())
    return bool(areas.foreign.any() and not (areas.codes != "").any())


def _same_shape(tables: list[Table], guesses: list[Guess], best: int) -> list[int]:
    """The best sheet and its twins (one per kecamatan, one per month), in the order of the file."""
    signature = _signature(guesses[best].mapping)
    return [
        index
        for index, guess in enumerate(guesses)
        if index == best
        or (
            guess.kind == guesses[best].kind
            and guess.has_value
            and _signature(guess.mapping) == signature
            and not _is_summary(tables[index].sheet)
        )
    ]


def _signature(mapping: ColumnMap) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    used = mapping.of_role("column", "value", "area", "year", "month")
    return tuple((slot.role, slot.name, tuple(sorted(slot.tags))) for slot in used)


def _is_summary(sheet: RawSheet) -> bool:
    return any(word in normalise(sheet.name).split() for word in _SUMMARIES)


def _report_choice(
    sheets: tuple[RawSheet, ...],
    tables: list[Table],
    chosen: list[int],
    guess: Guess,
    options: IntakeOptions,
    log: FindingLog,
) -> None:
    if options.kind is None:
        log.add("JENIS_DIKENALI", Severity.INFO, value=guess.mapping.data.title.id)
    read = {tables[index].sheet.name for index in chosen}
    for sheet in sheets:
        if sheet.name not in read:
            log.add("LEMBAR_TIDAK_DIBACA", Severity.INFO, sheet=sheet.name)
    for index in chosen[:1]:
        table = tables[index]
        unused = [s.header for s in guess.mapping.of_role("unused") if (table.body[s.position] != "").any()]
        if unused:
            log.add(
                "KOLOM_TIDAK_DIPAKAI", Severity.INFO, sheet=tables[index].sheet.name, column=", ".join(unused[:12]),
                n=len(unused),
            )  # fmt: skip
        for slot in guess.mapping.slots:
            if slot.near and slot.role in ("column", "value"):
                log.add(
                    "JUDUL_KOLOM_MIRIP", Severity.INFO, sheet=tables[index].sheet.name, column=slot.header,
                    proposal=slot.near,
                )  # fmt: skip

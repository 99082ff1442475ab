"""Which sheets of a file are looked at, which tells the kind of data, and which are read beside it."""

from __future__ import annotations

from collections.abc import Sequence

from jamsos_data.intake.firm_names import is_firm
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.plan import PlannedSheet
from jamsos_data.intake.locate.side_by_side import split_side_by_side
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.kinds import Guess, is_proven_alone
from jamsos_data.intake.names import normalise
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.intake.report import Refusal

_SUMMARIES = frozenset(["rekap", "rekapitulasi", "ringkasan", "summary"])
_SUMS = frozenset(["total", "jumlah"])
_GUIDES = frozenset(["petunjuk", "contoh", "panduan", "instructions", "guide", "example"])


def located_tables(plans: Sequence[PlannedSheet], lexicon: Lexicon) -> list[tuple[PlannedSheet, Table]]:
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


def best_table(tables: list[Table], guesses: list[Guess], wanted: list[bool]) -> int:
    """The table that tells the kind of data: one that somebody wants, else that which fits best, else the longest."""
    return max(
        range(len(tables)),
        key=lambda index: (
            wanted[index], guesses[index].has_value, guesses[index].score, len(tables[index].body)
        ),
    )  # fmt: skip


def tables_of_one_kind(
    tables: list[Table], guesses: list[Guess], natural: list[str], best: int, wanted: list[bool]
) -> list[int]:
    """The sheets of the best one's kind (per kecamatan, month, year), in the order of the file.

    Sheets of guidance are never read, summaries only when the file holds nothing but summaries; what somebody
    wants read always is. Bare columns of ages may be of all inhabitants, so beside named figures they are not read.
    """
    alike = {guesses[best].kind, natural[best]}
    fitting = [
        index
        for index, guess in enumerate(guesses)
        if guess.has_value and guess.kind == guesses[best].kind and natural[index] in alike
        and (index == best or not is_guide(tables[index].sheet))
    ]  # fmt: skip
    named = [index for index in fitting if not _has_bare_ages(guesses[index])]
    fitting = named or fitting
    plain = [index for index in fitting if not is_summary(tables[index].sheet)]
    return sorted({*(plain or fitting), *(index for index, is_wanted in enumerate(wanted) if is_wanted)})


def _has_bare_ages(guess: Guess) -> bool:
    return any(slot.proof == "ages" and is_proven_alone(slot) for slot in guess.mapping.main_values)


def is_summary(sheet: RawSheet) -> bool:
    """Whether a sheet is named as the sum of others; a firm may be called Total."""
    words = _words_of(sheet)
    return bool(words & _SUMMARIES) or (bool(words & _SUMS) and not is_firm(sheet.name))


def is_guide(sheet: RawSheet) -> bool:
    """Whether a sheet is named as guidance for those who fill in the file."""
    return bool(_words_of(sheet) & _GUIDES)


def _words_of(sheet: RawSheet) -> frozenset[str]:
    """The words of a sheet's name."""
    return frozenset(normalise(sheet.name).split())

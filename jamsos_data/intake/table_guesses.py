"""What a table is taken for: as the kind of data that was asked for, else as the one that fits it best."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jamsos_data.datasets import DATASETS
from jamsos_data.intake.assumed_value import kinds_told_by, knows_constants
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.columns import UnknownMeaningError
from jamsos_data.intake.match.constants import constants_of
from jamsos_data.intake.match.kinds import Guess, fit_kind, guess_kinds
from jamsos_data.intake.match.slots import is_bare
from jamsos_data.intake.meanings import all_meanings
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import IntakeOptions, Refusal

_LISTED = 30


@dataclass(frozen=True, kw_only=True)
class Request:
    """What a file is read by: what the operator said of it, the known words, and its name."""

    options: IntakeOptions
    lexicon: Lexicon
    file_name: str

    def of_kind(self, kind: str | None) -> Request:
        """The same for one kind of data; None: for whichever fits."""
        return replace(self, options=replace(self.options, kind=kind))


def guess_table(table: Table, request: Request) -> Guess:
    """What a table is, as far as its header tells. Raises Refusal for a meaning of a column that is not known."""
    try:
        return _fit(table, request)
    except UnknownMeaningError as error:
        known = all_meanings(DATASETS[request.options.kind or "kepesertaan"], request.lexicon.reference)
        raise Refusal(
            "ARTI_KOLOM_TIDAK_DIKENAL",
            column=error.header,
            value=error.meaning,
            known=", ".join(known[:_LISTED]),
        ) from None


def _fit(table: Table, request: Request) -> Guess:
    lexicon, options, file_name = request.lexicon, request.options, request.file_name
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


def natural_kind(table: Table, guess: Guess, request: Request) -> str:
    """What the table would be taken for if the operator had not said so, when it says that itself."""
    if request.options.kind is None:
        return guess.kind
    own = guess_table(table, request.of_kind(None))
    return own.kind if own.has_value else guess.kind

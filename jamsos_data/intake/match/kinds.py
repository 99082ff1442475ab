"""Recognises which data set a table is, from its columns, its titles and the file's name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jamsos_data.datasets import DATASETS, ColumnKind, Dataset
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.columns import UnknownMeaningError, match_columns
from jamsos_data.intake.match.slots import ColumnMap, Slot, is_bare
from jamsos_data.intake.match.title_hints import hint_of, told_alone, told_by_titles
from jamsos_data.intake.names import normalise

_UNNAMED = 99
_TOLD_BY_HEADERS = ("sosialisasi", "umkm")
# Only one data set has labels of these columns.
_TELLING_LABELS = {"basis", "versi"}
_POTENTIAL = frozenset(["potensi", "basis", "angkatan", "bekerja"])


# Some data sets are told by a column of their own: the duty, the person, the meeting's day.
_SUBJECTS = {"tindak_lanjut": "butir", "daftar_peserta": "nik", "sosialisasi": "tanggal"}


@dataclass(frozen=True)
class Guess:
    """How well a table fits a data set."""

    mapping: ColumnMap
    score: int
    has_value: bool

    @property
    def kind(self) -> str:
        """Name of the data set."""
        return self.mapping.data.name


def guess_kinds(table: Table, lexicon: Lexicon, *, given: frozenset[str], file_name: str) -> list[Guess]:
    """All data sets that the table could be, best first; those without their main value last.

    A data set that lacks what a column was chosen to be is none of them; raises UnknownMeaningError when all do.
    """
    guesses: list[Guess] = []
    unknown = None
    for data in DATASETS.values():
        try:
            guess = fit_kind(table, data, lexicon, given=given, file_name=file_name)
        except UnknownMeaningError as error:
            unknown = unknown or error
            continue
        guesses.append(_only_by_its_own_words(guess, table, file_name))
    if unknown is not None and not guesses:
        raise unknown
    return sorted(guesses, key=lambda guess: (guess.has_value, guess.score), reverse=True)


def _only_by_its_own_words(guess: Guess, table: Table, file_name: str) -> Guess:
    """Columns that are only months or segments fit every data set: a header or a title must name the values.

    Outreach and enterprises are told by headers of their own alone, because months of anything would pass for them.
    A bare "Jumlah" names nothing against a title that speaks of another data set.
    """
    data = guess.mapping.data
    money = data.column(data.value_column).kind is ColumnKind.RUPIAH
    # People beside them do not make rupiah of columns that are headed by segments alone; what sums them does.
    own = [slot for slot in guess.mapping.of_role("value", "total") if slot.name == data.value_column]
    values = own if money else guess.mapping.of_role("value")
    named = any(slot.rank < _UNNAMED for slot in values) or any(
        slot.name == data.value_column for slot in guess.mapping.of_role("column")
    )
    if told_by_titles(table) not in (None, guess.kind) and all(map(is_bare, guess.mapping.main_values)):
        named = False
    if guess.kind == "iuran" and _is_realised_target(guess.mapping):
        named = False
    if (
        guess.kind == "potensi"
        and told_alone(table) not in (None, "potensi")
        and not _names_potential(guess.mapping)
    ):
        named = False
    bare = {slot.proof for slot in guess.mapping.main_values if is_proven_alone(slot)}
    if bare:
        # "Akhir" and "L" must be titled as this data set and no other; "Bulan Ini" heads people and money alike.
        others = (kind for kind in DATASETS if kind != guess.kind)
        alone = hint_of(guess.kind, table, "") and not any(hint_of(kind, table, "") for kind in others)
        return (
            guess
            if alone and bare <= {"closing", "sex", "ages", "programme"}
            else replace(guess, has_value=False)
        )
    by_label = any(_TELLING_LABELS & set(slot.tags) for slot in guess.mapping.main_values)
    titled = guess.kind not in _TOLD_BY_HEADERS and hint_of(guess.kind, table, file_name) > 0
    return guess if named or by_label or titled else replace(guess, has_value=False)


def _names_potential(mapping: ColumnMap) -> bool:
    """Whether a header names workers to be covered: "Jumlah RT/RW" may be any number of them."""
    return any(_POTENTIAL & set(normalise(slot.header).split()) for slot in mapping.slots)


def is_proven_alone(slot: Slot) -> bool:
    """Whether only the columns beside it tell what a column is: "Peserta s.d. Bulan Lalu" says so itself."""
    return bool(slot.proof) and slot.rank >= _UNNAMED and "peserta" not in normalise(slot.header).split()


def _is_realised_target(mapping: ColumnMap) -> bool:
    """Whether the payments stand under a bare "Realisasi" beside a target or a quota: it may be the people who were
    reached.
    """
    headers = {normalise(slot.header) for slot in mapping.main_values}
    return headers == {"realisasi"} and any(
        {"target", "kuota"} & set(normalise(slot.header).split()) for slot in mapping.of_role("unused")
    )


def fit_kind(
    table: Table, data: Dataset, lexicon: Lexicon, *, given: frozenset[str], file_name: str
) -> Guess:
    """Match the table to one data set and score the fit. Raises UnknownMeaningError, see `match_columns`."""
    mapping = match_columns(table, data, lexicon, given)
    has_value = bool(mapping.main_values) and _has_subject(mapping, given)
    return Guess(mapping, _score(mapping, given) + hint_of(data.name, table, file_name), has_value)


def _has_subject(mapping: ColumnMap, given: frozenset[str]) -> bool:
    needed = _SUBJECTS.get(mapping.data.name)
    return needed is None or needed in mapping.provided or needed in given


def lacking_column(mapping: ColumnMap) -> str:
    """The column without which a table is none of its data set: the main value, else what tells the data set."""
    value = mapping.data.value_column
    return _SUBJECTS.get(mapping.data.name, value) if mapping.main_values else value


def _score(mapping: ColumnMap, given: frozenset[str]) -> int:
    data = mapping.data
    named = {slot.name: slot for slot in mapping.of_role("column", "value") if slot.rank < 99}
    points = sum(3 if slot.rank < 3 else 2 for slot in named.values())
    labels = {column for slot in mapping.slots for column in slot.tags}
    points += len(labels) + (3 if "versi" in labels else 0)
    if data.name == "daftar_peserta" and "nik" in named:
        points += 20
    required = {
        column.name for column in data.columns if column.required and column.kind is not ColumnKind.AREA
    }
    missing = required - mapping.provided - given
    unexplained = len(mapping.of_role("unused"))
    return 2 * points - len(missing) - min(unexplained, 4)

"""Rows of one key with different words for one code: "Petani" and "Buruh Tani", "Ketua RT" and "Ketua RW"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jamsos_data.dataset_columns import Text
from jamsos_data.intake.check.key_groups import KeyGroups
from jamsos_data.intake.names import normalise

_LISTED = 4
_FEWEST_WITH_SUM = 3


@dataclass(frozen=True)
class CodedWords:
    """The header under which each row of a group has a word of its own for one code, and these words."""

    header: str
    words: tuple[str, ...]


def told_by_words(found: KeyGroups, group: tuple[int, ...]) -> CodedWords | None:
    """The words that tell the rows of a group (index of the rows) of one table apart; None where none do.

    Nor where one row is the sum of the others ("RT/RW" above "Ketua RT" and "Ketua RW"), or no cell may be shown.
    """
    rows = found.rows.loc[list(group)]
    figures = rows[found.added]
    is_sum = (figures * 2 == figures.sum()).all(axis=1).any()
    may_part = rows["_table"].nunique() == 1 and not found.context.log.hides_cells
    if not may_part or (is_sum and len(group) >= _FEWEST_WITH_SUM):
        return None
    aside = found.context.aside
    texts = [
        aside.words_of(int(table), int(row)) for table, row in zip(rows["_table"], rows["_row"], strict=True)
    ]
    for header in texts[0]:
        words = tuple(each[header] for each in texts if header in each)
        if len({*map(normalise, words)}) == len(group):
            return CodedWords(header, words)
    return None


def describe_words(groups: Iterable[tuple[str, ...]]) -> Text:
    """Which words of the file stand for one code; nothing where no words tell the rows of the groups apart."""
    different = dict.fromkeys(" / ".join(words) for words in groups if words)
    if not different:
        return Text("", "")
    listed = ", ".join([*different][:_LISTED]) + (", …" if len(different) > _LISTED else "")
    return Text(
        id=f" Isian yang berbeda dibaca sebagai kode yang sama: {listed}.",
        en=f" Different words are read as the same code: {listed}.",
    )

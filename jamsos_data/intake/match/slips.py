"""Headers that nearly name a segment, a funding source, a programme or a month: what they may mean."""

from __future__ import annotations

import re

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.intake.clean.months import MONTH_NAMES, read_month
from jamsos_data.intake.lexicon import ROW_TOTAL_WORDS, WIDE_TABLES, Lexicon
from jamsos_data.intake.match.labels import FILLERS
from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.names import alternatives, find_like, normalise
from jamsos_data.intake.negations import negations_in

_SHORTEST = 5
_MOST_WORDS = 4


def guess_label(slot: Slot, data: Dataset, lexicon: Lexicon) -> str | None:
    """The known code or month that the header of a column is nearly, as people write it; None when there is none.

    The last words of the header are tried too: "Anggota Linmass".
    """
    for part in reversed(slot.header.split(" / ")):
        for reading in alternatives(part):
            if reading in ROW_TOTAL_WORDS:
                return None
            words = reading.split()
            if negations_in(reading) and not _is_code(reading, data, lexicon):
                return None
            for start in range(max(0, len(words) - _MOST_WORDS), len(words)):
                found = _near_code(" ".join(words[start:]), data, lexicon) or _near_month(words[start:], data)
                if found:
                    return found
    return None


def _is_code(text: str, data: Dataset, lexicon: Lexicon) -> bool:
    return any(text in lexicon.codes[table] for name, table in WIDE_TABLES.items() if name in data.names)


def _near_code(text: str, data: Dataset, lexicon: Lexicon) -> str | None:
    if len(text) < _SHORTEST or text in _column_words(data) or text in lexicon.codes["versi_anggaran"]:
        return None
    # "Peserta baru" is no slip of "Peserta PU": what differs there is all that is said.
    is_short = len("".join(word for word in text.split() if word not in FILLERS)) < _SHORTEST
    for name, table in WIDE_TABLES.items():
        if name not in data.names or (is_short and text not in lexicon.codes[table]):
            continue
        codes = lexicon.codes[table]
        near = find_like(text, {word: code for word, code in codes.items() if len(word) >= _SHORTEST})
        near = (codes[text],) if text in codes else near
        if len(near) == 1:
            return lexicon.reference.name_of(table, near[0])
    return None


def _column_words(data: Dataset) -> frozenset[str]:
    """Spellings of the data set's own columns: what is nearly one of these is no slip of a code."""
    return frozenset(normalise(word) for column in data.columns for word in (column.name, *column.synonyms))


def _near_month(words: list[str], data: Dataset) -> str | None:
    period = data.period_column
    if period is None or data.column(period).kind is not ColumnKind.MONTH or not 1 <= len(words) <= 2:
        return None
    name, year = words[0], words[1] if len(words) > 1 else ""
    if year and not re.fullmatch(r"(?:20)?\d\d", year):
        return None
    near = find_like(name, {month: month for month in MONTH_NAMES if len(month) >= _SHORTEST})
    near = name if name in MONTH_NAMES else near[0] if near else ""
    text = f"{near} {year}".strip().capitalize()
    return text if near and read_month(text) else None

"""The shape of a sheet: a fingerprint of its header texts, by which the next file of the same make is known.

No cell beneath the header goes into it, and in a header that speaks of persons only words that every list has.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from jamsos_data.intake.layout import RecalledLayout
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.header import SEARCHED_ROWS
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.names import alternatives, normalise
from jamsos_data.intake.personal import names_persons
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.masking import mask

_HIDDEN = "•"
_LENGTH = 32


def shape_of_table(table: Table, lexicon: Lexicon) -> str | None:
    """The shape of a table's header; None where it has no header."""
    if not table.header_rows:
        return None
    inside = (table.sheet.cells.index >= table.header_rows[0]) & (
        table.sheet.cells.index <= table.header_rows[-1]
    )
    return shape_of(table.sheet.cells[inside].to_numpy().tolist(), lexicon)


def shape_of(rows: Sequence[Sequence[str]], lexicon: Lexicon) -> str:
    """The fingerprint of some header rows: the same for other case, spacing and punctuation."""
    about_persons = any(names_persons(word) for row in rows for text in row for word in alternatives(text))
    words = [[_word(text, lexicon, about_persons=about_persons) for text in row] for row in rows]
    width = max((place + 1 for row in words for place, word in enumerate(row) if word), default=0)
    content = json.dumps([row[:width] for row in words], ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()[:_LENGTH]


def _word(text: str, lexicon: Lexicon, *, about_persons: bool) -> str:
    word = normalise(text)
    unknown = about_persons and word not in lexicon.header_words
    return _HIDDEN if word and (mask(text) != text or unknown) else word


def find_recalled(
    sheet: RawSheet, recalled: Mapping[str, RecalledLayout], lexicon: Lexicon
) -> tuple[str, tuple[int, int], RecalledLayout] | None:
    """The choices made for an earlier sheet of the same shape: its shape, the header rows here, and the choices.

    The header may stand some rows higher or lower than it did then.
    """
    if not recalled:
        return None
    head = sheet.cells.head(SEARCHED_ROWS)
    rows, numbers = head.to_numpy().tolist(), [int(number) for number in head.index]
    for count in sorted({layout.rows for layout in recalled.values()}, reverse=True):
        for start in range(len(rows) - count + 1):
            shape = shape_of(rows[start : start + count], lexicon)
            found = recalled.get(shape)
            if found is not None and found.rows == count:
                return shape, (numbers[start], numbers[start + count - 1]), found
    return None

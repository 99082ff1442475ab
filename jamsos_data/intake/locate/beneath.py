"""A table beneath another one on the same sheet, cut out of it with the titles that stand right above its header."""

from __future__ import annotations

from dataclasses import replace

from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.header import locate_table
from jamsos_data.intake.locate.other_tables import OtherTable
from jamsos_data.intake.locate.signature import signs
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.names import normalise

_MOST_TITLES = 4
_MOST_GAP = 2
_NOTES = ("sumber", "catatan", "keterangan", "ket", "source", "note")


def cut_beneath(table: Table, other: OtherTable, lexicon: Lexicon) -> tuple[Table, frozenset[int]] | None:
    """The table that begins at the header `other`, and its rows with those of its titles; without titles of its own it
    stands under those of `table`.

    None where what stands above its header is not plainly a title, or where its header is not found again.
    """
    titles = _titles_above(table, other.row)
    if titles is None:
        return None
    rows = table.sheet.cells
    inside = (rows.index >= min([other.row, *titles])) & (rows.index <= other.rows[-1])
    found = locate_table(replace(table.sheet, cells=rows[inside]), lexicon)
    if found is None or other.row not in found.header_rows:
        return None
    own = frozenset(map(int, rows.index[inside]))
    return replace(found, sheet=table.sheet, titles=found.titles if titles else table.titles), own


def _titles_above(table: Table, header: int) -> list[int] | None:
    """The rows of titles between the last row of the table above and a header; None where these may be anything else.

    They hold one text each and stand together, an empty row above and at most one beneath them: right under a row of
    numbers a text may be an area without its number.
    """
    found: list[int] = []
    for number in reversed([int(row) for row in table.body.index if row < header]):
        texts = {str(text) for text in table.body.loc[number] if text}
        if (found[-1:] or [header])[0] - number > (1 if found else _MOST_GAP) or _is_note(texts):
            return found
        if any(map(is_number, texts)):
            return None if found else []
        if len(texts) != 1 or any(map(signs, texts)) or len(found) == _MOST_TITLES:
            return None
        found.append(number)
    return found


def _is_note(texts: set[str]) -> bool:
    return any(
        text.startswith("*") or normalise(text).split()[:1] in ([word] for word in _NOTES) for text in texts
    )

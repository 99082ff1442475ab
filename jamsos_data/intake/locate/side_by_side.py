"""Tables that stand side by side on one sheet, an empty column between them: cut apart and read one after the other.

Each keeps the rows and positions of the sheet, so that findings still name the cell. Only tables with the same headers
are cut apart; others are one wide table, or said to be left aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jamsos_data.intake.lexicon import AREA_ROLES, IGNORED_WORDS, Lexicon
from jamsos_data.intake.locate.header_words import is_wide_label
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.names import alternatives, normalise

_FEWEST_COLUMNS = 2
_AREA_WORDS = frozenset(word for words in AREA_ROLES.values() for word in words)


def split_side_by_side(table: Table, lexicon: Lexicon) -> tuple[Table, ...]:
    """The tables from left to right; only `table` itself where it is one, or where somebody said what columns are."""
    blocks = _blocks(table)
    headers = [_signature(table, block, lexicon) for block in blocks]
    names_area = bool(headers) and any(set(alternatives(text)) & _AREA_WORDS for text in headers[0])
    if len(blocks) < 2 or table.choices or not names_area or any(other != headers[0] for other in headers):
        return (table,)
    titles = _titles(table, blocks)
    return tuple(
        _cut_block(table, block, titles[number], is_first=number == 0) for number, block in enumerate(blocks)
    )


def _blocks(table: Table) -> list[range]:
    """Runs of columns between empty ones; none where a run is too narrow to be a table."""
    filled = [
        bool(parts) or bool((table.body[position] != "").any())
        for position, parts in enumerate(table.headers)
    ]
    blocks: list[range] = []
    start = None
    for position, is_filled in enumerate([*filled, False]):
        if is_filled and start is None:
            start = position
        elif not is_filled and start is not None:
            blocks.append(range(start, position))
            start = None
    return blocks if all(len(block) >= _FEWEST_COLUMNS for block in blocks) else []


def _signature(table: Table, block: range, lexicon: Lexicon) -> list[str]:
    """The lowest headers of a block, without numbering, and without months and codes, in which tables may differ."""
    texts = [table.headers[position][-1] for position in block if table.headers[position]]
    return [
        normalise(text)
        for text in texts
        if normalise(text) not in IGNORED_WORDS and not is_wide_label(text, lexicon)
    ]


def _titles(table: Table, blocks: Sequence[range]) -> list[tuple[str, ...]]:
    """The titles above each block: its own in a row that stands above several, otherwise those of the first."""
    titles: list[list[str]] = [[] for _ in blocks]
    above = table.sheet.cells[table.sheet.cells.index < table.header_rows[0]]
    for row in above.itertuples(index=False):
        texts = [[str(row[position]) for position in block if row[position]] for block in blocks]
        shared = not any(texts[1:])
        for number in range(len(blocks)):
            titles[number] += list(filter(None, map(str, row))) if shared else texts[number]
    return [tuple(own) for own in titles]


def _cut_block(table: Table, block: range, titles: tuple[str, ...], *, is_first: bool) -> Table:
    others = [position for position in range(len(table.headers)) if position not in block]
    body = table.body.copy()
    body[others] = ""
    headers = tuple(parts if position in block else () for position, parts in enumerate(table.headers))
    return replace(
        table, titles=titles, headers=headers, body=body[(body != "").any(axis=1)], lettered=not is_first
    )

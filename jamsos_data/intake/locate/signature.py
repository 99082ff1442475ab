"""What stands beneath the last number of a table: words in its number columns, and the block of the signature."""

from __future__ import annotations

import re
from collections.abc import Collection

import numpy as np
import pandas as pd

from jamsos_data.intake.clean.months import MONTH_NAMES
from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.headings import is_area_without_number
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.names import normalise
from jamsos_data.intake.read.marked_runs import STRUCK

_LONGEST_NUMBER = 17
_PROBED_ROWS = 1_000
# Rows from a header to its title, an empty one between them.
_MOST_GAP = 2
_PLACE_AND_DATE = re.compile(
    rf"^[^\W\d][\w .]{{2,40}},\s*[\d. …_]*(?:{'|'.join(MONTH_NAMES)})?[. …_]*(?:20\d\d|20[. …_]{{2,}})\s*$",
    re.IGNORECASE,
)
# What the line above the name of an official begins with.
_SIGNS = re.compile(
    r"^(?:mengetahui|menyetujui|mengesahkan|kepala (?:dinas|badan|bagian|bidang|kantor|desa|cabang|sub|seksi)"
    r"|(?:a n |an |plt |plh |pj )?(?:camat|lurah|bupati|sekretaris|bendahara)\b|nip\b)"
)


def find_signature(
    body: pd.DataFrame, mapping: ColumnMap, lexicon: Lexicon
) -> tuple[pd.Series, frozenset[int]]:
    """Rows below the last number that hold words in the number columns, and of these the block of the signature.

    The block begins with the line that signs (place and date, or the office) and ends the table: "Kabupaten Kudus" and
    "Kecamatan Bae" in it are no rows. Above it a known area is a row whose number is missing.
    """
    words = pd.Series(False, index=body.index)
    block: list[int] = []
    last = _last_number(body, [slot.position for slot in (*mapping.of_role("value"), *mapping.main_values)])
    if last is None:
        return words, frozenset()
    has_numbers = bool(mapping.of_role("value"))
    for number in body.index[body.index > last]:
        texts = [str(text) for text in body.loc[number] if text]
        if block or any(map(signs, texts)):
            block.append(int(number))
        words.loc[number] = bool(block) or (has_numbers and not is_area_without_number(texts, False, lexicon))
    return words, frozenset(block)


def find_signatures_above(body: pd.DataFrame, headers: Collection[int], mapping: ColumnMap) -> frozenset[int]:
    """The rows of signatures that end a table above one with the same header, without the titles of that one.

    Not in lists by name, where a row of words may be a person.
    """
    if not headers or mapping.data.column(mapping.data.value_column).personal:
        return frozenset()
    positions = [slot.position for slot in (*mapping.of_role("value"), *mapping.main_values)]
    found: set[int] = set()
    rows = [int(row) for row in body.index]
    for place in np.flatnonzero(body.index.isin(headers)).tolist():
        first = place
        while first and not any(map(_holds_figure, map(str, body.iloc[first - 1][positions]))):
            first -= 1
        above = rows[first : _first_title(rows, place, first)]
        signing = [row for row in above if any(map(signs, filter(None, map(str, body.loc[row]))))]
        found |= {row for row in above if signing and row >= signing[0]}
    return frozenset(found)


def _first_title(rows: list[int], header: int, first: int) -> int:
    """The place of the first row of those that stand together right above the header at a place; not above `first`."""
    place = header
    while place > first and rows[place] - rows[place - 1] <= (_MOST_GAP if place == header else 1):
        place -= 1
    return place


def _last_number(body: pd.DataFrame, positions: list[int]) -> int | None:
    """The last row with a number in one of the columns; looked for from the end, which is near in every real table."""
    for end in range(len(body), 0, -_PROBED_ROWS):
        part = body.iloc[max(0, end - _PROBED_ROWS) : end]
        cells = part[positions].itertuples(name=None)
        found = [row for row, *texts in cells if any(map(_holds_figure, map(str, texts)))]
        if found:
            return int(found[-1])
    return None


def _holds_figure(text: str) -> bool:
    """Whether a cell holds a figure: a number, also one that is struck out, or a formula without its result."""
    text = text.removesuffix(STRUCK)
    return text.startswith("=") or (len(text) <= _LONGEST_NUMBER and is_number(text))


def signs(text: str) -> bool:
    """Whether a text is the first line of a signature: place and date, or the office."""
    return bool(_PLACE_AND_DATE.match(text) or _SIGNS.match(normalise(text)))

"""Finds the header of a table: one to four rows, under titles, above data, merged, bilingual or numbered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from jamsos_data.intake.clean.months import read_month
from jamsos_data.intake.clean.number_columns import is_nil, is_number
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.names import alternatives, find_near, normalise
from jamsos_data.intake.read.cells import RawSheet

SEARCHED_ROWS = 60
MAX_HEADER_ROWS = 4
_MOST_WORDS = 8
CHOSEN_SCORE = 99
# Who said what a column is: its header, the operator, an earlier file, (with the operator's consent) its cells, or that
# nothing else is left for it.
Source = Literal["header", "operator", "recalled", "content", "assumed"]
# A row of these under a header says what its numbers count: "(orang)", "(juta Rp)".
_UNIT = re.compile(
    r"[(\[]?\s*(?:(?:dalam|satuan)\s+)?(?:ribu(?:an)?|juta(?:an)?|mili?y?ar(?:an)?|rb|jt)?\s*"
    r"(?:rp\.?|rupiah|orang|org|jiwa|pekerja|peserta|tk|usaha|unit|bulan|ha|km2|persen|%)?\s*"
    r"(?:ribu(?:an)?|juta(?:an)?)?\s*[)\]]?",
    re.IGNORECASE,
)
_COLUMN_NUMBER = re.compile(r"^\(?-?(\d{1,3})\)?$")


@dataclass(frozen=True)
class Table:
    """A sheet cut at its header: titles above, per-column header parts (top to bottom), rows beneath.

    Row numbers are those of the spreadsheet. `score` says how sure the header is. `choices` are the meanings
    (see `meanings`) that somebody gave to columns, by position, and `sources` who did. A `lettered` table has the same
    headers as another one of its sheet, so that they are quoted with their letters.
    """

    sheet: RawSheet
    titles: tuple[str, ...]
    header_rows: tuple[int, ...]
    headers: tuple[tuple[str, ...], ...]
    body: pd.DataFrame
    score: int
    choices: Mapping[int, str] = field(default_factory=dict)
    sources: Mapping[int, Source] = field(default_factory=dict)
    lettered: bool = False

    def header_text(self, position: int) -> str:
        """The header of a column as people would quote it; its letter where it has none."""
        text = " / ".join(" ".join(part.split()) for part in self.headers[position])
        letter = column_letter(position)
        return f"{text} ({letter})" if text and self.lettered else text or letter


def column_letter(position: int) -> str:
    """A for 0, Z for 25, AA for 26."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def locate_table(sheet: RawSheet, lexicon: Lexicon) -> Table | None:
    """The table of a sheet, or None when no row looks like a header."""
    rows = _texts_of(sheet, SEARCHED_ROWS)
    numbers = list(rows)
    scores = [_score(rows[number], lexicon) for number in numbers]
    if not scores or max(scores) < 4:
        return None
    base = scores.index(max(scores))
    first = _extend_up(base, numbers, rows, sheet, lexicon)
    spread = {number: _spread_merged(cells, number, sheet) for number, cells in rows.items()}
    last = _extend_down(base, first, numbers, spread, lexicon)
    return _cut(sheet, rows, first=first, last=last, score=max(scores))


def cut_table(sheet: RawSheet, header: tuple[int, int]) -> Table | None:
    """The table of a sheet under the header rows (first and last) that somebody chose; None without a filled one.

    (0, 0) says that there is no header: all rows are data, and columns go by their letters.
    """
    if header == (0, 0):
        nameless = tuple(() for _ in sheet.cells.columns)
        return Table(sheet, (), (), nameless, _fill_merged(sheet.cells, sheet), CHOSEN_SCORE)
    through = int((sheet.cells.index <= header[1]).sum())
    rows = _texts_of(sheet, through + 1)
    inside = [place for place, number in enumerate(rows) if header[0] <= number <= header[1]]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    while last > first and _skip_column_numbers(last, list(rows), rows) > last:
        last -= 1
    return _cut(sheet, rows, first=first, last=last, score=CHOSEN_SCORE)


def _texts_of(sheet: RawSheet, count: int) -> dict[int, list[str]]:
    """The first rows of a sheet: row number → texts."""
    numbers = sheet.cells.index[:count]
    return {
        int(number): list(map(str, cells))
        for number, cells in zip(numbers, sheet.cells.head(count).itertuples(index=False), strict=True)
    }


def _cut(sheet: RawSheet, rows: dict[int, list[str]], *, first: int, last: int, score: int) -> Table:
    """Cut a sheet at the header that spans the places `first` to `last` of `rows`."""
    numbers = list(rows)
    header = numbers[first : last + 1]
    after = _skip_column_numbers(last + 1, numbers, rows)
    body_start = numbers[after] if after < len(numbers) else numbers[-1] + 1
    skipped = numbers[last + 1 : after]
    titles = tuple(cell for number in numbers[:first] for cell in rows[number] if cell)
    body = sheet.cells[sheet.cells.index >= body_start]
    return Table(
        sheet, titles, (*header, *skipped), _join_headers([rows[n] for n in header], header, sheet),
        _fill_merged(body, sheet), score,
    )  # fmt: skip


def is_wide_label(text: str, lexicon: Lexicon) -> bool:
    """Whether a header cell is a code, a month or a year: a label of a wide table."""
    if any(word in lexicon.wide_words for word in alternatives(text)):
        return True
    month = read_month(text)
    return (
        month is not None and (month.year is None or month.year >= 2010) and not text.isdecimal()
    ) or _is_year(text)


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"20[1-4]\d", text))


def _is_name(text: str, lexicon: Lexicon) -> bool:
    return any(word in lexicon.header_words for word in alternatives(text))


def _is_name_with_label(text: str, lexicon: Lexicon) -> bool:
    """Whether a cell is the name of a column and a label in one text: "Pagu 2026", "Peserta Aktif Agustus 2026"."""
    words = text.split()
    return any(
        _is_name(" ".join(words[:cut]), lexicon) and is_wide_label(" ".join(words[cut:]), lexicon)
        for cut in range(1, min(len(words), _MOST_WORDS))
    )


def _is_unit_row(texts: list[str]) -> bool:
    """Whether a row only says units, one of them in brackets or a percent sign at least."""
    filled = [text for text in texts if text]
    return (
        bool(filled)
        and all(_UNIT.fullmatch(text) for text in filled)
        and any(text[0] in "([" or text == "%" for text in filled)
    )


def _score(cells: list[str], lexicon: Lexicon) -> int:
    """Three for each different column name, one for each wide label, two less for each number."""
    names = {normalise(text) for text in cells if text and _is_name(text, lexicon)}
    others = [text for text in cells if text and normalise(text) not in names]
    near = sum(1 for text in others if find_near(normalise(text), list(lexicon.header_words)))
    wide = sum(1 for text in others if is_wide_label(text, lexicon) or _is_name_with_label(text, lexicon))
    wide += len(lexicon.kecamatan_heads(others))
    numbers = sum(1 for text in others if is_number(text) and not _is_year(text))
    long = sum(1 for text in cells if len(text) > 120)
    return 3 * len(names) + 2 * near + wide - 2 * numbers - 3 * long


def _extend_up(
    base: int, numbers: list[int], rows: dict[int, list[str]], sheet: RawSheet, lexicon: Lexicon
) -> int:
    first = base
    while first > 0 and base - first < MAX_HEADER_ROWS - 1:
        upper, lower = rows[numbers[first - 1]], rows[numbers[first]]
        if numbers[first] - numbers[first - 1] > 1 or not _is_group_row(upper, lower, lexicon):
            break
        if _is_title(upper, numbers[first - 1], sheet):
            break
        first -= 1
    return first


def _extend_down(
    base: int, first: int, numbers: list[int], rows: dict[int, list[str]], lexicon: Lexicon
) -> int:
    last = base
    while last + 1 < len(numbers) and last + 1 - first < MAX_HEADER_ROWS:
        upper, lower = rows[numbers[last]], rows[numbers[last + 1]]
        if numbers[last + 1] - numbers[last] > 1 or not _continues(upper, lower, lexicon):
            break
        last += 1
    return last


def _is_group_row(upper: list[str], lower: list[str], lexicon: Lexicon) -> bool:
    """Whether `upper` names groups of the columns below it rather than being a title."""
    filled = [position for position, text in enumerate(upper) if text]
    if any(is_number(upper[position]) and not _is_year(upper[position]) for position in filled):
        return False
    if len(filled) == 1:
        only = filled[0]
        names_something = _is_name(upper[only], lexicon) or is_wide_label(upper[only], lexicon)
        return names_something and only > 0 and any(lower[only:])
    return bool(filled) and _hangs_together(upper, lower)


def _continues(upper: list[str], lower: list[str], lexicon: Lexicon) -> bool:
    """Whether `lower` is one more header row under `upper` rather than the first row of data."""
    texts = [text for text in lower if text]
    if not texts or any(is_number(text) and not _is_year(text) for text in texts):
        return False
    if _is_unit_row(lower) or _splits_groups(upper, lower):
        return True
    known = [text for text in texts if _is_name(text, lexicon) or is_wide_label(text, lexicon)]
    known += [texts[place] for place in lexicon.kecamatan_heads(texts)]
    repeats = [text for above, text in zip(upper, lower, strict=True) if text and text == above]
    return bool(known or repeats) and _hangs_together(upper, lower)


def _splits_groups(upper: list[str], lower: list[str]) -> bool:
    """Whether all texts below stand under the columns of merged groups: L, P, L+P under "Peserta Aktif"."""
    places = [position for position, text in enumerate(lower) if text]
    under_groups = all(
        upper[position] and upper.count(upper[position]) > 1 and not is_nil(lower[position])
        for position in places
    )
    return under_groups and len({lower[position] for position in places}) > 1


def _hangs_together(upper: list[str], lower: list[str]) -> bool:
    """Each text below stands under a blank, under itself, or in a group that the row above opens."""
    return all(
        not text
        or not upper[position]
        or text == upper[position]
        or upper.count(upper[position]) > 1
        or _opens_group(upper, lower, position)
        for position, text in enumerate(lower)
    )


def _opens_group(upper: list[str], lower: list[str], position: int) -> bool:
    """Whether the text above spans blanks to its right, with more texts of the lower row beneath them."""
    end = position + 1
    while end < len(upper) and not upper[end]:
        end += 1
    return end > position + 1 and (any(lower[position + 1 : end]) or _is_year(lower[position]))


def _is_title(cells: list[str], number: int, sheet: RawSheet) -> bool:
    """A single text merged over (nearly) the whole width is a title, not a group."""
    filled = [position for position, text in enumerate(cells) if text]
    if len(filled) != 1:
        return False
    for top, left, _, right in sheet.merged:
        if top == number and left == filled[0]:
            return right - left + 1 >= 0.8 * len(cells)
    return False


def _skip_column_numbers(position: int, numbers: list[int], rows: dict[int, list[str]]) -> int:
    """Past a row that only counts the columns: (1) (2) (3), 1 2 3, or -1 -2 -3 as Excel reads the first."""
    if position >= len(numbers):
        return position
    texts = [text for text in rows[numbers[position]] if text]
    matches = [_COLUMN_NUMBER.match(text) for text in texts]
    counts = [int(match[1]) for match in matches if match]
    consecutive = len(counts) == len(texts) >= 2 and counts == list(range(counts[0], counts[0] + len(counts)))
    return position + 1 if consecutive and counts[0] in (0, 1, 2) else position


def _join_headers(rows: list[list[str]], numbers: list[int], sheet: RawSheet) -> tuple[tuple[str, ...], ...]:
    filled = [
        _fill_right(cells, number, sheet, rows[index + 1] if index + 1 < len(rows) else None)
        for index, (cells, number) in enumerate(zip(rows, numbers, strict=True))
    ]
    units = filled.pop() if len(filled) > 1 and _is_unit_row(rows[-1]) else [""] * len(rows[0])
    return tuple(
        _with_unit(tuple(dict.fromkeys(text for row in filled if (text := row[position]))), units[position])
        for position in range(len(rows[0]))
    )


def _with_unit(parts: tuple[str, ...], unit: str) -> tuple[str, ...]:
    """A header with the unit from the row beneath, written as people write it in one cell: "Iuran (juta Rp)"."""
    if not parts or not unit:
        return parts
    return (*parts[:-1], f"{parts[-1]} ({unit.strip('()[] ')})")


def _fill_merged(body: pd.DataFrame, sheet: RawSheet) -> pd.DataFrame:
    """Texts of cells merged downwards hold for all their rows, as the spreadsheet shows them."""
    down = [merge for merge in sheet.merged if merge[2] > merge[0] and merge[1] in body.columns]
    down = [merge for merge in down if merge[0] in body.index]
    if not down:
        return body
    body = body.copy()
    for top, left, bottom, _ in down:
        text = str(body.at[top, left])
        if text and not is_number(text):
            body.loc[(body.index > top) & (body.index <= bottom), left] = text
    return body


def _spread_merged(cells: list[str], number: int, sheet: RawSheet) -> list[str]:
    """A row in which the text of a merged cell stands in all columns that it covers."""
    result = list(cells)
    for top, left, _, right in sheet.merged:
        if top == number:
            for position in range(left + 1, min(right, len(cells) - 1) + 1):
                result[position] = result[position] or result[left]
    return result


def _fill_right(cells: list[str], number: int, sheet: RawSheet, below: list[str] | None) -> list[str]:
    """A group header goes for the columns it is merged over; without merges, for the blanks to its right."""
    result = _spread_merged(cells, number, sheet)
    if result != cells or below is None:
        return result
    for position in range(1, len(result)):
        if not result[position] and below[position] and result[position - 1] and below[position - 1]:
            result[position] = result[position - 1]
    return result

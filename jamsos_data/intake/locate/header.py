"""Finds the header of a table: one to four rows, under titles, above data, merged, bilingual or numbered."""

from __future__ import annotations

from collections.abc import Iterable

from jamsos_data.intake.clean.number_columns import is_nil, is_number
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.header_rows import (
    heads_numbers,
    is_time_row,
    numbers_months,
    parted_header,
    stands_under_year,
    without_time_label,
)
from jamsos_data.intake.locate.header_words import (
    counts_columns,
    heads_areas,
    heads_figures,
    is_name,
    is_unit_row,
    is_wide_label,
    is_year,
    score_row,
)
from jamsos_data.intake.locate.merged_cells import fill_merged, join_headers, spread_merged
from jamsos_data.intake.locate.month_heads import with_month_heads
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.names import normalise
from jamsos_data.intake.read.cells import RawSheet

SEARCHED_ROWS = 60
MAX_HEADER_ROWS = 4
FEWEST_POINTS = 4
CHOSEN_SCORE = 99
_RUPIAH = ("rp", "rupiah")


def locate_table(sheet: RawSheet, lexicon: Lexicon) -> Table | None:
    """The table of a sheet, or None when no row looks like a header."""
    rows = with_month_heads(_texts_of(sheet, SEARCHED_ROWS), lexicon)
    numbers = list(rows)
    scores = [score_row(rows[number], lexicon) for number in numbers]
    if not scores or max(scores) < FEWEST_POINTS:
        place = parted_header(rows, lexicon)
        return None if place is None else _cut(sheet, rows, first=place, last=place + 1, score=FEWEST_POINTS)
    base = _first_with_rows(scores.index(max(scores)), scores, rows, lexicon)
    first = _extend_up(base, numbers, rows, sheet, lexicon)
    spread = {number: spread_merged(cells, number, sheet) for number, cells in rows.items()}
    last = _extend_down(base, first, numbers, spread, lexicon)
    return _cut(sheet, rows, first=first, last=last, score=max(scores))


def _first_with_rows(base: int, scores: list[int], rows: dict[int, list[str]], lexicon: Lexicon) -> int:
    """The place of the header to read under: the one with most names, unless an earlier one has rows of its own above
    it, which would be taken for titles.
    """
    numbers = list(rows)
    for place in range(base):
        beneath = [rows[number] for number in numbers[place + 1 : min(base, place + MAX_HEADER_ROWS)]]
        if scores[place] >= FEWEST_POINTS and _heads_rows(rows[numbers[place]], beneath, lexicon):
            return place
    return base


def _heads_rows(cells: list[str], beneath: list[list[str]], lexicon: Lexicon) -> bool:
    """Whether a row names a column of areas and others, and the first row with numbers beneath it has one in such a
    column beside the name of an area.
    """
    areas = [place for place, text in enumerate(cells) if heads_areas(text)]
    counted = [place for place, text in enumerate(cells) if heads_figures(text, lexicon)]
    row = next((row for row in beneath if any(map(is_number, row))), [])
    return any(is_number(row[place]) for place in counted if row) and any(
        row[place] and not is_number(row[place]) for place in areas
    )


def cut_table(sheet: RawSheet, header: tuple[int, int]) -> Table | None:
    """The table of a sheet under the header rows (first and last) that somebody chose; None without a filled one.

    (0, 0) says that there is no header: all rows are data, and columns go by their letters.
    """
    if header == (0, 0):
        nameless = tuple(() for _ in sheet.cells.columns)
        return Table(sheet, (), (), nameless, fill_merged(sheet.cells, sheet), CHOSEN_SCORE)
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
    heads = [without_time_label(rows[number]) if last > first else rows[number] for number in header]
    after = _skip_column_numbers(last + 1, numbers, rows)
    body_start = numbers[after] if after < len(numbers) else numbers[-1] + 1
    skipped = numbers[last + 1 : after]
    titles = tuple(cell for number in numbers[:first] for cell in rows[number] if cell)
    body = sheet.cells[sheet.cells.index >= body_start]
    return Table(
        sheet, titles, (*header, *skipped), join_headers(heads, header, sheet),
        fill_merged(body, sheet), score,
    )  # fmt: skip


def _extend_up(
    base: int, numbers: list[int], rows: dict[int, list[str]], sheet: RawSheet, lexicon: Lexicon
) -> int:
    first = base
    while first > 0 and base - first < MAX_HEADER_ROWS - 1:
        upper, lower = rows[numbers[first - 1]], rows[numbers[first]]
        if numbers[first] - numbers[first - 1] > 1 or not (
            _is_group_row(upper, lower, lexicon) or is_time_row(upper, beneath=lower)
        ):
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
        upper, lower = without_time_label(rows[numbers[last]]), rows[numbers[last + 1]]
        above = [
            _lowest(rows[number][position] for number in numbers[first : last + 1])
            for position in range(len(upper))
        ]
        following = rows[numbers[last + 2]] if last + 2 < len(numbers) else []
        if numbers[last + 1] - numbers[last] > 1 or not (
            _continues(upper, lower, lexicon)
            or heads_numbers(above, lower, following)
            or numbers_months(upper, lower)
        ):
            break
        last += 1
    return last


def _lowest(texts: Iterable[str]) -> str:
    return next(filter(None, reversed(list(texts))), "")


def _is_group_row(upper: list[str], lower: list[str], lexicon: Lexicon) -> bool:
    """Whether `upper` names groups of the columns below it rather than being a title."""
    filled = [position for position, text in enumerate(upper) if text]
    if any(is_number(upper[position]) and not is_year(upper[position]) for position in filled):
        return False
    if len(filled) == 1:
        only = filled[0]
        names_something = is_name(upper[only], lexicon) or is_wide_label(upper[only], lexicon)
        return names_something and only > 0 and any(lower[only:])
    return bool(filled) and _hangs_together(upper, lower)


def _continues(upper: list[str], lower: list[str], lexicon: Lexicon) -> bool:
    """Whether `lower` is one more header row under `upper` rather than the first row of data."""
    texts = [text for text in lower if text]
    if is_unit_row(lower):
        return True
    if not texts or any(is_number(text) and not is_year(text) for text in texts):
        return False
    heads = lexicon.kecamatan_heads(texts)
    if not heads and lexicon.kecamatan_in(texts):
        return False
    if _splits_groups(upper, lower):
        return True
    known = [text for text in texts if is_name(text, lexicon) or is_wide_label(text, lexicon)]
    known += [texts[place] for place in heads]
    repeats = [text for above, text in zip(upper, lower, strict=True) if text and text == above]
    return bool(known or repeats) and _hangs_together(upper, lower)


def _splits_groups(upper: list[str], lower: list[str]) -> bool:
    """Whether all texts below stand under the columns of merged groups: L, P, L+P under "Peserta Aktif"."""
    places = [position for position, text in enumerate(lower) if text]
    # "Rp" alone is a nil in a row of data.
    under_groups = all(
        upper[position]
        and upper.count(upper[position]) > 1
        and (not is_nil(lower[position]) or normalise(lower[position]) in _RUPIAH)
        for position in places
    )
    return under_groups and len({lower[position] for position in places}) > 1


def _hangs_together(upper: list[str], lower: list[str]) -> bool:
    """Each text below stands under a blank, under itself, or in a group that the row above opens; or it heads a column
    of another group, too ("Tenaga Kerja" of PU and BPU, though only PU has "Perusahaan" beside it).
    """
    return all(
        not text
        or not upper[position]
        or text == upper[position]
        or upper.count(upper[position]) > 1
        or lower.count(text) > 1
        or _opens_group(upper, lower, position)
        or stands_under_year(upper[position], text)
        for position, text in enumerate(lower)
    )


def _opens_group(upper: list[str], lower: list[str], position: int) -> bool:
    """Whether the text above spans blanks to its right, with more texts of the lower row beneath them."""
    end = position + 1
    while end < len(upper) and not upper[end]:
        end += 1
    return end > position + 1 and (any(lower[position + 1 : end]) or is_year(lower[position]))


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
    return position + 1 if counts_columns(rows[numbers[position]]) else position

"""What rows of one key say of ages: which of them are of ages that lie within those of another, or cross them.

Years of service and classes of wages are written alike and hold each other likewise, but they are no ages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from jamsos_data.intake.check.part_texts import may_sum_others, people_cells, telling_headers
from jamsos_data.intake.clean.ages import age_span_of_words
from jamsos_data.intake.firm_names import heads_firms, is_firm
from jamsos_data.intake.other_spans import heads_other_spans
from jamsos_data.intake.part_headers import heads_parts_of_people
from jamsos_data.intake.sub_units import heads_units

_AGE_WORDS = re.compile(r"\b(?:tahun|thn|th|usia|umur|bawah|atas|sampai|mulai)\b")
Span = tuple[int, int]
# The rest of a text ("l" of "l 18 30") and the ages in it.
_Cell = tuple[str, Span | None]
_OF_AGES = frozenset([
    "usia", "umur", "kelompok", "kel", "golongan", "gol", "rentang", "produktif", "nonproduktif", "non", "lansia",
    "pralansia", "dewasa", "remaja", "pemuda", "muda", "tua", "anak", "balita", "madya",
])  # fmt: skip


@dataclass(frozen=True)
class AgeRows:
    """Rows (their index) that ages tell apart, what each says under `header`, and those that are sums of all;
    `is_other` where the spans are no ages.
    """

    header: str
    cells: Mapping[int, tuple[_Cell, ...]]
    totals: tuple[int, ...]
    is_other: bool = False

    def contains(self, wide: int, narrow: int) -> bool:
        """Whether a row is of all that another one is of, and of more ages."""
        pairs = list(zip(self.cells[wide], self.cells[narrow], strict=True))
        return wide != narrow and all(one == other or _holds(one, other) for one, other in pairs)

    def crossing(self) -> tuple[int, int] | None:
        """The first two rows that share ages, neither of which is of all that the other is of."""
        for one, other in (pair for alike in self._alike.values() for pair in combinations(alike, 2)):
            pairs = list(zip(self.cells[one], self.cells[other], strict=True))
            shares = all(mine == theirs or _shares(mine, theirs) for mine, theirs in pairs)
            if shares and not (self.contains(one, other) or self.contains(other, one)):
                return one, other
        return None

    def overlaps(self) -> bool:
        """Whether some rows share ages."""
        return self.crossing() is not None or len(self.outermost()) < len(self.cells)

    def within(self, wide: int) -> tuple[int, ...]:
        """The widest of the rows that lie within another one."""
        inner = [row for row in self.beside(wide) if self.contains(wide, row)]
        return tuple(row for row in inner if not any(self.contains(other, row) for other in inner))

    def outermost(self) -> tuple[int, ...]:
        """The rows that lie within no other one."""
        return tuple(
            row for row in self.cells if not any(self.contains(other, row) for other in self.beside(row))
        )

    @cached_property
    def _alike(self) -> Mapping[tuple[str, ...], list[int]]:
        """The rows that say the same beside their ages: of one company and sex. No others hold each other."""
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for row, cells in self.cells.items():
            found[tuple(text for text, _ in cells)].append(row)
        return found

    def beside(self, row: int) -> list[int]:
        """The rows that say the same beside their ages."""
        return self._alike[tuple(text for text, _ in self.cells[row])]

    def is_filled_by(self, wide: int, parts: Sequence[int]) -> bool:
        """Whether the ages of the parts together are those of the row, without a gap."""
        spans = sorted(self.span(part) for part in parts)
        follow = all(after[0] - before[1] in (0, 1) for before, after in pairwise(spans))
        return follow and (spans[0][0], spans[-1][1]) == self.span(wide)

    def span(self, row: int) -> Span:
        """The ages of a row."""
        return next(span for _, span in self.cells[row] if span)


def read_ages(
    group: Sequence[int], names: Mapping[int, Mapping[str, str]], *, is_other: bool = False
) -> AgeRows | None:
    """The rows of a group that ages tell apart; None where no two of them have an age each. `names` are what unused
    columns say of each row, by header; titles may say that the spans are of other things (`is_other`).

    A firm, unit or sex may be merged over its ages: it is where without that ages would overlap, and with it none do.
    """
    texts = [names[row] for row in group]
    found = _read_rows(group, texts, is_other=is_other)
    if found is not None and found.overlaps():
        filled = _read_rows(group, _filled_down(texts), is_other=is_other)
        found = found if filled is None or filled.overlaps() else filled
    return found


def _read_rows(group: Sequence[int], texts: Sequence[Mapping[str, str]], *, is_other: bool) -> AgeRows | None:
    cells = people_cells(texts)
    if cells is None:
        headers = telling_headers(texts)
        columns = [[each[header] for each in texts] for header in headers]
        is_sum = [False] * len(texts)
    else:
        headers, columns, is_sum = (
            cells.headers,
            [list(column) for column in zip(*cells.said, strict=True)],
            cells.named,
        )
    read = [_read_column(header, column) for header, column in zip(headers, columns, strict=True)]
    said = dict(zip(group, zip(*read, strict=True), strict=False))
    sums = [row for row, is_named in zip(group, is_sum, strict=True) if is_named]
    totals = tuple(row for row in sums if all(cell == ("", None) for cell in said[row]))
    beside = dict(zip(group, _others_beside(texts, headers), strict=True))
    parts = {
        row: (*cells, *beside[row])
        for row, cells in said.items()
        if row not in sums and any(span for _, span in cells)
    }
    if len(parts) < 2:
        return None
    spanning = [
        header for header, column in zip(headers, read, strict=True) if any(span for _, span in column)
    ]
    return AgeRows(", ".join(headers), parts, totals, is_other=_are_other(spanning, is_titled=is_other))


def _are_other(headers: Sequence[str], *, is_titled: bool) -> bool:
    """Whether the spans under some headers are no ages: by these, or by titles where no header says ages."""
    if any(map(heads_other_spans, headers)):
        return True
    return is_titled and not any(map(heads_parts_of_people, headers))


def _filled_down(texts: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """The same with the cell above in the empty ones of columns without ages."""
    headers = dict.fromkeys(header for each in texts for header in each)
    filling = [
        header
        for header in headers
        if heads_units(header) or not any(_read(each.get(header, ""))[1] for each in texts)
    ]
    filled: list[Mapping[str, str]] = []
    for each in texts:
        above = filled[-1] if filled else {}
        filled.append({**{header: above[header] for header in filling if header in above}, **each})
    return filled


def _others_beside(texts: Sequence[Mapping[str, str]], headers: Sequence[str]) -> list[tuple[_Cell, ...]]:
    """What each row says under other headers whose people are others: firms, units below a desa, or what several rows
    say alike. A text of its own in each row may as well describe the ages.
    """
    found: list[str] = []
    for header in texts[0]:
        said = [each.get(header, "") for each in texts]
        is_open = header in headers or heads_parts_of_people(header) or any(map(may_sum_others, said))
        if is_open or not all(said):
            continue
        parts_people = heads_units(header) or heads_firms(header) or all(map(is_firm, said))
        if 1 < len({*said}) < len(said) or (parts_people and len({*said}) > 1):
            found.append(header)
    return [tuple((each[header], None) for header in found) for each in texts]


def _read_column(header: str, texts: Sequence[str]) -> list[_Cell]:
    """The cells of a column. RT 01/02 is no age, nor is another range that nothing calls so."""
    named = heads_parts_of_people(header)
    is_told = [named or bool(_AGE_WORDS.search(text)) for text in texts]
    if heads_units(header) or not any(is_told):
        return [(text, None) for text in texts]
    return [_read(text) if told else (text, None) for text, told in zip(texts, is_told, strict=True)]


def _read(text: str) -> _Cell:
    """The ages of a text and what stands before them, such as a sex."""
    words = [word for word in text.split() if word not in _OF_AGES]
    for start in range(len(words)):
        if span := age_span_of_words(" ".join(words[start:])):
            return " ".join(words[:start]), span
    return text, None


def _holds(wide: _Cell, narrow: _Cell) -> bool:
    if wide[0] != narrow[0] or wide[1] is None or narrow[1] is None:
        return False
    return wide[1][0] <= narrow[1][0] and narrow[1][1] <= wide[1][1]


def _shares(one: _Cell, other: _Cell) -> bool:
    """Whether two cells share more than the age at which one ends and the other begins: "18-30", "30-40"."""
    if one[0] != other[0] or one[1] is None or other[1] is None:
        return False
    return max(one[1][0], other[1][0]) < min(one[1][1], other[1][1])

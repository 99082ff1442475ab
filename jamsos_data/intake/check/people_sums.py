"""Sums among rows by sex and age of one key: "L, Jumlah" beneath the ages of men, "Jumlah P", or no sex and no age.

One that calls itself a sum and is that of the rows that it names, of those around it or of all is taken out; where all
have one, it stands for them. A row that says no sex or no age is a sum, or nearly one, of the rows of its sheet where
such rows mostly are; else it counts people of whom that is not known. A sum that misses its parts is left out and both
numbers are told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.key_groups import KeyGroups
from jamsos_data.intake.check.part_rows import JoinedRows
from jamsos_data.intake.check.part_texts import PeopleCells, people_cells
from jamsos_data.intake.check.wholes import (
    Figures,
    Whole,
    add_up,
    equals,
    is_near,
    tell_slip,
    tell_wholes,
)
from jamsos_data.intake.compared_areas import BY_CHANCE

_FEWEST = 3
# Which columns of sexes and ages, by their headers, say nothing of a row.
_Silence = tuple[str, tuple[bool, ...]]
# How a row that does not say all stands to its parts, and what tells this sum from another.
_Seen = tuple[Literal["all", "one", "near", ""], tuple[object, ...]]


@dataclass(frozen=True)
class _Group:
    """Rows (their index) of one key and what columns of sexes and ages say of them: the `parts` that say all of sex and
    age, the ones that call themselves sums (`named`), and those that say neither (`silent`).
    """

    rows: tuple[int, ...]
    cells: PeopleCells
    tables: tuple[int, ...]

    @cached_property
    def _places(self) -> dict[int, int]:
        return {row: place for place, row in enumerate(self.rows)}

    @cached_property
    def named(self) -> tuple[int, ...]:
        return tuple(row for row, is_sum in zip(self.rows, self.cells.sums(), strict=True) if is_sum)

    @cached_property
    def silent(self) -> tuple[int, ...]:
        return tuple(row for row in self.rows if row not in self.named and "" in self.said(row))

    @cached_property
    def parts(self) -> tuple[int, ...]:
        return tuple(row for row in self.rows if row not in self.named and row not in self.silent)

    def said(self, row: int) -> tuple[str, ...]:
        """What the columns say of a row."""
        return self.cells.said[self._places[row]]

    def silence(self, row: int) -> _Silence:
        """What it is that the columns do not say of a row."""
        return self.cells.header, tuple(not text for text in self.said(row))

    def within(self, row: int, parts: Sequence[int]) -> tuple[int, ...]:
        """The parts that are of the sex and age which a row says."""
        return tuple(part for part in parts if self.cells.covers(self._places[row], self._places[part]))

    def beside(self, row: int, parts: Sequence[int]) -> tuple[int, ...]:
        """Those of them that stand in the table of the row: another one may not ask for sex and age at all."""
        table = self.tables[self._places[row]]
        return tuple(part for part in self.within(row, parts) if self.tables[self._places[part]] == table)


@dataclass(frozen=True)
class PeopleSums:
    """The `parts` of a group, the sums that are `right` and those that miss theirs, the row that sums all parts, and
    the sums that do not say so (`silent`).
    """

    parts: tuple[int, ...]
    right: tuple[Whole, ...]
    slips: tuple[Whole, ...]
    whole: int | None
    silent: tuple[int, ...] = ()

    @property
    def gone(self) -> list[int]:
        """The rows that are not taken: the sums, or all but the one of all parts."""
        sums = [one.row for one in (*self.right, *self.slips) if one.row != self.whole]
        return sums + ([] if self.whole is None else [*self.parts])


def join_people_sums(rows: pd.DataFrame, data: Dataset, context: CheckContext) -> JoinedRows:
    """Take out sums among the rows of each key (canonical columns, _sheet, _table, _row), or the parts of one of all.

    A single sum beside the parts that one column tells apart is left to `join_wholes`.
    """
    alike = KeyGroups.of(rows, data, context)
    if not alike.groups:
        return JoinedRows.none(rows, alike.added)
    places = alike.rows["_table"].astype("int64")
    tables = dict(zip(map(int, places.index), places.tolist(), strict=True))
    found = find_people_sums(alike.groups, alike.names, alike.figures, tables=tables, counted=alike.counted)
    for slip in (slip for one in found for slip in one.slips):
        tell_slip(rows, slip, data, context)
    tell_wholes(rows, [right for one in found for right in one.right], data, context)
    merged = pd.Index([row for one in found for row in one.gone], dtype=rows.index.dtype)
    taken = [one.whole for one in found if one.whole is not None]
    return JoinedRows(rows.drop(merged), rows.index[:0], merged, rows.loc[taken, alike.added])


def find_people_sums(
    groups: Sequence[tuple[int, ...]],
    names: Mapping[int, Mapping[str, str]],
    figures: Figures,
    *,
    tables: Mapping[int, int] | None = None,
    counted: Collection[int] = (),
) -> list[PeopleSums]:
    """The sums among groups of rows of one key.

    `names` are what unused columns say of each row, by header, and `tables` the table it stands in (None: all in one).
    Rows that are `counted` are people by the word of a printed total, and with them those that say as little.
    """
    read = _groups(groups, names, tables or {})
    people = {group.silence(row) for group in read for row in group.silent if row in counted}
    summing = _summing_silences(read, figures) - people
    silent = Counter(group.silence(row) for group in read for row in group.silent if any(figures[row]))
    alone = {
        row
        for group in read
        for row in group.silent
        if silent[group.silence(row)] == 1 and sum(figures[row]) <= BY_CHANCE
    }
    return [_judge(group, _parts(group, summing, figures), figures, alone) for group in read]


def _judge(group: _Group, parts: Sequence[int], figures: Figures, alone: Collection[int]) -> PeopleSums:
    found = _find_sums(group, parts, figures, alone)
    right = tuple(one for one in found if equals(one.row, one.parts, figures))
    whole = next((one.row for one in right if {*one.parts} == {*parts}), None)
    slips = tuple(one for one in found if one not in right)
    silent = tuple(one.row for one in found if one.row in group.silent)
    return PeopleSums(tuple(parts), right, slips, whole, silent)


def _groups(
    groups: Sequence[tuple[int, ...]], names: Mapping[int, Mapping[str, str]], tables: Mapping[int, int]
) -> list[_Group]:
    """The groups of rows that sexes and ages tell apart and of which some may sum others."""
    found = []
    for group in groups:
        cells = people_cells([names[row] for row in group]) if len(group) >= _FEWEST else None
        if cells is None:
            continue
        read = _Group(group, cells, tuple(tables.get(row, 0) for row in group))
        is_single = len(cells.headers) == 1 and len(read.named) == 1 and not any(read.said(read.named[0]))
        if read.silent or (read.named and not is_single):
            found.append(read)
    return found


def _summing_silences(groups: Sequence[_Group], figures: Figures) -> frozenset[_Silence]:
    """Of which rows that do not say all at least half are the sum of the parts that they may sum.

    One village of few people may by chance have as many of unknown sex as men and women, rather as many as men where it
    has no women: of several such rows two have to be different sums, and these of one part alone do not count.
    """
    summing: set[_Silence] = set()
    silences = {group.silence(row) for group in groups for row in group.silent}
    for depth in sorted({sum(unsaid) for _, unsaid in silences}):  # the sums of each sex before those of all
        seen: dict[_Silence, list[_Seen]] = defaultdict(list)
        for group in groups:
            parts = _parts(group, summing, figures)
            for row in group.silent:
                silence = group.silence(row)
                if sum(silence[1]) == depth and any(figures[row]):
                    within = group.beside(row, [part for part in parts if part != row])
                    seen[silence].append(_see(row, within, figures))
        summing |= {silence for silence, rows in seen.items() if _are_sums(rows)}
    return frozenset(summing)


def _see(row: int, within: Sequence[int], figures: Figures) -> _Seen:
    """How a row stands to its parts. Few people who are as many as the only part that has any prove little."""
    if len(within) > 1 and equals(row, within, figures):
        is_alone = sum(any(figures[part]) for part in within) == 1 and sum(figures[row]) <= BY_CHANCE
        return "one" if is_alone else "all", _proof(row, within, figures)
    return "near" if len(within) > 1 and is_near(row, within, figures) else "", ()


def _are_sums(seen: Sequence[_Seen]) -> bool:
    if len(seen) == 1:
        return seen[0][0] in ("all", "near")
    sums = sum(kind == "all" for kind, _ in seen)
    others = sum(kind in ("", "near") for kind, _ in seen)
    proofs = {proof for kind, proof in seen if kind in ("all", "one")}
    return len(proofs) > 1 and (sums >= others if sums else not others)


def _proof(row: int, parts: Sequence[int], figures: Figures) -> tuple[object, ...]:
    """What tells one sum from another: few people are the same sum wherever their numbers are."""
    if sum(figures[row]) > BY_CHANCE:
        return (row,)
    return (figures[row], *sorted(figures[part] for part in parts))


def _parts(group: _Group, summing: Collection[_Silence], figures: Figures) -> list[int]:
    """The rows of a group that sum no others: of those that do not say all, also where those that do have nobody."""
    found = [*group.parts]
    for row in sorted(group.silent, key=lambda row: sum(group.silence(row)[1])):
        within = group.beside(row, found)
        if group.silence(row) not in summing or not within or not any(add_up(within, figures)):
            found.append(row)
    return sorted(found)


def _find_sums(group: _Group, parts: Sequence[int], figures: Figures, alone: Collection[int]) -> list[Whole]:
    """The rows of a group that sum others of its `parts`: each with those that it equals, else those that it names, or
    misses by least. Few people whom no other row proves a sum (`alone`) are none by name.
    """
    sums = [row for row in group.rows if row not in parts]
    found = []
    for row in sums:
        within = group.within(row, parts) if row in group.named else group.beside(row, parts)
        blocks = [within, *_around(row, parts, sums), tuple(parts)] if row in group.named else [within]
        blocks = [block for block in blocks if block]
        if blocks:
            nearest = min(blocks, key=lambda block: _distance(row, block, figures))
            is_right = equals(row, nearest, figures)
            names = bool(within) and any(group.said(row))
            taken = within if names and not is_right else nearest
            found.append(Whole(row, taken, group.cells.header, by_name=not is_right or row not in alone))
    return found


def _around(row: int, parts: Sequence[int], sums: Sequence[int]) -> list[tuple[int, ...]]:
    """The parts right above a sum and those right beneath it, as far as the next sum."""
    above = max((other for other in sums if other < row), default=-1)
    beneath = min((other for other in sums if other > row), default=None)
    return [
        tuple(part for part in parts if above < part < row),
        tuple(part for part in parts if row < part and (beneath is None or part < beneath)),
    ]


def _distance(row: int, parts: Sequence[int], figures: Figures) -> int:
    pairs = zip(figures[row], add_up(parts, figures), strict=True)
    return sum(abs(printed - summed) for printed, summed in pairs)

"""Rows of a wider area by sex or age: "Kabupaten Kudus, L" sums the men of its parts, and stands or falls with "P".

Where the parts are not told apart the men and women of the wider area are together their sum. Few people equal a sum by
chance: one row proves none then where the row beside it is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import pandas as pd

from jamsos_data.intake.compared_areas import BY_CHANCE, AreaRow

Verdict = Literal["sum", "slip", "lacking", "placeless", "asked", "kept"]
_Key = tuple[int, str]


@dataclass(frozen=True)
class Judged:
    """A row of a wider area, and what it is taken for."""

    found: AreaRow
    verdict: Verdict


@dataclass(frozen=True)
class PeopleOfWider:
    """What rows say of sex and age (`said`, "" of all), and what the parts of each wider area say (`parts`).

    `keys` are the area on the level of the wider ones with a number per combination of the other keys, and `cells` such
    numbers that also tell sexes and ages apart where the wider areas and their parts do; `looser` do so also where some
    of the parts say none.
    """

    said: pd.Series
    keys: pd.Series
    cells: pd.Series
    looser: pd.Series
    parts: Mapping[_Key, frozenset[str]]

    @classmethod
    def of(cls, codes: pd.Series, cells: pd.Series, *, said: pd.Series, wider: pd.Series) -> PeopleOfWider:
        """Of rows with the area `codes` and a number per combination of their other keys (`cells`).

        `wider` says which of the rows that are compared are of a wider area. One is told apart where each of its rows
        says a sex or age that its parts say, too, and none of these says none.
        """
        if not wider.any() or not said.any():
            return cls(said, cells, cells, cells, {})
        depth = int(codes.loc[wider.index[wider]].str.count(r"\.").max())
        parents = codes.str.split(".").str[: depth + 1].str.join(".")
        keys = pd.Series(list(zip(map(int, cells), parents, strict=True)), index=codes.index)
        inner = wider.index[codes.loc[wider.index].str.count(r"\.") > depth]
        parts: dict[_Key, set[str]] = defaultdict(set)
        for key, text in zip(keys.loc[inner], said.loc[inner], strict=True):
            parts[key].add(text)
        blended = {
            key
            for key, text in zip(keys[wider.index[wider]], said[wider.index[wider]], strict=True)
            if text not in parts.get(key, set())
        }
        unsaid = {key for key, texts in parts.items() if "" in texts}
        looser, apart = (
            _number(cells, said.mask(keys.isin(list(mixed)), "")) for mixed in (blended, blended | unsaid)
        )
        return cls(said, keys, apart, looser, {key: frozenset(texts) for key, texts in parts.items()})

    @property
    def with_unsaid(self) -> PeopleOfWider | None:
        """The same with sexes and ages told apart also where some of the parts say none; None where there are none."""
        return None if self.looser.equals(self.cells) else replace(self, cells=self.looser)

    def prefer_proven(self, judged: Sequence[Judged], other: Sequence[Judged]) -> list[Judged]:
        """The rows, those of an area as in `other` where all of them are sums there, and not by chance."""
        groups: dict[_Key, dict[int, Judged]] = defaultdict(dict)
        for one in other:
            groups[self.keys[one.found.row]][one.found.row] = one
        rows: dict[_Key, set[int]] = defaultdict(set)
        for one in judged:
            rows[self.keys[one.found.row]].add(one.found.row)
        proven: dict[int, Judged] = {}
        for key, group in groups.items():
            are_sums = all(one.verdict in ("sum", "slip") for one in group.values())
            if rows[key] == {*group} and are_sums and any(_is_proven(one.found) for one in group.values()):
                proven |= group
        return [proven.get(one.found.row, one) for one in judged]

    def stand_together(self, judged: Sequence[Judged], *, may_slip: bool) -> list[Judged]:
        """The rows with those of one area that say different sexes or ages all taken for sums, or for people.

        `may_slip` says whether a sum may miss its parts at all.
        """
        groups: dict[_Key, list[Judged]] = defaultdict(list)
        for one in judged:
            if self.said[one.found.row] and one.verdict not in ("placeless", "kept"):
                groups[self.keys[one.found.row]].append(one)
        settled: dict[int, Judged] = {}
        for key, group in groups.items():
            if len({self.said[one.found.row] for one in group}) == len(group) > 1:
                settled |= {one.found.row: one for one in self._settle(key, group, may_slip=may_slip)}
        return [settled.get(one.found.row, one) for one in judged]

    def _settle(self, key: _Key, group: Sequence[Judged], *, may_slip: bool) -> list[Judged]:
        if all(one.verdict != "asked" for one in group):
            return [*group]
        is_apart = len({self.cells[one.found.row] for one in group}) > 1
        whole = _joined(group, is_apart=is_apart)
        if whole.equal and whole.parts > 1 and not is_apart:
            return [replace(one, verdict="sum") for one in group]
        if is_apart:
            are_sums = may_slip and (_is_proven(whole) or any(_is_proven(one.found) for one in group))
            return [_taken(one, "slip" if are_sums else "asked", keeps_sums=are_sums) for one in group]
        if any(self.parts[key]):
            return [*group]
        near = may_slip and whole.is_slip(heading=False)
        return [
            Judged(replace(one.found, printed=whole.printed), "slip" if near else "asked") for one in group
        ]


def _number(cells: pd.Series, said: pd.Series) -> pd.Series:
    return pd.DataFrame({"cell": cells, "said": said}).groupby(["cell", "said"], sort=False).ngroup()


def _joined(group: Sequence[Judged], *, is_apart: bool) -> AreaRow:
    """All rows of a group as one, beside the parts of each or, where these are not told apart, beside all of them."""
    rows = [one.found for one in group]
    printed = np.sum([row.printed for row in rows], axis=0)
    summed = np.sum([row.summed for row in rows], axis=0) if is_apart else rows[0].summed
    parts = sum(row.parts for row in rows) if is_apart else rows[0].parts
    return replace(rows[0], printed=printed, summed=summed, parts=parts)


def _is_proven(found: AreaRow) -> bool:
    """Whether so many people equal their parts that this is no chance."""
    return found.equal and found.parts > 1 and bool(found.printed.sum() > BY_CHANCE)


def _taken(one: Judged, verdict: Verdict, *, keeps_sums: bool) -> Judged:
    if one.found.is_empty or (keeps_sums and one.verdict != "asked"):
        return one
    return replace(one, verdict=verdict)

"""Rows that say "Bae" where a kecamatan and a village in it are both called so: the village, or the sum of all.

Nothing in the name tells. A sum is told by its figures together with a second row of the name, by its number or code
being of another sort than those of the villages, by several columns of figures, or by several kecamatan that add up;
where only one figure says so, which chance can do as well, somebody is asked. Of two rows of the name of which one
stands first or last that one is the sum, also where it misses its villages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from jamsos_data.intake.clean.area_names import AreaNames, split_name

# A sum that misses its parts by at most this share is a slip in the sum, as for areas that are named plainly.
_NEARLY = 0.1
_FEWEST_PARTS = 2
_VILLAGE_DOTS = 3
# Below it two villages of a handful of people each are often as many as two others together.
_NO_CHANCE = 20


@dataclass(frozen=True, kw_only=True)
class TwinRows:
    """The rows by position: those of the kecamatan, and those that may be either."""

    heads: frozenset[int] = frozenset()
    asked: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class TwinTable:
    """What tells the rows apart, all by position.

    `rows` are the texts of the column of villages, `within` the kecamatan stated for each (a code, or ""), `codes` its
    code as dotted text or "", `keys` a number per combination of month, segment and other keys, `numbering` the number
    printed before it, `figures` one column per column of people or rupiah. `named` is whether a column of its own
    names the kecamatan, so that a single row in the column of villages means the village; `lists_kecamatan` whether
    rows of the table name other kecamatan.
    """

    rows: Sequence[str]
    within: Sequence[str]
    codes: Sequence[str]
    keys: Sequence[int]
    numbering: Sequence[str]
    figures: np.ndarray
    named: bool = False
    lists_kecamatan: bool = False


def has_twins(rows: Iterable[str], names: AreaNames) -> bool:
    """Whether any of the texts names a kecamatan and a village in it."""
    return any(_twin_of(text, names) for text in rows)


def villages_beside_twins(rows: Iterable[str], names: AreaNames) -> list[str]:
    """Those of the texts that may name a village of a kecamatan that shares its name with one of them."""
    texts = list(rows)
    inside: set[str] = set()
    for code in filter(None, (_twin_of(text, names) for text in texts)):
        inside |= names.desa_in[code].keys()
    return [text for text in texts if split_name(text)[0] in inside]


def judge_twins(table: TwinTable, names: AreaNames) -> TwinRows:
    """Which rows of such names are sums. Rows of a list of kecamatan stay what they are."""
    found: list[_Weighed] = []
    run = _Run(kecamatan="", places=range(0))
    for place, text in enumerate(table.rows):
        code = _twin_of(text, names)
        if not code:
            continue
        if place not in run.places or run.kecamatan != code:
            run = _run_around(place, code, table, names)
        found.extend(filter(None, [_weigh(place, run, table, names)]))
    # Where one kecamatan of a table has its sum beside its villages, the others have it too; two large ones are no
    # chance.
    large = {row.name for row in found if row.equal and table.figures[row.place].max() >= _NO_CHANCE}
    sums_here = any(row.is_sure for row in found) or len(large) > 1
    heads = frozenset(
        row.place for row in found if row.is_sure or (sums_here and row.equal and not table.named)
    )
    asked = frozenset(row.place for row in found if row.equal and not table.named)
    return TwinRows(heads=heads, asked=asked - heads)


def _twin_of(text: str, names: AreaNames) -> str:
    """The code of the kecamatan whose name a text shares with a village in it; "" where the text says its level."""
    bare, level = split_name(text)
    code = "" if level else names.kecamatan.get(bare, "")
    return code if code and bare in names.desa_in.get(code, {}) else ""


@dataclass(frozen=True, kw_only=True)
class _Run:
    """Rows without a break that name villages of one kecamatan; by key those of one month and segment."""

    kecamatan: str
    places: range
    cells: Mapping[int, Sequence[int]] = field(default_factory=dict)
    is_numbered: bool = False
    has_codes: bool = False


@dataclass(frozen=True, kw_only=True)
class _Weighed:
    """A row that may be the sum: whether it is exactly, and whether more than that one figure says so."""

    place: int
    name: str
    equal: bool = False
    is_sure: bool = False


def _run_around(place: int, kecamatan: str, table: TwinTable, names: AreaNames) -> _Run:
    villages = names.desa_in[kecamatan]

    def is_inside(other: int) -> bool:
        bare, level = split_name(table.rows[other])
        return level in ("", "desa") and bare in villages and table.within[other] in ("", kecamatan)

    if not is_inside(place):
        return _Run(kecamatan=kecamatan, places=range(place, place + 1))
    first = last = place
    while first > 0 and is_inside(first - 1):
        first -= 1
    while last + 1 < len(table.rows) and is_inside(last + 1):
        last += 1
    places = range(first, last + 1)
    cells: defaultdict[int, list[int]] = defaultdict(list)
    for other in places:
        cells[table.keys[other]].append(other)
    counted = sum(_number(table.numbering[other]) is not None for other in places)
    return _Run(
        kecamatan=kecamatan, places=places, cells=cells, is_numbered=counted > 1 and 2 * counted > len(places),
        has_codes=any(table.codes[other].count(".") == _VILLAGE_DOTS for other in places),
    )  # fmt: skip


def _weigh(place: int, run: _Run, table: TwinTable, names: AreaNames) -> _Weighed | None:
    """What speaks for a row being the sum of the villages around it; None where nothing does."""
    if table.codes[place]:
        is_head = table.codes[place] == run.kecamatan and run.has_codes
        return _Weighed(place=place, name=run.kecamatan, is_sure=True) if is_head else None
    cell = run.cells.get(table.keys[place], ())
    if len(cell) == _FEWEST_PARTS and _is_sum_of_one(place, cell, table, names):
        return _Weighed(place=place, name=run.kecamatan, is_sure=True)
    if len(cell) <= _FEWEST_PARTS or place not in (cell[0], cell[-1]):
        return None
    printed = table.figures[place]
    rest = [other for other in cell if other != place]
    summed = table.figures[rest].sum(axis=0)
    twins = [other for other in rest if _twin_of(table.rows[other], names)]
    equal = bool((printed == summed).all() and printed.any())
    near = bool((np.abs(printed - summed) <= _NEARLY * summed).all() and printed.any())
    reaches = bool((printed >= (1 - _NEARLY) * summed).all() and printed.any())
    along = _is_numbered_along(place, run, table)
    apart = run.is_numbered and not along and reaches
    leads = len(twins) == 1 and twins[0] not in (cell[0], cell[-1]) and not along and not table.named
    several = equal and not table.named and not along and np.count_nonzero(printed) > 1
    is_sure = bool(apart or (near and twins) or several or leads)
    found = _Weighed(place=place, name=run.kecamatan, equal=equal, is_sure=is_sure)
    return found if equal or is_sure else None


def _is_sum_of_one(place: int, cell: Sequence[int], table: TwinTable, names: AreaNames) -> bool:
    """Whether a row is the first of two of the name with the same figures, in a table that lists kecamatan too."""
    both = all(_twin_of(table.rows[other], names) for other in cell)
    alike = bool((table.figures[cell[0]] == table.figures[cell[1]]).all())
    return both and alike and place == cell[0] and not table.named and table.lists_kecamatan


def _number(text: str) -> int | None:
    digits = text.strip("().- ")
    return int(digits) if digits.isdecimal() and digits.isascii() else None


def _is_numbered_along(place: int, run: _Run, table: TwinTable) -> bool:
    """Whether the number of a row goes on from, or leads to, the number of the row beside it."""
    own = _number(table.numbering[place])
    beside = [(other, other - place) for other in (place - 1, place + 1) if other in run.places]
    return own is not None and any(_number(table.numbering[other]) == own + step for other, step in beside)

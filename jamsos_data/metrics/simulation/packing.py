"""Whether people at several prices find room in the pagu of several areas: each is paid in one area, whole.

A division is looked for, so that what is found can be carried out: the dearest people first, where they leave the
least over. Where each price divides the next (16.800 and 8.400), that finds a division wherever there is one; for
other prices several orders are tried, and a division may exist that none of them finds. Each year stands by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache

from jamsos_data.metrics.paying import Pagu

Free = Callable[[frozenset[Pagu]], int]


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """People who are paid from one of the areas of `pagu`; `harga`: rupiah of each, above 0."""

    pagu: frozenset[Pagu]
    orang: int
    harga: int


@dataclass(frozen=True, kw_only=True)
class Packed:
    """How many of each crowd are paid in which area (`orang`, by number of the crowd), and what the others cost.

    `sisa`: rupiah left in areas, without what is too little for one more person of the cheapest.
    """

    orang: dict[tuple[int, str], int]
    kurang: int
    sisa: int


def pack(crowds: Sequence[Crowd], pagu: frozenset[Pagu], free: Free) -> Packed:
    """Place `crowds`, who all take from within `pagu`; `free`: rupiah of some of these that lie in one area.

    Of all that take from an area no more is taken than is free there, from each set of pagu and from those in it.
    """
    known = cache(free)
    orders = [
        sorted(range(len(crowds)), key=lambda at: (-crowds[at].harga, len(crowds[at].pagu), at)),
        sorted(range(len(crowds)), key=lambda at: (len(crowds[at].pagu), -crowds[at].harga, at)),
        sorted(range(len(crowds)), key=lambda at: (crowds[at].harga, len(crowds[at].pagu), at)),
    ]
    return min((_Areas(crowds, pagu, known).place(order) for order in orders), key=lambda one: one.kurang)


class _Areas:
    """What is taken in each area so far."""

    def __init__(self, crowds: Sequence[Crowd], pagu: frozenset[Pagu], free: Free) -> None:
        self._crowds, self._pagu, self._free = crowds, pagu, free
        self._sets = {pagu, *(one.pagu for one in crowds)}
        self._used: dict[tuple[frozenset[Pagu], str], int] = {}

    def place(self, order: Sequence[int]) -> Packed:
        orang: dict[tuple[int, str], int] = {}
        lacking = 0
        for at in order:
            one = self._crowds[at]
            rooms = {area: self._room(one.pagu, area) for area in _areas(one.pagu)}
            left = one.orang
            for area in sorted(rooms, key=lambda area: (rooms[area] % one.harga, area)):
                number = min(left, rooms[area] // one.harga)
                if number:
                    orang[at, area] = number
                    left -= number
                    self._take(one.pagu, area, number * one.harga)
            lacking += left * one.harga
        cheapest = min(one.harga for one in self._crowds)
        rests = [self._room(self._pagu, area) for area in _areas(self._pagu)]
        return Packed(orang=orang, kurang=lacking, sisa=sum(rest - rest % cheapest for rest in rests))

    def _room(self, pagu: frozenset[Pagu], area: str) -> int:
        """Rupiah that are free in the area for who takes from `pagu`, in every set that holds it."""
        return max(
            min(self._in(one, area) - self._used.get((one, area), 0) for one in self._sets if pagu <= one), 0
        )

    def _in(self, pagu: Collection[Pagu], area: str) -> int:
        return self._free(frozenset(one for one in pagu if one.kode_wilayah == area))

    def _take(self, pagu: frozenset[Pagu], area: str, amount: int) -> None:
        for one in self._sets:
            if pagu <= one:
                self._used[one, area] = self._used.get((one, area), 0) + amount


def _areas(pagu: Collection[Pagu]) -> list[str]:
    return sorted({one.kode_wilayah for one in pagu})

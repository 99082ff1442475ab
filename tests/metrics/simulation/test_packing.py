"""People at several prices in the pagu of several desa: what is found can be carried out."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_data.metrics.paying import Pagu
from jamsos_data.metrics.simulation.packing import Crowd, Packed, pack

DESA = tuple(f"33.19.04.{number}" for number in range(2001, 2005))
ADD = {desa: Pagu(desa, "ADD", "SEMUA") for desa in DESA}
PADES = {desa: Pagu(desa, "PADES", "SEMUA") for desa in DESA}


def packed(free: dict[Pagu, int], *crowds: Crowd) -> Packed:
    return pack(crowds, frozenset(free), lambda some: sum(free[one] for one in some))


def anywhere(free: dict[Pagu, int], orang: int, harga: int) -> Crowd:
    return Crowd(pagu=frozenset(free), orang=orang, harga=harga)


@pytest.mark.parametrize(
    ("money", "crowds", "lacking"),
    [
        ((25, 9), [(2, 10)], 0),
        ((25, 9), [(3, 10)], 10),  # 34 in all, and nobody lives in two desa
        ((8, 8, 8, 8), [(1, 16)], 16),  # what a divisor of all prices would call enough
        ((16, 8), [(1, 8), (1, 16)], 0),
        ((10, 6), [(1, 6), (2, 5)], 0),
        ((24, 24), [(2, 16), (2, 8)], 0),
        ((24, 24), [(2, 16), (3, 8)], 8),
    ],
)
def test_each_is_paid_whole_in_one_desa(
    money: tuple[int, ...], crowds: list[tuple[int, int]], lacking: int
) -> None:
    free = {ADD[desa]: amount for desa, amount in zip(DESA, money, strict=False)}
    found = packed(free, *(anywhere(free, orang, harga) for orang, harga in crowds))
    assert found.kurang == lacking


def test_who_takes_from_one_source_only_leaves_the_other_to_the_rest() -> None:
    """ADD 10 and PADES 10 in one desa: two of either at 10 find room, not two of ADD alone."""
    free = {ADD[DESA[0]]: 10, PADES[DESA[0]]: 10, ADD[DESA[1]]: 5}
    of_add = frozenset(one for one in free if one.sumber_dana == "ADD")
    assert packed(free, anywhere(free, 1, 10), Crowd(pagu=of_add, orang=1, harga=10)).kurang == 0
    assert packed(free, Crowd(pagu=of_add, orang=2, harga=10)).kurang == 10


_MONEY = st.lists(st.integers(0, 60), min_size=2, max_size=4)
_CROWD = st.tuples(st.booleans(), st.integers(1, 6), st.integers(1, 25))


@given(_MONEY, _MONEY, st.lists(_CROWD, min_size=1, max_size=4))
def test_no_desa_pays_more_than_it_has_and_no_money_is_made(
    adds: list[int], pades: list[int], asked: list[tuple[bool, int, int]]
) -> None:
    free = {
        pagu: amount
        for source, amounts in ((ADD, adds), (PADES, pades))
        for pagu, amount in zip(source.values(), amounts, strict=False)
    }
    of_add = frozenset(one for one in free if one.sumber_dana == "ADD")
    crowds = [
        Crowd(pagu=of_add if narrow else frozenset(free), orang=orang, harga=harga)
        for narrow, orang, harga in asked
    ]
    found = packed(free, *crowds)

    for desa in DESA:
        taken = [
            (crowds[at].pagu, number * crowds[at].harga)
            for (at, area), number in found.orang.items()
            if area == desa
        ]
        in_add = sum(amount for pagu, amount in taken if pagu == of_add)
        assert in_add <= free.get(ADD[desa], 0)
        assert sum(amount for _, amount in taken) <= free.get(ADD[desa], 0) + free.get(PADES[desa], 0)
    placed = [sum(n for (at, _), n in found.orang.items() if at == one) for one in range(len(crowds))]
    assert all(0 <= number <= crowd.orang for number, crowd in zip(placed, crowds, strict=True))
    assert found.kurang == sum(
        (one.orang - number) * one.harga for number, one in zip(placed, crowds, strict=True)
    )
    paid = sum(number * one.harga for number, one in zip(placed, crowds, strict=True))
    assert paid + found.sisa <= sum(free.values())


@given(
    st.lists(st.integers(0, 40), min_size=2, max_size=3),
    st.lists(st.tuples(st.integers(1, 2), st.sampled_from((2, 4, 8, 16))), min_size=1, max_size=3),
)
def test_where_each_price_divides_the_next_a_division_is_found_if_there_is_one(
    money: list[int], asked: list[tuple[int, int]]
) -> None:
    free = {ADD[desa]: amount for desa, amount in zip(DESA, money, strict=False)}
    found = packed(free, *(anywhere(free, orang, harga) for orang, harga in asked))
    each = [harga for orang, harga in asked for _ in range(orang)]
    possible = any(
        all(
            sum(price for price, at in zip(each, where, strict=True) if at == desa) <= amount
            for desa, amount in enumerate(money)
        )
        for where in product(range(len(money)), repeat=len(each))
    )
    assert (found.kurang == 0) is possible

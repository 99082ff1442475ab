"""Sharing whole numbers of people and rupiah: what is given out never exceeds what there is, and the rest is told.

The order of the input never matters: ties are settled by the key of the place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from jamsos_data.metrics.simulation.plan import Rule

Place = tuple[str, str]  # area, segment


@dataclass(frozen=True, kw_only=True)
class Need:
    """A place that lacks `orang` people, each of whom costs `harga` (rupiah, or 1 where people are given out).

    `persen`: its coverage now; None where it is not known.
    """

    place: Place
    orang: int
    persen: float | None = None
    harga: int = 1


@dataclass(frozen=True, kw_only=True)
class Allocation:
    """People by place (those that get none are left out), and what of the amount nobody got."""

    orang: dict[Place, int]
    sisa: int


def share_out(total: int, weights: Sequence[int]) -> list[int]:
    """`total` in whole parts in proportion to `weights`, which add up to it exactly (largest remainders).

    Equal remainders go to the earlier part. Raises ValueError when there is nothing to share by.
    """
    whole = sum(weights)
    if whole <= 0:
        raise ValueError("no weight above zero to share by")
    parts = [total * weight // whole for weight in weights]
    remainders = sorted(range(len(weights)), key=lambda part: (-(total * weights[part] % whole), part))
    for part in remainders[: total - sum(parts)]:
        parts[part] += 1
    return parts


def share_in_turn(counts: Sequence[int], weights: Sequence[int]) -> list[list[int]]:
    """Each of `counts` in whole parts by `weights`, so that the sums over all of them keep to the weights as well.

    Whoever is left over in one goes to the part that has had the least of its due. Raises like :func:`share_out`.
    """
    whole = sum(weights)
    if whole <= 0:
        raise ValueError("no weight above zero to share by")
    due = [0] * len(weights)  # in parts of `whole`
    shared = []
    for count in counts:
        due = [owed + count * weight for owed, weight in zip(due, weights, strict=True)]
        parts = [count * weight // whole for weight in weights]
        due = [owed - whole * part for owed, part in zip(due, parts, strict=True)]
        for _ in range(count - sum(parts)):
            first = max(range(len(weights)), key=lambda part: (due[part], -part))
            parts[first] += 1
            due[first] -= whole
        shared.append(parts)
    return shared


def allocate(amount: int, needs: Sequence[Need], *, rule: Rule) -> Allocation:
    """Give `amount` (rupiah, or people at a price of 1) to the places by `rule`, none more people than it lacks.

    "terendah": the lowest coverage until its need is met, then the next (unknown coverage last); "terbesar": the
    largest need first; "sebanding": the same share of each need, what is left over one person at a time.
    """
    lacking = [need for need in needs if need.orang > 0]
    if rule == "sebanding":
        return _in_proportion(amount, lacking)
    given, left = {}, amount
    for need in sorted(lacking, key=_by_coverage if rule == "terendah" else _by_need):
        number = _affordable(left, need, need.orang)
        given[need.place] = number
        left -= number * need.harga
    return Allocation(orang={place: number for place, number in given.items() if number}, sisa=left)


def _in_proportion(amount: int, needs: Sequence[Need]) -> Allocation:
    whole = sum(need.orang * need.harga for need in needs)
    if whole <= amount:
        return Allocation(orang={need.place: need.orang for need in needs}, sisa=amount - whole)
    given = {need.place: need.orang * amount // whole if need.harga else need.orang for need in needs}
    left = amount - sum(given[need.place] * need.harga for need in needs)
    order = sorted(needs, key=lambda need: (-(need.orang * amount % whole), need.place))
    while True:
        before = left
        for need in order:
            more = _affordable(left, need, min(1, need.orang - given[need.place]))
            given[need.place] += more
            left -= more * need.harga
        if left == before:
            return Allocation(orang={place: number for place, number in given.items() if number}, sisa=left)


def _affordable(left: int, need: Need, most: int) -> int:
    return most if need.harga == 0 else min(most, left // need.harga)


def _by_coverage(need: Need) -> tuple[float, Place]:
    return (inf if need.persen is None else need.persen, need.place)


def _by_need(need: Need) -> tuple[int, Place]:
    return (-need.orang, need.place)

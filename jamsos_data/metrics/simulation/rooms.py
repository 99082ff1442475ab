"""How many people more fit into each place of a plan before 100 %.

A segment whose potensi is stated lies in that of a segment above it: what fits into the one takes room of the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jamsos_data.metrics.simulation.allocation import Place, share_out
from jamsos_data.metrics.simulation.places import Spot
from jamsos_data.reference.code_tree import CodeTree


def share_rooms(spots: Sequence[Spot], given: Mapping[Place, int], *, tree: CodeTree) -> dict[Place, int]:
    """The room of each spot beside the people who are `given` already; 0 where no potensi is known.

    Segments with one potensi share what is left of it in equal parts, after the segments in it that have their own;
    where these together exceed it, they have it in proportion.
    """
    rooms: dict[Place, int] = {spot.place: 0 for spot in spots}
    for area in dict.fromkeys(spot.kode_wilayah for spot in spots):
        of_area = [spot for spot in spots if spot.kode_wilayah == area and spot.wadah]
        uppermost, inner = _nested({spot.wadah for spot in of_area}, tree)
        left = {spot.wadah: _left(spot, of_area, given, tree) for spot in of_area}
        shares = {code: left[code] for code in uppermost}
        for container in sorted(left, key=lambda code: len(tree.ancestors(code))):
            fitting = [min(left[code], shares[container]) for code in inner.get(container, ())]
            if sum(fitting) > shares[container]:
                fitting = share_out(shares[container], fitting)
            shares |= dict(zip(inner.get(container, ()), fitting, strict=True))
            alike = [spot.place for spot in of_area if spot.wadah == container]
            rooms |= zip(alike, share_out(shares[container] - sum(fitting), [1] * len(alike)), strict=True)
    return rooms


def _nested(containers: set[str], tree: CodeTree) -> tuple[list[str], dict[str, list[str]]]:
    """The containers that lie in no other, and those that lie in each, by the nearest."""
    uppermost: list[str] = []
    inner: dict[str, list[str]] = {}
    for code in sorted(containers):
        around = next((upper for upper in tree.ancestors(code) if upper in containers), "")
        (inner.setdefault(around, []) if around else uppermost).append(code)
    return uppermost, inner


def _left(spot: Spot, of_area: Sequence[Spot], given: Mapping[Place, int], tree: CodeTree) -> int:
    """What is left of the container of a spot."""
    inside = set(tree.descendants(spot.wadah))
    taken = sum(given.get(other.place, 0) for other in of_area if other.segmen in inside)
    return max((spot.ruang or 0) - taken, 0)

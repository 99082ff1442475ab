"""Which pagu pays whom: of the nearest area, source and segment that has one.

A pagu is of an area (APBDes of a desa, APBD of the regency) and pays the people in it who have no nearer one of their
source or of a source above it: no pagu pays for the people of another area that has its own. A line of a pagu pays its
segment and those in it, and no other: what was granted for RT/RW does not keep pekerja rentan, until a new version
(pergeseran) says so. Lines of which one contains the other are taken together, and so are those that money or people
are stated for together, since nobody says which of them pays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import NamedTuple

from jamsos_data.metrics.absorption import sources_above
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree

Row = tuple[str, str, str]  # kode_wilayah, sumber_dana, segmen


class Pagu(NamedTuple):
    """The lines of a source in an area that are spent as one; `segmen`: their segments, joined by "+"."""

    kode_wilayah: str
    sumber_dana: str
    segmen: str

    @property
    def segments(self) -> tuple[str, ...]:
        """The segments of its lines."""
        return tuple(self.segmen.split("+"))


class PayingPagu:
    """All pagu of a year and whom each pays. `lines`: those granted; `rows`: what money and people are stated for."""

    def __init__(self, lines: Collection[Row], rows: Iterable[Row], *, reference: Reference) -> None:
        self._reference = reference
        self._found: dict[Row, Pagu | None] = {}
        groups: dict[tuple[str, str], list[set[str]]] = {}
        for area, source, segmen in sorted(lines):
            groups.setdefault((area, source), []).append({segmen})
        self._lines = {place: set().union(*sets) for place, sets in groups.items()}
        for segmen, places in _asked_together(lines, rows, self._lines, reference):
            _join(groups[places], segmen, reference.segmen_tree)
        self._pagu = {
            (area, source): tuple(Pagu(area, source, "+".join(sorted(one))) for one in sets)
            for (area, source), sets in groups.items()
        }

    @cached_property
    def all(self) -> tuple[Pagu, ...]:
        """Every pagu."""
        return tuple(one for group in self._pagu.values() for one in group)

    def of(self, row: Row) -> Pagu | None:
        """The pagu that pays the people of `row`, or None."""
        if row not in self._found:
            self._found[row] = self._find(row)
        return self._found[row]

    def _find(self, row: Row) -> Pagu | None:
        area, source, segmen = row
        tree = self._reference.segmen_tree
        for upper in areas_around(area, self._reference):
            for code in sources_above(source, self._reference.sumber_tree):
                found = paying_lines(self._pagu.get((upper, code), ()), segmen, tree)
                if found:
                    return found[0]
        return None

    def reachable(self, row: Row) -> frozenset[Pagu]:
        """Where none pays the people of `row`: those in their area and source, of which one may be meant."""
        area, source, segmen = row
        if self.of(row):
            return frozenset()
        inside = self._reference.sumber_tree.descendants(source)
        return frozenset(
            one
            for one in self.all
            if one.sumber_dana in inside
            and self._reference.is_within(one.kode_wilayah, area)
            and paying_lines((one,), segmen, self._reference.segmen_tree)
        )


def areas_around(area: str, reference: Reference) -> tuple[str, ...]:
    """The area itself and those of the reference that contain it, nearest first."""
    around = [area]
    while reference.has_area(upper := reference.parent_area(around[-1])):
        around.append(upper)
    return tuple(around)


def paying_lines(pagu: Collection[Pagu], segmen: str, tree: CodeTree) -> tuple[Pagu, ...]:
    """Those of `pagu` that pay a segment: with a line for it or the nearest above it, else all with lines in it."""
    for code in (segmen, *tree.ancestors(segmen)):
        if found := tuple(one for one in pagu if code in one.segments):
            return found
    inside = set(tree.descendants(segmen))
    return tuple(one for one in pagu if inside & set(one.segments))


def _asked_together(
    lines: Collection[Row],
    rows: Iterable[Row],
    granted: dict[tuple[str, str], set[str]],
    reference: Reference,
) -> Iterable[tuple[str, tuple[str, str]]]:
    """Segments of lines and rows that hold lines of the pagu that pays them: each with the place of that pagu."""
    tree = reference.segmen_tree
    yield from ((segmen, (area, source)) for area, source, segmen in lines)
    for area, source, segmen in rows:
        above, inside = {segmen, *tree.ancestors(segmen)}, set(tree.descendants(segmen))
        places = (
            (upper, code)
            for upper in areas_around(area, reference)
            for code in sources_above(source, reference.sumber_tree)
        )
        paying = next((one for one in places if granted.get(one, set()) & (above | inside)), None)
        if paying and not granted[paying] & above:
            yield segmen, paying


def _join(groups: list[set[str]], segmen: str, tree: CodeTree) -> None:
    """Make one of all groups with a line in `segmen`."""
    inside = set(tree.descendants(segmen))
    together = [one for one in groups if one & inside]
    for one in together[1:]:
        together[0] |= one
        groups.remove(one)

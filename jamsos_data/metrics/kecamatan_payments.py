"""Whether more people are paid for in a whole kecamatan than can be active there.

Compared are all payments that hold JKK and JKM (nobody is insured by them twice), stated for the kecamatan and for its
desa, with everybody who may be meant: the active of the same segment, of those under it and of those above it, in any
package. A larger sum cannot be right. It is judged only where all these people are known to be there: nobody is stated
for the regency as a whole, and the kecamatan itself or each of its desa says how many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import pandas as pd

from jamsos_data.metrics.questions import CONSTRUCTION, PremiumQuestion
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree

OF_REGENCY = "HANYA_KABUPATEN"
UNSTATED = "DESA_TANPA_PESERTA"


@dataclass(frozen=True, kw_only=True)
class Payment:
    """People whom one source pays for, where and as what they are stated."""

    kode_wilayah: str
    segmen: str
    sumber_dana: str
    orang: int


@dataclass(frozen=True, kw_only=True)
class Active:
    """Active people, where and as what they are stated; 0 is stated as well."""

    kode_wilayah: str
    segmen: str
    orang: int


@dataclass(frozen=True, kw_only=True)
class Beyond:
    """A kecamatan where several sources pay in `segmen` for more people than are active there; people in orang.

    `dibayar` is without those whom a row of a desa or of a segment inside it already tells of. `alasan`: why that
    cannot be judged, or "": OF_REGENCY (`banyak` people are stated for the regency and may be there), UNSTATED
    (`banyak` desa say nothing of the segment).
    """

    kode_wilayah: str
    segmen: str
    dibayar: int
    aktif: int
    sumber: tuple[str, ...]
    alasan: str = ""
    banyak: int = 0

    @property
    def lebih(self) -> int:
        """People paid for beyond the active."""
        return self.dibayar - self.aktif


def compare_kecamatan(
    paid: Iterable[Payment],
    active: Iterable[Active],
    told: Callable[[], pd.DataFrame],
    *,
    reference: Reference,
    question: PremiumQuestion,
) -> list[Beyond]:
    """The kecamatan of question.dalam where payments exceed the active, and those where they may; none for a desa.

    `paid`, `active`: disjoint, of the whole regency. `told` gives what is listed of desa already, with kode_wilayah,
    segmen, lebih; it is asked only where payments exceed the active. Inner segments first; a segment is listed for
    what its inner ones do not tell. A payer asked for is one of those named.
    """
    paid, active, told = list(paid), list(active), cache(told)
    found = [
        one
        for kecamatan in _asked_areas(reference, question)
        for one in _of_kecamatan(kecamatan, paid, active, told, reference=reference, question=question)
    ]
    if question.sumber_dana is None:
        return found
    payers = set(reference.sumber_tree.descendants(question.sumber_dana))
    return [one for one in found if not payers.isdisjoint(one.sumber)]


def _of_kecamatan(
    kecamatan: str,
    paid: Collection[Payment],
    active: Collection[Active],
    told: Callable[[], pd.DataFrame],
    *,
    reference: Reference,
    question: PremiumQuestion,
) -> Iterator[Beyond]:
    tree = reference.segmen_tree
    here = [one for one in paid if reference.is_within(one.kode_wilayah, kecamatan)]
    people = [one for one in active if reference.is_within(one.kode_wilayah, kecamatan)]
    regency = [one for one in active if one.kode_wilayah == reference.kabupaten]
    listed: list[tuple[str, int]] = []  # of the kecamatan itself
    for segmen in innermost_first({one.segmen for one in here}, tree):
        inside = set(tree.descendants(segmen))
        related = inside | set(tree.ancestors(segmen))
        payments = [one for one in here if one.segmen in inside]
        sources = tuple(sorted({one.sumber_dana for one in payments}))
        aktif = sum(one.orang for one in people if one.segmen in related)
        dibayar = sum(one.orang for one in payments)
        if dibayar <= aktif or not are_several(sources, reference.sumber_tree):
            continue
        # A desa may be listed for a segment above, because of people in this one.
        dibayar -= sum(many for code, many in _of_desa(told(), kecamatan) if code in related)
        dibayar -= sum(many for code, many in listed if code in inside)
        if dibayar <= aktif:
            continue
        alasan, banyak = _why_not(kecamatan, segmen, people, regency, reference)
        if not alasan:
            listed.append((segmen, dibayar - aktif))
        if segmen in _asked_segments(tree, question):
            yield Beyond(
                kode_wilayah=kecamatan,
                segmen=segmen,
                dibayar=dibayar,
                aktif=aktif,
                sumber=sources,
                alasan=alasan,
                banyak=banyak,
            )


def _of_desa(told: pd.DataFrame, kecamatan: str) -> Iterator[tuple[str, int]]:
    """Segment and people of each row listed of a desa in the kecamatan."""
    for area, segmen, people in zip(told["kode_wilayah"], told["segmen"], told["lebih"], strict=True):
        if Reference.is_within(area, kecamatan):
            yield segmen, int(people)


def _why_not(
    kecamatan: str,
    segmen: str,
    people: Collection[Active],
    regency: Collection[Active],
    reference: Reference,
) -> tuple[str, int]:
    """Why the active of the segment may be more than those stated in the kecamatan; ("", 0) where they cannot."""
    tree = reference.segmen_tree
    related = {*tree.descendants(segmen), *tree.ancestors(segmen)}
    elsewhere = sum(one.orang for one in regency if one.segmen in related)
    if elsewhere:
        return OF_REGENCY, elsewhere
    stated = {(one.kode_wilayah, one.segmen) for one in people}
    silent = [
        desa
        for desa in reference.desa_of(kecamatan)
        if not _is_stated(segmen, (kecamatan, desa), stated, tree)
    ]
    return (UNSTATED, len(silent)) if silent else ("", 0)


def _is_stated(segmen: str, places: tuple[str, ...], stated: set[tuple[str, str]], tree: CodeTree) -> bool:
    """Whether one of `places` says how many people of the segment it has: as such, in one above, or in all under it."""
    if any((place, code) in stated for place in places for code in (segmen, *tree.ancestors(segmen))):
        return True
    under = tree.children(segmen)
    return bool(under) and all(_is_stated(code, places, stated, tree) for code in under)


def are_several(sources: Collection[str], tree: CodeTree) -> bool:
    """Whether two of the sources are surely different: neither is a part of the other."""
    return any(
        one not in tree.descendants(other) and other not in tree.descendants(one)
        for one, other in combinations(sources, 2)
    )


def innermost_first(segments: Collection[str], tree: CodeTree) -> list[str]:
    """The segments, each after those inside it."""
    return sorted(segments, key=lambda code: (-len(tree.ancestors(code)), tree.order(code)))


def _asked_areas(reference: Reference, question: PremiumQuestion) -> tuple[str, ...]:
    area = reference.kabupaten if question.dalam is None else question.dalam
    return tuple(kecamatan for kecamatan in reference.kecamatan if reference.is_within(kecamatan, area))


def _asked_segments(tree: CodeTree, question: PremiumQuestion) -> set[str]:
    asked = set(tree.codes if question.segmen is None else tree.descendants(question.segmen))
    if question.dengan_jakon or question.segmen == CONSTRUCTION or CONSTRUCTION not in tree:
        return asked
    return asked - set(tree.descendants(CONSTRUCTION))

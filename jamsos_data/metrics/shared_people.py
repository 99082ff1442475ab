"""Desa that are excused by the same people, who are known for their kecamatan or the regency only.

Each of them may live in one desa, and so excuses one payment: what the desa of a kecamatan pay for beyond their own
active people, taken together, cannot be more than there are of them; nor can what several kecamatan leave be more than
are known for the regency only. The rest is paid for twice in one of these desa, and nobody can say in which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jamsos_data.metrics.kecamatan_payments import innermost_first
from jamsos_data.reference import Reference


@dataclass(frozen=True, kw_only=True)
class Excused:
    """What sources pay for in one desa, `segmen` and those in it, and who is active there, without people of around."""

    desa: str
    segmen: str
    program: str
    dibayar: int
    aktif: int
    sumber: tuple[str, ...]


def rows_of_kecamatan(
    compared: list[Excused],
    listed: list[dict[str, Any]],
    people: Mapping[tuple[str, str], Mapping[str, int]],
    *,
    reference: Reference,
) -> Iterator[dict[str, Any]]:
    """One row of compare_desa for each kecamatan, segment and package in which several desa exceed who excuses them.

    `listed`: the rows of the desa; `people`: active people by segment, of each area and package.
    """
    groups: dict[tuple[str, str], list[Excused]] = defaultdict(list)
    for one in compared:
        if one.dibayar > one.aktif:
            groups[reference.parent_area(one.desa), one.program].append(one)
    for (kecamatan, program), cells in sorted(groups.items()):
        said = [
            row
            for row in listed
            if row["program"] == program and Reference.is_within(row["kode_wilayah"], kecamatan)
        ]
        around = [people.get((area, program), {}) for area in (kecamatan, reference.kabupaten)]
        for row in _of_kecamatan(cells, said, around, reference):
            yield {"kode_wilayah": kecamatan, "program": program} | row


def rows_of_regency(
    compared: list[Excused],
    listed: list[dict[str, Any]],
    people: Mapping[tuple[str, str], Mapping[str, int]],
    *,
    reference: Reference,
) -> Iterator[dict[str, Any]]:
    """One row of compare_desa for the regency, each segment and package in which what the desa of several kecamatan pay
    for, beyond their own people and those of their kecamatan, exceeds the people known for the regency only.

    `listed`: the rows of the desa and of the kecamatan; the rest as in :func:`rows_of_kecamatan`.
    """
    groups: dict[str, list[Excused]] = defaultdict(list)
    for one in compared:
        if one.dibayar > one.aktif:
            groups[one.program].append(one)
    for program, cells in sorted(groups.items()):
        told: dict[str, int] = {}
        for segmen in innermost_first({one.segmen for one in cells}, reference.segmen_tree):
            here = [one for one in cells if one.segmen == segmen]
            row = _of_regency(here, listed, people, told, reference)
            if row:
                told[segmen] = int(row["lebih"])
                yield {"kode_wilayah": reference.kabupaten, "program": program, "segmen": segmen} | row


def _of_regency(
    here: list[Excused],
    listed: list[dict[str, Any]],
    people: Mapping[tuple[str, str], Mapping[str, int]],
    told: Mapping[str, int],
    reference: Reference,
) -> dict[str, Any]:
    """What is left of one segment and package, and who pays; empty where the people of the regency excuse it."""
    segmen, program, tree = here[0].segmen, here[0].program, reference.segmen_tree
    inside = set(tree.descendants(segmen))
    related = inside | set(tree.ancestors(segmen))
    paid, beyond, paying = 0, 0, []
    for kecamatan in sorted({reference.parent_area(one.desa) for one in here}):
        cells = [one for one in here if reference.parent_area(one.desa) == kecamatan]
        rows = [row for row in listed if Reference.is_within(row["kode_wilayah"], kecamatan)]
        already = sum(row["lebih"] for row in rows if row["program"] == program and row["segmen"] in related)
        left = sum(one.dibayar - one.aktif for one in cells) - already
        left -= _known(people.get((kecamatan, program), {}), related)
        if left > 0:
            paid += sum(one.dibayar for one in cells) - already
            beyond += left
            paying.append(cells)
    inner = sum(many for code, many in told.items() if code in inside)
    beyond -= inner + _known(people.get((reference.kabupaten, program), {}), related)
    if beyond <= 0 or len(paying) < 2:
        return {}
    sources = sorted({source for cells in paying for one in cells for source in one.sumber})
    counts = {"peserta_dibayar": paid - inner, "peserta_aktif": paid - inner - beyond, "lebih": beyond}
    return {"sumber": ";".join(sources)} | counts


def _known(stated: Mapping[str, int], related: set[str]) -> int:
    return sum(many for code, many in stated.items() if code in related)


def _of_kecamatan(
    cells: list[Excused],
    listed: list[dict[str, Any]],
    around: list[Mapping[str, int]],
    reference: Reference,
) -> Iterator[dict[str, Any]]:
    tree = reference.segmen_tree
    told: dict[str, int] = {}
    for segmen in innermost_first({one.segmen for one in cells}, tree):
        inside = set(tree.descendants(segmen))
        related = inside | set(tree.ancestors(segmen))
        here = [one for one in cells if one.segmen == segmen]
        spare = sum(_known(stated, related) for stated in around)
        already = sum(row["lebih"] for row in listed if row["segmen"] in related)
        already += sum(many for code, many in told.items() if code in inside)
        dibayar = sum(one.dibayar for one in here) - already
        aktif = sum(one.aktif for one in here) + spare
        if len(here) > 1 and dibayar > aktif:
            told[segmen] = dibayar - aktif
            sources = sorted({source for one in here for source in one.sumber})
            counts = {"peserta_dibayar": dibayar, "peserta_aktif": aktif, "lebih": dibayar - aktif}
            yield {"segmen": segmen, "sumber": ";".join(sources)} | counts

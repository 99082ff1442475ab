"""Whether more people are paid for in a desa, in one package, than can be active there in it.

Compared are the payments for a segment and for those inside it with everybody who may be meant: the active of the
segment, of those inside it and of those above it, in the desa and among those who are known for its kecamatan or the
regency only, who may all live in it, but in no other desa at the same time (:mod:`shared_people`). It is judged where
the segment or one above it says how many are active in the desa, so that all are known who are stated for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from jamsos_data.metrics.kecamatan_payments import are_several, innermost_first
from jamsos_data.metrics.paying import areas_around
from jamsos_data.metrics.shared_people import Excused, rows_of_kecamatan, rows_of_regency
from jamsos_data.reference import Reference

GROUP = ["kode_wilayah", "segmen", "program"]
Place = tuple[str, str]  # area, package
Payment = tuple[str, str, int]  # segment, source, people
COLUMNS = {
    **dict.fromkeys(GROUP, "str"),
    "peserta_dibayar": "int64",
    "peserta_aktif": "int64",
    "lebih": "int64",
    "sumber": "str",
}


def compare_desa(paid: pd.DataFrame, active: pd.DataFrame, *, reference: Reference) -> pd.DataFrame:
    """The desa where sources, neither a part of another, pay for more people than are active; orang. And the kecamatan
    and the regency where some desa together do, whom people known for those areas only excuse each by itself.

    `paid` (GROUP, sumber_dana, peserta_dibayar) and `active` (GROUP, peserta_aktif; of the areas around as well) are
    disjoint. Columns: COLUMNS; peserta_aktif: all who may be meant; sumber are codes joined by ";". A segment is listed
    for what the segments inside it do not tell.
    """
    rows: list[dict[str, Any]] = []
    compared: list[Excused] = []
    people: dict[Place, dict[str, int]] = defaultdict(dict)
    for area, segmen, program, many in active[[*GROUP, "peserta_aktif"]].itertuples(index=False):
        people[area, program][segmen] = int(many)
    payments: dict[Place, list[Payment]] = defaultdict(list)
    columns = [*GROUP, "sumber_dana", "peserta_dibayar"]
    for area, segmen, program, source, many in paid[columns].itertuples(index=False):
        payments[area, program].append((segmen, source, int(many)))
    for place in sorted(payments):
        area, program = place
        if area in reference.all_desa and len({source for _, source, _ in payments[place]}) > 1:
            named = {"kode_wilayah": area, "program": program}
            around = [people[upper, program] for upper in areas_around(area, reference)[1:]]
            cells = _cells(place, payments[place], people[place], reference)
            rows.extend(named | row for row in _of_cell(cells, around, reference))
            compared.extend(cells)
    for rows_of in (rows_of_kecamatan, rows_of_regency):
        rows.extend(list(rows_of(compared, rows, people, reference=reference)))
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _cells(
    place: Place, payments: list[Payment], people: dict[str, int], reference: Reference
) -> list[Excused]:
    """What is compared of one desa and package, inner segments first; `people` are its active by stated segment."""
    area, program = place
    tree = reference.segmen_tree
    found = []
    for segmen in innermost_first({code for code, _, _ in payments}, tree):
        inside, above = set(tree.descendants(segmen)), tree.ancestors(segmen)
        here = [one for one in payments if one[0] in inside]
        sources = tuple(sorted({source for _, source, _ in here}))
        if people.keys().isdisjoint({segmen, *above}) or not are_several(sources, reference.sumber_tree):
            continue
        dibayar = sum(many for _, _, many in here)
        aktif = sum(many for code, many in people.items() if code in inside or code in above)
        found.append(
            Excused(desa=area, segmen=segmen, program=program, dibayar=dibayar, aktif=aktif, sumber=sources)
        )
    return found


def _of_cell(
    cells: list[Excused], around: list[dict[str, int]], reference: Reference
) -> Iterator[dict[str, Any]]:
    """The rows of one desa and package; `around`: the active of coarser areas by segment."""
    tree = reference.segmen_tree
    told: dict[str, int] = {}
    for one in cells:
        inside = set(tree.descendants(one.segmen))
        related = inside | set(tree.ancestors(one.segmen))
        aktif = one.aktif + sum(n for stated in around for code, n in stated.items() if code in related)
        dibayar = one.dibayar - sum(n for code, n in told.items() if code in inside)
        if dibayar > aktif:
            told[one.segmen] = dibayar - aktif
            counts = {"peserta_dibayar": dibayar, "peserta_aktif": aktif, "lebih": dibayar - aktif}
            yield {"segmen": one.segmen, "sumber": ";".join(one.sumber)} | counts

"""Areas that reported before and are silent in a month: what a figure lacks though its potensi is still counted.

An area without a row in a month is not an area without participants. Their number is not known, so a fall that
is only their silence is no fall, and no pace is computed with them. Where the area above holds rows of its own
in the month, the people may stand there, and nobody is called silent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.frames import listed
from jamsos_data.metrics.participants import count_participants, without_construction
from jamsos_data.metrics.questions import CONSTRUCTION, CoverageQuestion
from jamsos_data.periods import add_months
from jamsos_data.reference import Reference

LOOK_BACK = 12  # months; who has been silent for longer is no news any more
COLUMNS = {
    "kode_wilayah": "str",
    "wilayah": "str",
    "induk": "str",
    "terakhir": "datetime64[us]",
    "sejak": "datetime64[us]",
    "peserta_aktif": "Int64",
}


def measure_silence(
    kepesertaan: IntoFrame, potensi: IntoFrame, *, reference: Reference, question: CoverageQuestion
) -> pd.DataFrame:
    """The desa inside question.dalam that have no row in question.bulan but had one in the LOOK_BACK months before.

    Columns: kode_wilayah, wilayah, induk (its kecamatan), terakhir (the last month with rows), sejak (the month
    after), peserta_aktif (Int64 orang of question.segmen in `terakhir`). Whoever pays is counted. A kecamatan
    that is silent as a whole is a matter of the month, not of its desa, and gives no row.
    """
    del potensi  # asked like the other questions of coverage
    since = add_months(question.bulan, -LOOK_BACK)
    scope = area_scope(reference, tingkat="desa", dalam=_kecamatan_of(question.dalam, reference))
    counted = count_participants(
        kepesertaan, reference=reference, scope=scope, since=since, until=question.bulan
    )
    stated = stated_by_month(counted)
    now = stated.get(question.bulan, Stated({}))
    last: dict[str, datetime] = {}
    for month in sorted(month for month in stated if month < question.bulan):
        last |= dict.fromkeys(stated[month].segments, month)
    silent = [
        area
        for area in sorted(last)
        if area.startswith(question.dalam or reference.kabupaten)
        and now.is_silent(area, since=stated[last[area]], reference=reference)
    ]
    known = _people(counted, reference=reference, question=question)
    rows = [
        {
            "kode_wilayah": area,
            "wilayah": reference.area_name(area),
            "induk": reference.parent_area(area),
            "terakhir": last[area],
            "sejak": add_months(last[area], 1),
            "peserta_aktif": known.get((area, last[area]), 0),
        }
        for area in silent
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="object").astype(COLUMNS)


@dataclass(frozen=True)
class Stated:
    """Which segments each area has rows for in one month (jasa konstruksi included: it is the regency's)."""

    segments: Mapping[str, frozenset[str]]

    def is_silent(self, area: str, *, since: Stated, reference: Reference) -> bool:
        """Whether a desa that had rows in the month `since` says nothing here, while its kecamatan speaks by desa."""
        if area in self.segments or reference.area_level(area) != "desa":
            return False
        kecamatan = reference.parent_area(area)
        if not any(code.startswith(kecamatan + ".") for code in self.segments):
            return False
        gathered = self.segments.get(kecamatan, frozenset()) - since.segments.get(kecamatan, frozenset())
        tree = reference.segmen_tree
        near = {code for segmen in gathered for code in (*tree.ancestors(segmen), *tree.descendants(segmen))}
        return near.isdisjoint(since.segments[area])


def stated_by_month(counted: pd.DataFrame) -> dict[datetime, Stated]:
    """What :func:`participants.count_participants` counted, as the segments stated in each month."""
    found: dict[datetime, dict[str, set[str]]] = {}
    for month, area, segmen in zip(*listed(counted, "periode", "kode_wilayah", "segmen"), strict=True):
        found.setdefault(month, {}).setdefault(area, set()).add(segmen)
    return {
        month: Stated({area: frozenset(codes) for area, codes in found[month].items()})
        for month in sorted(found)
    }


def silent_in_one(one: Stated, other: Stated, *, reference: Reference) -> frozenset[str]:
    """The desa that are silent in one of two months only; without them a change is no mere silence."""
    return frozenset(
        area
        for here, there in ((one, other), (other, one))
        for area in here.segments
        if there.is_silent(area, since=here, reference=reference)
    )


def _kecamatan_of(area: str | None, reference: Reference) -> str | None:
    """The kecamatan of a desa, any other area itself: whether a desa is silent is told by its neighbours."""
    is_desa = area is not None and reference.area_level(area) == "desa"
    return reference.parent_area(area) if is_desa and area else area


def _people(
    counted: pd.DataFrame, *, reference: Reference, question: CoverageQuestion
) -> dict[tuple[str, datetime], int]:
    if not question.dengan_jakon and question.segmen != CONSTRUCTION:
        counted = without_construction(counted, reference=reference)
    asked = counted[counted["segmen"].isin(reference.segmen_tree.descendants(question.segmen))]
    sums = asked.groupby(["kode_wilayah", "periode"])["peserta_aktif"].sum()
    return dict(zip(sums.index.tolist(), sums.tolist(), strict=True))

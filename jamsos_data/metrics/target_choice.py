"""Which target applies to an area and segment in a month.

Targets are uploaded, never built in: Inpres 2/2021 sets no percentage. Of one family (UCJ or RPJMN) the one
with the nearest deadline from the month on counts, else the newest that has passed. An area without one of
its own is held to the percentage of the area above it; a number of people is never passed down or spread.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import narwhals as nw
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.frames import collect, lazy, records
from jamsos_data.reference import Reference

PERCENT = "persen"


@dataclass(frozen=True, kw_only=True)
class Target:
    """`nilai` in persen (0–100) or orang by `indikator`, due in `batas_waktu` (a month start)."""

    kode_wilayah: str
    segmen: str
    indikator: str
    nilai: float
    batas_waktu: datetime
    dasar_hukum: str


Targets = Mapping[tuple[str, str], Sequence[Target]]


def read_targets(target: IntoFrame, *, reference: Reference, keluarga: str) -> Targets:
    """The targets of one family in the home regency, by (area, segment)."""
    inside = area_scope(reference, tingkat="kabupaten").keep_inside(lazy(target))
    columns = ["kode_wilayah", "segmen", "indikator", "nilai", "batas_waktu", "dasar_hukum"]
    rows = collect(inside.filter(nw.col("keluarga") == keluarga).select(columns), sort_by=columns)
    found: dict[tuple[str, str], list[Target]] = defaultdict(list)
    for row in records(rows):
        one = Target(**row | {"batas_waktu": row["batas_waktu"].to_pydatetime()})
        found[one.kode_wilayah, one.segmen].append(one)
    return found


def choose_target(
    targets: Targets, *, line: Sequence[str], segmen: str, bulan: datetime, with_percent: bool = True
) -> Target | None:
    """The target for the first area of `line` (the area itself, then the areas above it), or None.

    A target still ahead anywhere on the line comes before one that has passed; on the same deadline the
    percentage comes before the number of people when a percentage can be formed (`with_percent`).
    """
    stated = [(step, area) for step, area in enumerate(line) if (area, segmen) in targets]
    for ahead in (True, False) if stated else ():
        for step, area in stated:
            fitting = [
                one
                for one in targets[area, segmen]
                if (one.batas_waktu >= bulan) is ahead and (step == 0 or one.indikator == PERCENT)
            ]
            if fitting:
                due = {one.batas_waktu for one in fitting}
                chosen = min(due) if ahead else max(due)
                same = [one for one in fitting if one.batas_waktu == chosen]
                return max(same, key=lambda one: ((one.indikator == PERCENT) is with_percent, one.nilai))
    return None

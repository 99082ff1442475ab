"""Figures of a month that are about 10, 100 or 1.000 times those of the month before, or that part of them.

Such a jump is rarely people: more often a lost or doubled thousands sign, a trailing zero that a spreadsheet dropped,
or a column typed in another unit.
"""

from __future__ import annotations

from typing import Literal

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.frames import add_up, collect, in_months, lazy, records
from jamsos_data.metrics.questions import CONSTRUCTION, CoverageQuestion
from jamsos_data.periods import add_months
from jamsos_data.reference import Reference

Times = Literal[10, 100, 1000]

STEPS: tuple[Times, ...] = (10, 100, 1000)
NEARNESS = 1.25  # 8 to 12,5 times is about 10 times
LARGER_AT_LEAST = 100  # smaller figures multiply in earnest
SMALLER_AT_LEAST = {10: 10, 100: 1, 1000: 1}
_CELL = ["kode_wilayah", "segmen", "sumber_dana", "program"]
COLUMNS = {
    "kode_wilayah": "str",
    "wilayah": "str",
    "segmen": "str",
    "sumber_dana": "str",
    "program": "str",
    "sebelumnya": "int64",
    "peserta_aktif": "int64",
    "kali": "int64",
}


def times_between(before: int, after: int) -> Times | None:
    """About how many times the smaller of two figures the larger one is; None where that is no jump."""
    larger, smaller = max(before, after), min(before, after)
    if smaller < 1 or larger < LARGER_AT_LEAST:
        return None
    for times in STEPS:
        near = 1 / NEARNESS <= larger / smaller / times <= NEARNESS
        if near and smaller >= SMALLER_AT_LEAST[times]:
            return times
    return None


def measure_jumps(
    kepesertaan: IntoFrame, *, reference: Reference, question: CoverageQuestion
) -> pd.DataFrame:
    """The jumps of people inside question.dalam in question.bulan against the month before, largest figure first.

    Columns: see COLUMNS; `sebelumnya` and `peserta_aktif` (orang) are the two figures of the same place, segment,
    source and package, `kali` is 10, 100 or 1000. Raises ValueError for an unknown area.
    """
    before = add_months(question.bulan, -1)
    scope = area_scope(reference, tingkat="kabupaten", dalam=question.dalam)
    rows = scope.keep_inside(in_months(lazy(kepesertaan), since=before, until=question.bulan))
    tree = reference.segmen_tree
    if not question.dengan_jakon and CONSTRUCTION in tree:
        rows = rows.filter(~nw.col("segmen").is_in(tree.descendants(CONSTRUCTION)))
    keys = ["periode", *_CELL]
    counted = collect(add_up(rows, "peserta_aktif", by=keys), sort_by=keys)
    is_now = counted["periode"] == pd.Timestamp(question.bulan)
    earlier = counted[~is_now].rename(columns={"peserta_aktif": "sebelumnya"})
    pairs = counted[is_now].merge(earlier[[*_CELL, "sebelumnya"]], on=_CELL)
    found = [
        row | {"kali": times, "wilayah": reference.area_name(row["kode_wilayah"])}
        for row in records(pairs)
        if (times := times_between(row["sebelumnya"], row["peserta_aktif"]))
    ]
    frame = pd.DataFrame(found, columns=list(COLUMNS), dtype="object").astype(COLUMNS)
    largest = frame[["sebelumnya", "peserta_aktif"]].max(axis=1)
    order = frame.assign(besar=largest).sort_values(
        ["besar", *_CELL], ascending=[False, True, True, True, True]
    )
    return order.drop(columns="besar").reset_index(drop=True)

"""What an upload of participants would do to the coverage of the regency, told before it is committed.

Rows of the example data are invented: neither side counts them, nor does a denominator of theirs stand below real
people.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
import polars as pl

from jamsos_data.lake import Lake
from jamsos_data.lake.schema import ASAL, EXAMPLE, to_canonical
from jamsos_data.metrics.completeness import WITHOUT_CONSTRUCTION
from jamsos_data.metrics.coverage import measure_coverage
from jamsos_data.metrics.questions import CoverageQuestion
from jamsos_data.reference import Reference


@dataclass(frozen=True, kw_only=True)
class CoverageSide:
    """Coverage of the regency on one side of a change: people, and percent (0–100) or why there is none."""

    peserta_aktif: int | None
    persen: float | None
    alasan: str


@dataclass(frozen=True, kw_only=True)
class CoverageChange:
    """Coverage of the regency in `bulan`, the newest month of the upload, before and after.

    `potensi` (None where not known), `basis` and `tahun` are the denominator of both sides; `dengan_jakon` says
    whether construction workers are in both figures.
    """

    bulan: datetime
    before: CoverageSide
    after: CoverageSide
    potensi: int | None
    basis: str
    tahun: int | None
    dengan_jakon: bool


def preview_coverage(
    lake: Lake, *, before: pl.LazyFrame, after: pl.LazyFrame, bulan: datetime, reference: Reference
) -> CoverageChange:
    """Coverage in `bulan` with the rows `before` and with those `after` (stored types, all months).

    Where the potential of construction workers is not known, both sides leave these workers out.
    """
    change = _measure(lake, before, after, bulan=bulan, reference=reference, dengan_jakon=True)
    if WITHOUT_CONSTRUCTION not in (change.before.alasan, change.after.alasan):
        return change
    return _measure(lake, before, after, bulan=bulan, reference=reference, dengan_jakon=False)


def _measure(
    lake: Lake,
    before: pl.LazyFrame,
    after: pl.LazyFrame,
    *,
    bulan: datetime,
    reference: Reference,
    dengan_jakon: bool,
) -> CoverageChange:
    question = CoverageQuestion(bulan=bulan, tingkat="kabupaten", dengan_jakon=dengan_jakon)
    potensi = lake.scan("potensi").filter(pl.col(ASAL) != EXAMPLE)
    rows = []
    for side in (before, after):
        people = to_canonical(side.filter(pl.col("periode") == bulan.date(), pl.col(ASAL) != EXAMPLE))
        answer = measure_coverage(people, potensi, reference=reference, question=question)
        rows.append(answer[answer["terpetakan"]].to_dict("records")[0])
    new = rows[1]
    return CoverageChange(
        bulan=bulan,
        before=_side(rows[0]),
        after=_side(new),
        potensi=None if new["alasan"] else int(new["potensi"]),
        basis=str(new["basis"]),
        tahun=None if new["alasan"] else int(new["tahun"]),
        dengan_jakon=dengan_jakon,
    )


def _side(row: dict[str, Any]) -> CoverageSide:
    return CoverageSide(
        peserta_aktif=None if pd.isna(row["peserta_aktif"]) else int(row["peserta_aktif"]),
        persen=None if row["alasan"] else float(row["persen"]),
        alasan=row["alasan"],
    )

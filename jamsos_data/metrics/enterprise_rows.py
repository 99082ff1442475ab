"""Which rows of enterprises (UMKM) count where an area and its parts are both stated.

One of them counts, never both, since the area's figure holds those of its parts: the parts where all of them reported
in its year or later, or where those of its year say more than it; else the area. So an older figure of the whole stays
until the parts are whole, and nothing falls or rises because only some of them have reported for a newer year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.frames import collect, lazy
from jamsos_data.reference import Reference

Cell = tuple[str, int]  # kode_wilayah, tahun
_FIGURES = ["usaha_terdata", "usaha_terdaftar"]


def read_rows(
    umkm: IntoFrame, *, reference: Reference, bulan: datetime, dalam: str | None = None
) -> pd.DataFrame:
    """The rows of the area `dalam` (as :func:`place_of`) up to the year of `bulan`, by year and area; Int64 figures."""
    scope = area_scope(reference, tingkat="kabupaten", dalam=place_of(reference, dalam))
    inside = scope.keep_inside(lazy(umkm)).filter(nw.col("tahun") <= bulan.year)
    found = collect(inside, sort_by=["tahun", "kode_wilayah"])
    return found.astype(dict.fromkeys((*_FIGURES, "pekerja_terdaftar"), "Int64"))


def place_of(reference: Reference, dalam: str | None) -> str:
    """The area asked for (default: the regency); of a desa its kecamatan, the finest with enterprises known."""
    place = reference.kabupaten if dalam is None else dalam
    is_desa = reference.has_area(place) and reference.area_level(place) == "desa"
    return reference.parent_area(place) if is_desa else place


def newest_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """The newest of `rows` of each area."""
    return rows.sort_values("tahun", kind="stable").drop_duplicates("kode_wilayah", keep="last")


def counted_once(rows: pd.DataFrame, reference: Reference) -> pd.DataFrame:
    """Those of `rows`, one for each area, that count."""
    stated = rows.set_index("kode_wilayah")[["tahun", *_FIGURES]]
    counted = _count(reference.kabupaten, stated, reference).areas
    return rows[rows["kode_wilayah"].isin(counted)]


def rows_of_figure(
    umkm: IntoFrame, *, reference: Reference, bulan: datetime, dalam: str | None = None
) -> frozenset[Cell]:
    """The rows that measure_enterprises adds up."""
    rows = read_rows(umkm, reference=reference, bulan=bulan, dalam=dalam)
    return _cells(counted_once(newest_rows(rows), reference))


def rows_of_years(
    umkm: IntoFrame,
    *,
    reference: Reference,
    bulan: datetime,
    dalam: str | None = None,
    last: int | None = None,
) -> frozenset[Cell]:
    """The rows that measure_enterprise_years adds up, of the `last` years with data (None: of all)."""
    rows = read_rows(umkm, reference=reference, bulan=bulan, dalam=dalam)
    years = sorted(rows["tahun"].unique())
    shown = years if last is None else years[-last:]
    return frozenset(
        cell for year in shown for cell in _cells(counted_once(rows[rows["tahun"] == year], reference))
    )


def rows_of_areas(
    umkm: IntoFrame, *, reference: Reference, bulan: datetime, dalam: str | None = None
) -> frozenset[Cell]:
    """The rows of measure_enterprise_areas: of each area the newest and the one that its pace looks back to."""
    rows = read_rows(umkm, reference=reference, bulan=bulan, dalam=dalam)
    return _cells(rows.groupby("kode_wilayah").tail(2))


@dataclass(frozen=True, kw_only=True)
class _Count:
    """The areas that count, and whether they speak for the whole of the one asked for."""

    areas: tuple[str, ...]
    whole: bool


def _count(area: str, stated: pd.DataFrame, reference: Reference) -> _Count:
    parts = [_count(part, stated, reference) for part in _parts(area, reference)]
    found = [code for part in parts for code in part.areas]
    whole = bool(found) and all(part.whole for part in parts)
    if area not in stated.index:
        return _Count(areas=tuple(found), whole=whole)
    years = {str(code): int(year) for code, year in stated["tahun"].items()}
    current = [code for code in found if years[code] >= years[area]]
    if whole and len(current) == len(found):
        return _Count(areas=tuple(found), whole=True)
    alike = [code for code in found if years[code] == years[area]]
    says_more = bool(alike) and bool((stated.loc[alike, _FIGURES].sum() > stated.loc[area, _FIGURES]).any())
    return _Count(areas=tuple(current) if says_more else (area,), whole=True)


def _parts(area: str, reference: Reference) -> tuple[str, ...]:
    """The areas right inside one of the regency's."""
    if area == reference.kabupaten:
        return reference.kecamatan
    return reference.desa_of(area)


def _cells(rows: pd.DataFrame) -> frozenset[Cell]:
    return frozenset(zip(rows["kode_wilayah"].tolist(), map(int, rows["tahun"].tolist()), strict=True))

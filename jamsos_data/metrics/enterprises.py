"""Enterprises (UMKM) known and registered, and the workers of those registered: two units that are never added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import narwhals as nw
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.frames import collect, lazy
from jamsos_data.reference import Reference


@dataclass(frozen=True, kw_only=True)
class Enterprises:
    """Enterprises and workers of the area `kode_wilayah` in the year `tahun`; `pekerja` None: none is stated."""

    kode_wilayah: str
    tahun: int
    terdata: int
    terdaftar: int
    pekerja: int | None

    @property
    def persen(self) -> float | None:
        """Registered of the known enterprises, persen 0–100; None where none is known."""
        return 100 * self.terdaftar / self.terdata if self.terdata else None


def measure_enterprises(
    umkm: IntoFrame, *, reference: Reference, bulan: datetime, dalam: str | None = None
) -> Enterprises | None:
    """The newest year up to that of `bulan`, summed in the area `dalam` (default: the regency); None without data.

    Enterprises are not known below the kecamatan: for a desa the figures are those of its kecamatan, and
    `kode_wilayah` says so. Raises ValueError for an unknown area.
    """
    place = reference.kabupaten if dalam is None else dalam
    if reference.has_area(place) and reference.area_level(place) == "desa":
        place = reference.parent_area(place)
    inside = area_scope(reference, tingkat="kabupaten", dalam=place).keep_inside(lazy(umkm))
    rows = collect(inside.filter(nw.col("tahun") <= bulan.year), sort_by=["tahun", "kode_wilayah"])
    if rows.empty:
        return None
    newest = rows[rows["tahun"] == rows["tahun"].max()]
    workers = newest["pekerja_terdaftar"].dropna()
    return Enterprises(
        kode_wilayah=place,
        tahun=int(newest["tahun"].iloc[0]),
        terdata=int(newest["usaha_terdata"].sum()),
        terdaftar=int(newest["usaha_terdaftar"].sum()),
        pekerja=None if workers.empty else int(workers.sum()),
    )

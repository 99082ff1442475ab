"""Enterprises (UMKM) known and registered, and the workers of those registered: two units that are never added.

An area and its parts may both be stated for a year. One of them counts: the parts where all of them reported or say
more than the area, else the figure of the area; never both, since the area's holds those of its parts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.frames import collect, lazy, records
from jamsos_data.reference import Reference

YEAR_COLUMNS = {
    "tahun": "int64",
    "usaha_terdata": "Int64",
    "usaha_terdaftar": "Int64",
    "pekerja_terdaftar": "Int64",
    "persen": "float64",
    "tambahan_setahun": "float64",
}
AREA_COLUMNS = {"kode_wilayah": "str", "wilayah": "str", **YEAR_COLUMNS, "belum": "Int64"}
COURSE_COLUMNS = {**YEAR_COLUMNS, "melapor": "int64"}


@dataclass(frozen=True, kw_only=True)
class Enterprises:
    """Enterprises and workers of the area `kode_wilayah` in the year `tahun`; `pekerja` None: none is stated.

    Areas that have not reported in that year are in with their newest figures: `lama` has the earlier years, newest
    first, with the codes of their areas. `tanpa`: the kecamatan that never reported and are not in. `termuat`: areas
    whose figures were not added, since those of their parts or of the area around them hold them.
    """

    kode_wilayah: str
    tahun: int
    terdata: int
    terdaftar: int
    pekerja: int | None
    lama: tuple[tuple[int, tuple[str, ...]], ...] = ()
    tanpa: tuple[str, ...] = ()
    termuat: tuple[str, ...] = ()

    @property
    def persen(self) -> float | None:
        """Registered of the known enterprises, persen 0–100; None where none is known."""
        return 100 * self.terdaftar / self.terdata if self.terdata else None


def measure_enterprises(
    umkm: IntoFrame, *, reference: Reference, bulan: datetime, dalam: str | None = None
) -> Enterprises | None:
    """The newest figures of each area up to the year of `bulan`, summed in the area `dalam` (default: the regency).

    None without data. Enterprises are not known below the kecamatan: for a desa the figures are those of its kecamatan,
    and `kode_wilayah` says so. Raises ValueError for an unknown area.
    """
    place = _place(reference, dalam)
    rows = _rows(umkm, reference=reference, bulan=bulan, dalam=dalam)
    if rows.empty:
        return None
    newest = _newest_known(rows)
    known = _each_once(newest, reference)
    year = int(known["tahun"].max())
    workers = known["pekerja_terdaftar"].dropna()
    earlier: dict[int, list[str]] = {}
    for each, area in zip(known["tahun"].tolist(), known["kode_wilayah"].tolist(), strict=True):
        if each < year:
            earlier.setdefault(each, []).append(area)
    return Enterprises(
        kode_wilayah=place,
        tahun=year,
        terdata=int(known["usaha_terdata"].sum()),
        terdaftar=int(known["usaha_terdaftar"].sum()),
        pekerja=None if workers.empty else int(workers.sum()),
        lama=tuple((each, tuple(earlier[each])) for each in sorted(earlier, reverse=True)),
        tanpa=tuple(sorted(_reporters(place, reference) - _reporting(known["kode_wilayah"], reference))),
        termuat=tuple(sorted(set(newest["kode_wilayah"]) - set(known["kode_wilayah"]))),
    )


def measure_enterprise_years(
    umkm: IntoFrame, *, reference: Reference, bulan: datetime, dalam: str | None = None
) -> pd.DataFrame:
    """Enterprises of the area `dalam` (as in :func:`measure_enterprises`) in each year up to that of `bulan`.

    Columns: COURSE_COLUMNS, oldest year first, each year of those that reported in it. persen: registered of known,
    0–100 (NaN where none is known); tambahan_setahun: registered enterprises added per year since the year before that
    has data (NaN for the first, where the two years are not of the same areas, and where an area known before is
    missing). pekerja_terdaftar: people, NA where none is stated. melapor: kecamatan that the year has figures of.
    """
    stated = _rows(umkm, reference=reference, bulan=bulan, dalam=dalam)
    of_years = [_each_once(of_year, reference) for _, of_year in stated.groupby("tahun")]
    rows = pd.concat([stated.iloc[:0], *of_years])
    areas = rows.groupby("tahun")["kode_wilayah"].agg(frozenset).to_dict()
    sums = rows.groupby("tahun")[["usaha_terdata", "usaha_terdaftar"]].sum()
    sums["pekerja_terdaftar"] = rows.groupby("tahun")["pekerja_terdaftar"].sum(min_count=1)
    course = _with_pace(sums.reset_index())
    years = course["tahun"].tolist()
    alike = [
        areas[later] == areas[earlier] and _is_complete(rows[rows["tahun"] <= later])
        for earlier, later in pairwise(years)
    ]
    comparable = pd.Series([False, *alike][: len(course)], index=course.index, dtype="bool")
    pace = course["tambahan_setahun"].where(comparable)
    reporting = [len(_reporting(areas[year], reference)) for year in years]
    return course.assign(tambahan_setahun=pace, melapor=reporting)[list(COURSE_COLUMNS)].astype(
        COURSE_COLUMNS
    )


def measure_enterprise_areas(
    umkm: IntoFrame, *, reference: Reference, bulan: datetime, dalam: str | None = None
) -> pd.DataFrame:
    """Enterprises of each area inside `dalam` with data, in its newest year up to that of `bulan`; see AREA_COLUMNS.

    belum: known and not registered. Highest percentage first.
    """
    rows = _rows(umkm, reference=reference, bulan=bulan, dalam=dalam)
    newest = [
        _with_pace(part).tail(1).assign(wilayah=reference.area_name(str(kode)))
        for kode, part in rows.groupby("kode_wilayah")
    ]
    if not newest:
        return pd.DataFrame(columns=list(AREA_COLUMNS)).astype(AREA_COLUMNS)
    found = pd.concat(newest)
    found["belum"] = (found["usaha_terdata"] - found["usaha_terdaftar"]).clip(lower=0)
    ordered = found.sort_values(
        ["persen", "kode_wilayah"], ascending=[False, True], na_position="last", ignore_index=True
    )
    return ordered[list(AREA_COLUMNS)].astype(AREA_COLUMNS)


def rows_counted(
    umkm: IntoFrame, *, reference: Reference, bulan: datetime, dalam: str | None = None, each: int = 1
) -> frozenset[tuple[str, int]]:
    """The rows (area, year) that the figures of `dalam` are made of: of each area the newest `each` years.

    One is what measure_enterprises adds up; with two, the year before it that tambahan_setahun looks back to.
    """
    rows = _rows(umkm, reference=reference, bulan=bulan, dalam=dalam)
    counted = (
        _each_once(_newest_known(rows), reference) if each == 1 else rows.groupby("kode_wilayah").tail(each)
    )
    return frozenset(zip(counted["kode_wilayah"].tolist(), map(int, counted["tahun"].tolist()), strict=True))


def years_to_register_all(years: pd.DataFrame) -> float | None:
    """How many years the enterprises left take at the pace of the newest year; None without a pace that leads there.

    `years`: rows of measure_enterprise_years.
    """
    if years.empty:
        return None
    newest = records(years)[-1]
    pace = newest["tambahan_setahun"]
    if pace is None or pace <= 0:
        return None
    return max(newest["usaha_terdata"] - newest["usaha_terdaftar"], 0) / pace


def _newest_known(rows: pd.DataFrame) -> pd.DataFrame:
    """The newest row of each area; of an area and one inside it only the newer, else enterprises count twice."""
    newest = rows.sort_values("tahun", kind="stable").drop_duplicates("kode_wilayah", keep="last")
    year_of = dict(zip(newest["kode_wilayah"], newest["tahun"], strict=True))
    outdated = {
        kode
        for kode, year in year_of.items()
        for other, later in year_of.items()
        if later > year and (Reference.is_within(other, kode) or Reference.is_within(kode, other))
    }
    return newest[~newest["kode_wilayah"].isin(outdated)]


def _each_once(rows: pd.DataFrame, reference: Reference) -> pd.DataFrame:
    """`rows`, one for each area, without those that another of them holds."""
    stated = rows.set_index("kode_wilayah")[["usaha_terdata", "usaha_terdaftar"]]
    counted, _ = _counted(reference.kabupaten, stated, reference)
    return rows[rows["kode_wilayah"].isin(counted)]


def _counted(area: str, stated: pd.DataFrame, reference: Reference) -> tuple[list[str], bool]:
    """The areas at or in `area` that count, and whether they speak for the whole of it."""
    below = {
        "kabupaten": lambda: reference.kecamatan,
        "kecamatan": lambda: reference.desa_of(area),
        "desa": tuple,
    }
    parts = [_counted(part, stated, reference) for part in below[reference.area_level(area)]()]
    found = [code for codes, _ in parts for code in codes]
    whole = bool(found) and all(complete for _, complete in parts)
    if area not in stated.index:
        return found, whole
    says_more = bool(found) and bool((stated.loc[found].sum() > stated.loc[area]).any())
    return (found if whole or says_more else [area]), True


def _is_complete(rows: pd.DataFrame) -> bool:
    """Whether every area known by the newest year of `rows` reported in it."""
    return bool((_newest_known(rows)["tahun"] == rows["tahun"].max()).all())


def _reporters(place: str, reference: Reference) -> set[str]:
    """The kecamatan inside `place` that have to report; none for one kecamatan."""
    return set(reference.kecamatan) if place == reference.kabupaten else set()


def _reporting(areas: Iterable[str], reference: Reference) -> set[str]:
    """The kecamatan that rows of `areas` speak for; a row of the regency speaks for all."""
    return {
        kecamatan
        for kecamatan in reference.kecamatan
        for area in areas
        if reference.is_within(area, kecamatan) or reference.is_within(kecamatan, area)
    }


def _rows(umkm: IntoFrame, *, reference: Reference, bulan: datetime, dalam: str | None) -> pd.DataFrame:
    inside = area_scope(reference, tingkat="kabupaten", dalam=_place(reference, dalam)).keep_inside(
        lazy(umkm)
    )
    found = collect(inside.filter(nw.col("tahun") <= bulan.year), sort_by=["tahun", "kode_wilayah"])
    whole = dict.fromkeys(("usaha_terdata", "usaha_terdaftar", "pekerja_terdaftar"), "Int64")
    return found.astype(whole)


def _place(reference: Reference, dalam: str | None) -> str:
    """The area asked for; of a desa its kecamatan, the finest for which enterprises are known."""
    place = reference.kabupaten if dalam is None else dalam
    is_desa = reference.has_area(place) and reference.area_level(place) == "desa"
    return reference.parent_area(place) if is_desa else place


def _with_pace(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` of one area by year with persen and tambahan_setahun."""
    known = rows["usaha_terdata"].where(rows["usaha_terdata"] > 0).astype("Float64")
    persen = (100 * rows["usaha_terdaftar"] / known).to_numpy("float64", na_value=float("nan"))
    pace = rows["usaha_terdaftar"].diff().astype("Float64") / rows["tahun"].diff()
    return rows.assign(persen=persen, tambahan_setahun=pace.to_numpy("float64", na_value=float("nan")))

"""Enterprises (UMKM) known and registered, and the workers of those registered: two units that are never added.

Of an area and its parts one counts: which, :mod:`enterprise_rows` says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.enterprise_rows import counted_once, newest_rows, place_of, read_rows
from jamsos_data.metrics.frames import records
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
class Waiting:
    """The figure of `tahun` of `kode_wilayah` counts, since only `melapor` in it have newer ones, of `dari`–`sampai`.

    `terdata`, `terdaftar`: the enterprises of these newer figures.
    """

    kode_wilayah: str
    tahun: int
    melapor: tuple[str, ...]
    dari: int
    sampai: int
    terdata: int
    terdaftar: int


@dataclass(frozen=True, kw_only=True)
class Enterprises:
    """Enterprises and workers of the area `kode_wilayah` in the year `tahun`; `pekerja` None: none is stated.

    Areas that have not reported in that year are in with their newest figures: `lama` has the earlier years, newest
    first, with the codes of their areas. `tanpa`: the kecamatan that never reported and are not in. `termuat`: areas
    whose figures were not added, since those of the same year of their parts or of the area around them hold them.
    `menunggu`: areas in with an older figure than some of their parts have, until all of these have a newer one.
    """

    kode_wilayah: str
    tahun: int
    terdata: int
    terdaftar: int
    pekerja: int | None
    lama: tuple[tuple[int, tuple[str, ...]], ...] = ()
    tanpa: tuple[str, ...] = ()
    termuat: tuple[str, ...] = ()
    menunggu: tuple[Waiting, ...] = ()

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
    place = place_of(reference, dalam)
    rows = read_rows(umkm, reference=reference, bulan=bulan, dalam=dalam)
    if rows.empty:
        return None
    newest = newest_rows(rows)
    known = counted_once(newest, reference)
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
        termuat=_held(newest, known),
        menunggu=_waiting(newest, known, reference),
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
    stated = read_rows(umkm, reference=reference, bulan=bulan, dalam=dalam)
    of_years = [counted_once(of_year, reference) for _, of_year in stated.groupby("tahun")]
    rows = pd.concat([stated.iloc[:0], *of_years])
    areas = rows.groupby("tahun")["kode_wilayah"].agg(frozenset).to_dict()
    sums = rows.groupby("tahun")[["usaha_terdata", "usaha_terdaftar"]].sum()
    sums["pekerja_terdaftar"] = rows.groupby("tahun")["pekerja_terdaftar"].sum(min_count=1)
    course = _with_pace(sums.reset_index())
    years = course["tahun"].tolist()
    alike = [
        areas[later] == areas[earlier] and _is_complete(stated[stated["tahun"] <= later], reference)
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
    rows = read_rows(umkm, reference=reference, bulan=bulan, dalam=dalam)
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


def _is_complete(rows: pd.DataFrame, reference: Reference) -> bool:
    """Whether all that counts by the newest year of `rows` is of that year."""
    counted = counted_once(newest_rows(rows), reference)
    return bool((counted["tahun"] == rows["tahun"].max()).all())


def _waiting(newest: pd.DataFrame, known: pd.DataFrame, reference: Reference) -> tuple[Waiting, ...]:
    """Of each area that counts, the newer figures inside it."""
    left_out = newest[~newest["kode_wilayah"].isin(known["kode_wilayah"])]
    found = []
    for row in records(known):
        inside = [Reference.is_within(area, row["kode_wilayah"]) for area in left_out["kode_wilayah"]]
        newer = left_out[pd.array(inside, dtype="bool") & (left_out["tahun"] > row["tahun"])]
        if newer.empty:
            continue
        once = counted_once(newer, reference)
        found.append(
            Waiting(
                kode_wilayah=row["kode_wilayah"],
                tahun=int(row["tahun"]),
                melapor=tuple(once["kode_wilayah"]),
                dari=int(once["tahun"].min()),
                sampai=int(once["tahun"].max()),
                terdata=int(once["usaha_terdata"].sum()),
                terdaftar=int(once["usaha_terdaftar"].sum()),
            )
        )
    return tuple(found)


def _held(newest: pd.DataFrame, known: pd.DataFrame) -> tuple[str, ...]:
    """The areas of which a figure of the same year counts for them or in them."""
    years = dict(zip(known["kode_wilayah"], known["tahun"], strict=True))
    return tuple(
        sorted(
            area
            for area, year in zip(newest["kode_wilayah"], newest["tahun"], strict=True)
            if area not in years
            and any(
                year == of_other and (Reference.is_within(area, other) or Reference.is_within(other, area))
                for other, of_other in years.items()
            )
        )
    )


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


def _with_pace(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` of one area by year with persen and tambahan_setahun."""
    known = rows["usaha_terdata"].where(rows["usaha_terdata"] > 0).astype("Float64")
    persen = (100 * rows["usaha_terdaftar"] / known).to_numpy("float64", na_value=float("nan"))
    pace = rows["usaha_terdaftar"].diff().astype("Float64") / rows["tahun"].diff()
    return rows.assign(persen=persen, tambahan_setahun=pace.to_numpy("float64", na_value=float("nan")))

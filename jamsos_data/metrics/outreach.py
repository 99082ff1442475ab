"""Outreach meetings and what came of them: how many of those present registered, what hinders the others.

A meeting states one main reason (`kendala`) for all who did not register: whoever did not is counted under it. Where it
is not stated how many registered, nothing is known of those present: they count neither as registered nor as not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.frames import collect, lazy
from jamsos_data.metrics.questions import ALL_SEGMENTS
from jamsos_data.periods import add_months
from jamsos_data.reference import Reference

NO_OBSTACLE = "TIDAK_ADA"
MEETING_COLUMNS = {
    "tanggal": "datetime64[us]",
    "kode_wilayah": "str",
    "wilayah": "str",
    "segmen": "str",
    "hadir": "int64",
    "terdaftar": "Int64",
    "belum": "Int64",
    "persen": "float64",
    "kendala": "str",
    "tindak_lanjut": "str",
}
YIELD_COLUMNS = {
    "kode_wilayah": "str",
    "wilayah": "str",
    "pertemuan": "int64",
    "hadir": "int64",
    "terdaftar": "int64",
    "belum": "int64",
    "persen": "float64",
    "tanpa_hasil": "int64",
}
REASON_COLUMNS = {"kendala": "str", "pertemuan": "int64", "belum": "int64"}
AGAIN_COLUMNS = {**MEETING_COLUMNS, "pertemuan": "int64"}


@dataclass(frozen=True, kw_only=True)
class InviteRule:
    """Which groups (a segment in an area) are worth inviting again: those whose last meeting was within `months`
    months, where less than `below_percent` of those present registered, for a reason that another meeting can mend:
    none of `lasting`.
    """

    months: int
    below_percent: float
    lasting: tuple[str, ...]

    @classmethod
    def of(cls, reference: Reference) -> InviteRule:
        """The rule of the reference tables: two thresholds of ambang, and the reasons of kendala marked `menetap`."""
        reasons = reference.table("kendala")
        return cls(
            months=int(reference.threshold("UNDANG_BULAN")),
            below_percent=reference.threshold("UNDANG_HASIL"),
            lasting=tuple(reasons.loc[reasons["menetap"] == "ya", "kode"]),
        )


def measure_meetings(
    sosialisasi: IntoFrame,
    *,
    reference: Reference,
    bulan: datetime,
    dalam: str | None = None,
    segmen: str = ALL_SEGMENTS,
) -> pd.DataFrame:
    """The meetings inside `dalam` (default: the regency; of a desa its kecamatan) through `bulan`; see MEETING_COLUMNS.

    terdaftar: of those present, how many registered afterwards (people); belum: the others; persen = terdaftar ÷
    hadir × 100, NaN where nobody came; all three NA where the result is not stated. `segmen` keeps those for it and the
    segments under it. Newest first. Raises ValueError for an unknown area or segment.
    """
    if segmen not in reference.segmen_tree:
        raise ValueError(f"unknown segment {segmen!r}")
    place = reference.kabupaten if dalam is None else dalam
    if reference.has_area(place) and reference.area_level(place) == "desa":
        place = reference.parent_area(place)
    inside = area_scope(reference, tingkat="kabupaten", dalam=place).keep_inside(lazy(sosialisasi))
    chosen = inside.filter(
        (nw.col("tanggal") < add_months(bulan, 1))
        & nw.col("segmen").is_in(list(reference.segmen_tree.descendants(segmen)))
    )
    rows = collect(chosen, sort_by=["tanggal", "kode_wilayah", "segmen"])
    hadir = rows["hadir"].astype("int64")
    registered = rows["terdaftar_setelahnya"].astype("Int64")
    found = rows.assign(
        wilayah=[reference.area_name(kode) for kode in rows["kode_wilayah"]],
        hadir=hadir,
        terdaftar=registered,
        belum=(hadir - registered).clip(lower=0),
        persen=_share(registered, hadir),
        kendala=rows["kendala"].fillna(NO_OBSTACLE),
        tindak_lanjut=rows["tindak_lanjut"].fillna(""),
    )
    newest = found.sort_values(
        ["tanggal", "kode_wilayah", "segmen"], ascending=[False, True, True], ignore_index=True
    )
    return newest[list(MEETING_COLUMNS)].astype(MEETING_COLUMNS)


def yield_by_area(meetings: pd.DataFrame, *, reference: Reference) -> pd.DataFrame:
    """What the meetings of each kecamatan brought; see YIELD_COLUMNS. Those held for the regency stand under its code.

    pertemuan, hadir, terdaftar, belum and persen are of the meetings whose result is stated; tanpa_hasil: people at the
    others. Highest yield first. The sums over all rows are those of `meetings`.
    """
    areas = [_kecamatan(kode, reference) for kode in meetings["kode_wilayah"]]
    known = meetings["terdaftar"].notna()
    rows = meetings.assign(
        kode_wilayah=pd.array(areas, dtype="str"),
        pertemuan=known.astype("int64"),
        hadir=meetings["hadir"].where(known, 0),
        tanpa_hasil=meetings["hadir"].mask(known, 0),
    )
    added = ["pertemuan", "hadir", "terdaftar", "belum", "tanpa_hasil"]
    sums = rows.groupby("kode_wilayah")[added].sum().reset_index()
    found = sums.assign(
        wilayah=[reference.area_name(kode) for kode in sums["kode_wilayah"]],
        persen=_share(sums["terdaftar"], sums["hadir"]),
    )
    ordered = found.sort_values(
        ["persen", "kode_wilayah"], ascending=[False, True], na_position="last", ignore_index=True
    )
    return ordered[list(YIELD_COLUMNS)].astype(YIELD_COLUMNS)


def reasons_ranked(meetings: pd.DataFrame) -> pd.DataFrame:
    """The main reasons why people present did not register, by how many; see REASON_COLUMNS."""
    hindered = meetings[(meetings["belum"].fillna(0) > 0) & (meetings["kendala"] != NO_OBSTACLE)].assign(
        pertemuan=1
    )
    sums = hindered.groupby("kendala")[["pertemuan", "belum"]].sum().reset_index()
    ordered = sums.sort_values(["belum", "kendala"], ascending=[False, True], ignore_index=True)
    return ordered[list(REASON_COLUMNS)].astype(REASON_COLUMNS)


def invite_again(meetings: pd.DataFrame, *, bulan: datetime, rule: InviteRule) -> pd.DataFrame:
    """The groups that `rule` says to invite again, with their last meeting; see AGAIN_COLUMNS.

    A last meeting without a stated result is not judged. pertemuan: how many meetings the group had. Most people who
    did not register first.
    """
    group = ["kode_wilayah", "segmen"]
    held = meetings.groupby(group)["tanggal"].transform("size")
    last = (
        meetings.assign(pertemuan=held)
        .sort_values("tanggal", ascending=False, kind="stable")
        .drop_duplicates(group)
    )
    since = add_months(bulan, 1 - rule.months)
    worth = (
        (last["tanggal"] >= since)
        & (last["persen"] < rule.below_percent)
        & ~last["kendala"].isin(rule.lasting)
        & (last["belum"].fillna(0) > 0)
    )
    ordered = last[worth].sort_values(
        ["belum", "kode_wilayah", "segmen"], ascending=[False, True, True], ignore_index=True
    )
    return ordered[list(AGAIN_COLUMNS)].astype(AGAIN_COLUMNS)


def _kecamatan(kode: str, reference: Reference) -> str:
    return reference.parent_area(kode) if reference.area_level(kode) == "desa" else kode


def _share(part: pd.Series, whole: pd.Series) -> pd.Series:
    return 100 * part.astype("float64") / whole.where(whole > 0).astype("float64")

"""One village beside what lies around it: people by segment, who pays for them, months without data."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from jamsos_data.metrics.cliff import PAID
from jamsos_data.metrics.frames import records

SEGMENT_COLUMNS = {
    "segmen": "str",
    "peserta_aktif": "Int64",
    "perubahan": "Int64",
    "potensi": "Int64",
    "basis": "str",
    "tahun": "Int64",
    "persen": "float64",
    "persen_sekitar": "float64",
    "kurang_orang": "Int64",
    "alasan": "str",
}
PAYER_COLUMNS = {
    "sumber_dana": "str",
    "peserta_aktif": "Int64",
    "bagian": "float64",
    "lunas_sampai": "datetime64[us]",
    "lunas_orang": "Int64",
    "realisasi": "Int64",
    "pagu": "Int64",
    "cukup_sampai": "datetime64[us]",
    "pagu_di": "str",
}


def compare_segments(
    now: pd.DataFrame, before: pd.DataFrame, around: pd.DataFrame, targets: pd.DataFrame
) -> pd.DataFrame:
    """The segments of one area beside the month before and the area around it; see SEGMENT_COLUMNS.

    `now`, `before`, `around`: rows of measure_coverage_by_segmen of one area each (`before` may be empty); `targets`:
    measure_targets of the area, every segment. A segment has a row where people are known in one of the two months.
    perubahan: people more than before (NA unless both are known); persen_sekitar: the percentage of the area around;
    kurang_orang: people short of the target of the segment (NA without one). In the order of `now`, then of `before`.
    """
    rows = {row["segmen"]: row for row in records(now)}
    earlier = {row["segmen"]: row["peserta_aktif"] for row in records(before)}
    elsewhere = {row["segmen"]: row["persen"] for row in records(around)}
    short = {row["segmen"]: row["kurang_orang"] for row in records(targets)}
    found = []
    for segmen in [*rows, *(code for code in earlier if code not in rows)]:
        row = rows.get(segmen, {"segmen": segmen})
        people, then = row.get("peserta_aktif"), earlier.get(segmen)
        if people is None and then is None:
            continue
        changes = {
            "perubahan": None if people is None or then is None else people - then,
            "persen_sekitar": elsewhere.get(segmen),
            "kurang_orang": short.get(segmen),
        }
        found.append([(row | changes).get(name) for name in SEGMENT_COLUMNS])
    frame = pd.DataFrame(found, columns=list(SEGMENT_COLUMNS), dtype="object")
    return frame.assign(basis=frame["basis"].fillna(""), alasan=frame["alasan"].fillna("")).astype(
        SEGMENT_COLUMNS
    )


def who_pays(sources: pd.DataFrame, endings: pd.DataFrame) -> pd.DataFrame:
    """The payers of one area, of most people first; see PAYER_COLUMNS.

    `sources`: rows of measure_premiums of the area, `endings`: of measure_endings. bagian: its part of all people of
    the month, persen 0–100 (NaN where the people are not known). lunas_sampai: the earliest month that paid protection
    of its people ends with (NaT: no end is known); lunas_orang: of how many. A payer has a row when people, a payment
    or a pagu is known.
    """
    known = sources[["peserta_aktif", "realisasi", "pagu"]].notna().any(axis="columns")
    rows = sources[known]
    people = rows["peserta_aktif"].astype("Float64")
    everybody = people.sum()
    share = 100 * people / everybody if everybody else people * float("nan")
    paid = endings[endings["sebab"] == PAID]
    by_end = paid.groupby(["sumber_dana", "sampai"], as_index=False)[["peserta_aktif"]].sum()
    first = by_end.sort_values("sampai").drop_duplicates("sumber_dana").set_index("sumber_dana")
    first = first.reindex(rows["sumber_dana"])
    frame = rows.assign(
        bagian=share.to_numpy("float64", na_value=float("nan")),
        lunas_sampai=first["sampai"].array,
        lunas_orang=first["peserta_aktif"].astype("Int64").array,
    )
    ordered = frame.sort_values(
        ["peserta_aktif", "sumber_dana"], ascending=[False, True], na_position="last", ignore_index=True
    )
    return ordered[list(PAYER_COLUMNS)].astype(PAYER_COLUMNS)


def months_without_data(course: pd.DataFrame) -> tuple[datetime, ...]:
    """The months of `course` (measure_coverage_trend of one area) for which nobody is known, oldest first.

    What lies before the first month with people is not missing: nobody was asked for it then.
    """
    rows = records(course.sort_values("periode"))
    known = [row["periode"] for row in rows if row["peserta_aktif"] is not None]
    return tuple(
        row["periode"].to_pydatetime()
        for row in rows
        if row["peserta_aktif"] is None and known and row["periode"] > known[0]
    )

"""Progress against targets: two gaps that are never mixed, and what it takes to close the first.

`selisih_poin` and `kurang_orang` are the gap to the target; `belum_terlindungi` and `belum_persen` are the
gap to 100 %. Wonogiri, 31 October 2025: 31,99 % against 52,69 % is 20,70 percentage points short of the
target, while 68,01 % are not covered.
"""

from __future__ import annotations

from datetime import datetime
from decimal import ROUND_CEILING, Decimal
from typing import Any

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.completeness import TOO_SMALL
from jamsos_data.metrics.coverage import (
    NO_DATA,
    UNMAPPED,
    measure_coverage,
    measure_coverage_by_segmen,
)
from jamsos_data.metrics.denominators import MISSING
from jamsos_data.metrics.frames import frame_of, records
from jamsos_data.metrics.pace import Pace, measure_pace
from jamsos_data.metrics.questions import ALL_SEGMENTS, CONSTRUCTION, CoverageQuestion, TargetQuestion
from jamsos_data.metrics.target_choice import PERCENT, Target, choose_target, read_targets
from jamsos_data.periods import months_between
from jamsos_data.reference import Reference

NO_TARGET = "tanpa_target"
COLUMNS = {
    "kode_wilayah": "str",
    "wilayah": "str",
    "terpetakan": "bool",
    "segmen": "str",
    "peserta_aktif": "Int64",
    "potensi": "Int64",
    "basis": "str",
    "tahun": "Int64",
    "estimasi": "bool",
    "persen": "float64",
    "indikator": "str",
    "nilai_target": "float64",
    "target_persen": "float64",
    "target_orang": "Int64",
    "batas_waktu": "datetime64[us]",
    "asal_target": "str",
    "selisih_poin": "float64",
    "kurang_orang": "Int64",
    "belum_terlindungi": "Int64",
    "belum_persen": "float64",
    "bulan_tersisa": "Int64",
    "tambahan_per_bulan": "Int64",
    "laju_6_bulan": "float64",
    "laju_tanpa": "str",
    "tercapai": "boolean",
    "dasar_hukum": "str",
    "alasan": "str",
}


def measure_targets(
    kepesertaan: IntoFrame,
    potensi: IntoFrame,
    target: IntoFrame,
    *,
    reference: Reference,
    question: TargetQuestion,
) -> pd.DataFrame:
    """Areas × segments against their targets, one row each; COLUMNS gives columns and types.

    indikator, nilai_target, batas_waktu, dasar_hukum and asal_target (the area that the target was set for)
    describe the target chosen by :mod:`target_choice`. target_persen and target_orang say it in both units
    (a percentage of the potensi, rounded up to whole people). selisih_poin = target_persen − persen (+ =
    short); kurang_orang = people short, never negative. bulan_tersisa counts the months after question.bulan
    through batas_waktu; tambahan_per_bulan = kurang_orang over these months, rounded up (NA when none is
    left). laju_6_bulan = mean change per month over the last six months (NaN without figures at both ends), over the
    areas that reported at both ends; laju_tanpa: the codes of the desa left out of it, joined by ";".
    belum_terlindungi and belum_persen lead to 100 %. estimasi: an estimate is in the potensi. Unmapped people
    (terpetakan False) have no target, nor has jasa konstruksi below the regency: it is known for no area there.
    alasan: as for coverage, or tanpa_target. A target in people needs no potensi.
    Raises ValueError for an unknown area or segment.
    """
    targets = read_targets(target, reference=reference, keluarga=question.keluarga)
    aimed = frozenset(segmen for _, segmen in targets)
    rows = _coverage(kepesertaan, potensi, reference=reference, question=question, aimed=aimed)
    pace = measure_pace(kepesertaan, reference=reference, question=question)
    lines = {area: _line(reference, area) for area in rows["kode_wilayah"].unique().tolist()}
    answers = []
    for row in records(rows):
        line = lines[row["kode_wilayah"]] if _can_have_target(row, reference) else []
        chosen = choose_target(
            targets,
            line=line,
            segmen=row["segmen"],
            bulan=question.bulan,
            with_percent=_whole(row) is not None,
        )
        answers.append(row | _position(row, pace) | _against(row, chosen, question.bulan))
    return frame_of(answers, COLUMNS)


def _coverage(
    kepesertaan: IntoFrame,
    potensi: IntoFrame,
    *,
    reference: Reference,
    question: TargetQuestion,
    aimed: frozenset[str],
) -> pd.DataFrame:
    """Coverage of the segment asked for, else of all with data and of those `aimed` at."""
    asked = CoverageQuestion(
        bulan=question.bulan,
        tingkat=question.tingkat,
        segmen=question.segmen or ALL_SEGMENTS,
        basis=question.basis,
        dengan_jakon=question.dengan_jakon,
        dalam=question.dalam,
    )
    if question.segmen:
        return measure_coverage(kepesertaan, potensi, reference=reference, question=asked)
    return measure_coverage_by_segmen(
        kepesertaan, potensi, reference=reference, question=asked, also=aimed, only=question.hanya
    )


def people_needed(target: Target, potensi: int | None) -> int | None:
    """The target in whole people, rounded up; None when it is a percentage of an unknown potensi."""
    nilai = Decimal(str(target.nilai))
    if target.indikator == PERCENT:
        if potensi is None:
            return None
        nilai = nilai * potensi / 100
    return int(nilai.to_integral_value(rounding=ROUND_CEILING))


def additions_per_month(kurang: int | None, months: int) -> int | None:
    """People to add each month, rounded up; 0 when none are missing, None when no month is left."""
    if kurang is None or (kurang > 0 and months <= 0):
        return None
    return -(-kurang // months) if kurang > 0 else 0


def _against(row: dict[str, Any], target: Target | None, bulan: datetime) -> dict[str, Any]:
    if target is None:
        return {"alasan": row["alasan"] if row["alasan"] == UNMAPPED else NO_TARGET}
    needed = people_needed(target, _whole(row))
    alasan = _reason(row, target)
    left = max(0, months_between(bulan, target.batas_waktu))
    short = None if needed is None or alasan else max(0, needed - row["peserta_aktif"])
    percent = target.nilai if target.indikator == PERCENT else _share(target.nilai, _whole(row))
    covered: float | None = row["persen"]
    return {
        "indikator": target.indikator,
        "nilai_target": target.nilai,
        "target_persen": percent,
        "target_orang": needed,
        "batas_waktu": target.batas_waktu,
        "asal_target": target.kode_wilayah,
        "selisih_poin": None if percent is None or covered is None else percent - covered,
        "kurang_orang": short,
        "bulan_tersisa": left,
        "tambahan_per_bulan": additions_per_month(short, left),
        "tercapai": None if short is None else short == 0,
        "dasar_hukum": target.dasar_hukum,
        "alasan": alasan,
    }


def _reason(row: dict[str, Any], target: Target) -> str:
    """A missing or incomplete potensi is no obstacle to a target in people, where people are known."""
    if target.indikator == PERCENT or row["alasan"] not in {MISSING, *TOO_SMALL}:
        return row["alasan"]
    return NO_DATA if row["peserta_aktif"] is None else ""


def _whole(row: dict[str, Any]) -> int | None:
    """The potensi of a row of coverage, where it is not only a part of it."""
    return None if row["alasan"] in TOO_SMALL else row["potensi"]


def _position(row: dict[str, Any], pace: Pace) -> dict[str, Any]:
    known = row["peserta_aktif"] is not None
    return {
        "belum_persen": _share(row["belum_terlindungi"], row["potensi"]),
        "laju_6_bulan": pace.of(row["kode_wilayah"], row["segmen"]) if known else None,
        "laju_tanpa": ";".join(pace.left_out_of(row["kode_wilayah"])),
    }


def _share(part: float | None, whole: int | None) -> float | None:
    return None if part is None or not whole else 100 * part / whole


def _can_have_target(row: dict[str, Any], reference: Reference) -> bool:
    tree = reference.segmen_tree
    construction = CONSTRUCTION in tree and row["segmen"] in tree.descendants(CONSTRUCTION)
    return row["terpetakan"] and not (construction and row["kode_wilayah"] != reference.kabupaten)


def _line(reference: Reference, area: str) -> list[str]:
    """The area and the areas above it, up to the home regency."""
    line = [area]
    while line[-1] != reference.kabupaten:
        line.append(reference.parent_area(line[-1]))
    return line

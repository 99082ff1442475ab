"""How far the data of a kecamatan can be trusted: one score from 0 to 100 and a letter.

The score is the weighted mean of four shares. Their weights, with reasons, are the reference table bobot_mutu, the
steps between the letters stand in ambang. A share that is not known (no potensi) leaves the mean, and the others
keep their proportions.
"""

from __future__ import annotations

from collections.abc import Mapping

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.checks import NOT_REPORTED
from jamsos_data.metrics.denominators import read_potential
from jamsos_data.metrics.frames import add_up, collect, lazy
from jamsos_data.metrics.participants import disjoint_participants
from jamsos_data.metrics.questions import CoverageQuestion
from jamsos_data.metrics.reporting import SILENT
from jamsos_data.reference import Reference

PARTS = {"LENGKAP": "lengkap", "TERPETAKAN": "terpetakan", "WAJAR": "wajar", "PENYEBUT": "penyebut"}
LETTERS = ("A", "B", "C")
LOWEST = "D"
MAPPING_COLUMNS = {"kode_wilayah": "str", "terpetakan": "float64", "penyebut": "float64"}
COLUMNS = {
    "kode_wilayah": "str",
    "wilayah": "str",
    **dict.fromkeys(PARTS.values(), "float64"),
    "nilai": "float64",
    "huruf": "str",
}


def measure_mapping(
    kepesertaan: IntoFrame, potensi: IntoFrame, *, reference: Reference, question: CoverageQuestion
) -> pd.DataFrame:
    """Two shares (%) for each kecamatan inside question.dalam, NaN where not known; MAPPING_COLUMNS.

    terpetakan: of the people of the month known for the kecamatan or its desa, those known for a desa. penyebut: of
    its potensi in the year that counts, what is no estimate.
    """
    scope = area_scope(reference, tingkat="kecamatan", dalam=question.dalam)
    people = disjoint_participants(
        kepesertaan, reference=reference, scope=scope, since=question.bulan, until=question.bulan
    )
    mapped = nw.col("kode_wilayah").str.len_chars() > scope.code_length
    known = _share(people, "peserta_aktif", when=mapped, code_length=scope.code_length)
    potential = read_potential(potensi, reference=reference, until=question.bulan, basis=question.basis)
    of_year = scope.keep_inside(lazy(potensi)).filter(
        (nw.col("basis") == potential.basis)
        & (nw.col("tahun") == (potential.year_of(question.bulan) or 0))
        & (nw.col("kode_wilayah").str.len_chars() >= scope.code_length)
    )
    measured = _share(of_year, "jumlah", when=~nw.col("estimasi"), code_length=scope.code_length)
    rows = [(kode, known.get(kode), measured.get(kode)) for kode in scope.shown]
    return pd.DataFrame(rows, columns=list(MAPPING_COLUMNS)).astype(MAPPING_COLUMNS)


def grade_areas(
    reporting: pd.DataFrame, checks: pd.DataFrame, mapping: pd.DataFrame, *, reference: Reference
) -> pd.DataFrame:
    """The four shares (%), the score and the letter of each kecamatan of `mapping`, the lowest score first; COLUMNS.

    lengkap: months in which its desa reported (rows of measure_reporting for all segments). wajar: desa that no
    check (rows of measure_checks) concerns, missing reports aside, which are counted already.
    """
    concerned = set(checks.loc[checks["pemeriksaan"] != NOT_REPORTED, "kode_wilayah"])
    weights = {code: float(str(weight)) for code, weight in _weights(reference).items()}
    rows = []
    for kode, mapped, measured in mapping.itertuples(index=False):
        mine = reporting[reporting["induk"] == kode]
        desa = reference.desa_of(kode)
        shares = {
            "lengkap": _percent(int((mine["keadaan"] != SILENT).sum()), len(mine)),
            "terpetakan": None if pd.isna(mapped) else float(mapped),
            "wajar": _percent(sum(code not in concerned for code in desa), len(desa)),
            "penyebut": None if pd.isna(measured) else float(measured),
        }
        score = weighted_score({code: shares[name] for code, name in PARTS.items()}, weights)
        rows.append(
            {"kode_wilayah": kode, "wilayah": reference.area_name(kode)}
            | shares
            | {"nilai": score, "huruf": letter_of(score, reference)}
        )
    frame = pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)
    return frame.sort_values(["nilai", "wilayah"], ignore_index=True)


def weighted_score(shares: Mapping[str, float | None], weights: Mapping[str, float]) -> float | None:
    """The mean of the known shares (0–100) by their weights; None when none is known."""
    known = {code: share for code, share in shares.items() if share is not None and weights[code]}
    total = sum(weights[code] for code in known)
    return sum(weights[code] * share for code, share in known.items()) / total if total else None


def letter_of(score: float | None, reference: Reference) -> str:
    """A, B, C or D by the steps of the reference; "" for no score."""
    if score is None:
        return ""
    return next(
        (letter for letter in LETTERS if score >= reference.threshold(f"MUTU_{letter}")),
        LOWEST,
    )


def _weights(reference: Reference) -> dict[str, str]:
    table = reference.table("bobot_mutu")
    return dict(zip(table["kode"], table["bobot"], strict=True))


def _percent(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


def _share(frame: nw.LazyFrame, value: str, *, when: nw.Expr, code_length: int) -> dict[str, float]:
    """Per area of that code length the share (%) of `value` in the rows `when` holds."""
    area = nw.col("kode_wilayah").str.slice(0, code_length)
    zero = nw.lit(0).cast(nw.Int64)
    parts = frame.with_columns(
        nw.when(when).then(nw.col(value)).otherwise(zero).alias("bagian"), area.alias("kode_wilayah")
    )
    sums = collect(add_up(parts, "bagian", value, by=["kode_wilayah"]), sort_by=["kode_wilayah"])
    columns = (sums[name].tolist() for name in ("kode_wilayah", "bagian", value))
    return {kode: 100 * part / whole for kode, part, whole in zip(*columns, strict=True) if whole}

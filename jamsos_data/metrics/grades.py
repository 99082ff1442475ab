"""How far the data of a kecamatan can be trusted: one score from 0 to 100 and a letter.

The score is the weighted mean of four shares. Their weights, with reasons, are the reference table bobot_mutu, the
steps between the letters stand in ambang. A share that is not known (no potensi, nobody who could be mapped, nothing
that could be checked) leaves the mean, and the others keep their proportions.
"""

from __future__ import annotations

from collections.abc import Mapping

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.checks import NOT_MAPPED, NOT_REPORTED
from jamsos_data.metrics.denominators import read_potential
from jamsos_data.metrics.frames import add_up, collect, lazy
from jamsos_data.metrics.participants import disjoint_participants
from jamsos_data.metrics.questions import CONSTRUCTION, CoverageQuestion
from jamsos_data.metrics.reporting import REPORTED, SILENT
from jamsos_data.reference import Reference

PARTS = {"LENGKAP": "lengkap", "TERPETAKAN": "terpetakan", "WAJAR": "wajar", "PENYEBUT": "penyebut"}
LETTERS = ("A", "B", "C")
LOWEST = "D"
MAPPING_COLUMNS = {"kode_wilayah": "str", "orang": "int64", "di_desa": "int64", "penyebut": "float64"}
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
    """Who is mapped to a desa, for each kecamatan inside question.dalam and for the regency itself; MAPPING_COLUMNS.

    orang: people of the month stated for the kecamatan or its desa (of the regency: for it only), without jasa
    konstruksi, which is known for the regency by its nature; di_desa: those stated for a desa. penyebut: the share (%)
    of the potensi in the year that counts that is no estimate, NaN where none is known.
    """
    scope = area_scope(reference, tingkat="kecamatan", dalam=question.dalam)
    people = disjoint_participants(
        kepesertaan, reference=reference, scope=scope, since=question.bulan, until=question.bulan
    )
    tree = reference.segmen_tree
    construction = tree.descendants(CONSTRUCTION) if CONSTRUCTION in tree else ()
    counted = people.filter(~nw.col("segmen").is_in(list(construction)))
    mapped = nw.col("kode_wilayah").str.len_chars() > scope.code_length
    known = _parts(counted, "peserta_aktif", when=mapped, code_length=scope.code_length)
    potential = read_potential(potensi, reference=reference, until=question.bulan, basis=question.basis)
    of_year = scope.keep_inside(lazy(potensi)).filter(
        (nw.col("basis") == potential.basis)
        & (nw.col("tahun") == (potential.year_of(question.bulan) or 0))
        & (nw.col("kode_wilayah").str.len_chars() >= scope.code_length)
    )
    measured = _parts(of_year, "jumlah", when=~nw.col("estimasi"), code_length=scope.code_length)
    areas = [*scope.shown, *([reference.kabupaten] if question.dalam is None else [])]
    rows = [
        (kode, whole, part, _percent(*measured.get(kode, (0, 0))))
        for kode in areas
        for part, whole in [known.get(kode, (0, 0))]
    ]
    return pd.DataFrame(rows, columns=list(MAPPING_COLUMNS)).astype(MAPPING_COLUMNS)


def grade_areas(
    reporting: pd.DataFrame, checks: pd.DataFrame, mapping: pd.DataFrame, *, reference: Reference
) -> pd.DataFrame:
    """The four shares (%), the score and the letter of each kecamatan of `mapping`, the lowest score first; COLUMNS.

    lengkap: desa and months with figures, in that of the kecamatan as a whole, too (rows of measure_reporting for all
    segments). terpetakan: people known for a desa. wajar: of those who stated something (the desa that reported in the
    newest month, the kecamatan where it has people of its own) or whom a check (rows of measure_checks) concerns,
    those whom none does; missing reports and mapping are counted already.
    """
    concerned = set(checks.loc[~checks["pemeriksaan"].isin([NOT_REPORTED, NOT_MAPPED]), "kode_wilayah"])
    newest = reporting[reporting["periode"] == reporting["periode"].max()]
    stating = set(newest.loc[newest["keadaan"] == REPORTED, "kode_wilayah"])
    stating |= set(mapping.loc[mapping["orang"] > mapping["di_desa"], "kode_wilayah"])
    weights = {code: float(str(weight)) for code, weight in _weights(reference).items()}
    rows = []
    for kode, people, mapped, measured in mapping.itertuples(index=False):
        if reference.area_level(kode) == "kabupaten":
            continue
        mine = reporting[reporting["induk"] == kode]
        judged = (stating | concerned) & {kode, *reference.desa_of(kode)}
        shares = {
            "lengkap": _percent(int((mine["keadaan"] != SILENT).sum()), len(mine)),
            "terpetakan": _percent(mapped, people),
            "wajar": _percent(len(judged - concerned), len(judged)),
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


def mapped_share(mapping: pd.DataFrame) -> float | None:
    """The share (%) of all people of `mapping` whose desa is known; None without people."""
    return _percent(int(mapping["di_desa"].sum()), int(mapping["orang"].sum()))


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


def _parts(frame: nw.LazyFrame, value: str, *, when: nw.Expr, code_length: int) -> dict[str, tuple[int, int]]:
    """Per area of that code length (or a coarser one) the sum of `value` in the rows `when` holds, and in all rows."""
    area = nw.col("kode_wilayah").str.slice(0, code_length)
    zero = nw.lit(0).cast(nw.Int64)
    parts = frame.with_columns(
        nw.when(when).then(nw.col(value)).otherwise(zero).alias("bagian"), area.alias("kode_wilayah")
    )
    sums = collect(add_up(parts, "bagian", value, by=["kode_wilayah"]), sort_by=["kode_wilayah"])
    columns = (sums[name].tolist() for name in ("kode_wilayah", "bagian", value))
    return {kode: (int(part), int(whole)) for kode, part, whole in zip(*columns, strict=True)}

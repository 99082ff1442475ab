"""Packages below JKK + JKM: whoever is registered must have at least both (UMKM owners for their workers, too)."""

from __future__ import annotations

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.estimates import only_asked
from jamsos_data.metrics.frames import add_up, collect
from jamsos_data.metrics.participants import disjoint_participants
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference

LEAST = ("JKK", "JKM")
COLUMNS = {
    "kode_wilayah": "str",
    "wilayah": "str",
    "segmen": "str",
    "sumber_dana": "str",
    "program": "str",
    "kurang": "str",
    "peserta_aktif": "int64",
}


def measure_small_packages(
    kepesertaan: IntoFrame, *, reference: Reference, question: PremiumQuestion
) -> pd.DataFrame:
    """People of question.bulan whose package lacks JKK or JKM, where they are known; see COLUMNS.

    kurang: the programmes that are missing, joined by ";". peserta_aktif: people, disjoint. Most people first.
    Raises ValueError for an unknown area, segment or funding source.
    """
    scope = area_scope(reference, tingkat="desa", dalam=question.dalam)
    month = question.bulan
    people = disjoint_participants(kepesertaan, reference=reference, scope=scope, since=month, until=month)
    asked = only_asked(people, reference=reference, question=question)
    keys = ["kode_wilayah", "segmen", "sumber_dana", "program"]
    rows = collect(add_up(asked, "peserta_aktif", by=keys), sort_by=keys)
    lacking = packages_lacking(reference)
    found = rows[rows["program"].isin(list(lacking)) & (rows["peserta_aktif"] > 0)]
    found = found.assign(
        wilayah=[reference.area_name(kode) for kode in found["kode_wilayah"]],
        kurang=found["program"].map(lacking),
    )
    ordered = found.sort_values(["peserta_aktif", *keys], ascending=[False] + [True] * 4, ignore_index=True)
    return ordered[list(COLUMNS)].astype(COLUMNS)


def packages_lacking(reference: Reference) -> dict[str, str]:
    """Package → the programmes of LEAST that it lacks; those that have both are not named."""
    table = reference.table("program")
    parts = {
        str(kode): set(str(components).split("|"))
        for kode, components in zip(table["kode"], table["komponen"], strict=True)
    }
    missing = {kode: ";".join(one for one in LEAST if one not in held) for kode, held in parts.items()}
    return {kode: codes for kode, codes in missing.items() if codes}

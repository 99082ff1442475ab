"""How much of a pagu is paid, where the pagu and the money stand at different funding sources.

A pagu may be stated for a source with others in it (APBD_KAB) while the money is paid from one of those (DBHCHT
sits inside the APBD). So a pagu is measured against its own source and the sources in it that have no pagu of their
own: every source belongs to the nearest pagu at or above it, and to one only, so that no rupiah counts twice.
A pagu whose source is not stated (the root of the tree) is no other source's: employers do not spend it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from jamsos_data.reference.code_tree import CodeTree

MONTHS_OF_A_YEAR = 12
_GATHERED = {
    "realisasi": "realisasi_pagu",
    "peserta_aktif": "peserta_pagu",
    "iuran_sebulan": "iuran_pagu",
    "tanpa_tarif": "tanpa_tarif_pagu",
    "di_muka": "di_muka_pagu",
}
ENDS_EARLY = "PAGU_HABIS"  # in catatan
NEVER_BUDGETED = ("SWASTA", "MANDIRI")  # employers, CSR, SERTAKAN and people who pay for themselves


@dataclass(frozen=True, kw_only=True)
class Absorption:
    """All pagu together: their number, Rp granted, Rp paid from them and its share (None: nothing is known paid)."""

    banyak: int
    pagu: int
    realisasi: int | None
    persen: float | None


def add_budget_holders(rows: pd.DataFrame, *, tree: CodeTree) -> pd.DataFrame:
    """`rows` (one per kode_wilayah and sumber_dana) with the pagu that pays each, and what that pagu pays in all.

    Added: pemegang_pagu (source whose pagu it is, "" for none) and, on the rows with a pagu only, so that they may
    be added: realisasi_pagu, iuran_pagu, di_muka_pagu (Rp), peserta_pagu, tanpa_tarif_pagu (orang), each Int64 and
    NA = unknown.
    """
    granted = rows["pagu"].notna()
    places = list(zip(rows["kode_wilayah"], rows["sumber_dana"], strict=True))
    holding = {place for place, has_pagu in zip(places, granted, strict=True) if has_pagu}
    holders = [budget_holder(area, source, holding, tree) for area, source in places]
    held = rows.assign(pemegang_pagu=pd.array(holders, dtype="str"))
    keys = ["kode_wilayah", "pemegang_pagu"]
    sums = held.groupby(keys)[list(_GATHERED)].sum(min_count=1).rename(columns=_GATHERED).reset_index()
    gathered = held.merge(sums, on=keys, how="left")
    own = granted.to_numpy(dtype=bool)
    return gathered.assign(**{name: gathered[name].where(own) for name in _GATHERED.values()})


def by_budget(sources: pd.DataFrame) -> pd.DataFrame:
    """Rows of measure_premiums gathered by pagu: one for each pagu, and each source outside any pagu as it is.

    The columns keep their names; in the row of a pagu realisasi, peserta_aktif, iuran_sebulan, di_muka and
    estimasi_setahun hold what the pagu pays in all. Rows are disjoint, and realisasi adds up to that of `sources`.
    Other sums (estimasi, estimasi_dibayar and what is derived from them) stay those of the source itself.
    """
    budgets = sources[sources["pagu"].notna()]
    whole = budgets.assign(
        realisasi=budgets["realisasi_pagu"],
        peserta_aktif=budgets["peserta_pagu"],
        iuran_sebulan=budgets["iuran_pagu"],
        di_muka=budgets["di_muka_pagu"],
        estimasi_setahun=budgets["iuran_pagu"] * MONTHS_OF_A_YEAR,
    )
    return pd.concat([whole, sources[sources["pemegang_pagu"] == ""]]).sort_index()


def without_budget(sources: pd.DataFrame, *, tree: CodeTree) -> pd.Series:
    """Which rows of measure_premiums are of payers that have no pagu by their nature (and none was stated)."""
    never = {code for top in NEVER_BUDGETED if top in tree for code in tree.descendants(top)} | {tree.root}
    return (sources["pemegang_pagu"] == "") & sources["sumber_dana"].isin(never)


def total_absorption(sources: pd.DataFrame) -> Absorption:
    """Rp paid from all pagu ÷ the pagu, of rows of measure_premiums; money outside any pagu is left out."""
    budgets = sources[sources["pagu"].notna()]
    pagu, paid = int(budgets["pagu"].sum()), budgets["realisasi_pagu"].dropna()
    realisasi = int(paid.sum()) if len(paid) else None
    persen = None if realisasi is None or pagu == 0 else 100 * realisasi / pagu
    return Absorption(banyak=len(budgets), pagu=pagu, realisasi=realisasi, persen=persen)


def ends_early(row: Any) -> bool:
    """Whether the pagu of a row of measure_premiums does not last to December."""
    return ENDS_EARLY in row.catatan.split(";")


def budget_holder(area: str, source: str, holding: set[tuple[str, str]], tree: CodeTree) -> str:
    """The nearest source at or above `source` with a pagu in `area`; "" for none. `holding`: the places with one."""
    return next((code for code in sources_above(source, tree) if (area, code) in holding), "")


def sources_above(source: str, tree: CodeTree) -> tuple[str, ...]:
    """The sources whose pagu may pay `source`, nearest first: itself and those above it but the root."""
    return (source, *(code for code in tree.ancestors(source) if code != tree.root))

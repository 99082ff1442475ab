"""What is noted of the money of a funding source: a pagu too small, ending, overdrawn, or not comparable."""

from __future__ import annotations

import pandas as pd

from jamsos_data.metrics.absorption import MONTHS_OF_A_YEAR
from jamsos_data.metrics.last_year import may_be_of_last_year
from jamsos_data.reference import Reference

TOLERANCE_PERCENT = 5.0
NOTES = (
    "SISA_INDUK",
    "PAGU_KURANG",
    "PAGU_BULAN_LALU",
    "PAGU_BERLEBIH",
    "PAGU_HABIS",
    "SERAPAN_LEBIH",
    "ESTIMASI_BERBEDA",
    "PAGU_SEGMEN_LEBIH_LUAS",
    "PAGU_WILAYAH_LEBIH_LUAS",
)


def note_premiums(rows: pd.DataFrame, *, reference: Reference, tolerance_percent: float) -> list[str]:
    """The `catatan` of each row: what it holds already, and the NOTES that apply.

    `rows`: those of measure_premiums before their notes, with the columns of measure_lasting.
    """
    tree = reference.sumber_tree
    inner = set(tree.codes) - set(tree.leaves)
    priced = rows["tanpa_tarif_pagu"] == 0
    yearly = (rows["iuran_pagu"] * MONTHS_OF_A_YEAR).where(priced)
    # Of the months until now the pagu has paid what is known, or each that last year's did not.
    until_now = rows[["sejak_januari", "realisasi_pagu"]].max(axis=1)
    short = rows["pagu"] < (until_now + rows["kewajiban_pagu"]).where(priced)
    untold = may_be_of_last_year(rows)
    apart = rows["selisih_estimasi"].abs() * 100 > rows["estimasi_dibayar"] * tolerance_percent
    applying = (
        rows["sumber_dana"].isin(inner),
        short & ~untold,
        short & untold,
        (rows["pagu"] - yearly) * 100 > yearly * reference.threshold("PAGU_BERLEBIH"),
        rows["cukup_sampai"].dt.month < MONTHS_OF_A_YEAR,
        rows["realisasi_pagu"] > rows["pagu"],
        apart,
        rows["lebih_luas"],
        rows["pagu_di"] != "",
    )
    notes = rows["catatan"].tolist()
    for code, applies in zip(NOTES, applying, strict=True):
        hits = applies.fillna(False).tolist()
        notes = [
            ";".join(filter(None, (note, code if hit else ""))) for note, hit in zip(notes, hits, strict=True)
        ]
    return notes

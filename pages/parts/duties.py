"""The duties of Inpres 2/2021 that are not numbers, and the enterprises: rows of small data sets for the page."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pages.parts import figures
from pages.parts.state import Selection

UNREPORTED = "tanpa_laporan"


@dataclass(frozen=True, kw_only=True)
class Enterprises:
    """Enterprises known and registered, and the workers of those registered, in one year. Never added up."""

    tahun: int
    terdata: int
    terdaftar: int
    pekerja: int | None


def duty_rows(selection: Selection) -> pd.DataFrame:
    """Every duty in the order of the reference, for the area looked at or the nearest above it that reports.

    Columns: butir, status (UNREPORTED where nobody reports), tanggal (day or NaT), dokumen.
    """
    stored = figures.stored_rows(selection.snapshot, "tindak_lanjut")
    reported = stored[stored["kode_wilayah"].isin(_upwards(selection))]
    nearest = reported.sort_values("kode_wilayah").drop_duplicates("butir", keep="last").set_index("butir")
    order = list(selection.reference.codes("butir_inpres"))
    rows = nearest.reindex(pd.Index(order, name="butir")).reset_index()
    filled = rows.assign(status=rows["status"].fillna(UNREPORTED), dokumen=rows["dokumen"].fillna(""))
    return filled[["butir", "status", "tanggal", "dokumen"]]


def enterprises(selection: Selection) -> Enterprises | None:
    """The newest year of `umkm` up to the month looked at, summed inside the area; None without data."""
    stored = figures.stored_rows(selection.snapshot, "umkm")
    area = selection.kecamatan or selection.wilayah
    inside = stored["kode_wilayah"].str.startswith(area)
    rows = stored[inside & (stored["tahun"] <= selection.month.year)]
    if rows.empty:
        return None
    newest = rows[rows["tahun"] == rows["tahun"].max()]
    workers = newest["pekerja_terdaftar"].sum(min_count=1)
    return Enterprises(
        tahun=int(newest["tahun"].iloc[0]),
        terdata=int(newest["usaha_terdata"].sum()),
        terdaftar=int(newest["usaha_terdaftar"].sum()),
        pekerja=None if pd.isna(workers) else int(workers),
    )


def _upwards(selection: Selection) -> list[str]:
    """The area looked at and those above it: their codes begin its code."""
    parts = selection.wilayah.split(".")
    return [".".join(parts[: end + 1]) for end in range(1, len(parts))]

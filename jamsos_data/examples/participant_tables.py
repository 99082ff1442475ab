"""Rows of participants as the tables that people type: months across, or one row per key."""

from typing import Final

import pandas as pd

from jamsos_data.examples.shapes import (
    DESA,
    KABUPATEN,
    KECAMATAN,
    MonthStyle,
    months_as_columns,
    months_as_text,
    with_area_names,
)
from jamsos_data.reference import Reference

TITLE: Final = "PESERTA AKTIF BPJS KETENAGAKERJAAN"
HEADERS: Final = {
    "periode": "Bulan",
    "kode_wilayah": "Kode Wilayah",
    "segmen": "Segmen",
    "sumber_dana": "Sumber Dana",
    "program": "Paket",
    "peserta_aktif": "Peserta Aktif",
    "lunas_sampai": "Lunas s.d.",
}


def wide_months(
    rows: pd.DataFrame, reference: Reference, style: MonthStyle
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One column per month: the rows of the whole regency, and those of the villages."""
    named = with_area_names(rows.drop(columns="lunas_sampai"), reference)
    wide = months_as_columns(named, "peserta_aktif", style).rename(columns=HEADERS)
    unmapped = wide[KECAMATAN] == ""
    return wide.loc[unmapped], wide.loc[~unmapped]


def months_of(wide: pd.DataFrame) -> tuple[str, ...]:
    """The headers of a wide table that are months."""
    what = (KABUPATEN, KECAMATAN, DESA, *HEADERS.values())
    return tuple(name for name in wide.columns if name not in what)


def long_table(
    rows: pd.DataFrame, reference: Reference, style: MonthStyle, *, paid_until: bool = False
) -> pd.DataFrame:
    """One row per key with names of areas and months as typed."""
    chosen = rows if paid_until else rows.drop(columns="lunas_sampai")
    table = with_area_names(chosen, reference).rename(columns=HEADERS)
    for name in ("Bulan", *(["Lunas s.d."] if paid_until else [])):
        table[name] = months_as_text(table[name], style)
    return table

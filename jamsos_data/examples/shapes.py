"""Canonical rows of the example turned into the shapes that officials type: names for codes, months as words or
columns, segments as columns, thousands points, `Rp 16.800,-`.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final, Literal

import pandas as pd

from jamsos_data.formats import format_count, format_month
from jamsos_data.reference import Reference

MonthStyle = Literal["words", "short", "digits", "key"]

KABUPATEN: Final = "Kabupaten"
KECAMATAN: Final = "Kecamatan"
DESA: Final = "Desa/Kelurahan"


def write_month(month: datetime, style: MonthStyle) -> str:
    """One month as typed: `September 2026`, `Sep-26`, `09-2026` or `2026-09`."""
    match style:
        case "words":
            return format_month(month)
        case "short":
            return f"{format_month(month, short=True).split()[0]}-{month:%y}"
        case "digits":
            return f"{month:%m-%Y}"
        case "key":
            return f"{month:%Y-%m}"


def months_as_text(months: pd.Series, style: MonthStyle) -> pd.Series:
    """A column of months as typed; a missing month is an empty cell."""
    texts = {month: write_month(month, style) for month in months.dropna().unique()}
    return months.map(texts).fillna("")


def grouped_digits(numbers: pd.Series) -> pd.Series:
    """Whole numbers as text with thousands points: `223.396`."""
    return _each(numbers, lambda number: format_count(number))


def rupiah_text(numbers: pd.Series) -> pd.Series:
    """Whole rupiah as treasurers type them: `Rp 16.800,-`."""
    return _each(numbers, lambda number: f"Rp {format_count(number)},-")


def _each(numbers: pd.Series, write: Callable[[int], str]) -> pd.Series:
    texts = {number: write(int(number)) for number in numbers.unique()}
    return numbers.map(texts)


def with_area_names(rows: pd.DataFrame, reference: Reference) -> pd.DataFrame:
    """Replace kode_wilayah by Kabupaten, Kecamatan and Desa/Kelurahan, "" where the row stands above them."""
    codes = rows["kode_wilayah"].unique()
    kecamatan = {kode: _name_at(kode, "kecamatan", reference) for kode in codes}
    desa = {kode: _name_at(kode, "desa", reference) for kode in codes}
    named = rows.drop(columns="kode_wilayah")
    named.insert(0, DESA, rows["kode_wilayah"].map(desa))
    named.insert(0, KECAMATAN, rows["kode_wilayah"].map(kecamatan))
    named.insert(0, KABUPATEN, reference.area_name(reference.kabupaten))
    return named


def _name_at(kode: str, level: Literal["kecamatan", "desa"], reference: Reference) -> str:
    if reference.area_level(kode) == level:
        return reference.area_name(kode)
    below = level == "kecamatan" and reference.area_level(kode) == "desa"
    return reference.area_name(reference.parent_area(kode)) if below else ""


def months_as_columns(rows: pd.DataFrame, value: str, style: MonthStyle) -> pd.DataFrame:
    """One column per month of `periode` holding `value` ("" for none); other columns say what the row is."""
    keys = [name for name in rows.columns if name not in ("periode", value)]
    wide = rows.pivot(index=keys, columns="periode", values=value)
    headers = months_as_text(wide.columns.to_series(), style)
    return _empty_for_missing(wide.set_axis(headers, axis=1)).reset_index()


def segments_as_columns(rows: pd.DataFrame, headers: Mapping[str, str]) -> pd.DataFrame:
    """One column per segment, under the headers given by segment; other columns say what the row is."""
    keys = [name for name in rows.columns if name not in ("segmen", "peserta_aktif")]
    wide = rows.pivot(index=keys, columns="segmen", values="peserta_aktif")
    return _empty_for_missing(wide[list(headers)].rename(columns=dict(headers))).reset_index()


def _empty_for_missing(wide: pd.DataFrame) -> pd.DataFrame:
    return wide.astype("Int64").astype(object).where(wide.notna(), "")


def numbered(table: pd.DataFrame) -> pd.DataFrame:
    """Put the running number `No` in front, as every official list has it."""
    result = table.reset_index(drop=True)
    result.insert(0, "No", range(1, len(result) + 1))
    return result


def code_names(codes: pd.Series, table: str, reference: Reference) -> pd.Series:
    """Codes of a reference table as people call them: `Pendapatan asli desa` for PADES."""
    return codes.map({code: reference.name_of(table, code) for code in codes.unique()})


def of_segments(rows: pd.DataFrame, segmen: Sequence[str]) -> pd.DataFrame:
    """The rows of the given segments."""
    return rows.loc[rows["segmen"].isin(segmen)]

"""Recaps against what they sum: sheets named so ("Rekap", "Total"), and tables above or beneath the details.

A recap is never added. Where all its sums are those of the other sheets nobody has to look at it; each difference is
told with both numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from jamsos_data.dataset_columns import Text
from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.report import FindingLog
from jamsos_data.intake.shown import show, show_list

_AREA = "kode_wilayah"
_CLAIMS_NOTHING = frozenset(["", "SEMUA", "TIDAK_DIRINCI"])
# What is said of sheets that agree and differ, and of tables beside the details on one sheet.
SHEET_CODES = ("LEMBAR_REKAP_COCOK", "LEMBAR_REKAP_BERBEDA")
TABLE_CODES = ("TABEL_REKAP_COCOK", "TABEL_REKAP_BERBEDA")
# What a recap says wrongly of itself is worth knowing too.
_OWN_SLIPS = ("TOTAL_TIDAK_COCOK", "TOTAL_BARIS_TIDAK_COCOK", "INDUK_WILAYAH_TIDAK_COCOK")


def note_recap(
    recap: pd.DataFrame,
    details: pd.DataFrame,
    data: Dataset,
    context: CheckContext,
    *,
    own: FindingLog,
    codes: tuple[str, str] = SHEET_CODES,
) -> bool:
    """Compare the long rows of a recap with those taken of what it sums; whether they could be compared.

    `own` holds what was found while reading the recap. It cannot be compared where its areas or numbers are unclear.
    """
    measures = _measures_in_both(recap, details, data)
    unclear = any(found.severity is Severity.ERROR and found.row is not None for found in own.findings)
    if unclear or data.value_column not in measures or recap.empty or details.empty:
        return False
    context.log.extend(found for found in own.findings if found.code in _OWN_SLIPS)
    sheet = str(recap["_sheet"].iloc[0])
    recap = recap.assign(**{_AREA: recap[_AREA].replace("", context.reference.kabupaten)})
    keys = [name for name in data.key if name != _AREA and _is_told(recap, name) and name in details]
    month = Text("", "")
    sums = _sums(recap, details, keys, measures)
    if _differences(sums, measures).any():
        for of_month in _months_of(recap, details, data):
            sums = _sums(recap, of_month, keys, measures)
            if not _differences(sums, measures).any():
                month = _named_month(of_month, data, context)
                break
    different = _differences(sums, measures)
    if not different.any():
        row = int(recap["_row"].min()) if codes is TABLE_CODES else None
        context.log.add(codes[0], Severity.INFO, sheet=sheet, row=row, n=len(sums), month=month)
        return True
    varying = [name for name in keys if sums[name].nunique() > 1]
    for position, place in enumerate(sums.index):
        for name, differs in zip(measures, different[position], strict=True):
            if differs:
                _note(sums.loc[place], name, varying, data, context, sheet=sheet, code=codes[1])
    return True


def _measures_in_both(recap: pd.DataFrame, details: pd.DataFrame, data: Dataset) -> list[str]:
    return [
        column.name
        for column in data.columns_of(ColumnKind.COUNT, ColumnKind.RUPIAH)
        if column.name in recap and column.name in details and column.name != "bulan_dibayar"
    ]


def _differences(sums: pd.DataFrame, measures: list[str]) -> np.ndarray:
    return sums[[f"{name}:recap" for name in measures]].to_numpy() != sums[measures].to_numpy()


def _months_of(recap: pd.DataFrame, details: pd.DataFrame, data: Dataset) -> list[pd.DataFrame]:
    """The details of each month that a recap without months may tell of people, who are no sum of several months; the
    latest stands last, as the one to name differences from.
    """
    period = str(data.period_column)
    is_stock = data.column(data.value_column).kind is ColumnKind.COUNT
    if not is_stock or period not in details or _is_told(recap, period) or details[period].nunique() < 2:
        return []
    return [details[details[period] == month] for month in sorted(details[period].unique())]


def _named_month(of_month: pd.DataFrame, data: Dataset, context: CheckContext) -> Text:
    period = str(data.period_column)
    month = show(of_month[period].iloc[0], data.column(period), context.reference)
    return Text(id=f" ({month.id})", en=f" ({month.en})")


def _is_told(recap: pd.DataFrame, name: str) -> bool:
    """Whether a recap says a key for all its rows; what it does not say it sums over."""
    return name in recap and bool(recap[name].notna().all()) and not set(recap[name]) <= _CLAIMS_NOTHING


def _sums(
    recap: pd.DataFrame, details: pd.DataFrame, keys: Sequence[str], measures: list[str]
) -> pd.DataFrame:
    """By area of the recap and its keys: its numbers (`:recap`), `_row` of one of them, and the sums of the details.

    A village without an area in the recap stands under its kecamatan.
    """
    areas = set(recap[_AREA])
    within = {code: _area_within(code, areas) for code in details[_AREA].unique()}
    by = [_AREA, *keys]
    numbers = details.assign(**{_AREA: details[_AREA].map(within)}).groupby(by)[measures].sum()
    printed = recap.groupby(by).agg(
        **{f"{name}:recap": (name, "sum") for name in measures}, _row=("_row", "min")
    )
    return printed.join(numbers, how="outer").fillna(0).reset_index()


def _area_within(code: str, areas: set[str]) -> str:
    parts = code.split(".")
    above = [".".join(parts[:count]) for count in range(len(parts), 1, -1)]
    return next((area for area in above if area in areas), ".".join(parts[:3]))


def _note(
    sums: pd.Series,
    measure: str,
    varying: list[str],
    data: Dataset,
    context: CheckContext,
    *,
    sheet: str,
    code: str,
) -> None:
    named = [show(sums[name], data.column(name), context.reference) for name in (_AREA, *varying)]
    printed, summed = int(sums[f"{measure}:recap"]), int(sums[measure])
    context.log.add(
        code, Severity.WARNING, sheet=sheet, row=int(sums["_row"]) or None, value=str(printed),
        what=show_list(named), printed=printed, summed=summed, difference=printed - summed,
    )  # fmt: skip

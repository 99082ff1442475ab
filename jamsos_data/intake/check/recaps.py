"""Rows of one sheet that sum rows of the other sheets: never added on top of what they sum."""

from __future__ import annotations

import pandas as pd

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.report import FindingLog

_LEVELS = (2, 1)  # dots in the code: kecamatan first, then the regency, which may sum what is left


def find_recaps(long: pd.DataFrame, data: Dataset, log: FindingLog) -> pd.Series:
    """Which rows must go because rows inside their area, of the same other keys, stand on other sheets.

    A row that equals their sum is a recap (INFO). One that differs is an error, and is added only when
    REKAP_TIDAK_COCOK is accepted: then it is what is not mapped to the finer areas. Potensi of a wider area
    contains that of its parts and both stay.
    """
    left_out = pd.Series(False, index=long.index)
    measures = [
        column.name
        for column in data.columns_of(ColumnKind.COUNT, ColumnKind.RUPIAH)
        if column.name in long and column.name != "bulan_dibayar"
    ]
    if data.name == "potensi" or data.value_column not in measures or long["_sheet"].nunique() < 2:
        return left_out
    keys = [name for name in data.key if name in long and name != "kode_wilayah"]
    cell = long.groupby(keys, sort=False, dropna=False).ngroup() if keys else pd.Series(0, index=long.index)
    frame = long[["_sheet", "_row", "kode_wilayah", *measures]].assign(_cell=cell)
    for dots in _LEVELS:
        pairs = _compare(frame[~left_out], dots, measures)
        gone = [_report(pairs.loc[position], measures, data.value_column, log) for position in pairs.index]
        left_out.loc[pairs.index[gone]] = True
    return left_out


def _compare(frame: pd.DataFrame, dots: int, measures: list[str]) -> pd.DataFrame:
    """Rows of areas with `dots`, with the sums of what lies inside them on other sheets (`sum:` columns)."""
    depth = frame["kode_wilayah"].str.count(r"\.")
    inner = frame[depth > dots].assign(
        kode_wilayah=lambda part: part["kode_wilayah"].str.split(".").str[: dots + 1].str.join(".")
    )
    outer = frame[depth == dots].rename_axis("_position").reset_index()
    pairs = outer.merge(inner, on=["_cell", "kode_wilayah"], suffixes=("", ":inner"))
    pairs = pairs[pairs["_sheet"] != pairs["_sheet:inner"]]
    sums = pairs.groupby("_position")[[f"{name}:inner" for name in measures]].sum()
    sums.columns = pd.Index([f"sum:{name}" for name in measures])
    return outer.set_index("_position").join(sums, how="inner")


def _report(pair: pd.Series, measures: list[str], main: str, log: FindingLog) -> bool:
    """Note one pair; whether its row is left out."""
    place = {"sheet": pair["_sheet"], "row": int(pair["_row"])}
    if all(_number(pair[name]) == _number(pair[f"sum:{name}"]) for name in measures):
        log.add("BARIS_REKAP_DITINGGALKAN", Severity.INFO, **place)
        return True
    printed, summed = _number(pair[main]), _number(pair[f"sum:{main}"])
    log.add("REKAP_TIDAK_COCOK", Severity.ERROR, **place, value=str(printed), printed=printed, summed=summed)
    return "REKAP_TIDAK_COCOK" not in log.accepted


def _number(value: object) -> int:
    return 0 if pd.isna(value) else int(value)  # type: ignore[arg-type,call-overload]

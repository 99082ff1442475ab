"""One row per key: exact repeats are taken once, conflicting ones are left out until somebody decides."""

from __future__ import annotations

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.report import FindingLog


def check_keys(long: pd.DataFrame, data: Dataset, log: FindingLog) -> pd.Series:
    """Which rows of `long` must go because another row has their key.

    An exact repeat (same values too) keeps its first row and is a warning. Rows that disagree all go, as an
    error; when KUNCI_BERTENTANGAN is accepted the last of them is kept, which is what the proposal says.
    """
    keys = [name for name in data.key if name in long]
    again = long.duplicated(keys, keep=False)
    if not again.any():
        return pd.Series(False, index=long.index)
    values = [name for name in data.names if name in long]
    exact = long.duplicated(values, keep="first")
    rest = long[again & ~exact]
    conflicting = pd.Series(False, index=long.index)
    conflicting[rest.index] = rest.duplicated(keys, keep=False)
    keep_last = "KUNCI_BERTENTANGAN" in log.accepted
    _report(long, exact & again, keys, "BARIS_KEMBAR", Severity.WARNING, log)
    _report(long, conflicting, keys, "KUNCI_BERTENTANGAN", Severity.ERROR, log)
    if keep_last:
        last = ~rest.duplicated(keys, keep="last")
        conflicting[rest.index[last]] = False
    return exact | conflicting


def _report(
    long: pd.DataFrame, which: pd.Series, keys: list[str], code: str, severity: Severity, log: FindingLog
) -> None:
    if not which.any():
        return
    groups = long.groupby(keys, sort=False, dropna=False)
    first, sheets = groups["_row"].transform("first"), groups["_sheet"].transform("first")
    for position in long.index[which]:
        row = long.loc[position]
        key = ", ".join(_show(row[name]) for name in keys)
        number = int(first[position])
        elsewhere = sheets[position] != row["_sheet"]
        log.add(
            code, severity, sheet=row["_sheet"], row=int(row["_row"]), value=key,
            first=f"{sheets[position]}!{number}" if elsewhere else number,
        )  # fmt: skip


def _show(value: object) -> str:
    return f"{value:%Y-%m}" if isinstance(value, pd.Timestamp) else str(value)

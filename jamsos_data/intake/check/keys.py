"""One row per key: exact repeats are taken once, conflicting ones are left out until somebody decides."""

from __future__ import annotations

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.other_groups import rows_of_other_groups
from jamsos_data.intake.shown import show_list

_CONFLICT = ("KUNCI_BERTENTANGAN", Severity.ERROR)


def check_keys(long: pd.DataFrame, data: Dataset, context: CheckContext) -> pd.Series:
    """Which rows of `long` must go because another row has their key.

    An exact repeat (same values too) keeps its first row and is a warning. Rows that disagree all go, as an
    error; when KUNCI_BERTENTANGAN is accepted the last of them is kept, which is what the proposal says. Those of
    sheets or headings that speak of other people wait in any case: none of them is a correction of the other.
    """
    keys = [name for name in data.key if name in long]
    again = long.duplicated(keys, keep=False)
    if not again.any():
        return pd.Series(False, index=long.index)
    values = [name for name in data.names if name in long]
    apart = rows_of_other_groups(long[again], keys, data, context).reindex(long.index, fill_value=False)
    exact = long.duplicated(values, keep="first") & ~apart
    rest = long[again & ~exact & ~apart]
    conflicting = pd.Series(False, index=long.index)
    conflicting[rest.index] = rest.duplicated(keys, keep=False)
    _report(long, exact & again, data, ("BARIS_KEMBAR", Severity.WARNING), context)
    _report(long, conflicting, data, _CONFLICT, context)
    if "KUNCI_BERTENTANGAN" in context.log.accepted:
        conflicting[rest.index[~rest.duplicated(keys, keep="last")]] = False
    return exact | conflicting | apart


def _report(
    long: pd.DataFrame, which: pd.Series, data: Dataset, kind: tuple[str, Severity], context: CheckContext
) -> None:
    if not which.any():
        return
    keys = [data.column(name) for name in data.key if name in long]
    groups = long.groupby([column.name for column in keys], sort=False, dropna=False)
    first, sheets = groups["_row"].transform("first"), groups["_sheet"].transform("first")
    tables = groups["_table"].transform("first")
    code, severity = kind
    for position in long.index[which]:
        row = long.loc[position]
        key = show_list([context.show(row[column.name], column) for column in keys])
        number = int(first[position])
        elsewhere = sheets[position] != row["_sheet"]
        places = (int(row["_table"]), int(row["_row"])), (int(tables[position]), number)
        columns = context.aside.differing(*places) if code == "BARIS_KEMBAR" else ""
        context.log.add(
            "BARIS_KEMBAR_SEBAGIAN" if columns else code, severity, sheet=row["_sheet"], row=int(row["_row"]),
            value=key.id, key=key, first=f"{sheets[position]}!{number}" if elsewhere else number, columns=columns,
        )  # fmt: skip

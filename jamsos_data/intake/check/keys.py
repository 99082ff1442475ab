"""One row per key: exact repeats are taken once, conflicting ones are left out until somebody decides."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.shown import show_list

_CONFLICT = ("KUNCI_BERTENTANGAN", Severity.ERROR)
_SEGMENTS = "KUNCI_BEDA_SEGMEN"


def check_keys(long: pd.DataFrame, data: Dataset, context: CheckContext) -> pd.Series:
    """Which rows of `long` must go because another row has their key.

    An exact repeat (same values too) keeps its first row and is a warning. Rows that disagree all go, as an
    error; when KUNCI_BERTENTANGAN is accepted the last of them is kept, which is what the proposal says. Those of
    sheets that name different segments wait in any case: none of them is a correction of the other.
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
    apart = _of_other_segments(rest[conflicting[rest.index]], keys, data, context)
    keep_last = "KUNCI_BERTENTANGAN" in context.log.accepted
    _report(long, exact & again, data, ("BARIS_KEMBAR", Severity.WARNING), context)
    _report(long, conflicting & ~apart.reindex(long.index, fill_value=False), data, _CONFLICT, context)
    if keep_last:
        last = ~rest.duplicated(keys, keep="last") & ~apart.reindex(rest.index, fill_value=False)
        conflicting[rest.index[last]] = False
    return exact | conflicting


def _of_other_segments(
    rows: pd.DataFrame, keys: list[str], data: Dataset, context: CheckContext
) -> pd.Series:
    """Which conflicting rows are of sheets that name different segments; told once for these sheets."""
    tree, found = context.reference.segmen_tree, pd.Series(False, index=rows.index)
    named = {
        table: [part for part in context.aside.group_of(int(table)).split(", ") if part in tree]
        for table in rows["_table"].unique()
    }
    told: dict[tuple[str, ...], list[int]] = defaultdict(list)
    segments: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for _, group in rows.groupby(keys, sort=False, dropna=False) if any(named.values()) else ():
        codes = dict.fromkeys(code for table in group["_table"] for code in named[table])
        if len(codes) > 1:
            sheets = tuple(dict.fromkeys(map(str, group["_sheet"])))
            told[sheets] += map(int, group.index)
            segments[sheets] |= codes
    for sheets, which in told.items():
        found.loc[which] = True
        shown = show_list([context.show(code, data.column("segmen")) for code in segments[sheets]])
        context.log.add(
            _SEGMENTS, Severity.ERROR, sheet=sheets[-1], first=sheets[0], n=len(which), segments=shown
        )
        for sheet, own in rows.loc[which].groupby("_sheet", sort=False):
            context.log.leave_out(_SEGMENTS, str(sheet), map(int, own["_row"]))
    return found


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

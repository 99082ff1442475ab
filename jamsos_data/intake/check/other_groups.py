"""Rows of one key whose sheets or headings speak of other people: other segments, or men here and a company there.

None of them corrects another, and where their people may be the same nobody can add them either: they wait.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.sheet_groups import are_unlike, within_group
from jamsos_data.intake.shown import show_list

_SEGMENTS = "KUNCI_BEDA_SEGMEN"
_KINDS = "KUNCI_BEDA_KELOMPOK"


def rows_of_other_groups(
    rows: pd.DataFrame, keys: list[str], data: Dataset, context: CheckContext
) -> pd.Series:
    """Which of some rows, each with another of its key, belong to sheets or headings that speak of other people.

    `rows` have canonical columns, _sheet, _table and _row. Told once for the same sheets.
    """
    found = pd.Series(False, index=rows.index)
    said = groups_of(rows, context)
    if not (said != "").any():
        return found
    told: dict[tuple[str, tuple[str, ...]], list[pd.DataFrame]] = defaultdict(list)
    for _, group in rows.assign(_said=said).groupby(keys, sort=False, dropna=False):
        code = _differ([text for text in dict.fromkeys(group["_said"]) if text], context)
        if code:
            told[code, tuple(dict.fromkeys(map(str, group["_sheet"])))].append(group)
    for (code, sheets), groups in told.items():
        joined = pd.concat(groups)
        found.loc[joined.index] = True
        _tell(code, sheets, joined, data, context)
    return found


def groups_of(rows: pd.DataFrame, context: CheckContext) -> pd.Series:
    """The group of people that each of some rows (with _table and _row) is of by its sheet and the heading above it, ""
    where neither says any.
    """
    aside, reference = context.aside, context.reference
    places = zip(rows["_table"].astype(int), rows["_row"].astype(int), strict=True)
    said = [
        within_group(aside.group_of(table), aside.heading_of(table, row), reference) for table, row in places
    ]
    return pd.Series(said, index=rows.index, dtype="str")


def _differ(said: list[str], context: CheckContext) -> str:
    """The code of what rows of one key that say this are told as; "" where they may correct each other."""
    if len({code for text in said for code in _segments(text, context)}) > 1:
        return _SEGMENTS
    pairs = combinations(said, 2)
    return _KINDS if any(are_unlike(one, other, context.reference) for one, other in pairs) else ""


def _segments(text: str, context: CheckContext) -> list[str]:
    return [part for part in text.split(", ") if part in context.reference.segmen_tree]


def _tell(
    code: str, sheets: tuple[str, ...], rows: pd.DataFrame, data: Dataset, context: CheckContext
) -> None:
    said = [text for text in dict.fromkeys(rows["_said"]) if text]
    if code == _SEGMENTS:
        codes = dict.fromkeys(part for text in said for part in _segments(text, context))
        shown = show_list([context.show(one, data.column("segmen")) for one in codes])
        context.log.add(code, Severity.ERROR, sheet=sheets[-1], first=sheets[0], n=len(rows), segments=shown)
    else:
        groups = "; ".join(text.upper() for text in said)
        context.log.add(code, Severity.ERROR, sheet=sheets[-1], n=len(rows), groups=groups)
    for sheet, own in rows.groupby("_sheet", sort=False):
        context.log.leave_out(code, str(sheet), map(int, own["_row"]))

"""Rows of people of whom no part of an area is known, under several names: all of them are the rest of that area.

"Lain-lain" and "Tidak diketahui" of one kecamatan have one key once somebody agreed that both belong to it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.key_groups import KeyGroups, added_columns
from jamsos_data.intake.check.part_rows import JoinedRows, join_groups

ADDED = "BARIS_TANPA_RINCIAN_DIJUMLAHKAN"


def join_placeless(rows: pd.DataFrame, data: Dataset, context: CheckContext) -> JoinedRows:
    """Add up the rows of one key and table whose `_unmapped` texts all say, each in other words, that no part is known.

    `rows` have canonical columns, _sheet, _table, _row and _unmapped ("" for rows of a known place). Each sum is told.
    """
    if not (rows["_unmapped"] != "").any():
        return JoinedRows.none(rows, added_columns(data, rows))
    alike = KeyGroups.of(rows, data, context)
    names, tables = dict(alike.rows["_unmapped"].items()), dict(alike.rows["_table"].items())
    groups = [
        group
        for group in alike.groups
        if _differ([str(names[row]) for row in group]) and len({tables[row] for row in group}) == 1
    ]
    if not groups:
        return JoinedRows.none(rows, alike.added)
    _tell(rows, groups, data, context)
    return join_groups(rows, groups, alike.added)


def _differ(texts: list[str]) -> bool:
    return all(texts) and len(set(texts)) == len(texts)


def _tell(rows: pd.DataFrame, groups: list[tuple[int, ...]], data: Dataset, context: CheckContext) -> None:
    """One finding for each sheet, area and set of names."""
    told: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for group in groups:
        first: Any = rows.loc[group[0]]
        names = ", ".join(rows.loc[list(group), "_unmapped"])
        told[str(first["_sheet"]), str(first["kode_wilayah"]), names] += group
    for (sheet, area, names), members in told.items():
        context.log.add(
            ADDED, Severity.INFO, sheet=sheet, row=int(str(rows.at[members[0], "_row"])), value=names,
            wilayah=context.show(area, data.column("kode_wilayah")),
            printed=int(rows.loc[members, data.value_column].sum()),
        )  # fmt: skip

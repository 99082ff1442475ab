"""Printed sums over rows of JKK and of JKM: one that is as many as either of them counts the same people once."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from jamsos_data.intake.locate.totals import TotalRow
from jamsos_data.intake.match.people_by_programme import PROTECTING
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.names import normalise


def settle_by_programme(
    found: tuple[TotalRow, ...], numbers: pd.DataFrame, data: pd.DataFrame, mapping: ColumnMap
) -> tuple[TotalRow, ...]:
    """The sums, those that miss their rows but equal those of JKK alone and of JKM alone held against these of JKK.

    `numbers` are the rows that count and `data` the cells as read, both by row number.
    """
    slot = next((slot for slot in mapping.of_role("column") if slot.name == "program"), None)
    if slot is None or all(total.agrees for total in found):
        return found
    programmes = data.loc[numbers.index, slot.position].map(normalise)
    return tuple(total if total.agrees else _settle(total, numbers, programmes) for total in found)


def _settle(total: TotalRow, numbers: pd.DataFrame, programmes: pd.Series) -> TotalRow:
    over = numbers.index.intersection(list(total.over))
    parts = [over[programmes[over] == name] for name in PROTECTING]
    if not all(map(len, parts)) or sum(map(len, parts)) != len(over):
        return total
    once = [
        replace(
            total,
            summed=tuple(int(value) for value in numbers.loc[part].fillna(0).sum()),
            over=frozenset(map(int, part)),
        )
        for part in parts
    ]
    return once[0] if all(one.agrees for one in once) else total

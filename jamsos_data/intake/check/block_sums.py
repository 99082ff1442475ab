"""Sums amid the rows of one key that are those of the rows right above them: "Jumlah Sektor Industri", "Sub Total".

A sum of all rows of its key is left to `whole_rows`, those by sex and age to `people_sums`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.key_groups import KeyGroups
from jamsos_data.intake.check.part_rows import JoinedRows
from jamsos_data.intake.check.part_texts import (
    may_sum_others,
    people_cells,
    sums_others,
    without_sum_words,
)
from jamsos_data.intake.check.wholes import (
    Figures,
    Whole,
    equals,
    is_near,
    tell_slip,
    tell_wholes,
)

_FEWEST = 3


def join_block_sums(rows: pd.DataFrame, data: Dataset, context: CheckContext) -> JoinedRows:
    """Take out rows (canonical columns, _sheet, _table, _row) that sum those right above them and not all of their key.

    One that may be a firm by its name ("Total Jaya") must be acknowledged, where no other one sums a block so.
    """
    alike = KeyGroups.of(rows, data, context)
    if not alike.groups:
        return JoinedRows.none(rows, alike.added)
    figures = alike.figures
    blocks = [find_block_sums(group, alike.names, figures) for group in alike.groups]
    found = _without_firms(blocks, figures)
    right = [whole for whole in found if equals(whole.row, whole.parts, figures)]
    if len(right) > 1:
        right = [replace(whole, by_name=True) for whole in right]
    tell_wholes(rows, right, data, context)
    for slip in (whole for whole in found if not equals(whole.row, whole.parts, figures)):
        tell_slip(rows, slip, data, context)
    gone = pd.Index([whole.row for whole in found], dtype=rows.index.dtype)
    return JoinedRows(rows.drop(gone), rows.index[:0], gone, rows.loc[rows.index[:0], alike.added])


def find_block_sums(
    group: Sequence[int], names: Mapping[int, Mapping[str, str]], figures: Figures
) -> list[Whole]:
    """The rows of a group that sum those above them as far as the sum before, or nearly; none where one sums all
    others.
    """
    if len(group) < _FEWEST or people_cells([names[row] for row in group]) is not None:
        return []
    found: list[Whole] = []
    block: list[int] = []
    above: list[int] = []
    for row in group:
        header = _heads_sum(names[row])
        by_name = bool(header) and sums_others(names[row][header])
        if header and block and _sums_block(row, block, above, figures):
            found.append(Whole(row, tuple(block), header, by_name))
            block = []
        elif by_name:
            block = []
        else:
            block.append(row)
            above.append(row)
    return [] if len(found) == 1 and len(found[0].parts) == len(group) - 1 else found


def _sums_block(row: int, block: Sequence[int], above: Sequence[int], figures: Figures) -> bool:
    """Whether a row sums the block above it, or nearly and not all rows `above`."""
    if equals(row, block, figures):
        return True
    return is_near(row, block, figures) and not equals(row, above, figures)


def _without_firms(groups: Sequence[Sequence[Whole]], figures: Figures) -> list[Whole]:
    """The sums of the groups, where one of them is that of several rows; else without those that may be firms and have
    as many people, or nearly, as the one firm above them.
    """
    every = [whole for group in groups for whole in group]
    is_proven = any(len(whole.parts) > 1 and equals(whole.row, whole.parts, figures) for whole in every)
    return [whole for whole in every if whole.by_name or is_proven or len(whole.parts) > 1]


def _heads_sum(texts: Mapping[str, str]) -> str:
    """The header under which a row begins as a sum does; "" where under none."""
    return next(
        (
            header
            for header, text in texts.items()
            if sums_others(text) or (may_sum_others(text) and not text.startswith(without_sum_words(text)))
        ),
        "",
    )

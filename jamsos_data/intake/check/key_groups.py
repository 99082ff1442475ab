"""Rows of one key: what every look for parts and for sums among them begins with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.part_texts import may_sum_others, without_sum_words
from jamsos_data.intake.check.wholes import Figures, figures_of_rows
from jamsos_data.intake.names import normalise
from jamsos_data.reference import Reference

# Months are counted, too, but those of two payments are no sum.
_NOT_ADDED = frozenset(["bulan_dibayar"])


@dataclass(frozen=True)
class KeyGroups:
    """The `groups` (index of the rows) of one key that differ in figures only; none where nothing counts people or Rp.

    `rows` are all whose key others have, `added` the columns of figures.
    """

    rows: pd.DataFrame
    added: list[str]
    groups: list[tuple[int, ...]]
    context: CheckContext

    @classmethod
    def of(cls, rows: pd.DataFrame, data: Dataset, context: CheckContext) -> KeyGroups:
        """Of `rows` with canonical columns, _sheet, _table and _row."""
        keys = [name for name in data.key if name in rows]
        added = added_columns(data, rows)
        again = rows[rows.duplicated(keys, keep=False)]
        groups = _fitting_groups(again, keys, data, added) if data.value_column in added else []
        return cls(again, added, groups, context)

    @cached_property
    def names(self) -> Mapping[int, Mapping[str, str]]:
        """What the unused columns say of each row, by header."""
        return _names_beside(self.rows, self.context)

    @cached_property
    def figures(self) -> Figures:
        """The figures of each row."""
        return figures_of_rows(self.rows, self.added)

    @cached_property
    def counted(self) -> frozenset[int]:
        """The rows that the printed total of their sheet counts as people."""
        return self.context.aside.counted_rows(self.rows)


def added_columns(data: Dataset, rows: pd.DataFrame) -> list[str]:
    """The columns of figures that are summed where rows are parts of one."""
    columns = data.columns_of(ColumnKind.COUNT, ColumnKind.RUPIAH)
    return [column.name for column in columns if column.name in rows and column.name not in _NOT_ADDED]


def _fitting_groups(
    rows: pd.DataFrame, keys: list[str], data: Dataset, added: list[str]
) -> list[tuple[int, ...]]:
    """The index of each group of rows of one key that differ in figures only, each known of all rows or of none."""
    if rows.empty:
        return []
    number = rows.groupby(keys, sort=False, dropna=False).ngroup()
    others = [name for name in data.names if name in rows and name not in {*added, *keys}]
    fits = pd.Series(True, index=number.unique())
    if others:
        fits &= rows[others].groupby(number).nunique(dropna=False).eq(1).all(axis=1)
    fits &= rows[added].notna().groupby(number).nunique().eq(1).all(axis=1)
    groups: dict[int, list[int]] = defaultdict(list)
    for position, group in zip(rows.index, number, strict=True):
        groups[group].append(int(position))
    fitting = fits[fits].index
    return [tuple(groups[group]) for group in groups if group in fitting]


def _names_beside(rows: pd.DataFrame, context: CheckContext) -> dict[int, dict[str, str]]:
    """By index what the unused columns say of each row, by header; a sum that is named after its area as "jumlah"."""
    areas = {code: _names_of_area(str(code), context.reference) for code in rows["kode_wilayah"].unique()}
    places = zip(rows.index, rows["_table"], rows["_row"], rows["kode_wilayah"], strict=True)
    return {
        int(position): {
            header: "jumlah" if without_sum_words(text) in areas[code] and may_sum_others(text) else text
            for header, text in context.aside.names_of(int(table), int(row)).items()
        }
        for position, table, row, code in places
    }


def _names_of_area(code: str, reference: Reference) -> frozenset[str]:
    """The names of an area and of the kecamatan around it."""
    around = (code, code.rpartition(".")[0])
    return frozenset(normalise(reference.area_name(one)) for one in around if reference.has_area(one))

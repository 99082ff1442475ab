"""Sums among the parts of one area on the table as it stands: "Jumlah" beneath L and P, "Sub Total" beneath companies.

The totals of the table and of wider areas sum the parts, or those of one sex, and never their sums again.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from jamsos_data.datasets import ColumnKind
from jamsos_data.intake.check.aside import AsideCells
from jamsos_data.intake.check.empty_parts import find_empty_parts
from jamsos_data.intake.check.part_texts import said_of_people
from jamsos_data.intake.check.people_sums import find_people_sums
from jamsos_data.intake.check.whole_rows import find_wholes
from jamsos_data.intake.check.wholes import figures_of_rows
from jamsos_data.intake.clean.areas_of_parts import parts_of_people
from jamsos_data.intake.compared_areas import cells_of
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.names import normalise


@dataclass(frozen=True)
class SumsOfParts:
    """Row numbers of the rows that sum others of the same area and keys, and those of them that do not say so."""

    rows: frozenset[int] = frozenset()
    silent: frozenset[int] = frozenset()


def find_sums_of_parts(
    numbers: pd.DataFrame,
    ids: pd.DataFrame,
    data: pd.DataFrame,
    mapping: ColumnMap,
    *,
    counted: frozenset[int] = frozenset(),
) -> SumsOfParts:
    """The rows that sum others of the same area and keys, by the same rules as in `check`.

    `numbers` are the value columns, `ids` the cleaned keys and `data` the cells as read, all by row number. Rows that
    are `counted` are people by the word of a printed total.
    """
    value = mapping.data.column(mapping.data.value_column)
    if value.personal or value.kind not in (ColumnKind.COUNT, ColumnKind.RUPIAH):
        return SumsOfParts()
    groups = _groups_of_one_key(ids.loc[numbers.index])
    cells = AsideCells.of(data, mapping)
    if not groups or not len(cells.unused.columns):
        return SumsOfParts()
    names = {row: cells.names_of(row) for group in groups for row in group}
    figures = figures_of_rows(numbers.loc[list(names)], list(numbers.columns))
    empty = {part for whole in find_empty_parts(groups, names, figures) for part in whole.parts}
    groups = [kept for group in groups if len(kept := tuple(row for row in group if row not in empty)) > 1]
    people = find_people_sums(groups, names, figures, counted=counted)
    sums = {one.row for found in people for one in (*found.right, *found.slips)}
    gone = {row for found in people for row in found.gone} | sums
    open_groups = [group for group in groups if not counted & {*group}]
    rest = [tuple(row for row in group if row not in gone) for group in open_groups]
    wholes = {one.row for one in find_wholes(rest, names, figures)}
    return SumsOfParts(frozenset(sums | wholes), frozenset(row for found in people for row in found.silent))


def said_of_rows(rows: pd.DataFrame, mapping: ColumnMap) -> pd.Series:
    """Of which sex and age each row says it is ("l", "l, 18 30"), "" of all."""
    positions = parts_of_people(rows, mapping)
    texts = [[normalise(str(text)) for text in rows[position]] for position in positions]
    said = [", ".join(said_of_people(map(str, row))) for row in zip(*texts, strict=True)]
    return pd.Series(said if positions else "", index=rows.index, dtype="str")


def sums_of_left_out(left_out: frozenset[int], sums: frozenset[int], ids: pd.DataFrame) -> frozenset[int]:
    """The sums of parts of which all others of their area and keys are left out: "Kabupaten Kudus, L+P"."""
    keys = pd.DataFrame({"area": ids["kode_wilayah"].astype("str"), "cell": cells_of(ids)})
    kept = keys[~keys.index.isin([*left_out, *sums])]
    parts = keys[keys.index.isin(list(left_out))]
    beneath = keys.loc[list(sums)].reset_index().merge(parts.drop_duplicates(), on=["area", "cell"])
    rows = beneath.merge(kept.drop_duplicates(), on=["area", "cell"], how="left", indicator=True)
    return frozenset(map(int, rows.loc[rows["_merge"] == "left_only", rows.columns[0]]))


def of_same_people(
    alike: dict[int, pd.Series], data: pd.DataFrame, totals: pd.DataFrame, mapping: ColumnMap
) -> dict[int, pd.Series]:
    """The same rows of `data` by row of `totals` (masks), of a total of one sex or age only those of it."""
    if totals.empty:
        return alike
    said = said_of_rows(pd.concat([data, totals]), mapping)
    own = said.loc[data.index]
    found = dict(alike)
    for row, text in zip(map(int, totals.index), said.loc[totals.index], strict=True):
        same = (own == text) | own.str.startswith(f"{text}, ")
        if text and same.any():
            found[row] = found[row] & same if row in found else same
    return found


def _groups_of_one_key(ids: pd.DataFrame) -> list[tuple[int, ...]]:
    """The rows of one area and of the same other keys, where there are several."""
    keys = pd.DataFrame({"area": ids["kode_wilayah"].astype("str"), "cell": cells_of(ids)})
    keys = keys[(keys["area"] != "") & keys.duplicated(keep=False)]
    return [tuple(map(int, group.index)) for _, group in keys.groupby(["area", "cell"], sort=False)]

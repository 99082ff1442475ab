"""A row among the parts of its own key that is their sum: "L", "P" and "L+P" of one kecamatan, under whatever name.

Added to its parts it would count everybody twice. By name or among the two sexes it is known; any other row by sex or
age that equals the rest together is read so and must be acknowledged. Companies may add up by chance: these are parts,
unless one of them is called a sum ("Sub Total") and is it.
"""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.part_rows import (
    JoinedRows,
    added_columns,
    fitting_groups,
    names_beside,
    telling_header,
)
from jamsos_data.intake.clean.no_area import names_no_area
from jamsos_data.intake.compared_areas import NEARLY
from jamsos_data.intake.locate.total_words import is_total_name
from jamsos_data.intake.match.slots import says_all
from jamsos_data.intake.part_headers import SEXES, heads_parts_of_people

_FEWEST = 3


@dataclass(frozen=True)
class _Whole:
    """The row that sums `parts` (index of the rows), which the column under `header` tells apart."""

    row: int
    parts: tuple[int, ...]
    header: str
    by_name: bool


def join_wholes(rows: pd.DataFrame, data: Dataset, context: CheckContext) -> JoinedRows:
    """Take a row that sums the others of its key (canonical columns, _sheet, _table, _row) in place of these.

    One that sums them by its name and does not equal them is left out: its parts remain, and the difference is told.
    """
    keys = [name for name in data.key if name in rows]
    added = added_columns(data, rows)
    again = rows[rows.duplicated(keys, keep=False)]
    if data.value_column not in added or again.empty:
        return JoinedRows.none(rows, added)
    names = names_beside(again, context)
    figures = again[added].fillna(0).astype("int64")
    sums = dict(zip(map(int, again.index), figures.itertuples(index=False, name=None), strict=True))
    groups = fitting_groups(again, keys, data, added)
    found = [whole for group in groups if (whole := _find_whole(group, sums, names)) is not None]
    wholes = [whole for whole in found if _equals(whole.row, whole.parts, sums)]
    wholes = _without_chance(wholes, groups, names)
    slips = [whole for whole in found if not _equals(whole.row, whole.parts, sums)]
    _tell(rows, wholes, data, context)
    for slip in slips:
        _note_slip(rows, slip, data, context)
    gone = [row for whole in wholes for row in whole.parts] + [slip.row for slip in slips]
    merged = pd.Index(gone, dtype=rows.index.dtype)
    taken = rows.loc[[whole.row for whole in wholes], added]
    return JoinedRows(rows.drop(merged), rows.index[:0], merged, taken)


def _find_whole(
    group: tuple[int, ...], sums: Mapping[int, tuple[int, ...]], names: Mapping[int, Mapping[str, str]]
) -> _Whole | None:
    """The one row that sums the others by its name, or else by its figures."""
    named, equal = [], []
    for row in _candidates(group, sums, names):
        parts = tuple(other for other in group if other != row)
        header = telling_header([names[part] for part in parts])
        if not header:
            continue
        texts = [names[part].get(header, "") for part in parts]
        text, is_equal = names[row].get(header, ""), _equals(row, parts, sums)
        if len(group) < _FEWEST:
            is_named = is_equal and _names_sum(text)
        else:
            is_named = says_all(text) or (
                (is_equal or _is_near(row, parts, sums)) and _may_name_sum(text, header, texts)
            )
        if is_named:
            named.append(_Whole(row, parts, header, True))
        elif is_equal and len(group) >= _FEWEST and heads_parts_of_people(header):
            equal.append(_Whole(row, parts, header, False))
    found = named or equal
    return found[0] if len(found) == 1 else None


def _candidates(
    group: tuple[int, ...], sums: Mapping[int, tuple[int, ...]], names: Mapping[int, Mapping[str, str]]
) -> set[int]:
    """Rows that may sum the others: by their figures, or as the only one that in some column calls itself a sum, says
    nothing or names no sex. One pass finds them, for a kecamatan may have thousands of companies.
    """
    total = _added([sums[row] for row in group])
    found = {row for row in group if any(total) and _added([sums[row], sums[row]]) == total}
    for header in {header for row in group for header in names[row]}:
        texts = {row: names[row].get(header, "") for row in group}
        for stands_out in (_names_sum, operator.not_, lambda text: text not in SEXES):
            rows = [row for row, text in texts.items() if stands_out(text)]
            found |= set(rows) if len(rows) == 1 else set()
    return found


def _names_sum(text: str) -> bool:
    return says_all(text) or is_total_name(text)


def _may_name_sum(text: str, header: str, parts: Sequence[str]) -> bool:
    """Whether a row that sums its parts by its figures, or nearly, does so by its name: a firm may be called Total, and
    those of no stated sex are people of their own.
    """
    if is_total_name(text):
        return True
    is_third_sex = SEXES.issuperset(parts) and text not in SEXES | {""} and names_no_area(text) != "unknown"
    return is_third_sex or (heads_parts_of_people(header) and not text)


def _without_chance(
    wholes: Sequence[_Whole], groups: Sequence[tuple[int, ...]], names: Mapping[int, Mapping[str, str]]
) -> list[_Whole]:
    """Those of them that sum by name, or whose name sums the others in more than half of the groups that have it.

    One age that equals the others together in one kecamatan and in no other one does so by chance.
    """
    present = Counter(
        item for group in groups if len(group) >= _FEWEST for row in group for item in names[row].items()
    )
    summing = Counter((whole.header, names[whole.row].get(whole.header, "")) for whole in wholes)
    return [
        whole
        for whole in wholes
        for said in [(whole.header, names[whole.row].get(whole.header, ""))]
        if whole.by_name or not said[1] or 2 * summing[said] > present[said]
    ]


def _equals(row: int, parts: Sequence[int], sums: Mapping[int, tuple[int, ...]]) -> bool:
    return sums[row] == _added([sums[part] for part in parts])


def _is_near(row: int, parts: Sequence[int], sums: Mapping[int, tuple[int, ...]]) -> bool:
    """Whether a row misses the sum of its parts by little."""
    summed = _added([sums[part] for part in parts])
    pairs = zip(sums[row], summed, strict=True)
    return any(sums[row]) and all(abs(printed - total) <= NEARLY * total for printed, total in pairs)


def _added(figures: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*figures, strict=True)))


def _tell(rows: pd.DataFrame, wholes: Sequence[_Whole], data: Dataset, context: CheckContext) -> None:
    """Those by name once for each sheet and column, others one by one."""
    sheets = [str(rows.at[whole.row, "_sheet"]) for whole in wholes]
    told = Counter((sheet, one.header) for sheet, one in zip(sheets, wholes, strict=True) if one.by_name)
    for (sheet, header), number in told.items():
        context.log.add("BARIS_GABUNGAN_BAGIAN", Severity.INFO, sheet=sheet, column=header, n=number)
    area = data.column("kode_wilayah")
    for sheet, whole in zip(sheets, wholes, strict=True):
        if not whole.by_name:
            row: Any = rows.loc[whole.row]
            context.log.add(
                "BARIS_INDUK_DITINGGALKAN", Severity.WARNING, sheet=sheet, row=int(row["_row"]),
                column=whole.header, value=context.show(row[area.name], area).id,
                printed=int(row[data.value_column]), n=len(whole.parts),
            )  # fmt: skip


def _note_slip(rows: pd.DataFrame, slip: _Whole, data: Dataset, context: CheckContext) -> None:
    row: Any = rows.loc[slip.row]
    printed, summed = int(row[data.value_column]), int(rows.loc[list(slip.parts), data.value_column].sum())
    context.log.add(
        "TOTAL_TIDAK_COCOK", Severity.WARNING, sheet=row["_sheet"], row=int(row["_row"]), column=slip.header,
        printed=printed, summed=summed, difference=printed - summed,
    )  # fmt: skip

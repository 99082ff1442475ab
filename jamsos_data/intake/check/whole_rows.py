"""A row among the parts of its own key that is their sum: "L", "P" and "L+P" of one kecamatan, under whatever name.

Added to its parts it would count everybody twice. By name or among the two sexes it is known; any other row by sex or
age that equals the rest together is read so and must be acknowledged, as must one that may be called a sum ("Total
Jaya"). Companies may add up by chance: these are parts, unless one of them is called a sum ("Sub Total") and is it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.intake.check.aside import SHEET_NAME
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.key_groups import KeyGroups
from jamsos_data.intake.check.part_rows import JoinedRows
from jamsos_data.intake.check.part_texts import (
    may_sum_others,
    people_cells,
    says_all_others,
    sums_others,
    telling_header,
)
from jamsos_data.intake.check.wholes import (
    Figures,
    Whole,
    add_up,
    equals,
    is_near,
    tell_slip,
    tell_wholes,
)
from jamsos_data.intake.clean.no_area import names_no_area
from jamsos_data.intake.part_headers import SEXES, heads_parts_of_people

_FEWEST = 3


def join_wholes(rows: pd.DataFrame, data: Dataset, context: CheckContext) -> JoinedRows:
    """Take a row that sums the others of its key (canonical columns, _sheet, _table, _row) in place of these.

    One that sums them by its name and does not equal them is left out: its parts remain, and the difference is told.
    """
    alike = KeyGroups.of(rows, data, context)
    if not alike.groups:
        return JoinedRows.none(rows, alike.added)
    sums = alike.figures
    groups = [group for group in alike.groups if not alike.counted & {*group}]
    found = find_wholes(groups, alike.names, sums)
    wholes = [whole for whole in found if equals(whole.row, whole.parts, sums)]
    slips = [whole for whole in found if not equals(whole.row, whole.parts, sums)]
    tell_wholes(rows, wholes, data, context)
    for slip in slips:
        tell_slip(rows, slip, data, context)
    gone = [row for whole in wholes for row in whole.parts] + [slip.row for slip in slips]
    merged = pd.Index(gone, dtype=rows.index.dtype)
    taken = rows.loc[[whole.row for whole in wholes], alike.added]
    return JoinedRows(rows.drop(merged), rows.index[:0], merged, taken)


def find_wholes(
    groups: Sequence[tuple[int, ...]], names: Mapping[int, Mapping[str, str]], sums: Figures
) -> list[Whole]:
    """Of groups of rows of one key the rows that sum the others, or miss them by little; `names` are what unused
    columns say of each row, by header.
    """
    found = [whole for group in groups if (whole := _find_whole(group, sums, names)) is not None]
    return _without_chance(found, groups, names)


def _find_whole(
    group: tuple[int, ...], sums: Figures, names: Mapping[int, Mapping[str, str]]
) -> Whole | None:
    """The one row that sums the others by its name, or else by its figures."""
    named, equal = [], []
    cells = people_cells([names[row] for row in group])
    apart = (
        set()
        if cells is None
        else {row for row, is_apart in zip(group, cells.named_parts(), strict=True) if is_apart}
    )
    for row in _candidates(group, sums, names) - apart:
        parts = tuple(other for other in group if other != row)
        header = telling_header([names[part] for part in parts])
        if not header:
            continue
        texts = [names[part].get(header, "") for part in parts]
        text, is_equal = names[row].get(header, ""), equals(row, parts, sums)
        if not text:
            continue
        if len(group) < _FEWEST:
            is_named = is_equal and sums_others(text)
        else:
            is_named = says_all_others(text) or (
                _may_name_sum(text, texts)
                if is_equal
                else is_near(row, parts, sums) and (may_sum_others(text) or _may_name_sum(text, texts))
            )
        if is_named:
            named.append(Whole(row, parts, header, True))
        elif is_equal and (
            may_sum_others(text)
            or (len(group) >= _FEWEST and (heads_parts_of_people(header) or header == SHEET_NAME))
        ):
            equal.append(Whole(row, parts, header, False))
    found = named or equal
    return found[0] if len(found) == 1 else None


def _candidates(group: tuple[int, ...], sums: Figures, names: Mapping[int, Mapping[str, str]]) -> set[int]:
    """Rows that may sum the others: by their figures, or as the only one that in some column calls itself a sum or
    names no sex. One pass finds them, for a kecamatan may have thousands of companies.
    """
    total = add_up(group, sums)
    found = {row for row in group if any(total) and add_up([row, row], sums) == total}
    for header in {header for row in group for header in names[row]}:
        texts = {row: names[row].get(header, "") for row in group}
        for stands_out in (may_sum_others, lambda text: text not in SEXES):
            rows = [row for row, text in texts.items() if stands_out(text)]
            found |= set(rows) if len(rows) == 1 else set()
    return found


def _may_name_sum(text: str, parts: Sequence[str]) -> bool:
    """Whether a row that sums its parts by its figures, or nearly, does so by its name, which is that of no firm; those
    of no stated sex are people of their own.
    """
    if sums_others(text):
        return True
    return SEXES.issuperset({*parts} - {""}) and text not in SEXES and names_no_area(text) != "unknown"


def _without_chance(
    wholes: Sequence[Whole], groups: Sequence[tuple[int, ...]], names: Mapping[int, Mapping[str, str]]
) -> list[Whole]:
    """Those of them that sum by name, or whose name sums the others in more than half of the groups that have it.

    One age that equals the others together in one kecamatan and in no other one does so by chance.
    """
    present = Counter(
        item for group in groups if len(group) >= _FEWEST for row in group for item in names[row].items()
    )
    summing = Counter((whole.header, names[whole.row].get(whole.header, "")) for whole in wholes)
    kept = [
        (whole, summing[said])
        for whole in wholes
        for said in [(whole.header, names[whole.row].get(whole.header, ""))]
        if sums_others(said[1]) or 2 * summing[said] > present[said]
    ]
    # No firm that may be called a sum equals all others twice.
    return [
        replace(whole, by_name=True)
        if number > 1 and may_sum_others(names[whole.row].get(whole.header, ""))
        else whole
        for whole, number in kept
    ]

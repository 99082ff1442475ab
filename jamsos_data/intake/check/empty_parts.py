"""A sum by its name over sexes or ages of whom none was counted: "L" 0, "P" 0 and "Jumlah" 50 are 50 people.

The parts were not filled in, so the sum stands for them; that has to be agreed to, for it may as well be left over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.key_groups import KeyGroups
from jamsos_data.intake.check.part_rows import JoinedRows
from jamsos_data.intake.check.part_texts import people_cells
from jamsos_data.intake.check.wholes import Figures, Whole


def join_empty_parts(rows: pd.DataFrame, data: Dataset, context: CheckContext) -> JoinedRows:
    """Take the sums of parts that are all 0 in place of these (canonical columns, _sheet, _table, _row)."""
    alike = KeyGroups.of(rows, data, context)
    if not alike.groups:
        return JoinedRows.none(rows, alike.added)
    found = find_empty_parts(alike.groups, alike.names, alike.figures)
    for whole in found:
        printed = int(str(rows.at[whole.row, data.value_column]))
        context.log.add(
            "JUMLAH_TANPA_BAGIAN", Severity.WARNING, sheet=str(rows.at[whole.row, "_sheet"]),
            row=int(str(rows.at[whole.row, "_row"])), column=whole.header, value=str(printed),
            printed=printed, n=len(whole.parts),
        )  # fmt: skip
    merged = pd.Index(sorted({part for whole in found for part in whole.parts}), dtype=rows.index.dtype)
    taken = rows.loc[[whole.row for whole in found], alike.added]
    return JoinedRows(rows.drop(merged), rows.index[:0], merged, taken)


def find_empty_parts(
    groups: Sequence[tuple[int, ...]], names: Mapping[int, Mapping[str, str]], figures: Figures
) -> list[Whole]:
    """The rows that call themselves sums of others of their group, where these are all 0 and they are not, the
    narrowest of them; `names` are what unused columns say of each row, by header.
    """
    found = []
    for group in groups:
        if not _may_lack_parts(group, figures):
            continue
        cells = people_cells([names[row] for row in group])
        if cells is None:
            continue
        places = range(len(group))
        for place in places:
            covered = [at for at in places if at != place and cells.covers(place, at)]
            parts = tuple(group[at] for at in covered if not cells.named[at])
            # A narrower sum that has people tells of whom these are.
            empty = not any(any(figures[group[at]]) for at in covered)
            if cells.named[place] and any(figures[group[place]]) and parts and empty:
                found.append(Whole(group[place], parts, cells.header))
    return found


def _may_lack_parts(group: tuple[int, ...], figures: Figures) -> bool:
    """Whether some rows of a group have nobody and one has somebody."""
    return len({any(figures[row]) for row in group}) > 1

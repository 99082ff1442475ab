"""Finds the rows of a sheet that sum others: by name, without a name, or under the name of a wider area.

A row without a name counts as a sum only when it adds up; otherwise its area is missing.
"""

from __future__ import annotations

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.clean.number_columns import MAX_WHOLE
from jamsos_data.intake.clean.numbers import Form, take_apart
from jamsos_data.intake.locate.totals import equals_sum, match_totals, report_total
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.melt import ValueColumn


def leave_out_sums(
    values: list[ValueColumn],
    ids: pd.DataFrame,
    totals: pd.DataFrame,
    *,
    nameless: pd.Series,
    context: SheetContext,
) -> frozenset[int]:
    """Row numbers of data rows that are sums; every sum row, also those split off before, is reported.

    `ids` are the cleaned keys of the data rows, `totals` the rows that call themselves sums, `nameless` says
    which data rows neither name an area nor say anything else than numbers.
    """
    values = [column for column in values if column.slot.position >= 0]
    if not values:
        return frozenset()
    numbers = pd.DataFrame({column.slot.header: column.values for column in values})
    named = _printed(totals, values)
    bare = _find_nameless(numbers, named, nameless)
    regency = _find_regency(numbers, ids, context)
    heads = _find_kecamatan_heads(numbers, ids, context)
    own = numbers.drop(index=[*bare, *regency, *heads])
    labels = {int(row): _label(totals, int(row)) for row in totals.index}
    for total in match_totals(own, pd.concat([named, numbers.loc[bare]]).sort_index(), labels):
        report_total(total, sheet=context.sheet, log=context.log)
    for row, label in {**regency, **heads}.items():
        context.log.add("BARIS_TOTAL_DITINGGALKAN", Severity.INFO, sheet=context.sheet, row=row, value=label)
    return frozenset((*bare, *regency, *heads))


def _printed(totals: pd.DataFrame, numeric: list[ValueColumn]) -> pd.DataFrame:
    """The numbers of the rows that call themselves sums; texts that are no whole number count as 0."""
    return pd.DataFrame(
        {column.slot.header: [_whole(text) for text in totals[column.slot.position]] for column in numeric},
        index=totals.index,
        dtype="int64",
    )


def _whole(text: str) -> int:
    number = take_apart(text)
    readable = number.form not in (Form.NIL, Form.BAD) and number.value < MAX_WHOLE
    return int(number.value) if readable else 0


def _label(rows: pd.DataFrame, row: int) -> str:
    return next((str(text) for text in rows.loc[row] if text), "")


def _find_nameless(numbers: pd.DataFrame, named: pd.DataFrame, nameless: pd.Series) -> list[int]:
    """Rows that say nothing but numbers and equal the sum of a block, of all rows above, or of the sheet."""
    if not nameless.any():
        return []
    candidates = numbers[nameless]
    matched = match_totals(numbers[~nameless], pd.concat([named, candidates]).sort_index(), {})
    return [
        total.row
        for total in matched
        if total.agrees and total.row in candidates.index and any(total.printed)
    ]


def _groups(ids: pd.DataFrame) -> list[str]:
    """The other keys: a sum is a sum within one month, segment, source."""
    return [
        str(name) for name in ids.columns if name not in ("kode_wilayah", "lunas_sampai", "sumber", "dokumen")
    ]


def _find_regency(numbers: pd.DataFrame, ids: pd.DataFrame, context: SheetContext) -> dict[int, str]:
    """Rows of the regency that equal the sum of the areas beside them; others are what is not mapped."""
    home = context.lexicon.areas.kabupaten
    rows = ids.index[ids["kode_wilayah"] == home]
    if not len(rows) or not context.mapping.of_role("area"):
        return {}
    inside = ids["kode_wilayah"].str.startswith(home + ".")
    keys = _group_keys(ids)
    members = {
        key: [int(row) for row in part.index] for key, part in ids[inside].groupby(keys[inside], sort=False)
    }
    sums = [
        row
        for row in rows
        if len(parts := members.get(keys[row], [])) > 1 and equals_sum(numbers, row, parts)
    ]
    compared = [row for row in rows if len(members.get(keys[row], [])) > 1]
    if compared and len(sums) == len(compared):
        return {int(row): context.lexicon.areas.official[home] for row in sums}
    if compared:
        by_code = any(slot.name == "kode" for slot in context.mapping.of_role("area"))
        severity = Severity.INFO if by_code else Severity.WARNING
        first = int(compared[0])
        context.log.add("BELUM_TERPETAKAN", severity, sheet=context.sheet, row=first, n=len(compared))
    return {}


def _group_keys(ids: pd.DataFrame) -> pd.Series:
    names = _groups(ids)
    if not names:
        return pd.Series(0, index=ids.index)
    return ids.groupby(names, sort=False, dropna=False).ngroup()


def _find_kecamatan_heads(numbers: pd.DataFrame, ids: pd.DataFrame, context: SheetContext) -> dict[int, str]:
    """Rows of a kecamatan that equal the sum of its villages in the same table."""
    level = ids["kode_wilayah"].str.count(r"\.")
    heads = ids.index[level == 2]
    if not len(heads) or not (level == 3).any():
        return {}
    keys = _group_keys(ids)
    villages = ids[level == 3]
    parents = villages["kode_wilayah"].str.rpartition(".")[0]
    members: dict[tuple[object, str], list[int]] = {}
    for row, key, parent in zip(villages.index, keys[villages.index], parents, strict=True):
        members.setdefault((key, parent), []).append(int(row))
    found = {}
    for row in heads:
        code = str(ids.at[row, "kode_wilayah"])
        parts = members.get((keys[row], code), [])
        if parts and equals_sum(numbers, row, parts):
            found[int(row)] = context.lexicon.areas.official[code]
    return found

"""Finds the rows of a sheet that sum others: by name, without one, as a wider account, or as a wider area.

A row without a name counts as a sum only when it adds up; otherwise its area is missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from jamsos_data.intake.account_sums import leave_out_account_sums
from jamsos_data.intake.area_sums import leave_out_area_sums
from jamsos_data.intake.clean.area_names import AreaNames, split_name
from jamsos_data.intake.few_people import people_of_totals
from jamsos_data.intake.locate.totals import TotalRow, match_totals
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.melt import ValueColumn
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.names import normalise
from jamsos_data.intake.parents_beside import settle_by_parents
from jamsos_data.intake.printed_evidence import Compare, may_be_chance, miss, sums_by_totals
from jamsos_data.intake.printed_sums import label_of, note_uncounted, printed_numbers
from jamsos_data.intake.report import FindingLog
from jamsos_data.intake.struck_totals import settle_by_areas, settle_by_totals, struck_figures
from jamsos_data.intake.sums_by_programme import settle_by_programme
from jamsos_data.intake.sums_of_parts import (
    SumsOfParts,
    find_sums_of_parts,
    of_same_people,
    said_of_rows,
    sums_of_left_out,
)

_TOTAL_NAME = re.compile(r"^(?:sub ?total|jumlah|jml|total)(?: (?:total|jumlah))? ")


@dataclass(frozen=True, kw_only=True)
class Sums:
    """What sums the rows of a table: row numbers of `data_rows` that do, the rows that call themselves sums or stand
    without a name (`totals`), the sum of each value column over all other rows (`whole`), and the rows that might sum
    others and are `people` by the word of a printed total.
    """

    data_rows: frozenset[int] = frozenset()
    totals: tuple[TotalRow, ...] = ()
    whole: tuple[int, ...] = ()
    people: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class TableRows:
    """The rows of a table among which sums are sought: `data`, their cleaned keys `ids`, and the rows that call
    themselves sums (`totals`).

    `nameless` says which data rows neither name an area nor say anything else than numbers, `sections` which head their
    villages, `unmapped` the texts of those that belong to no part of the wider area ("" for others), `pending` of which
    of them that is not agreed yet, `blocks` the rows that other headings sum.
    """

    data: pd.DataFrame
    ids: pd.DataFrame
    totals: pd.DataFrame
    nameless: pd.Series
    sections: frozenset[int]
    unmapped: pd.Series
    pending: pd.Series
    blocks: Mapping[int, tuple[int, ...]]


def leave_out_sums(values: list[ValueColumn], rows: TableRows, context: SheetContext) -> Sums:
    """The rows of a table that sum others; those of a wider area are reported, see `totals_beside` for the rest."""
    values = [column for column in values if column.slot.position >= 0]
    if not values:
        return Sums()
    totals = rows.totals
    numbers = pd.DataFrame({column.slot.header: column.values for column in values})
    named = printed_numbers(totals, values)
    bare = _find_nameless(numbers, named, rows.nameless)
    # Of a formula without its result nothing can be compared; that it lacks it is said where it is read.
    bad = pd.DataFrame({column.slot.header: column.bad for column in values}).astype("bool")
    unread = [*bare, *numbers.index[~numbers.index.isin(bare) & bad.all(axis=1)]]
    labels = {int(row): label_of(totals, int(row)) for row in totals.index}
    printed = pd.concat([named, numbers.loc[bare].fillna(0)]).sort_index()

    def compare(own: pd.DataFrame) -> tuple[TotalRow, ...]:
        return _compare_totals(own, printed, labels, rows, context)

    people = _people_of_totals(numbers.drop(index=unread), rows, context, compare=compare, unread=bad)
    sums = _sums_of_parts(numbers.drop(index=unread), rows, context, counted=people).rows
    wider = _leave_out_wider(numbers.drop(index=unread), rows, context, unread=bad, sums=sums)
    said = said_of_rows(rows.data, context.mapping)
    known = numbers.drop(index=[*bare, *sums])
    wider -= people_of_totals(known, wider, said, context, compare=compare)
    own = numbers.drop(index=[*bare, *wider.union(sums)])
    wider |= sums_by_totals(own, rows.ids["kode_wilayah"], context, compare=compare)
    own = own.drop(index=[row for row in wider if row in own.index])
    found = compare(own)
    struck = struck_figures(rows.data, values)
    if struck.to_numpy().any():
        settle_by_areas(numbers, wider, rows.ids, struck, context)
        full = own.mask(struck.loc[own.index] > 0, struck.loc[own.index])
        other = compare(full)
        found = settle_by_totals(found, other, struck, context)
    return Sums(
        data_rows=wider.union(bare),
        totals=note_uncounted(found, totals, values),
        whole=tuple(int(total) for total in own.fillna(0).sum()),
        people=people,
    )


def _compare_totals(
    own: pd.DataFrame,
    printed: pd.DataFrame,
    labels: dict[int, str],
    rows: TableRows,
    context: SheetContext,
) -> tuple[TotalRow, ...]:
    """The printed sums (`printed`, with their labels) compared with the rows `own` that count."""
    data, mapping = rows.data.loc[own.index], context.mapping
    alike = of_same_people(_rows_alike(data, rows.totals, mapping), data, rows.totals, mapping)
    alike |= {head: pd.Series(own.index.isin(block), index=own.index) for head, block in rows.blocks.items()}
    found = match_totals(own, printed, labels, alike=alike)
    compared = _compare_areas(found, own, rows.ids["kode_wilayah"], rows.totals, context.lexicon.areas)
    settled = settle_by_programme(compared, own, rows.data, mapping)
    return settle_by_parents(settled, own, rows.data, rows.ids["kode_wilayah"], context)


def _sums_of_parts(
    numbers: pd.DataFrame, rows: TableRows, context: SheetContext, *, counted: frozenset[int]
) -> SumsOfParts:
    return find_sums_of_parts(numbers, rows.ids, rows.data, context.mapping, counted=counted)


def _people_of_totals(
    numbers: pd.DataFrame,
    rows: TableRows,
    context: SheetContext,
    *,
    compare: Compare,
    unread: pd.DataFrame,
) -> frozenset[int]:
    """The rows that would be sums without saying so, where the printed totals hold them as people."""
    found = _sums_of_parts(numbers, rows, context, counted=frozenset())
    if not may_be_chance(found.silent, numbers):
        return frozenset()
    scratch = replace(context, log=FindingLog())

    def totals_of(counted: frozenset[int]) -> tuple[TotalRow, ...]:
        sums = _sums_of_parts(numbers, rows, context, counted=counted).rows
        wider = _leave_out_wider(numbers, rows, scratch, unread=unread, sums=sums)
        return compare(numbers.drop(index=list(wider | sums)))

    is_proven = miss(totals_of(frozenset())) and not miss(totals_of(found.silent))
    return found.silent if is_proven else frozenset()


def _leave_out_wider(
    numbers: pd.DataFrame,
    rows: TableRows,
    context: SheetContext,
    *,
    unread: pd.DataFrame,
    sums: frozenset[int],
) -> frozenset[int]:
    """The rows that sum those of their area, or those of their account; `unread` cells are compared with nothing, and
    `sums` of parts are no parts.
    """
    wider = leave_out_area_sums(
        numbers.drop(index=list(sums)), rows.ids, context, sections=rows.sections, unmapped=rows.unmapped,
        pending=rows.pending, unread=unread, said=said_of_rows(rows.data, context.mapping),
    )  # fmt: skip
    wider |= sums_of_left_out(wider, sums, rows.ids)
    rest = numbers.index.difference(list(wider))
    return wider | leave_out_account_sums(numbers.loc[rest], rows.data.loc[rest], rows.ids.loc[rest], context)


def _rows_alike(data: pd.DataFrame, totals: pd.DataFrame, mapping: ColumnMap) -> dict[int, pd.Series]:
    """By row that calls itself a sum: the data rows of the month, segment or other key that it says itself."""
    keys = [
        slot.position
        for slot in mapping.of_role("column", "month", "year")
        if slot.role != "column" or mapping.data.column(slot.name).key
    ]
    known = {position: set(data[position].unique()) - {""} for position in keys}
    alike: dict[int, pd.Series] = {}
    for row in totals.index:
        for position in keys:
            text = totals.at[row, position]
            if text in known[position]:
                same = data[position] == text
                alike[int(row)] = alike[int(row)] & same if int(row) in alike else same
    return alike


def _compare_areas(
    found: tuple[TotalRow, ...],
    numbers: pd.DataFrame,
    codes: pd.Series,
    totals: pd.DataFrame,
    names: AreaNames,
) -> tuple[TotalRow, ...]:
    """The sums, those that name a kecamatan and fit nothing near them compared with its rows wherever these stand:
    "Jumlah Bae", "Jumlah Jati" at the foot of a sheet.
    """
    codes = codes.loc[numbers.index].astype("str")
    compared = []
    for previous, total in zip([0, *(total.row for total in found)], found, strict=False):
        area = (
            ""
            if total.agrees or total.row not in totals.index
            else _summed_area(list(map(str, totals.loc[total.row])), names)
        )
        own = (codes == area) | codes.str.startswith(f"{area}.") if area else codes.isna()
        block = own[(own.index > previous) & (own.index < total.row)]
        summed = tuple(int(value) for value in numbers[own].fillna(0).sum())
        # Right beneath rows of its own alone it sums these: of one segment, where others follow.
        is_block = len(block) and block.all() and summed != total.printed
        is_elsewhere = own.any() and not is_block
        over = frozenset(map(int, own.index[own]))
        compared.append(replace(total, summed=summed, over=over) if is_elsewhere else total)
    return tuple(compared)


def _summed_area(texts: list[str], names: AreaNames) -> str:
    """The kecamatan that a row of sums names: "Jumlah Kec. Bae"; "" where it names none or several."""
    named = {_TOTAL_NAME.sub("", normalise(text)) for text in texts if text}
    found = {code for name in named if (code := names.kecamatan.get(split_name(name)[0]))}
    return found.pop() if len(found) == 1 else ""


def _find_nameless(numbers: pd.DataFrame, named: pd.DataFrame, nameless: pd.Series) -> list[int]:
    """Rows that say nothing but numbers and equal the sum of a block, of all rows above, or of the sheet."""
    if not nameless.any():
        return []
    candidates = numbers[nameless]
    # Without a name only all numbers together tell a sum.
    printed = pd.concat([named, candidates.fillna(0)]).sort_index()
    matched = match_totals(numbers[~nameless], printed, {})
    return [
        total.row
        for total in matched
        if total.agrees and total.row in candidates.index and any(total.printed)
    ]

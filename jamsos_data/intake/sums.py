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
from jamsos_data.intake.clean.marks import read_with
from jamsos_data.intake.clean.number_columns import MAX_WHOLE
from jamsos_data.intake.clean.numbers import Form
from jamsos_data.intake.locate.total_words import is_numbering
from jamsos_data.intake.locate.totals import TotalRow, match_totals
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.melt import ValueColumn
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.names import normalise
from jamsos_data.intake.read.marked_runs import STRUCK

_TOTAL_NAME = re.compile(r"^(?:sub ?total|jumlah|jml|total)(?: (?:total|jumlah))? ")


@dataclass(frozen=True, kw_only=True)
class Sums:
    """What sums the rows of a table: row numbers of `data_rows` that do, the rows that call themselves sums or stand
    without a name (`totals`), and the sum of each value column over all other rows (`whole`).
    """

    data_rows: frozenset[int] = frozenset()
    totals: tuple[TotalRow, ...] = ()
    whole: tuple[int, ...] = ()


def leave_out_sums(
    values: list[ValueColumn],
    data: pd.DataFrame,
    ids: pd.DataFrame,
    totals: pd.DataFrame,
    *,
    nameless: pd.Series,
    sections: frozenset[int],
    unmapped: pd.Series,
    pending: pd.Series,
    blocks: Mapping[int, tuple[int, ...]],
    context: SheetContext,
) -> Sums:
    """The rows of a table that sum others; those of a wider area are reported, see `totals_beside` for the rest.

    `ids` are the cleaned keys of the rows `data`, `totals` the rows that call themselves sums, `nameless` says
    which data rows neither name an area nor say anything else than numbers, `sections` which head their villages,
    `unmapped` the texts of those that belong to no part of the wider area ("" for others), `pending` of which of them
    that is not agreed yet,
    `blocks` the rows that other headings sum.
    """
    values = [column for column in values if column.slot.position >= 0]
    if not values:
        return Sums()
    numbers = pd.DataFrame({column.slot.header: column.values for column in values})
    named = _printed(totals, values)
    bare = _find_nameless(numbers, named, nameless)
    # Of a formula without its result nothing can be compared; that it lacks it is said where it is read.
    bad = pd.DataFrame({column.slot.header: column.bad for column in values}).astype("bool")
    unread = [*bare, *numbers.index[~numbers.index.isin(bare) & bad.all(axis=1)]]
    wider = leave_out_area_sums(
        numbers.drop(index=unread), ids.drop(index=unread), context, sections=sections, unmapped=unmapped,
        pending=pending, unread=bad,
    )  # fmt: skip
    rest = numbers.index.difference([*unread, *wider])
    wider |= leave_out_account_sums(numbers.loc[rest], data.loc[rest], ids.loc[rest], context)
    own = numbers.drop(index=[*bare, *wider])
    labels = {int(row): _label(totals, int(row)) for row in totals.index}
    printed = pd.concat([named, numbers.loc[bare].fillna(0)]).sort_index()
    alike = _rows_alike(data.loc[own.index], totals, context.mapping)
    alike |= {head: pd.Series(own.index.isin(block), index=own.index) for head, block in blocks.items()}
    found = _compare_areas(
        match_totals(own, printed, labels, alike=alike),
        own,
        ids["kode_wilayah"],
        totals,
        context.lexicon.areas,
    )
    found = _without_results(found, totals, values)
    return Sums(
        data_rows=wider.union(bare), totals=found, whole=tuple(int(total) for total in own.fillna(0).sum())
    )


def _without_results(
    found: tuple[TotalRow, ...], totals: pd.DataFrame, values: list[ValueColumn]
) -> tuple[TotalRow, ...]:
    """The sums, each with the columns in which it is a formula that nothing has worked out."""
    return tuple(
        replace(
            total,
            uncounted=tuple(
                column.slot.header
                for column in values
                if str(totals.at[total.row, column.slot.position]).startswith("=")
            ),
        )
        if total.row in totals.index
        else total
        for total in found
    )


def _printed(totals: pd.DataFrame, numeric: list[ValueColumn]) -> pd.DataFrame:
    """The numbers of the rows that call themselves sums: none where the cell is empty (nobody sums the participants of
    several months), struck out or a formula without its result, 0 where it holds anything else than a whole number.
    """
    return pd.DataFrame(
        {
            column.slot.header: [
                _whole(text, column) if _says_number(text) else pd.NA for text in totals[column.slot.position]
            ]
            for column in numeric
        },
        index=totals.index,
        dtype="Int64",
    )


def _says_number(text: str) -> bool:
    return bool(text) and not text.startswith("=") and not text.endswith(STRUCK)


def _whole(text: str, column: ValueColumn) -> int:
    number = read_with(text, column.decimals)
    readable = number.form not in (Form.NIL, Form.BAD) and number.value < MAX_WHOLE
    value = number.fraction if column.factor > 1 and number.form is Form.DECIMAL else number.value
    return int(value * column.factor) if readable else 0


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
        compared.append(replace(total, summed=summed) if own.any() and not is_block else total)
    return tuple(compared)


def _summed_area(texts: list[str], names: AreaNames) -> str:
    """The kecamatan that a row of sums names: "Jumlah Kec. Bae"; "" where it names none or several."""
    named = {_TOTAL_NAME.sub("", normalise(text)) for text in texts if text}
    found = {code for name in named if (code := names.kecamatan.get(split_name(name)[0]))}
    return found.pop() if len(found) == 1 else ""


def _label(rows: pd.DataFrame, row: int) -> str:
    texts = [str(text) for text in rows.loc[row] if text]
    return next((text for text in texts if not is_numbering(text)), "".join(texts[:1]))


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

"""What totals say of figures that are struck out: printed without them these no longer hold, which needs no question.

A total that holds them asks one: whether they are gone, or the line is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from jamsos_data.findings import Finding, Severity
from jamsos_data.intake.clean.marks import read_with
from jamsos_data.intake.clean.numbers import Form
from jamsos_data.intake.compared_areas import cells_of
from jamsos_data.intake.locate.totals import TotalRow
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.melt import ValueColumn
from jamsos_data.intake.read.marked_runs import STRUCK

_ASKED, _GONE, _HELD = "ANGKA_DICORET", "ANGKA_DICORET_SESUAI", "ANGKA_DICORET_DIJUMLAHKAN"


@dataclass(frozen=True)
class _Sum:
    """A printed sum of one column: its row, what it says, the rows that it sums, and their sum without struck ones."""

    row: int
    column: str
    printed: int
    summed: int
    over: frozenset[int]


def struck_figures(data: pd.DataFrame, values: Sequence[ValueColumn]) -> pd.DataFrame:
    """The figures that are struck out by header of their column, 0 for others, of the rows of `data`."""
    found = {}
    for column in values:
        texts = data[column.slot.position].astype("str")
        marked = texts[texts.str.endswith(STRUCK)]
        figures = pd.Series([_struck(text, column) for text in marked], index=marked.index, dtype="int64")
        found[column.slot.header] = figures.reindex(data.index, fill_value=0)
    return pd.DataFrame(found, index=data.index)


def settle_by_areas(
    numbers: pd.DataFrame,
    left_out: frozenset[int],
    ids: pd.DataFrame,
    struck: pd.DataFrame,
    context: SheetContext,
) -> None:
    """Compare rows of wider areas that were left out as sums with their parts; `numbers` are those of all rows."""
    codes, cells = ids["kode_wilayah"].astype("str"), cells_of(ids)
    for row in sorted(left_out):
        inner = (
            codes.str.startswith(f"{codes[row]}.") & (cells == cells[row]) & ~codes.index.isin(list(left_out))
        )
        over = frozenset(map(int, codes.index[inner]))
        for column in struck.columns[(struck.loc[list(over)] > 0).any()]:
            summed = int(numbers.loc[list(over), column].fillna(0).sum())
            one = _Sum(row, str(column), int(numbers.loc[[row], column].fillna(0).iloc[0]), summed, over)
            if _settle(one, struck, context) == _HELD:
                _take_back(row, context)


def settle_by_totals(
    found: Sequence[TotalRow], with_struck: Sequence[TotalRow], struck: pd.DataFrame, context: SheetContext
) -> tuple[TotalRow, ...]:
    """The totals as they were `found`; those that agree `with_struck` figures alone compare these columns no more."""
    settled = []
    for total, other in zip(found, with_struck, strict=True):
        best = total if total.agrees or not other.agrees else other
        held = set()
        for place, column in enumerate(total.columns):
            printed, over = (
                best.printed[place],
                best.over & frozenset(map(int, struck.index[struck[column] > 0])),
            )
            if printed is None or not over or total.average:
                continue
            summed = best.summed[place] - (int(struck.loc[list(over), column].sum()) if best is other else 0)
            if _settle(_Sum(total.row, column, printed, summed, over), struck, context) == _HELD:
                held.add(place)
        kept = tuple(None if place in held else number for place, number in enumerate(total.printed))
        settled.append(replace(total, printed=kept) if held else total)
    return tuple(settled)


def _struck(text: str, column: ValueColumn) -> int:
    number = read_with(text.removesuffix(STRUCK), column.decimals)
    if number.form in (Form.NIL, Form.BAD):
        return 0
    return int(number.value * column.factor)


def _settle(one: _Sum, struck: pd.DataFrame, context: SheetContext) -> str:
    """What a sum says of the struck figures in it, all or none: they are gone, they are held, or nothing ("")."""
    figures = struck.loc[list(one.over), one.column]
    rows = {*map(int, figures.index[figures > 0])}
    more = int(figures.sum())
    code = {one.summed: _GONE, one.summed + more: _HELD}.get(one.printed, "")
    if code == _HELD and _said(_GONE, rows, one.column, context):
        return ""
    severity = Severity.INFO if code == _GONE else Severity.ERROR
    for found in _said(_ASKED, rows, one.column, context) if code else ():
        params = {"total": one.row, "printed": one.printed, "summed": one.summed}
        context.log.replace(found, replace(found, code=code, severity=severity, params=params))
    return code


def _take_back(row: int, context: SheetContext) -> None:
    """Of a row of a wider area that misses its parts by struck figures alone only these are asked about."""
    for found in context.log.findings:
        if (found.code, found.sheet, found.row) == ("INDUK_WILAYAH_TIDAK_COCOK", context.sheet, row):
            told = Finding(
                code="BARIS_TOTAL_DITINGGALKAN", severity=Severity.INFO, sheet=found.sheet, row=row,
                value=str(found.params["wilayah"]),
            )  # fmt: skip
            context.log.replace(found, told)


def _said(code: str, rows: set[int], column: str, context: SheetContext) -> list[Finding]:
    """What is said of these cells with a code."""
    return [
        found
        for found in context.log.findings
        if (found.code, found.sheet, found.column) == (code, context.sheet, column) and found.row in rows
    ]

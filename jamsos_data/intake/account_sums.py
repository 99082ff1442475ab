"""Rows of one key of which one sums others: "5.1.02 Belanja Barang" over "5.1.02.01" and "5.1.02.02".

The parts are taken. An account code tells such a row, and it is compared with its parts. Without codes a row of rupiah
of the whole regency that is exactly the sum of the rows right beneath it is one too; chance can do that as well, so it
must be acknowledged.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from jamsos_data.datasets import ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.area_sums import cells_of
from jamsos_data.intake.match.context import SheetContext

_CODE = re.compile(r"\d+(?:\.\d+)*\.?")
_FEWEST_ROWS = 3
_FEWEST_PARTS = 2
# Among more rows than an account has, one is the sum of its neighbours by chance.
_MOST_BY_FIGURES = 60
_AREA = "kode_wilayah"

Code = tuple[str, ...]


def leave_out_account_sums(
    numbers: pd.DataFrame, data: pd.DataFrame, ids: pd.DataFrame, context: SheetContext
) -> frozenset[int]:
    """Row numbers of rows that sum others of the same area, month and other keys; each is reported.

    `numbers` are the value columns, `data` the cells as they are read and `ids` the cleaned keys, by row number.
    """
    known = context.mapping.data
    kind = known.column(known.value_column).kind
    if kind not in (ColumnKind.COUNT, ColumnKind.RUPIAH) or len(numbers) < _FEWEST_ROWS:
        return frozenset()
    cells = pd.DataFrame({_AREA: ids[_AREA], "cell": cells_of(ids)}, index=ids.index)
    again = cells[cells.duplicated(keep=False) & numbers.notna().any(axis=1)]
    slots = _slots_of_codes(data.loc[again.index], context)
    if not slots:
        regency = context.lexicon.areas.kabupaten
        again = again[(again[_AREA] == regency) & (kind is ColumnKind.RUPIAH)]
    left_out: set[int] = set()
    for _, group in again.groupby([_AREA, "cell"], sort=False):
        if len(group) < _FEWEST_ROWS:
            continue
        codes = _codes(data.loc[group.index], slots)
        if not codes and (slots or len(group) > _MOST_BY_FIGURES):
            continue
        figures = numbers.loc[group.index].fillna(0).astype("int64")
        found = _by_codes(figures, codes, data, context) if codes else _by_figures(figures, data, context)
        left_out |= found
    return frozenset(left_out)


def _slots_of_codes(rows: pd.DataFrame, context: SheetContext) -> list[int]:
    """The positions of unused columns with account codes or the like ("1.2") in any of the rows."""
    return [
        slot.position
        for slot in context.mapping.of_role("unused", "ignored")
        if any("." in text.strip(".") and _CODE.fullmatch(text) for text in rows[slot.position].unique())
    ]


def _codes(rows: pd.DataFrame, slots: list[int]) -> list[Code]:
    """The code of each row, from a column in which one begins another; none where no column is so."""
    for position in slots:
        texts = list(map(str, rows[position]))
        if all(map(_CODE.fullmatch, texts)):
            codes = [tuple(text.strip(".").split(".")) for text in texts]
            if not set(codes).isdisjoint(above for code in codes for above in _above(code)):
                return codes
    return []


def _above(code: Code) -> list[Code]:
    """The codes that the code begins with, shortest first."""
    return [code[:length] for length in range(1, len(code))]


def _by_codes(
    figures: pd.DataFrame, codes: list[Code], data: pd.DataFrame, context: SheetContext
) -> set[int]:
    within = {above for code in codes for above in _above(code)}
    parts: dict[Code, list[int]] = {}
    for place, code in enumerate(codes):
        for above in () if code in within else _above(code):
            parts.setdefault(above, []).append(place)
    found: set[int] = set()
    for row, code in zip(figures.index, codes, strict=True):
        if code in within:
            _note_total(int(row), figures, parts[code], data, context)
            found.add(int(row))
    return found


def _note_total(
    row: int, figures: pd.DataFrame, parts: list[int], data: pd.DataFrame, context: SheetContext
) -> None:
    printed, summed = figures.loc[row].to_numpy(), figures.iloc[parts].sum().to_numpy()
    different = np.flatnonzero(printed != summed)
    if not len(different):
        label = _label(row, data, context)
        context.log.add("BARIS_TOTAL_DITINGGALKAN", Severity.INFO, sheet=context.sheet, row=row, value=label)
        return
    place = int(different[0])
    context.log.add(
        "TOTAL_TIDAK_COCOK", Severity.WARNING, sheet=context.sheet, row=row, column=str(figures.columns[place]),
        value=str(printed[place]), printed=int(printed[place]), summed=int(summed[place]),
        difference=int(printed[place] - summed[place]),
    )  # fmt: skip


def _by_figures(figures: pd.DataFrame, data: pd.DataFrame, context: SheetContext) -> set[int]:
    """Rows that are the sums of two or more rows right beneath them, of which some may be such sums themselves."""
    units: list[np.ndarray] = []
    found: set[int] = set()
    for row in figures.index[::-1]:
        own = figures.loc[row].to_numpy()
        sums = np.cumsum(units[::-1], axis=0) if units else np.zeros((0, len(own)))
        parts = next((n for n, total in enumerate(sums, start=1) if (total == own).all()), 0)
        if parts >= _FEWEST_PARTS and own.any():
            units = units[:-parts]
            found.add(int(row))
            context.log.add(
                "BARIS_INDUK_DITINGGALKAN", Severity.WARNING, sheet=context.sheet, row=int(row),
                column=str(figures.columns[0]), value=_label(int(row), data, context),
                printed=int(own[0]), n=parts,
            )  # fmt: skip
        units.append(own)
    return found


def _label(row: int, data: pd.DataFrame, context: SheetContext) -> str:
    """What a row calls itself in a column that is not used; a letter alone only numbers it."""
    slots = context.mapping.of_role("unused", "ignored")
    texts = (str(data.at[row, slot.position]) for slot in slots)
    return next((text for text in texts if sum(map(str.isalpha, text)) > 1), "")

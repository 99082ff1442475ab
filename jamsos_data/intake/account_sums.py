"""Rows of one key of which one sums others: "5.1.02 Belanja Barang" over "5.1.02.01" and "5.1.02.02".

The parts are taken. An account code tells such a row, and it is compared with its parts; decimals of any other kind
are no codes. Without codes a row of rupiah of the whole regency that is exactly the sum of the rows right beneath it is
one too; chance can do that as well, so it must be acknowledged.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from jamsos_data.datasets import ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.account_codes import Code, are_account_codes
from jamsos_data.intake.area_sums import cells_of
from jamsos_data.intake.match.context import SheetContext

_CODE = re.compile(r"\d+(?:\.\d+)*\.?")
_FEWEST_ROWS = 3
_FEWEST_PARTS = 2
# Among more rows than an account has, one is the sum of its neighbours by chance.
_MOST_BY_FIGURES = 60
_AREA = "kode_wilayah"

# What a row calls itself, by row number.
Labels = Mapping[int, str]


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
    columns = _columns_of_codes(data.loc[again.index], context)
    if not columns:
        regency = context.lexicon.areas.kabupaten
        again = again[(again[_AREA] == regency) & (kind is ColumnKind.RUPIAH)]
    figures = numbers.loc[again.index].fillna(0).astype("int64")
    labels = _labels(data.loc[again.index], context)
    left_out: set[int] = set()
    for places in again.groupby([_AREA, "cell"], sort=False).indices.values():
        if len(places) < _FEWEST_ROWS:
            continue
        if columns:
            codes = _codes(places, columns)
            left_out |= _by_codes(figures, dict(zip(places, codes, strict=False)), labels, context)
        elif len(places) <= _MOST_BY_FIGURES:
            left_out |= _by_figures(figures.iloc[places], labels, context)
    return frozenset(left_out)


def _columns_of_codes(rows: pd.DataFrame, context: SheetContext) -> list[list[Code]]:
    """The codes by row of each unused column that has account codes or the like; () where a cell is none."""
    found: list[list[Code]] = []
    for slot in context.mapping.of_role("unused", "ignored"):
        texts = rows[slot.position].astype("str")
        codes = {text: _code(text) for text in texts.unique()}
        if are_account_codes(slot.header, codes.values()):
            found.append([codes[text] for text in texts])
    return found


def _code(text: str) -> Code:
    return tuple(text.strip(".").split(".")) if _CODE.fullmatch(text) else ()


def _codes(places: Iterable[int], columns: list[list[Code]]) -> list[Code]:
    """The code of each row, from a column in which one begins another; none where no column is so."""
    places = list(places)
    for column in columns:
        codes = [column[place] for place in places]
        if all(codes) and not set(codes).isdisjoint(above for code in codes for above in _above(code)):
            return codes
    return []


def _above(code: Code) -> list[Code]:
    """The codes that the code begins with, shortest first."""
    return [code[:length] for length in range(1, len(code))]


def _by_codes(
    figures: pd.DataFrame, codes: Mapping[int, Code], labels: Labels, context: SheetContext
) -> set[int]:
    """The rows of codes that others begin with, by the place of each code among the figures.

    A code that stands twice names payments and sums nothing. Of a single row, or of payments of one code, a row of a
    wider code is the sum only where it is exactly so, which must be acknowledged.
    """
    within = {above for code in codes.values() for above in _above(code)}
    rows = Counter(codes.values())
    parts: defaultdict[Code, list[int]] = defaultdict(list)
    for place, code in codes.items():
        for above in () if code in within else _above(code):
            parts[above].append(place)
    found: set[int] = set()
    for place, code in codes.items():
        if code not in within or any(rows[other] > 1 for other in within if other[: len(code)] == code):
            continue
        own = parts[code]
        is_plain = len(own) >= _FEWEST_PARTS and all(rows[codes[part]] == 1 for part in own)
        if _note_total(place, own, figures, labels, context, is_plain=is_plain):
            found.add(int(figures.index[place]))
    return found


def _note_total(
    place: int, parts: list[int], figures: pd.DataFrame, labels: Labels, context: SheetContext,
    *, is_plain: bool,
) -> bool:  # fmt: skip
    """Report the row of a wider code as a sum; False where it is none."""
    row, values = int(figures.index[place]), figures.to_numpy()
    printed, summed = values[place], values[parts].sum(axis=0)
    different = np.flatnonzero(printed != summed)
    if not len(different) and is_plain:
        label = labels[row]
        context.log.add("BARIS_TOTAL_DITINGGALKAN", Severity.INFO, sheet=context.sheet, row=row, value=label)
    elif not len(different):
        _ask(row, int(printed[0]), str(figures.columns[0]), labels, context, n=len(parts))
    elif is_plain:
        column = int(different[0])
        context.log.add(
            "TOTAL_TIDAK_COCOK", Severity.WARNING, sheet=context.sheet, row=row, column=str(figures.columns[column]),
            value=str(printed[column]), printed=int(printed[column]), summed=int(summed[column]),
            difference=int(printed[column] - summed[column]),
        )  # fmt: skip
    return is_plain or not len(different)


def _ask(row: int, printed: int, column: str, labels: Labels, context: SheetContext, *, n: int) -> None:
    context.log.add(
        "BARIS_INDUK_DITINGGALKAN", Severity.WARNING, sheet=context.sheet, row=row,
        column=column,
        value=labels[row], printed=printed, n=n,
    )  # fmt: skip


def _by_figures(figures: pd.DataFrame, labels: Labels, context: SheetContext) -> set[int]:
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
            _ask(int(row), int(own[0]), str(figures.columns[0]), labels, context, n=parts)
        units.append(own)
    return found


def _labels(data: pd.DataFrame, context: SheetContext) -> Labels:
    """What each row calls itself in a column that is not used; a letter alone only numbers it."""
    columns = [data[slot.position].astype("str") for slot in context.mapping.of_role("unused", "ignored")]
    texts = zip(*columns, strict=True) if columns else ([""] for _ in data.index)
    return {
        int(row): next((text for text in own if sum(map(str.isalpha, text)) > 1), "")
        for row, own in zip(data.index, texts, strict=True)
    }

"""Rows of a wider area beside rows of its own parts: sums that are left out, or people that belong to no part.

A row that equals the sum of its parts is their total. One that misses it by little is a total that does not
add up: it is left out too, with both numbers. Any other is kept as what is not mapped to the parts, and that
must be acknowledged, because as a total it would count everybody twice.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from jamsos_data.datasets import ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.compared_areas import AreaRow, cells_of, compare_areas
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.unread_parts import UnreadFigures

_KECAMATAN_DOTS = 2


def leave_out_area_sums(
    numbers: pd.DataFrame,
    ids: pd.DataFrame,
    context: SheetContext,
    *,
    sections: frozenset[int],
    unmapped: pd.Series,
    pending: pd.Series,
    unread: pd.DataFrame,
) -> frozenset[int]:
    """Row numbers of area rows that sum their parts, within one cell of all other keys; all are reported.

    `numbers` are the value columns and `ids` the cleaned keys, indexed by row number, `ids` also of rows without any
    number that can be read. A row of `sections` heads the rows of its parts, so it is their sum also where it misses it
    by more. Of rows that are `unmapped` (their texts, "" for others) nobody is asked again, unless they add up; those
    that are `pending` are summed and not judged. Cells that are `unread` (of the rows of `ids`), struck out say, are
    compared with nothing, and what exceeds parts of which one is unread is their total: it may hold that one. Targets
    of a regency and of its kecamatan stand beside each other and are never sums.
    """
    data = context.mapping.data
    if data.column(data.value_column).kind not in (ColumnKind.COUNT, ColumnKind.RUPIAH):
        return frozenset()
    every = UnreadFigures(unread, ids["kode_wilayah"].astype("str"), cells_of(ids))
    codes, cells = every.codes.loc[numbers.index], every.cells.loc[numbers.index]
    if len({code.count(".") for code in codes.unique() if code}) < 2:
        return frozenset()
    dots = codes.str.count(r"\.").where(codes != "", -1)
    said = unmapped.reindex(codes.index)
    placeless, waits = (said != "").to_numpy(), pending.reindex(codes.index)
    heads = compare_areas(numbers, codes, cells, dots == _KECAMATAN_DOTS, placeless=placeless, unread=every)
    heads = [row for row in heads if not waits[row.row]]
    left_out = _judge(heads, numbers, context, sections=sections, unmapped=said)
    kept = ~codes.index.isin(list(left_out))
    wider = (dots < _KECAMATAN_DOTS)[kept]
    regency = compare_areas(
        numbers[kept], codes[kept], cells[kept], wider, placeless=placeless[kept], unread=every
    )
    regency = [row for row in regency if not waits[row.row]]
    return left_out | _judge(regency, numbers, context, unmapped=said)


def _judge(
    rows: list[AreaRow],
    numbers: pd.DataFrame,
    context: SheetContext,
    *,
    unmapped: pd.Series,
    sections: frozenset[int] = frozenset(),
) -> frozenset[int]:
    """Which of the rows are totals; each is reported, those that add up as information only."""
    # One village may happen to hold all people of its kecamatan; a table that sums elsewhere sums here too.
    # Of people without a place that happen to equal the others nothing is learnt about the rest of the table.
    sums_here = any(found.equal and found.parts > 1 and unmapped[found.row] == "" for found in rows)
    left_out: set[int] = set()
    asked: dict[str, list[AreaRow]] = {}
    for found in rows:
        is_sum = found.equal and (found.parts > 1 or sums_here or found.row in sections)
        if unmapped[found.row] and found.equal:
            if found.parts > 1:
                _note_placeless_sum(found, numbers, context)
                left_out.add(found.row)
        elif is_sum or found.is_empty:
            name = context.lexicon.areas.official[found.code]
            context.log.add(
                "BARIS_TOTAL_DITINGGALKAN", Severity.INFO, sheet=context.sheet, row=found.row, value=name
            )
            left_out.add(found.row)
        elif found.lacks_placeless and not _is_potensi(context):
            _note_lacking(found, numbers, unmapped, context)
            left_out.add(found.row)
        elif not _is_potensi(context) and (
            found.is_slip(heading=found.row in sections) or (found.may_sum_unread and not unmapped[found.row])
        ):
            _warn("INDUK_WILAYAH_TIDAK_COCOK", found, numbers, context, n=1)
            left_out.add(found.row)
        elif not unmapped[found.row]:
            asked.setdefault(found.code, []).append(found)
    for same in asked.values():
        code = "POTENSI_INDUK_BERBEDA" if _is_potensi(context) else "BELUM_TERPETAKAN"
        _warn(code, same[0], numbers, context, n=len(same))
    return frozenset(left_out)


def _note_placeless_sum(found: AreaRow, numbers: pd.DataFrame, context: SheetContext) -> None:
    """People of no part of an area who are as many as all others in it together: rather their sum."""
    context.log.add(
        "BARIS_INDUK_DITINGGALKAN", Severity.WARNING, sheet=context.sheet, row=found.row,
        value=context.lexicon.areas.official[found.code], column=str(numbers.columns[0]),
        printed=int(found.printed[0]), n=found.parts,
    )  # fmt: skip


def _note_lacking(found: AreaRow, numbers: pd.DataFrame, unmapped: pd.Series, context: SheetContext) -> None:
    """A total that sums the parts of its area only: who belongs to none of them stands beside it."""
    position = int(np.flatnonzero(found.placeless)[0])
    context.log.add(
        "INDUK_TANPA_TAK_TERPETAKAN", Severity.WARNING, sheet=context.sheet, row=found.row,
        column=str(numbers.columns[position]), value=context.lexicon.areas.official[found.code],
        printed=int(found.printed[position]), summed=int(found.summed[position]),
        more=int(found.placeless[position]), names=", ".join(dict.fromkeys(unmapped[list(found.placeless_rows)])),
    )  # fmt: skip


def _is_potensi(context: SheetContext) -> bool:
    """Workers of the regency contain those of its kecamatan and are never added to them."""
    return context.mapping.data.name == "potensi"


def _warn(code: str, found: AreaRow, numbers: pd.DataFrame, context: SheetContext, *, n: int) -> None:
    different = np.flatnonzero(found.printed != found.summed)
    position = int(different[0]) if len(different) else 0
    severity = Severity.INFO if code == "POTENSI_INDUK_BERBEDA" else Severity.WARNING
    context.log.add(
        code, severity, sheet=context.sheet, row=found.row, column=str(numbers.columns[position]),
        value=str(found.printed[position]), wilayah=context.lexicon.areas.official[found.code],
        printed=int(found.printed[position]), summed=int(found.summed[position]), n=n,
    )  # fmt: skip

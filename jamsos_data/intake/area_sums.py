"""Rows of a wider area beside rows of its own parts: sums that are left out, or people that belong to no part.

A row that equals the sum of its parts is their total. One that misses it by little is a total that does not
add up: it is left out too, with both numbers. Any other is kept as what is not mapped to the parts, and that
must be acknowledged, because as a total it would count everybody twice.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from jamsos_data.datasets import ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.unread_parts import UnreadFigures, sums_of_unknown

# A printed total that misses its sum by at most this share is a slip in the total, not people without a village.
NEARLY = 0.1
_KECAMATAN_DOTS = 2
_NO_KEYS = (
    "kode_wilayah",
    "lunas_sampai",
    "sumber",
    "dokumen",
    "instansi",
    "tindak_lanjut",
    "dasar_hukum",
    "estimasi",
)


@dataclass(frozen=True, kw_only=True)
class AreaRow:
    """A row of a wider area: its numbers, the sums of its parts, of how many rows those are, and what of these sums
    belongs to no part of the area by the word of which rows. `lacking` are the sums in which a figure of a part, or
    what part it is of, could not be read.
    """

    row: int
    code: str
    printed: np.ndarray
    summed: np.ndarray
    parts: int
    placeless: np.ndarray
    placeless_rows: tuple[int, ...]
    lacking: np.ndarray

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody in it and in none of its parts: as a sum or as one more row, nobody is added."""
        return not self.printed.any() and not self.summed.any()

    @property
    def equal(self) -> bool:
        """Whether all numbers are the sums; all zero proves nothing."""
        return bool(np.array_equal(self.printed, self.summed) and self.printed.any())

    @property
    def lacks_placeless(self) -> bool:
        """Whether all numbers are the sums without those who belong to no part."""
        return bool(self.placeless.any() and np.array_equal(self.printed, self.summed - self.placeless))

    @property
    def may_sum_unread(self) -> bool:
        """Whether this may be the total of parts of which one could not be read: it exceeds what was read."""
        return bool((self.lacking & (self.printed > self.summed)).any())

    def is_slip(self, *, heading: bool) -> bool:
        """Whether this is a total that misses its sum: by little, or by more where it heads the rows that it sums.

        Less than its parts by more than a little is no total: those people belong to none of the parts.
        """
        little = NEARLY * self.summed
        near = (np.abs(self.printed - self.summed) <= little).all() and self.parts > 1
        over = heading and (self.printed >= self.summed - little).all()
        return bool((near or over) and self.printed.any())


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
    heads = _compare(numbers, codes, cells, dots == _KECAMATAN_DOTS, placeless=placeless, unread=every)
    heads = [row for row in heads if not waits[row.row]]
    left_out = _judge(heads, numbers, context, sections=sections, unmapped=said)
    kept = ~codes.index.isin(list(left_out))
    wider = (dots < _KECAMATAN_DOTS)[kept]
    regency = _compare(
        numbers[kept], codes[kept], cells[kept], wider, placeless=placeless[kept], unread=every
    )
    regency = [row for row in regency if not waits[row.row]]
    return left_out | _judge(regency, numbers, context, unmapped=said)


def cells_of(ids: pd.DataFrame) -> pd.Series:
    """A number per combination of the other keys: a sum is a sum within one month, segment, source."""
    names = [str(name) for name in ids.columns if name not in _NO_KEYS]
    if not names:
        return pd.Series(0, index=ids.index)
    return ids.groupby(names, sort=False, dropna=False).ngroup()


def _compare(
    numbers: pd.DataFrame,
    codes: pd.Series,
    cells: pd.Series,
    wider: pd.Series,
    *,
    placeless: np.ndarray,
    unread: UnreadFigures,
) -> list[AreaRow]:
    """Each wider row that has parts beside it, with the sums of those parts.

    Rows that are `placeless` are parts of the wider row of their code too, and themselves compared with the others.
    Cells of a wider row that are `unread` are taken for the sums.
    """
    depth = int(codes[wider].str.count(r"\.").max()) if wider.any() else 0
    inner = codes.str.count(r"\.") > depth
    if not wider.any() or not inner.any():
        return []
    parent = codes[inner].str.split(".").str[: depth + 1].str.join(".")
    grouped = numbers[inner].fillna(0).astype("int64").groupby([cells[inner], parent])
    sums, sizes = grouped.sum(), grouped.size()
    extra = _sums_of(placeless & wider.to_numpy(), numbers, codes, cells)
    none = (np.zeros(numbers.shape[1], dtype="int64"), ())
    lacking = unread.of_parts(depth)
    unknown = sums_of_unknown(numbers, codes, cells, depth=depth)
    found = []
    for row, is_placeless in zip(codes.index[wider], placeless[wider.to_numpy()], strict=True):
        key = (cells[row], codes[row])
        if key in sums.index:
            printed = numbers.loc[row].fillna(0).to_numpy(dtype="int64")
            more, rows = none if is_placeless else extra.get(key, none)
            summed = sums.loc[key].to_numpy(dtype="int64") + more
            place = (int(key[0]), str(key[1]))
            lacks = lacking.get(place, np.zeros(numbers.shape[1], dtype=bool))
            found.append(
                AreaRow(
                    row=int(row),
                    code=codes[row],
                    printed=np.where(unread.figures.loc[row].to_numpy(), summed, printed),
                    summed=summed,
                    parts=int(sizes[key]) + len(rows),
                    placeless=more,
                    placeless_rows=rows,
                    lacking=lacks | _explained(printed - summed, unknown.get(place)),
                )
            )
    return found


def _explained(more: np.ndarray, unknown: np.ndarray | None) -> np.ndarray:
    """In which columns a wider row exceeds its parts by just what rows of no known area beside them hold: all, none."""
    told = unknown is not None and bool((more > 0).any() and (unknown == more).all(axis=1).any())
    return np.full(len(more), told)


def _sums_of(
    which: np.ndarray, numbers: pd.DataFrame, codes: pd.Series, cells: pd.Series
) -> dict[tuple[int, str], tuple[np.ndarray, tuple[int, ...]]]:
    """By cell and code the sums of those rows, and which they are."""
    found: dict[tuple[int, str], tuple[np.ndarray, tuple[int, ...]]] = {}
    for row in codes.index[which]:
        key = (int(cells[row]), str(codes[row]))
        before, rows = found.get(key, (np.zeros(numbers.shape[1], dtype="int64"), ()))
        found[key] = before + numbers.loc[row].fillna(0).to_numpy(dtype="int64"), (*rows, int(row))
    return found


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
        name = context.lexicon.areas.official[found.code]
        if unmapped[found.row] and found.equal:
            if found.parts > 1:
                context.log.add(
                    "BARIS_INDUK_DITINGGALKAN", Severity.WARNING, sheet=context.sheet, row=found.row, value=name,
                    column=str(numbers.columns[0]), printed=int(found.printed[0]), n=found.parts,
                )  # fmt: skip
                left_out.add(found.row)
        elif is_sum or found.is_empty:
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

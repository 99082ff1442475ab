"""Rows of a wider area compared with the rows of its own parts, within one cell of all other keys."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from jamsos_data.intake.unread_parts import UnreadFigures, sums_of_unknown

# A printed total that misses its sum by at most this share is a slip in the total, not people without a village.
NEARLY = 0.1
# People: as few as that equal a sum of others by chance.
BY_CHANCE = 20
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


def cells_of(ids: pd.DataFrame) -> pd.Series:
    """A number per combination of the other keys: a sum is a sum within one month, segment, source."""
    names = [str(name) for name in ids.columns if name not in _NO_KEYS]
    if not names:
        return pd.Series(0, index=ids.index)
    return ids.groupby(names, sort=False, dropna=False).ngroup()


def number_cells(ids: pd.DataFrame) -> pd.DataFrame:
    """`ids` with one number for all keys that :func:`cells_of` tells rows apart by, as several questions ask it."""
    others = [str(name) for name in ids.columns if name in _NO_KEYS]
    return ids[others].assign(_cell=cells_of(ids))


def compare_areas(
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
        key, place = (cells[row], codes[row]), (int(cells[row]), str(codes[row]))
        if key not in sums.index:
            continue
        printed = numbers.loc[row].fillna(0).to_numpy(dtype="int64")
        more, rows = none if is_placeless else extra.get(place, none)
        summed = sums.loc[key].to_numpy(dtype="int64") + more
        lacks = lacking.get(place, np.zeros(numbers.shape[1], dtype=bool)) | _explained(
            printed - summed, unknown.get(place)
        )
        found.append(
            AreaRow(
                row=int(row), code=place[1], summed=summed, parts=int(sizes[key]) + len(rows), placeless=more,
                printed=np.where(unread.figures.loc[row].to_numpy(), summed, printed), placeless_rows=rows,
                lacking=lacks,
            )
        )  # fmt: skip
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

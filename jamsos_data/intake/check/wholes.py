"""Rows that sum other rows of their key: whether they do, and what is said of those that do or miss it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.compared_areas import NEARLY

Figures = Mapping[int, tuple[int, ...]]


@dataclass(frozen=True)
class Whole:
    """The row that sums `parts` (index of the rows), which the columns under `header` tell apart."""

    row: int
    parts: tuple[int, ...]
    header: str
    by_name: bool = True


def figures_of_rows(rows: pd.DataFrame, added: list[str]) -> Figures:
    """By index the figures of the columns `added`, nothing as 0."""
    figures = rows[added].fillna(0).astype("int64").itertuples(index=False, name=None)
    return dict(zip(map(int, rows.index), figures, strict=True))


def add_up(rows: Sequence[int], figures: Figures) -> tuple[int, ...]:
    """The sums of the figures of some rows."""
    return tuple(map(sum, zip(*(figures[row] for row in rows), strict=True)))


def equals(row: int, parts: Sequence[int], figures: Figures) -> bool:
    """Whether a row has the sums of the parts."""
    return figures[row] == add_up(parts, figures)


def is_near(row: int, parts: Sequence[int], figures: Figures) -> bool:
    """Whether a row misses the sum of its parts by little."""
    pairs = zip(figures[row], add_up(parts, figures), strict=True)
    return any(figures[row]) and all(abs(printed - total) <= NEARLY * total for printed, total in pairs)


def tell_wholes(rows: pd.DataFrame, wholes: Sequence[Whole], data: Dataset, context: CheckContext) -> None:
    """Those by name once for each sheet and column, others one by one."""
    sheets = [str(rows.at[whole.row, "_sheet"]) for whole in wholes]
    told = Counter((sheet, one.header) for sheet, one in zip(sheets, wholes, strict=True) if one.by_name)
    for (sheet, header), number in told.items():
        context.log.add("BARIS_GABUNGAN_BAGIAN", Severity.INFO, sheet=sheet, column=header, n=number)
    area = data.column("kode_wilayah")
    for sheet, whole in zip(sheets, wholes, strict=True):
        if not whole.by_name:
            row: Any = rows.loc[whole.row]
            context.log.add(
                "BARIS_INDUK_DITINGGALKAN", Severity.WARNING, sheet=sheet, row=int(row["_row"]),
                column=whole.header, value=context.show(row[area.name], area).id,
                printed=int(row[data.value_column]), n=len(whole.parts),
            )  # fmt: skip


def tell_slip(rows: pd.DataFrame, slip: Whole, data: Dataset, context: CheckContext) -> None:
    """Both numbers of a sum that misses its parts."""
    row: Any = rows.loc[slip.row]
    printed, summed = int(row[data.value_column]), int(rows.loc[list(slip.parts), data.value_column].sum())
    context.log.add(
        "TOTAL_TIDAK_COCOK", Severity.WARNING, sheet=row["_sheet"], row=int(row["_row"]), column=slip.header,
        printed=printed, summed=summed, difference=printed - summed,
    )  # fmt: skip

"""What disappears when an upload replaces rows: areas and combinations that stood there and that it does not mention.

Owns the comparison of the rows that an upload replaces with its own. An upload replaces every month, segment and
funding source that it contains, in all combinations (see `jamsos_data.lake.scope`); a partial file therefore takes
away figures that it says nothing about. Rows of the example data are invented and are never missed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.lake.schema import ASAL, EXAMPLE
from jamsos_data.reference import Reference

AMOUNT = "_amount"
_AREA = "kode_wilayah"
# Not part of a combination: the same people under another package of programmes have not disappeared.
_BESIDE = (_AREA, "program")


@dataclass(frozen=True, kw_only=True)
class LostArea:
    """An area whose figures disappear; `value` is what they added up to (people, rupiah or rows)."""

    code: str
    name: str
    value: int


@dataclass(frozen=True, kw_only=True)
class LostCell:
    """A combination (month, segment, funding source, …) that disappears; `value` is what it added up to.

    `cell` names it by column: codes, months as "2026-09".
    """

    cell: Mapping[str, str]
    value: int


@dataclass(frozen=True, kw_only=True)
class Losses:
    """All that disappears; both empty where nothing does."""

    areas: tuple[LostArea, ...] = ()
    cells: tuple[LostCell, ...] = ()


def find_losses(
    before: pl.DataFrame, after: pl.DataFrame, *, declared: Dataset, amount: pl.Expr, reference: Reference
) -> Losses:
    """What of the replaced rows `before` the rows `after` do not mention (both in stored types).

    An area is lost when it stands nowhere in `after`, or not in a combination that `after` contains; a
    combination is lost when `after` does not contain it at all. `amount` sums what is measured.
    """
    real = before.filter(pl.col(ASAL) != EXAMPLE)
    cell = cell_columns(declared)
    gone = _without(real, after, on=cell)
    unmentioned = _without(real, after, on=[_AREA])
    kept_cells = real.join(after, on=[_AREA], how="semi").join(after, on=cell, how="semi", nulls_equal=True)
    lost = pl.concat([unmentioned, _without(kept_cells, after, on=[_AREA, *cell])])
    areas = lost.group_by(_AREA).agg(amount.alias(AMOUNT)).sort(_AREA)
    cells = gone.group_by(cell).agg(amount.alias(AMOUNT)).sort(cell)
    return Losses(
        areas=tuple(
            LostArea(
                code=code, name=reference.area_name(code) if reference.has_area(code) else code, value=value
            )
            for code, value in areas.rows()
        ),
        cells=tuple(
            LostCell(cell=cell_texts(row, cell, declared), value=row[AMOUNT])
            for row in cells.rows(named=True)
        ),
    )


def cell_columns(declared: Dataset) -> list[str]:
    """The key columns that make up a combination: when, for whom and paid by whom, not where."""
    implied = set(declared.either) - set(declared.replaced_by)
    return [name for name in declared.key if name not in _BESIDE and name not in implied]


def cell_texts(row: Mapping[str, object], columns: list[str], declared: Dataset) -> dict[str, str]:
    """Column → text of a row in stored types: codes as they are, months as "2026-09", days as ISO dates."""
    months = {column.name for column in declared.columns_of(ColumnKind.MONTH)}
    return {name: str(row[name])[:7] if name in months else str(row[name]) for name in columns}


def _without(frame: pl.DataFrame, other: pl.DataFrame, *, on: list[str]) -> pl.DataFrame:
    return frame.join(other, on=on, how="anti", nulls_equal=True)

"""Rows of the lake as rows of a template, moved on to the next month or year: what somebody fills in every month.

Owns which data sets can be carried on this way, and what of a row holds in the next period.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from jamsos_data.datasets import STORED, Column, ColumnKind, Dataset, dataset
from jamsos_data.messages import load_messages
from jamsos_data.periods import add_months
from jamsos_data.reference import Reference
from jamsos_data.templates import Cell, regency_name, template_fields

_YEAR = 12  # months
_MEASURES = (ColumnKind.COUNT, ColumnKind.RUPIAH, ColumnKind.NUMBER)


@dataclass(frozen=True, kw_only=True)
class CarriedRows:
    """Rows in the order of the template's fields, and the period that they are for (month start, year or None)."""

    period: datetime | int | None
    rows: tuple[tuple[Cell, ...], ...]


def can_be_carried(kind: str) -> bool:
    """Whether rows of the data set hold on into a next period: not meetings of one day, not lists by name."""
    return kind in STORED and ColumnKind.DATE not in {c.kind for c in dataset(kind).columns if c.key}


def known_periods(rows: pl.LazyFrame, kind: str) -> tuple[datetime | int, ...]:
    """The months or years of a data set, newest first; empty without a period."""
    name = _period_name(dataset(kind))
    if name is None:
        return ()
    found = rows.select(pl.col(name).unique()).collect()[name].drop_nulls().sort(descending=True)
    return tuple(found.to_list())


def carry_rows(
    rows: pl.LazyFrame,
    kind: str,
    reference: Reference,
    *,
    language: str = "id",
    period: datetime | int | None = None,
    area: str = "",
    segmen: str = "",
    keep_values: bool = False,
) -> CarriedRows:
    """The rows of `period` (None: the newest) of canonical `rows`, for the period after it.

    `area` and `segmen` are codes; all within them is taken. Values stay empty unless `keep_values`. Of budgets the
    newest version of a year is carried on, as the first version of the next.
    """
    declared = dataset(kind)
    name = _period_name(declared)
    if name is not None:
        period = period if period is not None else next(iter(known_periods(rows, kind)), None)
        rows = rows.filter(pl.col(name).eq_missing(pl.lit(period)))
    chosen = _newest_versions(
        _within(rows, declared, reference, area=area, segmen=segmen), declared, reference
    )
    moved = _moved(period)
    write = _writer(declared, reference, language, later=moved.later, keep_values=keep_values)
    fields = [field.name for field in template_fields(kind, reference, language=language)]
    written = [write(row) for row in chosen.sort(list(declared.key)).iter_rows(named=True)]
    return CarriedRows(
        period=moved.period, rows=tuple(tuple(row[field] for field in fields) for row in written)
    )


@dataclass(frozen=True)
class _Moved:
    period: datetime | int | None
    months: int

    def later(self, value: datetime | int | None) -> datetime | int | None:
        if isinstance(value, datetime):
            return add_months(value, self.months)
        return None if value is None else value + self.months // _YEAR


def _moved(period: datetime | int | None) -> _Moved:
    """How far everything moves: a month where the period is one, else a year; nowhere without a period."""
    months = 0 if period is None else 1 if isinstance(period, datetime) else _YEAR
    moved = _Moved(None, months)
    return _Moved(moved.later(period), months)


def _period_name(declared: Dataset) -> str | None:
    """The key column that moves: the year where there is one (deadlines move with it), else the month."""
    for kind in (ColumnKind.YEAR, ColumnKind.MONTH):
        for column in declared.columns:
            if column.key and column.kind is kind:
                return column.name
    return None


def _within(
    rows: pl.LazyFrame, declared: Dataset, reference: Reference, *, area: str, segmen: str
) -> pl.DataFrame:
    if area and area != reference.kabupaten:
        inside = (pl.col("kode_wilayah") == area) | pl.col("kode_wilayah").str.starts_with(f"{area}.")
        rows = rows.filter(inside)
    if segmen and "segmen" in declared.names:
        rows = rows.filter(pl.col("segmen").is_in([segmen, *reference.segmen_tree.descendants(segmen)]))
    return rows.collect()


def _newest_versions(rows: pl.DataFrame, declared: Dataset, reference: Reference) -> pl.DataFrame:
    if "versi" not in declared.key:
        return rows
    order = reference.codes("versi_anggaran")
    rank = pl.col("versi").replace_strict(order, list(range(len(order))), default=-1)
    others = [name for name in declared.key if name != "versi"]
    newest = rows.sort(rank).unique(others, keep="last", maintain_order=True)
    return newest.with_columns(pl.lit(order[0]).alias("versi"))


def _writer(
    declared: Dataset,
    reference: Reference,
    language: str,
    *,
    later: Callable[[datetime | int | None], datetime | int | None],
    keep_values: bool,
) -> Callable[[Mapping[str, object]], dict[str, Cell]]:
    """A function from a row of the lake to the texts and numbers of a template's fields."""
    words = load_messages(language)
    names = {
        column.name: {c: reference.name_of(column.codes, c, language) for c in reference.codes(column.codes)}
        for column in declared.columns
        if column.codes is not None
    }

    def value_of(column: Column, value: object, row: Mapping[str, object]) -> Cell:
        if column.kind in _MEASURES:
            return value if keep_values else None  # type: ignore[return-value]
        if column.key and column.kind in (ColumnKind.MONTH, ColumnKind.YEAR):
            return later(value)  # type: ignore[arg-type]
        if column.kind is ColumnKind.MONTH:
            return _still_ahead(value, later(row[declared.period_column or ""])) if keep_values else None  # type: ignore[arg-type]
        if column.kind is ColumnKind.YESNO:
            return words("export.yes" if value else "export.no")
        return names.get(column.name, {}).get(str(value)) or value or None  # type: ignore[return-value]

    def write(row: Mapping[str, object]) -> dict[str, Cell]:
        cells: dict[str, Cell] = {}
        for column in declared.columns:
            if column.kind is ColumnKind.AREA:
                cells["kecamatan"], cells["desa"] = _area_names(str(row[column.name]), reference)
            else:
                cells[column.name] = value_of(column, row[column.name], row)
        return cells

    return write


def _still_ahead(value: datetime | None, period: datetime | int | None) -> datetime | None:
    """A last month paid that lies before the new period says nothing about it."""
    ahead = value is not None and isinstance(period, datetime) and value >= period
    return value if ahead else None


def _area_names(code: str, reference: Reference) -> tuple[str, str | None]:
    if not reference.has_area(code) or reference.area_level(code) == "kabupaten":
        return regency_name(reference), None
    if reference.area_level(code) == "kecamatan":
        return reference.area_name(code), None
    return reference.area_name(reference.parent_area(code)), reference.area_name(code)

"""What replacing a reference table would change: rows added, changed and removed, told before it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
import polars as pl

from jamsos_data.datasets import ColumnKind, Dataset, dataset
from jamsos_data.lake import Lake, Version
from jamsos_data.lake.reference_tables import number_text, text_table
from jamsos_data.reference_sets import BOUNDARIES, ORDER

_NAMES = ("nama", "alias")


@dataclass(frozen=True, kw_only=True)
class CellChange:
    """One cell of a row: the column, the text before and after."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class RowChange:
    """A row by its key (as people read it) and name; `cells` are those that change.

    Of a whole row without a name, such as a tariff, the main value stands in `cells`.
    """

    key: str
    name: str = ""
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReferenceChange:
    """The difference between a reference table as it stands and as the upload has it.

    `shipped` says that the shipped table stands there now. `reordered` is true when only the order differs.
    """

    kind: str
    base_version: int
    shipped: bool
    rows_before: int
    rows_after: int
    added: tuple[RowChange, ...]
    changed: tuple[RowChange, ...]
    removed: tuple[RowChange, ...]
    reordered: bool
    already_loaded: Version | None

    @property
    def is_empty(self) -> bool:
        """Whether the upload is the table that stands there."""
        return not (self.added or self.changed or self.removed or self.reordered)


def compare_tables(
    lake: Lake, kind: str, rows: pl.DataFrame, *, already_loaded: Version | None
) -> ReferenceChange:
    """What the stored-type `rows` would change in reference table `kind`. Writes nothing."""
    declared, base = dataset(kind), lake.version(kind) or 0
    stored = lake.scan_stored(kind, version=base)
    shipped = stored.head(1).collect().is_empty()
    before, after = standing_table(lake, kind, levels=_levels(rows)), text_table(rows.lazy())
    old, new = _by_key(before, declared), _by_key(after, declared)
    changed = [_compare(key, old[key], new[key]) for key in new if key in old]
    return ReferenceChange(
        kind=kind,
        base_version=base,
        shipped=shipped,
        rows_before=len(before),
        rows_after=len(after),
        added=tuple(_row(key, new[key], declared, new=True) for key in new if key not in old),
        changed=tuple(change for change in changed if change.cells),
        removed=tuple(_row(key, old[key], declared, new=False) for key in old if key not in new),
        reordered=set(old) == set(new) and list(old) != list(new),
        already_loaded=already_loaded,
    )


def standing_table(lake: Lake, kind: str, *, levels: Iterable[str] = ()) -> pd.DataFrame:
    """The table as it stands, uploaded or shipped, as text in its declared columns (boundaries: of these levels)."""
    declared = dataset(kind)
    if kind == BOUNDARIES:
        rows = lake.scan_stored(kind).filter(pl.col("tingkat").is_in(list(levels)))
        return text_table(rows)
    names = [column.name for column in declared.columns if column.name != ORDER]
    table = lake.reference().table(kind)[names].copy()
    for column in declared.columns_of(ColumnKind.NUMBER):
        table[column.name] = [number_text(float(text)) if text else "" for text in table[column.name]]
    return table


def _levels(rows: pl.DataFrame) -> tuple[str, ...]:
    return tuple(rows["tingkat"].unique()) if "tingkat" in rows.columns else ()


def _by_key(table: pd.DataFrame, declared: Dataset) -> dict[tuple[str, ...], dict[str, str]]:
    key = list(declared.key)
    return {
        tuple(str(row[name]) for name in key): {str(name): str(cell) for name, cell in row.items()}
        for row in table.to_dict(orient="records")
    }


def _compare(key: tuple[str, ...], old: dict[str, str], new: dict[str, str]) -> RowChange:
    cells = [
        CellChange(column=name, before=old.get(name, ""), after=text)
        for name, text in new.items()
        if old.get(name, "") != text
    ]
    return RowChange(key=_key_text(key), name=_name(new), cells=tuple(cells))


def _row(key: tuple[str, ...], row: dict[str, str], declared: Dataset, *, new: bool) -> RowChange:
    name, value = _name(row), row[declared.value_column]
    if name or declared.name == BOUNDARIES:
        return RowChange(key=_key_text(key), name=name)
    cell = CellChange(column=declared.value_column, before="" if new else value, after=value if new else "")
    return RowChange(key=_key_text(key), cells=(cell,))


def _key_text(key: tuple[str, ...]) -> str:
    return " · ".join(part for part in key if part)


def _name(row: dict[str, str]) -> str:
    return next((row[name] for name in _NAMES if name in row), "")

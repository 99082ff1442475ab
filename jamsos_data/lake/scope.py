"""Which rows of a table an upload replaces.

Owns the rule of DATA.md section 2: a new upload replaces the months (years) that it contains, for the segments and
funding sources that it contains. Each data set declares the columns of that rule as `replaced_by`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from jamsos_data.datasets import Dataset


@dataclass(frozen=True)
class Scope:
    """Column → the values in it that are replaced; a row is replaced when all columns match."""

    values: tuple[tuple[str, tuple[object, ...]], ...]

    def expression(self) -> pl.Expr:
        """The rows of the scope, as a filter over stored (not canonical) types."""
        matches = [pl.col(name).is_in(list(values)) for name, values in self.values]
        return pl.all_horizontal(matches) if matches else pl.lit(True)

    def predicate(self) -> str:
        """The same as an SQL condition for the Delta writer."""
        parts = [f"{name} IN ({', '.join(map(_literal, values))})" for name, values in self.values]
        return " AND ".join(parts) or "true"

    def texts(self) -> dict[str, tuple[str, ...]]:
        """Column → replaced values as text, days as ISO dates; for showing what is replaced."""
        return {name: tuple(map(str, values)) for name, values in self.values}


def scope_of(frame: pl.DataFrame, dataset: Dataset) -> Scope:
    """The scope that the stored-type rows of an upload replace."""
    return Scope(tuple((name, _distinct(frame[name])) for name in dataset.replaced_by))


def _distinct(column: pl.Series) -> tuple[object, ...]:
    values: Sequence[object] = column.unique().drop_nulls().sort().to_list()
    return tuple(values)


def _literal(value: object) -> str:
    match value:
        case date():
            return f"DATE '{value.isoformat()}'"
        case int() | float():
            return str(value)
        case _:
            return "'" + str(value).replace("'", "''") + "'"

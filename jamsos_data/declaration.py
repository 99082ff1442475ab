"""What a kind of data is made of: its columns, what identifies a row, and what an upload of it replaces."""

from __future__ import annotations

from dataclasses import dataclass

from jamsos_data.dataset_columns import Column, ColumnKind, Text


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """One kind of data: `key` columns identify a row, `value_column` is what is summed and compared.

    `replaced_by` names the columns whose values in an upload say which stored rows it replaces.
    Of the columns in `either`, one is enough: the others follow from it. A `reference` table holds codes and
    rules instead of figures: an upload replaces all of it (of boundaries: all of their level).
    """

    name: str
    title: Text
    explanation: Text
    columns: tuple[Column, ...]
    value_column: str
    replaced_by: tuple[str, ...]
    either: tuple[str, ...] = ()
    stored: bool = True
    reference: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """Names of the key columns, in order."""
        return tuple(column.name for column in self.columns if column.key)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def period_column(self) -> str | None:
        """The key column that says when: a month, else a year, else a day; None where nothing does."""
        if self.reference:
            return None
        for kind in (ColumnKind.MONTH, ColumnKind.YEAR, ColumnKind.DATE):
            for column in self.columns:
                if column.key and column.kind is kind:
                    return column.name
        return None

    def column(self, name: str) -> Column:
        """The column `name`. Raises KeyError when the data set has none of that name."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name!r}")

    def columns_of(self, *kinds: ColumnKind) -> tuple[Column, ...]:
        """The columns of the given kinds, in order."""
        return tuple(column for column in self.columns if column.kind in kinds)

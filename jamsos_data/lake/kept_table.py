"""Small tables that the lake keeps beside the data sets: what operators chose or noted, by one key.

Owns reading, replacing by key and taking out. Every change is a version, as everywhere in the lake; these tables are
no data sets: they are not in Riwayat, and no figure is counted from them.
"""

from dataclasses import dataclass

import polars as pl
from deltalake import DeltaTable

from jamsos_data.datasets import Dataset
from jamsos_data.lake import writing
from jamsos_data.lake.history import Provenance
from jamsos_data.lake.place import latest_version
from jamsos_data.lake.schema import ASAL, complete, stored_types

REMEMBER = "ingat"
FORGET = "lupakan"


@dataclass(frozen=True)
class KeptTable:
    """One such table; its key is the one column of `declared.replaced_by`."""

    declared: Dataset

    def version(self, location: str) -> int | None:
        """The newest version of the table at a lake's location; None while nothing was ever kept."""
        return latest_version(self._place(location)) or None

    def read(self, location: str) -> pl.DataFrame:
        """All rows: the declared columns and `asal`."""
        if self.version(location) is None:
            return pl.DataFrame(schema=stored_types(self.declared))
        return complete(pl.scan_delta(self._place(location)), self.declared).collect()

    def put(self, location: str, rows: pl.DataFrame, *, author: str, asal: str = "") -> None:
        """Keep `rows` (the declared columns) in the place of those with the same keys; `asal` says where from.

        Raises ConflictError or LakeError when they cannot be written.
        """
        provenance = Provenance(action=REMEMBER, author=author, rows=rows.height)
        frame = rows.select(self.declared.names).with_columns(pl.lit(asal).alias(ASAL))

        def change(table: DeltaTable) -> None:
            writing.write_rows(table, frame, provenance, replacing=self._condition(rows[self._key].to_list()))

        writing.commit_change(self._place(location), self.declared, change)

    def remove(self, location: str, keys: list[str], *, author: str) -> None:
        """Take out the rows with these keys. Raises like `put`."""
        if self.version(location) is None or not keys:
            return
        provenance = Provenance(action=FORGET, author=author, rows=len(keys))

        def change(table: DeltaTable) -> None:
            writing.delete_rows(table, provenance, condition=self._condition(keys))

        writing.commit_change(self._place(location), self.declared, change)

    @property
    def _key(self) -> str:
        (key,) = self.declared.replaced_by
        return key

    def _condition(self, keys: list[str]) -> str:
        quoted = ", ".join("'" + key.replace("'", "''") + "'" for key in keys)
        return f"{self._key} IN ({quoted})"

    def _place(self, location: str) -> str:
        return f"{location}/{self.declared.name}"

"""Small tables that the lake keeps beside the data sets: what operators chose or noted, by one key.

Owns reading, replacing by key, taking out and undoing. Every change is a version, as everywhere in the lake; these
tables are no data sets: they are not in Riwayat, and no figure is counted from them.
"""

from dataclasses import dataclass

import polars as pl
from deltalake import DeltaTable

from jamsos_data.datasets import Dataset
from jamsos_data.lake import writing
from jamsos_data.lake.errors import ConflictError
from jamsos_data.lake.history import RESTORE, Provenance
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

    def put(self, location: str, rows: pl.DataFrame, *, author: str, asal: str = "") -> int:
        """Keep `rows` (the declared columns) in the place of those with the same keys; the version that holds them.

        `asal` says where they come from. Raises ConflictError or LakeError when they cannot be written.
        """
        provenance = Provenance(action=REMEMBER, author=author, rows=rows.height)
        frame = rows.select(self.declared.names).with_columns(pl.lit(asal).alias(ASAL))

        def change(table: DeltaTable) -> None:
            writing.write_rows(table, frame, provenance, replacing=self._condition(rows[self._key].to_list()))

        return writing.commit_change(self._place(location), self.declared, change).version

    def remove(self, location: str, keys: list[str], *, author: str) -> int:
        """Take out the rows with these keys; the version without them (0: nothing was ever kept). Raises like `put`."""
        newest = self.version(location) or 0
        if not newest or not keys:
            return newest
        provenance = Provenance(action=FORGET, author=author, rows=len(keys))

        def change(table: DeltaTable) -> None:
            writing.delete_rows(table, provenance, condition=self._condition(keys))

        return writing.commit_change(self._place(location), self.declared, change).version

    def undo(self, location: str, version: int, *, author: str) -> int:
        """Take back the change that made `version`, which must be the newest; the version that did it.

        Raises ConflictError when the table was changed since, and like `put`.
        """
        provenance = Provenance(action=RESTORE, author=author, restored=version - 1)

        def change(table: DeltaTable) -> None:
            if table.version() != version:
                raise ConflictError("lake.kept_changed")
            writing.restore_version(table, provenance, version=version - 1)

        return writing.commit_change(self._place(location), self.declared, change).version

    @property
    def _key(self) -> str:
        (key,) = self.declared.replaced_by
        return key

    def _condition(self, keys: list[str]) -> str:
        quoted = ", ".join("'" + key.replace("'", "''") + "'" for key in keys)
        return f"{self._key} IN ({quoted})"

    def _place(self, location: str) -> str:
        return f"{location}/{self.declared.name}"

"""Reading and changing the lake's tables.

Owns the one class through which everything else sees the lake. Version 0 of a table is its creation, without rows;
the first upload is version 1. What was committed is never removed: every version can be read and restored.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import polars as pl
from deltalake import DeltaTable

from jamsos_data.datasets import REFERENCE_SETS, STORED, VERSIONED, dataset
from jamsos_data.lake import history as actions
from jamsos_data.lake import writing
from jamsos_data.lake.checks import periods_of, require_new_keys, rows_differ
from jamsos_data.lake.errors import ConflictError, UnknownVersionError
from jamsos_data.lake.history import Provenance, Version, read_version
from jamsos_data.lake.place import latest_version
from jamsos_data.lake.reference_tables import (
    codes_in_use,
    read_reference,
    require_codes_kept,
    require_known_codes,
)
from jamsos_data.lake.schema import ASAL, EXAMPLE, complete, stored_types, to_canonical
from jamsos_data.lake.scope import Scope
from jamsos_data.reference import Reference


def fingerprint_of(versions: Mapping[str, int]) -> str:
    """A text for the newest `versions` of all tables, see :meth:`Lake.fingerprint`."""
    return " ".join(f"{kind}:{version}" for kind, version in versions.items())


class Lake:
    """The tables in one folder or at one object-store address. Cheap to make: nothing is opened or created."""

    def __init__(self, location: str | Path) -> None:
        self.location = str(location).rstrip("/")

    def version(self, kind: str) -> int | None:
        """The newest version of a data set; None while nothing was ever committed to it."""
        return latest_version(self._table(kind)) or None

    def versions(self) -> dict[str, int]:
        """Data set or reference table → newest version, for those that have one."""
        found = {kind: self.version(kind) for kind in VERSIONED}
        return {kind: version for kind, version in found.items() if version is not None}

    def versions_at(self, moment: datetime) -> dict[str, int]:
        """Data set → the version that was the newest at `moment` (aware); 0, the empty table, before the first."""
        return {
            kind: max((found.version for found in self.history(kind) if found.time <= moment), default=0)
            for kind in self.versions()
        }

    def fingerprint(self) -> str:
        """A text that changes whenever any table changes; for use as a cache key."""
        return fingerprint_of(self.versions())

    def is_empty(self) -> bool:
        """Whether no data set holds a row; reference tables do not count."""
        return all(self.scan(kind).head(1).collect().is_empty() for kind in STORED)

    def has_example(self) -> frozenset[str]:
        """The data sets that hold rows of the example data."""
        return frozenset(
            kind
            for kind in self.versions()
            if kind in STORED and not self._example(kind).head(1).collect().is_empty()
        )

    def reference(self, versions: Mapping[str, int] | None = None) -> Reference:
        """The reference tables: those that were uploaded, at `versions` (None: the newest), else the shipped ones.

        A table without a version among `versions`, or at version 0, is the shipped one.
        """
        held = self.versions() if versions is None else versions
        return read_reference(self, tuple((kind, held[kind]) for kind in REFERENCE_SETS if held.get(kind)))

    def scan(self, kind: str, *, version: int | None = None) -> pl.LazyFrame:
        """The rows of a data set at a version (None: the newest), lazily.

        Canonical columns in their order, months and days as `Datetime("us")`, then `asal` ("contoh" or the first
        12 hex digits of the file's SHA-256). Without a table: an empty frame of the same columns and types.
        Raises KeyError for an unknown data set, UnknownVersionError for a version that does not exist.
        """
        return to_canonical(self.scan_stored(kind, version=version))

    def scan_stored(self, kind: str, *, version: int | None = None) -> pl.LazyFrame:
        """Like `scan`, in the stored types: months and days as `Date`, so that a filter on them skips files."""
        table = self._open(kind, version=version)
        if table is None:
            return pl.LazyFrame(schema=stored_types(dataset(kind)))
        return complete(pl.scan_delta(table), dataset(kind))

    def history(self, kind: str) -> tuple[Version, ...]:
        """The versions of a data set, newest first; empty when there is none. The creation is left out."""
        table = self._open(kind)
        entries = [] if table is None else table.history()
        return tuple(read_version(kind, entry) for entry in entries if entry["version"] > 0)

    def replace_rows(
        self,
        kind: str,
        rows: pl.DataFrame,
        *,
        scope: Scope,
        provenance: Provenance,
        base_version: int | None = None,
    ) -> Version:
        """Put the stored-type `rows` in the place of what the table holds in `scope`.

        Raises ConflictError when somebody changed rows of the scope after `base_version` (None: after this call),
        CodesInUseError when a reference table would lose codes that the data hold.
        """
        base = (self.version(kind) or 0) if base_version is None else base_version

        def change(table: DeltaTable) -> None:
            if kind in REFERENCE_SETS:
                require_codes_kept(self, kind, rows[dataset(kind).key[0]])
            self._require_unchanged(kind, scope, base=base, current=table.version())
            writing.write_rows(table, rows, provenance, replacing=scope.predicate())

        return writing.commit_change(self._table(kind), dataset(kind), change)

    def add_rows(self, kind: str, rows: pl.DataFrame, *, provenance: Provenance) -> Version:
        """Add the stored-type `rows` to the table.

        Raises DuplicateKeysError, naming keys, when a key is there already: it would be counted twice.
        """

        def change(table: DeltaTable) -> None:
            require_new_keys(kind, rows, self.scan_stored(kind, version=table.version()))
            writing.write_rows(table, rows, provenance, replacing=None)

        return writing.commit_change(self._table(kind), dataset(kind), change)

    def restore(
        self, kind: str, version: int, *, author: str = "", note: str = "", change: str = ""
    ) -> Version:
        """Make the rows of an earlier version the current ones, as a new version (itself undoable the same way).

        Restores of several data sets that are one action carry the same `change`.
        Version 0 is the empty table; of a reference table it brings the shipped one back. Raises
        UnknownVersionError for a version that does not exist or is the current one, ConflictError when somebody
        else committed meanwhile, CodesInUseError when data and reference tables would no longer fit.
        """
        current = self.version(kind)
        if current is None or not 0 <= version < current:
            raise UnknownVersionError("lake.unknown_version", kind=kind, version=version, newest=current or 0)
        self._require_fitting_codes(kind, version)
        provenance = self._provenance(
            kind,
            self.scan(kind, version=version),
            actions.RESTORE,
            author=author,
            note=note,
            restored=version,
            change=change,
        )

        def bring_back(table: DeltaTable) -> None:
            if table.version() != current:
                raise ConflictError("lake.changed_meanwhile", kind=kind, version=table.version())
            writing.restore_version(table, provenance, version=version)

        return writing.commit_change(self._table(kind), dataset(kind), bring_back)

    def codes_in_use(self, table: str) -> frozenset[str]:
        """The codes of a reference table that the data hold now."""
        return frozenset(codes_in_use(self, table))

    def remove_example(self, *, author: str = "", change: str = "") -> tuple[Version, ...]:
        """Take the rows of the example data out of every table, a version each; returns these versions.

        They are one change, or part of the `change` given (that of an upload which replaces the example).
        """
        whole = change or actions.new_change()
        return tuple(self._remove_example(kind, author, whole) for kind in sorted(self.has_example()))

    def _remove_example(self, kind: str, author: str, change: str) -> Version:
        provenance = self._provenance(
            kind, self._example(kind), actions.REMOVE_EXAMPLE, author=author, change=change
        )

        def remove(table: DeltaTable) -> None:
            writing.delete_rows(table, provenance, condition=f"{ASAL} = '{EXAMPLE}'")

        return writing.commit_change(self._table(kind), dataset(kind), remove)

    def _require_fitting_codes(self, kind: str, version: int) -> None:
        """Raise CodesInUseError unless the codes of data and reference fit once `version` is back."""
        rows = self.scan_stored(kind, version=version)
        if kind in STORED:
            require_known_codes(kind, rows, self.reference())
        elif codes_in_use(self, kind):
            restored = self.reference({**self.versions(), kind: version})
            require_codes_kept(self, kind, restored.codes(kind))

    def _require_unchanged(self, kind: str, scope: Scope, *, base: int, current: int) -> None:
        if base == current:
            return
        before, now = (
            self.scan_stored(kind, version=version).filter(scope.expression()) for version in (base, current)
        )
        if rows_differ(before, now):
            latest = self.history(kind)[0]
            raise ConflictError(
                "lake.conflict", kind=kind, author=latest.author or "?", version=latest.version
            )

    def _example(self, kind: str) -> pl.LazyFrame:
        return self.scan(kind).filter(pl.col(ASAL) == EXAMPLE)

    @staticmethod
    def _provenance(
        kind: str,
        rows: pl.LazyFrame,
        action: str,
        *,
        author: str,
        note: str = "",
        restored: int | None = None,
        change: str = "",
    ) -> Provenance:
        return Provenance(
            action=action,
            author=author,
            note=note,
            rows=rows.select(pl.len()).collect().item(),
            periods=periods_of(rows, dataset(kind)),
            restored=restored,
            change=change,
        )

    def _table(self, kind: str) -> str:
        return f"{self.location}/{dataset(kind).name}"

    def _open(self, kind: str, *, version: int | None = None) -> DeltaTable | None:
        """The table at a version; None when there is no table and version 0 or the newest is asked for."""
        newest = latest_version(self._table(kind))
        if newest is None and not version:
            return None
        if version is not None and (newest is None or not 0 <= version <= newest):
            raise UnknownVersionError("lake.unknown_version", kind=kind, version=version, newest=newest or 0)
        return DeltaTable(self._table(kind), version=version)

"""Optimistic commits to one Delta table.

Owns how a change becomes a version: it is checked against and written for exactly the version that follows the one
it was opened at. When somebody else was faster, the whole change runs again on what is there now, so that both
land or one is told why not. No commit is ever half done: Delta publishes it with one log entry.
"""

import secrets
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
from deltalake import CommitProperties, DeltaTable, PostCommitHookProperties, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

from jamsos_data.datasets import Dataset
from jamsos_data.lake.errors import ConflictError, LakeError
from jamsos_data.lake.history import Provenance, Version, read_version
from jamsos_data.lake.place import is_remote
from jamsos_data.lake.schema import delta_schema

# Delta's own clean-up would end the history after 30 days.
_KEEP_EVERYTHING = {
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
}
_AFTER_COMMIT = PostCommitHookProperties(create_checkpoint=True, cleanup_expired_logs=False)
_ATTEMPTS = 40


def commit_change(place: str, declared: Dataset, change: Callable[[DeltaTable], None]) -> Version:
    """Run `change` on the newest version of the table at `place` until it lands as the next version.

    `change` checks and writes; it must write for the version of the table it is given. The table is created when
    it is not there. Raises ConflictError when others are faster every
    time, LakeError when the place cannot be written to.
    """
    for attempt in range(_ATTEMPTS):
        try:
            table = _open_or_create(place, declared)
            change(table)
        except CommitFailedError:
            time.sleep((10 + secrets.randbelow(50 * (attempt + 1))) / 1000)
        except (DeltaError, OSError) as error:
            raise LakeError("lake.storage", kind=declared.name, reason=error) from error
        else:
            return _written_version(table, declared.name)
    raise ConflictError("lake.busy", kind=declared.name)


def write_rows(
    table: DeltaTable, rows: pl.DataFrame, provenance: Provenance, *, replacing: str | None
) -> None:
    """Write stored-type rows: in the place of those that the SQL condition `replacing` selects, or beside all."""
    properties = _properties(provenance)
    if replacing is None:
        write_deltalake(
            table,
            rows,
            mode="append",
            schema_mode="merge",
            commit_properties=properties,
            post_commithook_properties=_AFTER_COMMIT,
        )
    else:
        write_deltalake(
            table,
            rows,
            mode="overwrite",
            predicate=replacing,
            schema_mode="merge",
            commit_properties=properties,
            post_commithook_properties=_AFTER_COMMIT,
        )


def delete_rows(table: DeltaTable, provenance: Provenance, *, condition: str) -> None:
    """Take out the rows that the SQL condition selects."""
    table.delete(
        condition, commit_properties=_properties(provenance), post_commithook_properties=_AFTER_COMMIT
    )


def restore_version(table: DeltaTable, provenance: Provenance, *, version: int) -> None:
    """Make the rows of an earlier version the current ones."""
    table.restore(
        version, commit_properties=_properties(provenance), post_commithook_properties=_AFTER_COMMIT
    )


def _properties(provenance: Provenance) -> CommitProperties:
    return CommitProperties(custom_metadata=provenance.metadata(), max_commit_retries=0)


def _open_or_create(place: str, declared: Dataset) -> DeltaTable:
    try:
        return DeltaTable(place)
    except TableNotFoundError:
        if not is_remote(place):
            Path(place).mkdir(parents=True, exist_ok=True)
        # Without retries, as everywhere: two creators at once must not end in two creation entries.
        return DeltaTable.create(
            place,
            schema=delta_schema(declared),
            mode="ignore",
            configuration=_KEEP_EVERYTHING,
            commit_properties=CommitProperties(max_commit_retries=0),
        )


def _written_version(table: DeltaTable, kind: str) -> Version:
    version = table.version()
    return next(read_version(kind, entry) for entry in table.history() if entry["version"] == version)

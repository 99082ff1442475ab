"""The lake: every version of every data set, as Delta tables in one folder (or at an `s3://` address).

One table per data set; each commit carries who, which file, its SHA-256 and a note. Reads are lazy, at the newest
or any earlier version. This package knows nothing of spreadsheets: `jamsos_data.commit` brings uploads here.
"""

from jamsos_data.lake.errors import (
    ConflictError,
    DuplicateKeysError,
    LakeError,
    NotCommittableError,
    UnknownVersionError,
)
from jamsos_data.lake.history import Provenance, Version, new_change
from jamsos_data.lake.place import lake_folder
from jamsos_data.lake.scope import Scope, scope_of
from jamsos_data.lake.store import Lake, fingerprint_of

__all__ = [
    "ConflictError",
    "DuplicateKeysError",
    "Lake",
    "LakeError",
    "NotCommittableError",
    "Provenance",
    "Scope",
    "UnknownVersionError",
    "Version",
    "fingerprint_of",
    "lake_folder",
    "new_change",
    "scope_of",
]

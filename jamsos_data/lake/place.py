"""Where the lake lies, and which version its log says each table has.

Owns the choice of the folder (`--lake`, `JAMSOS_LAKE`, else `data/` beside the code) and the cheap look at the
version log that tells whether anything has changed.
"""

import os
import re
from pathlib import Path

from deltalake import DeltaTable
from deltalake.exceptions import TableNotFoundError

_LOG_ENTRY = re.compile(r"^(\d{20})\.json$")


def lake_folder(argument: str | None = None) -> str:
    """The lake's location: the argument, else the environment variable `JAMSOS_LAKE`, else `data/` beside the code.

    An address with a scheme (`s3://bucket/path`) is passed through as it is.
    """
    chosen = argument or os.environ.get("JAMSOS_LAKE", "")
    if not chosen:
        return str(Path(__file__).parents[2] / "data")
    return chosen if is_remote(chosen) else str(Path(chosen).expanduser().absolute())


def is_remote(location: str) -> bool:
    """Whether the location is an address of an object store instead of a folder."""
    return "://" in location


def latest_version(table: str) -> int | None:
    """The newest version of the Delta table at `table`, None where there is no table.

    In a folder this lists the names in the log and reads nothing, so that it costs well under a millisecond.
    """
    if is_remote(table):
        return _remote_version(table)
    try:
        names = os.listdir(os.path.join(table, "_delta_log"))  # noqa: PTH118, PTH208 - asked in every run
    except (FileNotFoundError, NotADirectoryError):
        return None
    return max((int(found[1]) for found in map(_LOG_ENTRY.match, names) if found), default=None)


def _remote_version(table: str) -> int | None:
    try:
        return DeltaTable(table).version()
    except TableNotFoundError:
        return None

"""The versions of a table and what is remembered about each.

Owns `Provenance` (what a committer says), `Version` (what the history answers) and their form in the commit
metadata of Delta, where every other reader of the table finds them too.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

REPLACE = "ganti"
ADD = "tambah"
RESTORE = "pulihkan"
LOAD_EXAMPLE = "contoh"
REMOVE_EXAMPLE = "hapus_contoh"
REMEMBER = "ingat"
FOREIGN = "lain"
# Invented figures have no author among the people of the office, whoever asked for them.
EXAMPLE_AUTHOR = "Data contoh"


def new_change() -> str:
    """A mark for the commits of one action, so that what somebody did at once is seen and undone at once."""
    return secrets.token_hex(6)


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """Where the rows of a commit come from. `rows` counts the rows of the upload, `periods` are its months or years.

    Commits of one action carry the same `change`, of `new_change`.
    `corrected` counts the cells that were not read as the file has them.
    """

    action: str
    author: str = ""
    note: str = ""
    file_name: str = ""
    sha256: str = ""
    rows: int = 0
    periods: tuple[str, ...] = ()
    restored: int | None = None
    change: str = ""
    corrected: int = 0

    def metadata(self) -> dict[str, str]:
        """Delta commit metadata; all values are text."""
        texts = {
            "action": self.action,
            "author": self.author,
            "note": self.note,
            "file_name": self.file_name,
            "sha256": self.sha256,
            "rows": str(self.rows),
            "periods": ",".join(self.periods),
            "change": self.change,
        }
        if self.corrected:
            texts["corrected"] = str(self.corrected)
        return texts if self.restored is None else texts | {"restored": str(self.restored)}


@dataclass(frozen=True, kw_only=True)
class Version:
    """One version of one data set.

    `action` is "ganti", "tambah", "pulihkan", "contoh", "hapus_contoh", "ingat" (spellings that were confirmed), or
    "lain" when another program wrote it.
    `rows` counts the rows of the upload ("ganti", "tambah", "contoh"), the rows in the table after a restore, or
    the rows taken out ("hapus_contoh"). `time` is aware, in UTC. `restored` is the version that a restore
    brought back. Versions of one action, also of other data sets, carry the same `change`; "" stands alone.
    `corrected` counts the cells of the file that an operator corrected before.
    """

    kind: str
    version: int
    time: datetime
    author: str
    file_name: str
    sha256: str
    note: str
    action: str
    rows: int
    periods: tuple[str, ...]
    restored: int | None = None
    change: str = ""
    corrected: int = 0


def read_version(kind: str, entry: Mapping[str, Any]) -> Version:
    """One entry of Delta's history as a `Version`."""
    periods = str(entry.get("periods", ""))
    restored = entry.get("restored")
    return Version(
        kind=kind,
        version=int(entry["version"]),
        time=datetime.fromtimestamp(int(entry["timestamp"]) / 1000, tz=UTC),
        author=str(entry.get("author", "")),
        file_name=str(entry.get("file_name", "")),
        sha256=str(entry.get("sha256", "")),
        note=str(entry.get("note", "")),
        action=str(entry.get("action", FOREIGN)),
        rows=int(entry.get("rows", 0)),
        periods=tuple(periods.split(",")) if periods else (),
        restored=None if restored is None else int(restored),
        change=str(entry.get("change", "")),
        corrected=int(entry.get("corrected", 0)),
    )

"""One planned example file: its name, the data set it holds, its sheets and how it is written."""

from dataclasses import dataclass
from pathlib import Path

from jamsos_data.examples.workbooks import Delimited, Sheet, write_delimited, write_workbook


@dataclass(frozen=True, kw_only=True)
class PlannedFile:
    """A file to write: XLSX, or CSV (one sheet) where `delimited` says how. `accept` lists what intake asks."""

    file_name: str
    kind: str
    note: str
    sheets: tuple[Sheet, ...]
    delimited: Delimited | None = None
    accept: frozenset[str] = frozenset()

    def write(self, folder: Path) -> Path:
        """Write the file into `folder`, which must exist; give its path."""
        path = folder / self.file_name
        if self.delimited is None:
            write_workbook(path, self.sheets)
        else:
            write_delimited(path, self.sheets[0], self.delimited)
        return path

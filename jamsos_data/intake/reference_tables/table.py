"""What reading a reference table gives."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from jamsos_data.intake.report import SheetReading


@dataclass(frozen=True)
class ReadTable:
    """Rows of the declared columns in the order of the file, the rows not taken, and how the sheet was read."""

    rows: pd.DataFrame
    rejected: pd.DataFrame
    reading: SheetReading

"""Single rows of the small frames that metrics return."""

from __future__ import annotations

from typing import Any

import pandas as pd

from jamsos_data.wording import rows_of


def first_row(frame: pd.DataFrame) -> Any | None:
    """The first row as a named tuple; None when the frame is empty."""
    rows = rows_of(frame.head(1))
    return rows[0] if rows else None

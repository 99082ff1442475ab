"""Single rows of the small frames that metrics return."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pandas as pd

from jamsos_data.metrics.identity import ByIdentity
from jamsos_data.wording import rows_of

KEPT_ROWS = 200


def first_row(frame: pd.DataFrame) -> Any | None:
    """The first row as a named tuple, of the very same frame always the same one; None when the frame is empty."""
    return _first(ByIdentity(frame))


@lru_cache(maxsize=KEPT_ROWS)
def _first(frame: ByIdentity[pd.DataFrame]) -> Any | None:
    rows = rows_of(frame.held.head(1))
    return rows[0] if rows else None

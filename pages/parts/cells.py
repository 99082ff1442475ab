"""The cells of a table as text: one writer for each kind of cell, in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from jamsos_data import formats
from jamsos_data.messages import Messages
from jamsos_data.table import CellKind
from pages.parts.wording import NOTHING

Writer = Callable[[Any], str]


@lru_cache(maxsize=4)
def cell_writers(words: Messages) -> Mapping[CellKind, Writer]:
    """How a cell of each kind is written in the language of `words`; a missing one is a dash.

    Percentages have two decimals, as the published figures do: the table is the evidence under a rounded headline.
    """
    spoken = words.language
    return {
        "count": _present(lambda value: formats.format_count(int(value), language=spoken)),
        "percent": _present(lambda value: formats.format_percent(value, digits=2, language=spoken)),
        "number": _present(lambda value: formats.format_number(value, digits=1, language=spoken)),
        "rupiah": _present(lambda value: formats.format_rupiah(int(value), language=spoken)),
        "month": _present(lambda value: formats.format_month(value, language=spoken)),
        "day": _present(lambda value: formats.format_day(value, language=spoken)),
        "text": _present(lambda value: str(value) or NOTHING),
        "yesno": _present(lambda value: words("export.yes" if value else "export.no")),
    }


def _present(write: Writer) -> Writer:
    def written(value: Any) -> str:
        return NOTHING if value is None or pd.isna(value) else write(value)

    return written

"""Says what of a file is read and what is not: its kind, sheets and columns left aside.

A sheet or column that holds figures is never left aside in silence: people may stand there.
"""

from __future__ import annotations

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.header import Table, locate_table
from jamsos_data.intake.match.columns import ColumnMap
from jamsos_data.intake.match.slips import guess_label
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.intake.report import FindingLog

_PROBED_ROWS = 2_000
_FEWEST_ROWS = 2
_LISTED = 12


def note_kind(data: Dataset, log: FindingLog) -> None:
    """The kind was recognised, not stated: say which."""
    log.add("JENIS_DIKENALI", Severity.INFO, value=data.name, title=data.title)


def note_unread(sheet: RawSheet, lexicon: Lexicon, log: FindingLog, *, guide: bool) -> None:
    """A sheet that is not read: to be acknowledged when it holds figures and is no `guide` for people."""
    if guide or not _holds_figures(sheet, lexicon):
        log.add("LEMBAR_TIDAK_DIBACA", Severity.INFO, sheet=sheet.name)
    else:
        log.add("LEMBAR_BERANGKA_TIDAK_DIBACA", Severity.WARNING, sheet=sheet.name, n=len(sheet.cells))


def _holds_figures(sheet: RawSheet, lexicon: Lexicon) -> bool:
    """Two rows or more with a number to the right of a text; in a table with a header one is enough."""
    table = locate_table(sheet, lexicon)
    body = (sheet.cells if table is None else table.body).head(_PROBED_ROWS)
    rows = sum(1 for row in body.itertuples(index=False) if _has_figure([str(text) for text in row if text]))
    return rows >= (_FEWEST_ROWS if table is None else 1)


def _has_figure(texts: list[str]) -> bool:
    words = [position for position, text in enumerate(texts) if not is_number(text)]
    return bool(words) and any(is_number(text) for text in texts[words[0] + 1 :])


def note_columns(table: Table, mapping: ColumnMap, lexicon: Lexicon, log: FindingLog) -> None:
    """Columns that are filled and not used, and headers that were read in spite of a slip.

    Figures under a header that is nearly a segment, month or payer must be acknowledged: people would be lost.
    """
    sheet = table.sheet.name
    unused = [slot.header for slot in mapping.of_role("unused") if (table.body[slot.position] != "").any()]
    if unused:
        log.add(
            "KOLOM_TIDAK_DIPAKAI",
            Severity.INFO,
            sheet=sheet,
            column=", ".join(unused[:_LISTED]),
            n=len(unused),
        )
    for slot in mapping.of_role("unused", "total"):
        texts = table.body[slot.position]
        meant = guess_label(slot, mapping.data, lexicon) if _are_figures(texts) else None
        if meant is not None:
            log.add("KOLOM_MUNGKIN_HILANG", Severity.WARNING, sheet=sheet, column=slot.header, proposal=meant)
    for slot in mapping.of_role("column", "value"):
        if slot.near:
            log.add("JUDUL_KOLOM_MIRIP", Severity.INFO, sheet=sheet, column=slot.header, proposal=slot.near)


def _are_figures(texts: pd.Series) -> bool:
    """Whether most filled cells are numbers."""
    filled = texts[texts != ""].head(_PROBED_ROWS)
    return len(filled) > 0 and sum(map(is_number, filled)) * 2 > len(filled)

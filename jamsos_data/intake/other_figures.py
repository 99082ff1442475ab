"""Figures of a file that another data set would take: said, so that nobody thinks they were loaded too."""

from __future__ import annotations

from jamsos_data.findings import Severity
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import FindingLog

_PARTICIPANTS = frozenset(["peserta", "terdaftar", "terlindungi", "aktif"])


def note_other_figures(table: Table, mapping: ColumnMap, log: FindingLog) -> None:
    """Warn where a table read as potensi has columns of participants beside, which are not taken."""
    if mapping.data.name != "potensi":
        return
    headers = [
        slot.header
        for slot in mapping.of_role("unused")
        if _PARTICIPANTS & set(normalise(slot.header).split())
    ]
    if headers:
        log.add(
            "ANGKA_LAIN_TIDAK_DIAMBIL", Severity.WARNING, sheet=table.sheet.name, column=", ".join(headers)
        )

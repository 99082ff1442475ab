"""Intake: the bytes of an uploaded file → checked canonical rows and findings.

Steps in order: read → locate → match → clean → check. One door in: `read_upload`.
"""

from jamsos_data.intake.layout import RecalledLayout, SheetLayout
from jamsos_data.intake.pipeline import read_upload
from jamsos_data.intake.report import AreaAlias, ColumnReading, IntakeOptions, IntakeReport, SheetReading

__all__ = [
    "AreaAlias",
    "ColumnReading",
    "IntakeOptions",
    "IntakeReport",
    "RecalledLayout",
    "SheetLayout",
    "SheetReading",
    "read_upload",
]

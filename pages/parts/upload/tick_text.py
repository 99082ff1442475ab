"""What the tick beside a problem says: what is agreed to, and of how many cells, rows or columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from jamsos_data.findings import Finding, Severity
from jamsos_data.intake.check.part_rows import PROPOSED as ROWS_ADDED
from jamsos_data.intake.report import SheetReading
from pages.parts.language import words
from pages.parts.wording import count_text

Unit = Literal["cells", "rows", "columns", "file"]


def tick_text(findings: Sequence[Finding], sheets: Sequence[SheetReading]) -> str:
    """The text of the tick for findings of one code, made on a file of these sheets."""
    if findings[0].severity is Severity.WARNING:
        return words()("upload.accept.warning")
    unit = unit_of(findings, sheets)
    if any(found.proposal for found in findings):
        return words()(f"upload.accept.proposal.{unit}", **_number(findings))
    return words()(f"upload.accept.leave.{'columns' if unit == 'columns' else 'rows'}", **_number(findings))


def list_text(findings: Sequence[Finding], sheets: Sequence[SheetReading]) -> str:
    """The text above the list of all findings of one code."""
    unit = "cells" if unit_of(findings, sheets) == "cells" else "else"
    return words()(f"upload.list.{unit}", n=len(findings), count=count_text(len(findings)))


def unit_of(findings: Sequence[Finding], sheets: Sequence[SheetReading]) -> Unit:
    """What the findings of one code are about: cells, rows, whole columns of the file, or all of it.

    A month that stands in a title is told with the name of a column, too, but no column has that header.
    """
    if findings[0].code == ROWS_ADDED:
        return "rows"
    if any(found.row is not None for found in findings):
        return "cells"
    headers = {(sheet.name, column.header) for sheet in sheets for column in sheet.columns}
    in_file = any((found.sheet, found.column) in headers for found in findings)
    return "columns" if in_file else "file"


def _number(findings: Sequence[Finding]) -> dict[str, object]:
    """How many there are; of rows that are proposed to be added up, how many rows."""
    is_added = findings[0].code == ROWS_ADDED
    n = sum(int(str(found.params["n"])) for found in findings) if is_added else len(findings)
    return {"n": n, "count": count_text(n)}

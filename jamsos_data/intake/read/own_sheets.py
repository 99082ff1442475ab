"""The sheet of findings that a marked workbook carries: recognised and never read, so that the file can come back."""

from __future__ import annotations

from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.messages import LANGUAGES, load_messages


def is_findings_sheet(name: str, first_text: str) -> bool:
    """Whether a sheet is one of ours: both its name and its first text are, in either language.

    A sheet that an office itself calls "Temuan" begins otherwise and is read like any other.
    """
    says = [load_messages(language) for language in LANGUAGES]
    return any(
        name.casefold().startswith(say("marked.sheet").casefold()) and first_text == say("marked.title")
        for say in says
    )


def without_findings(sheets: tuple[RawSheet, ...]) -> tuple[RawSheet, ...]:
    """The sheets of the file as it was before it was marked."""
    return tuple(sheet for sheet in sheets if not is_findings_sheet(sheet.name, _first_text(sheet)))


def _first_text(sheet: RawSheet) -> str:
    return str(sheet.cells.iat[0, 0]) if sheet.cells.size else ""

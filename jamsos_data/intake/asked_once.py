"""What one answer serves is asked once: a column that several sheets of a file lack, with the names of the sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jamsos_data.dataset_columns import Text
from jamsos_data.findings import Finding
from jamsos_data.intake.report import IntakeReport
from jamsos_data.messages import load_messages

MISSING = "KOLOM_WAJIB_TIDAK_ADA"
_LISTED = 12


def ask_once(report: IntakeReport) -> IntakeReport:
    """The report with one finding for each column that is nowhere in some sheets.

    It names these where the file has several; `sheets` among its parameters are all of them.
    """
    lacking: dict[str, list[Finding]] = {}
    for found in report.findings:
        if found.code == MISSING:
            lacking.setdefault(str(found.params["name"]), []).append(found)
    several = len(report.sheets) > 1
    asked = {name: _joined(alike, several=several) for name, alike in lacking.items()}
    findings: list[Finding] = []
    for found in report.findings:
        if found.code != MISSING:
            findings.append(found)
        elif (once := asked.pop(str(found.params["name"]), None)) is not None:
            findings.append(once)
    return replace(report, findings=tuple(findings))


def _joined(alike: Sequence[Finding], *, several: bool) -> Finding:
    sheets = tuple(dict.fromkeys(found.sheet or "" for found in alike))
    where = _where(sheets if several else ())
    lacking = alike[0].params.get("lacking")
    if isinstance(lacking, Text):
        where = Text(id=lacking.id + where.id, en=lacking.en + where.en)
    params = {name: text for name, text in alike[0].params.items() if name != "lacking"} | {"where": where}
    if len(sheets) == 1:
        return replace(alike[0], params=params)
    return replace(alike[0], sheet=None, params={**params, "sheets": sheets})


def _where(sheets: Sequence[str]) -> Text:
    """The words that name these sheets; none where the file has nothing to tell apart."""
    if not sheets:
        return Text(id="", en="")
    named = ", ".join(sheets[:_LISTED]) + (" …" if len(sheets) > _LISTED else "")
    words = {
        language: load_messages(language)("finding.on_sheets", n=len(sheets), sheets=named)
        for language in ("id", "en")
    }
    return Text(id=words["id"], en=words["en"])

"""Where a dropped file stands on its way into the dashboard, in one word and one colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jamsos_data.commit import ChangePreview
from jamsos_data.findings import Finding, Severity
from jamsos_data.intake import IntakeReport
from jamsos_data.intake.asked_once import MISSING
from pages.parts.language import words
from pages.parts.upload.filing import Filing

NO_AREA = "TANPA_WILAYAH"

Name = Literal["refused", "incomplete", "problems", "empty", "known", "ready", "saved"]
Color = Literal["red", "orange", "green", "gray", "blue"]

_COLORS: dict[Name, Color] = {
    "refused": "red",
    "incomplete": "orange",
    "problems": "orange",
    "empty": "gray",
    "known": "gray",
    "ready": "blue",
    "saved": "green",
}
_ICONS: dict[Name, str] = {
    "refused": ":material/block:",
    "incomplete": ":material/edit_note:",
    "problems": ":material/warning:",
    "empty": ":material/do_not_disturb_on:",
    "known": ":material/done_all:",
    "ready": ":material/task_alt:",
    "saved": ":material/check_circle:",
}


@dataclass(frozen=True)
class Standing:
    """The state of a dropped file."""

    name: Name

    @property
    def text(self) -> str:
        """The state in the language of the session."""
        return words()(f"upload.standing.{self.name}")

    @property
    def color(self) -> Color:
        """The colour of its badge; the text and the icon say the same."""
        return _COLORS[self.name]

    @property
    def icon(self) -> str:
        """The icon of its badge."""
        return _ICONS[self.name]


def standing_of(filing: Filing, report: IntakeReport, preview: ChangePreview | None) -> Standing:
    """The state of a file from what was found, answered and saved."""
    if filing.saved is not None:
        return Standing("saved")
    if report.outcome == "refused":
        return Standing("refused")
    if missing_columns(report):
        return Standing("incomplete")
    if open_findings(report, filing):
        return Standing("problems")
    if preview is None:
        return Standing("empty")
    return Standing("known" if preview.already_loaded is not None else "ready")


def missing_columns(report: IntakeReport) -> tuple[str, ...]:
    """Columns that neither the file nor the operator has given yet."""
    names = [str(found.params["name"]) for found in report.findings if found.code == MISSING]
    names += ["kode_wilayah" for found in report.findings if found.code == NO_AREA]
    return tuple(dict.fromkeys(names))


def open_findings(report: IntakeReport, filing: Filing) -> tuple[Finding, ...]:
    """Findings that wait for an answer of the operator."""
    waiting = (Severity.WARNING, Severity.ERROR)
    accepted = filing.options.accepted
    return tuple(
        found for found in report.findings if found.severity in waiting and found.code not in accepted
    )

"""What goes into and what comes out of reading one file: options, report, and the log that gathers findings.

Nothing here reads or decides; the steps of intake fill these in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import pandas as pd

from jamsos_data.findings import Finding, Severity
from jamsos_data.intake.evidence import Evidence
from jamsos_data.intake.layout import NOT_USED, RecalledLayout, RememberedShape, SheetLayout
from jamsos_data.masking import mask

Outcome = Literal["ok", "problems", "refused"]

HIDDEN = "•••"

# What a finding has fields for; all else fills its sentence.
_PLACE = ("sheet", "row", "column", "value", "proposal")

# Findings beyond this many of one code are counted, not listed one by one.
LISTED_PER_CODE = 1000


# A cell: sheet ("" for the only one), 1-based row, column as 0-based position, header or letter.
Cell = tuple[str, int, int | str]
# A text of an area as written, and the code of the kecamatan in which it stands ("" for any).
AreaText = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class IntakeOptions:
    """What the operator says about a file.

    `kind` is the data set, `constants` gives columns that are the same for the whole file (by column
    name, header word, or kecamatan/desa/kabupaten), `accepted` are finding codes whose proposals are
    taken and whose warnings are acknowledged. `layout` gives, by name of a sheet ("*" for all, "#2" for the
    second), what was chosen instead of what intake would guess; `recalled`, by shape, what was chosen for earlier
    files, which holds for sheets of the same shape. `corrections` are texts that replace what cells say, `areas` the
    code of the area that is meant by a text that is not read otherwise. With `person_key`, the persons of a list by
    name leave as keyed hashes.
    """

    kind: str | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
    accepted: frozenset[str] = frozenset()
    person_key: bytes | None = field(default=None, repr=False)
    layout: Mapping[str, SheetLayout] = field(default_factory=dict)
    recalled: Mapping[str, RecalledLayout] = field(default_factory=dict)
    corrections: Mapping[Cell, str] = field(default_factory=dict)
    areas: Mapping[AreaText, str] = field(default_factory=dict)


@dataclass(frozen=True, order=True, kw_only=True)
class AreaAlias:
    """A spelling of an area that somebody confirmed; `kecamatan` is where it holds ("": everywhere)."""

    alias: str
    kode: str
    kecamatan: str = ""


@dataclass(frozen=True, kw_only=True)
class ColumnReading:
    """One column of the file: its header, what it was taken for (None: not used), some of its cells.

    `position` is its 0-based place in the sheet, -1 where that is not told.
    `meaning` says the same as the short text of `meanings`, with labels; `evidence` how sure that is and why (None:
    not used). For a column that is not used `proposal` is the meaning that its cells suggest.
    """

    header: str
    column: str | None
    position: int = -1
    examples: tuple[str, ...] = ()
    meaning: str = NOT_USED
    evidence: Evidence | None = None
    proposal: str | None = None


@dataclass(frozen=True, kw_only=True)
class SheetReading:
    """How one sheet was understood. Row numbers are 1-based, as a spreadsheet shows them."""

    name: str
    header_rows: tuple[int, ...]
    data_rows: int
    left_out: int
    columns: tuple[ColumnReading, ...]
    constants: Mapping[str, str]


RowRole = Literal["title", "header", "data", "section", "total", "note", "left_out", "unread"]


@dataclass(frozen=True, kw_only=True)
class OutlineRow:
    """One row of a sheet as it may be shown, with what it was taken for."""

    number: int
    role: RowRole
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SheetOutline:
    """The first and last rows of a sheet; `omitted` rows that hold anything stand after row `omitted_after`.

    `columns` are those under its header (none found: none), also of a sheet that was not read.
    """

    name: str
    is_read: bool
    letters: tuple[str, ...]
    rows: tuple[OutlineRow, ...]
    header_rows: tuple[int, ...]
    columns: tuple[ColumnReading, ...] = ()
    omitted: int = 0
    omitted_after: int = 0


@dataclass(frozen=True, kw_only=True)
class IntakeReport:
    """Everything that was understood of one file.

    `rows` are canonical rows of `kind` (for `daftar_peserta`: counts in the columns of `kepesertaan`),
    `rejected` the rows not taken: sheet, row, temuan (codes), then the cells as read, by header.
    `totals` sums each value column, `by_kecamatan` the main one by kecamatan code; rows known only for
    the regency stand under the regency's code. Both are sums of `rows` alone: what is rejected, left out as a
    sum, or not read is in neither. Percentages are never added: targets in persen have no totals. `outlines` show
    every sheet of the file, also of one that was refused; `shapes` are the choices to remember for the next file.
    `corrected` counts the cells that were corrected or whose area was chosen, `aliases` are the spellings of areas
    that were confirmed on the way.
    `holds_people` says that numbers of persons stand somewhere in the file, read or not: no cell of it is shown.

    Of lists by name, `twice` are the rows of persons who stand in the file more than once (sheet, row, temuan,
    first_row), and `persons`, only with a key, those who count as hashes (see `intake.people.CheckedPeople`).
    """

    outcome: Outcome
    file_name: str
    sha256: str
    kind: str | None = None
    sheets: tuple[SheetReading, ...] = ()
    rows: pd.DataFrame = field(default_factory=pd.DataFrame)
    rejected: pd.DataFrame = field(default_factory=pd.DataFrame)
    findings: tuple[Finding, ...] = ()
    periods: tuple[str, ...] = ()
    totals: Mapping[str, int | float] = field(default_factory=dict)
    by_kecamatan: Mapping[str, int | float] = field(default_factory=dict)
    twice: pd.DataFrame = field(default_factory=pd.DataFrame)
    persons: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    outlines: tuple[SheetOutline, ...] = ()
    shapes: tuple[RememberedShape, ...] = ()
    corrected: int = 0
    aliases: tuple[AreaAlias, ...] = ()
    holds_people: bool = False

    def with_findings(
        self, findings: tuple[Finding, ...], *, twice: pd.DataFrame, accepted: frozenset[str]
    ) -> IntakeReport:
        """The report with findings made after reading and their rows; one that nobody accepted yet is a problem."""
        log = FindingLog(accepted)
        log.extend((*self.findings, *findings))
        rows = pd.concat([self.twice, twice], ignore_index=True) if len(twice) else self.twice
        outcome = self.outcome if self.outcome == "refused" else log.outcome
        return replace(self, findings=log.findings, outcome=outcome, twice=rows)


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """The whole file cannot be taken; carries the finding that says why. Never leaves intake.

    `read_as` is the data set that the file was read as, where that was known already.
    """

    def __init__(self, code: str, *, read_as: str | None = None, **details: object) -> None:
        self.read_as = read_as
        place = {key: details.pop(key) for key in _PLACE if key in details}
        self.finding = Finding(code=code, severity=Severity.FATAL, params=details, **place)  # type: ignore[arg-type]
        super().__init__(code)


class FindingLog:
    """Gathers findings in the order they are made and knows which proposals the operator accepted."""

    def __init__(self, accepted: frozenset[str] = frozenset()) -> None:
        self.accepted = accepted
        # Set for lists by name: a displaced cell may hold anybody's name, so no text of a cell is noted.
        self.hides_cells = False
        # Set also where only a sheet or column that is not read holds numbers of persons.
        self.sees_people = False
        self.corrected = 0
        self._left_out: dict[tuple[str, int], str] = {}
        self._aliases: dict[AreaAlias, None] = {}
        self._findings: list[Finding] = []
        self._counts: Counter[tuple[str, Severity]] = Counter()

    def add(self, code: str, severity: Severity, **details: object) -> None:
        """Note one finding; past LISTED_PER_CODE of a code only the count is kept.

        Keywords sheet, row, column, value and proposal say where; all others fill the sentence.
        """
        self._counts[code, severity] += 1
        if self._counts[code, severity] > LISTED_PER_CODE:
            return
        place = {key: details.pop(key) for key in _PLACE if key in details}
        if isinstance(place.get("value"), str):
            place["value"] = mask(str(place["value"]))
        if self.hides_cells and place.get("row") is not None:
            place["value"] = HIDDEN if place.get("value") else None
            details = {key: HIDDEN if isinstance(text, str) else text for key, text in details.items()}
        self._findings.append(Finding(code=code, severity=severity, params=details, **place))  # type: ignore[arg-type]

    def replace(self, found: Finding, by: Finding | None) -> None:
        """Take one finding back for another one, or for none: what was read later answers it."""
        self._counts[found.code, found.severity] -= 1
        place = self._findings.index(found)
        self._findings[place : place + 1] = [] if by is None else [by]
        if by is not None:
            self._counts[by.code, by.severity] += 1

    def leave_out(self, code: str, sheet: str, rows: Iterable[int]) -> None:
        """Note which rows a finding about a whole sheet or column leaves out."""
        self._left_out |= {(sheet, int(row)): code for row in rows}

    @property
    def left_out(self) -> Mapping[tuple[str, int], str]:
        """The finding code by sheet and row of the rows that no finding names one by one."""
        return self._left_out

    def confirm(self, alias: AreaAlias | None) -> None:
        """Note a spelling that somebody confirmed; in lists by name none is, it may be anybody's name."""
        if alias is not None and not self.hides_cells:
            self._aliases[alias] = None

    @property
    def aliases(self) -> tuple[AreaAlias, ...]:
        """The confirmed spellings, in order."""
        return tuple(sorted(self._aliases))

    def extend(self, findings: Iterable[Finding]) -> None:
        """Note findings made elsewhere."""
        self._findings.extend(findings)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, worst first, otherwise in the order they were made."""
        order = [Severity.FATAL, Severity.ERROR, Severity.WARNING, Severity.INFO]
        surplus = tuple(
            Finding(
                code="MASIH_ADA_LAGI",
                severity=severity,
                params={"code": code, "n": count - LISTED_PER_CODE},
            )
            for (code, severity), count in self._counts.items()
            if count > LISTED_PER_CODE
        )
        return tuple(sorted((*self._findings, *surplus), key=lambda finding: order.index(finding.severity)))

    @property
    def outcome(self) -> Outcome:
        """Refused when a finding is fatal, problems while one waits for an answer, else ok."""
        if any(finding.severity is Severity.FATAL for finding in self._findings):
            return "refused"
        waiting = (Severity.WARNING, Severity.ERROR)
        open_ones = (f for f in self._findings if f.severity in waiting and f.code not in self.accepted)
        return "problems" if any(open_ones) else "ok"

"""Gives every row its area code: as its texts say, or as the operator chose."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from jamsos_data.dataset_columns import Text
from jamsos_data.findings import Severity
from jamsos_data.intake.area_choices import ANSWERABLE, AreaChoices, alias_of
from jamsos_data.intake.clean.area_combinations import read_combinations
from jamsos_data.intake.clean.area_names import AreaNames
from jamsos_data.intake.clean.area_readings import AreaReading
from jamsos_data.intake.clean.area_search import find_desa
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.report import FindingLog

# Who is chosen for a whole kecamatan or the regency by such an answer belongs to none of its parts.
_OF_NO_PART = ("WILAYAH_LUAR", "WILAYAH_TIDAK_DIKETAHUI")
_KECAMATAN_DOTS = 2
_LISTED = 12


@dataclass(frozen=True)
class AreaColumn:
    """Per row: the code ("" when none), whether it must be rejected, whether it lies elsewhere, whether it names an
    area, the text that says that no more than the wider area is known ("" for all others), and the code with that of
    the wider area also where nobody has agreed to it yet.
    """

    codes: pd.Series
    bad: pd.Series
    foreign: pd.Series
    stated: pd.Series
    unmapped: pd.Series
    likely: pd.Series


@dataclass(frozen=True, kw_only=True)
class AreaSheet:
    """The sheet whose areas are read: its name and columns, the known areas, and where findings go.

    `figures` are the numbers of its rows as written, for what is said of rows that name no area.
    """

    name: str
    mapping: ColumnMap
    names: AreaNames
    log: FindingLog
    figures: pd.DataFrame | None = None

    @property
    def headers(self) -> dict[str, str]:
        """The header by role; a heading of a section stands in the column of its villages."""
        found = {slot.name: slot.header for slot in self.mapping.of_role("area")}
        for role in ("kecamatan", "senama"):
            found.setdefault(role, found.get("desa") or found.get("wilayah") or "")
        return found


def read_areas(texts: pd.DataFrame, sheet: AreaSheet, choices: AreaChoices | None = None) -> AreaColumn:
    """Resolve each different combination of area texts once. `texts` has the columns of `area_texts.ROLES`.

    What cannot be resolved is answered by `choices`, which are counted as corrections.
    """
    readings, positions = read_combinations(texts, sheet.names)
    if choices is not None:
        readings = [
            _answered(reading, choices, sheet, rows=int((positions == number).sum()))
            for number, reading in enumerate(readings)
        ]
    codes, bad = _spread(readings, positions, texts.index, sheet)
    bps = int(np.array([reading.bps for reading in readings], dtype=bool)[positions].sum())
    if bps:
        sheet.log.add("KODE_BPS_DIABAIKAN", Severity.INFO, sheet=sheet.name, n=bps)
    foreign = np.array([reading.foreign for reading in readings], dtype=bool)[positions]
    unmapped = [reading.text if reading.unmapped else "" for reading in readings]
    proposed = [(reading.proposal or "") if reading.unmapped else "" for reading in readings]
    return AreaColumn(
        codes=codes,
        bad=bad,
        foreign=pd.Series(foreign, index=texts.index),
        stated=(texts != "").any(axis=1),
        unmapped=_by_row(unmapped, positions, texts.index),
        likely=codes.where(codes != "", _by_row(proposed, positions, texts.index)),
    )


def _by_row(answers: list[str], positions: np.ndarray, index: pd.Index) -> pd.Series:
    return pd.Series(np.array(answers, dtype=object)[positions], index=index).astype("str")


def _answered(reading: AreaReading, choices: AreaChoices, sheet: AreaSheet, *, rows: int) -> AreaReading:
    """The reading with the area that was chosen for its text, or of its village within that; unchanged where it is no
    problem or none was.
    """
    code = choices.code(reading.text, reading.within) if reading.problem in ANSWERABLE else None
    if code is None:
        village = reading.village
        return replace(reading, village=_answered(village, choices, sheet, rows=rows)) if village else reading
    sheet.log.corrected += rows
    sheet.log.confirm(alias_of(reading.problem or "", reading.text, reading.within, code))
    sheet.log.add(
        "WILAYAH_DIPILIH", Severity.INFO, sheet=sheet.name, value=reading.text, proposal=sheet.names.label(code),
        n=rows,
    )  # fmt: skip
    if reading.desa and code.count(".") == _KECAMATAN_DOTS:
        return _answered(find_desa(reading.desa, code, sheet.names), choices, sheet, rows=rows)
    is_wider = reading.problem in _OF_NO_PART and code.count(".") <= _KECAMATAN_DOTS
    return AreaReading(code=code, text=reading.text, unmapped=is_wider)


def _spread(
    readings: list[AreaReading], positions: np.ndarray, rows: pd.Index, sheet: AreaSheet
) -> tuple[pd.Series, pd.Series]:
    """The code of each row and whether it must be rejected; every row with a problem is noted."""
    taken = [_usable(reading, sheet.log) for reading in readings]
    rejecting = np.array(
        [bool(r.problem) and not code for r, code in zip(readings, taken, strict=True)], dtype=bool
    )
    noted = np.array([bool(reading.problem) for reading in readings], dtype=bool)
    headers = sheet.headers
    together = _note_without_cells(readings, positions, rows, sheet) if sheet.log.hides_cells else ()
    for place in np.flatnonzero(noted[positions]).tolist():
        amount = "" if sheet.figures is None else written_amount(sheet.figures.iloc[place])
        for reading in _problems(readings[positions[place]]):
            if reading.problem in together:
                continue
            proposal = sheet.names.label(reading.proposal) if reading.proposal else None
            sheet.log.add(
                reading.problem or "", Severity.ERROR, sheet=sheet.name, row=int(rows[place]),
                column=headers.get(reading.role) or None, value=reading.text, proposal=proposal,
                other=reading.other, within=reading.within, amount=amount,
            )  # fmt: skip
    return _by_row(taken, positions, rows), pd.Series(rejecting[positions], index=rows)


def _problems(reading: AreaReading) -> list[AreaReading]:
    """What is in question of a row: its area, and its village within the kecamatan that is proposed."""
    return [one for one in (reading, reading.village) if one is not None and one.problem]


def _note_without_cells(
    readings: list[AreaReading], positions: np.ndarray, rows: pd.Index, sheet: AreaSheet
) -> tuple[str, ...]:
    """Where no cell may be shown, the rows of no known place together: how many, which, and our words for them.

    Returns the problems that are told so.
    """
    alike: dict[tuple[str, str, str], dict[int, str]] = {}
    for place, number in enumerate(positions):
        one = readings[number]
        if one.problem in _OF_NO_PART:
            key = (one.problem, one.role, one.proposal or "")
            alike.setdefault(key, {})[int(rows[place])] = one.text
    for (problem, role, proposal), texts in alike.items():
        sheet.log.add(
            problem, Severity.ERROR, sheet=sheet.name, column=sheet.headers.get(role) or None,
            value=" / ".join(dict.fromkeys(texts.values())),
            proposal=sheet.names.label(proposal) if proposal else None,
            other="", within="", amount=_listed_rows(list(texts)),
        )  # fmt: skip
        if problem not in sheet.log.accepted or not proposal:
            sheet.log.leave_out(problem, sheet.name, texts)
    return _OF_NO_PART


def _listed_rows(rows: list[int]) -> Text:
    listed = ", ".join(map(str, rows[:_LISTED])) + (", …" if len(rows) > _LISTED else "")
    return Text(id=f"{len(rows)} baris: {listed}", en=f"{len(rows)} rows: {listed}")


def written_amount(cells: pd.Series) -> str:
    """The figures of a row as they are written: "33", of several "33; 1.200"."""
    return "; ".join(filter(None, map(str, cells)))


def _usable(reading: AreaReading, log: FindingLog) -> str:
    if reading.problem and reading.problem in log.accepted:
        if reading.proposal:
            log.confirm(alias_of(reading.problem, reading.text, reading.within, reading.proposal))
        return _usable(reading.village, log) if reading.village else reading.proposal or ""
    return "" if reading.problem else reading.code or ""

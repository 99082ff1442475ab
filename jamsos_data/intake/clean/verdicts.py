"""One judgement per distinct text, spread over all rows of a column that carry it.

Reading 100.000 cells costs as many judgements as there are different texts, and a finding still names
every cell that it concerns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.report import FindingLog


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a text means. With `code` it is a problem; `proposal` is shown, `proposed` is taken if accepted.

    `shown` stands for the text in the finding where the text itself may be about a person.
    """

    value: object = None
    code: str | None = None
    severity: Severity = Severity.ERROR
    proposal: str | None = None
    proposed: object = None
    params: Mapping[str, object] = field(default_factory=dict)
    shown: str | None = None


@dataclass(frozen=True)
class Place:
    """Where cells stand, for findings."""

    sheet: str
    column: str


@dataclass(frozen=True)
class Judged:
    """A column after reading: object values (None = nothing usable) and which rows cannot be taken.

    `decimals` are the marks that are those of decimals in it even before three digits.
    """

    values: pd.Series
    bad: pd.Series
    decimals: frozenset[str] = frozenset()


def judge_column(
    texts: pd.Series, judge: Callable[[str], Verdict], *, place: Place, log: FindingLog
) -> Judged:
    """Judge each distinct text once; log every cell with a problem, in order of rows."""
    positions, distinct = pd.factorize(texts)
    verdicts = [judge(text) for text in distinct]
    values = np.empty(len(verdicts), dtype=object)
    values[:] = [_usable(verdict, log) for verdict in verdicts]
    rejecting = np.array([_rejects(verdict, log) for verdict in verdicts], dtype=bool)
    noted = np.array([verdict.code is not None for verdict in verdicts], dtype=bool)
    if noted.any():
        for row in np.flatnonzero(noted[positions]).tolist():
            _note(verdicts[positions[row]], str(distinct[positions[row]]), int(texts.index[row]), place, log)
    found = values[positions] if len(verdicts) else np.empty(0, dtype=object)
    bad = rejecting[positions] if len(verdicts) else np.empty(0, dtype=bool)
    return Judged(pd.Series(found, index=texts.index, dtype=object), pd.Series(bad, index=texts.index))


def _usable(verdict: Verdict, log: FindingLog) -> object:
    accepted = verdict.code in log.accepted and verdict.proposed is not None
    return verdict.proposed if accepted else verdict.value


def _rejects(verdict: Verdict, log: FindingLog) -> bool:
    if verdict.code is None or verdict.severity is not Severity.ERROR:
        return False
    return verdict.code not in log.accepted or verdict.proposed is None


def _note(verdict: Verdict, text: str, row: int, place: Place, log: FindingLog) -> None:
    log.add(
        verdict.code or "",
        verdict.severity,
        sheet=place.sheet,
        row=row,
        column=place.column,
        value=text if verdict.shown is None else verdict.shown,
        proposal=verdict.proposal,
        **verdict.params,
    )

"""The figures that pages ask for: metrics over the lake, answered once per snapshot and question.

Pages come here and never to the lake. Every function takes the selection and, by keyword, what the
question shall say differently; it returns the frame of the metric of the same name (its columns are
documented there). Answers are small and their number is bounded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from jamsos_data.metrics.coverage import (
    measure_coverage,
    measure_coverage_by_segmen,
    measure_coverage_trend,
)
from jamsos_data.metrics.questions import (
    AttentionQuestion,
    CoverageQuestion,
    PremiumQuestion,
    TargetQuestion,
)
from jamsos_data.metrics.targets import measure_targets
from pages.parts.snapshot import Snapshot, frames, reference_of
from pages.parts.state import Selection

KEPT_ANSWERS = 400

Question = CoverageQuestion | TargetQuestion | PremiumQuestion | AttentionQuestion

_MEASURES: dict[str, tuple[Callable[..., Any], tuple[str, ...]]] = {
    "coverage": (measure_coverage, ("kepesertaan", "potensi")),
    "coverage_trend": (measure_coverage_trend, ("kepesertaan", "potensi")),
    "coverage_by_segmen": (measure_coverage_by_segmen, ("kepesertaan", "potensi")),
    "targets": (measure_targets, ("kepesertaan", "potensi", "target")),
}


def coverage(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Coverage by area: kecamatan of the regency, or the desa of the area looked at."""
    return _ask("coverage", selection, _coverage_question(selection, changes))


def coverage_trend(selection: Selection, *, since: datetime | None = None, **changes: Any) -> pd.DataFrame:
    """Coverage of every month from `since` (None: the first with data) through the month looked at."""
    return _ask("coverage_trend", selection, _coverage_question(selection, changes), since=since)


def coverage_by_segmen(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Coverage by area and segmen."""
    return _ask("coverage_by_segmen", selection, _coverage_question(selection, changes))


def targets(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Coverage against the targets, by area and segmen."""
    question = TargetQuestion(
        bulan=selection.month,
        tingkat=_inner_level(selection),
        basis=selection.basis,
        dengan_jakon=selection.dengan_jakon,
        segmen=selection.segmen,
        dalam=selection.dalam,
    )
    return _ask("targets", selection, replace(question, **changes))


def premiums(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Realisation, budget and estimate by funding source, January through the month looked at."""
    return _ask("premiums", selection, _premium_question(selection, changes))


def premium_months(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Realisation and estimate by month and funding source."""
    return _ask("premium_months", selection, _premium_question(selection, changes))


def premium_flow(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Realisation from funding source over segmen to program."""
    return _ask("premium_flow", selection, _premium_question(selection, changes))


def village_budgets(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Which desa budget for contributions, and how much."""
    return _ask("village_budgets", selection, _premium_question(selection, changes))


def reconciliation(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Where estimate and realisation differ, with the reason."""
    return _ask("reconciliation", selection, _premium_question(selection, changes))


def attention(selection: Selection, **changes: Any) -> tuple[Any, ...]:
    """What needs somebody's attention, the most urgent first."""
    question = AttentionQuestion(
        bulan=selection.month,
        basis=selection.basis,
        dengan_jakon=selection.dengan_jakon,
        dalam=selection.dalam,
    )
    return _ask("attention", selection, replace(question, **changes))


@st.cache_data(max_entries=16, show_spinner=False)
def stored_rows(snapshot: Snapshot, kind: str) -> pd.DataFrame:
    """All rows of a small data set (`target`, `tindak_lanjut`, `umkm`) at the snapshot, in canonical columns."""
    return frames(snapshot)[kind].collect().to_pandas()


def _ask(measure: str, selection: Selection, question: Question, **options: Any) -> Any:
    return _answer(measure, selection.snapshot, question, **options)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _answer(measure: str, snapshot: Snapshot, question: Question, **options: Any) -> Any:
    function, kinds = _MEASURES[measure]
    held = frames(snapshot)
    return function(*(held[kind] for kind in kinds), reference=reference_of(snapshot), question=question, **options)


def _inner_level(selection: Selection) -> Any:
    return "kecamatan" if selection.dalam is None else "desa"


def _coverage_question(selection: Selection, changes: dict[str, Any]) -> CoverageQuestion:
    question = CoverageQuestion(
        bulan=selection.month,
        tingkat=_inner_level(selection),
        segmen=selection.segmen,
        basis=selection.basis,
        dengan_jakon=selection.dengan_jakon,
        sumber_dana=selection.sumber_dana,
        dalam=selection.dalam,
    )
    return replace(question, **changes)


def _premium_question(selection: Selection, changes: dict[str, Any]) -> PremiumQuestion:
    root = selection.reference.segmen_tree.root
    question = PremiumQuestion(
        bulan=selection.month,
        sumber_dana=selection.sumber_dana,
        segmen=None if selection.segmen == root else selection.segmen,
        dalam=selection.dalam,
        tingkat="kabupaten",
    )
    return replace(question, **changes)

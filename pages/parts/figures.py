"""The figures that pages ask for: metrics over the lake, answered once per snapshot and question.

Pages come here and never to the lake. Every function takes the selection and, by keyword, what the
question shall say differently; it returns the frame of the metric of the same name (its columns are
documented there). Answers are small and their number is bounded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, TypeVar, cast

import pandas as pd
import streamlit as st

from jamsos_data.metrics.attention import find_attention
from jamsos_data.metrics.attention_kinds import Attention
from jamsos_data.metrics.budgets import measure_budget_versions, measure_village_budgets
from jamsos_data.metrics.coverage import (
    measure_coverage,
    measure_coverage_by_segmen,
    measure_coverage_trend,
)
from jamsos_data.metrics.double_payments import measure_double_payments
from jamsos_data.metrics.enterprises import Enterprises, measure_enterprises
from jamsos_data.metrics.premium_months import measure_premium_flow, measure_premium_months
from jamsos_data.metrics.premiums import measure_premiums
from jamsos_data.metrics.prepaid import measure_paid_until
from jamsos_data.metrics.questions import (
    AttentionQuestion,
    CoverageQuestion,
    PremiumQuestion,
    TargetQuestion,
)
from jamsos_data.metrics.reconciliation import measure_reconciliation
from jamsos_data.metrics.silence import measure_silence
from jamsos_data.metrics.targets import measure_targets
from jamsos_data.metrics.unit_costs import measure_unit_costs
from jamsos_data.metrics.unmapped_premiums import UnmappedPremiums, measure_unmapped_premiums
from pages.parts.snapshot import Snapshot, frames, reference_of
from pages.parts.state import Selection

KEPT_ANSWERS = 400
KEPT_GATHERED = 60

Gather = TypeVar("Gather", bound=Callable[..., Any])
Question = CoverageQuestion | TargetQuestion | PremiumQuestion | AttentionQuestion

_MEASURES: dict[str, tuple[Callable[..., Any], tuple[str, ...]]] = {
    "coverage": (measure_coverage, ("kepesertaan", "potensi")),
    "coverage_trend": (measure_coverage_trend, ("kepesertaan", "potensi")),
    "coverage_by_segmen": (measure_coverage_by_segmen, ("kepesertaan", "potensi")),
    "silence": (measure_silence, ("kepesertaan", "potensi")),
    "targets": (measure_targets, ("kepesertaan", "potensi", "target")),
    "premiums": (measure_premiums, ("iuran", "anggaran", "kepesertaan")),
    "premium_months": (measure_premium_months, ("iuran", "kepesertaan")),
    "premium_flow": (measure_premium_flow, ("iuran",)),
    "unit_costs": (measure_unit_costs, ("iuran",)),
    "budget_versions": (measure_budget_versions, ("anggaran",)),
    "village_budgets": (measure_village_budgets, ("anggaran", "iuran")),
    "reconciliation": (measure_reconciliation, ("iuran",)),
    "paid_until": (measure_paid_until, ("kepesertaan",)),
    "double_payments": (measure_double_payments, ("iuran", "kepesertaan")),
    "unmapped_premiums": (measure_unmapped_premiums, ("iuran",)),
    "attention": (find_attention, ("kepesertaan", "potensi", "target", "iuran", "anggaran")),
}


def keep(gather: Gather) -> Gather:
    """`gather(selection)` with its answer kept for all sessions, by what was chosen; shared, so not to be changed."""
    remember = st.cache_resource(
        max_entries=KEPT_GATHERED, show_spinner=False, hash_funcs={Selection: Selection.choices}
    )
    return cast(Gather, remember(gather))


def coverage(selection: Selection, *, total: bool = False, **changes: Any) -> pd.DataFrame:
    """Coverage by area (kecamatan, or the desa of the kecamatan looked at); `total`: one row for the area itself."""
    return _ask("coverage", selection, _coverage_question(selection, changes, total=total))


def coverage_trend(
    selection: Selection, *, total: bool = False, since: datetime | None = None, **changes: Any
) -> pd.DataFrame:
    """Coverage of every month from `since` (None: the first with data) through the month looked at."""
    return _ask("coverage_trend", selection, _coverage_question(selection, changes, total=total), since=since)


def coverage_by_segmen(selection: Selection, *, total: bool = False, **changes: Any) -> pd.DataFrame:
    """Coverage by area and segmen."""
    return _ask("coverage_by_segmen", selection, _coverage_question(selection, changes, total=total))


def silence(selection: Selection) -> pd.DataFrame:
    """The desa inside the area looked at that reported before and are silent in the month."""
    question = _coverage_question(selection, {"dalam": selection.dalam, "sumber_dana": None}, total=True)
    return _ask("silence", selection, question)


def targets(selection: Selection, *, total: bool = False, **changes: Any) -> pd.DataFrame:
    """Coverage against the targets, by area, for the segmen looked at (`segmen=None`: for all)."""
    question = TargetQuestion(
        bulan=selection.month,
        basis=selection.basis,
        dengan_jakon=selection.dengan_jakon,
        keluarga=selection.keluarga,
        segmen=selection.segmen,
    )
    return _ask("targets", selection, replace(question, **{**_place(selection, total=total), **changes}))


def premiums(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Realisation, budget and estimate by funding source, January through the month looked at."""
    return _ask("premiums", selection, _premium_question(selection, changes))


def premium_months(selection: Selection, *, since: datetime | None = None, **changes: Any) -> pd.DataFrame:
    """Realisation and estimate by month and funding source, from `since` (None: all) on."""
    return _ask("premium_months", selection, _premium_question(selection, changes), since=since)


def premium_flow(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Realisation from funding source over segmen to program."""
    return _ask("premium_flow", selection, _premium_question(selection, changes))


def unit_costs(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Paid iuran per person and month by funding source and segmen."""
    return _ask("unit_costs", selection, _premium_question(selection, changes))


def budget_versions(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Every version of every budget line of the year."""
    return _ask("budget_versions", selection, _premium_question(selection, changes))


def village_budgets(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Which desa budget for contributions, and how much."""
    return _ask("village_budgets", selection, _premium_question(selection, changes))


def reconciliation(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Where estimate and realisation differ, with the reason."""
    return _ask("reconciliation", selection, _premium_question(selection, changes))


def paid_until(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Until when people's contributions are paid, by funding source and segmen."""
    return _ask("paid_until", selection, _premium_question(selection, changes))


def double_payments(selection: Selection, **changes: Any) -> pd.DataFrame:
    """Villages where several sources pay for more people than are active."""
    return _ask("double_payments", selection, _premium_question(selection, changes))


def unmapped_premiums(selection: Selection, **changes: Any) -> tuple[UnmappedPremiums, ...]:
    """What was paid for the areas around the one looked at and is not mapped to it."""
    return _ask("unmapped_premiums", selection, _premium_question(selection, changes))


def attention(selection: Selection, **changes: Any) -> tuple[Attention, ...]:
    """What needs somebody's attention, the most urgent first."""
    question = AttentionQuestion(
        bulan=selection.month,
        basis=selection.basis,
        dengan_jakon=selection.dengan_jakon,
        dalam=selection.dalam,
        keluarga=selection.keluarga,
    )
    return _ask("attention", selection, replace(question, **changes))


def enterprises(selection: Selection) -> Enterprises | None:
    """Enterprises known and registered in the area looked at, or in the kecamatan of the desa."""
    return measure_enterprises(
        frames(selection.snapshot)["umkm"],
        reference=selection.reference,
        bulan=selection.month,
        dalam=selection.dalam,
    )


@st.cache_data(max_entries=16, show_spinner=False)
def stored_rows(snapshot: Snapshot, kind: str) -> pd.DataFrame:
    """All rows of a small data set (`target`, `tindak_lanjut`) at the snapshot, in canonical columns."""
    return frames(snapshot)[kind].collect().to_pandas()


def _ask(measure: str, selection: Selection, question: Question, **options: Any) -> Any:
    return _answer(measure, selection.snapshot, question, **options)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _answer(measure: str, snapshot: Snapshot, question: Question, **options: Any) -> Any:
    function, kinds = _MEASURES[measure]
    held = frames(snapshot)
    if measure == "attention":  # it looks at answers that the pages show as well
        options["ask"] = partial(_answer_again, snapshot)
    return function(
        *(held[kind] for kind in kinds), reference=reference_of(snapshot), question=question, **options
    )


def _answer_again(snapshot: Snapshot, measure: str, question: Question) -> pd.DataFrame:
    return _answer(measure, snapshot, question)


def _place(selection: Selection, *, total: bool) -> dict[str, Any]:
    if total:
        return {"tingkat": selection.reference.area_level(selection.wilayah), "dalam": selection.dalam}
    return {"tingkat": "desa" if selection.kecamatan else "kecamatan", "dalam": selection.kecamatan}


def _coverage_question(selection: Selection, changes: dict[str, Any], *, total: bool) -> CoverageQuestion:
    question = CoverageQuestion(
        bulan=selection.month,
        segmen=selection.segmen,
        basis=selection.basis,
        dengan_jakon=selection.dengan_jakon,
        sumber_dana=selection.sumber_dana,
    )
    return replace(question, **{**_place(selection, total=total), **changes})


def _premium_question(selection: Selection, changes: dict[str, Any]) -> PremiumQuestion:
    root = selection.reference.segmen_tree.root
    question = PremiumQuestion(
        bulan=selection.month,
        sumber_dana=selection.sumber_dana,
        segmen=None if selection.segmen == root else selection.segmen,
        dengan_jakon=selection.dengan_jakon,
        dalam=selection.dalam,
        tingkat="kabupaten",
    )
    return replace(question, **changes)

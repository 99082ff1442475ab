"""What needs somebody's attention, the most urgent first: the rules, run and ranked."""

from __future__ import annotations

from functools import partial
from typing import Any

from narwhals.typing import IntoFrame

from jamsos_data.metrics.attention_budgets import budgets
from jamsos_data.metrics.attention_kinds import (
    Ask,
    Attention,
    AttentionThresholds,
    Measure,
    Situation,
    Urgency,
)
from jamsos_data.metrics.attention_money import odd_payments
from jamsos_data.metrics.attention_people import (
    changed_denominator,
    ending_protection,
    jumped_figures,
    missing_data,
    paid_twice,
)
from jamsos_data.metrics.attention_segments import lagging_segments
from jamsos_data.metrics.attention_targets import missed_targets
from jamsos_data.metrics.budget_ends import measure_money_by_place
from jamsos_data.metrics.coverage import measure_coverage
from jamsos_data.metrics.premiums import measure_premiums
from jamsos_data.metrics.questions import AttentionQuestion
from jamsos_data.metrics.targets import measure_targets
from jamsos_data.reference import Reference

RULES = (
    ending_protection,
    budgets,
    missed_targets,
    lagging_segments,
    paid_twice,
    missing_data,
    jumped_figures,
    odd_payments,
    changed_denominator,
)
_URGENCIES = list(Urgency)


def find_attention(
    kepesertaan: IntoFrame,
    potensi: IntoFrame,
    target: IntoFrame,
    iuran: IntoFrame,
    anggaran: IntoFrame,
    *,
    reference: Reference,
    question: AttentionQuestion,
    thresholds: AttentionThresholds | None = None,
    ask: Ask | None = None,
) -> tuple[Attention, ...]:
    """The findings of all rules, by urgency and then by the number of people they are about.

    `ask` gives the answer of measure_coverage, measure_targets, measure_premiums or measure_money_by_place to a
    question on the same tables: for a caller that keeps answers. Without it they are measured here.
    Codes and their params: the docstrings of the RULES. Raises ValueError for an unknown area.
    """
    now = Situation(
        kepesertaan=kepesertaan,
        potensi=potensi,
        target=target,
        iuran=iuran,
        anggaran=anggaran,
        reference=reference,
        question=question,
        ask=ask or _ask_metrics(kepesertaan, potensi, target, iuran, anggaran, reference=reference),
        thresholds=thresholds or AttentionThresholds.of(reference),
    )
    found = [finding for rule in RULES for finding in rule(now)]
    return tuple(sorted(found, key=lambda one: (_URGENCIES.index(one.urgency), -one.orang)))


def _ask_metrics(
    kepesertaan: IntoFrame,
    potensi: IntoFrame,
    target: IntoFrame,
    iuran: IntoFrame,
    anggaran: IntoFrame,
    *,
    reference: Reference,
) -> Ask:
    measures: dict[Measure, Any] = {
        "coverage": partial(measure_coverage, kepesertaan, potensi, reference=reference),
        "targets": partial(measure_targets, kepesertaan, potensi, target, reference=reference),
        "premiums": partial(measure_premiums, iuran, anggaran, kepesertaan, reference=reference),
        "money_by_place": partial(measure_money_by_place, iuran, anggaran, kepesertaan, reference=reference),
    }

    def ask(measure: Measure, question: Any) -> Any:
        return measures[measure](question=question)

    return ask

"""What needs somebody's attention, the most urgent first: the rules, run and ranked."""

from __future__ import annotations

from narwhals.typing import IntoFrame

from jamsos_data.metrics.attention_kinds import Attention, AttentionThresholds, Situation, Urgency
from jamsos_data.metrics.attention_money import budgets, odd_payments
from jamsos_data.metrics.attention_people import (
    changed_denominator,
    ending_protection,
    missed_targets,
    missing_data,
    paid_twice,
)
from jamsos_data.metrics.questions import AttentionQuestion
from jamsos_data.reference import Reference

RULES = (
    ending_protection,
    budgets,
    missed_targets,
    paid_twice,
    missing_data,
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
) -> tuple[Attention, ...]:
    """The findings of all rules, by urgency and then by the number of people they are about.

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
        thresholds=thresholds or AttentionThresholds(),
    )
    found = [finding for rule in RULES for finding in rule(now)]
    return tuple(sorted(found, key=lambda one: (_URGENCIES.index(one.urgency), -one.orang)))

"""The metrics by name, with the data sets that each needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from narwhals.typing import IntoFrame

from jamsos_data.metrics.attention import find_attention
from jamsos_data.metrics.budget_ends import measure_budget_ends, measure_money_by_place
from jamsos_data.metrics.budgets import measure_budget_versions, measure_village_budgets
from jamsos_data.metrics.checks import measure_checks
from jamsos_data.metrics.cliff import measure_cliff, measure_endings
from jamsos_data.metrics.coverage import (
    measure_coverage,
    measure_coverage_by_segmen,
    measure_coverage_trend,
)
from jamsos_data.metrics.double_payments import measure_double_payments, measure_unjudged_payments
from jamsos_data.metrics.grades import measure_mapping
from jamsos_data.metrics.packages import measure_small_packages
from jamsos_data.metrics.premium_months import measure_premium_flow, measure_premium_months
from jamsos_data.metrics.premiums import measure_premiums
from jamsos_data.metrics.projection import measure_trends
from jamsos_data.metrics.reconciliation import measure_reconciliation
from jamsos_data.metrics.reporting import measure_reporting
from jamsos_data.metrics.silence import measure_silence
from jamsos_data.metrics.targets import measure_targets
from jamsos_data.metrics.unit_costs import measure_unit_costs
from jamsos_data.metrics.unmapped_premiums import measure_unmapped_premiums
from jamsos_data.reference import Reference
from jamsos_data.views.view import Question

MEASURES: dict[str, tuple[Callable[..., Any], tuple[str, ...]]] = {
    "coverage": (measure_coverage, ("kepesertaan", "potensi")),
    "coverage_trend": (measure_coverage_trend, ("kepesertaan", "potensi")),
    "coverage_by_segmen": (measure_coverage_by_segmen, ("kepesertaan", "potensi")),
    "silence": (measure_silence, ("kepesertaan", "potensi")),
    "trends": (measure_trends, ("kepesertaan",)),
    "budget_ends": (measure_budget_ends, ("iuran", "anggaran", "kepesertaan")),
    "money_by_place": (measure_money_by_place, ("iuran", "anggaran", "kepesertaan")),
    "cliff": (measure_cliff, ("kepesertaan", "potensi")),
    "endings": (measure_endings, ("kepesertaan",)),
    "targets": (measure_targets, ("kepesertaan", "potensi", "target")),
    "premiums": (measure_premiums, ("iuran", "anggaran", "kepesertaan")),
    "premium_months": (measure_premium_months, ("iuran", "kepesertaan")),
    "premium_flow": (measure_premium_flow, ("iuran",)),
    "unit_costs": (measure_unit_costs, ("iuran",)),
    "budget_versions": (measure_budget_versions, ("anggaran",)),
    "village_budgets": (measure_village_budgets, ("anggaran", "iuran")),
    "reconciliation": (measure_reconciliation, ("iuran",)),
    "double_payments": (measure_double_payments, ("iuran", "kepesertaan")),
    "unjudged_payments": (measure_unjudged_payments, ("iuran", "kepesertaan")),
    "small_packages": (measure_small_packages, ("kepesertaan",)),
    "unmapped_premiums": (measure_unmapped_premiums, ("iuran",)),
    "reporting": (measure_reporting, ("kepesertaan",)),
    "checks": (measure_checks, ("kepesertaan", "potensi", "iuran", "anggaran")),
    "mapping": (measure_mapping, ("kepesertaan", "potensi")),
    "attention": (find_attention, ("kepesertaan", "potensi", "target", "iuran", "anggaran")),
}


def measure(
    name: str,
    frames: Mapping[str, IntoFrame],
    *,
    reference: Reference,
    question: Question,
    again: Callable[[str, Question], Any],
    **options: Any,
) -> Any:
    """The answer of the metric `name` over `frames` (data set → rows).

    `again` answers the questions that a metric puts in turn: attention looks at answers that are shown as well.
    """
    function, kinds = MEASURES[name]
    if name == "attention":
        options["ask"] = again
    return function(*(frames[kind] for kind in kinds), reference=reference, question=question, **options)

"""Money without construction: what is stated for it leaves every figure, also where a total contains it."""

from __future__ import annotations

from typing import Any

import pytest

from jamsos_data.metrics.budgets import measure_budget_versions
from jamsos_data.metrics.premium_months import measure_premium_flow, measure_premium_months
from jamsos_data.metrics.questions import AttentionQuestion, PremiumQuestion
from jamsos_data.metrics.reconciliation import measure_reconciliation
from jamsos_data.metrics.unit_costs import measure_unit_costs
from jamsos_data.reference import Reference
from tests.metrics.attention_tables import codes, everywhere, found, found_for
from tests.metrics.premium_tables import Rows, budget, paid, people, premiums
from tests.metrics.tables import Engine, month

ALL: dict[str, Any] = {"sumber_dana": "CSR", "segmen": "SEMUA"}
BUILT: dict[str, Any] = {"sumber_dana": "CSR", "segmen": "JAKON"}
# 500 paid in all, 200 of it for construction; 150 for poor workers, apart.
PAID: Rows = [paid("2025-03", 500, **ALL), paid("2025-03", 200, **BUILT), paid("2025-03", 150)]
PEOPLE: Rows = [people("2025-03", 50, **ALL), people("2025-03", 20, **BUILT), people("2025-03", 15)]
BUDGET: Rows = [budget(900, **ALL), budget(300, **BUILT)]
WITHOUT = PremiumQuestion(bulan=month("2025-03"), dengan_jakon=False)


def test_it_leaves_paid_budgeted_and_insured_also_of_a_total(engine: Engine, reference: Reference) -> None:
    tables: dict[str, Any] = {"iuran": PAID, "anggaran": BUDGET, "kepesertaan": PEOPLE, "bulan": "2025-03"}
    row = premiums(engine, reference, **tables, dengan_jakon=False)["33.19", "CSR"]
    assert (row["realisasi"], row["pagu"], row["peserta_aktif"]) == (300, 600, 30)
    whole = premiums(engine, reference, **tables)["33.19", "CSR"]
    assert (whole["realisasi"], whole["pagu"], whole["peserta_aktif"]) == (500, 900, 50)


def test_asked_for_by_name_it_is_there(engine: Engine, reference: Reference) -> None:
    rows = premiums(engine, reference, iuran=PAID, bulan="2025-03", dengan_jakon=False, segmen="JAKON")
    assert rows["33.19", "CSR"]["realisasi"] == 200


def test_it_leaves_months_flow_costs_and_versions(engine: Engine, reference: Reference) -> None:
    iuran, nobody = engine.table("iuran", *PAID), engine.table("kepesertaan")
    months = measure_premium_months(iuran, nobody, reference=reference, question=WITHOUT)
    assert months["nilai"].sum() == 450
    flow = measure_premium_flow(iuran, reference=reference, question=WITHOUT)
    assert dict(zip(flow["segmen"], flow["nilai"], strict=True)) == {"SEMUA": 300, "RENTAN": 150}
    costs = measure_unit_costs(iuran, reference=reference, question=WITHOUT)
    assert sorted(costs["segmen"]) == ["RENTAN", "SEMUA"]
    versions = measure_budget_versions(
        engine.table("anggaran", *BUDGET), reference=reference, question=WITHOUT
    )
    assert list(versions["segmen"]) == ["SEMUA"]


def test_its_payments_are_not_reconciled(engine: Engine, reference: Reference) -> None:
    wrong = engine.table("iuran", paid("2025-03", 1_000, 10), paid("2025-03", 1_000, 10, **BUILT))
    rows = measure_reconciliation(wrong, reference=reference, question=WITHOUT)
    assert list(rows["segmen"]) == ["RENTAN"]


@pytest.mark.parametrize(("segmen", "judged"), [("JAKON", False), ("BPU_LAIN", True)])
def test_a_budget_for_construction_alone_is_never_judged_by_other_people(
    one_engine: Engine, reference: Reference, segmen: str, judged: bool
) -> None:
    of_the_province: dict[str, object] = {"sumber_dana": "APBD_PROV", "kode_wilayah": "33.19"}
    tables: dict[str, Any] = {
        "kepesertaan": [*everywhere(reference), people("2026-09", 100, **of_the_province, segmen="BPU_LAIN")],
        "anggaran": [budget(10_000_000, 2026, sumber_dana="APBD_PROV", segmen=segmen)],
    }
    without = AttentionQuestion(bulan=month("2026-09"), dengan_jakon=False)
    assert ("PAGU_KURANG" in codes(found(one_engine, reference, **tables))) is judged
    assert ("PAGU_KURANG" in codes(found_for(without, one_engine, reference, tables))) is judged

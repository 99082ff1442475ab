"""Whose money ends before December: a pagu pays its own area's people, and no other area that has its own."""

from __future__ import annotations

from typing import Any

from jamsos_data.metrics.budget_ends import measure_budget_ends
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference
from tests.metrics.premium_tables import UNDAAN, WATES, Rows, budget, paid, people
from tests.metrics.tables import Engine, month

KUTUK = f"{UNDAAN}.2009"
MONTHLY = 168_000  # ten people
JUNE = month("2025-06")


def ends(engine: Engine, reference: Reference, anggaran: Rows, kepesertaan: Rows, iuran: Rows) -> list[Any]:
    found = measure_budget_ends(
        engine.table("iuran", *iuran),
        engine.table("anggaran", *anggaran),
        engine.table("kepesertaan", *kepesertaan),
        reference=reference,
        question=PremiumQuestion(bulan=JUNE),
    )
    return sorted((area, source, f"{until:%Y-%m}") for area, source, until in found)


def of(area: str, source: str = "ADD") -> dict[str, Any]:
    return {"kode_wilayah": area, "sumber_dana": source}


def ten_in(*areas: str, source: str = "ADD") -> tuple[Rows, Rows]:
    """Ten people in each area in June, paid for June."""
    return (
        [people("2025-06", 10, **of(area, source)) for area in areas],
        [paid("2025-06", MONTHLY, 10, **of(area, source)) for area in areas],
    )


def test_a_rich_village_does_not_pay_for_a_poor_one(engine: Engine, reference: Reference) -> None:
    folk, payments = ten_in(WATES, KUTUK)
    poor_and_rich = [budget(2 * MONTHLY, **of(WATES)), budget(500_000_000, **of(KUTUK))]

    assert ends(engine, reference, poor_and_rich, folk, payments) == [(WATES, "ADD", "2025-07")]


def test_a_poor_village_takes_nothing_from_one_that_has_enough(engine: Engine, reference: Reference) -> None:
    folk, payments = ten_in(WATES, KUTUK)
    enough = [budget(7 * MONTHLY, **of(WATES)), budget(MONTHLY, **of(KUTUK))]

    assert ends(engine, reference, enough, folk, payments) == [(KUTUK, "ADD", "2025-06")]


def test_who_has_no_pagu_of_the_own_area_is_paid_by_the_next_one_around(
    engine: Engine, reference: Reference
) -> None:
    """The regency grants three months for Kutuk and those known for Undaan alone; Wates has its own for the year."""
    folk, payments = ten_in(WATES, KUTUK, UNDAAN)
    both = [budget(7 * MONTHLY, **of(WATES)), budget(3 * 2 * MONTHLY, **of("33.19"))]

    assert ends(engine, reference, both, folk, payments) == [
        ("33.19", "ADD", "2025-08"),
        (UNDAAN, "ADD", "2025-08"),
        (KUTUK, "ADD", "2025-08"),
    ]


def test_a_pagu_of_the_source_above_pays_the_sources_in_it(engine: Engine, reference: Reference) -> None:
    folk, payments = ten_in(WATES, source="DBHCHT")

    found = ends(engine, reference, [budget(2 * MONTHLY, **of("33.19", "APBD_KAB"))], folk, payments)

    assert found == [("33.19", "APBD_KAB", "2025-07"), (WATES, "DBHCHT", "2025-07")]


def test_nothing_is_known_to_end_without_a_pagu_or_without_payments(
    engine: Engine, reference: Reference
) -> None:
    folk, payments = ten_in(WATES)

    assert ends(engine, reference, [], folk, payments) == []
    assert ends(engine, reference, [budget(MONTHLY, **of(WATES))], folk, []) == []

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
    return sorted({(area, source, f"{until:%Y-%m}") for area, source, _, until in found})


def of(area: str, source: str = "ADD", **more: Any) -> dict[str, Any]:
    return {"kode_wilayah": area, "sumber_dana": source} | more


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


def by_segment(
    engine: Engine, reference: Reference, *anggaran: dict[str, Any], paid_as: str = ""
) -> list[Any]:
    """Ten RT/RW and ten pekerja rentan of Wates, paid for June; (segmen, last month) of those whose money ends."""
    segments = ("RENTAN", "RT_RW")
    found = measure_budget_ends(
        engine.table("iuran", *(paid("2025-06", MONTHLY, 10, **of(WATES, segmen=one)) for one in segments))
        if not paid_as
        else engine.table("iuran", paid("2025-06", 2 * MONTHLY, 20, **of(WATES, segmen=paid_as))),
        engine.table("anggaran", *anggaran),
        engine.table("kepesertaan", *(people("2025-06", 10, **of(WATES, segmen=one)) for one in segments)),
        reference=reference,
        question=PremiumQuestion(bulan=JUNE),
    )
    return sorted({(segmen, f"{until:%Y-%m}") for _, _, segmen, until in found if segmen in segments})


def line(months: int, segmen: str) -> dict[str, Any]:
    return budget(months * MONTHLY, **of(WATES, segmen=segmen))


def test_a_line_for_one_segment_does_not_pay_another(engine: Engine, reference: Reference) -> None:
    rich_and_poor = line(100, "RENTAN"), line(3, "RT_RW")

    assert by_segment(engine, reference, *rich_and_poor) == [("RT_RW", "2025-08")]
    assert by_segment(engine, reference, rich_and_poor[1]) == [("RT_RW", "2025-08")]


def test_a_line_without_segment_pays_all_and_what_contains_another_is_taken_with_it(
    engine: Engine, reference: Reference
) -> None:
    """SEMUA holds the RT_RW in it: together eight times the month of ten people, of which two are paid for June."""
    both = [("RENTAN", "2025-09"), ("RT_RW", "2025-09")]

    assert by_segment(engine, reference, line(8, "SEMUA")) == both
    assert by_segment(engine, reference, line(8, "SEMUA"), line(1, "RT_RW")) == both


def test_lines_that_are_paid_from_together_are_taken_together(engine: Engine, reference: Reference) -> None:
    """Nobody says of which line the payment for BPU was: of 100 + 3 months enough is left."""
    lines = line(100, "RENTAN"), line(3, "RT_RW")

    assert by_segment(engine, reference, *lines, paid_as="BPU") == []
    assert by_segment(engine, reference, line(5, "RENTAN"), line(3, "RT_RW"), paid_as="BPU") == [
        ("RENTAN", "2025-09"),
        ("RT_RW", "2025-09"),
    ]

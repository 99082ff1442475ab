"""People whom several sources pay for at once."""

from __future__ import annotations

import pytest

from jamsos_data.metrics.double_payments import measure_double_payments
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference
from tests.metrics.tables import Engine, month, typed

HADIPOLO = "33.19.06.2010"


def paid(
    source: str, count: int, periode: str = "2026-09", months: int = 1, **more: object
) -> dict[str, object]:
    row = {"periode": periode, "kode_wilayah": HADIPOLO, "segmen": "BURUH_TANI", "sumber_dana": source}
    return row | {"nilai": 16_800 * count * months, "peserta_dibayar": count, "bulan_dibayar": months} | more


def active(count: int, **more: object) -> dict[str, object]:
    row = {"periode": "2026-09", "kode_wilayah": HADIPOLO, "segmen": "BURUH_TANI", "sumber_dana": "ADD"}
    return row | {"peserta_aktif": count} | more


@pytest.mark.parametrize(
    ("payments", "beyond"),
    [
        ([paid("ADD", 65), paid("APBD_PROV", 31)], [31]),
        # a payment of January for twelve months still covers September
        ([paid("ADD", 65, "2026-01", 12), paid("APBD_PROV", 31)], [31]),
        ([paid("ADD", 65, "2026-01", 8), paid("APBD_PROV", 31)], []),
        ([paid("ADD", 40), paid("APBD_PROV", 25)], []),
        # one source that pays for too many pays wrongly, but not twice
        ([paid("ADD", 90)], []),
        # a payment of APBDes contains that of the ADD in it
        ([paid("APBDES", 65), paid("ADD", 65)], []),
        # of the 70 ADD pays 30: one payment for too many
        ([paid("APBDES", 70), paid("ADD", 30)], []),
        ([paid("APBDES", 65), paid("ADD", 30), paid("APBD_PROV", 5)], [5]),
        # two payments of one source that both run may be for the same people
        ([paid("ADD", 60, "2026-01", 12), paid("ADD", 60), paid("APBD_PROV", 5)], []),
        ([paid("ADD", 60, "2026-01", 12), paid("ADD", 62), paid("APBD_PROV", 5)], [2]),
        ([paid("ADD", 65), paid("APBD_PROV", 31, program="JKK+JKM+JHT")], []),
        ([paid("ADD", 65), paid("APBD_PROV", 31, "2026-10")], []),
    ],
)
def test_only_several_sources_beyond_the_active_are_a_double_payment(
    engine: Engine, reference: Reference, payments: list[dict[str, object]], beyond: list[int]
) -> None:
    rows = measure_double_payments(
        engine.table("iuran", *payments),
        engine.table("kepesertaan", active(65)),
        reference=reference,
        question=PremiumQuestion(bulan=month("2026-09")),
    )
    assert rows["lebih"].tolist() == beyond


@pytest.mark.parametrize(
    ("place", "more", "beyond"),
    [
        ("33.19.06", {}, [1]),  # 30 of the kecamatan may all live in the desa
        ("33.19", {}, [1]),
        ("33.19.06", {"segmen": "BPU"}, [1]),
        ("33.19.06", {"segmen": "RT_RW"}, [31]),
        ("33.19.06", {"program": "JKK+JKM+JHT"}, [31]),
        ("33.19.05", {}, [31]),
    ],
)
@pytest.mark.parametrize("dalam", [None, "33.19.06", HADIPOLO])
def test_people_known_for_a_coarser_area_only_may_be_those_of_a_desa_that_are_paid_for(
    reference: Reference, place: str, more: dict[str, object], beyond: list[int], dalam: str | None
) -> None:
    rows = measure_double_payments(
        typed("iuran", [paid("ADD", 65), paid("APBD_PROV", 31)]),
        typed("kepesertaan", [active(65), active(30, kode_wilayah=place, **more)]),
        reference=reference,
        question=PremiumQuestion(bulan=month("2026-09"), dalam=dalam),
    )
    in_desa = rows[rows["kode_wilayah"] == HADIPOLO]
    assert in_desa["lebih"].tolist() == beyond
    assert (in_desa["peserta_dibayar"] - in_desa["peserta_aktif"]).tolist() == beyond


@pytest.mark.parametrize(
    ("payments", "people", "beyond"),
    [
        # 65 informal workers, 30 of them stated as farm workers: a payment for all of them is for both
        (
            [paid("ADD", 60, segmen="BPU"), paid("CSR", 5, segmen="BPU")],
            [active(65, segmen="BPU"), active(30)],
            [],
        ),
        (
            [paid("ADD", 60, segmen="BPU"), paid("CSR", 7, segmen="BPU")],
            [active(65, segmen="BPU"), active(30)],
            [("BPU", 67, 65, 2)],
        ),
        # ADD's 30 farm workers are among its 60, and are not counted again
        (
            [paid("ADD", 60, segmen="BPU"), paid("ADD", 30), paid("CSR", 5)],
            [active(65, segmen="BPU"), active(35)],
            [],
        ),
        # the 5 that the farm workers tell are not told again of all informal workers
        (
            [paid("ADD", 30), paid("CSR", 5), paid("APBD_PROV", 2, segmen="BPU")],
            [active(30), active(30, segmen="BPU")],
            [("BURUH_TANI", 35, 30, 5), ("BPU", 32, 30, 2)],
        ),
        # whose segment says nothing may be among those of the segment above it
        ([paid("ADD", 60), paid("CSR", 5)], [active(65, segmen="BPU")], []),
        ([paid("ADD", 60), paid("CSR", 9)], [active(65, segmen="BPU")], [("BURUH_TANI", 69, 65, 4)]),
        # all informal workers are more than the one segment that is stated
        ([paid("ADD", 60, segmen="BPU"), paid("CSR", 9, segmen="BPU")], [active(30)], []),
    ],
)
def test_a_segment_and_one_inside_it_are_the_same_people(
    engine: Engine,
    reference: Reference,
    payments: list[dict[str, object]],
    people: list[dict[str, object]],
    beyond: list[tuple[str, int, int, int]],
) -> None:
    rows = measure_double_payments(
        engine.table("iuran", *payments),
        engine.table("kepesertaan", *people),
        reference=reference,
        question=PremiumQuestion(bulan=month("2026-09")),
    )
    shown = rows[["segmen", "peserta_dibayar", "peserta_aktif", "lebih"]]
    assert list(shown.itertuples(index=False, name=None)) == beyond


def test_it_names_the_village_and_the_sources(engine: Engine, reference: Reference) -> None:
    rows = measure_double_payments(
        engine.table("iuran", paid("ADD", 65), paid("APBD_PROV", 31)),
        engine.table("kepesertaan", active(65)),
        reference=reference,
        question=PremiumQuestion(bulan=month("2026-09"), dalam="33.19.06"),
    )
    [row] = records(rows)
    assert (row["wilayah"], row["sumber"], row["peserta_dibayar"], row["peserta_aktif"]) == (
        "Hadipolo",
        "ADD;APBD_PROV",
        96,
        65,
    )


@pytest.mark.parametrize(
    ("asked", "beyond"),
    [
        ({"sumber_dana": "APBDES"}, [31]),
        ({"sumber_dana": "APBD_PROV"}, [31]),
        ({"sumber_dana": "CSR"}, []),
        ({"segmen": "BPU"}, [31]),
        ({"segmen": "RENTAN"}, []),
    ],
)
def test_it_can_be_asked_of_one_payer_or_segment(
    one_engine: Engine, reference: Reference, asked: dict[str, str], beyond: list[int]
) -> None:
    rows = measure_double_payments(
        one_engine.table("iuran", paid("ADD", 65), paid("APBD_PROV", 31)),
        one_engine.table("kepesertaan", active(65)),
        reference=reference,
        question=PremiumQuestion(bulan=month("2026-09"), **asked),  # type: ignore[arg-type]
    )
    assert rows["lebih"].tolist() == beyond

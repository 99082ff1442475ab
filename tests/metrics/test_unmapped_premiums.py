"""Iuran known only for the areas around the one looked at is said, never dropped and never spread."""

from __future__ import annotations

from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.metrics.unmapped_premiums import UnmappedPremiums, measure_unmapped_premiums
from jamsos_data.reference import Reference
from tests.metrics.premium_tables import UNDAAN, WATES, Rows, paid
from tests.metrics.tables import Engine, month

PAID: Rows = [
    paid("2025-01", 600, sumber_dana="PEMBERI_KERJA", segmen="PU_SWASTA"),
    paid("2025-02", 100, sumber_dana="ADD"),
    paid("2025-02", 60, sumber_dana="CSR", segmen="JAKON"),
    paid("2025-02", 90, kode_wilayah=UNDAAN),
    paid("2025-02", 50, kode_wilayah=WATES),
    paid("2025-02", 100, kode_wilayah="33.19.09"),
    paid("2024-12", 7_000),
]


def unmapped(engine: Engine, reference: Reference, **asked: object) -> tuple[UnmappedPremiums, ...]:
    question = PremiumQuestion(bulan=month("2025-03"), **asked)  # type: ignore[arg-type]
    return measure_unmapped_premiums(engine.table("iuran", *PAID), reference=reference, question=question)


def test_of_a_kecamatan_what_is_known_for_the_regency_only(engine: Engine, reference: Reference) -> None:
    [found] = unmapped(engine, reference, dalam=UNDAAN)
    assert (found.wilayah, found.tingkat, found.nilai, found.seluruh) == ("33.19", "kecamatan", 760, 1_000)
    assert (found.persen, found.sumber_terbanyak, found.nilai_terbanyak) == (76.0, "PEMBERI_KERJA", 600)


def test_of_a_desa_also_what_is_known_for_its_kecamatan_only(engine: Engine, reference: Reference) -> None:
    regency, kecamatan = unmapped(engine, reference, dalam=WATES)
    assert (regency.nilai, regency.tingkat) == (760, "kecamatan")
    assert (kecamatan.wilayah, kecamatan.tingkat) == (UNDAAN, "desa")
    assert (kecamatan.nilai, kecamatan.seluruh) == (90, 140)


def test_it_follows_source_and_construction(one_engine: Engine, reference: Reference) -> None:
    [found] = unmapped(one_engine, reference, dalam=UNDAAN, dengan_jakon=False)
    assert found.nilai == 700
    assert unmapped(one_engine, reference, dalam=UNDAAN, sumber_dana="DBHCHT") == ()


def test_the_regency_lacks_nothing(one_engine: Engine, reference: Reference) -> None:
    assert unmapped(one_engine, reference) == ()
    assert unmapped(one_engine, reference, dalam="33.19") == ()

"""A pagu at a source, the money at a source inside it: measured together, nothing twice."""

from __future__ import annotations

import pytest

from jamsos_data.metrics.absorption import Absorption, by_budget, total_absorption, without_budget
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.premiums import measure_premiums
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference
from tests.metrics.premium_tables import UNDAAN, WATES, Rows, budget, paid, people, premiums
from tests.metrics.tables import Engine, month

LINES: Rows = [budget(5_000), budget(70, sumber_dana="PADES", kode_wilayah=WATES)]
PAID: Rows = [
    paid("2025-02", 9, kode_wilayah=WATES, sumber_dana=source)
    for source in ("DBHCHT", "PADES", "ADD", "PEMBERI_KERJA")
]
ABOVE = budget(1_000, sumber_dana="APBD_KAB", segmen="SEMUA")


def measured(engine: Engine, reference: Reference, iuran: Rows, anggaran: Rows):
    return measure_premiums(
        engine.table("iuran", *iuran),
        engine.table("anggaran", *anggaran),
        engine.table("kepesertaan"),
        reference=reference,
        question=PremiumQuestion(bulan=month("2025-12")),
    )


def test_a_pagu_above_the_paying_source_is_absorbed_by_it(engine: Engine, reference: Reference) -> None:
    rows = premiums(
        engine,
        reference,
        iuran=[paid("2025-02", 500_000)],
        anggaran=[budget(1_508_000, sumber_dana="APBD_KAB", segmen="SEMUA")],
        kepesertaan=[people("2025-12", 10)],
    )
    above, inside = rows["33.19", "APBD_KAB"], rows["33.19", "DBHCHT"]
    assert (above["realisasi"], above["realisasi_pagu"], above["peserta_pagu"]) == (None, 500_000, 10)
    assert above["serapan_persen"] == 100 * 500_000 / 1_508_000
    assert (above["iuran_pagu"], above["bulan_tersisa"]) == (168_000, 6.0)
    assert "PAGU_KURANG" in above["catatan"]
    assert (inside["realisasi"], inside["pagu"], inside["realisasi_pagu"]) == (500_000, None, None)
    assert inside["pemegang_pagu"] == above["pemegang_pagu"] == "APBD_KAB"


def test_money_inside_a_pagu_belongs_to_the_nearest_one_only(engine: Engine, reference: Reference) -> None:
    iuran = [
        paid("2025-02", 30, sumber_dana="APBD_KAB_UMUM"),
        paid("2025-02", 400),
        paid("2025-02", 7, sumber_dana="ADD"),
    ]
    lines = [budget(1_500, sumber_dana="APBD_KAB", segmen="SEMUA"), budget(500)]
    rows = measured(engine, reference, iuran, lines)
    assert {row["sumber_dana"]: row["realisasi_pagu"] for row in records(rows)} == {
        "APBD_KAB": 30,
        "APBD_KAB_UMUM": None,
        "DBHCHT": 400,
        "ADD": None,
    }
    gathered = by_budget(rows)
    assert sorted(gathered["sumber_dana"]) == ["ADD", "APBD_KAB", "DBHCHT"]
    assert gathered["realisasi"].sum() == rows["realisasi"].sum() == 437
    assert total_absorption(rows) == Absorption(banyak=2, pagu=1_500, realisasi=430, persen=100 * 430 / 1_500)


def test_without_a_known_payment_the_share_is_unknown_not_zero(engine: Engine, reference: Reference) -> None:
    rows = measured(engine, reference, [paid("2025-02", 9, sumber_dana="CSR")], [ABOVE])
    assert total_absorption(rows) == Absorption(banyak=1, pagu=1_000, realisasi=None, persen=None)


def test_half_of_a_pagu_paid_by_the_source_inside_it(engine: Engine, reference: Reference) -> None:
    rows = measured(engine, reference, [paid("2025-02", 500)], [ABOVE])
    assert total_absorption(rows) == Absorption(banyak=1, pagu=1_000, realisasi=500, persen=50.0)


def test_a_pagu_of_a_source_not_stated_is_not_spent_by_others(engine: Engine, reference: Reference) -> None:
    lines = [budget(1_000, sumber_dana="TIDAK_DIRINCI", segmen="SEMUA")]
    rows = measured(engine, reference, [paid("2025-02", 9, sumber_dana="PEMBERI_KERJA")], lines)
    assert total_absorption(rows).realisasi is None


class TestWhereThePaguStands:
    def test_below_the_regency_its_pagu_is_named_and_not_called_missing(
        self, engine: Engine, reference: Reference
    ) -> None:
        for area in (UNDAAN, WATES):
            rows = premiums(engine, reference, iuran=PAID, anggaran=LINES, dalam=area)
            found = {source: (row["pemegang_pagu"], row["pagu_di"]) for (_, source), row in rows.items()}
            assert found == {
                "DBHCHT": ("", "33.19"),
                "PADES": ("PADES", ""),
                "ADD": ("", ""),
                "PEMBERI_KERJA": ("", ""),
            }
            assert "PAGU_WILAYAH_LEBIH_LUAS" in rows[area, "DBHCHT"]["catatan"].split(";")

    def test_in_the_regency_it_is_the_pagu_itself(self, engine: Engine, reference: Reference) -> None:
        rows = premiums(engine, reference, iuran=PAID, anggaran=LINES)
        assert (rows["33.19", "DBHCHT"]["pagu_di"], rows["33.19", "DBHCHT"]["pagu"]) == ("", 5_000)

    @pytest.mark.parametrize(("segmen", "area"), [("RENTAN", "33.19"), ("BURUH_TANI", "")])
    def test_only_a_pagu_that_may_be_for_the_segment_counts(
        self, one_engine: Engine, reference: Reference, segmen: str, area: str
    ) -> None:
        rows = premiums(
            one_engine,
            reference,
            iuran=[paid("2025-02", 9, kode_wilayah=WATES, segmen=segmen)],
            anggaran=LINES,
            dalam=UNDAAN,
            segmen=segmen,
        )
        assert rows[UNDAAN, "DBHCHT"]["pagu_di"] == area

    def test_payers_that_never_have_a_pagu_are_told_apart_unless_one_is_stated(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        iuran = [
            paid("2025-02", 9, sumber_dana=source) for source in ("PEMBERI_KERJA", "CSR", "MANDIRI", "ADD")
        ]
        rows = measured(one_engine, reference, iuran, [budget(100, sumber_dana="CSR")])
        apart = rows[without_budget(rows, tree=reference.sumber_tree)]
        assert sorted(apart["sumber_dana"]) == ["MANDIRI", "PEMBERI_KERJA"]

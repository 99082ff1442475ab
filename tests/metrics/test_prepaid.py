"""Months that are paid ahead: they are protected, and whoever asks how long a budget lasts counts them."""

from __future__ import annotations

import pytest

from jamsos_data.metrics.frames import records
from jamsos_data.metrics.prepaid import COLUMNS, measure_paid_until
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference
from tests.metrics.premium_tables import UNDAAN, Rows, budget, paid, people, premiums
from tests.metrics.tables import Engine, month

# Ten people by DBHCHT: a month each from January to August, three months at once in September.
PAID: Rows = [paid(f"2025-{number:02d}", 168_000, 10) for number in range(1, 9)]
PAID = [*PAID, paid("2025-09", 504_000, 10, 3)]
SPENT = 8 * 168_000 + 504_000


def until(engine: Engine, reference: Reference, *rows: dict[str, object], **asked: object):
    answer = measure_paid_until(
        engine.table("kepesertaan", *rows),
        reference=reference,
        question=PremiumQuestion(bulan=month("2025-09"), **asked),  # type: ignore[arg-type]
    )
    assert {column: str(kind) for column, kind in answer.dtypes.items()} == COLUMNS
    return [
        (
            f"{row['lunas_sampai']:%Y-%m}",
            row["sumber_dana"],
            row["segmen"],
            row["peserta_aktif"],
            row["di_muka"],
        )
        for row in records(answer)
    ]


class TestHowLongABudgetLasts:
    def lasting(self, engine: Engine, reference: Reference, left: int, lunas_sampai: str | None = "2025-11"):
        return premiums(
            engine,
            reference,
            iuran=PAID,
            anggaran=[budget(SPENT + left)],
            kepesertaan=[people("2025-09", 10, lunas_sampai=lunas_sampai)],
            bulan="2025-09",
        )["33.19", "DBHCHT"]

    def test_the_rest_and_two_months_paid_ahead_last_two_and_a_half_months(
        self, engine: Engine, reference: Reference
    ) -> None:
        row = self.lasting(engine, reference, left=84_000)
        assert (row["di_muka"], row["bulan_tersisa"]) == (336_000, 2.5)
        assert (row["cukup_sampai"], row["lunas_sampai"]) == (month("2025-11"), month("2025-11"))
        assert "PAGU_HABIS" in row["catatan"].split(";")

    @pytest.mark.parametrize("left", [168_000, 5 * 168_000])
    def test_it_lasts_to_december_at_most(self, one_engine: Engine, reference: Reference, left: int) -> None:
        row = self.lasting(one_engine, reference, left=left)
        assert (row["cukup_sampai"], row["bulan_tersisa"]) == (month("2025-12"), 2 + left / 168_000)
        assert "PAGU_HABIS" not in row["catatan"]

    def test_what_is_paid_ahead_for_some_does_not_pay_for_others(
        self, engine: Engine, reference: Reference
    ) -> None:
        """Ten are paid until next August, ten month by month, and the pagu is spent: nothing is left for the latter."""
        months = [people("2025-09", 10, lunas_sampai="2026-08"), people("2025-09", 10, segmen="BURUH_TANI")]
        spent = {"iuran": [paid("2025-09", 13 * 168_000, 10, 12)], "kepesertaan": months, "bulan": "2025-09"}
        row = premiums(engine, reference, anggaran=[budget(13 * 168_000, segmen="BPU")], **spent)[
            "33.19", "DBHCHT"
        ]
        assert (row["bulan_tersisa"], row["cukup_sampai"]) == (0.0, month("2025-09"))
        assert (row["kewajiban_pagu"], row["di_muka"]) == (3 * 168_000, 11 * 168_000)
        more = [budget(15 * 168_000, segmen="BPU")]
        row = premiums(engine, reference, anggaran=more, **spent)["33.19", "DBHCHT"]
        assert (row["bulan_tersisa"], row["cukup_sampai"]) == (2.0, month("2025-11"))

    def test_the_earliest_end_is_told_and_the_latest_with_the_share_of_those_paid_so_far(
        self, engine: Engine, reference: Reference
    ) -> None:
        """One of forty is paid to December, nine to October, thirty say nothing."""
        rows = [
            people("2025-09", 1, lunas_sampai="2025-12"),
            people("2025-09", 9, lunas_sampai="2025-10", kode_wilayah=UNDAAN),
            people("2025-09", 30, segmen="BURUH_TANI"),
        ]
        row = premiums(engine, reference, bulan="2025-09", kepesertaan=rows)["33.19", "DBHCHT"]
        assert (row["lunas_sampai"], row["lunas_terakhir"]) == (month("2025-10"), month("2025-12"))
        assert row["persen_terakhir"] == pytest.approx(2.5)

    def test_without_a_stated_month_nothing_is_paid_ahead(self, engine: Engine, reference: Reference) -> None:
        row = self.lasting(engine, reference, left=84_000, lunas_sampai=None)
        assert (row["di_muka"], row["bulan_tersisa"]) == (None, 0.5)
        assert row["cukup_sampai"] == month("2025-09")

    def test_what_is_paid_ahead_is_why_payments_exceed_the_estimate_of_the_months(
        self, engine: Engine, reference: Reference
    ) -> None:
        months = [people(f"2025-{number:02d}", 10, lunas_sampai="2025-11") for number in range(1, 10)]
        row = premiums(engine, reference, iuran=PAID, kepesertaan=months, bulan="2025-09")["33.19", "DBHCHT"]
        assert row["estimasi"] + row["di_muka"] == row["estimasi_dibayar"] == row["realisasi"]


class TestUntilWhenPeopleArePaid:
    def test_by_month_source_and_segment_the_earliest_end_first(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = (
            people("2025-09", 10, lunas_sampai="2025-11"),
            people("2025-09", 7, lunas_sampai="2025-11", kode_wilayah=UNDAAN),
            people("2025-08", 4, lunas_sampai="2025-09", sumber_dana="CSR"),
            people("2025-09", 4, lunas_sampai="2025-09", sumber_dana="CSR"),
            people("2025-08", 6, lunas_sampai="2025-08", sumber_dana="ADD"),
            people("2025-09", 6, lunas_sampai="2025-09", sumber_dana="ADD"),
            people("2025-09", 5, lunas_sampai="2025-08", sumber_dana="MANDIRI"),
            people("2025-09", 3),
        )
        assert until(engine, reference, *rows) == [
            ("2025-09", "CSR", "RENTAN", 4, 0),
            ("2025-11", "DBHCHT", "RENTAN", 17, 17 * 2 * 16_800),
        ]
        assert until(engine, reference, *rows, dalam=UNDAAN) == [("2025-11", "DBHCHT", "RENTAN", 7, 235_200)]
        assert until(engine, reference, *rows, sumber_dana="CSR") == [("2025-09", "CSR", "RENTAN", 4, 0)]

    def test_each_month_ahead_has_its_own_tariff(self, engine: Engine, reference: Reference) -> None:
        """PP 50/2025: Rp16.800 in March 2026, Rp8.400 from April for people who pay for themselves."""
        row = premiums(
            engine,
            reference,
            kepesertaan=[
                people("2026-02", 1, segmen="BPU_LAIN", sumber_dana="MANDIRI", lunas_sampai="2026-04")
            ],
            bulan="2026-02",
        )["33.19", "MANDIRI"]
        assert row["di_muka"] == 16_800 + 8_400

    def test_without_a_tariff_the_cost_is_unknown(self, engine: Engine, reference: Reference) -> None:
        wage = people("2025-09", 3, segmen="PU_SWASTA", sumber_dana="PEMBERI_KERJA", lunas_sampai="2025-10")
        assert until(engine, reference, wage) == [("2025-10", "PEMBERI_KERJA", "PU_SWASTA", 3, None)]
        assert until(engine, reference, wage | {"segmen": "JAKON"}, dengan_jakon=False) == []

    def test_a_total_and_its_part_that_end_differently_are_the_people_of_the_total(
        self, engine: Engine, reference: Reference
    ) -> None:
        """BPU 100 to December holds RENTAN 30 to October: 30 for one month, 70 for three, of Rp16.800."""
        total = people("2025-09", 100, segmen="BPU", lunas_sampai="2025-12")
        part = people("2025-09", 30, lunas_sampai="2025-10")
        assert until(engine, reference, total, part) == [
            ("2025-10", "DBHCHT", "RENTAN", 30, 504_000),
            ("2025-12", "DBHCHT", "BPU", 70, 3_528_000),
        ]
        assert until(engine, reference, total, part | {"lunas_sampai": None}) == [
            ("2025-12", "DBHCHT", "BPU", 70, 3_528_000)
        ]
        past = part | {"lunas_sampai": "2025-08"}
        assert until(engine, reference, total, past) == [("2025-12", "DBHCHT", "BPU", 70, 3_528_000)]

"""Money by funding source: paid and estimated, each worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from jamsos_data.reference import Reference
from tests.metrics.premium_tables import UNDAAN, WATES, YEAR_2025, budget, paid, people, premiums
from tests.metrics.tables import Engine


class TestPublishedFigures:
    def test_lumajang_reconciles_exactly(self, engine: Engine, reference: Reference) -> None:
        """5.606 people × Rp16.800 × 7 months, June to December 2025 (Rakyat Independen)."""
        row = premiums(engine, reference, iuran=[paid("2025-06", 659_265_600, 5_606, 7)])["33.19", "DBHCHT"]
        assert (row["estimasi_dibayar"], row["realisasi"], row["selisih_estimasi"]) == (
            659_265_600,
            659_265_600,
            0,
        )
        assert row["catatan"] == ""

    def test_9_290_people_for_a_year_do_not_cost_the_budgeted_4_3_billion(
        self, engine: Engine, reference: Reference
    ) -> None:
        row = premiums(
            engine,
            reference,
            kepesertaan=[people(periode, 9_290) for periode in YEAR_2025],
            anggaran=[budget(4_300_000_000)],
        )["33.19", "DBHCHT"]
        assert (row["estimasi"], row["estimasi_setahun"]) == (1_872_864_000, 1_872_864_000)
        assert (row["pagu"], row["catatan"]) == (4_300_000_000, "PAGU_BERLEBIH")
        assert row["realisasi"] is None

    @pytest.mark.parametrize(
        ("pagu", "flagged"),
        [(2_016_000 * 110 // 100, False), (2_016_000 * 125 // 100, False), (2_016_000 * 126 // 100, True)],
    )
    def test_a_usual_reserve_is_not_flagged(
        self, one_engine: Engine, reference: Reference, pagu: int, flagged: bool
    ) -> None:
        """The threshold and its reason stand in ambang.csv: a quarter above the estimate of a year."""
        row = premiums(one_engine, reference, kepesertaan=[people("2025-12", 10)], anggaran=[budget(pagu)])[
            "33.19", "DBHCHT"
        ]
        assert ("PAGU_BERLEBIH" in row["catatan"].split(";")) is flagged

    def test_five_billion_last_9_8_months_for_30_264_people(
        self, engine: Engine, reference: Reference
    ) -> None:
        row = premiums(
            engine,
            reference,
            kepesertaan=[people("2025-12", 30_264)],
            anggaran=[budget(5_000_000_000, versi="perubahan")],
        )["33.19", "DBHCHT"]
        assert (row["estimasi_setahun"], row["versi"]) == (6_101_222_400, "perubahan")
        assert row["bulan_cukup"] == 5_000_000_000 / 508_435_200
        assert round(row["bulan_cukup"], 1) == 9.8
        assert row["catatan"] == "PAGU_KURANG"

    def test_months_that_are_paid_ahead_need_no_more_of_a_pagu(
        self, engine: Engine, reference: Reference
    ) -> None:
        paid_ahead = [
            people("2025-12", 1_000, lunas_sampai="2025-12"),
            people("2026-01", 1_000, lunas_sampai="2026-11"),
        ]
        for pagu, note in ((2 * 16_800_000, ""), (2 * 16_800_000 - 1, "PAGU_KURANG")):
            row = premiums(
                engine,
                reference,
                bulan="2026-01",
                kepesertaan=paid_ahead,
                anggaran=[budget(pagu, tahun=2026)],
            )["33.19", "DBHCHT"]
            assert row["catatan"] == note

    def test_months_that_last_years_budget_paid_need_nothing_of_this_years(
        self, engine: Engine, reference: Reference
    ) -> None:
        """In December 1.000 are paid to March, in April month by month: April to December, nine of Rp16.800.000."""
        rows = [people("2025-12", 1_000, lunas_sampai="2026-03"), people("2026-04", 1_000)]
        for pagu, note in ((9 * 16_800_000, ""), (9 * 16_800_000 - 1, "PAGU_KURANG")):
            row = premiums(
                engine, reference, bulan="2026-04", kepesertaan=rows, anggaran=[budget(pagu, tahun=2026)]
            )["33.19", "DBHCHT"]
            assert row["catatan"] == note

    def test_only_as_many_as_december_had_paid_ahead_are_spared(
        self, engine: Engine, reference: Reference
    ) -> None:
        """400 of 1.000 paid to February: 600 × 2 + 1.000 × 10 = 11.200 person-months of Rp16.800."""
        rows = [people("2025-12", 400, lunas_sampai="2026-02"), people("2026-03", 1_000)]
        for pagu, note in ((11_200 * 16_800, ""), (11_200 * 16_800 - 1, "PAGU_KURANG")):
            row = premiums(
                engine, reference, bulan="2026-03", kepesertaan=rows, anggaran=[budget(pagu, tahun=2026)]
            )["33.19", "DBHCHT"]
            assert row["catatan"] == note

    def test_which_months_last_year_paid_is_not_assumed_where_december_says_nothing(
        self, engine: Engine, reference: Reference
    ) -> None:
        """Paid to November as of March: December alone is still due, and January to March may be last year's."""
        rows = [people("2025-12", 1_000), people("2026-03", 1_000, lunas_sampai="2026-11")]
        notes = ((4, 0, ""), (4, -1, "PAGU_BULAN_LALU"), (1, 0, "PAGU_BULAN_LALU"), (1, -1, "PAGU_KURANG"))
        for months, more, note in notes:
            pagu = [budget(months * 16_800_000 + more, tahun=2026)]
            row = premiums(engine, reference, bulan="2026-03", kepesertaan=rows, anggaran=pagu)[
                "33.19", "DBHCHT"
            ]
            assert row["catatan"] == note

    def test_what_the_pagu_itself_paid_ahead_is_needed_of_it(
        self, engine: Engine, reference: Reference
    ) -> None:
        """Rp16.800 × 1.000 × six months paid in January, and July through December: twelve, of a pagu of ten."""
        paid_ahead = [people("2026-01", 1_000, lunas_sampai="2026-06")]
        for months, note in ((12, False), (10, True)):
            row = premiums(
                engine,
                reference,
                bulan="2026-01",
                kepesertaan=paid_ahead,
                iuran=[paid("2026-01", 6 * 16_800_000, bulan_dibayar=6)],
                anggaran=[budget(months * 16_800_000, tahun=2026)],
            )["33.19", "DBHCHT"]
            assert ("PAGU_KURANG" in row["catatan"]) == note

    def test_11_000_people_cost_184_8_million_a_month(self, engine: Engine, reference: Reference) -> None:
        row = premiums(
            engine,
            reference,
            kepesertaan=[people("2024-04", 11_000, sumber_dana="APBD_KAB")],
            bulan="2024-04",
        )["33.19", "APBD_KAB"]
        assert row["iuran_sebulan"] == 184_800_000


class TestEstimate:
    def test_each_month_has_its_own_tariff_and_payer(self, engine: Engine, reference: Reference) -> None:
        months = ("2026-03", "2026-04")
        rows = premiums(
            engine,
            reference,
            kepesertaan=[
                people(periode, 10, segmen="BPU_LAIN", sumber_dana=source)
                for periode in months
                for source in ("MANDIRI", "DBHCHT", "ADD")
            ],
            bulan="2026-04",
        )
        assert {source: row["estimasi"] for (_, source), row in rows.items()} == {
            "DBHCHT": 336_000,
            "ADD": 336_000,
            "MANDIRI": 168_000 + 84_000,
        }
        assert {source: row["catatan"] for (_, source), row in rows.items()} == {
            "DBHCHT": "",
            "ADD": "DISKON_BELUM_PASTI",
            "MANDIRI": "",
        }

    def test_a_month_after_the_last_paid_one_costs_nothing(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = [people(periode, 100, lunas_sampai="2025-02") for periode in ("2025-01", "2025-02", "2025-03")]
        row = premiums(engine, reference, kepesertaan=rows, bulan="2025-03")["33.19", "DBHCHT"]
        assert (row["estimasi"], row["iuran_sebulan"], row["peserta_aktif"]) == (2 * 1_680_000, 0, 100)
        assert row["bulan_cukup"] is None

    def test_people_in_a_paid_month_are_never_fewer_than_none(
        self, engine: Engine, reference: Reference
    ) -> None:
        """10 in a row whose payment has ended contain 8 who are paid: 2 are left, and they cost 0, not −8 people."""
        rows = [
            people("2025-03", 10, segmen="BPU", lunas_sampai="2025-02"),
            people("2025-03", 8, lunas_sampai="2025-03"),
        ]
        row = premiums(engine, reference, kepesertaan=rows, bulan="2025-03")["33.19", "DBHCHT"]
        assert (row["peserta_aktif"], row["iuran_sebulan"]) == (10, 8 * 16_800)

    def test_people_whose_tariff_is_unknown_are_counted_apart_and_not_priced(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = [
            people("2025-12", 80_000, segmen="PU_SWASTA", sumber_dana="PEMBERI_KERJA"),
            people("2025-12", 10, segmen="UMKM", sumber_dana="PEMBERI_KERJA"),
            people("2025-12", 1_493, segmen="PERANGKAT_DESA", sumber_dana="ADD"),
        ]
        found = premiums(engine, reference, kepesertaan=rows)
        employer, village = found["33.19", "PEMBERI_KERJA"], found["33.19", "ADD"]
        assert (employer["peserta_aktif"], employer["tanpa_tarif"]) == (80_010, 80_000)
        assert employer["iuran_sebulan"] == 168_000
        assert (village["tanpa_tarif"], village["iuran_sebulan"], village["estimasi"]) == (1_493, None, None)
        assert "PERLU_UPAH" in village["catatan"]

    def test_a_budget_is_not_compared_with_an_estimate_that_lacks_people(
        self, engine: Engine, reference: Reference
    ) -> None:
        row = premiums(
            engine,
            reference,
            kepesertaan=[people("2025-12", 100), people("2025-12", 9, segmen="PERANGKAT_DESA")],
            anggaran=[budget(100_000_000)],
        )["33.19", "DBHCHT"]
        assert (row["bulan_cukup"], row["bulan_tersisa"], row["catatan"]) == (None, None, "PERLU_UPAH")

    @pytest.mark.parametrize(
        ("source", "periode", "months", "expected"),
        [
            ("MANDIRI", "2026-03", 7, 16_800 + 6 * 8_400),
            ("MANDIRI", "2026-11", 4, 2 * 8_400 + 2 * 16_800),
            ("MANDIRI", "2026-04", 1, 8_400),
            ("MANDIRI", "2026-04", 0, 0),
            ("MANDIRI", "2026-04", 30, 9 * 8_400 + 21 * 16_800),
            ("DBHCHT", "2026-03", 7, 7 * 16_800),
        ],
    )
    def test_each_month_that_a_payment_covers_is_priced_at_its_own_tariff(
        self, engine: Engine, reference: Reference, source: str, periode: str, months: int, expected: int
    ) -> None:
        rows = [paid(periode, 67_200, 1, months, sumber_dana=source), paid("2026-01", 5, 0)]
        row = premiums(engine, reference, iuran=rows, bulan="2026-12")["33.19", source]
        assert row["estimasi_dibayar"] == expected

    def test_a_payment_that_differs_from_people_times_tariff_is_flagged(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = [paid("2025-03", 1_000_000, 100), paid("2025-04", 50_000_000, 0, 1, segmen="PU_SWASTA")]
        row = premiums(engine, reference, iuran=rows)["33.19", "DBHCHT"]
        assert (row["realisasi"], row["estimasi_dibayar"]) == (51_000_000, 1_680_000)
        assert (row["realisasi_bertarif"], row["selisih_estimasi"]) == (1_000_000, -680_000)
        assert "ESTIMASI_BERBEDA" in row["catatan"]


class TestPaymentsWithoutPeople:
    """A payment that does not say for how many people it is: unknown, not zero."""

    def test_it_is_noted_and_not_compared(self, engine: Engine, reference: Reference) -> None:
        iuran = [
            paid("2025-03", 1_680_000, 100),
            paid("2025-03", 9_000_000, None, kode_wilayah=WATES),
            paid("2025-04", 500_000, None, sumber_dana="ADD", kode_wilayah=WATES),
        ]
        rows = premiums(engine, reference, iuran=iuran)
        partly, none = rows["33.19", "DBHCHT"], rows["33.19", "ADD"]
        assert (partly["realisasi"], partly["realisasi_bertarif"]) == (10_680_000, 1_680_000)
        assert (partly["estimasi_dibayar"], partly["selisih_estimasi"]) == (1_680_000, 0)
        assert (none["realisasi"], none["estimasi_dibayar"], none["selisih_estimasi"]) == (
            500_000,
            None,
            None,
        )
        assert partly["catatan"] == none["catatan"] == "TANPA_PESERTA"

    def test_a_row_that_contains_it_is_not_compared_either(
        self, engine: Engine, reference: Reference
    ) -> None:
        iuran = [
            paid("2025-03", 1_680_000, 100, segmen="BPU", sumber_dana="APBD_KAB"),
            paid("2025-03", 600_000, None),
            paid("2025-03", 168_000, 10, segmen="UMKM", sumber_dana="CSR"),
        ]
        rows = premiums(engine, reference, iuran=iuran)
        found = {source: (row["realisasi"], row["estimasi_dibayar"]) for (_, source), row in rows.items()}
        assert found == {"APBD_KAB": (1_080_000, None), "DBHCHT": (600_000, None), "CSR": (168_000, 168_000)}


class TestAreasAndFilters:
    def test_by_kecamatan_what_is_not_mapped_is_a_row_of_its_own(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = premiums(
            engine,
            reference,
            iuran=[paid("2025-02", 1_000), paid("2025-02", 30, kode_wilayah=WATES)],
            tingkat="kecamatan",
        )
        assert {key: (row["realisasi"], row["terpetakan"]) for key, row in rows.items()} == {
            (UNDAAN, "DBHCHT"): (30, True),
            ("33.19", "DBHCHT"): (1_000, False),
        }

    def test_only_what_is_asked_for_is_counted(self, engine: Engine, reference: Reference) -> None:
        iuran = [
            paid("2025-02", 1),
            paid("2025-02", 20, sumber_dana="APBD_KAB_UMUM"),
            paid("2025-02", 300, sumber_dana="CSR"),
            paid("2025-02", 4_000, segmen="UMKM", kode_wilayah=WATES),
        ]

        def total(**asked: Any) -> int:
            return sum(row["realisasi"] for row in premiums(engine, reference, iuran=iuran, **asked).values())

        assert total(sumber_dana="APBD_KAB") == 4_021
        assert total(segmen="RENTAN") == 321
        assert total(dalam=UNDAAN) == 4_000

    def test_an_unknown_source_is_refused(self, engine: Engine, reference: Reference) -> None:
        with pytest.raises(ValueError, match="unknown sumber_dana 'APBN'"):
            premiums(engine, reference, sumber_dana="APBN")

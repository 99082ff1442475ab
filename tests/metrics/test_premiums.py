"""Money by funding source: paid, budgeted and estimated, each worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from jamsos_data.metrics.budgets import measure_budget_versions, measure_village_budgets
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.premium_months import measure_premium_flow, measure_premium_months
from jamsos_data.metrics.premiums import COLUMNS, measure_premiums
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference
from tests.metrics.tables import Engine, month

Rows = list[dict[str, object]]
YEAR_2025 = [f"2025-{number:02d}" for number in range(1, 13)]
UNDAAN = "33.19.04"
WATES = "33.19.04.2013"


def people(periode: str, count: int, **more: object) -> dict[str, object]:
    row = {"periode": periode, "segmen": "RENTAN", "sumber_dana": "DBHCHT", "peserta_aktif": count}
    return row | more


def paid(periode: str, nilai: int, count: int = 0, months: int = 1, **more: object) -> dict[str, object]:
    row = {"periode": periode, "segmen": "RENTAN", "sumber_dana": "DBHCHT", "nilai": nilai}
    return row | {"peserta_dibayar": count, "bulan_dibayar": months} | more


def budget(pagu: int, tahun: int = 2025, **more: object) -> dict[str, object]:
    return {"tahun": tahun, "segmen": "RENTAN", "sumber_dana": "DBHCHT", "pagu": pagu} | more


def premiums(
    engine: Engine,
    reference: Reference,
    *,
    iuran: Rows | None = None,
    anggaran: Rows | None = None,
    kepesertaan: Rows | None = None,
    bulan: str = "2025-12",
    **asked: Any,
) -> dict[tuple[str, str], dict[str, Any]]:
    rows = measure_premiums(
        engine.table("iuran", *iuran or ()),
        engine.table("anggaran", *anggaran or ()),
        engine.table("kepesertaan", *kepesertaan or ()),
        reference=reference,
        question=PremiumQuestion(bulan=month(bulan), **asked),
    )
    assert {column: str(kind) for column, kind in rows.dtypes.items()} == COLUMNS
    return {(row["kode_wilayah"], row["sumber_dana"]): row for row in records(rows)}


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

    def test_a_payment_that_differs_from_people_times_tariff_is_flagged(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = [paid("2025-03", 1_000_000, 100), paid("2025-04", 50_000_000, 0, 1, segmen="PU_SWASTA")]
        row = premiums(engine, reference, iuran=rows)["33.19", "DBHCHT"]
        assert (row["realisasi"], row["estimasi_dibayar"]) == (51_000_000, 1_680_000)
        assert row["selisih_estimasi"] == -680_000
        assert "ESTIMASI_BERBEDA" in row["catatan"]


class TestBudget:
    def test_the_newest_version_of_each_line_counts(self, engine: Engine, reference: Reference) -> None:
        lines = [
            budget(4_300_000_000, versi="murni"),
            budget(5_000_000_000, versi="perubahan"),
            budget(4_500_000_000, versi="pergeseran"),
            budget(700, sumber_dana="ADD", kode_wilayah=WATES),
            budget(9, tahun=2024, versi="perubahan"),
        ]
        rows = premiums(engine, reference, anggaran=lines)
        assert {source: (row["pagu"], row["versi"]) for (_, source), row in rows.items()} == {
            "DBHCHT": (5_000_000_000, "perubahan"),
            "ADD": (700, "murni"),
        }

    def test_older_versions_stay_visible(self, engine: Engine, reference: Reference) -> None:
        lines = engine.table("anggaran", budget(43, versi="murni"), budget(50, versi="perubahan"))
        rows = measure_budget_versions(
            lines, reference=reference, question=PremiumQuestion(bulan=month("2025-06"))
        )
        assert rows[["versi", "pagu", "berlaku"]].values.tolist() == [
            ["murni", 43, False],
            ["perubahan", 50, True],
        ]

    def test_a_source_with_others_in_it_keeps_only_its_remainder(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = premiums(
            engine,
            reference,
            anggaran=[budget(5_300, sumber_dana="APBD_KAB", segmen="SEMUA"), budget(4_300)],
            iuran=[paid("2025-02", 900, sumber_dana="APBD_KAB", segmen="BPU"), paid("2025-02", 400)],
        )
        assert {source: (row["pagu"], row["realisasi"]) for (_, source), row in rows.items()} == {
            "APBD_KAB": (1_000, 500),
            "DBHCHT": (4_300, 400),
        }
        assert "SISA_INDUK" in rows["33.19", "APBD_KAB"]["catatan"]
        assert "SISA_INDUK" not in rows["33.19", "DBHCHT"]["catatan"]
        assert (rows["33.19", "APBD_KAB"]["induk"], rows["33.19", "DBHCHT"]["induk"]) == (
            "TIDAK_DIRINCI",
            "APBD_KAB",
        )

    def test_absorption_and_months_left(self, engine: Engine, reference: Reference) -> None:
        row = premiums(
            engine,
            reference,
            kepesertaan=[people("2025-06", 1_000)],
            iuran=[paid("2025-01", 60_000_000), paid("2025-06", 24_000_000), paid("2025-07", 5)],
            anggaran=[budget(168_000_000)],
            bulan="2025-06",
        )["33.19", "DBHCHT"]
        assert (row["realisasi"], row["serapan_persen"]) == (84_000_000, 50.0)
        assert (row["bulan_cukup"], row["bulan_tersisa"]) == (10.0, 5.0)


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


def test_months_show_payments_when_paid_and_estimates_when_due(engine: Engine, reference: Reference) -> None:
    question = PremiumQuestion(bulan=month("2025-03"))
    rows = measure_premium_months(
        engine.table("iuran", paid("2024-12", 7), paid("2025-02", 5_040_000, 100, 3)),
        engine.table("kepesertaan", *[people(periode, 100) for periode in YEAR_2025]),
        reference=reference,
        question=question,
        since=month("2025-01"),
    )
    assert [
        (f"{row['periode']:%Y-%m}", row["sumber_dana"], row["nilai"], row["estimasi"])
        for row in records(rows)
    ] == [
        ("2025-01", "DBHCHT", None, 1_680_000),
        ("2025-02", "DBHCHT", 5_040_000, 1_680_000),
        ("2025-03", "DBHCHT", None, 1_680_000),
    ]


def test_the_flow_keeps_source_segment_and_programme_apart(engine: Engine, reference: Reference) -> None:
    rows = measure_premium_flow(
        engine.table(
            "iuran",
            paid("2025-01", 5),
            paid("2025-02", 6),
            paid("2025-02", 90, program="JKK+JKM+JHT", segmen="UMKM", sumber_dana="MANDIRI"),
            paid("2024-12", 1_000),
        ),
        reference=reference,
        question=PremiumQuestion(bulan=month("2025-12")),
    )
    assert rows.values.tolist() == [
        ["MANDIRI", "UMKM", "JKK+JKM+JHT", 90],
        ["DBHCHT", "RENTAN", "JKK+JKM", 11],
    ]


def test_villages_that_budget_and_those_that_do_not(engine: Engine, reference: Reference) -> None:
    rows = measure_village_budgets(
        engine.table(
            "anggaran",
            budget(2_016_000, sumber_dana="ADD", kode_wilayah=WATES),
            budget(0, sumber_dana="PADES", kode_wilayah="33.19.04.2001"),
            budget(900, sumber_dana="DBHCHT", kode_wilayah="33.19.04.2002"),
        ),
        engine.table("iuran", paid("2025-02", 168_000, sumber_dana="ADD", kode_wilayah=WATES)),
        reference=reference,
        question=PremiumQuestion(bulan=month("2025-12")),
    )
    assert len(rows) == 123
    by_code = {row["kode_wilayah"]: row for row in records(rows)}
    assert {code for code, row in by_code.items() if row["menganggarkan"]} == {WATES}
    wates, zero, none = by_code[WATES], by_code["33.19.04.2001"], by_code["33.19.04.2002"]
    assert (wates["wilayah"], wates["kecamatan"]) == ("Wates", UNDAAN)
    assert (wates["pagu"], wates["realisasi"]) == (2_016_000, 168_000)
    assert (zero["pagu"], none["pagu"], none["realisasi"]) == (0, None, None)

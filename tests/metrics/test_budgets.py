"""Budgets: which version counts, what is left, which villages budget."""

from __future__ import annotations

import pytest

from jamsos_data.metrics.budgets import measure_budget_versions, measure_village_budgets
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference
from tests.metrics.premium_tables import UNDAAN, WATES, budget, paid, people, premiums
from tests.metrics.tables import Engine, month


class TestBudget:
    def test_the_newest_version_of_each_source_counts(self, engine: Engine, reference: Reference) -> None:
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

    def test_a_newer_version_replaces_all_lines_of_its_source_in_its_area(
        self, engine: Engine, reference: Reference
    ) -> None:
        lines = [
            budget(3, versi="murni"),
            budget(3, versi="murni", segmen="RT_RW"),
            budget(5, versi="perubahan", segmen="SEMUA"),
            budget(2, versi="murni", sumber_dana="ADD", kode_wilayah=WATES),
            budget(7, versi="murni", sumber_dana="ADD", kode_wilayah=WATES, segmen="RT_RW"),
            budget(4, versi="perubahan", sumber_dana="ADD", kode_wilayah=WATES),
            budget(9, versi="murni", sumber_dana="ADD", kode_wilayah="33.19.04.2001", segmen="RT_RW"),
        ]
        rows = premiums(engine, reference, anggaran=lines)
        assert {source: (row["pagu"], row["versi"]) for (_, source), row in rows.items()} == {
            "DBHCHT": (5, "perubahan"),
            "ADD": (13, "perubahan"),
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

    @pytest.mark.parametrize(
        ("asked", "line", "noted"),
        [
            ("RENTAN", {"segmen": "BPU"}, True),
            ("RENTAN", {"segmen": "SEMUA"}, True),
            ("BPU", {"segmen": "SEMUA"}, True),
            (None, {"segmen": "SEMUA"}, False),
            ("BPU", {"segmen": "RENTAN"}, False),
            ("RENTAN", {"segmen": "PU"}, False),
            ("RENTAN", {"segmen": "BPU", "sumber_dana": "ADD"}, False),
            ("RENTAN", {"segmen": "BPU", "tahun": 2024}, False),
            ("RENTAN", {"segmen": "BPU", "pagu": 0}, False),
            ("RENTAN", {"segmen": "BPU", "kode_wilayah": UNDAAN}, True),
        ],
    )
    def test_a_budget_for_a_wider_segment_is_not_counted_and_noted(
        self,
        engine: Engine,
        reference: Reference,
        asked: str | None,
        line: dict[str, object],
        noted: bool,
    ) -> None:
        rows = premiums(
            engine,
            reference,
            kepesertaan=[people("2025-12", 10)],
            anggaran=[budget(5_000) | line],
            segmen=asked,
        )
        row = rows["33.19", "DBHCHT"]
        assert ("PAGU_SEGMEN_LEBIH_LUAS" in row["catatan"].split(";")) is noted
        if noted:
            assert row["pagu"] is None

    def test_of_a_budget_for_a_wider_segment_only_what_goes_beyond_the_segment_is_noted(
        self, engine: Engine, reference: Reference
    ) -> None:
        for wide, noted in ((5_000, False), (6_000, True)):
            rows = premiums(
                engine,
                reference,
                anggaran=[budget(5_000), budget(wide, segmen="BPU")],
                segmen="RENTAN",
            )
            row = rows["33.19", "DBHCHT"]
            assert (row["pagu"], row["catatan"]) == (5_000, "PAGU_SEGMEN_LEBIH_LUAS" if noted else "")

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


@pytest.mark.parametrize(
    ("line", "budgets", "noted"),
    [
        ({"segmen": "SEMUA"}, True, True),
        ({"segmen": "RT_RW"}, False, False),
        ({"segmen": "RENTAN"}, True, False),
    ],
)
def test_a_village_that_budgets_for_a_wider_segment_does_budget(
    engine: Engine, reference: Reference, line: dict[str, object], budgets: bool, noted: bool
) -> None:
    rows = measure_village_budgets(
        engine.table(
            "anggaran",
            budget(900, sumber_dana="ADD", kode_wilayah=WATES) | line,
            budget(900, segmen="SEMUA", kode_wilayah="33.19.04.2001"),
        ),
        engine.table("iuran"),
        reference=reference,
        question=PremiumQuestion(bulan=month("2025-12"), segmen="RENTAN"),
    )
    by_code = {row["kode_wilayah"]: row for row in records(rows)}
    wates, other = by_code[WATES], by_code["33.19.04.2001"]
    assert wates["menganggarkan"] is budgets
    assert (wates["pagu"], wates["catatan"]) == (
        900 if line["segmen"] == "RENTAN" else None,
        "PAGU_SEGMEN_LEBIH_LUAS" if noted else "",
    )
    assert (other["menganggarkan"], other["catatan"]) == (False, "")

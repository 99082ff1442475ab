"""Targets: which one applies, both gaps, and what must be added each month."""

from __future__ import annotations

from typing import Any

import pytest

from jamsos_data.metrics.frames import records
from jamsos_data.metrics.questions import TargetQuestion
from jamsos_data.metrics.targets import COLUMNS, measure_targets
from jamsos_data.reference import Reference
from tests.metrics.tables import Engine, month

UNDAAN = "33.19.04"
DAWE = "33.19.09"


def people(periode: str, kode: str, count: int, segmen: str = "BPU") -> dict[str, object]:
    return {"periode": periode, "kode_wilayah": kode, "segmen": segmen, "peserta_aktif": count}


def workers(kode: str, count: int, segmen: str = "SEMUA") -> dict[str, object]:
    return {"tahun": 2025, "kode_wilayah": kode, "segmen": segmen, "jumlah": count}


def aim(nilai: float, due: str = "2025-12", kode: str = "33.19", **more: object) -> dict[str, object]:
    return {"tahun": int(due[:4]), "batas_waktu": due, "kode_wilayah": kode, "nilai": nilai} | more


def answer(
    engine: Engine,
    reference: Reference,
    tables: tuple[list[dict[str, object]], list[dict[str, object]], list[dict[str, object]]],
    **asked: Any,
) -> dict[tuple[str, str], dict[str, Any]]:
    question = TargetQuestion(**{"bulan": month("2025-10"), "segmen": "SEMUA"} | asked)
    kepesertaan, potensi, target = tables
    rows = measure_targets(
        engine.table("kepesertaan", *kepesertaan),
        engine.table("potensi", *potensi),
        engine.table("target", *target),
        reference=reference,
        question=question,
    )
    assert {column: str(kind) for column, kind in rows.dtypes.items()} == COLUMNS
    return {(row["kode_wilayah"], row["segmen"]): row for row in records(rows)}


def test_the_gap_to_the_target_and_the_gap_to_everybody_are_two_figures(
    engine: Engine, reference: Reference
) -> None:
    """Wonogiri, 31 October 2025: 31,99 % against 52,69 % (Soloaja)."""
    tables = [people("2025-10", "33.19", 31_990)], [workers("33.19", 100_000)], [aim(52.69)]
    row = answer(engine, reference, tables, tingkat="kabupaten")["33.19", "SEMUA"]
    assert row["persen"] == 31.99
    assert round(row["selisih_poin"], 2) == 20.70
    assert round(row["belum_persen"], 2) == 68.01
    assert (row["target_orang"], row["kurang_orang"], row["belum_terlindungi"]) == (52_690, 20_700, 68_010)
    assert (row["bulan_tersisa"], row["tambahan_per_bulan"], row["tercapai"]) == (2, 10_350, False)


@pytest.mark.parametrize(
    ("count", "potensi", "nilai", "needed", "short", "monthly"),
    [
        (500, 1_000, 50.0, 500, 0, 0),
        (501, 1_000, 50.0, 500, 0, 0),
        (499, 1_001, 50.0, 501, 2, 1),
        (0, 3, 33.34, 2, 2, 1),
        # 0,07 × 100 is 7.000000000000001 in binary floating point: it must not become 8 people
        (0, 100, 7.0, 7, 7, 4),
        (0, 10_000, 52.69, 5_269, 5_269, 2_635),
    ],
)
def test_people_needed_are_rounded_up_exactly(
    reference: Reference,
    engine: Engine,
    count: int,
    potensi: int,
    nilai: float,
    needed: int,
    short: int,
    monthly: int,
) -> None:
    tables = [people("2025-10", "33.19", count)], [workers("33.19", potensi)], [aim(nilai)]
    row = answer(engine, reference, tables, tingkat="kabupaten")["33.19", "SEMUA"]
    assert (row["target_orang"], row["kurang_orang"], row["tambahan_per_bulan"]) == (needed, short, monthly)
    assert row["tercapai"] is (short == 0)


class TestWhichTarget:
    @pytest.mark.parametrize(
        ("bulan", "nilai"),
        [("2024-06", 40.0), ("2024-12", 40.0), ("2025-01", 52.0), ("2026-05", 60.0), ("2027-01", 60.0)],
    )
    def test_the_nearest_deadline_ahead_counts_else_the_newest_that_passed(
        self, engine: Engine, reference: Reference, bulan: str, nilai: float
    ) -> None:
        targets = [aim(52.0, "2025-12"), aim(40.0, "2024-12"), aim(60.0, "2026-12"), aim(1.0, "2023-12")]
        tables = [people(bulan, "33.19", 1)], [workers("33.19", 100)], targets
        row = answer(engine, reference, tables, tingkat="kabupaten", bulan=month(bulan))["33.19", "SEMUA"]
        assert row["nilai_target"] == nilai

    def test_a_passed_deadline_leaves_no_month_to_add_people_in(
        self, engine: Engine, reference: Reference
    ) -> None:
        tables = [people("2025-10", "33.19", 10)], [workers("33.19", 100)], [aim(50.0, "2025-06")]
        row = answer(engine, reference, tables, tingkat="kabupaten")["33.19", "SEMUA"]
        assert (row["bulan_tersisa"], row["kurang_orang"], row["tambahan_per_bulan"]) == (0, 40, None)

    def test_a_kecamatan_without_its_own_takes_the_percentage_of_the_regency(
        self, engine: Engine, reference: Reference
    ) -> None:
        tables = (
            [people("2025-10", UNDAAN, 10), people("2025-10", DAWE, 10)],
            [workers(UNDAAN, 100), workers(DAWE, 200)],
            [aim(50.0), aim(30.0, kode=DAWE)],
        )
        rows = answer(engine, reference, tables)
        undaan, dawe = rows[UNDAAN, "SEMUA"], rows[DAWE, "SEMUA"]
        assert (undaan["asal_target"], undaan["target_orang"]) == ("33.19", 50)
        assert (dawe["asal_target"], dawe["target_orang"]) == (DAWE, 60)

    def test_a_target_in_people_is_never_passed_down(self, engine: Engine, reference: Reference) -> None:
        tables = [people("2025-10", UNDAAN, 10)], [workers(UNDAAN, 100)], [aim(9_000, indikator="peserta")]
        row = answer(engine, reference, tables)[UNDAAN, "SEMUA"]
        assert (row["alasan"], row["target_orang"], row["asal_target"]) == ("tanpa_target", None, "")

    def test_a_target_in_people_needs_no_potensi(self, engine: Engine, reference: Reference) -> None:
        tables = [people("2025-10", "33.19", 9_290)], [], [aim(30_264, indikator="peserta")]
        row = answer(engine, reference, tables, tingkat="kabupaten")["33.19", "SEMUA"]
        assert (row["kurang_orang"], row["persen"], row["alasan"]) == (20_974, None, "")

    def test_the_two_families_are_kept_apart(self, engine: Engine, reference: Reference) -> None:
        targets = [aim(52.15), aim(32.15, keluarga="RPJMN")]
        tables = [people("2025-10", "33.19", 40)], [workers("33.19", 100)], targets
        for keluarga, nilai, reached in (("UCJ", 52.15, False), ("RPJMN", 32.15, True)):
            rows = answer(engine, reference, tables, tingkat="kabupaten", keluarga=keluarga)
            row = rows["33.19", "SEMUA"]
            assert (row["nilai_target"], row["tercapai"]) == (nilai, reached)


@pytest.mark.parametrize("estimated", [True, False])
def test_a_potensi_that_is_an_estimate_says_so(engine: Engine, reference: Reference, estimated: bool) -> None:
    potensi = [workers(UNDAAN, 60, "PU") | {"estimasi": estimated}, workers(UNDAAN, 40, "BPU")]
    tables = [people("2025-10", UNDAAN, 10), people("2025-10", "33.19", 7)], potensi, [aim(50.0)]
    rows = answer(engine, reference, tables)
    assert {area: row["estimasi"] for (area, _), row in rows.items() if row["peserta_aktif"] is not None} == {
        UNDAAN: estimated,
        "33.19": False,
    }


class TestReasons:
    def test_a_percentage_without_potensi_says_so(self, engine: Engine, reference: Reference) -> None:
        tables = [people("2025-10", UNDAAN, 10)], [], [aim(50.0)]
        row = answer(engine, reference, tables)[UNDAAN, "SEMUA"]
        assert (row["alasan"], row["kurang_orang"], row["tercapai"]) == ("tanpa_potensi", None, None)

    def test_an_area_without_data_has_a_target_but_no_gap(self, engine: Engine, reference: Reference) -> None:
        tables = [people("2025-10", DAWE, 1)], [workers(UNDAAN, 100)], [aim(50.0)]
        row = answer(engine, reference, tables)[UNDAAN, "SEMUA"]
        assert (row["alasan"], row["target_orang"], row["kurang_orang"]) == ("tanpa_data", 50, None)

    def test_people_not_mapped_to_a_kecamatan_are_listed_without_a_target(
        self, engine: Engine, reference: Reference
    ) -> None:
        tables = [people("2025-10", "33.19", 7)], [workers("33.19", 100)], [aim(50.0)]
        row = answer(engine, reference, tables)["33.19", "SEMUA"]
        assert (row["terpetakan"], row["peserta_aktif"]) == (False, 7)
        assert (row["alasan"], row["target_orang"]) == ("belum_terpetakan", None)


def test_every_segment_with_people_potensi_or_a_target_is_answered(
    engine: Engine, reference: Reference
) -> None:
    tables = (
        [people("2025-10", "33.19", 5, "RENTAN")],
        [workers("33.19", 50, "PU")],
        [aim(10.0, segmen="UMKM"), aim(40.0, segmen="BPU")],
    )
    rows = answer(engine, reference, tables, tingkat="kabupaten", segmen=None)
    assert {segmen: row["alasan"] for (_, segmen), row in rows.items()} == {
        "SEMUA": "tanpa_target",
        "PU": "tanpa_target",
        "BPU": "tanpa_potensi",
        "RENTAN": "tanpa_target",
        "UMKM": "tanpa_data",
    }


def test_construction_has_a_target_for_the_regency_only(one_engine: Engine, reference: Reference) -> None:
    tables = (
        [people("2025-10", "33.19", 60, segmen="JAKON")],
        [workers("33.19", 200, segmen="JAKON")],
        [aim(50, segmen="JAKON")],
    )

    whole = answer(one_engine, reference, tables, tingkat="kabupaten", segmen="JAKON")["33.19", "JAKON"]
    inside = answer(one_engine, reference, tables, tingkat="kecamatan", segmen="JAKON")["33.19.04", "JAKON"]

    assert (whole["target_orang"], whole["alasan"]) == (100, "")
    assert (inside["nilai_target"], inside["alasan"]) == (None, "tanpa_target")


def test_the_pace_is_the_mean_monthly_change_of_six_months(engine: Engine, reference: Reference) -> None:
    tables = (
        [people("2025-04", UNDAAN, 40), people("2025-10", UNDAAN, 100), people("2025-10", DAWE, 100)],
        [workers(UNDAAN, 1_000)],
        [aim(50.0)],
    )
    rows = answer(engine, reference, tables)
    assert rows[UNDAAN, "SEMUA"]["laju_6_bulan"] == 10.0
    assert rows[DAWE, "SEMUA"]["laju_6_bulan"] is None


def test_without_any_table_the_answer_is_empty_but_shaped(engine: Engine, reference: Reference) -> None:
    assert answer(engine, reference, ([], [], []), segmen=None) == {}


def test_of_all_segments_some_alone_have_the_same_rows(engine: Engine, reference: Reference) -> None:
    areas = ("33.19.04", "33.19.06", "33.19")
    tables = (
        [people("2025-10", kode, 30 + place, segmen="RENTAN") for place, kode in enumerate(areas)],
        [workers(kode, 100, segmen="BPU") for kode in areas[:2]],
        [aim(50.0), aim(60.0, segmen="BPU")],
    )
    whole = answer(engine, reference, tables, segmen=None)
    some = answer(engine, reference, tables, segmen=None, hanya=frozenset({"BPU", "SEMUA"}))
    assert {segmen for _, segmen in whole} >= {"BPU", "SEMUA", "RENTAN"}
    assert some == {place: row for place, row in whole.items() if place[1] in ("BPU", "SEMUA")}
    assert some

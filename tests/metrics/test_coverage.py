"""Coverage by area, segment, source and month, with every figure worked out by hand."""

from __future__ import annotations

import pytest

from jamsos_data.metrics.coverage import (
    COLUMNS,
    measure_coverage,
    measure_coverage_trend,
)
from jamsos_data.metrics.frames import records
from jamsos_data.reference import Reference
from tests.metrics.coverage_tables import (
    JATI,
    NOVEMBER_2023,
    POTENSI_2023,
    UNDAAN,
    ask,
    by_area,
    people,
    workers,
)
from tests.metrics.tables import Engine, month


class TestAreas:
    def test_people_known_only_for_the_regency_are_a_row_of_their_own(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = measure_coverage(
            engine.table(
                "kepesertaan",
                people("2026-09", "33.19", 1_000),
                people("2026-09", "33.19.04.2003", 30),
                people("2026-09", UNDAAN, 200),
            ),
            engine.table("potensi", workers(2025, UNDAAN, 1_000)),
            reference=reference,
            question=ask("2026-09"),
        )
        rest = records(rows[~rows["terpetakan"]])
        assert [(row["kode_wilayah"], row["peserta_aktif"], row["alasan"]) for row in rest] == [
            ("33.19", 1_000, "belum_terpetakan")
        ]
        assert rest[0]["persen"] is None
        undaan = by_area(rows)[UNDAAN]
        assert (undaan["peserta_aktif"], undaan["persen"]) == (230, 23.0)
        assert rows["peserta_aktif"].sum() == 1_230

    def test_inside_a_kecamatan_its_own_unmapped_people_are_shown_beside_its_villages(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = measure_coverage(
            engine.table(
                "kepesertaan",
                people("2026-09", "33.19", 1_000),
                people("2026-09", UNDAAN, 200),
                people("2026-09", "33.19.04.2003", 30),
                people("2026-09", "33.19.03.2001", 5),
            ),
            engine.table("potensi"),
            reference=reference,
            question=ask("2026-09", tingkat="desa", dalam=UNDAAN),
        )
        assert len(rows) == 16 + 1
        assert rows.dropna(subset="peserta_aktif")[["kode_wilayah", "peserta_aktif"]].values.tolist() == [
            ["33.19.04.2003", 30],
            [UNDAAN, 200],
        ]

    def test_an_area_without_rows_is_missing_not_zero(self, engine: Engine, reference: Reference) -> None:
        rows = by_area(
            measure_coverage(
                engine.table("kepesertaan", people("2026-09", UNDAAN, 0)),
                engine.table("potensi", workers(2025, UNDAAN, 50), workers(2025, JATI, 60)),
                reference=reference,
                question=ask("2026-09"),
            )
        )
        assert (rows[UNDAAN]["peserta_aktif"], rows[UNDAAN]["persen"], rows[UNDAAN]["alasan"]) == (
            0,
            0,
            "",
        )
        assert rows[JATI]["peserta_aktif"] is None
        assert (rows[JATI]["potensi"], rows[JATI]["alasan"]) == (60, "tanpa_data")
        assert rows[JATI]["persen"] is None

    def test_the_total_of_one_kecamatan_is_one_row(self, engine: Engine, reference: Reference) -> None:
        rows = measure_coverage(
            engine.table("kepesertaan", people("2026-09", UNDAAN, 7), people("2026-09", "33.19.04.2003", 3)),
            engine.table("potensi", workers(2025, UNDAAN, 40)),
            reference=reference,
            question=ask("2026-09", tingkat="kabupaten", dalam=UNDAAN),
        )
        assert rows[["wilayah", "terpetakan", "peserta_aktif", "persen"]].values.tolist() == [
            ["Undaan", True, 10, 25.0]
        ]

    def test_rows_of_another_regency_are_not_counted(self, engine: Engine, reference: Reference) -> None:
        rows = measure_coverage(
            engine.table("kepesertaan", people("2026-09", "33.18.04", 7), people("2026-09", "33.190", 3)),
            engine.table("potensi", workers(2025, "33.18", 40)),
            reference=reference,
            question=ask("2026-09", tingkat="kabupaten"),
        )
        assert rows["peserta_aktif"].isna().all()
        assert rows["potensi"].isna().all()

    def test_an_unknown_area_segment_or_source_is_refused(self, reference: Reference, engine: Engine) -> None:
        tables = engine.table("kepesertaan"), engine.table("potensi")
        for wrong in ({"dalam": "33.18"}, {"segmen": "NELAYAN"}, {"sumber_dana": "APBN"}):
            with pytest.raises(ValueError, match="unknown"):
                measure_coverage(*tables, reference=reference, question=ask("2026-09", **wrong))


class TestNumerator:
    def test_a_row_that_contains_others_counts_only_what_goes_beyond_them(
        self, engine: Engine, reference: Reference
    ) -> None:
        kepesertaan = engine.table(
            "kepesertaan",
            people("2026-09", UNDAAN, 100, "BPU"),
            people("2026-09", UNDAAN, 30, "RENTAN", sumber_dana="DBHCHT"),
            people("2026-09", UNDAAN, 20, "RENTAN", sumber_dana="APBD_KAB_UMUM"),
        )
        found = {}
        for segmen in ("SEMUA", "BPU", "RENTAN", "UMKM"):
            question = ask("2026-09", segmen=segmen)
            rows = measure_coverage(
                kepesertaan, engine.table("potensi"), reference=reference, question=question
            )
            found[segmen] = by_area(rows)[UNDAAN]["peserta_aktif"]
        assert found == {"SEMUA": 100, "BPU": 100, "RENTAN": 50, "UMKM": None}

    def test_one_funding_source_counts_the_sources_under_it_and_leaves_the_uncovered_unsaid(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = measure_coverage(
            engine.table(
                "kepesertaan",
                people("2026-09", UNDAAN, 70, "BPU"),
                people("2026-09", UNDAAN, 30, "RENTAN", sumber_dana="DBHCHT"),
                people("2026-09", UNDAAN, 25, "BPD", sumber_dana="ADD"),
            ),
            engine.table("potensi", workers(2025, UNDAAN, 120)),
            reference=reference,
            question=ask("2026-09", sumber_dana="APBD_KAB"),
        )
        undaan = by_area(rows)[UNDAAN]
        assert (undaan["peserta_aktif"], undaan["persen"]) == (30, 25.0)
        assert undaan["belum_terlindungi"] is None

    def test_more_people_than_potential_leave_nobody_uncovered(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = measure_coverage(
            engine.table("kepesertaan", people("2026-09", UNDAAN, 120)),
            engine.table("potensi", workers(2025, UNDAAN, 100)),
            reference=reference,
            question=ask("2026-09"),
        )
        undaan = by_area(rows)[UNDAAN]
        assert (undaan["persen"], undaan["belum_terlindungi"]) == (120.0, 0)

    def test_only_the_month_asked_for_counts(self, engine: Engine, reference: Reference) -> None:
        rows = measure_coverage(
            engine.table("kepesertaan", people("2026-08", UNDAAN, 5), people("2026-10", UNDAAN, 9)),
            engine.table("potensi"),
            reference=reference,
            question=ask("2026-09"),
        )
        assert set(rows["alasan"]) == {"tanpa_data"}


class TestTrend:
    def test_every_month_is_there_and_takes_the_denominator_of_its_time(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = measure_coverage_trend(
            engine.table("kepesertaan", people("2024-11", UNDAAN, 10), people("2025-02", UNDAAN, 12)),
            engine.table("potensi", workers(2024, UNDAAN, 100), workers(2025, UNDAAN, 200)),
            reference=reference,
            question=ask("2025-03", tingkat="kabupaten", dalam=UNDAAN),
        )
        assert [f"{moment:%Y-%m}" for moment in rows["periode"]] == [
            "2024-11",
            "2024-12",
            "2025-01",
            "2025-02",
            "2025-03",
        ]
        assert rows["tahun"].tolist() == [2024, 2024, 2025, 2025, 2025]
        assert rows["persen"].round(6).tolist()[::3] == [10.0, 6.0]
        assert rows["alasan"].tolist() == ["", "tanpa_data", "tanpa_data", "", "tanpa_data"]

    def test_it_may_begin_at_a_given_month(self, engine: Engine, reference: Reference) -> None:
        rows = measure_coverage_trend(
            engine.table("kepesertaan", people("2024-11", UNDAAN, 10)),
            engine.table("potensi"),
            reference=reference,
            question=ask("2025-03", tingkat="kabupaten"),
            since=month("2025-02"),
        )
        assert len(rows) == 2

    def test_without_any_data_the_month_asked_for_is_still_answered(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = measure_coverage_trend(
            engine.table("kepesertaan"),
            engine.table("potensi"),
            reference=reference,
            question=ask("2025-03", tingkat="kabupaten"),
        )
        assert rows["alasan"].tolist() == ["tanpa_data"]


def test_columns_and_types_are_the_same_on_every_engine(engine: Engine, reference: Reference) -> None:
    rows = measure_coverage(
        engine.table("kepesertaan", *NOVEMBER_2023),
        engine.table("potensi", *POTENSI_2023),
        reference=reference,
        question=ask("2023-11"),
    )
    assert tuple(rows.columns) == COLUMNS
    assert [str(kind) for kind in rows.dtypes] == [
        "datetime64[us]",
        "str",
        "str",
        "bool",
        "str",
        "Int64",
        "Int64",
        "str",
        "Int64",
        "bool",
        "float64",
        "Int64",
        "str",
    ]

"""Coverage, with every figure worked out by hand."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from jamsos_data.metrics.coverage import (
    COLUMNS,
    measure_coverage,
    measure_coverage_by_segmen,
    measure_coverage_trend,
)
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.questions import CoverageQuestion
from jamsos_data.reference import Reference
from tests.metrics.tables import Engine, month

UNDAAN = "33.19.04"
JATI = "33.19.03"

NOVEMBER_2023 = [
    {"periode": "2023-11", "segmen": "PU", "peserta_aktif": 223_396},
    {"periode": "2023-11", "segmen": "JAKON", "peserta_aktif": 21_563},
    {"periode": "2023-11", "segmen": "BPU", "peserta_aktif": 9_128},
]
POTENSI_2023 = [
    {"tahun": 2023, "segmen": "PU", "jumlah": 279_223},
    {"tahun": 2023, "segmen": "JAKON", "jumlah": 64_940},
    {"tahun": 2023, "segmen": "BPU", "jumlah": 140_885},
]


def people(
    periode: str, kode: str, count: int, segmen: str = "BPU_LAIN", **more: object
) -> dict[str, object]:
    return {"periode": periode, "kode_wilayah": kode, "segmen": segmen, "peserta_aktif": count} | more


def workers(tahun: int, kode: str, count: int, segmen: str = "SEMUA", **more: object) -> dict[str, object]:
    return {"tahun": tahun, "kode_wilayah": kode, "segmen": segmen, "jumlah": count} | more


def ask(bulan: str, **more: Any) -> CoverageQuestion:
    return CoverageQuestion(bulan=month(bulan), **more)


def by_area(rows: pd.DataFrame) -> dict[str, dict[str, Any]]:
    return {row["kode_wilayah"]: row for row in records(rows) if row["terpetakan"]}


class TestPublishedFigures:
    """Kudus, November 2023 (Tribun Jateng, 30 November 2023) and December 2025 (Betanews)."""

    @pytest.mark.parametrize(
        ("segmen", "aktif", "potensi", "persen"),
        [
            ("PU", 223_396, 279_223, 80.01),
            ("JAKON", 21_563, 64_940, 33.20),
            ("BPU", 9_128, 140_885, 6.48),
            ("SEMUA", 254_087, 485_048, 52.38),
        ],
    )
    def test_november_2023(
        self, engine: Engine, reference: Reference, segmen: str, aktif: int, potensi: int, persen: float
    ) -> None:
        rows = measure_coverage(
            engine.table("kepesertaan", *NOVEMBER_2023),
            engine.table("potensi", *POTENSI_2023),
            reference=reference,
            question=ask("2023-11", tingkat="kabupaten", segmen=segmen),
        )
        [row] = records(rows)
        assert (row["peserta_aktif"], row["potensi"]) == (aktif, potensi)
        assert row["persen"] == 100 * aktif / potensi
        assert round(row["persen"], 2) == persen
        assert (row["tahun"], row["alasan"]) == (2023, "")

    def test_all_segments_at_once_and_a_total_that_was_published_one_higher(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = measure_coverage_by_segmen(
            engine.table("kepesertaan", *NOVEMBER_2023),
            engine.table("potensi", *POTENSI_2023, workers(2023, "33.19", 485_049)),
            reference=reference,
            question=ask("2023-11", tingkat="kabupaten"),
        )
        figures = rows.set_index("segmen")["potensi"].to_dict()
        assert figures == {"SEMUA": 485_049, "PU": 279_223, "BPU": 140_885, "JAKON": 64_940}
        assert round(records(rows)[0]["persen"], 2) == 52.38

    def test_december_2025_falls_although_people_were_added_because_the_denominator_changed(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = measure_coverage_trend(
            engine.table("kepesertaan", *NOVEMBER_2023, people("2025-12", "33.19", 216_923, "SEMUA")),
            engine.table("potensi", *POTENSI_2023, workers(2025, "33.19", 466_000, estimasi=True)),
            reference=reference,
            question=ask("2025-12", tingkat="kabupaten"),
        )
        first, last = rows.iloc[0], rows.iloc[-1]
        assert round(last["persen"], 2) == 46.55
        assert last["belum_terlindungi"] == 249_077
        assert (first["tahun"], last["tahun"]) == (2023, 2025)
        assert (first["estimasi"], last["estimasi"]) == (False, True)

    def test_the_labour_force_is_one_of_the_bases(self, engine: Engine, reference: Reference) -> None:
        basis = "angkatan kerja BPS"
        potensi = engine.table(
            "potensi",
            *POTENSI_2023,
            *[
                workers(tahun, "33.19", jumlah, basis=basis)
                for tahun, jumlah in ((2023, 489_161), (2024, 518_222), (2025, 525_814))
            ],
        )
        kepesertaan = engine.table("kepesertaan", *NOVEMBER_2023)
        found = {}
        for bulan in ("2023-11", "2024-11", "2025-11", "2026-09"):
            question = ask(bulan, tingkat="kabupaten", basis=basis)
            [row] = records(measure_coverage(kepesertaan, potensi, reference=reference, question=question))
            found[bulan] = (row["potensi"], row["tahun"])
        assert found == {
            "2023-11": (489_161, 2023),
            "2024-11": (518_222, 2024),
            "2025-11": (525_814, 2025),
            "2026-09": (525_814, 2025),
        }


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

    def test_only_the_month_asked_for_counts(self, engine: Engine, reference: Reference) -> None:
        rows = measure_coverage(
            engine.table("kepesertaan", people("2026-08", UNDAAN, 5), people("2026-10", UNDAAN, 9)),
            engine.table("potensi"),
            reference=reference,
            question=ask("2026-09"),
        )
        assert set(rows["alasan"]) == {"tanpa_data"}


class TestDenominator:
    @pytest.mark.parametrize(
        ("rows", "expected"),
        [
            ([workers(2025, "33.19", 100), workers(2025, UNDAAN, 40)], 100),
            ([workers(2025, UNDAAN, 40), workers(2025, "33.19.04.2003", 10), workers(2025, JATI, 50)], 90),
            ([workers(2025, UNDAAN, 40), workers(2025, JATI, 50), workers(2025, "33.19", 15, "JAKON")], 105),
            (
                [
                    workers(2025, "33.19", 60, "PU"),
                    workers(2025, UNDAAN, 20, "BPU"),
                    workers(2025, JATI, 5, "BPU"),
                ],
                85,
            ),
            # the regency's own figures by segment win over an estimated split of the total
            (
                [
                    workers(2025, "33.19", 60, "PU"),
                    workers(2025, "33.19", 30, "BPU"),
                    workers(2025, "33.19", 10, "JAKON"),
                    workers(2025, UNDAAN, 55),
                    workers(2025, JATI, 44),
                ],
                100,
            ),
            ([workers(2025, "33.19", 60, "PU"), workers(2025, "33.19", 20, "PU_SWASTA")], 60),
            ([workers(2024, "33.19", 70), workers(2027, "33.19", 99)], 70),
        ],
    )
    def test_contained_rows_are_never_added(
        self, engine: Engine, reference: Reference, rows: list[dict[str, object]], expected: int
    ) -> None:
        answer = measure_coverage(
            engine.table("kepesertaan"),
            engine.table("potensi", *rows),
            reference=reference,
            question=ask("2026-09", tingkat="kabupaten"),
        )
        assert answer["potensi"].tolist() == [expected]

    def test_without_a_denominator_there_is_no_percentage(self, engine: Engine, reference: Reference) -> None:
        rows = measure_coverage(
            engine.table("kepesertaan", people("2026-09", UNDAAN, 9)),
            engine.table("potensi", workers(2027, UNDAAN, 10)),
            reference=reference,
            question=ask("2026-09"),
        )
        undaan = by_area(rows)[UNDAAN]
        assert (undaan["alasan"], undaan["basis"]) == ("tanpa_potensi", "")
        assert undaan["persen"] is None
        assert undaan["tahun"] is None

    def test_the_first_basis_with_data_is_taken_in_the_order_of_the_reference(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = measure_coverage(
            engine.table("kepesertaan", people("2026-09", UNDAAN, 9)),
            engine.table(
                "potensi",
                workers(2025, UNDAAN, 30, basis="angkatan kerja BPS"),
                workers(2024, UNDAAN, 20, basis="penduduk bekerja BPS"),
            ),
            reference=reference,
            question=ask("2026-09"),
        )
        undaan = by_area(rows)[UNDAAN]
        assert (undaan["basis"], undaan["tahun"], undaan["persen"]) == ("penduduk bekerja BPS", 2024, 45.0)


class TestConstruction:
    @pytest.mark.parametrize(
        ("potensi", "expected"),
        [
            (POTENSI_2023, (232_524, 420_108, "")),
            (
                [workers(2023, "33.19", 485_049), workers(2023, "33.19", 64_940, "JAKON")],
                (232_524, 420_109, ""),
            ),
            ([workers(2023, "33.19", 485_049)], (232_524, None, "jakon_tidak_terpisah")),
        ],
    )
    def test_it_can_be_left_out_where_it_is_stated_separately(
        self,
        engine: Engine,
        reference: Reference,
        potensi: list[dict[str, object]],
        expected: tuple[object, ...],
    ) -> None:
        rows = measure_coverage(
            engine.table("kepesertaan", *NOVEMBER_2023),
            engine.table("potensi", *potensi),
            reference=reference,
            question=ask("2023-11", tingkat="kabupaten", dengan_jakon=False),
        )
        [row] = records(rows)
        assert (row["peserta_aktif"], row["potensi"], row["alasan"]) == expected
        assert (row["persen"] is None) == (row["alasan"] != "")

    def test_it_cannot_be_left_out_of_a_total_that_does_not_state_it(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = measure_coverage(
            engine.table("kepesertaan", people("2023-11", "33.19", 254_087, "SEMUA")),
            engine.table("potensi", *POTENSI_2023),
            reference=reference,
            question=ask("2023-11", tingkat="kabupaten", dengan_jakon=False),
        )
        assert rows["alasan"].tolist() == ["jakon_tidak_terpisah"]
        assert rows["persen"].isna().all()

    def test_below_the_regency_a_total_never_includes_it(self, engine: Engine, reference: Reference) -> None:
        for with_it in (True, False):
            rows = measure_coverage(
                engine.table(
                    "kepesertaan", people("2026-09", UNDAAN, 10), people("2026-09", "33.19", 5, "JAKON")
                ),
                engine.table("potensi", workers(2025, UNDAAN, 40)),
                reference=reference,
                question=ask("2026-09", dengan_jakon=with_it),
            )
            assert by_area(rows)[UNDAAN]["persen"] == 25.0
            assert rows["peserta_aktif"].sum() == (15 if with_it else 10)

    def test_without_it_the_answer_by_segment_has_no_row_for_it(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = measure_coverage_by_segmen(
            engine.table("kepesertaan", *NOVEMBER_2023),
            engine.table("potensi", *POTENSI_2023),
            reference=reference,
            question=ask("2023-11", tingkat="kabupaten", dengan_jakon=False),
        )
        assert rows["segmen"].tolist() == ["SEMUA", "PU", "BPU"]


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

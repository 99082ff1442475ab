"""The denominator: rows that contain one another, bases and years, construction workers in and out."""

from __future__ import annotations

import pytest

from jamsos_data.metrics.coverage import (
    measure_coverage,
    measure_coverage_by_segmen,
)
from jamsos_data.metrics.denominators import read_potential
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


def test_a_denominator_names_the_rows_that_it_is_made_of(one_engine: Engine, reference: Reference) -> None:
    """What is stated stands alone, a sum has its parts, and taking construction out needs its row."""
    rows = [
        workers(2025, "33.19", 100),
        workers(2025, "33.19", 15, "JAKON"),
        workers(2025, UNDAAN, 20, "BPU"),
        workers(2025, UNDAAN, 10, "PU"),
        workers(2025, "33.19.04.2003", 5, "BPU"),
    ]
    table = one_engine.table("potensi", *rows)
    known = read_potential(table, reference=reference, until=month("2026-09")).by_year[2025]

    assert known.of("33.19", "SEMUA").dari == {("33.19", "SEMUA")}
    assert known.of("33.19", "SEMUA", dengan_jakon=False).dari == {("33.19", "SEMUA"), ("33.19", "JAKON")}
    assert known.of(UNDAAN, "SEMUA").dari == {(UNDAAN, "BPU"), (UNDAAN, "PU")}
    assert known.of(JATI, "SEMUA").dari == frozenset()

"""The published coverage figures of Kudus come out of hand-typed rows."""

from __future__ import annotations

import pytest

from jamsos_data.metrics.coverage import (
    measure_coverage,
    measure_coverage_by_segmen,
    measure_coverage_trend,
)
from jamsos_data.metrics.frames import records
from jamsos_data.reference import Reference
from tests.metrics.coverage_tables import (
    NOVEMBER_2023,
    POTENSI_2023,
    ask,
    people,
    workers,
)
from tests.metrics.tables import Engine


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

"""No percentage over an incomplete denominator: parts of the potensi are missing, and somebody may be in them."""

from __future__ import annotations

from typing import Any

import pytest

from jamsos_data.metrics.coverage import measure_coverage, measure_coverage_by_segmen, measure_coverage_trend
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.questions import TargetQuestion
from jamsos_data.metrics.targets import measure_targets
from jamsos_data.reference import Reference
from tests.metrics.coverage_tables import JATI, UNDAAN, ask, by_area, people, workers
from tests.metrics.tables import Engine, month

HOME = "33.19"
INCOMPLETE = "potensi_tidak_lengkap"
WITHOUT_CONSTRUCTION = "potensi_tanpa_jakon"
Rows = list[dict[str, object]]
PU_AND_BPU = [workers(2025, HOME, 600, "PU"), workers(2025, HOME, 400, "BPU")]


def everywhere(reference: Reference, segmen: str = "SEMUA", *, but: tuple[str, ...] = ()) -> Rows:
    """100 workers in each kecamatan."""
    return [workers(2025, kode, 100, segmen) for kode in reference.kecamatan if kode not in but]


def total(engine: Engine, reference: Reference, counted: Rows, potensi: Rows, **asked: Any) -> dict[str, Any]:
    """The one row of the regency in September 2026."""
    rows = measure_coverage(
        engine.table("kepesertaan", *counted),
        engine.table("potensi", *potensi),
        reference=reference,
        question=ask("2026-09", tingkat="kabupaten", **asked),
    )
    [row] = records(rows)
    return row


class TestMissingAreas:
    def test_three_kecamatan_of_nine_are_no_denominator_of_the_regency(
        self, engine: Engine, reference: Reference
    ) -> None:
        potensi = everywhere(reference, but=reference.kecamatan[3:])
        row = total(engine, reference, [people("2026-09", HOME, 150)], potensi)
        assert (row["peserta_aktif"], row["potensi"], row["alasan"]) == (150, 300, INCOMPLETE)
        assert (row["persen"], row["belum_terlindungi"]) == (None, None)

    def test_all_nine_are_one(self, engine: Engine, reference: Reference) -> None:
        row = total(engine, reference, [people("2026-09", UNDAAN, 90)], everywhere(reference))
        assert (row["potensi"], row["persen"], row["belum_terlindungi"], row["alasan"]) == (
            900,
            10.0,
            810,
            "",
        )

    def test_a_kecamatan_lacks_villages_even_where_nobody_is_counted_in_them(
        self, engine: Engine, reference: Reference
    ) -> None:
        villages = reference.desa_of(UNDAAN)
        stated = [workers(2025, kode, 10) for kode in villages[1:]]
        for potensi, expected in (
            (stated, (150, None, INCOMPLETE)),
            ([*stated, workers(2025, villages[0], 10)], (160, 5.0, "")),
        ):
            rows = measure_coverage(
                engine.table("kepesertaan", people("2026-09", villages[1], 8)),
                engine.table("potensi", *potensi),
                reference=reference,
                question=ask("2026-09"),
            )
            undaan = by_area(rows)[UNDAAN]
            assert (undaan["potensi"], undaan["persen"], undaan["alasan"]) == expected

    def test_a_figure_of_the_area_itself_needs_no_parts(self, engine: Engine, reference: Reference) -> None:
        potensi = [workers(2025, HOME, 1_000), workers(2025, UNDAAN, 100)]
        assert total(engine, reference, [people("2026-09", JATI, 50)], potensi)["persen"] == 5.0

    def test_one_segment_missing_in_one_kecamatan_is_a_missing_area_of_the_regency(
        self, engine: Engine, reference: Reference
    ) -> None:
        potensi = [*everywhere(reference, "PU"), *everywhere(reference, "BPU", but=(JATI,))]
        counted = [people("2026-09", UNDAAN, 20), people("2026-09", JATI, 30, "PU_SWASTA")]
        assert total(engine, reference, counted, potensi)["alasan"] == INCOMPLETE
        assert total(engine, reference, counted, potensi, segmen="PU")["alasan"] == ""
        # in Jati itself nobody is counted in the segment without potensi
        assert total(engine, reference, counted, potensi, dalam=JATI)["persen"] == 30.0

    def test_it_is_said_before_missing_data(self, engine: Engine, reference: Reference) -> None:
        """Else the sum of some parts would stand there as the potensi of the area."""
        row = total(engine, reference, [], everywhere(reference, but=(JATI,)))
        assert (row["potensi"], row["alasan"]) == (800, INCOMPLETE)


class TestMissingSegments:
    @pytest.mark.parametrize(
        ("counted", "expected"),
        [
            ([people("2026-09", UNDAAN, 250)], (25.0, "")),
            ([people("2026-09", UNDAAN, 250), people("2026-09", HOME, 0, "JAKON")], (25.0, "")),
            ([people("2026-09", UNDAAN, 250), people("2026-08", HOME, 5, "JAKON")], (25.0, "")),
            (
                [people("2026-09", UNDAAN, 250), people("2026-09", HOME, 1, "JAKON")],
                (None, WITHOUT_CONSTRUCTION),
            ),
            # a total of the regency may hold construction workers, one of a kecamatan never does
            ([people("2026-09", HOME, 250, "SEMUA")], (None, WITHOUT_CONSTRUCTION)),
            ([people("2026-09", UNDAAN, 250, "SEMUA")], (25.0, "")),
        ],
    )
    def test_construction_matters_when_somebody_is_counted_in_it(
        self, engine: Engine, reference: Reference, counted: Rows, expected: tuple[object, ...]
    ) -> None:
        row = total(engine, reference, counted, PU_AND_BPU)
        assert (row["persen"], row["alasan"]) == expected
        assert row["potensi"] == 1_000

    def test_without_construction_the_percentage_stands(self, engine: Engine, reference: Reference) -> None:
        counted = [people("2026-09", UNDAAN, 250), people("2026-09", HOME, 99, "JAKON")]
        row = total(engine, reference, counted, PU_AND_BPU, dengan_jakon=False)
        assert (row["persen"], row["alasan"]) == (25.0, "")

    def test_only_people_of_the_source_asked_for_count(self, engine: Engine, reference: Reference) -> None:
        counted = [
            people("2026-09", UNDAAN, 250, sumber_dana="DBHCHT"),
            people("2026-09", HOME, 99, "JAKON", sumber_dana="PEMBERI_KERJA"),
        ]
        row = total(engine, reference, counted, PU_AND_BPU, sumber_dana="APBD_KAB")
        assert (row["persen"], row["alasan"]) == (25.0, "")

    @pytest.mark.parametrize(
        ("segmen", "alasan"),
        [("BPU_LAIN", INCOMPLETE), ("BPU", INCOMPLETE), ("SEMUA", INCOMPLETE), ("PU_SWASTA", "")],
    )
    def test_other_segments_matter_as_well(
        self, engine: Engine, reference: Reference, segmen: str, alasan: str
    ) -> None:
        counted = [people("2026-09", HOME, 60, segmen), people("2026-09", HOME, 30, "JAKON")]
        potensi = [workers(2025, HOME, 600, "PU"), workers(2025, HOME, 100, "JAKON")]
        row = total(engine, reference, counted, potensi)
        assert (row["potensi"], row["alasan"]) == (700, alasan)

    def test_each_segment_and_each_area_is_judged_by_itself(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = measure_coverage_by_segmen(
            engine.table(
                "kepesertaan",
                people("2026-09", HOME, 5, "JAKON"),
                people("2026-09", UNDAAN, 30, "PU_SWASTA"),
                people("2026-09", JATI, 20, "NON_ASN"),
            ),
            engine.table(
                "potensi",
                *everywhere(reference, "PU_SWASTA"),
                *everywhere(reference, "BPU"),
            ),
            reference=reference,
            question=ask("2026-09"),
        )
        shown = {(row["kode_wilayah"], row["segmen"]): row for row in records(rows) if row["terpetakan"]}
        assert (shown[UNDAAN, "PU"]["persen"], shown[UNDAAN, "SEMUA"]["persen"]) == (30.0, 15.0)
        assert shown[JATI, "PU"]["alasan"] == shown[JATI, "SEMUA"]["alasan"] == INCOMPLETE

    def test_each_month_is_judged_by_itself(self, engine: Engine, reference: Reference) -> None:
        rows = measure_coverage_trend(
            engine.table(
                "kepesertaan",
                people("2026-08", UNDAAN, 100),
                people("2026-09", UNDAAN, 100),
                people("2026-09", HOME, 7, "JAKON"),
            ),
            engine.table("potensi", *PU_AND_BPU),
            reference=reference,
            question=ask("2026-09", tingkat="kabupaten"),
        )
        assert rows["alasan"].tolist() == ["", WITHOUT_CONSTRUCTION]


class TestTargets:
    def answer(
        self, engine: Engine, reference: Reference, potensi: Rows, aims: Rows, *, count: int = 150
    ) -> dict[str, Any]:
        due: dict[str, object] = {"tahun": 2026, "batas_waktu": "2026-12"}
        counted = [people("2026-09", UNDAAN, count)] if count else []
        rows = measure_targets(
            engine.table("kepesertaan", *counted),
            engine.table("potensi", *potensi),
            engine.table("target", *[due | aim for aim in aims]),
            reference=reference,
            question=TargetQuestion(bulan=month("2026-09"), tingkat="kabupaten", segmen="SEMUA"),
        )
        [row] = records(rows)
        return row

    @pytest.mark.parametrize("count", [150, 0])
    def test_nothing_follows_from_an_incomplete_denominator(
        self, engine: Engine, reference: Reference, count: int
    ) -> None:
        potensi = everywhere(reference, but=reference.kecamatan[3:])
        row = self.answer(engine, reference, potensi, [{"nilai": 50.0}], count=count)
        assert (row["alasan"], row["potensi"], row["target_persen"]) == (INCOMPLETE, 300, 50.0)
        following = ("persen", "selisih_poin", "target_orang", "kurang_orang", "belum_terlindungi")
        assert [row[name] for name in following] == [None] * 5
        assert (row["belum_persen"], row["tambahan_per_bulan"], row["tercapai"]) == (None, None, None)

    def test_a_target_in_people_stands_without_it(self, engine: Engine, reference: Reference) -> None:
        potensi = everywhere(reference, but=(JATI,))
        aims: Rows = [{"nilai": 90.0}, {"nilai": 400.0, "indikator": "peserta"}]
        row = self.answer(engine, reference, potensi, aims)
        assert (row["indikator"], row["kurang_orang"], row["alasan"]) == ("peserta", 250, "")
        assert (row["target_persen"], row["persen"]) == (None, None)

    def test_and_without_any_people_that_is_what_is_missing(
        self, engine: Engine, reference: Reference
    ) -> None:
        aims: Rows = [{"nilai": 400.0, "indikator": "peserta"}]
        row = self.answer(engine, reference, everywhere(reference, but=(JATI,)), aims, count=0)
        assert (row["target_orang"], row["kurang_orang"], row["alasan"]) == (400, None, "tanpa_data")

"""The grade of a kecamatan: four shares, their weights, and the steps between the letters."""

from __future__ import annotations

import pandas as pd
import pytest

from jamsos_data.metrics.frames import records
from jamsos_data.metrics.grades import PARTS, grade_areas, letter_of, measure_mapping, weighted_score
from jamsos_data.metrics.questions import CoverageQuestion
from jamsos_data.reference import Reference
from tests.metrics.attention_tables import UNDAAN, people
from tests.metrics.tables import Engine, month

WEIGHTS = {"LENGKAP": 40.0, "TERPETAKAN": 30.0, "WAJAR": 25.0, "PENYEBUT": 5.0}


def test_the_shipped_weights_add_up_to_a_hundred_and_each_has_its_share(reference: Reference) -> None:
    table = reference.table("bobot_mutu")

    assert dict(zip(table["kode"], table["bobot"].astype(float), strict=True)) == WEIGHTS
    assert sum(WEIGHTS.values()) == 100
    assert PARTS.keys() == WEIGHTS.keys()


def test_the_score_is_the_weighted_mean_of_what_is_known() -> None:
    shares = {"LENGKAP": 90.0, "TERPETAKAN": 80.0, "WAJAR": 100.0, "PENYEBUT": 0.0}

    assert weighted_score(shares, WEIGHTS) == 36 + 24 + 25
    assert weighted_score({**shares, "PENYEBUT": None}, WEIGHTS) == pytest.approx(85 * 100 / 95)
    assert weighted_score(dict.fromkeys(WEIGHTS), WEIGHTS) is None


@pytest.mark.parametrize(
    ("score", "letter"), [(90.0, "A"), (89.9, "B"), (75.0, "B"), (60.0, "C"), (59.9, "D"), (None, "")]
)
def test_the_letter_follows_the_steps_of_the_reference(
    reference: Reference, score: float | None, letter: str
) -> None:
    assert letter_of(score, reference) == letter


def test_a_kecamatan_is_graded_by_its_reports_its_mapping_its_findings_and_its_denominator(
    one_engine: Engine, reference: Reference
) -> None:
    """Undaan: 12 of 16 reports, 60 of 80 people mapped, 2 of 16 desa with a finding, 1.000 of 4.000 not estimated."""
    desa = reference.desa_of(UNDAAN)
    mapping = measure_mapping(
        one_engine.table("kepesertaan", people(desa[0], 60), people(UNDAAN, 20), people("33.19", 500)),
        one_engine.table(
            "potensi",
            {"tahun": 2025, "kode_wilayah": desa[0], "segmen": "BPU", "jumlah": 1000},
            {"tahun": 2025, "kode_wilayah": desa[1], "segmen": "BPU", "jumlah": 3000, "estimasi": True},
            {"tahun": 2025, "kode_wilayah": "33.19", "segmen": "BPU", "jumlah": 9000},
        ),
        reference=reference,
        question=CoverageQuestion(bulan=month("2026-09")),
    )
    reporting = pd.DataFrame(
        {"induk": [UNDAAN] * 16, "keadaan": ["melapor"] * 11 + ["utuh"] + ["kosong"] * 4}
    )
    checks = pd.DataFrame(
        {
            "pemeriksaan": ["LONJAKAN", "BAYAR_GANDA", "BAYAR_GANDA", "DESA_TANPA_DATA", "BELUM_TERPETAKAN"],
            "kode_wilayah": [desa[0], desa[0], desa[1], desa[2], UNDAAN],
        }
    )
    graded = records(grade_areas(reporting, checks, mapping, reference=reference))
    undaan = graded[0]  # the lowest first
    [bae] = [row for row in graded if row["kode_wilayah"] == "33.19.07"]

    assert undaan["kode_wilayah"] == UNDAAN
    assert [undaan[name] for name in PARTS.values()] == [75.0, 75.0, 87.5, 25.0]
    assert undaan["nilai"] == pytest.approx((40 * 75 + 30 * 75 + 25 * 87.5 + 5 * 25) / 100)
    assert undaan["huruf"] == "B"
    assert bae["terpetakan"] is None
    assert bae["nilai"] == 100.0  # nothing but its desa without findings is known

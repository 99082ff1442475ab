"""The grade of a kecamatan: four shares, their weights, and the steps between the letters."""

from __future__ import annotations

import pandas as pd
import pytest

from jamsos_data.metrics.frames import records
from jamsos_data.metrics.grades import (
    PARTS,
    grade_areas,
    letter_of,
    mapped_share,
    measure_mapping,
    weighted_score,
)
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


def test_people_are_mapped_to_a_desa_a_kecamatan_or_the_regency_only(
    one_engine: Engine, reference: Reference
) -> None:
    """60 of Undaan's 80 and all of Dawe's 20 are known by desa, 100 for the regency only: 80 of 200 = 40 %.

    The mean of 75 % and 100 % would be 87,5 %. Construction is known for the regency by its nature.
    """
    desa = reference.desa_of(UNDAAN)
    people_table = one_engine.table(
        "kepesertaan",
        people(desa[0], 60),
        people(UNDAAN, 20),
        people("33.19.09.2017", 20),
        people("33.19", 100),
        people("33.19", 500, segmen="JAKON", sumber_dana="PEMBERI_KERJA"),
    )
    potensi = one_engine.table("potensi")

    def mapped(dalam: str | None) -> tuple[dict[str, tuple[int, int]], float | None]:
        question = CoverageQuestion(bulan=month("2026-09"), dalam=dalam)
        rows = measure_mapping(people_table, potensi, reference=reference, question=question)
        found = {row["kode_wilayah"]: (row["di_desa"], row["orang"]) for row in records(rows) if row["orang"]}
        return found, mapped_share(rows)

    assert mapped(None) == ({UNDAAN: (60, 80), "33.19.09": (20, 20), "33.19": (0, 100)}, 40.0)
    assert mapped(UNDAAN) == ({UNDAAN: (60, 80)}, 75.0)
    assert mapped("33.19.07") == ({}, None)


def reporting_of(states: dict[str, list[str]], reference: Reference) -> pd.DataFrame:
    """Rows of measure_reporting: for each kecamatan the states of its first desa in July, August, September."""
    rows = [
        (reference.desa_of(kode)[place // 3], kode, month(f"2026-0{7 + place % 3}"), state)
        for kode, given in states.items()
        for place, state in enumerate(given)
    ]
    return pd.DataFrame(rows, columns=["kode_wilayah", "induk", "periode", "keadaan"])


def mapping_of(rows: list[tuple[str, int, int, float]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["kode_wilayah", "orang", "di_desa", "penyebut"])


def checks_of(*found: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(found, columns=["pemeriksaan", "kode_wilayah"])


def graded(
    reference: Reference, reporting: pd.DataFrame, checks: pd.DataFrame, mapping: pd.DataFrame
) -> dict[str, dict[str, object]]:
    rows = records(grade_areas(reporting, checks, mapping, reference=reference))
    return {str(row["kode_wilayah"]): row for row in rows}


def test_a_kecamatan_is_graded_by_its_reports_its_mapping_its_findings_and_its_denominator(
    reference: Reference,
) -> None:
    """Undaan: 9 of 12 reports, 60 of 80 people mapped, 25 % not estimated.

    In September three desa and, with 20 people of its own, the kecamatan reported: of the four, one desa and the
    kecamatan have findings. What is missing or not mapped is no finding here, nor is what another kecamatan has.
    """
    desa = reference.desa_of(UNDAAN)
    states = ["kosong", "kosong", "melapor", *["melapor"] * 6, "melapor", "melapor", "kosong"]
    checks = checks_of(
        ("LONJAKAN", desa[0]),
        ("BAYAR_GANDA", desa[0]),
        ("BAYAR_TIDAK_COCOK", UNDAAN),
        ("DESA_TANPA_DATA", desa[3]),
        ("BELUM_TERPETAKAN", UNDAAN),
        ("LONJAKAN", "33.19.09"),
    )
    reporting = reporting_of({UNDAAN: states}, reference)
    undaan = graded(reference, reporting, checks, mapping_of([(UNDAAN, 80, 60, 25.0)]))[UNDAAN]

    assert [undaan[name] for name in PARTS.values()] == [75.0, 75.0, 50.0, 25.0]
    assert undaan["nilai"] == pytest.approx((40 * 75 + 30 * 75 + 25 * 50 + 5 * 25) / 100)
    assert undaan["huruf"] == "C"


def test_without_data_nothing_is_without_findings(reference: Reference) -> None:
    """Bae has no row of any kind: only its missing reports are known, and they grade it at 0."""
    reporting = reporting_of({"33.19.07": ["kosong"] * 6}, reference)
    nan = float("nan")
    found = graded(
        reference,
        reporting,
        checks_of(),
        mapping_of([("33.19.07", 0, 0, nan), (UNDAAN, 0, 0, nan), ("33.19", 500, 0, nan)]),
    )

    assert set(found) == {"33.19.07", UNDAAN}
    assert [found["33.19.07"][name] for name in PARTS.values()] == [0.0, None, None, None]
    assert (found["33.19.07"]["nilai"], found["33.19.07"]["huruf"]) == (0.0, "D")
    assert (found[UNDAAN]["nilai"], found[UNDAAN]["huruf"]) == (None, "")


def test_a_kecamatan_known_as_a_whole_only_is_judged_by_what_it_states(reference: Reference) -> None:
    """No desa of Bae reported: its own figure is there (100 %), mapped to none (0 %), without a finding or with one.

    C is “figures of the sub-district can be read, those of villages not yet”: (40 × 100 + 25 × 100) ÷ 95 = 68,4.
    """
    reporting = reporting_of({"33.19.07": ["utuh"] * 6}, reference)
    mapping = mapping_of([("33.19.07", 50, 0, float("nan"))])
    clear = graded(reference, reporting, checks_of(), mapping)["33.19.07"]
    odd = graded(reference, reporting, checks_of(("LONJAKAN", "33.19.07")), mapping)["33.19.07"]

    assert [clear[name] for name in PARTS.values()] == [100.0, 0.0, 100.0, None]
    assert (clear["nilai"], clear["huruf"]) == (pytest.approx(6500 / 95), "C")
    assert (odd["wajar"], odd["huruf"]) == (0.0, "D")


def test_the_part_of_the_potensi_that_is_no_estimate_is_told(
    one_engine: Engine, reference: Reference
) -> None:
    """1.000 of Undaan's 4.000 are not estimated; the 9.000 of the regency are no kecamatan's."""
    desa = reference.desa_of(UNDAAN)
    rows = measure_mapping(
        one_engine.table("kepesertaan"),
        one_engine.table(
            "potensi",
            {"tahun": 2025, "kode_wilayah": desa[0], "segmen": "BPU", "jumlah": 1000},
            {"tahun": 2025, "kode_wilayah": desa[1], "segmen": "BPU", "jumlah": 3000, "estimasi": True},
            {"tahun": 2025, "kode_wilayah": "33.19", "segmen": "BPU", "jumlah": 9000},
        ),
        reference=reference,
        question=CoverageQuestion(bulan=month("2026-09")),
    )

    assert {row["kode_wilayah"]: row["penyebut"] for row in records(rows) if row["penyebut"]} == {
        UNDAAN: 25.0
    }

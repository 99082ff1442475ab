"""Enterprises are summed inside one named area, and never with their workers."""

from __future__ import annotations

import pandas as pd
import pytest

from jamsos_data.messages import load_messages
from jamsos_data.metrics.enterprise_rows import rows_of_areas, rows_of_figure, rows_of_years
from jamsos_data.metrics.enterprises import (
    Enterprises,
    measure_enterprise_years,
    measure_enterprises,
)
from jamsos_data.metrics.frames import records
from jamsos_data.reference import Reference
from jamsos_data.sentences.enterprises import enterprise_sentence
from tests.metrics.tables import Engine, month

UMKM = pd.DataFrame(
    [
        (2024, "33.19.04", 50, 5, 9),
        (2025, "33.19.04", 400, 100, 130),
        (2025, "33.19.06", 200, 20, None),
        (2026, "33.19.04", 500, 300, None),
    ],
    columns=["tahun", "kode_wilayah", "usaha_terdata", "usaha_terdaftar", "pekerja_terdaftar"],
).astype({"pekerja_terdaftar": "Int64"})


OTHERS = ("33.19.01", "33.19.02", "33.19.03", "33.19.05", "33.19.07", "33.19.08", "33.19.09")
BOTH_2025 = Enterprises(
    kode_wilayah="33.19", tahun=2025, terdata=600, terdaftar=120, pekerja=130, tanpa=OTHERS
)
UNDAAN_2025 = Enterprises(kode_wilayah="33.19.04", tahun=2025, terdata=400, terdaftar=100, pekerja=130)
EVERY = (UNDAAN_2025.kode_wilayah, "33.19.06", *OTHERS)


@pytest.mark.parametrize(
    ("key", "dalam", "expected"),
    [
        ("2025-03", None, BOTH_2025),
        ("2025-03", "33.19.04", UNDAAN_2025),
        ("2025-03", "33.19.04.2003", UNDAAN_2025),
        (
            "2025-03",
            "33.19.06",
            Enterprises(kode_wilayah="33.19.06", tahun=2025, terdata=200, terdaftar=20, pekerja=None),
        ),
        ("2023-12", None, None),
        ("2025-03", "33.19.01", None),
    ],
)
def test_the_newest_year_that_is_not_later_inside_a_named_area(
    engine: Engine, reference: Reference, key: str, dalam: str | None, expected: Enterprises | None
) -> None:
    assert (
        measure_enterprises(engine.of(UMKM), reference=reference, bulan=month(key), dalam=dalam) == expected
    )


def test_who_has_not_reported_in_the_newest_year_is_in_with_the_last_figures(
    engine: Engine, reference: Reference
) -> None:
    """2026: Undaan 300 of 500, and Jekulo's 20 of 200 of 2025: 320 of 700 = 45,7 %, not Undaan's 60 %."""
    found = measure_enterprises(engine.of(UMKM), reference=reference, bulan=month("2026-01"))

    assert found == Enterprises(
        kode_wilayah="33.19",
        tahun=2026,
        terdata=700,
        terdaftar=320,
        pekerja=None,
        lama=((2025, ("33.19.06",)),),
        tanpa=OTHERS,
    )
    assert found is not None
    assert enterprise_sentence(found, load_messages("id"), reference=reference) == (
        "UMKM Kabupaten Kudus 2026: 320 dari 700 usaha yang terdata sudah terdaftar (45,7\N{NO-BREAK SPACE}%). "
        "Yang belum melapor untuk 2026 dihitung dengan angka terakhirnya: 2025 (Jekulo). "
        "Tujuh dari sembilan kecamatan belum pernah melapor dan tidak terhitung: Kaliwungu, Kota Kudus, Jati dan 4 "
        "lainnya."
    )


@pytest.mark.parametrize(
    ("rows", "known", "registered", "without"),
    [
        # The regency's 900 of 2024 stay until all of it reported: the regency has not fallen to Undaan's 400.
        ([(2024, "33.19", 900, 90), (2025, "33.19.04", 400, 100)], 900, 90, 0),
        (
            [(2024, "33.19", 900, 90), *((2025 + (kode > "33.19.04"), kode, 200, 50) for kode in EVERY)],
            1_800,
            450,
            0,
        ),
        # The regency's of 2025 hold what Undaan said in 2024.
        ([(2024, "33.19.04", 400, 100), (2025, "33.19", 900, 190)], 900, 190, 0),
    ],
)
def test_a_regency_and_a_kecamatan_of_different_years_are_not_added(
    one_engine: Engine,
    reference: Reference,
    rows: list[tuple[object, ...]],
    known: int,
    registered: int,
    without: int,
) -> None:
    frame = pd.DataFrame(rows, columns=["tahun", "kode_wilayah", "usaha_terdata", "usaha_terdaftar"])
    frame["pekerja_terdaftar"] = pd.array([None] * len(rows), dtype="Int64")
    found = measure_enterprises(one_engine.of(frame), reference=reference, bulan=month("2026-01"))

    assert found is not None
    assert (found.terdata, found.terdaftar, len(found.tanpa)) == (known, registered, without)
    assert found.termuat == ()


VILLAGES = tuple(f"33.19.04.{number}" for number in range(2001, 2017))  # all 16 of Undaan


@pytest.mark.parametrize(
    ("rows", "known", "registered", "left_out"),
    [
        pytest.param([("33.19", 900, 190), ("33.19.04", 400, 100)], 900, 190, ("33.19.04",), id="parts lack"),
        pytest.param(
            [("33.19", 900, 190), *((kode, 90, 9) for kode in EVERY)], 810, 81, ("33.19",), id="parts are whole"
        ),
        pytest.param(
            [("33.19", 900, 90), ("33.19.04", 400, 100)], 400, 100, ("33.19",), id="a part says more"
        ),
        pytest.param(
            [("33.19.06", 50, 5), ("33.19.04", 400, 100), ("33.19.04.2001", 30, 10)], 450, 105,
            ("33.19.04.2001",), id="kecamatan and a desa",
        ),
        pytest.param(
            [("33.19.04", 400, 100), *((kode, 20, 5) for kode in VILLAGES)], 320, 80, ("33.19.04",), id="all desa"
        ),
        pytest.param([("33.19.04.2001", 30, 10), ("33.19.04.2002", 5, 1)], 35, 11, (), id="desa alone"),
        pytest.param(
            [("33.19", 900, 190), *((kode, 90, 9) for kode in (*OTHERS, "33.19.06")), ("33.19.04.2001", 30, 10)],
            900, 190, (*sorted((*OTHERS, "33.19.06", "33.19.04.2001")),), id="one kecamatan known in part",
        ),
    ],
)  # fmt: skip
def test_of_an_area_and_its_parts_in_one_year_one_counts(
    one_engine: Engine,
    reference: Reference,
    rows: list[tuple[str, int, int]],
    known: int,
    registered: int,
    left_out: tuple[str, ...],
) -> None:
    """The parts where they are whole or say more, else the area: never both."""
    frame = pd.DataFrame(rows, columns=["kode_wilayah", "usaha_terdata", "usaha_terdaftar"])
    frame["tahun"], frame["pekerja_terdaftar"] = 2025, pd.array([None] * len(rows), dtype="Int64")
    asked = {"reference": reference, "bulan": month("2026-01")}
    found = measure_enterprises(one_engine.of(frame), **asked)

    assert found is not None
    assert (found.terdata, found.terdaftar, found.termuat) == (known, registered, left_out)
    [year] = records(measure_enterprise_years(one_engine.of(frame), **asked))
    assert (year["usaha_terdata"], year["usaha_terdaftar"]) == (known, registered)
    counted = {kode for kode, _ in rows_of_figure(one_engine.of(frame), **asked)}
    assert counted == {kode for kode, *_ in rows} - set(left_out)
    sentence = enterprise_sentence(found, load_messages("id"), reference=reference)
    assert ("Agar tidak terhitung dua kali, angka " in sentence) is bool(left_out)


def test_the_rows_counted_are_the_newest_of_each_area_and_for_a_pace_those_before(
    engine: Engine, reference: Reference
) -> None:
    asked = {"reference": reference, "bulan": month("2026-01")}
    undaan, jekulo = "33.19.04", "33.19.06"

    assert rows_of_figure(engine.of(UMKM), **asked) == {(undaan, 2026), (jekulo, 2025)}
    assert rows_of_areas(engine.of(UMKM), **asked) == {(undaan, 2026), (undaan, 2025), (jekulo, 2025)}
    assert rows_of_years(engine.of(UMKM), last=2, **asked) == {(undaan, 2026), (undaan, 2025), (jekulo, 2025)}
    assert rows_of_years(engine.of(UMKM), **asked) == {
        (undaan, 2026), (undaan, 2025), (jekulo, 2025), (undaan, 2024)
    }  # fmt: skip


def test_a_pace_rests_on_the_rows_that_its_years_count(one_engine: Engine, reference: Reference) -> None:
    """Both years state the regency and one kecamatan: the regency's 900 and 950 count, 30 more registered."""
    rows = [
        (2024, "33.19", 900, 90), (2024, "33.19.04", 400, 50), (2025, "33.19", 950, 120), (2025, "33.19.04", 410, 60)
    ]  # fmt: skip
    asked = {"reference": reference, "bulan": month("2026-01")}
    assert (
        records(measure_enterprise_years(one_engine.of(_table(rows)), **asked))[-1]["tambahan_setahun"] == 30
    )
    assert rows_of_years(one_engine.of(_table(rows)), last=2, **asked) == {("33.19", 2024), ("33.19", 2025)}


def test_what_some_parts_say_of_a_newer_year_is_told_and_not_taken_for_a_change(
    one_engine: Engine, reference: Reference
) -> None:
    rows = [(2023, "33.19", 800, 70), (2024, "33.19", 900, 90), (2025, "33.19.04", 400, 100)]
    asked = {"reference": reference, "bulan": month("2026-01")}
    found = measure_enterprises(one_engine.of(_table(rows)), **asked)

    assert found is not None
    assert (found.tahun, found.terdata, found.terdaftar, found.lama) == (2024, 900, 90, ())
    years = records(measure_enterprise_years(one_engine.of(_table(rows)), **asked))
    assert [year["tambahan_setahun"] for year in years] == [None, 20, None]
    assert enterprise_sentence(found, load_messages("id"), reference=reference) == (
        "UMKM Kabupaten Kudus 2024: 90 dari 900 usaha yang terdata sudah terdaftar (10,0\N{NO-BREAK SPACE}%). "
        "Angka 2025 baru ada dari Undaan (100 dari 400 usaha terdaftar); untuk seluruh Kabupaten Kudus dipakai angka "
        "2024 sampai semuanya melapor."
    )


def _table(rows: list[tuple[int, str, int, int]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["tahun", "kode_wilayah", "usaha_terdata", "usaha_terdaftar"])
    return frame.assign(pekerja_terdaftar=pd.array([None] * len(rows), dtype="Int64"))


@pytest.mark.parametrize(("known", "registered", "expected"), [(400, 100, 25.0), (0, 0, None)])
def test_the_share_of_registered_enterprises(known: int, registered: int, expected: float | None) -> None:
    found = Enterprises(kode_wilayah="33.19", tahun=2025, terdata=known, terdaftar=registered, pekerja=None)
    assert found.persen == expected

"""Enterprises are summed inside one named area, and never with their workers."""

from __future__ import annotations

import pandas as pd
import pytest

from jamsos_data.metrics.enterprises import Enterprises, measure_enterprises
from jamsos_data.reference import Reference
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


@pytest.mark.parametrize(
    ("key", "dalam", "expected"),
    [
        ("2025-03", None, ("33.19", 2025, 600, 120, 130)),
        ("2025-03", "33.19.04", ("33.19.04", 2025, 400, 100, 130)),
        ("2025-03", "33.19.04.2003", ("33.19.04", 2025, 400, 100, 130)),
        ("2025-03", "33.19.06", ("33.19.06", 2025, 200, 20, None)),
        ("2026-01", None, ("33.19", 2026, 500, 300, None)),
        ("2023-12", None, None),
        ("2025-03", "33.19.01", None),
    ],
)
def test_the_newest_year_that_is_not_later_inside_a_named_area(
    engine: Engine,
    reference: Reference,
    key: str,
    dalam: str | None,
    expected: tuple[str, int, int, int, int | None],
) -> None:
    found = measure_enterprises(engine.of(UMKM), reference=reference, bulan=month(key), dalam=dalam)

    names = ("kode_wilayah", "tahun", "terdata", "terdaftar", "pekerja")
    assert found == (None if expected is None else Enterprises(**dict(zip(names, expected, strict=True))))  # type: ignore[arg-type]


@pytest.mark.parametrize(("known", "registered", "expected"), [(400, 100, 25.0), (0, 0, None)])
def test_the_share_of_registered_enterprises(known: int, registered: int, expected: float | None) -> None:
    found = Enterprises(kode_wilayah="33.19", tahun=2025, terdata=known, terdaftar=registered, pekerja=None)
    assert found.persen == expected

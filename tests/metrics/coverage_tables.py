"""Rows of kepesertaan and potensi, and questions about them, as the tests of coverage type them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from jamsos_data.metrics.frames import records
from jamsos_data.metrics.questions import CoverageQuestion
from tests.metrics.tables import month

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

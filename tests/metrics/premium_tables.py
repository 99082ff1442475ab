"""Rows of kepesertaan, iuran and anggaran, and the premiums measured from them, as the tests type them."""

from __future__ import annotations

from typing import Any

from jamsos_data.metrics.frames import records
from jamsos_data.metrics.premiums import COLUMNS, measure_premiums
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference
from tests.metrics.tables import Engine, month

Rows = list[dict[str, object]]
YEAR_2025 = [f"2025-{number:02d}" for number in range(1, 13)]
UNDAAN = "33.19.04"
WATES = "33.19.04.2013"


def people(periode: str, count: int, **more: object) -> dict[str, object]:
    row = {"periode": periode, "segmen": "RENTAN", "sumber_dana": "DBHCHT", "peserta_aktif": count}
    return row | more


def paid(
    periode: str, nilai: int, count: int | None = 0, months: int = 1, **more: object
) -> dict[str, object]:
    row = {"periode": periode, "segmen": "RENTAN", "sumber_dana": "DBHCHT", "nilai": nilai}
    return row | {"peserta_dibayar": count, "bulan_dibayar": months} | more


def budget(pagu: int, tahun: int = 2025, **more: object) -> dict[str, object]:
    return {"tahun": tahun, "segmen": "RENTAN", "sumber_dana": "DBHCHT", "pagu": pagu} | more


def premiums(
    engine: Engine,
    reference: Reference,
    *,
    iuran: Rows | None = None,
    anggaran: Rows | None = None,
    kepesertaan: Rows | None = None,
    bulan: str = "2025-12",
    **asked: Any,
) -> dict[tuple[str, str], dict[str, Any]]:
    rows = measure_premiums(
        engine.table("iuran", *iuran or ()),
        engine.table("anggaran", *anggaran or ()),
        engine.table("kepesertaan", *kepesertaan or ()),
        reference=reference,
        question=PremiumQuestion(bulan=month(bulan), **asked),
    )
    assert {column: str(kind) for column, kind in rows.dtypes.items()} == COLUMNS
    return {(row["kode_wilayah"], row["sumber_dana"]): row for row in records(rows)}

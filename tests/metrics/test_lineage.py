"""The rows behind a figure are counted by the upload that brought them."""

from __future__ import annotations

import pandas as pd
import polars as pl

from jamsos_data.metrics.lineage import Behind, count_rows_behind
from jamsos_data.reference import Reference
from tests.metrics.tables import month

ROWS = pd.DataFrame(
    [
        ("2026-08", "33.19.04", "RENTAN", "DBHCHT", "aaa"),
        ("2026-09", "33.19.04.2003", "RENTAN", "DBHCHT", "bbb"),
        ("2026-09", "33.19.04.2003", "UMKM", "MANDIRI", "bbb"),
        ("2026-09", "33.19.06", "RENTAN", "APBD_KAB", "contoh"),
        ("2026-09", "33.19", "JAKON", "PEMBERI_KERJA", "ccc"),
    ],
    columns=["periode", "kode_wilayah", "segmen", "sumber_dana", "asal"],
).astype({"periode": "datetime64[us]"})
YEARS = pd.DataFrame(
    {"tahun": [2025, 2025, 2026], "kode_wilayah": "33.19", "basis": ["A", "B", "A"], "asal": ["x", "y", "z"]}
)


def test_rows_are_counted_inside_the_months_the_area_and_what_was_chosen(reference: Reference) -> None:
    september = {"kind": "kepesertaan", "since": month("2026-09"), "until": month("2026-09")}

    def counted(dalam: str, **restricted: object) -> dict[str, int]:
        behind = Behind(dalam=dalam, **{**september, **restricted})  # type: ignore[arg-type]
        return count_rows_behind(pl.from_pandas(ROWS).lazy(), behind, reference=reference)

    assert counted("33.19") == {"bbb": 2, "ccc": 1, "contoh": 1}
    assert counted("33.19", tanpa=("JAKON",)) == {"bbb": 2, "contoh": 1}
    assert counted("33.19", segmen="BPU", sumber_dana="APBD_KAB") == {"bbb": 1, "contoh": 1}
    assert counted("33.19.04", since=month("2026-08")) == {"bbb": 2, "aaa": 1}
    assert count_rows_behind(
        YEARS, Behind(kind="potensi", dalam="33.19", tahun=2025, basis="A"), reference=reference
    ) == {"x": 1}

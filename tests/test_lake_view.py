"""A lake that holds the whole country answers about the home regency as if it held that alone."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from jamsos_data.lake import Lake
from jamsos_data.views import figures
from tests.exports.test_documents import september
from tests.pages.small_lake import KUDUS, put, small_lake


def test_rows_of_other_regencies_are_neither_counted_nor_held(tmp_path: Path) -> None:
    lake = Lake(small_lake(tmp_path))
    alone = september(lake)
    far = {"segmen": "UMKM", "sumber_dana": "MANDIRI", "program": "JKK+JKM", "peserta_aktif": 9}
    put(
        lake,
        "kepesertaan",
        [
            {**far, "periode": datetime(2026, 9, 1), "kode_wilayah": "33.20.04"},
            {**far, "periode": datetime(2026, 10, 1), "kode_wilayah": "33.190"},
        ],
    )
    among = september(lake)

    assert lake.scan("kepesertaan").collect().height == len(alone.rows("kepesertaan")) + 2
    assert among.rows("kepesertaan").equals(alone.rows("kepesertaan"))
    assert set(among.rows("kepesertaan")["kode_wilayah"].str.slice(0, 5)) == {KUDUS}
    assert figures.coverage(among, total=True).equals(figures.coverage(alone, total=True))

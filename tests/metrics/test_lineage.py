"""The rows behind a figure are counted by the upload that brought them."""

from __future__ import annotations

import pandas as pd
import polars as pl

from jamsos_data.metrics.lineage import Behind, Cells, count_rows_behind
from jamsos_data.metrics.questions import AreaLevel
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


def test_rows_of_a_year_are_those_of_the_years_named_or_of_the_years_of_the_months(
    reference: Reference,
) -> None:
    def counted(**bounds: object) -> dict[str, int]:
        behind = Behind(kind="potensi", dalam="33.19", **bounds)  # type: ignore[arg-type]
        return count_rows_behind(YEARS, behind, reference=reference)

    assert counted(tahun=(2025,), basis="A") == {"x": 1}
    assert counted(tahun=(2025, 2026)) == {"x": 1, "y": 1, "z": 1}
    assert counted(since=month("2026-03"), until=month("2026-09")) == {"z": 1}
    assert counted(until=month("2025-01")) == {"x": 1, "y": 1}


def test_people_known_for_a_wider_area_are_left_out_where_a_level_is_asked_for(reference: Reference) -> None:
    def counted(level: AreaLevel) -> int:
        behind = Behind(kind="kepesertaan", dalam="33.19", tingkat=level)
        return sum(count_rows_behind(ROWS, behind, reference=reference).values())

    assert (counted("kabupaten"), counted("kecamatan"), counted("desa")) == (5, 4, 2)


def test_rows_hold_one_of_the_codes_that_a_table_names(reference: Reference) -> None:
    only = (("segmen", ("RENTAN", "JAKON")), ("kode_wilayah", ("33.19", "33.19.06")))
    behind = Behind(kind="kepesertaan", dalam="33.19", only=only)

    assert count_rows_behind(ROWS, behind, reference=reference) == {"ccc": 1, "contoh": 1}


def test_rows_are_those_of_the_cells_named(reference: Reference) -> None:
    """Undaan for RENTAN and the regency for construction: not what stands beside them, nor the other combinations."""
    cells = (("kode_wilayah", "segmen"), (("33.19", "JAKON"), ("33.19.04", "RENTAN"), ("33.19.06", "UMKM")))

    def counted(cells: Cells, **more: object) -> dict[str, int]:
        behind = Behind(kind="kepesertaan", dalam="33.19", cells=cells, **more)  # type: ignore[arg-type]
        return count_rows_behind(pl.from_pandas(ROWS).lazy(), behind, reference=reference)

    assert counted(cells) == {"aaa": 1, "ccc": 1}
    assert counted(cells, tanpa=("JAKON",)) == {"aaa": 1, "ccc": 1}  # subtracting it needs its row
    assert counted((("kode_wilayah", "segmen"), ())) == {}
    years = Behind(kind="potensi", dalam="33.19", cells=(("kode_wilayah", "tahun"), (("33.19", 2026),)))
    assert count_rows_behind(YEARS, years, reference=reference) == {"z": 1}


def test_a_day_counts_for_its_month_and_a_row_without_one_always(reference: Reference) -> None:
    days = pd.Series(["2026-08-31", "2026-09-30", "2026-10-01", None], dtype="datetime64[us]")
    rows = pd.DataFrame({"tanggal": days, "kode_wilayah": "33.19", "asal": ["a", "b", "c", "d"]})
    september = Behind(kind="sosialisasi", dalam="33.19", until=month("2026-09"))

    assert count_rows_behind(rows, september, reference=reference) == {"a": 1, "b": 1, "d": 1}

"""Small canonical frames and shortcuts for the lake's tests."""

from datetime import datetime

import pandas as pd
import polars as pl

from jamsos_data.datasets import dataset
from jamsos_data.lake import Lake, Provenance, Version, scope_of
from jamsos_data.lake.schema import to_stored

COLUMNS = ["periode", "kode_wilayah", "segmen", "sumber_dana", "program", "peserta_aktif"]


def participants(*cells: tuple[str, str, str, int]) -> pd.DataFrame:
    """Canonical `kepesertaan` rows from (month, area, segmen, people); paid by DBHCHT, package JKK+JKM."""
    rows = [
        (datetime.strptime(month, "%Y-%m"), area, segmen, "DBHCHT", "JKK+JKM", people)
        for month, area, segmen, people in cells
    ]
    return pd.DataFrame(rows, columns=COLUMNS).astype({"periode": "datetime64[us]"})


def stored(*cells: tuple[str, str, str, int], asal: str = "a1b2c3d4e5f6") -> pl.DataFrame:
    """The same rows as the table stores them."""
    return to_stored(participants(*cells), dataset("kepesertaan"), asal=asal)


def put(
    lake: Lake, *cells: tuple[str, str, str, int], asal: str = "a1b2c3d4e5f6", author: str = "sri"
) -> Version:
    """Commit participants, replacing what their months, segments and sources held."""
    rows = stored(*cells, asal=asal)
    provenance = Provenance(
        action="ganti", author=author, file_name="a.csv", sha256=asal * 5, rows=rows.height
    )
    return lake.replace_rows(
        "kepesertaan", rows, scope=scope_of(rows, dataset("kepesertaan")), provenance=provenance
    )


def people(lake: Lake, *, version: int | None = None) -> list[tuple[str, str, str, int]]:
    """(month, area, segmen, people) of all rows in the lake, sorted."""
    frame = lake.scan("kepesertaan", version=version).collect()
    columns = ["periode", "kode_wilayah", "segmen", "peserta_aktif"]
    return sorted((f"{month:%Y-%m}", *rest) for month, *rest in frame.select(columns).rows())

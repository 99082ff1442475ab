"""Whether persons of a new list are in the lake already, from other lists: found by keyed hash, told in numbers.

Owns the comparison and its findings. It says how many persons, between which villages or payers, and which rows of
the new file; the other file's rows are not kept anywhere, and nobody is named.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import polars as pl

from jamsos_data.dataset_columns import Text
from jamsos_data.findings import Finding, Severity
from jamsos_data.lake import Lake
from jamsos_data.lake.people import known_people
from jamsos_data.lake.schema import ASAL
from jamsos_data.person_pairs import count_pairs, pairs_text
from jamsos_data.reference import Reference

OTHER_AREA, OTHER_PAYER, AGAIN = (
    "ORANG_SUDAH_DI_WILAYAH_LAIN",
    "ORANG_SUDAH_DI_SUMBER_LAIN",
    "ORANG_SUDAH_TERCATAT",
)
_DIFFERS = {OTHER_AREA: "kode_wilayah", OTHER_PAYER: "sumber_dana"}
_OTHER = "_lain"


@dataclass(frozen=True)
class KnownPeople:
    """What was found: findings, and the rows of the new file (sheet, row, temuan)."""

    findings: tuple[Finding, ...]
    rows: pd.DataFrame


def person_months(persons: pd.DataFrame) -> pl.DataFrame:
    """Hashed persons of a report (mulai, sampai) → one row per person, month and row of the file, with `periode`."""
    frame = pl.DataFrame(
        {
            "orang": pl.Series(persons["orang"].tolist(), dtype=pl.Binary),
            **{name: pl.Series(persons[name].to_numpy()).cast(pl.Date) for name in ("mulai", "sampai")},
            **{name: persons[name].tolist() for name in ("kode_wilayah", "segmen", "sumber_dana", "sheet")},
            "row": pl.Series(persons["row"].tolist(), dtype=pl.Int64),
        }
    )
    months = frame.with_columns(pl.date_ranges("mulai", "sampai", "1mo").alias("periode"))
    return months.drop("mulai", "sampai").explode("periode")


def find_known_people(
    lake: Lake, months: pl.DataFrame, *, staying: pl.Expr, asal: str, key_name: str, reference: Reference
) -> KnownPeople:
    """Compare persons and months of a new file with those from other files.

    `staying` selects what the upload will not replace; `asal` is the new file itself, which is no other file.
    """
    others = known_people(lake).filter(staying, pl.col(ASAL) != asal)
    foreign_keys = others.filter(pl.col("kunci") != key_name).select(pl.col(ASAL).n_unique()).collect().item()
    same_key = others.filter(pl.col("kunci") == key_name).drop("segmen", ASAL, "kunci").unique()
    met = months.lazy().join(same_key, on=["orang", "periode"], how="inner", suffix=_OTHER).collect()
    found = _by_kind(met)
    findings = [_finding(code, rows, reference) for code, rows in found.items()]
    if foreign_keys:
        findings.append(Finding(code="JEJAK_KUNCI_LAIN", severity=Severity.INFO, params={"n": foreign_keys}))
    return KnownPeople(tuple(findings), _rows(found))


def _by_kind(met: pl.DataFrame) -> dict[str, pl.DataFrame]:
    differs = {code: pl.col(name) != pl.col(name + _OTHER) for code, name in _DIFFERS.items()}
    differs[AGAIN] = ~differs[OTHER_AREA] & ~differs[OTHER_PAYER]
    found = {code: met.filter(which) for code, which in differs.items()}
    return {code: rows for code, rows in found.items() if not rows.is_empty()}


def _finding(code: str, rows: pl.DataFrame, reference: Reference) -> Finding:
    pairs = Text("", "")
    if code in _DIFFERS:
        column = _DIFFERS[code]
        between = rows.select("orang", column, column + _OTHER).unique()
        pairs = pairs_text(
            count_pairs(between.select(column, column + _OTHER).iter_rows()), column, reference
        )  # type: ignore[arg-type]
    return Finding(
        code=code,
        severity=Severity.WARNING,
        params={
            "n": rows["orang"].n_unique(),
            "months": rows.select("orang", "periode").n_unique(),
            "pairs": pairs,
        },
    )


def _rows(found: dict[str, pl.DataFrame]) -> pd.DataFrame:
    listed = [
        (sheet, row, code)
        for code, rows in found.items()
        for sheet, row in rows.select("sheet", "row").unique().sort("sheet", "row").iter_rows()
    ]
    return pd.DataFrame(listed, columns=["sheet", "row", "temuan"])

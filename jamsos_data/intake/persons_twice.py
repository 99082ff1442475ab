"""Persons who stand more than once in a list: counted by what differs, with the rows of the file, never named."""

from __future__ import annotations

import pandas as pd

from jamsos_data.dataset_columns import Text
from jamsos_data.findings import Severity
from jamsos_data.intake.report import FindingLog
from jamsos_data.person_pairs import count_pairs, pairs_text
from jamsos_data.reference import Reference

TWO_AREAS, TWO_PAYERS, OVERLAP = "ORANG_DUA_WILAYAH", "ORANG_DUA_SUMBER", "MASA_BERTUMPUK"
_DIFFERS = {TWO_AREAS: "kode_wilayah", TWO_PAYERS: "sumber_dana"}


def note_persons_twice(months: pd.DataFrame, *, reference: Reference, log: FindingLog) -> None:
    """Say how many persons stand more than once in a month, in how many months, and between whom.

    `months` has a row for each person, month and row of the file that competes for it.
    """
    for code, found in _by_kind(months).items():
        log.add(
            code,
            Severity.WARNING,
            n=found["nik"].nunique(),
            months=len(found[["nik", "periode"]].drop_duplicates()),
            pairs=_pairs(found, _DIFFERS.get(code), reference),
        )


def list_rows_twice(months: pd.DataFrame) -> pd.DataFrame:
    """The rows of the file that compete for a person: sheet, row, temuan, first_row (the same person's first row)."""
    frames = []
    for code, found in _by_kind(months).items():
        rows = found.drop_duplicates(["nik", "_sheet", "_row"])
        first = rows.groupby("nik", sort=False)["_row"].transform("first")
        frames.append(
            pd.DataFrame({"sheet": rows["_sheet"], "row": rows["_row"], "temuan": code, "first_row": first})
        )
    if not frames:
        return pd.DataFrame({"sheet": [], "row": [], "temuan": [], "first_row": []})
    return pd.concat(frames).sort_values(["sheet", "row"]).reset_index(drop=True)


def _by_kind(months: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The competing rows by finding code: two villages, two payers, or neither; a person may have both."""
    if months.empty:
        return {}
    groups = months.groupby(["nik", "periode"])
    differs = {code: groups[column].transform("nunique") > 1 for code, column in _DIFFERS.items()}
    differs[OVERLAP] = ~differs[TWO_AREAS] & ~differs[TWO_PAYERS]
    return {code: months[which] for code, which in differs.items() if which.any()}


def _pairs(rows: pd.DataFrame, column: str | None, reference: Reference) -> Text:
    """Between which villages or payers; a person with three stands in three pairs. Nothing without a `column`."""
    if column is None:
        return Text("", "")
    values = rows[["nik", column]].drop_duplicates()
    both = values.merge(values, on="nik", suffixes=("", "_other"))
    both = both[both[column] < both[f"{column}_other"]]
    pairs = zip(both[column].astype(str), both[f"{column}_other"].astype(str), strict=True)
    return pairs_text(count_pairs(pairs), column, reference)

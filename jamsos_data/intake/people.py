"""Lists by name: checked in memory, counted into active participants per month, then dropped.

No NIK, name or address leaves this module: findings say the row and the reason, never the person
(UU 27/2022 on personal data). Only when the operator has switched it on, each person leaves as a keyed hash.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
import pandas as pd

from jamsos_data.dataset_columns import COLUMNS, Text
from jamsos_data.findings import Severity
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.nik import ROUNDED, bare_nik, count_issued_elsewhere, nik_problems
from jamsos_data.intake.persons_twice import list_rows_twice, note_persons_twice
from jamsos_data.intake.report import FindingLog
from jamsos_data.intake.sheet_names import on_sheet
from jamsos_data.periods import month_range
from jamsos_data.person_key import hash_numbers, key_name
from jamsos_data.reference import Reference

_KEYS = ["kode_wilayah", "segmen", "sumber_dana", "program"]
_SAME_COVER = ["nik", *_KEYS, "mulai", "sampai"]
MAX_MONTHS = 120
_LISTED = 12


@dataclass(frozen=True, kw_only=True)
class CheckedPeople:
    """Which rows of a list cannot be counted; rows of persons who stand in it more than once; hashed persons.

    `twice` has sheet, row, temuan (code) and first_row (that of the same person). `hashed` has, for each row that
    counts, orang (HMAC of the NIK), kunci (which key), mulai, sampai, kode_wilayah, segmen, sumber_dana, sheet, row;
    without rows where no key was given.
    """

    refused: pd.Series
    twice: pd.DataFrame
    hashed: pd.DataFrame = field(repr=False)


def check_people(long: pd.DataFrame, context: CheckContext, *, key: bytes | None = None) -> CheckedPeople:
    """Check a list: unreadable NIK, end before start, absurdly long cover and exact repeats cannot be counted.

    A NIK beside two different names, or a repeat that differs in an unused column, is a question of its own.

    A person counts once per month, in the first row that covers it. Exact repeats are named by row; covers that
    overlap, and persons with two payers or two villages in one month, are warnings that count persons by pair of
    villages or payers and name rows of the file, never the person.
    """
    log, reference = context.log, context.reference
    nik = bare_nik(long["nik"])
    problems = nik_problems(nik, long["_sheet"])
    named = context.aside.other_names(long, nik) & (problems == "")
    # Two persons who share a NIK that ends in 0 have lost their last digit.
    problems[(problems == "") & nik.isin(nik[named & nik.str.endswith("0")])] = ROUNDED
    for code in sorted(set(problems.unique()) - {""}):
        _note(long[problems == code], code, Severity.ERROR, log)
    bad = problems != ""
    _note_elsewhere(nik[~bad], reference, log)
    start, until = _cover(long)
    months = (until.dt.year - start.dt.year) * 12 + until.dt.month - start.dt.month
    reverse = (months < 0) | (months > MAX_MONTHS)
    _note(long[reverse & ~bad], "MASA_TERBALIK", Severity.ERROR, log)
    usable = ~bad & ~reverse
    _note_open_ends(long[usable], log)
    _note(long[named & usable & (problems == "")], "NIK_DUA_NAMA", Severity.WARNING, log)
    persons = long.loc[usable, [*_KEYS, "_sheet", "_row", "_table"]].assign(
        nik=pd.factorize(nik[usable])[0], mulai=start[usable], sampai=until[usable]
    )
    again = _exact_repeats(persons)
    _note_repeats(persons, again.difference(named.index[named]), context)
    persons = persons.drop(index=again) if len(again) else persons
    months_twice = _months_twice(persons)
    note_persons_twice(months_twice, reference=reference, log=log)
    return CheckedPeople(
        refused=~usable | long.index.isin(again),
        twice=list_rows_twice(months_twice),
        hashed=_hashed(persons, nik, key),
    )


def count_people(long: pd.DataFrame) -> pd.DataFrame:
    """Rows of people with mulai and sampai → counts per month and group: periode, keys, peserta_aktif, lunas_sampai.

    Each person is counted once per month; where rows compete for a person and month, the first counts.
    """
    start, until = _cover(long)
    nik = pd.factorize(bare_nik(long["nik"]))[0]
    persons = long[_KEYS].assign(nik=nik, mulai=start, sampai=until)
    several = persons["nik"].duplicated(keep=False)
    once = persons[~several].groupby([*_KEYS, "mulai", "sampai"], sort=False).size().rename("peserta_aktif")
    rest = _each_month(persons[several]).drop_duplicates(["nik", "periode"], keep="first")
    months = pd.concat([_each_month(once.reset_index()), rest.assign(peserta_aktif=1)], ignore_index=True)
    grouped = months.groupby(["periode", *_KEYS], sort=True)
    result = grouped.agg(peserta_aktif=("peserta_aktif", "sum"), lunas_sampai=("sampai", "min")).reset_index()
    result["peserta_aktif"] = result["peserta_aktif"].astype("int64")
    result["lunas_sampai"] = result["lunas_sampai"].astype("datetime64[us]")
    return result


def _cover(long: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """First and last month of each row; one month where no end is stated."""
    start = _as_months(long["mulai"])
    until = _as_months(long["sampai"]) if "sampai" in long else pd.Series(pd.NaT, index=long.index)
    return start, until.fillna(start)


def _as_months(values: pd.Series) -> pd.Series:
    """Objects (few different ones) as moments."""
    codes, known = pd.factorize(values)
    moments = pd.to_datetime(pd.Series([*known, None], dtype=object)).astype("datetime64[us]").to_numpy()
    return pd.Series(moments[codes], index=values.index)


def _each_month(covers: pd.DataFrame) -> pd.DataFrame:
    """One row per row of covers and month of it: the same columns, mulai replaced by periode."""
    spans = covers[["mulai", "sampai"]].drop_duplicates()
    spans["periode"] = [
        month_range(datetime(m.year, m.month, 1), datetime(s.year, s.month, 1))
        for m, s in zip(spans["mulai"], spans["sampai"], strict=True)
    ]
    months = covers.merge(spans.explode("periode"), on=["mulai", "sampai"], how="left").drop(columns="mulai")
    months["periode"] = pd.to_datetime(months["periode"]).astype("datetime64[us]")
    return months


def _exact_repeats(persons: pd.DataFrame) -> pd.Index:
    """Rows that say the same of a person as a row above."""
    several = persons[persons["nik"].duplicated(keep=False)]
    return several.index[several.duplicated(_SAME_COVER, keep="first")]


def _months_twice(persons: pd.DataFrame) -> pd.DataFrame:
    """The months in which a person stands in more than one row, one row each: nik, periode, keys, _sheet, _row."""
    months = _each_month(persons[persons["nik"].duplicated(keep=False)])
    return months[months.duplicated(["nik", "periode"], keep=False)]


def _hashed(persons: pd.DataFrame, nik: pd.Series, key: bytes | None) -> pd.DataFrame:
    columns = ["mulai", "sampai", "kode_wilayah", "segmen", "sumber_dana", "_sheet", "_row"]
    kept = persons[columns].rename(columns={"_sheet": "sheet", "_row": "row"})
    if key is None:
        return kept.iloc[:0].assign(orang=np.empty(0, dtype=object), kunci="")
    return kept.assign(orang=hash_numbers(nik.loc[persons.index], key), kunci=key_name(key))


def _note_elsewhere(nik: pd.Series, reference: Reference, log: FindingLog) -> None:
    elsewhere = count_issued_elsewhere(nik, reference.kabupaten)
    if elsewhere:
        regency = reference.area_name(reference.kabupaten)
        log.add("NIK_TERBIT_DI_LUAR", Severity.INFO, n=elsewhere, of=len(nik), regency=regency)


def _note_repeats(persons: pd.DataFrame, again: pd.Index, context: CheckContext) -> None:
    """Repeats, told apart by whether an unused column says something else of the person."""
    first = persons.groupby(_SAME_COVER, sort=False)[["_table", "_row", "_sheet"]].transform("first")
    rows = persons.loc[again, ["_table", "_row"]].itertuples(index=False, name=None)
    above = first.loc[again].itertuples(index=False, name=None)
    for sheet, (table, row), (other, first_row, first_sheet) in zip(
        persons.loc[again, "_sheet"], rows, above, strict=True
    ):
        columns = context.aside.differing((table, row), (other, first_row))
        context.log.add(
            "ORANG_KEMBAR_SEBAGIAN" if columns else "ORANG_KEMBAR", Severity.WARNING, sheet=sheet, row=int(row),
            column="NIK", first=int(first_row), first_sheet=on_sheet("" if first_sheet == sheet else first_sheet),
            columns=Text(columns, columns),
        )  # fmt: skip


def _note_open_ends(rows: pd.DataFrame, log: FindingLog) -> None:
    """Persons without a last month on a sheet that says one of others: by the rules one month, which may be too few."""
    for sheet, of_sheet in rows.groupby("_sheet", sort=False) if "sampai" in rows else ():
        open_ends = of_sheet[of_sheet["sampai"].isna()]
        if 0 < len(open_ends) < len(of_sheet):
            listed = ", ".join(map(str, open_ends["_row"].head(_LISTED))) + ", …" * (len(open_ends) > _LISTED)
            log.add(
                "BULAN_AKHIR_KOSONG", Severity.INFO, sheet=str(sheet), column=COLUMNS["sampai"].title.id,
                n=len(open_ends), of=len(of_sheet), rows=listed,
            )  # fmt: skip


def _note(rows: pd.DataFrame, code: str, severity: Severity, log: FindingLog) -> None:
    for sheet, row in zip(rows["_sheet"], rows["_row"], strict=True):
        log.add(code, severity, sheet=sheet, row=int(row), column="NIK")

"""Lists by name: checked in memory, counted into active participants per month, then dropped.

No NIK, name or address leaves this module: findings say the row and the reason, never the person
(UU 27/2022 on personal data).
"""

from __future__ import annotations

import re
from datetime import datetime

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.report import FindingLog
from jamsos_data.periods import month_range

_KEYS = ["kode_wilayah", "segmen", "sumber_dana", "program"]
MAX_MONTHS = 120


def check_people(long: pd.DataFrame, log: FindingLog) -> pd.Series:
    """Which rows of a list cannot be counted: unreadable NIK, end before start, absurdly long cover, exact repeats.

    A person counts once per month, in the first row that covers it. Exact repeats are named by row; covers that
    overlap, and persons with two payers or two villages in one month, are warnings that hold numbers only.
    """
    nik = _bare_nik(long)
    distinct = {text: _nik_problem(text) for text in nik.unique()}
    problems = nik.map(distinct).fillna("")
    for code in sorted(set(problems) - {""}):
        _note(long[problems == code], code, Severity.ERROR, log)
    bad = problems != ""
    start, until = _cover(long)
    months = (until.dt.year - start.dt.year) * 12 + until.dt.month - start.dt.month
    reverse = (months < 0) | (months > MAX_MONTHS)
    _note(long[reverse & ~bad], "MASA_TERBALIK", Severity.ERROR, log)
    usable = long[~bad & ~reverse]
    whole = usable[_KEYS].assign(nik=nik, mulai=start, sampai=until)
    again = whole.duplicated(keep="first").reindex(long.index, fill_value=False)
    _note(long[again], "ORANG_KEMBAR", Severity.WARNING, log)
    _note_persons_twice(_person_months(usable[~again[usable.index]]), log)
    return bad | reverse | again


def count_people(long: pd.DataFrame) -> pd.DataFrame:
    """Rows of people with mulai and sampai → counts per month and group: periode, keys, peserta_aktif, lunas_sampai.

    Each person is counted once per month; where rows compete for a person and month, the first counts.
    """
    months = _person_months(long).drop_duplicates(["nik", "periode"], keep="first")
    grouped = months.groupby(["periode", *_KEYS], sort=True)
    result = grouped.agg(peserta_aktif=("nik", "size"), lunas_sampai=("sampai", "min")).reset_index()
    result["peserta_aktif"] = result["peserta_aktif"].astype("int64")
    result["lunas_sampai"] = result["lunas_sampai"].astype("datetime64[us]")
    return result


def _bare_nik(long: pd.DataFrame) -> pd.Series:
    return long["nik"].astype("str").str.replace(r"[\s.'’-]", "", regex=True)


def _cover(long: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """First and last month of each row; one month where no end is stated."""
    start = pd.to_datetime(long["mulai"])
    until = pd.to_datetime(long["sampai"]) if "sampai" in long else pd.Series(pd.NaT, index=long.index)
    return start, until.fillna(start)


def _person_months(long: pd.DataFrame) -> pd.DataFrame:
    """One row per person, row of the list and month of its cover: nik, periode, keys, sampai."""
    start, until = _cover(long)
    cover = long[_KEYS].assign(nik=_bare_nik(long), mulai=start, sampai=until)
    spans = cover[["mulai", "sampai"]].drop_duplicates()
    spans["periode"] = [
        month_range(datetime(m.year, m.month, 1), datetime(s.year, s.month, 1))
        for m, s in zip(spans["mulai"], spans["sampai"], strict=True)
    ]
    months = cover.merge(spans.explode("periode"), on=["mulai", "sampai"], how="left")
    months["periode"] = pd.to_datetime(months["periode"]).astype("datetime64[us]")
    return months


def _note_persons_twice(months: pd.DataFrame, log: FindingLog) -> None:
    """Say how many persons stand more than once in a month, and in how many months, by what differs."""
    twice = months[months.duplicated(["nik", "periode"], keep=False)]
    if twice.empty:
        return
    differing = twice.groupby(["nik", "periode"])[["kode_wilayah", "sumber_dana"]].nunique() > 1
    villages, payers = differing["kode_wilayah"], differing["sumber_dana"]
    overlaps = ~villages & ~payers
    for code, which in (
        ("ORANG_DUA_WILAYAH", villages),
        ("ORANG_DUA_SUMBER", payers),
        ("MASA_BERTUMPUK", overlaps),
    ):
        found = differing.index[which]
        if len(found):
            persons = found.get_level_values("nik").nunique()
            log.add(code, Severity.WARNING, n=persons, months=len(found))


def _nik_problem(nik: str) -> str:
    """Why a text is no NIK: not 16 digits (often rounded by Excel), or no birth date in digits 7 to 12."""
    if re.search(r"[eE]\+?\d", nik) or (re.fullmatch(r"\d{12,16}0{3,}", nik) and len(nik) == 16):
        return "NIK_DIBULATKAN"
    if not re.fullmatch(r"\d{16}", nik):
        return "NIK_TIDAK_16_ANGKA"
    day, month = int(nik[6:8]), int(nik[8:10])
    day = day - 40 if day > 40 else day
    return "" if 1 <= day <= 31 and 1 <= month <= 12 else "NIK_TANGGAL_SALAH"


def _note(rows: pd.DataFrame, code: str, severity: Severity, log: FindingLog) -> None:
    for sheet, row in zip(rows["_sheet"], rows["_row"], strict=True):
        log.add(code, severity, sheet=sheet, row=int(row), column="NIK")

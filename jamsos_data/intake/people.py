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
    """Which rows of a list cannot be counted: unreadable NIK, end before start, absurdly long cover.

    A repeated person in the same month and group is counted once: later rows are left out with a warning.
    """
    nik = long["nik"].astype("str").str.replace(r"[\s.'’-]", "", regex=True)
    distinct = {text: _nik_problem(text) for text in nik.unique()}
    problems = nik.map(distinct).fillna("")
    for code in sorted(set(problems) - {""}):
        _note(long[problems == code], code, Severity.ERROR, log)
    bad = problems != ""
    start = pd.to_datetime(long["mulai"])
    until = pd.to_datetime(long["sampai"]) if "sampai" in long else pd.Series(pd.NaT, index=long.index)
    until = until.fillna(start)
    months = (until.dt.year - start.dt.year) * 12 + until.dt.month - start.dt.month
    reverse = (months < 0) | (months > MAX_MONTHS)
    _note(long[reverse & ~bad], "MASA_TERBALIK", Severity.ERROR, log)
    again = (
        pd.DataFrame({"nik": nik, "mulai": start, "sampai": until}).duplicated(keep="first") & ~bad & ~reverse
    )
    _note(long[again], "ORANG_KEMBAR", Severity.WARNING, log)
    return bad | reverse | again


def count_people(long: pd.DataFrame) -> pd.DataFrame:
    """Rows of people with mulai and sampai → counts per month and group: periode, keys, peserta_aktif, lunas_sampai."""
    start = pd.to_datetime(long["mulai"])
    until = pd.to_datetime(long["sampai"]) if "sampai" in long else start
    cover = long[_KEYS].assign(mulai=start, sampai=until.fillna(start))
    counts = (
        cover.groupby([*_KEYS, "mulai", "sampai"], sort=False).size().rename("peserta_aktif").reset_index()
    )
    counts["periode"] = [
        month_range(datetime(m.year, m.month, 1), datetime(s.year, s.month, 1))
        for m, s in zip(counts["mulai"], counts["sampai"], strict=True)
    ]
    months = counts.explode("periode")
    months["periode"] = pd.to_datetime(months["periode"]).astype("datetime64[us]")
    grouped = months.groupby(["periode", *_KEYS], sort=True)
    result = grouped.agg(peserta_aktif=("peserta_aktif", "sum"), lunas_sampai=("sampai", "min")).reset_index()
    result["peserta_aktif"] = result["peserta_aktif"].astype("int64")
    result["lunas_sampai"] = result["lunas_sampai"].astype("datetime64[us]")
    return result


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

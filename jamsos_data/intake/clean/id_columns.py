"""Cleans the columns that are not numbers: months, years, days, codes, yes/no, free text."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd

from jamsos_data.datasets import Column, ColumnKind, Text
from jamsos_data.findings import Severity
from jamsos_data.formats import format_month, format_weekday
from jamsos_data.intake.clean.lost_zeros import may_be_cut, restored_months
from jamsos_data.intake.clean.months import (
    EARLIEST,
    LATEST,
    MonthText,
    read_day,
    read_month,
    read_year,
    weekday_before,
)
from jamsos_data.intake.clean.number_columns import is_nil
from jamsos_data.intake.clean.verdicts import Judged, Place, Verdict, judge_column
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.names import find_like, normalise
from jamsos_data.intake.negations import negate_alike
from jamsos_data.intake.report import FindingLog
from jamsos_data.periods import add_months, month_start

_DITTO = frozenset(['"', "''", "〃", "idem", "sda", "dto"])
# What stands around and between the letters of a ditto: "- sda -", "s.d.a.".
_AROUND_DITTO = re.compile(r"[\s.\-]+")
_LONGEST_DITTO = 12
_ANY_YEAR = 2000
# What is said of quarters and semesters where months are kept.
SPAN_CODES = frozenset(["BULAN_TERAKHIR_DIUSULKAN", "BULAN_PERTAMA_DIUSULKAN", "BEBERAPA_BULAN"])
_BLANK_SHARE = 0.25
_PROGRAMS = ("JKK", "JKM", "JHT", "JP", "JKP")
_YES = frozenset(["ya", "y", "yes", "true", "1", "benar", "estimasi", "perkiraan", "x", "v"])
_NO = frozenset(["tidak", "no", "n", "false", "0", "t", "bukan"])


def clean_column(
    texts: pd.Series, column: Column, *, lexicon: Lexicon, place: Place, log: FindingLog
) -> Judged:
    """Texts of one column → canonical values, by the kind of the column. Empty optional cells are fine."""
    if column.kind in (ColumnKind.NIK, ColumnKind.TEXT):
        return Judged(texts, pd.Series(False, index=texts.index))
    if column.kind is ColumnKind.MONTH and (restored := restored_months(texts.unique())):
        texts = texts.replace(restored)
    judge = _judge_for(column, lexicon)
    return judge_column(texts, judge, place=place, log=log)


def _judge_for(column: Column, lexicon: Lexicon) -> Callable[[str], Verdict]:
    empty = Verdict(code="SEL_WAJIB_KOSONG") if column.required else Verdict()
    match column.kind:
        case ColumnKind.MONTH:
            return lambda text: empty if is_nil(text) else judge_month(text, column)
        case ColumnKind.YEAR:
            return lambda text: empty if is_nil(text) else _judge_year(text)
        case ColumnKind.DATE:
            return lambda text: empty if is_nil(text) else _judge_day(text)
        case ColumnKind.CODE:
            table = column.codes or ""
            return lambda text: empty if text.strip() in ("", "-") else judge_code(text, table, lexicon)
        case _:
            return _judge_yes_no


def judge_month(text: str, column: Column) -> Verdict:
    """A month start; a bare year or month, a day and month that may be swapped, or a quarter are problems."""
    if may_be_cut(text):
        return Verdict(code="BULAN_SATU_ATAU_SEPULUH", params={"year": text.strip()[:4]})
    found = read_month(text)
    if found is None:
        return Verdict(code="BULAN_TIDAK_DIKENAL")
    start = found.start
    if start is None:
        return Verdict(code="BULAN_TIDAK_LENGKAP")
    if not EARLIEST <= start.year <= LATEST:
        return Verdict(code="TAHUN_DI_LUAR_BATAS")
    if found.months > 1:
        return judge_span(found, column)
    if found.ambiguous:
        proposed = start
        return Verdict(code="BULAN_TERTUKAR", proposal=f"{start:%Y-%m}", proposed=proposed)
    return Verdict(value=start)


def judge_span(found: MonthText, column: Column) -> Verdict:
    """What a quarter or semester stands for in a MONTH column: one of its months is only ever proposed.

    Without a year the proposal is the bare month, for people to see.
    """
    params = {"title": column.title, "n": found.months}
    if not column.of_span:
        return Verdict(code="BEBERAPA_BULAN", params=params)
    last = month_start(found.year or _ANY_YEAR, found.month or 1)
    month = last if column.of_span == "last" else add_months(last, 1 - found.months)
    words = [format_month(month, language=language) for language in ("id", "en")]
    if not found.year:
        words = [text.rpartition(" ")[0] for text in words]
    return Verdict(
        code="BULAN_TERAKHIR_DIUSULKAN" if column.of_span == "last" else "BULAN_PERTAMA_DIUSULKAN",
        proposal=f"{month:%Y-%m}" if found.year else words[0],
        proposed=month if found.year else None,
        params={**params, "month": Text(*words)},
    )


def _judge_year(text: str) -> Verdict:
    year = read_year(text)
    if year is None:
        return Verdict(code="TAHUN_TIDAK_DIKENAL")
    return Verdict(value=year) if EARLIEST <= year <= LATEST else Verdict(code="TAHUN_DI_LUAR_BATAS")


def _judge_day(text: str) -> Verdict:
    day = read_day(text)
    if day is None:
        return Verdict(code="TANGGAL_TIDAK_DIKENAL")
    if not EARLIEST <= day.year <= LATEST:
        return Verdict(code="TAHUN_DI_LUAR_BATAS")
    if weekday_before(text) in (None, day.weekday()):
        return Verdict(value=day)
    # Nobody knows which of the two is wrong.
    named = Text(*(format_weekday(day, language=language) for language in ("id", "en")))
    return Verdict(value=day, code="HARI_TIDAK_COCOK", severity=Severity.WARNING, params={"day": named})


def judge_code(text: str, table: str, lexicon: Lexicon) -> Verdict:
    """A code of a reference table by code, name or synonym; a near spelling is only proposed."""
    codes = lexicon.codes[table]
    word = normalise(text)
    if named := lexicon.code_named(table, text):
        return Verdict(value=named)
    if table == "program":
        package = _judge_package(text, lexicon)
        if package is not None:
            return package
    near = find_like(word, {known: code for known, code in codes.items() if negate_alike(word, known)})
    if len(near) > 1:
        return Verdict(code="KODE_MIRIP_BEBERAPA", params={"other": ", ".join(near)})
    if near:
        return Verdict(code="KODE_TIDAK_DIKENAL", proposal=near[0], proposed=near[0])
    known = ", ".join(dict.fromkeys(codes.values()))
    return Verdict(code="KODE_TIDAK_ADA_DI_DAFTAR", params={"known": known})


def _judge_package(text: str, lexicon: Lexicon) -> Verdict | None:
    """The package from the programmes named in any order: "JKM & JKK", "JKK, JKM dan JHT"."""
    tokens = set(re.findall(r"[a-z]+", text.casefold()))
    named = [program for program in _PROGRAMS if program.casefold() in tokens]
    rest = (
        tokens
        - {program.casefold() for program in _PROGRAMS}
        - {"dan", "program", "saja", "serta", "plus", "and"}
    )
    code = "+".join(named)
    if named and not rest and code in lexicon.reference.codes("program"):
        return Verdict(value=code)
    return None


def _judge_yes_no(text: str) -> Verdict:
    word = normalise(text)
    if word in _YES:
        return Verdict(value=True)
    if word in _NO or is_nil(text):
        return Verdict(value=False)
    return Verdict(code="BUKAN_YA_TIDAK", severity=Severity.ERROR)


def fill_down(texts: pd.Series, allowed: pd.Series) -> tuple[pd.Series, int]:
    """Blanks that stand for "the same as above", filled; and how many were.

    Only where the column is written that way: each value once at the top of its block, or ditto marks;
    and only in rows that say something else of their own (`allowed`), so that a sum row stays bare.
    """
    different = texts.unique()
    written = [
        text
        for text in different
        if len(text) <= _LONGEST_DITTO and _AROUND_DITTO.sub("", text.casefold()) in _DITTO
    ]
    if not written and "" not in different:
        return texts, 0
    marks = texts.isin(written)
    blank = (texts == "") | marks
    if blank.iloc[0]:
        return texts, 0
    filled = texts[~blank]
    once_per_block = bool((filled != filled.shift()).all()) and blank.mean() >= _BLANK_SHARE
    taken = (blank if once_per_block else marks) & allowed
    if not taken.any():
        return texts, 0
    return texts.where(~taken, texts.mask(blank).ffill().fillna("")), int(taken.sum())

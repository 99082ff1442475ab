"""Figures and codes as words: what charts say in labels, hover texts and descriptions.

Formatting and rounding are those of `jamsos_data.formats`; sentences are those of the catalogues.
"""

from collections import namedtuple
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

import pandas as pd

from jamsos_data.formats import (
    format_count,
    format_month,
    format_number,
    format_percent,
    format_rupiah,
    format_rupiah_short,
)
from jamsos_data.messages import Messages
from jamsos_data.reference.code_tree import CodeTree

MARKED_NAMES = 3


def percent(value: float, words: Messages, *, digits: int = 1) -> str:
    """`46,6 %` or `46.6%`."""
    return format_percent(value, digits=digits, language=words.language)


def count(value: int, words: Messages) -> str:
    """A number of people without its unit: `217.104`."""
    return format_count(int(value), language=words.language)


def people(value: int, words: Messages) -> str:
    """A number of people with its unit: `2.310 orang`, `1 person`."""
    return words("chart.people", n=int(value), count=count(value, words))


def points(value: float, words: Messages) -> str:
    """A difference of percentages without sign: `0,8 poin persen`."""
    return words("chart.points", points=format_number(abs(value), digits=1, language=words.language))


def month(moment: datetime, words: Messages, *, short: bool = False) -> str:
    """`September 2026` or `Sep 2026`."""
    return format_month(moment, language=words.language, short=short)


def since_january(moment: datetime, words: Messages) -> str:
    """`Januari s.d. September 2026`: the months of a year through that of `moment`; of January only itself."""
    if moment.month == 1:
        return month(moment, words)
    return words("chart.since_january", month=month(moment, words))


def lasting(row: Any, words: Messages, *, short: bool = False) -> str:
    """How long the budget of a row of measure_premiums lasts, the same everywhere: until when, and months left."""
    return words(
        "chart.budget.until",
        until=month(row.cukup_sampai, words, short=short),
        months=months_count(max(row.bulan_tersisa, 0.0), words),
    )


def rupiah(value: int, words: Messages) -> str:
    """Whole rupiah: `Rp659.265.600`."""
    return format_rupiah(int(value), language=words.language)


def short_rupiah(value: int, words: Messages) -> str:
    """Rupiah for a label: `Rp41,2 miliar`."""
    return format_rupiah_short(int(value), language=words.language)


def months_count(value: float, words: Messages) -> str:
    """A length of time in months with one decimal: `9,8 bulan`."""
    return words("chart.months", months=format_number(value, digits=1, language=words.language))


def whole_months(value: float, words: Messages) -> str:
    """A number of months, with a decimal only where it is not whole: `3 bulan`, `2,6 bulan`."""
    digits = 0 if float(value).is_integer() else 1
    return words("chart.months", months=format_number(value, digits=digits, language=words.language))


def reason(row: Any, words: Messages) -> str:
    """Why a row has no percentage; the code itself when the catalogue does not know it."""
    code = row.alasan or ("tanpa_potensi" if has_value(row.peserta_aktif) else "tanpa_data")
    key = f"chart.reason.{code}"
    return words(key) if key in words else code


def basis(row: Any, words: Messages) -> str:
    """The denominator of a row: name, year, and whether it is an estimate."""
    key = f"chart.basis.{row.basis}"
    name = words(key) if key in words else row.basis
    text = f"{name} {int(row.tahun)}" if has_value(row.tahun) else name
    return words("chart.estimated", basis=text) if getattr(row, "estimasi", False) else text


def coverage_sentence(row: Any, words: Messages, *, bulan: datetime) -> str:
    """One row of coverage as a sentence with people, percentage, month and denominator."""
    if not has_value(row.persen):
        return no_percentage_sentence(row, words, bulan=bulan)
    return words(
        "chart.coverage.sentence",
        area=row.wilayah,
        month=month(bulan, words),
        active=count(row.peserta_aktif, words),
        potential=count(row.potensi, words),
        percent=percent(row.persen, words),
        basis=basis(row, words),
    )


def no_percentage_sentence(row: Any, words: Messages, *, bulan: datetime) -> str:
    """A row without percentage as a sentence: the people if known, and the reason."""
    known = has_value(row.peserta_aktif)
    return words(
        "chart.coverage.reason_people" if known else "chart.coverage.reason",
        area=row.wilayah,
        month=month(bulan, words),
        people=people(row.peserta_aktif, words) if known else "",
        reason=reason(row, words),
    )


def is_reached(row: Any) -> bool:
    """Whether a row of measure_targets is known to have reached its target."""
    return has_value(row.tercapai) and bool(row.tercapai)


def shortfall(row: Any, words: Messages) -> str:
    """How far a row of measure_targets is from its target: `kurang 2.310 orang`, "" where not known."""
    if is_reached(row):
        return words("chart.target.reached")
    if not has_value(row.kurang_orang):
        return ""
    return words("chart.target.short", people=people(row.kurang_orang, words))


def short_name(tree: CodeTree, code: str, words: Messages) -> str:
    """The name of a code without what stands in brackets behind it, for crowded charts."""
    return tree.name(code, words.language).split(" (")[0]


def join(names: Sequence[str], words: Messages) -> str:
    """`A`, `A dan B`, `A, B, dan C` in the manner of the language."""
    if len(names) < 2:
        return "".join(names)
    key = "chart.and_two" if len(names) == 2 else "chart.and_many"
    return words(key, first=", ".join(names[:-1]), last=names[-1])


def has_value(value: Any) -> bool:
    """Whether a cell of a frame holds a value (not NA, NaN, NaT or None)."""
    return not pd.isna(value)


def rows_of(frame: pd.DataFrame) -> list[Any]:
    """The rows of a frame as named tuples."""
    row = _row_class(tuple(map(str, frame.columns)))
    return list(map(row._make, zip(*(frame[name].tolist() for name in frame.columns), strict=True)))


@lru_cache(maxsize=200)
def _row_class(names: tuple[str, ...]) -> Any:
    return namedtuple("Row", names)  # making the class takes longer than filling a hundred


def silence_mark(silent: pd.DataFrame, words: Messages) -> str:
    """What the aagger behind the name of an area means: ``† tanpa Kutuk sejak Juli 2026``; empty for nobody."""
    rows = rows_of(silent)
    if not rows:
        return ""
    if len(rows) > MARKED_NAMES or len({row.sejak for row in rows}) > 1:
        return words("silence.marks")
    names = join([row.wilayah for row in rows], words)
    return words("silence.mark", name=names, since=month(rows[0].sejak, words))

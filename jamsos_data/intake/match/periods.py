"""Where the months and years of a sheet come from: section rows, columns of their own, what is stated, titles."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pandas as pd

from jamsos_data.dataset_columns import COLUMNS, Text
from jamsos_data.datasets import Column, ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.id_columns import fill_down
from jamsos_data.intake.clean.months import MonthText, read_month
from jamsos_data.intake.clean.roman_months import without_roman
from jamsos_data.intake.clean.spans import read_span
from jamsos_data.intake.clean.year_turns import years_in_order
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.rolled_years import note_in_order, note_one_year, year_pair
from jamsos_data.intake.match.slots import ColumnMap, Slot, heads_spans

_NUMBERED = re.compile(r"0[1-9]|1[0-2]")
# The code that claims nothing: offered, never taken unasked.
_ROOTS = {"segmen": "SEMUA", "sumber_dana": "TIDAK_DIRINCI"}


@dataclass(frozen=True, kw_only=True)
class Sources(SheetContext):
    """Where a sheet's columns may come from besides its own cells: its section rows too.

    `months_paid` says of payments, row by row, for how many months each is, where the file or the operator does.
    """

    sections: pd.DataFrame
    months_paid: pd.Series | None = None


def period_texts(column: Column, data: pd.DataFrame, sources: Sources) -> pd.Series | None:
    """Month or year from a section row, or from separate month and year columns."""
    if column.kind not in (ColumnKind.MONTH, ColumnKind.YEAR) or not column.key:
        return None
    sections = sources.sections
    if column.kind is ColumnKind.MONTH and (sections["period"] != "").any():
        return with_year(above_sections(column, sources, "period"), data, sources)
    if column.kind is ColumnKind.YEAR and (sections["year"] != "").any():
        return sections["year"]
    months = sorted(sources.mapping.of_role("month"), key=heads_spans)
    if column.kind is ColumnKind.MONTH and months:
        spans = heads_spans(months[0])
        texts = _span_texts(data, months[0]) if spans else without_roman(data[months[0].position])
        if (
            year_source(data, sources) is not None
            or year_pair(sources)
            or any(map(_has_year, texts.unique()))
        ):
            return with_year(texts, data, sources)
    return None


def _span_texts(data: pd.DataFrame, slot: Slot) -> pd.Series:
    """The texts of a column of quarters, its header before bare numbers: "Triwulan II"."""
    texts = data[slot.position]
    named = {text: f"{slot.header} {text}" for text in texts.unique() if text}
    return texts.map(lambda text: named[text] if text and read_span(named[text]) else text)


def _has_year(text: str) -> bool:
    month = read_month(text)
    return month is not None and month.year is not None


def above_sections(column: Column, sources: Sources, section: str) -> pd.Series:
    """The texts of the section rows; above the first of them, what the operator or the title says."""
    texts = sources.sections[section]
    first = sources.stated.columns.get(column.name) or sources.titled.columns.get(column.name) or ""
    return texts.where(texts != "", first)


def year_source(data: pd.DataFrame, sources: Sources) -> pd.Series | None:
    """The year that goes with a bare month: a column, a section, the operator, a title."""
    years = sources.mapping.of_role("year")
    if years:
        return fill_down(data[years[0].position], says_more(data, years[0], sources.mapping))[0]
    if (sources.sections["year"] != "").any():
        return sources.sections["year"]
    text = stated_year(sources)
    return pd.Series(text, index=data.index, dtype="str") if text else None


def stated_year(context: SheetContext) -> str:
    """The year that the operator, a title or the file's name gives for months without one."""
    return context.stated.year or context.titled.year or context.titled.file_year


def one_year(sources: Sources) -> str:
    """The year that is stated for all months at once; "" where each row or section says its own."""
    own = sources.mapping.of_role("year") or (sources.sections["year"] != "").any()
    return "" if own else stated_year(sources)


def note_file_year(context: SheetContext) -> None:
    """Say that months were completed with the year in the file's name, where nothing else gave one."""
    year = context.titled.file_year
    no_column = not context.mapping.of_role("year")
    if year and no_column and not (context.stated.year or context.titled.year):
        context.log.add("TAHUN_DARI_NAMA_BERKAS", Severity.INFO, sheet=context.sheet, value=year)


def ask_for_year(context: SheetContext) -> None:
    """Months are there, only their year is not."""
    ask_for(replace(COLUMNS["tahun"], required=True), context)


def says_more(data: pd.DataFrame, slot: Slot, mapping: ColumnMap) -> pd.Series:
    """Rows that name an area or another key, so that a blank may mean "the same as above"."""
    others = [o.position for o in mapping.of_role("area", "column", "month") if o.position != slot.position]
    return (data[others] != "").any(axis=1)


def with_year(texts: pd.Series, data: pd.DataFrame, sources: Sources) -> pd.Series:
    """A bare September beside 2026 becomes "2026-09"; texts that already have a year stay."""
    bare = {text: found for text in texts.unique() if (found := read_month(text)) and not found.year}
    if not bare:
        return texts
    years = year_source(data, sources)
    in_order = years_in_order(list(bare.values()), year_pair(sources))
    if years is None and in_order is not None:
        named = {text: str(year) for text, year in zip(bare, in_order, strict=True)}
        years = texts.map(named).fillna("")
        note_in_order({text: join_year(text, bare[text], named[text]) for text in bare}, sources)
    if years is None:
        ask_for_year(sources)
        return texts
    note_file_year(sources)
    if year := one_year(sources):
        note_one_year([list(bare.values())], year, sources)
    return pd.Series(
        [
            join_year(text, bare[text], year) if text in bare and year else text
            for text, year in zip(texts, years, strict=True)
        ],
        index=texts.index,
        dtype="str",
    )


def join_year(text: str, month: MonthText, year: str) -> str:
    """A month or quarter without its year completed: "2026-09", "Triwulan III 2026"."""
    return f"{year}-{month.month:02d}" if month.months == 1 else f"{text} {year}"


def complete_month(column: Column, text: str, sources: Sources) -> str | None:
    """The text of a title; of a month without a year ("Januari") with the year, None where nobody says that."""
    month = read_month(text)
    if column.kind is not ColumnKind.MONTH or month is None or month.year or not month.month:
        return text
    year = stated_year(sources)
    if not year:
        ask_for_year(sources)
        return None
    note_file_year(sources)
    return join_year(text, month, year)


def ask_by_sheet(column: Column, context: SheetContext) -> str | None:
    """The month that a sheet called "07" may be of, as its question; None where the sheet or the year says nothing."""
    year = stated_year(context)
    if (
        column.kind is not ColumnKind.MONTH
        or not column.key
        or not year
        or not _NUMBERED.fullmatch(context.sheet)
    ):
        return None
    month = f"{year}-{context.sheet}"
    context.log.add(
        "BULAN_DARI_NOMOR_LEMBAR", Severity.ERROR, sheet=context.sheet, column=column.title.id, value=context.sheet,
        proposal=month,
    )  # fmt: skip
    return month


def ask_for(column: Column, context: SheetContext, *, lacking: Text | None = None) -> str | None:
    """Note that a required column is missing; the code that could stand in for it, where one claims nothing.

    `lacking` are words for the columns of numbers that lack it, where others say it.
    """
    proposal = _ROOTS.get(column.name)
    context.log.add(
        "KOLOM_WAJIB_TIDAK_ADA",
        Severity.ERROR,
        sheet=context.sheet,
        column=column.title.id,
        proposal=proposal,
        name=column.name,
        example=column.example,
        lacking=lacking or Text("", ""),
    )
    return proposal

"""What was understood of a file: one sentence, and behind it what was noted and the sheets."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from jamsos_data.datasets import ColumnKind, Dataset, dataset
from jamsos_data.intake import IntakeReport
from jamsos_data.reference import Reference
from pages.parts.history.versions import period_text
from pages.parts.language import language, words
from pages.parts.upload.problems import noted_sentences
from pages.parts.wording import (
    NOTHING,
    count_text,
    list_text,
    number_text,
    plain,
    rupiah_text,
    within_sentence,
)


def recognised_sentence(report: IntakeReport, reference: Reference) -> str:
    """Kind, rows, months, areas and the totals of the value columns, as one sentence (Markdown)."""
    say = words()
    if report.kind is None:
        return ""
    title = dataset(report.kind).title.in_language(language())
    read = len(report.rows) or sum(sheet.data_rows for sheet in report.sheets)
    parts = [say("upload.recognised.rows", n=read, count=count_text(read))]
    if report.periods:
        parts.append(period_text(report.periods))
    areas = _areas(report, reference)
    if areas:
        parts.append(areas)
    held = report.totals.items() if len(report.rows) else ()
    totals = [_total(name, value, dataset(report.kind)) for name, value in held]
    told = " · ".join([*parts, *(text for text in totals if text)])
    return f"{say('upload.recognised', title=title, parts=told)} {together_sentence(report)}".strip()


def together_sentence(report: IntakeReport) -> str:
    """That the totals are added over several months, a person counting in each, or over versions of a budget of which
    the newest counts; empty where they are not.
    """
    versions = report.rows["versi"].nunique() if "versi" in report.rows else 0
    if versions > 1:
        return words()("upload.together.versions", count=count_text(versions))
    months = [period for period in report.periods if len(period) == len("2026-10")]
    if len(months) < 2:
        return ""
    return words()("upload.together", count=count_text(len(months)))


def draw_reading(report: IntakeReport) -> None:
    """Behind the sentence: what was noted, and how many rows of each sheet were read."""
    say = words()
    if not report.sheets:
        return
    with st.expander(say("upload.reading.details"), type="compact"):
        notes = noted_sentences(report)
        if notes:
            st.markdown("\n".join(f"- {note}" for note in notes))
        st.markdown(say("upload.sheets"))
        st.table(_sheet_table(report), border="horizontal", hide_index=True)


def _areas(report: IntakeReport, reference: Reference) -> str:
    if report.rows.empty or "kode_wilayah" not in report.rows:
        return ""
    codes = [str(code) for code in report.rows["kode_wilayah"].unique() if reference.has_area(str(code))]
    counts = {
        level: sum(reference.area_level(code) == level for code in codes) for level in ("kecamatan", "desa")
    }
    kecamatan = {reference.parent_area(c) if reference.area_level(c) == "desa" else c for c in codes}
    counts["kecamatan"] = len(kecamatan - {reference.kabupaten})
    said = [
        words()(f"upload.recognised.{level}", n=number, count=count_text(number))
        for level, number in counts.items()
        if number
    ]
    return list_text(said) if said else reference.area_name(reference.kabupaten)


def _total(name: str, value: float, declared: Dataset) -> str:
    if name not in declared.names:
        return ""
    column = declared.column(name)
    title = within_sentence(column.title.in_language(language()).removesuffix(" (Rp)"))
    if column.kind is ColumnKind.RUPIAH:
        return f"{title} {rupiah_text(value)}"
    return f"{title} {count_text(value) if column.kind is ColumnKind.COUNT else number_text(value)}"


def _sheet_table(report: IntakeReport) -> pd.DataFrame:
    say = words()
    rows = [
        (
            plain(sheet.name) or NOTHING,
            _numbers(sheet.header_rows),
            count_text(sheet.data_rows),
            count_text(sheet.left_out),
            ", ".join(f"{_title(report.kind, name)} = {value}" for name, value in sheet.constants.items()),
        )
        for sheet in report.sheets
    ]
    names = ("name", "header", "data", "left_out", "constants")
    return pd.DataFrame(rows, columns=[say(f"upload.sheet.{name}") for name in names])


def _title(kind: str | None, name: str) -> str:
    if kind is not None and name in dataset(kind).names:
        return dataset(kind).column(name).title.in_language(language())
    return name


def _numbers(rows: Iterable[int]) -> str:
    numbers = list(rows)
    return "" if not numbers else str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"

"""What the operator says about a whole file: which data set it is, and the values that are the same in all rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import streamlit as st

from jamsos_data.dataset_columns import COLUMNS
from jamsos_data.datasets import DATASETS, Column, ColumnKind, dataset
from jamsos_data.findings import Finding
from jamsos_data.formats import WESTERN_INDONESIA, format_month
from jamsos_data.intake import IntakeReport
from jamsos_data.intake.clean.id_columns import SPAN_CODES
from jamsos_data.intake.titled_kind import PROPOSED_KIND
from jamsos_data.periods import add_months, month_key, month_range, month_start, parse_month_key
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree
from pages.parts.language import language, words
from pages.parts.upload.filing import Filing, accept_finding, choose_kind, give_constant
from pages.parts.upload.standing import missing_columns

FIRST_YEAR = 2015
MONTHS_AHEAD = 12
YEARS_AHEAD = 5


def kind_field(file_id: str, filing: Filing, report: IntakeReport) -> None:
    """A drop-down with the data set the file was taken for."""
    say = words()
    key = f"kind_{file_id}"
    recognised = report.kind or filing.options.kind or ""
    if st.session_state.get(key) != recognised:
        st.session_state[key] = recognised
    options = tuple(DATASETS) if recognised else ("", *DATASETS)
    st.selectbox(
        say("upload.kind"),
        options,
        format_func=lambda name: (
            dataset(name).title.in_language(language()) if name else say("upload.kind.choose")
        ),
        key=key,
        help=say("upload.kind.help"),
        on_change=lambda: choose_kind(file_id, st.session_state[key] or None),
    )


def proposed_kind(file_id: str, fatal: Finding) -> None:
    """A button that takes the data set which intake proposes for a file that it refused; nothing without a proposal."""
    if fatal.code != PROPOSED_KIND or fatal.proposal is None:
        return
    title = dataset(fatal.proposal).title.in_language(language())
    st.button(
        words()("upload.kind.yes", kind=title),
        key=f"kind_yes_{file_id}",
        icon=":material/check:",
        type="primary",
        on_click=lambda: accept_finding(file_id, PROPOSED_KIND, accepted=True),
    )


def constant_fields(file_id: str, filing: Filing, report: IntakeReport, reference: Reference) -> None:
    """A field for each column that the file lacks, and for those already given this way."""
    columns = _asked_columns(filing, report)
    if not columns:
        return
    say = words()
    with st.container(border=True, key=f"constants_{file_id}", gap="small"):
        st.markdown(say("upload.constants", n=len(columns)))
        with st.grid(min(3, max(2, len(columns))), min_column_width=240, gap="small"):
            for column in columns:
                _constant_field(file_id, column, filing.options.constants.get(column.name, ""), reference)


def _asked_columns(filing: Filing, report: IntakeReport) -> Sequence[Column]:
    wanted = {*missing_columns(report), *_told_as_quarters(filing, report), *filing.options.constants}
    kind = report.kind or filing.options.kind
    declared = [dataset(kind)] if kind else list(DATASETS.values())
    found = {column.name: column for data in declared for column in data.columns if column.name in wanted}
    if "tahun" in wanted:
        # Months without a year lack it also in a data set that is kept by month.
        found.setdefault("tahun", COLUMNS["tahun"])
    return tuple(found.values())


def _told_as_quarters(filing: Filing, report: IntakeReport) -> Sequence[str]:
    """Months that a title gives only as a quarter, until it is agreed which month that is."""
    found = (found for found in report.findings if found.code in SPAN_CODES - filing.options.accepted)
    return [str(finding.params["name"]) for finding in found if "name" in finding.params]


def _constant_field(file_id: str, column: Column, current: str, reference: Reference) -> None:
    key = f"constant_{file_id}_{column.name}"
    if st.session_state.get(key) != current:
        st.session_state[key] = current
    title = column.title.in_language(language())
    explanation = column.explanation.in_language(language())

    def given() -> None:
        give_constant(file_id, column.name, str(st.session_state[key] or ""))

    if column.kind in (ColumnKind.AREA, ColumnKind.CODE, ColumnKind.MONTH, ColumnKind.YEAR):
        codes = _choices(column, reference)
        options = ("", *codes) if current in ("", *codes) else ("", current, *codes)
        label = _labels(column, reference)
        st.selectbox(title, options, format_func=label, key=key, help=explanation, on_change=given)
    else:
        example = words()("upload.constant.example", example=column.example)
        st.text_input(title, key=key, help=explanation, placeholder=example, on_change=given)


def _choices(column: Column, reference: Reference) -> Sequence[str]:
    if column.kind is ColumnKind.AREA:
        return (reference.kabupaten, *reference.kecamatan)
    if column.kind is ColumnKind.CODE:
        table = str(column.codes)
        tree = {"segmen": reference.segmen_tree, "sumber_dana": reference.sumber_tree}.get(table)
        return tree.descendants(tree.root) if tree else reference.codes(table)
    today = datetime.now(WESTERN_INDONESIA)
    if column.kind is ColumnKind.YEAR:
        return [str(year) for year in range(today.year + YEARS_AHEAD, FIRST_YEAR - 1, -1)]
    last = add_months(month_start(today.year, today.month), MONTHS_AHEAD)
    return [month_key(month) for month in reversed(month_range(month_start(FIRST_YEAR, 1), last))]


def _labels(column: Column, reference: Reference) -> Callable[[str], str]:
    trees = {"segmen": reference.segmen_tree, "sumber_dana": reference.sumber_tree}

    def label(code: str) -> str:
        if not code:
            return words()("upload.constant.choose")
        if column.kind is ColumnKind.MONTH:
            return format_month(parse_month_key(code), language=language())
        if column.kind is ColumnKind.AREA:
            return f"{reference.area_name(code)} ({code})"
        if column.kind is ColumnKind.YEAR:
            return code
        tree = trees.get(str(column.codes))
        if tree is not None:
            return _name_with_parent(tree, code)
        return reference.name_of(str(column.codes), code, language())

    return label


def _name_with_parent(tree: CodeTree, code: str) -> str:
    """``Pengurus RT/RW (Bukan penerima upah)``; the root and its children stand alone."""
    name, parent = tree.name(code, language()), tree.parent(code)
    return name if parent in ("", tree.root) else f"{name} ({tree.name(parent, language())})"

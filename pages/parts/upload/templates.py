"""Templates to download: empty, or with the rows of a month that is there already, moved on to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from jamsos_data.datasets import DATASETS, dataset
from jamsos_data.formats import format_month
from jamsos_data.periods import month_key
from jamsos_data.reference import Reference
from jamsos_data.template_rows import can_be_carried, carry_rows, known_periods
from jamsos_data.templates import Row, template_csv, template_xlsx
from pages.parts.language import language, words
from pages.parts.snapshot import frames, take_snapshot
from pages.parts.tables import XLSX_TYPE

OFFERED_PERIODS = 6
_EMPTY, _NOW = "", "now"


@dataclass(frozen=True, kw_only=True)
class Filling:
    """Which rows stand in a template: those of `period` in an area and a segment, with or without their values."""

    period: datetime | int | None
    area: str
    segmen: str
    keep_values: bool


def draw_templates(reference: Reference) -> None:
    """The data set, what to fill in, and the two downloads. Rows are read only once a button is pressed."""
    say, spoken = words(), language()
    kind = st.selectbox(
        say("upload.templates.kind"),
        tuple(DATASETS),
        format_func=lambda name: dataset(name).title.in_language(spoken),
        key="template_kind",
    )
    st.caption(dataset(kind).explanation.in_language(spoken))
    filling = _filling(kind, reference)
    rows = rows_of(kind, reference, filling)
    with st.container(horizontal=True, gap="small"):
        for ending, mime, make in (("xlsx", XLSX_TYPE, template_xlsx), ("csv", "text/csv", template_csv)):
            st.download_button(
                say(f"upload.templates.{ending}"),
                lambda make=make: make(kind, reference, language=spoken, rows=rows()),
                file_name=f"templat_{kind}.{ending}",
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"template_{ending}_{kind}",
            )


def rows_of(kind: str, reference: Reference, filling: Filling | None) -> Callable[[], Sequence[Row]]:
    """A function that reads the rows to fill in; it asks nothing of the page, so that a download may call it."""
    if filling is None:
        return tuple
    stored, spoken = frames(take_snapshot())[kind], language()
    return lambda: (
        carry_rows(
            stored,
            kind,
            reference,
            language=spoken,
            period=filling.period,
            area=filling.area,
            segmen=filling.segmen,
            keep_values=filling.keep_values,
        ).rows
    )


def _filling(kind: str, reference: Reference) -> Filling | None:
    """The operator's choice; None for an empty template, or where there is nothing to carry on."""
    say = words()
    stored = frames(take_snapshot())[kind] if can_be_carried(kind) else None
    if stored is None or stored.head(1).collect().is_empty():
        return None
    known = known_periods(stored, kind)[:OFFERED_PERIODS]
    periods = {_period_key(period): period for period in known} or {_NOW: None}
    chosen = st.selectbox(
        say("upload.templates.rows"),
        (_EMPTY, *periods),
        format_func=lambda key: _period_label(key, periods.get(key)),
        key=f"template_rows_{kind}",
        help=say("upload.templates.rows.help"),
    )
    if chosen == _EMPTY:
        return None
    area, segment = st.columns(2)
    with area:
        within = st.selectbox(
            say("upload.templates.area"),
            (_EMPTY, *reference.kecamatan),
            format_func=lambda code: reference.area_name(code) if code else say("upload.templates.all"),
            key=f"template_area_{kind}",
        )
    segmen = _EMPTY
    if "segmen" in dataset(kind).names:
        tree, spoken = reference.segmen_tree, language()
        with segment:
            segmen = st.selectbox(
                say("upload.templates.segment"),
                (_EMPTY, *tree.descendants(tree.root)),
                format_func=lambda code: tree.name(code, spoken) if code else say("upload.templates.all"),
                key=f"template_segment_{kind}",
            )
    keep = st.checkbox(say("upload.templates.keep"), key=f"template_keep_{kind}")
    return Filling(period=periods[chosen], area=within, segmen=segmen, keep_values=keep)


def _period_key(period: datetime | int) -> str:
    return month_key(period) if isinstance(period, datetime) else str(period)


def _period_label(key: str, period: datetime | int | None) -> str:
    say = words()
    if period is None:
        return say(f"upload.templates.rows.{key or 'none'}")
    text = format_month(period, language=language()) if isinstance(period, datetime) else str(period)
    return say("upload.templates.rows.of", period=text)

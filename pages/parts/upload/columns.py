"""What each column of a sheet was taken for, how sure that is, and a box to say what it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from jamsos_data.datasets import ColumnKind, Dataset, dataset
from jamsos_data.formats import WESTERN_INDONESIA
from jamsos_data.intake.layout import NOT_USED
from jamsos_data.intake.locate.table import column_letter
from jamsos_data.intake.meanings import MEASURES, all_meanings, name_meaning
from jamsos_data.intake.report import ColumnReading, SheetOutline
from jamsos_data.periods import add_months, month_key, month_start
from jamsos_data.reference import Reference
from pages.parts.language import language, words
from pages.parts.upload.filing import Filing, choose_meaning
from pages.parts.wording import NOTHING, count_text, plain

SHOWN_FIRST = 14
MONTHS_BACK, MONTHS_AHEAD = 24, 3
YEARS_BACK, YEARS_AHEAD = 6, 5
_WIDTHS = (3, 3, 4, 4)
_LONGEST_EXAMPLE = 24
_COLORS = {"pasti": "green", "mungkin": "blue", "ragu": "orange"}


def needs_attention(column: ColumnReading) -> bool:
    """Whether somebody should look at a column: its meaning is doubtful, or only its cells suggest one."""
    return column.evidence is not None and column.evidence.confidence == "ragu"


def draw_columns(
    file_id: str, filing: Filing, outline: SheetOutline, kind: str | None, reference: Reference
) -> None:
    """A row for each column: header, examples, meaning to choose, confidence. Long tables show the first ones."""
    say = words()
    if kind is None:
        st.caption(say("upload.columns.kind_first"))
        return
    if not outline.columns:
        return
    shown = _shown_columns(file_id, outline)
    heads = st.columns(_WIDTHS)
    for place, name in zip(heads, ("header", "examples", "meaning", "confidence"), strict=True):
        place.markdown(f"**{say(f'upload.column.{name}')}**")
    chosen = filing.options.layout.get(outline.name)
    for column in shown:
        wanted = chosen.columns.get(column.position) if chosen else None
        _draw_column(file_id, outline.name, column, wanted or column.meaning, dataset(kind), reference)


def _shown_columns(file_id: str, outline: SheetOutline) -> Sequence[ColumnReading]:
    """The first columns and those that need attention, or all once the switch is on."""
    few = [column for column in outline.columns if column.position < SHOWN_FIRST or needs_attention(column)]
    if len(few) == len(outline.columns):
        return few
    number = len(outline.columns)
    every = st.toggle(
        words()("upload.columns.all", n=number, count=count_text(number)),
        key=f"layout_all_{file_id}_{outline.name}",
    )
    return outline.columns if every else few


def _draw_column(
    file_id: str, sheet: str, column: ColumnReading, meaning: str, data: Dataset, reference: Reference
) -> None:
    say, spoken = words(), language()
    letter = column_letter(column.position)
    header, examples, meant, sure = st.columns(_WIDTHS, vertical_alignment="center")
    header.markdown(f"`{letter}` {plain(column.header) if column.header != letter else NOTHING}")
    examples.caption(" · ".join(plain(_short(text)) for text in dict.fromkeys(column.examples)) or NOTHING)
    key = f"meaning_{file_id}_{sheet}_{column.position}"
    if st.session_state.get(key) != meaning:
        st.session_state[key] = meaning
    options = dict.fromkeys((meaning, *meanings_to_offer(data, reference)))
    names = {option: name_meaning(option, data, reference).in_language(spoken) for option in options}
    with meant:
        st.selectbox(
            say("upload.column.box", header=column.header, letter=letter),
            sorted(options, key=lambda option: option != NOT_USED),
            format_func=lambda option: names[option],
            key=key,
            label_visibility="collapsed",
            on_change=lambda: choose_meaning(file_id, sheet, column.position, st.session_state[key]),
        )
    sure.markdown(_confidence_text(column, data, reference))


def _confidence_text(column: ColumnReading, data: Dataset, reference: Reference) -> str:
    """The confidence as a word with its reason; for a column not used, what its cells suggest."""
    evidence, say, spoken = column.evidence, words(), language()
    if evidence is None:
        return NOTHING
    word = say(f"confidence.{evidence.confidence}")
    reason = plain(evidence.reason(spoken))
    if column.proposal is not None:
        meaning = name_meaning(column.proposal, data, reference).in_language(spoken)
        reason = f"{say('upload.column.perhaps', meaning=plain(meaning))} {reason}"
    return f":{_COLORS[evidence.confidence]}-badge[{word}] :small[{reason}]"


def meanings_to_offer(data: Dataset, reference: Reference) -> tuple[str, ...]:
    """All meanings of a data set, with the months or years around today for columns that hold one each."""
    period = data.period_column
    if period is None or data.column(data.value_column).kind not in MEASURES:
        return all_meanings(data, reference)
    today = datetime.now(WESTERN_INDONESIA)
    kind = data.column(period).kind
    if kind is ColumnKind.MONTH:
        now = month_start(today.year, today.month)
        times = [month_key(add_months(now, step)) for step in range(MONTHS_AHEAD, -MONTHS_BACK - 1, -1)]
    elif kind is ColumnKind.YEAR:
        times = [str(today.year + step) for step in range(YEARS_AHEAD, -YEARS_BACK - 1, -1)]
    else:
        times = []
    return (*all_meanings(data, reference), *(f"{period}={time}" for time in times))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_EXAMPLE else f"{flat[: _LONGEST_EXAMPLE - 1]}…"

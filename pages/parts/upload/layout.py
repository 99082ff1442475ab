"""How the sheets of a file were understood, on a picture of each, and the choices that change it at once."""

from __future__ import annotations

import streamlit as st

from jamsos_data.commit import forget_layouts
from jamsos_data.datasets import dataset
from jamsos_data.errors import UserError
from jamsos_data.intake import IntakeReport, SheetLayout
from jamsos_data.intake.layout import NOT_USED
from jamsos_data.intake.layout_notes import RECALLED
from jamsos_data.intake.meanings import name_meaning
from jamsos_data.intake.report import SheetOutline
from jamsos_data.reference import Reference
from pages.parts import access
from pages.parts.history.restoring import remembered_name
from pages.parts.language import language, words
from pages.parts.page import chart_look
from pages.parts.snapshot import lake
from pages.parts.upload.columns import draw_columns, needs_attention
from pages.parts.upload.filing import Filing, change_layout, filing_of, forget_layout, update_filing
from pages.parts.upload.sheet_picture import sheet_picture
from pages.parts.wording import count_text, plain

_LONGEST_OPTION = 70


def draw_layout(file_id: str, filing: Filing, report: IntakeReport, reference: Reference) -> None:
    """A switch that opens the picture of a sheet with its header rows, rows to leave out and columns."""
    if not report.outlines:
        return
    say = words()
    _recalled_notice(file_id, report)
    doubtful = any(needs_attention(column) for outline in report.outlines for column in outline.columns)
    key = f"layout_{file_id}"
    if key not in st.session_state:
        st.session_state[key] = doubtful or report.outcome == "refused"
    st.toggle(say("upload.layout.open"), key=key, help=say("upload.layout.open.help"))
    if not st.session_state[key]:
        return
    with st.container(border=True, key=f"layout_box_{file_id}", gap="small"):
        outline = _sheet_field(file_id, report)
        _draw_picture(outline, report, reference)
        _row_fields(file_id, filing, outline)
        draw_columns(file_id, filing, outline, report.kind or filing.options.kind, reference)
        if filing.options.layout:
            st.button(
                say("upload.layout.reset"),
                key=f"layout_reset_{file_id}",
                icon=":material/restart_alt:",
                type="tertiary",
                on_click=forget_layout,
                args=(file_id,),
            )


def _recalled_notice(file_id: str, report: IntakeReport) -> None:
    """That corrections of an earlier file are used, and the one click that forgets them."""
    notes = [found for found in report.findings if found.code == RECALLED]
    if not notes:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"recalled_{file_id}"):
        st.markdown(f":material/history: {plain(notes[0].message(language()))}", width="content")
        st.button(
            words()("upload.layout.forget"),
            key=f"forget_{file_id}",
            icon=":material/delete_sweep:",
            type="tertiary",
            help=words()("upload.layout.forget.help"),
            on_click=_forget,
            args=(file_id, tuple(str(found.params["shape"]) for found in notes)),
        )
    problem = filing_of(file_id).problem
    if problem:
        st.error(problem, icon=":material/sync_problem:")


def _forget(file_id: str, shapes: tuple[str, ...]) -> None:
    if not access.may_upload():
        return
    try:
        forget_layouts(lake(), shapes, author=remembered_name())
    except UserError as error:
        update_filing(file_id, problem=error.message(language()))


def _sheet_field(file_id: str, report: IntakeReport) -> SheetOutline:
    """The sheet to look at, with the tick whether it is read; the only one where there is one."""
    if len(report.outlines) == 1:
        return report.outlines[0]
    say = words()
    names = [outline.name for outline in report.outlines]
    key = f"layout_sheet_{file_id}"
    if st.session_state.get(key) not in names:
        st.session_state[key] = next(
            (outline.name for outline in report.outlines if outline.is_read), names[0]
        )
    by_name = dict(zip(names, report.outlines, strict=True))

    def label(name: str) -> str:
        return name if by_name[name].is_read else say("upload.layout.unread", sheet=name)

    chosen, tick = st.columns((2, 3), vertical_alignment="bottom")
    with chosen:
        st.selectbox(say("upload.layout.sheet"), names, format_func=label, key=key)
    outline = by_name[st.session_state[key]]
    read_key = f"layout_read_{file_id}_{outline.name}"
    if st.session_state.get(read_key) != outline.is_read:
        st.session_state[read_key] = outline.is_read
    with tick:
        st.checkbox(
            say("upload.layout.read"),
            key=read_key,
            on_change=lambda: change_layout(file_id, outline.name, read=st.session_state[read_key]),
        )
    return outline


def _draw_picture(outline: SheetOutline, report: IntakeReport, reference: Reference) -> None:
    meanings = {}
    if report.kind is not None and outline.is_read:
        data = dataset(report.kind)
        meanings = {
            column.position: name_meaning(column.meaning, data, reference).in_language(language())
            for column in outline.columns
            if column.meaning != NOT_USED
        }
    st.html(
        sheet_picture(outline, meanings, words=words(), look=chart_look(), count=count_text(outline.omitted))
    )


def _row_fields(file_id: str, filing: Filing, outline: SheetOutline) -> None:
    """The first and last header row, and the rows that are no part of the table."""
    say = words()
    layout = filing.options.layout.get(outline.name, SheetLayout())
    texts = {row.number: _option_text(row.number, row.cells) for row in outline.rows}
    head = [number for number in texts if number <= outline.omitted_after]
    current = layout.header or (outline.header_rows[0], outline.header_rows[-1]) if (
        layout.header or outline.header_rows) else None  # fmt: skip
    fields = st.columns((3, 3, 4), vertical_alignment="top")
    with fields[0]:
        _header_field(file_id, outline.name, "first", (0, *head), current, texts)
    with fields[1]:
        if current != (0, 0):
            _header_field(file_id, outline.name, "last", tuple(head), current, texts)
    with fields[2]:
        key = f"layout_out_{file_id}_{outline.name}"
        if st.session_state.get(key) != list(layout.left_out):
            st.session_state[key] = list(layout.left_out)
        options = sorted({*texts, *layout.left_out})
        st.multiselect(
            say("upload.layout.left_out"),
            options,
            format_func=lambda number: texts.get(number, str(number)),
            key=key,
            placeholder=say("upload.layout.left_out.none"),
            on_change=lambda: change_layout(
                file_id, outline.name, left_out=tuple(sorted(st.session_state[key]))
            ),
        )


def _header_field(
    file_id: str,
    sheet: str,
    end: str,
    options: tuple[int, ...],
    current: tuple[int, int] | None,
    texts: dict[int, str],
) -> None:
    say = words()
    place = 0 if end == "first" else 1
    key = f"layout_{end}_{file_id}_{sheet}"
    value = current[place] if current else None
    if st.session_state.get(key) != value:
        st.session_state[key] = value

    def chosen() -> None:
        number = st.session_state[key]
        if number is None:
            return
        first, last = (number, current[1] if current else number) if place == 0 else (
            current[0] if current else number, number)  # fmt: skip
        if number == 0 or first > last:
            first = last = number
        change_layout(file_id, sheet, header=(first, last))

    st.selectbox(
        say(f"upload.layout.{end}"),
        options if value is None or value in options else (*options, value),
        format_func=lambda number: (
            say("upload.layout.no_header") if number == 0 else texts.get(number, str(number))
        ),
        key=key,
        placeholder=say("upload.layout.choose"),
        on_change=chosen,
    )


def _option_text(number: int, cells: tuple[str, ...]) -> str:
    """A row as an option: its number and its first texts."""
    text = " | ".join(" ".join(cell.split()) for cell in cells if cell)
    short = text if len(text) <= _LONGEST_OPTION else f"{text[: _LONGEST_OPTION - 1]}…"
    return f"{number} · {short}"

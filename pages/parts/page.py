"""The frame of a page: front door, title, what the figures rest on, trail, filters, empty state.

A page file begins with ``selection = open_page("<name>")`` and then shows its figures.
"""

from __future__ import annotations

import streamlit as st

from jamsos_data.colors import Look
from jamsos_data.exports.documents import file_stem
from pages.parts import address
from pages.parts.changes import change_title, newest_change
from pages.parts.downloads import download_menu
from pages.parts.empty import empty_state, link_to
from pages.parts.example import offer_example, offer_undo
from pages.parts.filters import filter_row
from pages.parts.incomplete import incomplete_notice
from pages.parts.language import language, words
from pages.parts.navigation import page_entry
from pages.parts.printing import running_header
from pages.parts.snapshot import Snapshot, basis_year, holds_example
from pages.parts.stage.programme import Programme
from pages.parts.state import Selection, read_selection, select_area, without_filters
from pages.parts.wording import list_text, moment_text, month_text

_FRONT_DOOR = "pintu_depan"


def enter_front_door() -> None:
    """Mark that this session came through `dashboard.py`."""
    st.session_state[_FRONT_DOOR] = True


def came_through_front_door() -> None:
    """End the run, with nothing shown, when the page file is run by itself."""
    if _FRONT_DOOR not in st.session_state:
        st.stop()


def open_page(name: str, *, programme: Programme | None = None) -> Selection:
    """Draw the frame of the page `name` and return what is looked at. `programme`: which slides its menu offers.

    Shows nothing and ends the run when the page file is run by itself. Pages with filters end here with an
    empty state while there is no data.
    """
    came_through_front_door()
    entry = page_entry(name)
    selection = without_filters(read_selection(), entry.unasked)
    page_header(entry.title, selection, with_basis=entry.filtered, programme=programme)
    running_header(
        sheet_line(entry.title, selection, with_filters=entry.filtered),
        file_name=file_stem(selection),
        upright=entry.by_village,
    )
    _past_banner(selection)
    offer_undo()
    if entry.filtered:
        if selection.bulan is None:
            is_now = selection.snapshot.moment is None
            empty_state(words()("empty.lake"), another_way=offer_example if is_now else None)
            st.stop()
        _unknown_notice(selection)
        incomplete_notice(selection)
        filter_row(selection, unasked=entry.unasked, by_village=entry.by_village)
        _trail(selection, on_village_sheet=entry.by_village)
    return selection


def page_header(
    title: str, selection: Selection, *, with_basis: bool, programme: Programme | None = None
) -> None:
    """The title, beside it the mark of example data and the downloads, below it what the figures rest on."""
    with st.container(gap=None, key="page_header"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.title(title, anchor=False, width="content")
            if holds_example(selection.snapshot):
                st.badge(words()("example.badge"), color="orange", width="content")
            if with_basis and selection.bulan is not None:
                download_menu(selection, state=state_text(selection.snapshot), programme=programme)
        if with_basis and selection.bulan is not None:
            st.caption(basis_line(selection))


def basis_line(selection: Selection) -> str:
    """Month, basis of the denominator, and state of the data, as shown under the title and on exports."""
    say = words()
    parts = [say("basis.month", month=month_text(selection.bulan))]
    if selection.basis:
        parts.append(say("basis.basis", basis=basis_text(selection)))
    state = state_text(selection.snapshot)
    if state:
        parts.append(say("basis.state", state=state))
    return " · ".join(parts)


def sheet_line(title: str, selection: Selection, *, with_filters: bool) -> str:
    """What stands on top of each printed sheet: the mark of example data, the page, and all that was chosen."""
    say, reference = words(), selection.reference
    parts = [say("example.badge")] if holds_example(selection.snapshot) else []
    parts.append(f"{say('app.name')}: {title}")
    if not with_filters or selection.bulan is None:
        return " · ".join([*parts, state_text(selection.snapshot)]).removesuffix(" · ")
    parts += [reference.area_name(selection.wilayah), basis_line(selection)]
    if selection.segmen != reference.segmen_tree.root:
        parts.append(reference.segmen_tree.name(selection.segmen, language()))
    if selection.sumber_dana is not None:
        parts.append(reference.sumber_tree.name(selection.sumber_dana, language()))
    parts.append(say("filter.jakon.with" if selection.dengan_jakon else "filter.jakon.without"))
    return " · ".join(parts)


def state_text(snapshot: Snapshot) -> str:
    """When the data were changed last and what that was, as Riwayat has it; empty for an empty lake."""
    changed = newest_change(snapshot)
    if changed is None:
        return ""
    return words()("basis.changed", moment=moment_text(changed.time), title=change_title(changed))


def basis_text(selection: Selection) -> str:
    """The denominator with its year: ``potensi BPJS/Bappenas 2025``; empty while there is none."""
    if selection.basis is None:
        return ""
    name = selection.reference.name_of("basis", selection.basis, language())
    year = basis_year(selection.snapshot, selection.basis, selection.month)
    return name if year is None else f"{name} {year}"


def chart_look() -> Look:
    """Whether figures are to be drawn for the light or the dark theme of this browser."""
    return Look(dark=st.context.theme.type == "dark")


def _past_banner(selection: Selection) -> None:
    """Say, on every page, that the figures are those of an earlier moment, with the way back to now."""
    moment = selection.snapshot.moment
    if moment is None:
        return
    say = words()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="past_banner"):
        st.warning(say("past.banner", moment=moment_text(moment)), icon=":material/history:", width="stretch")
        st.button(
            say("state.to_now"),
            key="past_to_now",
            on_click=address.choose,
            kwargs={"versi": ""},
            type="primary",
        )


def _unknown_notice(selection: Selection) -> None:
    """Say in one line which choices of the link do not exist, so that nobody takes the default for them."""
    if selection.unknown:
        say = words()
        names = list_text([say(f"link.unknown.{name}") for name in selection.unknown])
        area = selection.reference.area_name(selection.wilayah)
        shown = say("link.unknown", names=names, area=area, month=month_text(selection.bulan))
        st.warning(shown, icon=":material/link_off:")


def _trail(selection: Selection, *, on_village_sheet: bool) -> None:
    reference = selection.reference
    if selection.wilayah == reference.kabupaten:
        return
    steps = [reference.kabupaten, *({selection.kecamatan, selection.wilayah} - {None})]
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="trail"):
        for kode in sorted(str(step) for step in steps)[:-1]:
            st.button(
                f"{reference.area_name(kode)} ›",
                key=f"trail_{kode}",
                type="tertiary",
                on_click=select_area,
                args=("" if kode == reference.kabupaten else kode,),
            )
        st.button(
            reference.area_name(selection.wilayah),
            key="trail_close",
            icon=":material/close:",
            icon_position="right",
            help=words()("trail.close"),
            on_click=select_area,
            args=("",),
        )
        if reference.area_level(selection.wilayah) == "desa" and not on_village_sheet:
            link_to("village", label=words()("village.open"))

"""Before the presentation: which slides in what order, the occasion, how fast, and the link for a wall screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from jamsos_data.slides.slide import Slide
from pages.parts.language import words
from pages.parts.panel import panel
from pages.parts.stage.programme import (
    LONGEST,
    LONGEST_TITLE,
    PARAMETERS,
    SHORTEST,
    USUAL,
    Asked,
    Programme,
    address_of,
    in_full_order,
    moved,
    read_programme,
)
from pages.parts.stage.screen import deck_of
from pages.parts.state import Selection
from pages.parts.wording import list_text, plain

NAME_WIDTH = 190  # px
_PROGRAMME, _ORDER = "presentation_programme", "presentation_order"


def asked_programme() -> Asked:
    """What the address asks for, else what was chosen in this session."""
    asked = read_programme(st.query_params.to_dict())
    if asked is None:
        return Asked(programme=st.session_state.get(_PROGRAMME, Programme()), starts=False)
    _remember(asked.programme)
    return asked


def leave_stage() -> None:
    """Back to the choosing; what was chosen stays."""
    for name in PARAMETERS:
        st.query_params.pop(name, None)


def draw_desk(selection: Selection, asked: Asked) -> None:
    """Draw the choices and the button that starts the slides."""
    _say_what_is_wrong(asked)
    programme = asked.programme
    left, right = st.columns([7, 4], gap="small")
    with left, panel("slides", words()("presentation.slides"), words()("presentation.slides.note")):
        _slide_list(deck_of(selection).slides, programme)
    with right, panel("occasion", words()("presentation.occasion")):
        _occasion(programme)
        _pace(programme)
        st.button(
            words()("presentation.start"),
            key="presentation_start",
            type="primary",
            icon=":material/slideshow:",
            width="stretch",
            disabled=not programme.slides,
            on_click=_start,
        )
        st.caption(words()("presentation.start.note"))
    with right, panel("wall", words()("presentation.wall"), words()("presentation.wall.note")):
        _wall_link(programme)


def _say_what_is_wrong(asked: Asked) -> None:
    if asked.unknown:
        names = list_text([words()(f"presentation.unknown.{name}") for name in asked.unknown])
        st.warning(words()("presentation.unknown", names=names), icon=":material/link_off:")


def _slide_list(slides: tuple[Slide, ...], programme: Programme) -> None:
    findings = {slide.name: _finding(slide) for slide in slides}
    order = in_full_order(st.session_state.get(_ORDER, ()), programme.slides)
    with st.container(gap="xxsmall"):
        for name in order:
            _slide_row(name, order, programme, finding=findings[name])


def _finding(slide: Slide) -> str:
    """What a slide says: its title, or the first of its points where the title only names them."""
    named = words()(f"presentation.slide.{slide.name}")
    return slide.points[0].text if slide.points and slide.title == named else slide.title


def _slide_row(name: str, order: tuple[str, ...], programme: Programme, *, finding: str) -> None:
    title = words()(f"presentation.slide.{name}")
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="xsmall"):
        _keep(f"presentation_shows_{name}", name in programme.slides)
        st.checkbox(
            title,
            key=f"presentation_shows_{name}",
            on_change=_choose_slides,
            args=(order,),
            width=NAME_WIDTH,
        )
        st.caption(plain(finding), width="stretch")
        _move_button(order, name, -1, title=title, disabled=name == order[0])
        _move_button(order, name, 1, title=title, disabled=name == order[-1])


def _move_button(order: tuple[str, ...], name: str, by: int, *, title: str, disabled: bool) -> None:
    way = "up" if by < 0 else "down"
    st.button(
        words()(f"presentation.{way}", slide=title),
        key=f"presentation_{way}_{name}",
        icon=f":material/arrow_{way}ward:",
        type="tertiary",
        disabled=disabled,
        on_click=_choose_slides,
        args=(moved(order, name, by),),
    )


def _occasion(programme: Programme) -> None:
    say = words()
    _keep("presentation_title", programme.title)
    st.text_input(
        say("presentation.title"),
        key="presentation_title",
        max_chars=LONGEST_TITLE,
        placeholder=say("presentation.title.example"),
        on_change=_take,
        args=("title",),
    )
    _keep("presentation_day", programme.day)
    st.date_input(
        say("presentation.day"),
        value=None,
        key="presentation_day",
        format="DD/MM/YYYY",
        min_value=date(2000, 1, 1),
        max_value=date(2099, 12, 31),
        on_change=_take,
        args=("day",),
    )


def _pace(programme: Programme) -> None:
    say = words()
    _keep("presentation_auto", programme.seconds is not None)
    st.toggle(say("presentation.auto"), key="presentation_auto", on_change=_switch_pace)
    if programme.seconds is not None:
        _keep("presentation_seconds", programme.seconds)
        st.number_input(
            say("presentation.seconds"),
            min_value=SHORTEST,
            max_value=LONGEST,
            step=5,
            key="presentation_seconds",
            on_change=_take,
            args=("seconds",),
        )


def _wall_link(programme: Programme) -> None:
    """The link that starts by itself, with what the pages are filtered by."""
    link = address_of(replace(programme, seconds=programme.seconds or USUAL))
    kept = {name: code for name, code in st.query_params.to_dict().items() if name not in PARAMETERS}
    address = (st.context.url or "").partition("?")[0]
    st.code(f"{address}?{urlencode(link | kept, safe=',')}", language=None, wrap_lines=True)


def _keep(key: str, value: object) -> None:
    """Show what was chosen, also after a look at another page, where Streamlit forgets its widgets."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def _remember(programme: Programme, *, order: tuple[str, ...] | None = None) -> None:
    st.session_state[_PROGRAMME] = programme
    st.session_state[_ORDER] = order or in_full_order(st.session_state.get(_ORDER, ()), programme.slides)


def _chosen() -> Programme:
    return st.session_state.get(_PROGRAMME, Programme())


def _choose_slides(order: tuple[str, ...]) -> None:
    shown = tuple(name for name in order if st.session_state[f"presentation_shows_{name}"])
    _change(replace(_chosen(), slides=shown), order=order)


def _take(part: str) -> None:
    _change(replace(_chosen(), **{part: st.session_state[f"presentation_{part}"]}))


def _switch_pace() -> None:
    seconds = USUAL if st.session_state["presentation_auto"] else None
    _change(replace(_chosen(), seconds=seconds))


def _change(programme: Programme, *, order: tuple[str, ...] | None = None) -> None:
    """Take a choice; a link that was not understood has had its say."""
    _remember(programme, order=order)
    leave_stage()


def _start() -> None:
    for name, code in address_of(_chosen()).items():
        st.query_params[name] = code

"""Showing the slides: the deck of what is looked at, handed to the browser, which turns it by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from jamsos_data.lake.attention_marks import marks_version
from jamsos_data.messages import load_messages
from jamsos_data.slides.deck import SLIDES, build_deck
from jamsos_data.slides.picture import Map
from jamsos_data.slides.scene import footing_of
from jamsos_data.slides.slide import Deck
from pages.parts.attention_desk import judged_findings
from pages.parts.changes import newest_change
from pages.parts.keeping import kept
from pages.parts.language import CATALOGUES, language, words
from pages.parts.outlines import outlines_of
from pages.parts.page import chart_look
from pages.parts.snapshot import holds_example, lake
from pages.parts.stage.programme import USUAL, Programme, occasion_of
from pages.parts.stage.sheets import draw_sheets, message_sheet
from pages.parts.state import Selection
from pages.parts.wording import moment_text

CHECK_EVERY_SECONDS = 1  # oftener than other pages: new figures belong on the wall within five seconds
KEPT_DECKS = 40
HERE = Path(__file__).parent
COVER, MAP = "cover", "map"
KEYS = ("next", "previous", "ends", "auto", "blank", "point", "full", "help", "leave")
# The frame of the application stands back, and nothing on the screen is dimmed while new figures are fetched.
ALONE = """<style>
.stSidebar, .stAppHeader, [data-testid="stSkipToContent"] { display: none !important; }
.stMain [data-stale], .stMain .stElementContainer { opacity: 1 !important; transition: none !important; }
.stApp { overflow: hidden; }
</style>"""

_stage = component(
    "jamsos_stage",
    css=(HERE / "stage.css").read_text(encoding="utf-8"),
    js=(HERE / "stage.js").read_text(encoding="utf-8"),
)


def show_stage(selection: Selection, programme: Programme, *, on_leave: Callable[[], None]) -> None:
    """Fill the screen with the slides of a programme; `on_leave` runs when the presenter goes."""
    st.html(ALONE)
    if selection.snapshot.moment is None:
        _follow(_version(selection))
    _stage(key="stage", data=stage_data(selection, programme), on_left_change=on_leave)


@st.fragment(run_every=CHECK_EVERY_SECONDS)
def _follow(shown: str) -> None:
    """Run again as soon as the lake is no longer that of the version `shown`."""
    if _told_apart(lake().fingerprint(), marks_version(lake().location)) != shown:
        st.rerun()


def _version(selection: Selection) -> str:
    """A text that changes with the data looked at and with what is noted about findings."""
    return _told_apart(selection.snapshot.fingerprint, marks_version(selection.snapshot.location))


def _told_apart(fingerprint: str, marks: tuple[int | None, int | None]) -> str:
    return f"{fingerprint} {marks}"


def stage_data(selection: Selection, programme: Programme) -> dict[str, Any]:
    """What the browser needs: the slides as markup, what they rest on, and the words of its handles."""
    look, slides, chip = chart_look(), (("empty", message_sheet(words()("empty.lake"))),), ""
    if selection.bulan is not None:
        deck = deck_of(selection, programme.slides)
        chart = _map_of(selection) if COVER in programme.slides else None
        sheets = draw_sheets(deck, chart=chart, look=look, occasion=occasion_of(programme))
        slides, chip = tuple(zip(programme.slides, sheets, strict=True)), _chip(deck, selection)
    return {
        "slides": [{"name": name, "html": sheet} for name, sheet in slides],
        "version": _version(selection),
        "chip": chip,
        "marks": _marks(selection),
        "dark": look.dark,
        "language": language(),
        "meant": _meant(selection),
        "seconds": programme.seconds,
        "usual_seconds": USUAL,
        "words": _stage_words(),
    }


def deck_of(selection: Selection, names: tuple[str, ...] = tuple(SLIDES)) -> Deck:
    """Slides of what is looked at, in the order of their names."""
    return _deck(selection, names, language(), marks_version(selection.snapshot.location))


@kept(at_most=KEPT_DECKS, told_apart_by={Selection: Selection.choices})
def _deck(
    selection: Selection, names: tuple[str, ...], spoken: str, marks: tuple[int | None, int | None]
) -> Deck:
    del marks  # part of the key only
    say, changed = load_messages(spoken, CATALOGUES), newest_change(selection.snapshot)
    state = say("stage.state", moment=moment_text(changed.time)) if changed else ""
    example = holds_example(selection.snapshot)
    return build_deck(
        selection,
        say,
        footing=footing_of(selection, say, state=state, example=example),
        outlines=outlines_of(selection.level_inside, selection.snapshot),
        judged=partial(judged_findings, selection, with_news=True),
        wanted=names,
    )


def _map_of(selection: Selection) -> Map | None:
    """The map that stands behind the words of the cover."""
    (slide,) = deck_of(selection, (MAP,)).slides
    return slide.picture if isinstance(slide.picture, Map) else None


def _marks(selection: Selection) -> list[str]:
    """What nobody may overlook, on every slide."""
    marks = [words()("example.badge")] if holds_example(selection.snapshot) else []
    return [*marks, words()("stage.incomplete")] if selection.lacking else marks


def _meant(selection: Selection) -> str:
    """A desa that is looked at stands out among its neighbours from the beginning."""
    reference, kode = selection.reference, selection.wilayah
    return reference.area_name(kode) if reference.area_level(kode) == selection.level_inside else ""


def _chip(deck: Deck, selection: Selection) -> str:
    moment = selection.snapshot.moment
    past = (words()("state.looking_back", moment=moment_text(moment)),) if moment else ()
    return " · ".join((*past, *deck.footing.lines(words())))


def _stage_words() -> dict[str, Any]:
    say = words()
    names = (
        "room",
        "handles",
        "previous",
        "next",
        "auto",
        "blank",
        "full",
        "help",
        "leave",
        "close",
        "fresh",
        "hint",
    )
    keys = [(say(f"stage.keys.{key}").split(" "), say(f"stage.means.{key}")) for key in KEYS]
    return {name: say(f"stage.{name}") for name in names} | {
        "seconds": say("stage.seconds", n=2, count="{n}"),
        "keys": keys,
    }

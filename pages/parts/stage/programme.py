"""What the presenter chose: which slides in what order, the occasion, and how fast they turn.

It stands in the address while slides are shown, so that a copied link shows the same ones (`/presentasi?otomatis=20` on
a wall), and in the session, so that it is still there after a look at another page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from jamsos_data.slides.deck import SLIDES
from jamsos_data.slides.slide import Occasion
from pages.parts.wording import day_text

SHORTEST, USUAL, LONGEST = 5, 20, 600  # seconds for each slide
LONGEST_TITLE = 120  # letters
PARAMETERS = ("slide", "acara", "tanggal", "otomatis", "mulai")
YES = "ya"


@dataclass(frozen=True, kw_only=True)
class Programme:
    """`slides` are names of SLIDES; `seconds` is None while slides are turned by hand."""

    slides: tuple[str, ...] = tuple(SLIDES)
    title: str = ""
    day: date | None = None
    seconds: int | None = None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What an address asks for: a programme, whether it is to start by itself, and the parameters not understood."""

    programme: Programme
    starts: bool
    unknown: tuple[str, ...] = ()


def occasion_of(programme: Programme) -> Occasion:
    """What the programme writes on the cover, in the language of the session."""
    day = day_text(datetime.combine(programme.day, time())) if programme.day else ""
    return Occasion(title=programme.title, day=day)


def read_programme(address: Mapping[str, str]) -> Asked | None:
    """The programme of an address; None when it says nothing about one.

    What it says wrongly (a slide that there is not, 0 seconds, 31 February) is left out and named; a number of seconds
    that cannot be followed does not start the slides.
    """
    given = {name: address[name] for name in PARAMETERS if address.get(name)}
    if not given:
        return None
    slides, day, seconds = _slides(given), _day(given), _seconds(given)
    wrong = {
        "slide": "slide" in given and slides != tuple(given["slide"].split(",")),
        "tanggal": "tanggal" in given and day is None,
        "otomatis": "otomatis" in given and seconds is None,
        "mulai": given.get("mulai", YES) != YES,
    }
    return Asked(
        programme=Programme(
            slides=slides, title=given.get("acara", "")[:LONGEST_TITLE], day=day, seconds=seconds
        ),
        starts=seconds is not None or given.get("mulai") == YES,
        unknown=tuple(name for name, is_wrong in wrong.items() if is_wrong),
    )


def address_of(programme: Programme) -> dict[str, str]:
    """The parameters of a link that starts the programme."""
    said = {
        "otomatis": "" if programme.seconds is None else str(programme.seconds),
        "mulai": YES if programme.seconds is None else "",
        "slide": "" if programme.slides == tuple(SLIDES) else ",".join(programme.slides),
        "acara": programme.title,
        "tanggal": programme.day.isoformat() if programme.day else "",
    }
    return {name: code for name, code in said.items() if code}


def _slides(given: Mapping[str, str]) -> tuple[str, ...]:
    named = dict.fromkeys(given.get("slide", "").split(","))
    return tuple(name for name in named if name in SLIDES) or tuple(SLIDES)


def _day(given: Mapping[str, str]) -> date | None:
    try:
        return date.fromisoformat(given.get("tanggal", ""))
    except ValueError:
        return None


def _seconds(given: Mapping[str, str]) -> int | None:
    asked = given.get("otomatis", "")
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 5):
        return None
    return int(asked) if SHORTEST <= int(asked) <= LONGEST else None


def in_full_order(kept: Sequence[str], chosen: Sequence[str]) -> tuple[str, ...]:
    """All slides: as they stood in `kept` when the chosen ones do so too, else the chosen ones first."""
    every = [*kept, *(name for name in SLIDES if name not in kept)]
    if [name for name in every if name in chosen] == list(chosen):
        return tuple(every)
    return (*chosen, *(name for name in every if name not in chosen))


def moved(order: Sequence[str], name: str, by: int) -> tuple[str, ...]:
    """The order with one slide `by` places further down; it stops at the ends."""
    rest = [other for other in order if other != name]
    place = min(max(order.index(name) + by, 0), len(rest))
    return (*rest[:place], name, *rest[place:])

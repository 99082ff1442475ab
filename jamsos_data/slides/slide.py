"""What a slide is made of, and what all slides of a deck rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from jamsos_data.messages import Messages
from jamsos_data.slides.picture import Picture
from jamsos_data.table import Table
from jamsos_data.wording import month


@dataclass(frozen=True, kw_only=True)
class Footing:
    """What the figures rest on: area, month, denominator, filters, state of the data, and whether it is an example.

    `basis` and `state` may be empty; `filters` are the choices that narrow the figures, in words.
    """

    area: str
    bulan: datetime
    basis: str
    state: str
    filters: tuple[str, ...]
    example: bool

    def lines(self, words: Messages) -> tuple[str, ...]:
        """Each of them as a phrase, for the foot of a slide or the head of a page."""
        parts = [self.area, words("basis.month", month=month(self.bulan, words)), *self.filters]
        if self.basis:
            parts.append(words("basis.basis", basis=self.basis))
        if self.state:
            parts.append(words("basis.state", state=self.state))
        return tuple(parts)

    def line(self, words: Messages) -> str:
        """All of it in one line."""
        return " · ".join(self.lines(words))


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """What the presenter typed for the cover: the title of the agenda and the day, in words; both may be empty."""

    title: str = ""
    day: str = ""


NO_OCCASION = Occasion()


@dataclass(frozen=True, kw_only=True)
class KeyFigure:
    """A number to be read from ten metres, with what it is and one line that sets it in place."""

    label: str
    value: str
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Point:
    """One line of a list; `mark` is written before it in `color`, `tag` begins the line; both may be empty."""

    text: str
    mark: str = ""
    color: str = ""
    tag: str = ""


@dataclass(frozen=True, kw_only=True)
class Slide:
    """One slide: `name` is its code, `title` the finding, `lead` the sentences under it.

    It shows key figures, or points, or a picture with its `unit` line; `caption` says what the picture leaves out, or
    why there is none. `table` holds the figures behind it, `notes` what the presenter may say.
    """

    name: str
    title: str
    lead: str = ""
    figures: tuple[KeyFigure, ...] = ()
    points: tuple[Point, ...] = ()
    unit: str = ""
    picture: Picture | None = None
    caption: str = ""
    table: Table | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Deck:
    """All slides of one view in one language, with the tables behind them.

    `behind`: tables that no slide has; `villages` only where somebody asks.
    """

    slides: tuple[Slide, ...]
    footing: Footing
    words: Messages
    behind: tuple[Table, ...] = ()
    occasion: Occasion = NO_OCCASION
    villages: Table | None = None

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the slides, in their order, each once, and those behind them."""
        found = {slide.table.name: slide.table for slide in self.slides if slide.table is not None}
        return (*found.values(), *self.behind)


def unmarked(sentence: str) -> str:
    """A sentence of the pages without the marks of bold type."""
    return sentence.replace("**", "")

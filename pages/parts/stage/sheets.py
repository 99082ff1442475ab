"""One slide as a sheet of HTML: its finding on top, then what it shows, with as much room as the words leave."""

from __future__ import annotations

from jamsos_data.colors import Look, in_look, ink_on
from jamsos_data.messages import Messages
from jamsos_data.slides.picture import Bars, Columns, Lines, Map
from jamsos_data.slides.slide import Deck, KeyFigure, Occasion, Point, Slide
from pages.parts.stage.drawings.bars import draw_bars
from pages.parts.stage.drawings.columns import draw_columns
from pages.parts.stage.drawings.lines import draw_lines
from pages.parts.stage.drawings.map import draw_map, draw_silhouette
from pages.parts.stage.markup import element, text
from pages.parts.stage.measures import INNER, LINE, Room, block_height, line_count, size_that_fits

TITLES = (68, 62, 56, 50)
OPENINGS = (88, 80, 72, 64, 56)
COVERS = (108, 96, 84, 72)
POINTS = (46, 42, 38, 35, 32, 29, 26)
FIGURES = (128, 112, 96, 84, 72)
LEAD, UNIT, CAPTION = 36, 27, 26
GAP = 20  # between the parts of a sheet
MARK_ROOM = 260  # px before the points for their marks
MAP_WIDTH = 1010  # px, with the key of its colours
BESIDE = INNER.width - MAP_WIDTH - 64  # px for the words beside it
SIDE_TITLES = (58, 54, 50, 46)
LONGER = 1.07  # the words of the slides run narrower than the estimate


def draw_sheets(deck: Deck, *, chart: Map | None, look: Look, occasion: Occasion) -> tuple[str, ...]:
    """The slides of a deck as markup, in its order. `chart` stands behind the words of the cover."""
    return tuple(
        _cover(slide, occasion, chart)
        if slide.name == "cover"
        else _sheet(slide, look=look, words=deck.words)
        for slide in deck.slides
    )


def message_sheet(sentence: str) -> str:
    """A sentence where there is nothing to show."""
    return element("div", element("h1", text(sentence)), class_="sheet message")


def _cover(slide: Slide, occasion: Occasion, chart: Map | None) -> str:
    size = size_that_fits(slide.title, COVERS, width=1080, lines=3)
    said = [
        element("p", text(occasion.title), class_="occasion") if occasion.title else "",
        element("h1", text(slide.title), style=f"font-size:{size}px"),
        element("p", text(slide.lead), class_="lead"),
        element("p", text(occasion.day), class_="day") if occasion.day else "",
    ]
    backdrop = draw_silhouette(chart, Room(640, 880)) if chart else ""
    return element("div", element("div", *said, class_="words"), backdrop, class_="sheet cover")


def _sheet(slide: Slide, *, look: Look, words: Messages) -> str:
    if slide.picture is not None:
        return _with_picture(slide, look=look, words=words)
    if slide.figures:
        return _with_figures(slide)
    if slide.points:
        return _with_points(slide, look=look)
    return _head(slide, class_="sheet") + element("p", text(slide.caption), class_="nothing") + "</div>"


def _with_picture(slide: Slide, *, look: Look, words: Messages) -> str:
    caption = element("p", text(slide.caption), class_="caption") if slide.caption else ""
    room = _room_for_picture(slide)
    match slide.picture:
        case Bars() as bars:
            drawn = draw_bars(bars, room, look=look, of_areas=slide.name == "ranking")
        case Columns() as columns:
            drawn = draw_columns(columns, room, look=look, words=words)
        case Lines() as lines:
            drawn = draw_lines(lines, room, look=look, words=words)
        case Map() as chart:
            return _beside_map(slide, chart, caption, look=look)
        case None:
            drawn = ""
    return _head(slide, class_="sheet") + element("div", drawn, class_="picture") + caption + "</div>"


def _beside_map(slide: Slide, chart: Map, caption: str, *, look: Look) -> str:
    """A map is taller than wide: it takes the whole height, and the words stand beside it."""
    drawn = draw_map(chart, Room(MAP_WIDTH, INNER.height), look=look)
    size = size_that_fits(slide.title, SIDE_TITLES, width=BESIDE, lines=4)
    usual = drawn.names or element("div", *map(_figure, slide.figures), class_="usual")
    pointed = element("div", element("p"), element("b"), class_="pointed")
    said = element(
        "div",
        element("h1", text(slide.title), style=f"font-size:{size}px"),
        element("p", text(slide.unit), class_="unit"),
        element("div", usual, pointed, class_="evidence"),
        caption,
        class_="words",
    )
    return element("div", element("div", drawn.drawing, class_="map"), said, class_="sheet sided")


def _head(slide: Slide, *, class_: str) -> str:
    """The opened sheet with title, lead and unit."""
    size = _title_size(slide)
    said = [element("h1", text(slide.title), style=f"font-size:{size}px")]
    if slide.lead:
        said.append(element("p", text(slide.lead), class_="lead"))
    if slide.unit and slide.picture:
        said.append(element("p", text(slide.unit), class_="unit"))
    return f'<div class="{class_}">' + "".join(said)


def _title_size(slide: Slide) -> int:
    return size_that_fits(slide.title, TITLES, width=INNER.width * 0.97, lines=2)


def _room_for_picture(slide: Slide) -> Room:
    parts = (
        block_height(slide.title, _title_size(slide), INNER.width * 0.97),
        block_height(slide.lead, LEAD, INNER.width),
        block_height(slide.unit, UNIT, INNER.width),
        block_height(slide.caption, CAPTION, INNER.width),
    )
    gaps = GAP * sum(part > 0 for part in parts)
    return Room(INNER.width, INNER.height - sum(parts) - gaps)


def _with_figures(slide: Slide) -> str:
    size = size_that_fits(slide.title, OPENINGS, width=INNER.width, lines=2)
    said = [element("h1", text(slide.title), style=f"font-size:{size}px")]
    if slide.lead:
        said.append(element("p", text(slide.lead), class_="lead large"))
    cards = element("div", *map(_figure, slide.figures), class_="figures")
    return element("div", *said, cards, class_="sheet opening")


def _figure(figure: KeyFigure) -> str:
    size = size_that_fits(figure.value, FIGURES, width=720, lines=1)
    return element(
        "div",
        element("p", text(figure.label), class_="label"),
        element("b", text(figure.value), style=f"--size:{size}px"),
        element("p", text(figure.detail), class_="detail") if figure.detail else "",
        class_="figure",
    )


def _with_points(slide: Slide, *, look: Look) -> str:
    marked = any(point.mark for point in slide.points)
    width = INNER.width - (MARK_ROOM if marked else 100)
    height = _room_for_picture(slide).height
    size = next((size for size in POINTS if _points_height(slide, size, width) <= height), POINTS[-1])
    entries = [
        _point(point, place, marked=marked, look=look) for place, point in enumerate(slide.points, start=1)
    ]
    kind = "marked" if marked else "numbered"
    listed = element("ol", *entries, class_=f"points {kind}", style=f"font-size:{size}px")
    caption = element("p", text(slide.caption), class_="caption") if slide.caption else ""
    return _head(slide, class_="sheet") + listed + caption + "</div>"


def _points_height(slide: Slide, size: int, width: float) -> float:
    texts = [f"{point.tag} {point.text}".strip() for point in slide.points]
    lines = sum(line_count(text, size, width * LONGER) for text in texts)
    return lines * size * (LINE + 0.06) + len(slide.points) * size * 0.7


def _point(point: Point, place: int, *, marked: bool, look: Look) -> str:
    if not marked:
        return element("li", element("i", str(place)), element("span", text(point.text)))
    fill = in_look(point.color, look)
    badge = element("i", text(point.mark), style=f"background:{fill};color:{ink_on(fill)}")
    tag = element("b", text(point.tag), class_="tag") if point.tag else ""
    return element("li", badge, element("span", tag, text(point.text)))

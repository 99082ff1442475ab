"""The slides of a deck as a PowerPoint file, with the tables behind them as an appendix."""

from __future__ import annotations

import io
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

from jamsos_data.exports.cells import NUMERIC, table_texts
from jamsos_data.exports.powerpoint.charts import draw_columns, draw_lines
from jamsos_data.exports.powerpoint.design import (
    COLORS,
    DEEP,
    EDGE,
    HEIGHT,
    WIDTH,
    Box,
    Type,
    emu,
    fill_text,
    lines_of,
    rectangle,
    rgb,
    text_height,
    write,
)
from jamsos_data.exports.powerpoint.frame import add_slide, mark_example, new_presentation
from jamsos_data.exports.powerpoint.level_bars import draw_level_bars
from jamsos_data.exports.powerpoint.maps import draw_map
from jamsos_data.exports.powerpoint.tables import draw_table
from jamsos_data.slides.picture import Bars, Columns, Lines, Map, Picture
from jamsos_data.slides.slide import Deck, KeyFigure, Point, Slide
from jamsos_data.table import Table
from jamsos_data.text_layout import text_width

FIGURES_WIDTH = 3.1  # inches, of numbers beside a picture
WIDER = 1.3  # a table is stretched by no more than that
TABLE_SIZES = (15, 14, 13, 12, 11, 10, 9)
LONGEST_CELL = 46  # letters before a column of a table is folded
MOST_TABLE_ROWS = 24  # longer tables are in the workbook


def export_pptx(deck: Deck) -> bytes:
    """The deck as a .pptx file."""
    made = new_presentation(deck.slides[0].title if deck.slides else "")
    for slide in deck.slides:
        (_draw_cover if slide.name == "cover" else _draw_slide)(made, slide, deck)
    for table in deck.tables:
        if len(table.frame) <= MOST_TABLE_ROWS:
            _draw_appendix(made, table, deck)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _draw_cover(made: Any, slide: Slide, deck: Deck) -> None:
    drawn = made.slides.add_slide(made.slide_layouts[0])
    language = deck.words.language
    drawn.background.fill.solid()
    drawn.background.fill.fore_color.rgb = rgb(DEEP)
    rectangle(drawn.shapes, Box(EDGE, 4.1, 1.1, 0.08), COLORS.not_reached)
    holder = drawn.shapes.title
    width = WIDTH - 2 * EDGE - 1
    holder.left, holder.top, holder.width, holder.height = emu(Box(EDGE, 1.3, width, 2.6))
    look = Type(size=44, color="#FFFFFF", bold=True, anchor=MSO_ANCHOR.BOTTOM)
    fill_text(holder.text_frame, [slide.title], look, language=language)
    pale = Type(size=24, color="#CFE3E0")
    under = [slide.lead, *filter(None, [deck.occasion.day])]
    write(drawn.shapes, Box(EDGE, 4.35, width, 1.0), under, pale, language=language)
    if deck.occasion.title:
        agenda = Type(size=24, color="#CFE3E0", bold=True)
        write(drawn.shapes, Box(EDGE, 0.75, width - 2, 0.9), [deck.occasion.title], agenda, language=language)
    small = Type(size=13, color="#CFE3E0")
    line = f"{deck.words('slide.source')} · {deck.footing.line(deck.words)}"
    write(drawn.shapes, Box(EDGE, HEIGHT - 0.95, width + 1, 0.5), [line], small, language=language)
    if deck.footing.example:
        mark_example(drawn.shapes, deck.words)
    _write_notes(drawn, slide, deck)


def _draw_slide(made: Any, slide: Slide, deck: Deck) -> None:
    drawn, body = add_slide(made, deck.footing, deck.words, title=slide.title, lead=slide.lead)
    language = deck.words.language
    if slide.caption and not (slide.picture or slide.figures or slide.points):
        write(drawn.shapes, body, [slide.caption], Type(size=22), language=language)
    elif slide.caption:
        tall = text_height(slide.caption, width=body.width, size=13)
        place = Box(body.left, body.top + body.height - tall, body.width, tall)
        look = Type(size=13, color=COLORS.muted)
        write(drawn.shapes, place, [slide.caption], look, language=language)
        body = Box(body.left, body.top, body.width, body.height - tall - 0.1)
    if slide.unit and slide.picture is not None:
        place = Box(body.left, body.top, body.width, 0.25)
        write(drawn.shapes, place, [slide.unit], Type(size=14, color=COLORS.muted), language=language)
        body = Box(body.left, body.top + 0.32, body.width, body.height - 0.32)
    if slide.picture is not None and slide.figures:
        beside = Box(body.left + body.width - FIGURES_WIDTH, body.top, FIGURES_WIDTH, body.height)
        _draw_figures(drawn.shapes, slide.figures, beside, language, upright=True)
        body = Box(body.left, body.top, body.width - FIGURES_WIDTH - 0.4, body.height)
    elif slide.figures:
        _draw_figures(drawn.shapes, slide.figures, body, language)
    if slide.picture is not None:
        _draw_picture(drawn.shapes, slide.picture, body, language)
    if slide.points:
        _draw_points(drawn.shapes, slide.points, body, language)
    _write_notes(drawn, slide, deck)


def _draw_picture(shapes: Any, picture: Picture, body: Box, language: str) -> None:
    if isinstance(picture, Bars):
        draw_level_bars(shapes, picture, body, language)
    elif isinstance(picture, Columns):
        draw_columns(shapes, body, picture, language=language)
    elif isinstance(picture, Lines):
        draw_lines(shapes, body, picture, language=language)
    elif isinstance(picture, Map):
        draw_map(shapes, body, picture, language=language)


def _draw_figures(
    shapes: Any, figures: tuple[KeyFigure, ...], body: Box, language: str, *, upright: bool = False
) -> None:
    """The numbers, each in a panel: side by side, or (`upright`) one below the other."""
    gap, number = 0.25, len(figures)
    if upright:
        width, height = body.width, min((body.height - gap * (number - 1)) / number, 1.6)
        places = [Box(body.left, body.top + place * (height + gap), width, height) for place in range(number)]
    else:
        width, height = (body.width - gap * (number - 1)) / number, min(body.height, 3.1)
        top = body.top + (body.height - height) / 2.6
        places = [Box(body.left + place * (width + gap), top, width, height) for place in range(number)]
    longest = max(text_width(figure.value, 100) for figure in figures) / 100
    size = min(34.0 if upright else 46.0, (width - 0.5) * 72 / longest)
    for place, figure in zip(places, figures, strict=True):
        _draw_figure(shapes, figure, place, size=size, language=language)


def _draw_figure(shapes: Any, figure: KeyFigure, place: Box, *, size: float, language: str) -> None:
    rectangle(shapes, place, COLORS.panel)
    rectangle(shapes, Box(place.left, place.top, 0.07, place.height), COLORS.reached)
    texts = (
        (figure.label, Type(size=17, color=COLORS.muted, bold=True), 0.08),
        (figure.value, Type(size=size, bold=True, anchor=MSO_ANCHOR.MIDDLE), 0.3),
        (figure.detail, Type(size=16, color=COLORS.muted), 0.65),
    )
    for text, look, share in texts:
        top = place.top + share * place.height
        box = Box(place.left + 0.28, top, place.width - 0.4, 0.32 * place.height)
        write(shapes, box, [text], look, language=language)


def _draw_points(shapes: Any, points: tuple[Point, ...], body: Box, language: str) -> None:
    """The lines of a list, as large as they fit."""
    marks = max(text_width(point.mark, 13) for point in points) / 72
    indent = marks + 0.55 if marks else 0.4
    width = body.width - indent
    lines = [f"{point.tag} · {point.text}" if point.tag else point.text for point in points]
    size = next(
        (
            one
            for one in (24, 22, 20, 18, 17, 16, 15, 14)
            if sum(text_height(line, width=width, size=one) + 0.22 for line in lines) <= body.height
        ),
        13,
    )
    top = body.top + 0.05
    for point, text in zip(points, lines, strict=True):
        height = text_height(text, width=width, size=size)
        line = size * 1.2 / 72
        if point.mark:
            badge = rectangle(
                shapes, Box(body.left, top + (line - 0.3) / 2, marks + 0.3, 0.3), point.color, rounded=True
            )
            look = Type(size=13, color="#FFFFFF", bold=True, align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE)
            fill_text(badge.text_frame, [point.mark], look, language=language)
        else:
            rectangle(shapes, Box(body.left, top + line / 2 - 0.08, 0.16, 0.16), COLORS.reached)
        place = Box(body.left + indent, top, width, height)
        write(shapes, place, [text], Type(size=size), language=language)
        top += height + 0.22


def _draw_appendix(made: Any, table: Table, deck: Deck) -> None:
    """A table over as many slides as it needs."""
    texts, words = table_texts(table, deck.words), deck.words
    heads = [column.title for column in table.columns.values()]
    size, widths = _fitting(heads, texts)
    heights = [_row_height(cells, widths, size) for cells in texts]
    head = _row_height(heads, widths, size)
    parts = _parts(heights, room=HEIGHT - 2.2 - head)
    right = [column.kind in NUMERIC for column in table.columns.values()]
    for number, (first, last) in enumerate(parts, start=1):
        key = "slide.appendix" if len(parts) == 1 else "slide.appendix.part"
        title = words(key, title=table.title, part=number, parts=len(parts))
        drawn, body = add_slide(made, deck.footing, words, title=title)
        draw_table(
            drawn.shapes,
            Box(body.left, body.top, sum(widths), head + sum(heights[first:last])),
            heads,
            texts[first:last],
            widths=widths,
            heights=[head, *heights[first:last]],
            right=right,
            size=size,
            alt=table.title,
            language=words.language,
        )
        drawn.notes_slide.notes_text_frame.text = deck.footing.line(words)


def _fitting(heads: list[str], texts: list[list[str]]) -> tuple[float, list[float]]:
    """The largest type at which the columns fit, and their widths in inches; long texts are folded."""
    room = WIDTH - 2 * EDGE
    letters = [
        max([_longest_word(head), *(min(len(cells[place]), LONGEST_CELL) for cells in texts)])
        for place, head in enumerate(heads)
    ]
    size, widths = TABLE_SIZES[-1], [1.0]
    for size in TABLE_SIZES:
        widths = [number * size * 0.52 / 72 + 0.2 for number in letters]
        if sum(widths) <= room:
            break
    spare = room / sum(widths)
    folded = [number >= LONGEST_CELL for number in letters]
    if spare > 1 and any(folded):
        extra = (room - sum(widths)) / sum(folded)
        widths = [width + (extra if fold else 0) for width, fold in zip(widths, folded, strict=True)]
    else:
        widths = [width * min(spare, WIDER) for width in widths]
    return size, widths


def _longest_word(text: str) -> int:
    return max((len(word) for word in text.split()), default=1) + 1


def _row_height(cells: list[str], widths: list[float], size: float) -> float:
    lines = max(
        lines_of(text, width=width - 0.16, size=size) for text, width in zip(cells, widths, strict=True)
    )
    return lines * size * 1.2 / 72 + 0.12


def _parts(heights: list[float], *, room: float) -> list[tuple[int, int]]:
    """From and to of the rows on each slide."""
    parts, first, used = [], 0, 0.0
    for number, height in enumerate(heights):
        if used + height > room and number > first:
            parts.append((first, number))
            first, used = number, 0.0
        used += height
    return [*parts, (first, len(heights))]


def _write_notes(drawn: Any, slide: Slide, deck: Deck) -> None:
    lines = list(dict.fromkeys([*slide.notes, deck.footing.line(deck.words)]))
    drawn.notes_slide.notes_text_frame.text = "\n".join(lines)

"""Level bars, one row for each area, segment or budget, with their texts as columns beside them."""

from __future__ import annotations

from collections.abc import Sequence

from jamsos_data.colors import Look, in_look, palette, see_through
from jamsos_data.slides.blocks import Block, blocks_of
from jamsos_data.slides.picture import Bars, Series
from jamsos_data.text_layout import text_width
from pages.parts.stage.drawings.keys import key_line
from pages.parts.stage.markup import element, number, text
from pages.parts.stage.measures import SMALLEST, Room

WIDEST_NAME = 430  # px; longer names are folded
WIDEST_TEXT = 390
GAP = 28  # between columns
BLOCK_GAP = 72


def draw_bars(picture: Bars, room: Room, *, look: Look, of_areas: bool = False) -> str:
    """The bars as HTML. Rows that are areas can be pointed at."""
    blocks = blocks_of(picture)
    size = _size(blocks, room)
    drawn = [_block(picture, block, size=size, look=look, of_areas=of_areas) for block in blocks]
    beside = element("div", *drawn, class_="blocks", style=f"gap:{BLOCK_GAP}px")
    key = [(in_look(color, look), name) for color, name in picture.key]
    return element("div", key_line(key), beside, class_="bars", role="group", aria_label=picture.alt)


def _size(blocks: Sequence[Block], room: Room) -> int:
    """The type size in px: as large as a row is tall, and never smaller than what is read from ten metres."""
    row_height = room.height / (len(blocks[0].rows) + 1)
    wished = min(40, int(row_height * 0.42)) if len(blocks) == 1 else min(28, int(row_height * 0.6))
    return max(SMALLEST, wished)


def _block(picture: Bars, block: Block, *, size: int, look: Look, of_areas: bool) -> str:
    texts = [picture.columns[place] for place in block.columns]
    widths = [_column_width([head, *cells], size, most=WIDEST_TEXT) for head, cells in texts]
    names = _column_width(picture.rows, size, most=WIDEST_NAME)
    grid = " ".join([f"{names}px", "minmax(120px, 1fr)", *(f"{width}px" for width in widths)])
    style = f"grid-template-columns:{grid};column-gap:{GAP}px;font-size:{size}px"
    heads = [element("span", text(head)) for head, _ in texts]
    head = element("div", element("span"), element("span"), *heads, class_="head", style=style)
    rows = [
        _row(picture, row, [cells[row] for _, cells in texts], look=look, style=style, of_areas=of_areas)
        for row in block.rows
    ]
    return element("div", head, *rows, class_="block")


def _column_width(texts: Sequence[str], size: int, *, most: int) -> int:
    return min(max((text_width(one, size) for one in texts), default=0) + 14, most)


def _row(picture: Bars, row: int, cells: Sequence[str], *, look: Look, style: str, of_areas: bool) -> str:
    name = picture.rows[row]
    pointed = {
        "data_area": name.removesuffix("†"),
        "data_value": cells[0] if cells else "",
        "tabindex": 0,
        "role": "button",
    }
    track = element("span", *_parts(picture, row, look=look), class_="track")
    return element(
        "div",
        element("span", text(name), class_="name"),
        track,
        *(element("span", _cell(cell), class_="cell") for cell in cells),
        class_="row",
        style=style,
        **(pointed if of_areas else {}),
    )


def _cell(written: str) -> str:
    """What stands in brackets is kept in one line."""
    before, bracket, inside = written.partition("(")
    return text(before) + (element("span", text(bracket + inside), class_="whole") if bracket else "")


def _parts(picture: Bars, row: int, *, look: Look) -> list[str]:
    start, parts = 0.0, []
    for place, series in enumerate(picture.series):
        value = series.values[row] or 0.0
        if value > 0:
            parts.append(_part(picture, series, row, (start, value), is_first=place == 0, look=look))
        start += value
    return parts


def _part(
    picture: Bars, series: Series, row: int, span: tuple[float, float], *, is_first: bool, look: Look
) -> str:
    light = series.colors[row % len(series.colors)]
    color = in_look(light, look)
    left, width = (number(100 * value / picture.end) for value in span)
    fill = f"background:{color}"
    if not is_first and color == palette(look).target:  # what is missing stands back; the target is its end
        fill = f"background:{see_through(color, 0.32)};border-right:6px solid {color}"
    return element("i", style=f"left:{left}%;width:{width}%;{fill}")

"""Level bars of a slide, with their texts as a table beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR

from jamsos_data.exports.powerpoint.charts import draw_bars
from jamsos_data.exports.powerpoint.design import COLORS, Box, Type, rectangle, write
from jamsos_data.exports.powerpoint.tables import draw_table
from jamsos_data.slides.blocks import Block, blocks_of, part_of
from jamsos_data.slides.picture import Bars
from jamsos_data.text_layout import text_width

HEAD = 0.4  # inches: the headings beside the bars
TALLEST_ROW = 0.72  # inches
BLOCK_GAP = 0.5  # inches, between bars side by side
LARGEST, DENSE = 16.0, 13.5  # points: in one block, and in several


def draw_level_bars(shapes: Any, picture: Bars, body: Box, language: str) -> None:
    """Level bars, many in blocks side by side, with the key of their colours below."""
    if picture.key:
        body = Box(body.left, body.top, body.width, body.height - 0.35)
        _draw_key(shapes, picture, Box(body.left, body.top + body.height + 0.08, body.width, 0.25), language)
    blocks = blocks_of(picture)
    width = (body.width - BLOCK_GAP * (len(blocks) - 1)) / len(blocks)
    rows = len(blocks[0].rows)
    row = min((body.height - HEAD) / rows, TALLEST_ROW)
    layout = _lay_out(
        picture, blocks[0], width=width, size=min(LARGEST if len(blocks) == 1 else DENSE, row * 72 / 1.75)
    )
    for number, block in enumerate(blocks):
        place = Box(body.left + number * (width + BLOCK_GAP), body.top, width, HEAD + row * len(block.rows))
        _draw_block(shapes, part_of(picture, block), place, layout, language)


@dataclass(frozen=True, kw_only=True)
class _Layout:
    """Type size in points, and widths in inches of the names and of each column: the same in all blocks."""

    size: float
    names: float
    columns: Sequence[float]


def _lay_out(picture: Bars, block: Block, *, width: float, size: float) -> _Layout:
    columns = [
        max(text_width(text, 100) for text in (heading, *texts)) * size / 100 / 72 + 0.25
        for heading, texts in (picture.columns[place] for place in block.columns)
    ]
    left = width - sum(columns) - 0.1
    names = min(max(text_width(name, 100) for name in picture.rows) * size / 100 / 72 + 0.2, left * 0.5)
    return _Layout(size=size, names=names, columns=columns)


def _draw_block(shapes: Any, picture: Bars, box: Box, layout: _Layout, language: str) -> None:
    """Bars on the left, the columns of the picture as a table on the right, row beside row."""
    row = (box.height - HEAD) / len(picture.rows)
    left = box.width - sum(layout.columns) - 0.1
    place = Box(box.left, box.top, left, box.height)
    draw_bars(shapes, place, picture, head=HEAD, names=layout.names, type_size=layout.size)
    draw_table(
        shapes,
        Box(box.left + left + 0.1, box.top, sum(layout.columns), box.height),
        [heading for heading, _ in picture.columns],
        list(zip(*(texts for _, texts in picture.columns), strict=True)),
        widths=layout.columns,
        heights=[HEAD, *[row] * len(picture.rows)],
        right=[True] * len(layout.columns),
        size=layout.size,
        alt=picture.alt,
        language=language,
    )


def _draw_key(shapes: Any, picture: Bars, box: Box, language: str) -> None:
    """What the colours mean, below the bars."""
    widths = [text_width(text, 12) / 72 + 0.25 for _, text in picture.key]
    left = box.left
    for (color, text), width in zip(picture.key, widths, strict=True):
        rectangle(shapes, Box(left, box.top + 0.05, 0.16, 0.16), color)
        look = Type(size=12, color=COLORS.muted, anchor=MSO_ANCHOR.MIDDLE)
        write(shapes, Box(left + 0.24, box.top, width, 0.26), [text], look, language=language)
        left += 0.24 + width

"""Many level bars on one slide: in blocks side by side, so that their names are read from ten metres."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jamsos_data.slides.picture import Bars, Series

MOST_ROWS = 13  # in one block


@dataclass(frozen=True, kw_only=True)
class Block:
    """Some of the rows of a picture, and those of its columns that have room beside them."""

    rows: Sequence[int]
    columns: Sequence[int]


def blocks_of(picture: Bars) -> tuple[Block, ...]:
    """Blocks of equal height. In narrow ones, columns that say the same in every row give their room to the bars."""
    number = max(math.ceil(len(picture.rows) / MOST_ROWS), 1)
    in_each = math.ceil(len(picture.rows) / number)
    columns = _columns(picture, number)
    return tuple(
        Block(rows=range(start, min(start + in_each, len(picture.rows))), columns=columns)
        for start in range(0, len(picture.rows), max(in_each, 1))
    )


def part_of(picture: Bars, block: Block) -> Bars:
    """The picture of one block alone, on the same axis."""
    return replace(
        picture,
        rows=tuple(picture.rows[row] for row in block.rows),
        series=tuple(_series_of(one, block) for one in picture.series),
        columns=tuple(
            (heading, tuple(texts[row] for row in block.rows))
            for heading, texts in (picture.columns[place] for place in block.columns)
        ),
    )


def _series_of(series: Series, block: Block) -> Series:
    values = tuple(series.values[row] for row in block.rows)
    alike = len(series.colors) == 1
    return replace(
        series,
        values=values,
        colors=series.colors if alike else tuple(series.colors[row] for row in block.rows),
    )


def _columns(picture: Bars, blocks: int) -> Sequence[int]:
    everything = range(len(picture.columns))
    if blocks == 1:
        return everything
    telling = [place for place in everything if len(set(picture.columns[place][1])) > 1]
    return telling if blocks == 2 else telling[:1]

"""The sheet on which slides are set, in px at 1920 × 1080; the browser scales it to the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jamsos_data.text_layout import text_width

WIDTH, HEIGHT = 1920, 1080
EDGE = 96  # left and right of everything
TOP = 64
FOOT = 92  # the line with mark, month and number of the slide
SMALLEST = 24  # px: read from ten metres
LINE = 1.22  # of the type size


@dataclass(frozen=True)
class Room:
    """A place for a picture."""

    width: float
    height: float


INNER = Room(WIDTH - 2 * EDGE, HEIGHT - TOP - FOOT)


def line_count(sentence: str, size: int, width: float) -> int:
    """Estimated lines that a sentence takes at a type size."""
    lines, used = 1, 0.0
    space = text_width("n", size)
    for word in sentence.split():
        wide = text_width(word, size)
        if used and used + space + wide > width:
            lines, used = lines + 1, wide
        else:
            used += wide + (space if used else 0)
    return lines


def block_height(sentence: str, size: int, width: float) -> float:
    """Estimated height of a wrapped sentence; 0 for none."""
    return line_count(sentence, size, width) * size * LINE if sentence else 0.0


def size_that_fits(sentence: str, sizes: Sequence[int], *, width: float, lines: int) -> int:
    """The first of the sizes (largest first) at which a sentence takes no more than `lines`; else the last."""
    return next((size for size in sizes if line_count(sentence, size, width) <= lines), sizes[-1])

"""How much room a label takes, and where it is folded."""

import re
import textwrap

NAME_WIDTH = 22  # characters of a row name before it is folded
LETTER = 0.49  # mean width of a letter of the figures' typeface, in em
LABEL_SIZE = 12
TAG = re.compile(r"<[^>]+>")


def fold(text: str, width: int = NAME_WIDTH) -> str:
    """`text` broken into lines of at most `width` letters, words kept whole."""
    return "<br>".join(textwrap.wrap(text, width, break_long_words=False)) or text


def text_width(text: str, size: int = LABEL_SIZE) -> int:
    """Estimated width (px) of the longest line of a label at a type size (px)."""
    lines = TAG.sub("", text.replace("<br>", "\n")).split("\n")
    return round(max(len(line) for line in lines) * LETTER * size)

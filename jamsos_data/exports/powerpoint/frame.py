"""An empty slide of ours: title, sentence under it, the line at the foot, and the mark of example data."""

from __future__ import annotations

import re
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches

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
    text_height,
    write,
)
from jamsos_data.messages import Messages
from jamsos_data.slides.slide import Footing

TITLE_ONLY = "Title Only"  # of the layouts that python-pptx brings
ACCENTS = ("0F766E", "B45309", "94B8B2", "2B7CE6", "5B1E8F", "52646A")
TITLE_SIZES = (30, 26, 23, 20)
FOOT = 0.42  # inches
BODY_WIDTH = WIDTH - 2 * EDGE
BADGE_WIDTH = 1.75  # inches


def new_presentation(title: str) -> Any:
    """A 16:9 presentation whose theme has our colours, with one layout: a title."""
    made = Presentation()
    made.slide_width, made.slide_height = Inches(WIDTH), Inches(HEIGHT)
    made.core_properties.title = title
    made.core_properties.author = "Jamsos Kudus"
    _keep_one_layout(made)
    _color_theme(made)
    return made


def add_slide(made: Any, footing: Footing, words: Messages, *, title: str, lead: str = "") -> tuple[Any, Box]:
    """A slide with its frame, and the box that is left for what it shows."""
    slide = made.slides.add_slide(made.slide_layouts[0])
    badge = BADGE_WIDTH + 0.2 if footing.example else 0.0
    width = BODY_WIDTH - badge
    size = next((one for one in TITLE_SIZES if lines_of(title, width=width, size=one) <= 2), TITLE_SIZES[-1])
    rectangle(slide.shapes, Box(0, 0.5, 0.16, 0.62), COLORS.reached)
    height = text_height(title, width=width, size=size)
    holder = slide.shapes.title
    holder.left, holder.top, holder.width, holder.height = emu(Box(EDGE, 0.42, width, max(height, 0.6)))
    look = Type(size=size, bold=True, anchor=MSO_ANCHOR.TOP)
    fill_text(holder.text_frame, [title], look, language=words.language)
    top = 0.42 + max(height, 0.6) + 0.05
    if lead:
        tall = text_height(lead, width=BODY_WIDTH, size=17)
        place = Box(EDGE, top, BODY_WIDTH, tall)
        write(slide.shapes, place, [lead], Type(size=17, color=COLORS.muted), language=words.language)
        top += tall + 0.05
    _foot(slide, footing, words, number=len(made.slides))
    if footing.example:
        mark_example(slide.shapes, words)
    top += 0.1
    return slide, Box(EDGE, top, BODY_WIDTH, HEIGHT - FOOT - 0.2 - top)


def mark_example(shapes: Any, words: Messages) -> None:
    """DATA CONTOH in the upper right corner."""
    badge = rectangle(
        shapes, Box(WIDTH - EDGE - BADGE_WIDTH, 0.46, BADGE_WIDTH, 0.36), COLORS.target, rounded=True
    )
    look = Type(size=14, color="#FFFFFF", bold=True, align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE)
    fill_text(badge.text_frame, [words("slide.example")], look, language=words.language)


def _foot(slide: Any, footing: Footing, words: Messages, *, number: int) -> None:
    top = HEIGHT - FOOT
    rectangle(slide.shapes, Box(EDGE, top - 0.06, BODY_WIDTH, 0.012), COLORS.grid)
    look = Type(size=11, color=COLORS.muted)
    line = f"{words('slide.source')} · {footing.line(words)}"
    write(slide.shapes, Box(EDGE, top, BODY_WIDTH - 0.6, 0.3), [line], look, language=words.language)
    right = Type(size=11, color=COLORS.muted, align=PP_ALIGN.RIGHT)
    place = Box(WIDTH - EDGE - 0.5, top, 0.5, 0.3)
    write(slide.shapes, place, [str(number)], right, language=words.language)


def _keep_one_layout(made: Any) -> None:
    for layout in list(made.slide_layouts):
        if layout.name != TITLE_ONLY:
            made.slide_layouts.remove(layout)
    for holder in list(made.slide_layouts[0].placeholders):
        if holder.placeholder_format.idx != 0:
            holder._element.getparent().remove(holder._element)
    title = made.slide_layouts[0].placeholders[0]
    title.left, title.top, title.width, title.height = emu(Box(EDGE, 0.42, BODY_WIDTH, 1.0))
    for holder in list(made.slide_master.placeholders):
        left, width = holder.left, holder.width
        scale = WIDTH / 10
        holder.left, holder.width = int(left * scale), int(width * scale)


def _color_theme(made: Any) -> None:
    """Our colours as the accents of the theme, so that what people add fits to what is there."""
    part = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = part.blob.decode("utf-8")
    for number, color in enumerate(ACCENTS, start=1):
        shape = rf'(<a:accent{number}>\s*<a:srgbClr val=")[0-9A-F]{{6}}'
        text = re.sub(shape, rf"\g<1>{color}", text)
    dark = COLORS.ink.removeprefix("#")
    text = re.sub(r'(<a:dk2>\s*<a:srgbClr val=")[0-9A-F]{6}', rf"\g<1>{DEEP.removeprefix('#')}", text)
    text = re.sub(r"<a:dk1>.*?</a:dk1>", f'<a:dk1><a:srgbClr val="{dark}"/></a:dk1>', text, flags=re.S)
    part._blob = text.encode("utf-8")

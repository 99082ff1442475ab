"""The look of the slides: sizes, type, colours, and how a text gets onto a slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Length, Pt

from jamsos_data.colors import Look, palette
from jamsos_data.exports.map_layout import Box

COLORS = palette(Look())
DEEP = "#0B3B3A"  # the sidebar of the pages
WIDTH, HEIGHT = 13.333, 7.5  # inches: 16:9
EDGE = 0.6  # inches
FONT = "Calibri"
LANGUAGES = {"id": MSO_LANGUAGE_ID.INDONESIAN, "en": MSO_LANGUAGE_ID.ENGLISH_UK}
LINE_HEIGHT = 1.2  # of the type size
LETTER = 0.47  # mean width of a letter of the typeface, in em


@dataclass(frozen=True, kw_only=True)
class Type:
    """How a text is set: size in points, colour, weight, where it stands in its box."""

    size: float
    color: str = COLORS.ink
    bold: bool = False
    align: Any = PP_ALIGN.LEFT
    anchor: Any = MSO_ANCHOR.TOP


def emu(box: Box) -> tuple[Length, Length, Length, Length]:
    """A place as python-pptx takes it."""
    return Inches(box.left), Inches(box.top), Inches(box.width), Inches(box.height)


def rgb(color: str) -> RGBColor:
    """A colour #RRGGBB as python-pptx takes it."""
    return RGBColor.from_string(color.removeprefix("#"))


def write(shapes: Any, box: Box, texts: Sequence[str], look: Type, *, language: str) -> Any:
    """A text box without margins, one paragraph for each text."""
    shape = shapes.add_textbox(*emu(box))
    fill_text(shape.text_frame, texts, look, language=language)
    return shape


def fill_text(frame: Any, texts: Sequence[str], look: Type, *, language: str) -> None:
    """Write paragraphs into a text frame, wrapped at its width, without margins."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = look.anchor
    for number, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = look.align
        run = paragraph.add_run()
        run.text = text
        set_font(run.font, look, language=language)


def set_font(font: Any, look: Type, *, language: str = "") -> None:
    """Give a python-pptx font size, weight and colour; with a language, so that no word is underlined as misspelt."""
    font.name = FONT
    font.size = Pt(look.size)
    font.bold = look.bold
    font.color.rgb = rgb(look.color)
    if language:
        font.language_id = LANGUAGES[language]


def rectangle(shapes: Any, box: Box, color: str, *, rounded: bool = False) -> Any:
    """A filled rectangle without line and shadow."""
    kind = MSO_SHAPE.ROUNDED_RECTANGLE if rounded else MSO_SHAPE.RECTANGLE
    shape = shapes.add_shape(kind, *emu(box))
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(color)
    shape.line.fill.background()
    without_style(shape)
    return shape


def without_style(shape: Any) -> None:
    """Take the theme's style off a shape: it brings a shadow."""
    shape._element.remove(shape._element.find(qn("p:style")))


def lines_of(text: str, *, width: float, size: float) -> int:
    """Estimated lines that a text takes in a box `width` inches wide at a type size in points."""
    room = max(int(width * 72 / (size * LETTER)), 1)
    lines, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > room:
            lines, used = lines + 1, len(word)
        else:
            used += len(word) + (1 if used else 0)
    return lines


def text_height(text: str, *, width: float, size: float) -> float:
    """Estimated height in inches of a wrapped text."""
    return lines_of(text, width=width, size=size) * size * LINE_HEIGHT / 72


def describe(shape: Any, alt: str) -> None:
    """Give a shape the text that a screen reader says."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", alt)
